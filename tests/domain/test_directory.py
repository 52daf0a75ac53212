"""Finding units while one types: in any spelling, with an error, the best first, in little work."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.directory import LATER_LIMIT, Directory, Sieve
from kundcenter.domain.opening import Hours, OtherHours, Span, is_open
from kundcenter.domain.unit_cards import Criteria, Details, LineFunction, PhoneLine, UnitCard
from kundcenter.domain.units import Unit, UnitKind
from tests.domain.many_units import NOW, many_units
from tests.domain.slow_finder import plain, slow

VC, NARAKUT, AKUT = UnitKind.PRIMARY_CARE, UnitKind.OUT_OF_HOURS, UnitKind.EMERGENCY
WEEK = Hours(tuple(Span(day, 480, day, 1020) for day in range(1, 6)))


def card(
    name: str,
    kind: UnitKind = UnitKind.SPECIALIST,
    place: str = "",
    details: Details = Details(),
    *,
    at: int = 0,
    number: str = "",
    hsa: str = "",
) -> UnitCard:
    own = UUID(int=at or abs(hash(name)) % 10**9 + 1)
    return UnitCard(Unit(own, hsa or f"SE0-{own.int}", name, kind, place, number), details)


ROSEN = card("Rosenlunds vårdcentral", VC, "Jönköping", number="+46980319210")
VASTER = card("Väster vik", VC, "Värnamo")
VASTERVIK = card("Västervik-Öst", VC, "Vetlanda")
EKSJO = card("Närakut Eksjö", NARAKUT, "Eksjö", Details(synonyms=("Kvällsakuten",)))
RYHOV = card(
    "Akutkliniken Länssjukhuset Ryhov", AKUT, "Jönköping",
    Details(lines=(PhoneLine(LineFunction.RECEPTION, "+46846500412"),)), hsa="SE2321000057-5VTN",
)  # fmt: skip
BARN = card("Barnmottagningen Ryhov", UnitKind.PAEDIATRIC_EMERGENCY, "Jönköping")
BVC = card("Familjehuset", UnitKind.MOTHER_AND_CHILD, "Nässjö", Details(public_name="Lilla huset"))
HALSO = card("Hälsocentralen Åsen", VC, "Tranås")
CARDS = (ROSEN, VASTER, VASTERVIK, EKSJO, RYHOV, BARN, BVC, HALSO)
FEW = Directory.of(CARDS)


def names(text: str, sieve: Sieve | None = None, within: Directory = FEW) -> list[str]:
    return [found.unit.name for found in within.find(text, sieve or Sieve())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rosen", ROSEN),
        ("ROSENLUNDS VÅRD", ROSEN),
        ("rosenlunds-vardcentral", ROSEN),
        ("vård rosen", ROSEN),
        ("lunds", ROSEN),  # inside a word
        ("rosenluds", ROSEN),  # one too few
        ("roosenl", ROSEN),  # one too many
        ("rosanlu", ROSEN),  # another one
        ("rsoenl", ROSEN),  # two that have changed places
        ("posenlund", ROSEN),  # the first letter
        ("rosen vc", ROSEN),
        ("rosen hälsocentral", ROSEN),
        ("rosen jonkoping", ROSEN),
        ("jönkoping vårdcenrtal", ROSEN),
        ("0980-31 92 10", ROSEN),
        ("+46 (0)980-319210", ROSEN),
        ("+46980319210", ROSEN),
        ("319210", ROSEN),
        ("08-465 004 12", RYHOV),
        ("se2321000057-5v", RYHOV),
        ("akuten ryhov", RYHOV),
        ("lanssjukhuset", RYHOV),
        ("jourcentral", EKSJO),
        ("jourcentralen", EKSJO),
        ("vårdcentralen rosen", ROSEN),
        ("vadrcentralen rosen", ROSEN),
        ("närakuten", EKSJO),
        ("närakut", EKSJO),
        ("kvälls", EKSJO),
        ("barnakut", BARN),
        ("bvc", BVC),
        ("mvc nässjö", BVC),
        ("lilla", BVC),
        ("vårdcentral tranås", HALSO),
        ("vc åsen", HALSO),
    ],
)
def test_a_unit_is_found_as_people_type_it(text: str, found: UnitCard) -> None:
    assert names(text)[:1] == [found.unit.name]


@pytest.mark.parametrize("text", ["väster vik", "vastervik", "VÄSTER-VIK", "västerv", "vasterviik"])
def test_spaces_and_hyphens_make_no_difference(text: str) -> None:
    assert set(names(text)) == {"Väster vik", "Västervik-Öst"}


@pytest.mark.parametrize(
    "text",
    [
        "rosenlunds jour",  # every word must fit
        "roxenlxnds",  # two errors
        "rxs",  # too short for an error
        "ox",  # too short for a part
        "098031921x",
        "se",  # every HSA-id begins so
        "....",
        "\0",
    ],
)
def test_what_fits_nothing_finds_nothing(text: str) -> None:
    assert names(text) == []


def test_the_best_comes_first() -> None:
    units = [
        card("Eken"),
        card("Eken norra"),
        card("Norra eken"),
        card("Storaeken"),
        card("Ekan"),
        card("Akutmottagningen", details=Details(synonyms=("Ekens",))),
    ]
    found = names("eken", within=Directory.of(units))
    assert found == ["Eken", "Akutmottagningen", "Eken norra", "Norra eken", "Storaeken", "Ekan"]


def test_no_text_is_all_by_name_with_the_swedish_letters_last() -> None:
    told = ["Zenit", "Åsen", "Äng", "Örn", "alfa"]
    every = Directory.of(card(name) for name in told)
    assert names("", within=every) == names("  ", within=every)
    assert names("", within=every) == ["alfa", "Zenit", "Åsen", "Äng", "Örn"]
    assert [each.unit.name for each in every.find("", limit=2)] == ["alfa", "Zenit"]
    assert every.find("", limit=0) == () == Directory.of(()).find("")


def test_a_retired_unit_is_left_out_or_comes_last() -> None:
    old = replace(card("Eken"), retired_at=NOW)
    both = Directory.of([old, card("Storaeken")])
    assert names("eken", within=both) == ["Storaeken"]
    assert names("eken", Sieve(retired=True), within=both) == ["Storaeken", "Eken"]
    assert names("", Sieve(retired=True), within=both) == ["Storaeken", "Eken"]
    assert both.get(old.id) == old


# The sieve


def test_the_sieve_asks_kind_municipality_queue_and_booking() -> None:
    queue = card("Eken kö", VC, "Värnamo", Details(queue=True))
    book = card("Eken bok", NARAKUT, "Tranås", Details(bookable=True))
    both = Directory.of([queue, book])
    for sieve, name in (
        (Sieve(kinds=frozenset({VC, AKUT})), "Eken kö"),
        (Sieve(kinds=frozenset({NARAKUT})), "Eken bok"),
        (Sieve(municipality="varnamo"), "Eken kö"),
        (Sieve(queue=True), "Eken kö"),
        (Sieve(bookable=True), "Eken bok"),
    ):
        assert names("eken", sieve, both) == names("", sieve, both) == [name]
    assert names("eken", Sieve(queue=True, bookable=True), both) == []
    assert names("eken", Sieve(municipality="Ingenstans"), both) == []


def test_the_sieve_asks_the_units_own_criteria() -> None:
    young = Criteria(oldest=17, refuses=frozenset({"FEBER"}))
    old = Criteria(youngest=18, takes=frozenset({"FEBER"}))
    children = card("Eken barn", details=Details(criteria=young))
    grown = card("Eken vuxna", details=Details(criteria=old))
    both = Directory.of([children, grown])
    for sieve, told in (
        (Sieve(age=0), ["Eken barn"]),
        (Sieve(age=17), ["Eken barn"]),
        (Sieve(age=18), ["Eken vuxna"]),
        (Sieve(reason="FEBER"), ["Eken vuxna"]),
        (Sieve(reason="RYGG"), ["Eken barn"]),
        (Sieve(reason="RYGG", age=18), []),
    ):
        assert names("eken", sieve, both) == told


def test_the_sieve_lets_through_what_is_known_to_be_open() -> None:
    day = card("Eken dag", details=Details(hours=WEEK))
    always = card("Eken akut", details=Details(hours=Hours((Span(1, 0, 7, 1440),))))
    both = Directory.of([day, always, card("Eken okänd")])
    assert names("eken", Sieve(open_at=NOW), both) == ["Eken akut", "Eken dag"]
    night = NOW + timedelta(hours=13, seconds=7)
    assert names("eken", Sieve(open_at=night), both) == ["Eken akut"]
    assert names("eken", Sieve(open_at=NOW), both) == ["Eken akut", "Eken dag"]
    shut = replace(day.details, hours=replace(WEEK, exceptions=(_shut(NOW),)))
    later = both.with_cards([replace(day, details=shut)])
    assert names("eken", Sieve(open_at=NOW), later) == ["Eken akut"]


def _shut(at: datetime) -> OtherHours:
    return OtherHours(date(at.year, at.month, at.day), date(at.year, at.month, at.day))


# Later versions


def test_a_later_version_takes_the_place_of_the_earlier() -> None:
    renamed = replace(ROSEN, unit=replace(ROSEN.unit, name="Tulpanens vårdcentral"), number=2)
    later = FEW.with_cards([renamed, card("Ny mottagning", hsa="SE0-NY")])
    assert names("rosen", within=later) == []
    assert names("tulpan", within=later) == ["Tulpanens vårdcentral"]
    assert names("tulpan") == [] and names("rosen") == ["Rosenlunds vårdcentral"]
    assert later.get(ROSEN.id) == renamed and FEW.get(ROSEN.id) == ROSEN
    assert later.by_hsa(ROSEN.unit.hsa_id) == renamed
    assert later.by_hsa("se0-ny") is not None and FEW.by_hsa("se0-ny") is None
    assert len(later.cards) == len(CARDS) + 1
    assert later.get(UUID(int=0)) is None


def test_a_unit_in_use_goes_before_a_retired_one_with_the_same_hsa_id() -> None:
    old = replace(card("Gamla", hsa="SE0-EN", at=1), retired_at=NOW)
    new = card("Nya", hsa="se0-en", at=2)
    assert Directory.of([old, new]).by_hsa("SE0-en") == new
    assert Directory.of([old]).with_cards([new]).by_hsa("SE0-en") == new
    assert Directory.of([new]).with_cards([old]).by_hsa("SE0-en") == new


@pytest.mark.parametrize("changed", [1, 40, LATER_LIMIT + 1])
def test_a_changed_directory_finds_the_same_as_one_made_anew(changed: int) -> None:
    first = many_units(1_200)
    other = [replace(new, unit=replace(new.unit, id=old.id)) for new, old in
             zip(many_units(changed, seed=3), first, strict=False)]  # fmt: skip
    grown = [replace(each, unit=replace(each.unit, id=UUID(int=10**6 + at)))
             for at, each in enumerate(many_units(5, seed=9))]  # fmt: skip
    later = Directory.of(first).with_cards(other).with_cards(grown)
    anew = Directory.of([*other, *first[changed:], *grown])
    assert later.cards == anew.cards
    sieve = Sieve(retired=True, open_at=NOW)
    for text in ("", "v", "vårdcentral", "narakut malby", "lindbergs", "vadrcentral al", "0980"):
        assert later.find(text) == anew.find(text)
        assert later.find(text, sieve, 1_000) == anew.find(text, sieve, 1_000)


# Beside a slow matcher


WORDS = st.text(st.sampled_from("abåö"), min_size=1, max_size=6)
SAID = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


@given(
    st.lists(st.tuples(SAID, SAID, st.lists(SAID, max_size=1)), min_size=1, max_size=12),
    st.lists(SAID, min_size=1, max_size=4),
    st.integers(0, 3),
)
def test_a_slow_matcher_finds_the_same_in_the_same_order(
    told: list[tuple[str, str, list[str]]], typed: list[str], place: int
) -> None:
    units = [
        card(
            name.replace("å", "a").replace("ö", "o"),  # so that the plain order is the order
            NARAKUT,  # its own words have letters that are never typed
            ("", "Ab", "Ba å", "Bö")[place],
            Details(public_name=public, synonyms=tuple(synonyms)),
            at=at + 1,
            hsa=f"SE0-{at:03}",
        )
        for at, (name, public, synonyms) in enumerate(told)
    ]
    every = Directory.of(units)
    later = Directory.of(units[::2]).with_cards(units[1::2])
    for text in typed:
        expected = slow(units, text)
        assert names(text, within=every) == expected == names(text, within=later)
        assert names(text.upper().replace(" ", "-"), within=every) == expected


@given(st.integers(0, 10**6))
def test_one_error_anywhere_in_a_word_still_finds_the_unit(seed: int) -> None:
    chance = Random(seed)
    unit = chance.choice(MANY.cards)
    words = plain(unit.unit.name)
    at = chance.choice([at for at, word in enumerate(words) if len(word) >= 5 and word.isalpha()])
    word = words[at]
    place = chance.randrange(len(word))
    before, after, letter = word[:place], word[place:], chance.choice("abcdefghijklmnopqrstuvwxyz")
    swapped = before + after[1:2] + after[:1] + after[2:]
    words[at] = chance.choice([before + letter + after, before + letter + after[1:], swapped,
                               before + after[1:]])  # fmt: skip
    found = MANY.find(" ".join(words), Sieve(retired=True), limit=10_000)
    assert unit in found


# How much work it is: counted, for a clock tells more of the machine


MANY = Directory.of(many_units(3_000))


@cache
def sized(count: int) -> Directory:
    return Directory.of(many_units(count))


def looked_up(every: Directory, text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many look-ups in the keys a search makes."""
    made = 0

    def counted(words: list[str], word: str, low: int = 0, high: int | None = None) -> int:
        nonlocal made
        made += 1
        return bisect_left(words, word, low, high)

    with monkeypatch.context() as patched:
        patched.setattr("kundcenter.domain.unit_keys.bisect_left", counted)
        every.find(text)
    return made


@pytest.mark.parametrize(
    ("text", "most"),
    [("", 0), ("v", 8), ("vardcentral", 16), ("vardcentral lin malby", 2_000),
     ("vadcrentral lin malby", 2_000), ("xyzzyqwertz", 300)],
)  # fmt: skip
def test_a_search_makes_few_look_ups_at_any_size(
    text: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    small, large = (looked_up(sized(count), text, monkeypatch) for count in (1_000, 8_000))
    assert large <= most
    assert large <= 3 * small


def test_each_timetable_is_asked_for_once_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0

    def counted(hours: Hours, at: datetime) -> bool:
        nonlocal asked
        asked += 1
        return is_open(hours, at)

    monkeypatch.setattr("kundcenter.domain.directory.is_open", counted)
    every = Directory.of(many_units(2_000))
    timetables = len({each.details.hours for each in every.cards})
    night = datetime(2026, 11, 20, 22, tzinfo=UTC)
    for text in ("", "v", "vå", "vår", "vårdcentralen", "mottagning"):
        every.find(text, Sieve(open_at=night))
        every.find(text, Sieve(open_at=night + timedelta(seconds=30)))
    assert 0 < asked <= timetables < 50
