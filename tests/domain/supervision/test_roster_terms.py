"""Shifts by the clock, also on the nights when it is moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.calendar import DayClass, local
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.roster_terms import (
    LIMITS,
    MOST_PATTERNS,
    PATTERNS,
    Pattern,
    PatternBreak,
    RosterLimits,
    RosterTermsInvalid,
    checked_limits,
    checked_patterns,
    clean_code,
    in_force,
)
from kundcenter.domain.text import TextInvalid

DAY, EVENING, NIGHT = PATTERNS
HOURS = timedelta(hours=1)
clocks = st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 59)))
days = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def test_a_night_is_nine_ten_or_eleven_hours_long() -> None:
    long = {
        day: NIGHT.bounds(day)[1] - NIGHT.bounds(day)[0]
        for day in (date(2026, 3, 28), date(2026, 5, 1), date(2026, 10, 24))
    }
    assert list(long.values()) == [9 * HOURS, 10 * HOURS, 11 * HOURS]
    assert NIGHT.bounds(date(2026, 10, 24)) == (
        datetime(2026, 10, 24, 19, tzinfo=UTC),
        datetime(2026, 10, 25, 6, tzinfo=UTC),
    )


def test_a_shift_that_ends_when_it_begins_lasts_for_a_whole_day() -> None:
    whole = replace(DAY, ends=DAY.starts, breaks=())
    assert whole.length == timedelta(days=1)
    assert [
        (end - start) / HOURS
        for start, end in map(
            whole.bounds, (date(2026, 3, 28), date(2026, 7, 1), date(2026, 10, 24))
        )
    ] == [23, 24, 25]


def test_breaks_lie_where_the_clock_says_so() -> None:
    shown = [
        (
            each.kind,
            local(each.starts_at).strftime("%d %H:%M"),
            local(each.ends_at).strftime("%H:%M"),
        )
        for each in NIGHT.breaks_on(date(2026, 5, 1))
    ]
    assert shown == [
        (BreakKind.PAUSE, "02 00:30", "01:00"),
        (BreakKind.PAUSE, "02 04:00", "04:30"),
    ]


def test_where_an_hour_is_missing_breaks_follow_one_another() -> None:
    pattern = replace(
        NIGHT,
        breaks=(
            PatternBreak(BreakKind.PAUSE, time(2, 30), 60),
            PatternBreak(BreakKind.LUNCH, time(3, 30), 30),
        ),
    )
    assert checked_patterns([pattern]) == (pattern,)
    first, second = pattern.breaks_on(date(2026, 3, 28))
    assert first.ends_at == second.starts_at  # half past three came at once
    assert (first.ends_at - first.starts_at, second.ends_at - second.starts_at) == (
        HOURS,
        HOURS / 2,
    )


def test_what_would_go_on_after_the_shift_is_cut_off() -> None:
    pattern = replace(NIGHT, ends=time(4), breaks=(PatternBreak(BreakKind.PAUSE, time(2, 30), 90),))
    (only,) = pattern.breaks_on(date(2026, 3, 28))
    assert only.ends_at == pattern.bounds(date(2026, 3, 28))[1]
    assert only.ends_at - only.starts_at == HOURS / 2


@given(clocks, clocks, st.lists(st.tuples(clocks, st.integers(1, 240)), max_size=4), days)
def test_breaks_are_in_order_and_within_the_shift_on_every_day(
    starts: time, ends: time, told: list[tuple[time, int]], day: date
) -> None:
    breaks = tuple(PatternBreak(BreakKind.PAUSE, clock, long) for clock, long in told)
    pattern = Pattern("X", "Prov", starts, ends, breaks=breaks)
    try:
        checked_patterns([pattern])
    except RosterTermsInvalid:
        return
    begins, last = pattern.bounds(day)[0], pattern.bounds(day)[0]
    for each in pattern.breaks_on(day):
        assert last <= each.starts_at < each.ends_at
        last = each.ends_at
    assert begins <= last <= pattern.bounds(day)[1]


def test_a_pattern_is_kept_clean() -> None:
    odd = replace(
        DAY, code=" d ", name="  Dag  lång", days=(DayClass.LORDAG_AFTON, DayClass.VARDAG)
    )
    (kept,) = checked_patterns([odd])
    assert (kept.code, kept.name) == ("D", "Dag lång")
    assert kept.days == (DayClass.VARDAG, DayClass.LORDAG_AFTON)
    assert kept.usual_on(date(2026, 11, 23))
    assert not kept.usual_on(date(2026, 11, 22))
    assert DAY.usual_on(date(2026, 11, 22))
    assert [clean_code(text) for text in ("n+", "Å1", "", "för lång kod", "-", "a b")] == [
        "N+",
        "Å1",
        None,
        None,
        None,
        None,
    ]


BAD = {
    "code": replace(DAY, code="?"),
    "name": replace(DAY, name=" "),
    "starts": replace(DAY, starts=time(7, 0, 1)),
    "ends": replace(DAY, ends=time(16, tzinfo=UTC)),
}


@pytest.mark.parametrize("field", list(BAD))
def test_what_is_wrong_with_a_pattern_is_told(field: str) -> None:
    with pytest.raises(RosterTermsInvalid) as told:
        checked_patterns([NIGHT, BAD[field]])
    assert told.value.facts == {"field": field, "row": 2}


@pytest.mark.parametrize(
    ("starts", "minutes", "field"),
    [
        (time(6, 45), 15, "break"),  # before the shift
        (time(15, 50), 15, "break"),  # goes on after it
        (time(9, 40), 15, "break"),  # while another goes on
        (time(9, 30, 30), 15, "break"),
        (time(14), 0, "minutes"),
        (time(8), 241, "minutes"),
    ],
)
def test_what_is_wrong_with_a_break_is_told(starts: time, minutes: int, field: str) -> None:
    breaks = (DAY.breaks[0], PatternBreak(BreakKind.PAUSE, starts, minutes))
    with pytest.raises(RosterTermsInvalid) as told:
        checked_patterns([replace(DAY, breaks=breaks)])
    assert told.value.facts == {"field": field, "row": 1, "break_row": 2}


def test_some_of_a_shift_is_work() -> None:
    short = replace(DAY, starts=time(7), ends=time(9))
    lunch = PatternBreak(BreakKind.LUNCH, time(7), 120)
    with pytest.raises(RosterTermsInvalid):
        checked_patterns([replace(short, breaks=(lunch,))])
    paid = replace(lunch, kind=BreakKind.PAUSE)
    assert checked_patterns([replace(short, breaks=(paid,))])


def test_each_code_is_there_once_and_one_is_in_use() -> None:
    for wrong in ([DAY, replace(NIGHT, code="d")], [replace(DAY, ended=True)], []):
        with pytest.raises(RosterTermsInvalid):
            checked_patterns(wrong)
    many = [replace(DAY, code=f"X{n}") for n in range(MOST_PATTERNS + 1)]
    assert len(checked_patterns(many[:-1])) == MOST_PATTERNS
    with pytest.raises(RosterTermsInvalid):
        checked_patterns(many)
    with pytest.raises(TextInvalid):
        checked_patterns([replace(DAY, name="x" * 61)])


def test_limits_are_those_of_the_seed_and_none_that_nobody_means() -> None:
    assert (LIMITS.warn_percent, LIMITS.most_percent, LIMITS.weeks) == (70, 75, 4)
    assert checked_limits(LIMITS) == LIMITS
    for wrong in (
        RosterLimits(warn_percent=0),
        RosterLimits(warn_percent=76),
        RosterLimits(most_percent=101),
        RosterLimits(weeks=0),
        RosterLimits(weeks=53),
    ):
        with pytest.raises(RosterTermsInvalid):
            checked_limits(wrong)
    assert in_force(None) == (PATTERNS, LIMITS)
