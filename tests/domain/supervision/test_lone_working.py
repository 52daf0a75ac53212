"""When one nurse is alone: against a count made minute by minute."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.access import Role
from kundcenter.domain.supervision import stays
from kundcenter.domain.supervision.lone_working import at_the_line, lone_working, of_nurses
from kundcenter.domain.supervision.roster_terms import PATTERNS
from kundcenter.domain.supervision.stays import Stay
from kundcenter.domain.supervision.work_turns import NURSING, planned

START = datetime(2026, 11, 23, 20, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
ANNA, BO, CILLA = (UUID(int=n) for n in (1, 2, 3))


def stay(who: UUID, begins: int, ends: int) -> Stay:
    return Stay(who, START + begins * MINUTE, START + ends * MINUTE)


some = st.lists(
    st.builds(
        lambda who, begins, long: stay(UUID(int=who), begins, begins + long),
        st.integers(1, 3),
        st.integers(-20, 70),
        st.integers(0, 60),
    ),
    max_size=7,
)


def _there(found: list[Stay] | tuple[Stay, ...], at: datetime) -> set[UUID]:
    return {each.operator_id for each in found if each.starts_at <= at < each.ends_at}


@given(some)
def test_lone_working_is_what_a_slow_count_gives(there: list[Stay]) -> None:
    found = lone_working(there, START, START + HOUR)
    minutes = [_there(there, START + minute * MINUTE) for minute in range(60)]
    assert found.minutes == sum(len(each) == 1 for each in minutes)
    assert found.empty_minutes == sum(not each for each in minutes)
    for who in (ANNA, BO, CILLA):
        assert found.minutes_of(who) == sum(each == {who} for each in minutes)
    every = stays.stretches(there, START, START + HOUR)
    assert every[0].starts_at == START
    assert every[-1].ends_at == START + HOUR
    for one, next_ in pairwise(every):
        assert one.ends_at == next_.starts_at
        assert one.operators != next_.operators


@given(some, some)
def test_who_is_away_is_not_there(there: list[Stay], away: list[Stay]) -> None:
    left = stays.without(there, away)
    for minute in range(-20, 130):
        at = START + minute * MINUTE
        assert _there(left, at) == _there(there, at) - _there(away, at)


def test_a_handover_that_overlaps_is_no_lone_working_and_one_that_misses_is_nobody() -> None:
    met = lone_working([stay(ANNA, 0, 30), stay(BO, 30, 60)], START, START + HOUR)
    assert (met.minutes, met.empty_minutes) == (60, 0)
    missed = lone_working([stay(ANNA, 0, 29), stay(BO, 31, 60)], START, START + HOUR)
    assert (missed.minutes, missed.empty_minutes) == (58, 2)
    assert [each.lasts for each in missed.nobody] == [2 * MINUTE]


def test_one_who_is_signed_in_at_two_desks_is_one() -> None:
    found = lone_working([stay(ANNA, 0, 40), stay(ANNA, 20, 60)], START, START + HOUR)
    assert [(each.lasts, each.operators) for each in found.alone] == [(HOUR, frozenset((ANNA,)))]


def test_parts_of_minutes_are_added_before_they_are_cut_off() -> None:
    half = timedelta(seconds=30)
    there = [
        Stay(ANNA, START, START + half),
        Stay(ANNA, START + 2 * MINUTE, START + 2 * MINUTE + half),
    ]
    assert lone_working(there, START, START + HOUR).minutes == 1


def test_a_break_makes_nobody_alone_but_at_the_line_a_rast_does() -> None:
    """Two by day whose rast is at different times: each is alone with the calls for a while."""
    start, end = PATTERNS[0].bounds(date(2026, 5, 4))
    turns = [
        planned(PATTERNS[0], date(2026, 5, 4), who, Role.NURSE).turn(UUID(int=9))
        for who in (ANNA, BO)
    ]
    there = stays.of_turns(turns, NURSING)
    assert lone_working(there, start, end).minutes == 0
    lunch = stays.lunches(turns[:1])
    assert at_the_line(there, lunch, start, end).minutes == 45
    assert at_the_line(there, stays.lunches(turns), start, end).empty_minutes == 45


def test_only_nurses_count() -> None:
    both = [stay(ANNA, 0, 60), stay(BO, 0, 60)]
    nurses = of_nurses(both, frozenset({ANNA}))
    assert lone_working(nurses, START, START + HOUR).minutes == 60
    day = date(2026, 5, 4)
    turns = [
        planned(PATTERNS[0], day, ANNA, Role.SWITCHBOARD).turn(UUID(int=9)),
        planned(PATTERNS[0], day, BO, Role.SUPERVISOR_NURSE).turn(UUID(int=8)),
    ]
    assert [each.operator_id for each in stays.of_turns(turns, NURSING)] == [BO]
    assert len(stays.of_turns(turns)) == 2


def test_an_empty_time_has_no_stretch() -> None:
    assert stays.stretches([stay(ANNA, 0, 60)], START, START) == ()
    assert lone_working([], START, START + HOUR).empty_minutes == 60
