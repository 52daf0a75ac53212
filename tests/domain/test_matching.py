"""Who is rung about a freed time: all whom it fits, once, in an order that can be explained."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.capacity import Timeslot, TimeslotKind
from kundcenter.domain.freed_times import Wait, WaitState
from kundcenter.domain.identity import PersonId
from kundcenter.domain.matching import MatchReason, matches, told
from kundcenter.domain.people import Person, Protection
from tests.ground import MORNING, NUMBER

HERE, THERE = UUID(int=1), UUID(int=2)
TIME = Timeslot(  # Tuesday 24 November 2026, 13:00–13:30 on a Swedish clock
    UUID(int=99),
    TimeslotKind.VISIT,
    HERE,
    "NYBESOK",
    datetime(2026, 11, 24, 12, tzinfo=UTC),
    datetime(2026, 11, 24, 12, 30, tzinfo=UTC),
    1,
    datetime(2026, 11, 24, 12, tzinfo=UTC),
)
WAIT = Wait(
    UUID(int=10),
    UUID(int=20),
    HERE,
    "NYBESOK",
    MORNING - timedelta(days=9),
    UUID(int=30),
    NUMBER,
    notice=timedelta(days=1),
)

days = st.integers(-3, 6).map(lambda n: MORNING + timedelta(days=n, hours=5))
waits = st.builds(
    replace,
    st.just(WAIT),
    id=st.integers(0, 99).map(lambda n: UUID(int=n)),
    person_id=st.integers(0, 9).map(lambda n: UUID(int=n)),
    unit_id=st.sampled_from((HERE, HERE, THERE)),
    time_type=st.sampled_from(("NYBESOK", "NYBESOK", "NYBESOK", "ATERBESOK")),
    added_at=days,
    earliest=st.none() | days,
    latest=st.none() | days,
    notice=st.integers(0, 5).map(lambda n: timedelta(days=n)),
    from_clock=st.none() | st.sampled_from((time(8), time(13), time(13, 1))),
    to_clock=st.none() | st.sampled_from((time(13, 29), time(13, 30), time(17))),
    weekdays=st.frozensets(st.integers(1, 7)),
    other_units=st.booleans(),
    priority=st.integers(0, 2),
    guaranteed_by=st.none() | days,
    state=st.sampled_from((WaitState.WAITING, WaitState.WAITING, WaitState.BOOKED)),
)
lists = st.lists(waits, max_size=12, unique_by=lambda wait: wait.id)


def wanted(wait: Wait, now: datetime) -> bool:
    """Written out once more, the hard way."""
    if wait.state is not WaitState.WAITING or wait.time_type != TIME.category:
        return False
    if wait.unit_id != HERE and not wait.other_units:
        return False
    ahead = (TIME.starts_at - now) / timedelta(days=1)
    too_soon = ahead <= 0 or ahead < wait.notice.days
    outside = (wait.earliest and TIME.starts_at < wait.earliest) or (
        wait.latest and TIME.starts_at > wait.latest
    )
    at_noon = (wait.from_clock in (None, time(8), time(13))) and (
        wait.to_clock in (None, time(13, 30), time(17))
    )
    on_tuesday = not wait.weekdays or 2 in wait.weekdays
    return not too_soon and not outside and at_noon and on_tuesday


@given(lists, days)
def test_everybody_whom_the_time_fits_is_there_once_and_nobody_else(
    there: list[Wait], now: datetime
) -> None:
    found = matches(TIME, there, now)
    people = [match.wait.person_id for match in found]
    assert len(people) == len(set(people))
    assert set(people) == {wait.person_id for wait in there if wanted(wait, now)}
    assert [match.place for match in found] == list(range(1, len(found) + 1))


@given(lists, days)
def test_each_place_has_its_reason_and_the_reason_is_true(there: list[Wait], now: datetime) -> None:
    found = matches(TIME, there, now)
    for one, next_ in pairwise(found):
        first, second = one.wait, next_.wait
        never = datetime.max.replace(tzinfo=UTC)
        guarantees = [each.guaranteed_by or never for each in (first, second)]
        if one.because is MatchReason.PRIORITY:
            assert first.priority > second.priority
        elif one.because is MatchReason.GUARANTEE:
            assert first.priority == second.priority
            assert guarantees[0] < guarantees[1]
        else:
            assert first.priority == second.priority
            assert guarantees[0] == guarantees[1]
            assert (first.added_at, first.id) < (second.added_at, second.id)
    assert all(match.because is MatchReason.WAITED for match in found[-1:])


@given(lists, days, st.randoms(use_true_random=False))
def test_two_desks_that_know_the_same_ring_in_the_same_order(
    there: list[Wait], now: datetime, random: Any
) -> None:
    mixed = list(there)
    random.shuffle(mixed)
    assert matches(TIME, mixed, now) == matches(TIME, there, now)


@given(lists, days)
def test_nobody_comes_before_another_because_a_third_one_is_there(
    there: list[Wait], now: datetime
) -> None:
    whole = [match.wait.id for match in matches(TIME, there, now)]
    for one in there:
        others = [wait for wait in there if wait.person_id != one.person_id]
        left = [match.wait.id for match in matches(TIME, others, now)]
        assert left == [id for id in whole if id in left]


@given(lists, days, st.integers(0, 11))
def test_to_become_more_urgent_or_to_have_waited_longer_is_never_to_ones_harm(
    there: list[Wait], now: datetime, at: int
) -> None:
    found = matches(TIME, there, now)
    if not found:
        return
    one = found[at % len(found)]
    for better in (
        replace(one.wait, priority=one.wait.priority + 1),
        replace(one.wait, guaranteed_by=MORNING - timedelta(days=99)),
        replace(one.wait, added_at=MORNING - timedelta(days=99)),
    ):
        changed = [better if wait.id == better.id else wait for wait in there]
        (after,) = [m for m in matches(TIME, changed, now) if m.wait.person_id == better.person_id]
        assert after.place <= one.place


@pytest.mark.parametrize(
    ("change", "fits"),
    [
        ({}, True),
        ({"notice": timedelta(days=3, hours=5)}, True),  # to the second
        ({"notice": timedelta(days=3, hours=5, seconds=1)}, False),
        ({"earliest": TIME.starts_at, "latest": TIME.starts_at}, True),
        ({"earliest": TIME.starts_at + timedelta(seconds=1)}, False),
        ({"latest": TIME.starts_at - timedelta(seconds=1)}, False),
        ({"from_clock": time(13), "to_clock": time(13, 30)}, True),
        ({"from_clock": time(13, 0, 1)}, False),
        ({"to_clock": time(13, 29, 59)}, False),
        ({"weekdays": frozenset({2})}, True),
        ({"weekdays": frozenset({1, 3, 4, 5, 6, 7})}, False),
        ({"unit_id": THERE}, False),
        ({"unit_id": THERE, "other_units": True}, True),
        ({"time_type": "nybesok"}, False),
        ({"state": WaitState.ENDED}, False),
    ],
)
def test_what_fits_and_what_does_not(change: dict[str, Any], fits: bool) -> None:
    assert replace(WAIT, **change).fits(TIME, MORNING) is fits


def test_the_clock_is_a_swedish_one_on_both_sides_of_the_change() -> None:
    """13:00 is 12 UTC in winter and 11 UTC in summer; DOMAIN §10."""
    afternoon = replace(WAIT, from_clock=time(13), to_clock=time(14))
    for day, hour in (((2026, 10, 23), 11), ((2026, 10, 26), 12), ((2026, 3, 30), 11)):
        begins = datetime(*day, hour, tzinfo=UTC)
        slot = replace(TIME, starts_at=begins, ends_at=begins + timedelta(minutes=30))
        now = begins - timedelta(days=7)
        assert afternoon.fits(slot, now)
        early = replace(slot, starts_at=begins - timedelta(hours=1))
        assert not afternoon.fits(early, now)


def test_a_visit_over_midnight_is_over_on_no_clock_of_the_first_day() -> None:
    begins = datetime(2026, 11, 24, 22, 30, tzinfo=UTC)  # 23:30 in Sweden
    slot = replace(TIME, starts_at=begins, ends_at=begins + timedelta(hours=1))
    assert replace(WAIT, from_clock=time(18)).fits(slot, MORNING)
    assert not replace(WAIT, to_clock=time(23, 59)).fits(slot, MORNING)


def test_a_time_that_has_begun_fits_nobody() -> None:
    at_once = replace(WAIT, notice=timedelta())
    assert at_once.fits(TIME, TIME.starts_at - timedelta(seconds=1))
    assert not at_once.fits(TIME, TIME.starts_at)


def test_of_a_protected_person_the_list_tells_neither_name_nor_number() -> None:
    person = Person(WAIT.person_id, PersonId.unknown(WAIT.person_id), "Test", "Person", MORNING)
    (match,) = matches(TIME, [WAIT], MORNING)
    shown = told(match, person)
    assert (shown.wait.number, shown.person) == (NUMBER, person)
    hidden = told(match, person.protected_as(Protection.CONFIDENTIAL))
    assert hidden.person is not None
    assert (hidden.wait.number, hidden.person.name) == ("", "")
    assert (hidden.wait.id, hidden.place) == (WAIT.id, 1)
