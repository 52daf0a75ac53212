"""The particular persons and calls: all that the program can show is there to be shown."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from kundcenter.demo.month import DemoRegion, made
from kundcenter.demo.region import published
from kundcenter.domain.access_log import AccessRecord
from kundcenter.domain.blocks import Block
from kundcenter.domain.calls import Call
from kundcenter.domain.identity import IdKind
from kundcenter.domain.journal import Entry, EntryVersion
from kundcenter.domain.log_review import Pattern, Surroundings, suspects
from kundcenter.domain.operators import Operator, Session
from kundcenter.domain.people import FormerIdentity, Person
from kundcenter.domain.special_notes import SpecialKind, SpecialNote
from kundcenter.domain.units import Unit
from tests.demo.conftest import UNTIL, of, terms

CASES = published().cases
SMALL = 300


@pytest.fixture(scope="module")
def small() -> list[object]:
    """A region of one day: what lies further back is made all the same."""
    return list(made(terms(SMALL)).values())


def person(values: list[object], key: str) -> Person:
    number = next(each.number for each in CASES.persons if each.key == key)
    return next(each for each in of(values, Person) if each.person_id.value == number)


def test_a_small_region_has_the_cases_and_exactly_as_many_calls_as_asked_for(
    small: list[object],
) -> None:
    assert len(of(small, Call)) == SMALL
    numbers = [each.person_id.value for each in of(small, Person)]
    for each in CASES.persons:
        assert numbers.count(each.number) == 1


def test_a_tiny_region_has_no_cases() -> None:
    values = list(made(terms(20)).values())
    assert len(of(values, Call)) == 20
    assert of(values, Block) == []


def test_a_blocked_unit_is_in_the_directory_and_holds_an_entry(small: list[object]) -> None:
    (block,) = of(small, Block)
    assert block.care_unit in {unit.hsa_id for unit in of(small, Unit)}
    blocked = person(small, "sparrad").id
    units = {each.care_unit for each in of(small, Entry) if each.person_id == blocked}
    assert block.person_id == blocked
    assert block.care_unit in units
    assert len(units) == 2


def test_marks_on_top_of_a_card_are_of_every_kind_that_is_looked_at(small: list[object]) -> None:
    kinds = {note.kind for note in of(small, SpecialNote)}
    assert {SpecialKind.THREAT, SpecialKind.INTERPRETER, SpecialKind.HEARING} <= kinds
    assert person(small, "avliden").died_on < UNTIL.date().isoformat()
    assert person(small, "tva_nummer").language
    assert person(small, "skyddad").protected


def test_a_former_identity_is_of_the_regions_own_series_and_nobody_elses(
    small: list[object],
) -> None:
    (former,) = of(small, FormerIdentity)
    assert former.identity.kind is IdKind.LRES_LOCAL
    assert former.identity not in {each.person_id for each in of(small, Person)}


def test_unsigned_notes_wait_for_the_author_and_for_the_supervisor(small: list[object]) -> None:
    users = {each.id: each.user_name for each in of(small, Operator)}
    waited = [
        (users[each.written_by], UNTIL - each.written_at)
        for each in of(small, EntryVersion)
        if not each.signed
    ]
    late, overdue = timedelta(days=2), timedelta(days=14)
    assert any(user == "ssk" and late < long < overdue for user, long in waited)
    assert any(user != "ssk" and long > overdue for user, long in waited)


def test_the_same_trouble_three_times_within_three_days_from_one_number(
    small: list[object],
) -> None:
    again = person(small, "upprepad").id
    calls = {entry.call_id for entry in of(small, Entry) if entry.person_id == again}
    rang = [call for call in of(small, Call) if call.id in calls]
    assert len(rang) == 3
    assert len({call.number for call in rang}) == 1
    a_day_later = UNTIL + timedelta(days=1)  # whoever looks at the region late in the day
    assert all(a_day_later - call.rang_at < timedelta(hours=72) for call in rang)


def test_the_access_log_has_something_for_a_reviewer_to_ask_about(small: list[object]) -> None:
    people = {each.id: each for each in of(small, Person)}
    known = Surroundings(
        operator_names={each.id: each.name for each in of(small, Operator)},
        person_names={id: (each.given_name, each.family_name) for id, each in people.items()},
        protected=frozenset(id for id, each in people.items() if each.protected),
    )
    records = sorted(of(small, AccessRecord), key=lambda record: record.at)
    found = {pattern for suspect in suspects(records, known) for pattern in suspect.patterns}
    assert {
        Pattern.DENIED,
        Pattern.OUTSIDE_TASK,
        Pattern.RETURNS,
        Pattern.MANY_PERSONS,
        Pattern.MANY_SEARCHES,
        Pattern.PROTECTED,
    } <= found


def test_work_outside_the_shifts_is_done_in_a_session_of_its_own(small: list[object]) -> None:
    sessions: dict[UUID, Session] = {each.id: each for each in of(small, Session)}
    for record in of(small, AccessRecord):
        session = sessions[record.session_id]
        assert session.operator_id == record.operator_id
        assert session.closed_at is not None
        assert session.opened_at <= record.at <= session.closed_at


def test_another_seed_has_the_same_cases(region: DemoRegion) -> None:
    other = list(made(terms(SMALL, seed=2)).values())
    assert person(other, "upprepad").name == person(list(region.values()), "upprepad").name
