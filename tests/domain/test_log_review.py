"""What the patterns of a log review point out, and what they leave alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.access_log import AccessRecord, Activity, Level, Purpose
from kundcenter.domain.grounds import OWN_TASK
from kundcenter.domain.log_review import (
    LARGEST_DRAW,
    MANY_PERSONS,
    MANY_SEARCHES,
    DrawTooLarge,
    GivenCall,
    Pattern,
    Period,
    PeriodWrong,
    Surroundings,
    sample,
    suspects,
)

AT = datetime(2026, 11, 21, 7, 30, tzinfo=UTC)
NURSE, OTHER = uuid4(), uuid4()
RELATIVE, COLLEAGUE, HIDDEN, STRANGER = uuid4(), uuid4(), uuid4(), uuid4()
KNOWN = Surroundings(
    operator_names={NURSE: "Test Lindqvist", OTHER: "Test Berg"},
    person_names={
        RELATIVE: ("Anna", "LINDQVIST"),
        COLLEAGUE: ("Test", "Berg"),
        HIDDEN: ("Test", "Skyddad"),
        STRANGER: ("Test", "Person"),
    },
    protected=frozenset({HIDDEN}),
)


def access(
    person_id: UUID | None = STRANGER,
    activity: Activity = Activity.READ,
    *,
    at: datetime = AT,
    level: str = Level.RECORD,
    purpose: Purpose = Purpose.CARE,
) -> AccessRecord:
    return AccessRecord(
        id=uuid4(),
        device_id=UUID(int=1),
        n=1,
        at=at,
        operator_id=NURSE,
        session_id=UUID(int=2),
        roles="SSK",
        care_unit="SE0000000001-DEMO1",
        activity=activity,
        level=level,
        purpose=purpose,
        person_id=person_id,
        object_kind="",
        object_id=None,
        reason="",
    )


def patterns(*records: AccessRecord) -> list[tuple[Pattern, ...]]:
    return [suspect.patterns for suspect in suspects(records, KNOWN)]


def test_work_with_a_stranger_in_a_call_is_left_alone() -> None:
    assert patterns(access(), access(activity=Activity.SIGN), access(None)) == []


@pytest.mark.parametrize(
    ("record", "pattern"),
    [
        (access(activity=Activity.EMERGENCY), Pattern.EMERGENCY),
        (access(level=Level.DENIED), Pattern.DENIED),
        (access(purpose=Purpose.QUALITY), Pattern.OUTSIDE_TASK),
        (access(level=Level.STATED), Pattern.OUTSIDE_TASK),
        (access(RELATIVE), Pattern.SAME_NAME),
        (access(COLLEAGUE), Pattern.COLLEAGUE),
        (access(HIDDEN), Pattern.PROTECTED),
        (access(activity=Activity.PRINT), Pattern.PRINTED),
    ],
    ids=lambda value: str(getattr(value, "name", "")),
)
def test_one_access_is_pointed_out_for_what_it_is(record: AccessRecord, pattern: Pattern) -> None:
    assert patterns(access(), record) == [(pattern,)]


def test_a_case_is_the_task_of_whoever_may_open_it() -> None:
    opened = replace(access(purpose=Purpose.LAW), object_kind="case", object_id=uuid4())
    assert patterns(opened) == []
    assert patterns(replace(opened, level=Level.DENIED)) == [(Pattern.DENIED,)]


def test_an_access_has_all_its_patterns() -> None:
    assert patterns(access(RELATIVE, Activity.PRINT)) == [(Pattern.SAME_NAME, Pattern.PRINTED)]


TASK = UUID(int=40)


@pytest.mark.parametrize(
    ("call", "found"),
    [
        (GivenCall(frozenset({STRANGER}), noted=True), []),
        (GivenCall(frozenset({RELATIVE}), noted=True), [(Pattern.OTHER_CALL,)]),
        (GivenCall(), [(Pattern.OTHER_CALL,)]),
        (GivenCall(frozenset({STRANGER}), by_hand=True), [(Pattern.CALL_BY_HAND,)]),
        (GivenCall(frozenset({STRANGER}), by_hand=True, noted=True), []),
        (GivenCall(by_hand=True), [(Pattern.OTHER_CALL, Pattern.CALL_BY_HAND)]),
    ],
)
def test_a_call_that_was_given_as_ground_was_about_the_person_and_left_a_note(
    call: GivenCall, found: list[tuple[Pattern, ...]]
) -> None:
    record = replace(access(), reason=OWN_TASK, object_kind="call", object_id=TASK)
    known = replace(KNOWN, calls={TASK: call})
    assert [each.patterns for each in suspects([record], known)] == found
    assert patterns(record) == []  # a call that is not done yet
    for other in (
        replace(record, reason="VARD: Patienten ringer om feber"),
        replace(record, object_kind="entry"),
        replace(record, activity=Activity.SEARCH),
        replace(record, person_id=None),
    ):
        assert suspects([other], known) == ()


def test_a_call_about_another_registration_of_the_person_was_about_them() -> None:
    record = replace(access(), reason=OWN_TASK, object_kind="call", object_id=TASK)
    merged = uuid4()
    calls = {TASK: GivenCall(frozenset({merged}), noted=True)}
    assert suspects([record], replace(KNOWN, calls=calls)) != ()
    assert suspects([record], replace(KNOWN, calls=calls, kept={merged: STRANGER})) == ()


def opened(count: int, minutes: float) -> list[AccessRecord]:
    """Different persons, evenly over a time."""
    step = timedelta(minutes=minutes) / max(count - 1, 1)
    return [access(uuid4(), at=AT + step * number) for number in range(count)]


def test_many_persons_in_an_hour_are_pointed_out_once() -> None:
    assert patterns(*opened(MANY_PERSONS, 60)) == []
    assert patterns(*opened(MANY_PERSONS + 1, 60)) == [(Pattern.MANY_PERSONS,)]
    assert patterns(*opened(MANY_PERSONS + 9, 60)) == [(Pattern.MANY_PERSONS,)]
    assert patterns(*opened(MANY_PERSONS + 1, 90)) == []


def test_one_call_is_no_ground_for_more_than_three_persons() -> None:
    given = {"reason": OWN_TASK, "object_kind": "call", "object_id": TASK}
    records = [replace(record, **given) for record in opened(5, 30)]  # type: ignore[arg-type]
    assert patterns(*records[:3], *records[:3]) == []
    found = suspects(records, KNOWN)
    assert [each.record for each in found] == records[3:]
    assert {each.patterns for each in found} == {(Pattern.MANY_ON_ONE_CALL,)}
    two = [replace(each, operator_id=uuid4()) for each in records[3:]]
    assert patterns(*records[:3], *two) == []  # of another, who took it


def test_the_same_person_over_and_over_is_one_person() -> None:
    assert patterns(*(access(at=AT + timedelta(seconds=n)) for n in range(200))) == []


def test_a_list_of_hits_is_one_search() -> None:
    hits = [access(uuid4(), Activity.SEARCH) for _ in range(MANY_SEARCHES + 5)]
    assert patterns(*hits) == []
    many = [
        access(None, Activity.SEARCH, at=AT + timedelta(seconds=n))
        for n in range(MANY_SEARCHES + 1)
    ]
    assert patterns(*many) == [(Pattern.MANY_SEARCHES,)]


def test_who_returns_to_a_person_without_a_call_is_pointed_out_on_the_third_day() -> None:
    visits = [access(purpose=Purpose.QUALITY, at=AT + timedelta(days=n)) for n in range(4)]
    found = suspects(visits, KNOWN)
    assert [s.record for s in found if Pattern.RETURNS in s.patterns] == [visits[2]]
    in_calls = [access(at=AT + timedelta(days=n)) for n in range(4)]
    assert patterns(*in_calls) == []


def test_who_returns_to_care_for_somebody_outside_a_call_is_pointed_out_too() -> None:
    visits = [access(level=Level.STATED, at=AT + timedelta(days=n)) for n in range(3)]
    found = suspects(visits, KNOWN)
    assert [s.record for s in found if Pattern.RETURNS in s.patterns] == [visits[2]]


def test_two_registrations_of_one_person_are_one() -> None:
    merged, kept = uuid4(), uuid4()
    known = replace(KNOWN, kept={merged: kept})
    visits = [
        access(id, purpose=Purpose.QUALITY, at=AT + timedelta(days=n))
        for n, id in enumerate((merged, kept, merged))
    ]
    found = suspects(visits, known)
    assert [s.record for s in found if Pattern.RETURNS in s.patterns] == [visits[2]]
    both = [access(id, at=AT) for id in (merged, kept)]
    assert suspects([*opened(MANY_PERSONS - 1, 30), *both], known) == ()
    assert suspects([*opened(MANY_PERSONS - 1, 30), *both], KNOWN) != ()


@given(st.lists(st.uuids(), unique=True, max_size=60), st.integers(1, 30), st.text())
def test_a_sample_is_of_the_ids_each_once_and_the_same_again(
    ids: list[UUID], size: int, seed: str
) -> None:
    chosen = sample(ids, size, seed)
    assert len(chosen) == len(set(chosen)) == min(size, len(ids))
    assert set(chosen) <= set(ids)
    assert sample(reversed(ids), size, seed) == chosen


def test_every_access_is_drawn_about_as_often() -> None:
    ids = [UUID(int=n) for n in range(50)]
    drawn = [id for seed in range(1_000) for id in sample(ids, 5, str(seed))]
    counts = [drawn.count(id) for id in ids]  # 100 expected, standard deviation 9.5
    assert min(counts) > 55
    assert max(counts) < 145


@pytest.mark.parametrize("size", [0, -1, LARGEST_DRAW + 1])
def test_a_draw_has_a_size(size: int) -> None:
    with pytest.raises(DrawTooLarge):
        sample([uuid4()], size, "")


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (AT, AT),
        (AT, AT - timedelta(seconds=1)),
        (AT + timedelta(days=1), AT + timedelta(days=2)),
        (AT - timedelta(days=31, seconds=1), AT),
    ],
)
def test_a_period_is_past_and_at_most_a_month(start: datetime, end: datetime) -> None:
    with pytest.raises(PeriodWrong):
        Period(start, end).checked(AT)
    Period(AT - timedelta(days=31), AT).checked(AT)
