"""The demo region's month has the shape of a real one."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta
from itertools import pairwise

import pytest

from kundcenter.demo.arrivals import expected
from kundcenter.demo.month import DemoRegion
from kundcenter.demo.region import Leg, published
from kundcenter.domain.access import Role
from kundcenter.domain.calendar import is_weekday, local
from kundcenter.domain.calls import Call, CallState
from kundcenter.domain.identity import IdKind
from kundcenter.domain.journal import Entry, EntryVersion, Note, Relation
from kundcenter.domain.operators import Operator
from kundcenter.domain.people import Person
from tests.demo.conftest import CALLS, UNTIL, of, terms

REGION = published()
CODES = terms().codes


def leg(queue: str) -> Leg:
    return next(leg for leg in REGION.legs if leg.queue == queue)


@pytest.fixture(scope="module")
def calls(values: list[object]) -> list[Call]:
    return of(values, Call)


@pytest.fixture(scope="module")
def nurse_calls(calls: list[Call]) -> list[Call]:
    """Those that chance has made, without the particular cases."""
    left_to_chance = (call for call in calls if "demo-fall" not in (call.line_call or ""))
    return [call for call in left_to_chance if call.queue == "1177"]


@pytest.fixture(scope="module")
def notes(values: list[object]) -> list[Note]:
    """The note that stands of each entry."""
    return list({version.entry_id: version.note for version in of(values, EntryVersion)}.values())


def test_there_are_exactly_as_many_calls_as_asked_for_and_none_after_the_end(
    calls: list[Call],
) -> None:
    assert len(calls) == CALLS
    assert all(call.closed_at is not None and call.closed_at <= UNTIL for call in calls)
    assert max(call.queued_at for call in calls) > UNTIL - timedelta(hours=2)


def test_the_density_is_that_of_the_real_centre(region: DemoRegion) -> None:
    days = (UNTIL - region.plan.starts_at) / timedelta(days=1)
    assert CALLS / days * 365.25 == pytest.approx(180_000, rel=0.1)


def test_the_hours_of_the_day_are_as_expected(region: DemoRegion, nurse_calls: list[Call]) -> None:
    seen, wanted = Counter[int](), defaultdict[int, float](float)
    at = region.plan.starts_at
    while at < UNTIL:
        wanted[local(at).hour] += expected(REGION, leg("1177"), at)
        at += timedelta(hours=1)
    for call in nurse_calls:
        seen[local(call.queued_at).hour] += 1
    chi_square = sum((seen[hour] - wanted[hour]) ** 2 / wanted[hour] for hour in range(24))
    assert chi_square < 51.2  # by chance once in a thousand, with 24 degrees of freedom


def test_a_weekend_or_a_holiday_has_more_calls_than_a_weekday(nurse_calls: list[Call]) -> None:
    days: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    first = local(nurse_calls[0].queued_at).date()
    for call in nurse_calls:
        day = local(call.queued_at).date()
        if day == first:
            continue  # not a whole day
        days[is_weekday(day)][str(day)] += 1
    weekday = sum(days[True].values()) / len(days[True])
    weekend = sum(days[False].values()) / len(days[False])
    assert 1.1 < weekend / weekday < 1.6


def test_the_service_desk_is_called_in_office_hours_only(calls: list[Call]) -> None:
    hours = {local(call.queued_at).hour for call in calls if call.queue == "service"}
    assert hours <= set(range(8, 16))


def test_some_callers_give_up_and_some_of_them_at_once(nurse_calls: list[Call]) -> None:
    gave_up = [call for call in nurse_calls if call.state is CallState.ABANDONED]
    at_once = [call for call in gave_up if call.waited < timedelta(seconds=5)]
    assert 0.08 < len(gave_up) / len(nurse_calls) < 0.2
    assert 0.02 < len(at_once) / len(nurse_calls) < 0.06
    assert any(call.state is CallState.PASSED_ON for call in nurse_calls)


def test_waits_and_work_are_as_long_as_at_a_real_centre(nurse_calls: list[Call]) -> None:
    waits, work = timedelta(), timedelta()
    answered = [call for call in nurse_calls if call.state is CallState.DONE]
    for call in answered:
        assert call.answered_at is not None
        assert call.closed_at is not None
        waits += call.waited
        work += call.closed_at - call.answered_at
    assert timedelta(seconds=60) < waits / len(answered) < timedelta(minutes=5)
    assert timedelta(minutes=8) < work / len(answered) < timedelta(minutes=9)


def test_callers_are_guided_as_in_the_national_figures(notes: list[Note]) -> None:
    codes = {outcome.code: outcome for outcome in CODES.outcomes}
    groups = Counter(codes[note.outcome].group for note in notes)
    share = {group: count / len(notes) for group, count in groups.items()}
    assert 0.27 < share["EGENVARD"] < 0.35
    assert 0.40 < share["PRIMARVARD"] < 0.50
    assert 0.02 < share["112"] < 0.05
    assert 0.07 < share["AKUT"] < 0.15


def test_the_urgency_and_the_outcome_agree(notes: list[Note]) -> None:
    emergency = {"AKUT", "BARNAKUT", "PSYKAKUT", "FORLOSSNING"}
    by_urgency: dict[str, set[str]] = defaultdict(set)
    for note in notes:
        by_urgency[note.urgency].add(note.outcome)
    assert by_urgency["U0"] == {"SOS112"}
    assert by_urgency["U1"] <= emergency
    assert by_urgency["U6"] <= {"EGENVARD", "APOTEK", "GIFTINFO"}
    assert not by_urgency["U4"] & (emergency | {"SOS112", "EGENVARD"})


def test_parents_call_for_children_and_grown_ups_for_themselves(values: list[object]) -> None:
    people = {person.id: person for person in of(values, Person)}
    entries = {entry.id: entry for entry in of(values, Entry)}
    children, adults = Counter[Relation](), Counter[Relation]()
    for version in of(values, EntryVersion):
        entry = entries[version.entry_id]
        age = people[entry.person_id].age(local(entry.contact_at).date())
        if age is not None:
            (children if age < 13 else adults)[version.note.informant] += 1
    assert children[Relation.GUARDIAN] / children.total() > 0.9
    assert children[Relation.SELF] == 0
    assert adults[Relation.SELF] / adults.total() > 0.7


def test_every_contact_reason_occurs(notes: list[Note]) -> None:
    assert {note.reason for note in notes} == {reason.code for reason in CODES.reasons}


def test_an_operator_has_one_call_at_a_time(calls: list[Call]) -> None:
    of_operator: dict[object, list[Call]] = defaultdict(list)
    for call in calls:
        if call.operator_id is not None:
            of_operator[call.operator_id].append(call)
    for own in of_operator.values():
        own.sort(key=lambda call: call.rang_at)
        for before, after in pairwise(own):
            assert before.closed_at is not None
            assert before.closed_at <= after.rang_at


def test_some_patients_call_again_and_again_and_numbers_are_shared(values: list[object]) -> None:
    persons = Counter(entry.person_id for entry in of(values, Entry))
    assert persons.most_common(1)[0][1] >= 6
    assert sum(1 for count in persons.values() if count == 1) > len(persons) / 2
    numbers = {call.number for call in of(values, Call)}
    assert None in numbers
    assert len(numbers) > 300


def test_there_are_protected_unidentified_and_unregistered_persons(values: list[object]) -> None:
    people = of(values, Person)
    kinds = Counter(person.person_id.kind for person in people)
    assert 0.001 < sum(person.protected for person in people) / len(people) < 0.02
    assert kinds[IdKind.SAM] == 300
    assert kinds[IdKind.OKAND] > 5
    assert kinds[IdKind.LRES_LOCAL] > 100


def test_few_notes_are_left_unsigned_or_corrected(values: list[object]) -> None:
    latest = {version.entry_id: version for version in of(values, EntryVersion)}
    unsigned = [version for version in latest.values() if not version.signed]
    corrected = [version for version in latest.values() if version.correction]
    assert 2 <= len(unsigned) < len(latest) / 50
    assert 2 <= len(corrected) < len(latest) / 50


def test_the_forty_operators_have_every_role(values: list[object]) -> None:
    operators = of(values, Operator)
    assert len(operators) == 40
    assert len({operator.user_name for operator in operators}) == 40
    assert set().union(*(operator.roles for operator in operators)) == set(Role)
