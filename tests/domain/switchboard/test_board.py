"""Finding whom to pass a call on to: people, units, functions and queues in one search."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import cache
from random import Random
from uuid import UUID

import pytest

from kundcenter.domain.directory import Directory
from kundcenter.domain.on_call import Duty
from kundcenter.domain.switchboard.board import Board, Line, LineKind, Special
from kundcenter.domain.switchboard.contact_index import LATER_LIMIT
from kundcenter.domain.switchboard.contacts import (
    Contact,
    ContactDraft,
    ContactKind,
    ContactNumber,
    NumberKind,
)
from kundcenter.domain.unit_cards import Details, UnitCard
from kundcenter.domain.unit_words import other_words
from kundcenter.domain.units import Unit, UnitKind
from tests.domain.many_people import many_people
from tests.domain.many_units import NOW, many_units
from tests.domain.slow_finder import one_off, plain

MOBILE, HIDDEN = "+46701740605", "+46701740606"
CARD = UnitCard(
    Unit(
        UUID(int=1), "SE0-1", "Rosenlunds vårdcentral", UnitKind.PRIMARY_CARE, "Jönköping", MOBILE
    ),
    Details(),
)
SHUT = UnitCard(
    Unit(UUID(int=2), "SE0-2", "Annelunds vårdcentral", UnitKind.PRIMARY_CARE, "Habo", ""),
    Details(),
    retired_at=NOW,
)


def contact(at: int, name: str, **told: object) -> Contact:
    return Contact(UUID(int=100 + at), ContactDraft("Regionen", name, **told))  # type: ignore[arg-type]


ANNA = contact(
    1,
    "Anna Eriksson",
    title="Överläkare",
    unit_id=CARD.id,
    extension="3101",
    numbers=(
        ContactNumber(NumberKind.MOBILE, MOBILE),
        ContactNumber(NumberKind.OTHER, HIDDEN, hidden=True),
    ),
)
ESSEN = contact(2, "Johanna von Essen", title="Kurator", workplace="Lasarettet, plan 3")
GUARD = contact(
    3,
    "Sjukhusvakten",
    kind=ContactKind.FUNCTION,
    words="säkerhet larmcentral",
    extension="3102",
    numbers=(ContactNumber(NumberKind.DESK, "3102", hidden=True),),
)
ERIKA = contact(4, "Erika Annerstedt", municipality="Värnamo")
GONE = replace(contact(5, "Anna Gången"), retired_at=NOW)
FEW = (ANNA, ESSEN, GUARD, ERIKA, GONE)
JOUR = Duty(
    UUID(int=200), "Medicinjour", CARD.id, NOW, NOW + timedelta(hours=8), 1, MOBILE, "Test Jour"
)
BACK = replace(JOUR, id=UUID(int=201), place=1, deputy=True, name="Test Bakjour")
BOARD = Board.of(Directory.of((CARD, SHUT)), FEW, (BACK, JOUR), ("växel", "1177"))


def names(text: str, board: Board = BOARD) -> list[str]:
    return [line.name for line in board.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "anna eriksson",
        "eriksson anna",
        "Eriksson, Anna",
        "ERIKSSON  ANNA",
        "annaeriksson",
        "eri ann",
        "anna överläkare",
        "overlakare rosenlund",
        "anna vc",  # the unit is a vårdcentral, which is a VC
        "eriksson jönköping",
        "3101",
        "310",
        "0701740605",
        "070-174 06 05 anna",
        "+46 70 174 06 05",
        "740605",
        "eriksosn anna",  # two letters have changed places
        "ana eriksson",
        "riksson",
    ],
)
def test_somebody_is_found_by_all_that_is_said_of_them_in_any_order(text: str) -> None:
    assert "Anna Eriksson" in names(text)


def test_nobody_is_found_by_a_hidden_number_or_a_hidden_extension() -> None:
    assert names("0701740606") == []
    assert names("740606") == []
    assert names("3102") == []
    assert names("sjukhusvakten") == ["Sjukhusvakten"]


def test_a_name_with_several_words_at_its_end_is_found_whole() -> None:
    for text in (
        "von essen johanna",
        "essen",
        "essen johanna von",
        "johanna essen",
        "lasarettet 3",
    ):
        assert names(text) == ["Johanna von Essen"], text


def test_an_equal_name_goes_before_a_beginning_before_words_before_parts_before_errors() -> None:
    told = ("Anna", "Annalis Åberg", "Berit Anna-Karin", "Johanna Wall", "Ylva Hanna", "Enna Gran")
    people = [contact(at, name) for at, name in enumerate(told)]
    title = contact(9, "Örjan Öst", title="Annalist")
    board = Board.of(Directory.of(()), [title, *reversed(people)])
    assert names("anna", board) == [
        "Anna", "Annalis Åberg", "Berit Anna-Karin", "Örjan Öst", "Johanna Wall", "Ylva Hanna",
        "Enna Gran",
    ]  # fmt: skip


def test_units_and_people_of_one_rank_stand_by_name() -> None:
    assert names("rosenlund")[0] == "Rosenlunds vårdcentral"  # before those who work there
    assert "Anna Eriksson" in names("rosenlund")
    people = [contact(1, "Rosa Rosenlundsson"), contact(2, "Rosenlund Anders")]
    board = Board.of(Directory.of((CARD,)), people)
    assert names("rosenlunds", board)[:2] == ["Rosa Rosenlundsson", "Rosenlunds vårdcentral"]
    assert names("rosenlund", board) == [
        "Rosa Rosenlundsson", "Rosenlund Anders", "Rosenlunds vårdcentral",
    ]  # fmt: skip


def test_what_is_retired_is_not_found_but_known_by_its_id() -> None:
    assert "Anna Gången" not in names("anna")
    assert names("annelund") == []
    assert BOARD.contact(GONE.id) == GONE
    assert BOARD.line((LineKind.CONTACT, GONE.id)) is None
    assert BOARD.line((LineKind.UNIT, SHUT.id)) is None


def test_a_function_on_call_is_one_row_with_its_turns_in_order() -> None:
    (line,) = BOARD.find("medicinjour")
    assert (line.kind, [turn.name for turn in line.duties]) == (
        LineKind.DUTY,
        ["Test Jour", "Test Bakjour"],
    )
    assert line.card == CARD
    for text in ("medicin rosenlunds", "bakjour test", "jour medicin"):
        assert names(text)[:1] == ["Medicinjour"], text
    other = replace(JOUR, id=UUID(int=202), unit_id=None)
    assert len(BOARD.with_duties((JOUR, other)).find("medicinjour")) == 2


def test_what_is_always_there_is_shown_for_no_text_and_found_by_its_words() -> None:
    shown = BOARD.find("")
    assert [line.code for line in shown[:3]] == [
        Special.ADVICE,
        Special.EMERGENCY,
        Special.VOICEMAIL,
    ]
    assert [line.name for line in shown[3:]] == ["1177", "växel", "Medicinjour"]
    assert [line.kind for line in BOARD.find("1177")] == [LineKind.SPECIAL, LineKind.QUEUE]
    assert names("ambulans")[0] == "112"
    assert names("telefonsvarare") == ["Röstbrevlåda"]
    assert names("växel")[0] == "växel"
    assert BOARD.find("!!!") == ()


def test_a_row_is_the_same_row_after_the_board_has_changed() -> None:
    for line in (*BOARD.find(""), *BOARD.find("anna"), *BOARD.find("rosenlund")):
        assert BOARD.line(line.key) == line
    newer = BOARD.with_contacts([replace(ANNA, told=replace(ANNA.told, name="Anna Nygren"))])
    (anna,) = BOARD.find("anna eriksson")
    found = newer.line(anna.key)
    assert found is not None and found.name == "Anna Nygren"
    jour = BOARD.line(BOARD.find("medicinjour")[0].key)
    later = BOARD.with_duties((replace(JOUR, id=UUID(int=203)),))
    assert jour is not None and later.line(jour.key) is not None


def test_a_changed_contact_is_found_by_what_it_says_now_and_by_nothing_else() -> None:
    renamed = replace(ANNA, told=replace(ANNA.told, name="Anna Nygren", extension="3199"))
    board = BOARD.with_contacts([renamed, contact(9, "Ny Ny")])
    assert names("eriksson", board) == []
    assert names("nygren", board) == ["Anna Nygren"]
    assert names("3101", board) == []
    assert names("ny ny", board)[0] == "Ny Ny"
    gone = board.with_contacts([replace(renamed, retired_at=NOW)])
    assert names("nygren", gone) == []
    assert names("nygren", gone.with_contacts([renamed])) == ["Anna Nygren"]
    assert names("eriksson anna") == ["Anna Eriksson"]  # the older board is as it was


def test_people_are_found_by_what_their_unit_is_called_now() -> None:
    unit = replace(CARD, unit=replace(CARD.unit, name="Solgårdens vårdcentral"))
    board = BOARD.with_directory(Directory.of((unit, SHUT)))
    assert names("solgård") == []
    assert names("solgård anna", board) == ["Anna Eriksson"]
    assert names("rosenlunds anna", board) == []
    assert board.find("medicinjour")[0].card == unit


def test_no_number_stands_in_what_is_printed_of_a_row() -> None:
    for line in BOARD.find("anna") + BOARD.find("medicin"):
        assert "4674" not in repr(line) and "Anna" not in repr(line) and MOBILE not in repr(line)


def test_people_alone_are_found_as_they_are_among_all() -> None:
    assert [each.name for each in BOARD.people("rosenlund")] == ["Anna Eriksson"]
    assert BOARD.people("") == () and BOARD.people("1177") == ()
    assert len(large().people("a", 7)) == 7


# -- held against a slow finder ----------------------------------------------------------------


@cache
def large() -> Board:
    units = many_units(300)
    return Board.of(Directory.of(units), many_people(600, units))


def rank(told: ContactDraft, unit: UnitCard | None, words: list[str]) -> int | None:
    """How well somebody fits, found out slowly."""
    name, whole = plain(told.name), "".join(words)
    turned = [name[-last:] + name[:-last] for last in (1, 2) if last < len(name)]
    wholes = {"".join(each) for each in (name, *turned)} | {told.extension}
    if whole in wholes:
        return 0
    if any(each.startswith(whole) for each in wholes):
        return 1
    said = [plain(told.title), plain(told.municipality)]
    said += [plain(unit.unit.name), plain(unit.unit.municipality)] if unit else []
    # A unit is also called what other units of its sort are called.
    said += [[other] for words_ in said for word in words_ for other in other_words(word)]
    own, others = _ends([name, [told.extension]]), _ends(said)
    parts = {*name, *(part for each in said for part in each)}
    looks: tuple[Callable[[str], bool], ...] = (
        lambda word: any(key.startswith(word) for key in own),
        lambda word: any(key.startswith(word) for key in own | others),
        lambda word: len(word) >= 3 and any(f in part for part in parts for f in _forms(word)),
        lambda word: (
            len(word) >= 4 and any(one_off(f, key) for key in own | others for f in _forms(word))
        ),
    )
    found = [False] * len(words)
    for at, look in enumerate(looks):
        alone = [look(word) for word in words]
        for place in range(len(words) - 1):
            both = look(words[place] + words[place + 1])
            alone[place] |= both
            alone[place + 1] |= both
        found = [a or b for a, b in zip(found, alone, strict=True)]
        if all(found):
            return at + 2
    return None


def _forms(word: str) -> tuple[str, ...]:
    """The word, and without what may be its article."""
    article = len(word) >= 7 and word.endswith(("en", "et"))
    return (word, word[:-2]) if article else (word,)


def _ends(texts: list[list[str]]) -> set[str]:
    return {"".join(words[at:]) for words in texts for at in range(len(words))}


def test_the_index_finds_whom_a_slow_finder_finds_in_the_same_order() -> None:
    board, chance = large(), Random(5)
    people = [each for each in board.contacts if each.retired_at is None]
    tried = 0
    for one in chance.sample(people, 25):
        words = plain(one.name)
        chance.shuffle(words)
        size = chance.randint(2, 5)
        text = " ".join(word[: size + at] for at, word in enumerate(words))
        if chance.random() < 0.3:
            at = chance.randrange(len(text))
            text = text[:at] + chance.choice("aeiourstl") + text[at + 1 :]
        wanted = plain(text)
        ranked = [
            (found, each.name)
            for each in people
            if (found := rank(each.told, board.directory.get(each.told.unit_id), wanted))  # type: ignore[arg-type]
            is not None
        ]
        shown = board.people(text, len(people))
        assert {each.name for each in shown} == {name for _, name in ranked}, text
        best = min((found for found, _ in ranked), default=None)
        if best is not None:
            tried += 1
            assert shown[0].name in {name for found, name in ranked if found == best}, text
    assert tried > 12


def test_ranks_are_asked_for_only_as_far_as_rows_are_wanted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    index = large()._people._base
    kept = index._looks

    def told(word: str) -> int:
        asked.append(word)
        return kept[3](word)

    monkeypatch.setattr(index, "_looks", (*kept[:3], told))
    assert len(large().find("a", 20)) == 20
    assert asked == []
    large().find("ragnhild kvarnstrandh", 20)
    assert asked


def test_a_thousand_changes_make_the_index_anew() -> None:
    units = many_units(20)
    people = many_people(LATER_LIMIT + 40, units)
    board = Board.of(Directory.of(units), people)
    for step in range(0, LATER_LIMIT + 20, 170):
        part = people[step : step + 170]
        board = board.with_contacts(
            replace(each, told=replace(each.told, name=f"Ny{each.told.name}")) for each in part
        )
    assert len(board._people._later) < LATER_LIMIT
    assert len(board.people("ny", 5_000)) == sum(
        each.retired_at is None for each in people[: 170 * 6]
    )
    assert not any(line.name.startswith("NyNy") for line in _all(board))


def _all(board: Board) -> tuple[Line, ...]:
    return board.find("ny", 5_000)
