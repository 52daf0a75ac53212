"""Working time, the active share, staffing: against sums made minute by minute."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.access import Role
from kundcenter.domain.supervision import stays, working_time
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.presences import Presence, PresenceKind
from kundcenter.domain.supervision.roster_terms import PATTERNS, PlannedBreak, RosterLimits
from kundcenter.domain.supervision.stays import Stay
from kundcenter.domain.supervision.work_turns import WorkTurn, planned
from kundcenter.domain.supervision.working_time import ActiveShare, Base, Mark

START = datetime(2026, 10, 24, 18, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
DAY, EVENING, NIGHT = PATTERNS
ANNA, BO, CILLA = (UUID(int=n) for n in (1, 2, 3))


def turn(pattern_at: int, day: date, who: UUID = ANNA, number: int = 1) -> WorkTurn:
    return planned(PATTERNS[pattern_at], day, who, Role.NURSE).turn(UUID(int=number))


def test_a_rast_is_no_working_time_and_a_paus_is() -> None:
    day = date(2026, 5, 4)
    start, end = DAY.bounds(day)
    assert working_time.scheduled([turn(0, day)], start, end) == {ANNA: 9 * HOUR - 45 * MINUTE}
    night = NIGHT.bounds(date(2026, 10, 24))
    assert working_time.scheduled([turn(2, date(2026, 10, 24))], *night) == {ANNA: 11 * HOUR}
    short = NIGHT.bounds(date(2026, 3, 28))
    assert working_time.scheduled([turn(2, date(2026, 3, 28))], *short) == {ANNA: 9 * HOUR}


def test_only_what_lies_between_counts_and_what_is_off_the_roster_does_not() -> None:
    day = date(2026, 5, 4)
    start, _ = DAY.bounds(day)
    one = turn(0, day)
    assert working_time.scheduled([one], start + 5 * HOUR, start + 6 * HOUR) == {ANNA: 15 * MINUTE}
    assert working_time.scheduled([one], start - 5 * HOUR, start) == {}
    assert working_time.scheduled([one.removed(start)], start, start + HOUR) == {}


turns = st.lists(
    st.builds(
        lambda who, begins, long, lunch, gone: WorkTurn(
            UUID(int=9),
            UUID(int=who),
            Role.NURSE,
            "",
            START + begins * MINUTE,
            START + (begins + long) * MINUTE,
            (
                PlannedBreak(
                    BreakKind.LUNCH,
                    START + (begins + lunch % long) * MINUTE,
                    START + (begins + lunch % long + 1) * MINUTE,
                ),
            ),
            removed_at=START if gone else None,
        ),
        st.integers(1, 3),
        st.integers(-30, 60),
        st.integers(2, 60),
        st.integers(0, 59),
        st.booleans(),
    ),
    max_size=6,
)


@given(turns)
def test_working_time_is_what_a_slow_count_gives(there: list[WorkTurn]) -> None:
    """Minute by minute: planned by any turn, and on a rast by none that stands."""
    found = working_time.scheduled(there, START, START + HOUR)
    for who in (ANNA, BO, CILLA):
        own = [each for each in there if each.operator_id == who and each.removed_at is None]
        lunch = [each.breaks[0] for each in own]
        count = 0
        for minute in range(60):
            at = START + minute * MINUTE
            works = any(each.starts_at <= at < each.ends_at for each in own)
            away = any(each.starts_at <= at < each.ends_at for each in lunch)
            count += works and not away
        assert found.get(who, timedelta()) == count * MINUTE
        assert (who in found) == (count > 0)


def test_the_share_of_the_worked_vector() -> None:
    """DOMAIN §13.1: talk and wrap-up of four calls in a shift of 7 200 s."""
    active = timedelta(seconds=300 + 500 + 588 + 250 + 105 + 60 + 120)
    share = ActiveShare(active, timedelta(seconds=7_200))
    assert share.percent is not None
    assert round(share.percent, 1) == 26.7
    assert share.mark() is Mark.FINE


def test_the_marks_are_exact() -> None:
    for seconds, mark in (
        (0, Mark.FINE),
        (5_039, Mark.FINE),
        (5_040, Mark.WARN),  # 70 %
        (5_400, Mark.WARN),  # 75 %, and not more
        (5_401, Mark.OVER),
        (9_000, Mark.OVER),
    ):
        assert ActiveShare(timedelta(seconds=seconds), timedelta(hours=2)).mark() is mark
    strict = RosterLimits(warn_percent=50, most_percent=60)
    assert ActiveShare(HOUR, 2 * HOUR).mark(strict) is Mark.WARN
    assert ActiveShare(HOUR, timedelta()).mark() is Mark.NONE
    assert ActiveShare(HOUR, timedelta()).percent is None
    assert ActiveShare(HOUR, HOUR) + ActiveShare(timedelta(), HOUR) == ActiveShare(HOUR, 2 * HOUR)


def presence(kind: PresenceKind, begins: int, ends: int | None, why: BreakKind | None) -> Presence:
    until = None if ends is None else START + ends * MINUTE
    seen = until or START + begins * MINUTE
    return Presence(UUID(int=7), BO, UUID(int=8), kind, why, START + begins * MINUTE, seen, until)


def test_where_nobody_planned_it_the_presence_counts() -> None:
    there = [
        presence(PresenceKind.SIGNED_IN, 0, 50, None),
        presence(PresenceKind.PAUSE, 10, 15, BreakKind.PAUSE),
        presence(PresenceKind.PAUSE, 20, 40, BreakKind.LUNCH),
    ]
    now = START + HOUR
    signed, lunch = stays.signed_in(there, now), stays.lunches_taken(there, now)
    day = date(2026, 10, 24)
    night = turn(2, day)
    times = working_time.worked([night], signed, lunch, START, START + 2 * HOUR)
    assert times[BO].base is Base.PRESENCE
    assert times[BO].lasts == 30 * MINUTE
    assert times[ANNA].base is Base.ROSTER
    assert times[ANNA].lasts == HOUR  # the night begins at 19:00 UTC
    own = replace(night, operator_id=BO)
    planned_too = working_time.worked([own], signed, lunch, START, START + 2 * HOUR)
    assert planned_too[BO].base is Base.ROSTER
    told = working_time.shares({CILLA: HOUR, BO: 15 * MINUTE}, times)
    assert told[CILLA].mark() is Mark.NONE
    assert told[BO].percent == 50
    assert told[ANNA].percent == 0


def test_a_presence_that_goes_on_counts_until_now() -> None:
    now = START + 5 * MINUTE
    open_ = presence(PresenceKind.SIGNED_IN, 0, None, None)
    assert stays.signed_in([open_], now) == (Stay(BO, START, now),)


def test_four_weeks_before_the_clock_showed_the_same() -> None:
    end = datetime(2026, 11, 7, 8, tzinfo=UTC)  # 09:00 in winter
    assert working_time.weeks_before(end) == datetime(2026, 10, 10, 7, tzinfo=UTC)
    assert working_time.weeks_before(end, 1) == datetime(2026, 10, 31, 8, tzinfo=UTC)


def test_staffing_tells_who_was_to_come_and_who_came() -> None:
    day = date(2026, 5, 4)
    start, end = DAY.bounds(day)
    there = [turn(0, day), turn(0, day, BO, 2)]
    signed = (Stay(BO, start - HOUR, start + HOUR), Stay(CILLA, end - HOUR, end + HOUR))
    found = working_time.staffing(there, signed, start, end)
    assert found.planned_by == frozenset((ANNA, BO))
    assert found.actual_by == frozenset((BO, CILLA))
    assert (found.missing, found.unplanned) == (frozenset((ANNA,)), frozenset((CILLA,)))
    assert found.planned == 2 * (9 * HOUR - 45 * MINUTE)
    assert found.actual == 2 * HOUR


def test_ones_own_turn_is_the_one_that_goes_on_or_the_next() -> None:
    first, second = turn(0, date(2026, 5, 4)), turn(0, date(2026, 5, 5), number=2)
    there = [second, first, turn(0, date(2026, 5, 4), BO, 3)]
    assert working_time.own_turn(there, ANNA, first.starts_at - HOUR) == first
    assert working_time.own_turn(there, ANNA, first.ends_at - MINUTE) == first
    assert working_time.own_turn(there, ANNA, first.ends_at) == second
    assert working_time.own_turn(there, ANNA, second.ends_at) is None
    assert len(working_time.at_work(there, first.starts_at)) == 2
    assert working_time.at_work(there, first.ends_at) == ()
