"""Numbers of persons and of telephones as people write them, through the verbs that take them.

RELIABILITY §8, 65 and 71–84.  What a number may look like is proved in tests/domain; here that
no desk takes one for another, on any store.
"""

from __future__ import annotations

from uuid import UUID

import pytest

from kundcenter.domain.access import Role
from kundcenter.domain.identity import IdKind, PersonId
from kundcenter.domain.identity_errors import PersonIdInvalid, PersonIdMalformed
from kundcenter.domain.names import SearchTooShort
from kundcenter.domain.parts import PartKind
from kundcenter.domain.text import TextInvalid
from kundcenter.errors import Refused
from kundcenter.services.calls import Ring
from tests.ground import NUMBER, WOMAN, Ground, identity

PERSONS = {
    "198807022382": ("880702-2382", "8807022382", "19880702 - 2382", "880702\u22122382\u2009"),
    "191212121212": ("121212+1212", "19121212-1212"),
    "197010632391": ("701063-2391", "19701063 2391"),  # a samordningsnummer
    "191500722390": ("191500722390",),  # one without a day of birth
    "22950606FH20": ("22950606-fh20",),  # the national reserve number
    "991981000010": ("99198100-0010",),  # Stockholm
    "19810829M071": ("19810829-m071",),  # Västra Götaland
    "19450829SF2B": ("19450829 SF2B",),  # Värmland
    "198108320014": ("19810832-0014",),  # Carelink
}
NOBODY = (
    ("880702-2383", "CHECK"),
    ("197010632392", "CHECK"),
    ("22950606FH21", "CHECK"),
    ("991981000011", "CHECK"),
    ("261231-2387", "CHECK"),
    ("20270101-0015", "FUTURE"),
    ("23790914AA09", "FUTURE"),
    ("19230229-1234", "DATE"),
    ("00000000-0000", "FORMAT"),
    ("99990101-1234", "FORMAT"),
    ("880700-2382", "DATE"),
    ("850709-0006", "BIRTHNO"),
    ("556559-4230", "ORGANISATION"),
    ("٨٨٠٧٠٢-٢٣٨٢", "FORMAT"),
    ("８８０７０２２３８２", "FORMAT"),
    ("880702²2382", "FORMAT"),
    ("1e11", "FORMAT"),
    ("0x1122334455", "FORMAT"),
    ("-19880702238", "FORMAT"),
    ("19880702238.2", "FORMAT"),
    ("1" * 300, "FORMAT"),
)
TELEPHONES = (
    "0" * 300, "+4670174060512345678901234", "٠٧٠١٧٤٠٦٠٥", "０７０１７４０６０５", "07O1740605",
    "0701740605 ankn 12", "+46701740605;ext=12", "+46701740605,,,12", "%", "_", "%1740605",
    "sip:0701740605@example.com", "070-KUNDCENTER", "-46701740605", "+46 112", "1e10",
    "' OR 1=1 --", "070-174 06 05\r\nAction: Originate",
)  # fmt: skip


def seated(ground: Ground) -> None:
    ground.begin()
    ground.operator("anna", Role.NURSE)
    ground.sign_in("anna")


def test_every_person_is_found_by_each_spelling_of_their_number_and_by_no_other(
    ground: Ground,
) -> None:
    seated(ground)
    people = ground.desk.people
    ids = {number: ground.person(number) for number in PERSONS}
    for number, spellings in PERSONS.items():
        for text in (number, *spellings):
            found = people.find(identity(text))
            assert found is not None
            assert (found.id, found.person_id.value) == (ids[number], number)
            assert [person.id for person in people.search(f"  {text}\n").people] == [ids[number]]


@pytest.mark.parametrize(("text", "reason"), NOBODY)
def test_what_is_nobodys_number_is_refused_and_finds_nobody(text: str, reason: str) -> None:
    with pytest.raises(PersonIdInvalid) as caught:
        identity(text)
    assert caught.value.reason == reason
    assert text not in f"{caught.value!r} {caught.value.facts}"


def test_a_search_for_nobodys_number_finds_nobody(ground: Ground) -> None:
    """Neither who is one digit off nor who has the same digits in another script's."""
    seated(ground)
    for number in PERSONS:
        ground.person(number)
    for text, _ in NOBODY:
        try:
            assert ground.desk.people.search(text).people == (), text
        except (PersonIdInvalid, SearchTooShort) as error:
            assert text not in f"{error!r} {error.facts}"


def test_the_mark_of_somebody_unknown_is_given_to_nobody_else(ground: Ground) -> None:
    seated(ground)
    people = ground.desk.people
    unknown = people.register_unidentified("Okänd man").the("person")
    other = people.register_unidentified("Okänd kvinna").the("person")
    for mark in (PersonId.unknown(unknown), PersonId.unknown(UUID(int=0))):
        ground.refuses(PersonIdMalformed, people.identify, other, mark)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (kind, value)
        for kind in IdKind
        for value in ("", " ", "\0", "\ud800", "x\n", "1" * 65, "٨٨٠٧٠٢٢٣٨٢", "8" * 10**6)
    ],
)
def test_no_identity_can_be_made_of_what_is_none(kind: IdKind, value: str) -> None:
    with pytest.raises(Refused):
        PersonId(kind, value)


def test_a_number_that_cannot_be_read_is_kept_to_the_letter_and_is_nobody_elses(
    ground: Ground,
) -> None:
    seated(ground)
    calls, people = ground.desk.calls, ground.desk.people
    person, other = ground.person(), ground.person("191212121212")
    known = calls.register(NUMBER).the("call")
    calls.point_part(calls.open_part(known, PartKind.SERVICE).the("part"), person)
    for place, text in enumerate(TELEPHONES):
        rung = calls.ring(Ring(f"line-{place}", number=text, keyed_id=text)).the("call")
        calls.answer(rung)
        assert (calls.get(rung).number, calls.get(rung).keyed_id) == (text, text)
        assert people.of_caller(text) == ()
        assert people.radar_of_number(text, rung).contacts == ()
        call = calls.register(text).the("call")
        assert calls.get(call).number == text
        calls.point_part(calls.open_part(call, PartKind.SERVICE).the("part"), other)
        assert [found.id for found in people.of_caller(text)] == [other]
    assert [found.id for found in people.of_caller("070-174 06 05")] == [person]


def test_a_number_that_is_longer_than_a_line_is_refused(ground: Ground) -> None:
    seated(ground)
    calls, people = ground.desk.calls, ground.desk.people
    for text in ("0" * 301, "+" + "4" * 10**6, "\0", "070\ud800"):
        ground.refuses(TextInvalid, calls.register, text)
        ground.refuses(TextInvalid, calls.ring, Ring("line-1", number=text))
        ground.refuses(TextInvalid, calls.ring, Ring("line-1", keyed_id=text))
        ground.refuses(TextInvalid, people.of_caller, text)
        ground.refuses(TextInvalid, people.radar_of_number, text)
        ground.refuses(TextInvalid, people.search, text)


def test_a_day_of_death_is_one_that_has_been(ground: Ground) -> None:
    seated(ground)
    person = ground.person(WOMAN)
    people = ground.desk.people
    for text in ("2024-02-29", "2000-02-29", "2026-11-00", "2026-00-00", "2026-11-21"):
        people.note_death(person, text)
        found = people.find(identity(WOMAN))
        assert found is not None
        assert found.died_on == text
    for text in (
        "2023-02-29",
        "1900-02-29",
        "2026-11-22",
        "2026-12-00",
        "2027-00-00",
        "٢٠٢٦-٠١-٠١",
    ):
        with pytest.raises(Refused):
            people.note_death(person, text)
