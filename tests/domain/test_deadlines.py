"""The fourteen vectors of DOMAIN §6.2, and what a time limit of whole weekdays must always be."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.calendar import at_clock, is_weekday, local
from kundcenter.domain.deadlines import cancel_deadline

VECTORS = [
    ("2026-11-23 10:00", "2026-11-20 10:00", "2026-11-18 10:00"),
    ("2026-11-24 08:30", "2026-11-23 08:30", "2026-11-19 08:30"),
    ("2026-11-25 13:15", "2026-11-24 13:15", "2026-11-20 13:15"),
    ("2026-11-28 09:00", "2026-11-27 00:00", "2026-11-25 00:00"),
    ("2026-06-22 09:00", "2026-06-18 09:00", "2026-06-16 09:00"),
    ("2026-06-23 08:00", "2026-06-22 08:00", "2026-06-17 08:00"),
    ("2026-12-28 10:00", "2026-12-23 10:00", "2026-12-21 10:00"),
    ("2027-01-04 08:00", "2026-12-30 08:00", "2026-12-28 08:00"),
    ("2027-01-07 14:00", "2027-01-05 14:00", "2026-12-30 14:00"),
    ("2026-05-15 10:00", "2026-05-13 10:00", "2026-05-11 10:00"),
    ("2026-04-07 09:00", "2026-04-02 09:00", "2026-03-31 09:00"),
    ("2026-03-30 08:00", "2026-03-27 08:00", "2026-03-25 08:00"),
    ("2026-10-26 08:00", "2026-10-23 08:00", "2026-10-21 08:00"),
    ("2026-01-07 10:00", "2026-01-05 10:00", "2025-12-30 10:00"),
]
MINUTES = st.integers(0, 24 * 60 - 1)
DAYS = st.dates(date(2005, 2, 1), date(2100, 1, 1))


def clock(text: str) -> datetime:
    """The instant at which a Swedish clock shows the text."""
    read = datetime.fromisoformat(text)
    return at_clock(read.date(), read.time())


@pytest.mark.parametrize(("visit", "day_before", "three_days"), VECTORS)
def test_the_vectors_of_the_domain_hold(visit: str, day_before: str, three_days: str) -> None:
    assert cancel_deadline(clock(visit), 24) == clock(day_before)
    assert cancel_deadline(clock(visit), 72) == clock(three_days)


def test_there_are_fourteen() -> None:
    assert len({visit for visit, _, _ in VECTORS}) == 14


def test_without_a_limit_the_visit_itself_is_the_last_moment() -> None:
    assert cancel_deadline(clock("2026-11-28 09:00"), 0) == clock("2026-11-28 09:00")


def test_what_is_no_time_limit_is_no_answer() -> None:
    with pytest.raises(ValueError, match="zone"):
        cancel_deadline(datetime.fromisoformat("2026-11-23 10:00"), 24)
    with pytest.raises(ValueError, match="hours or more"):
        cancel_deadline(datetime(2026, 11, 23, tzinfo=UTC), -24)


def weekday_minutes(start: datetime, end: datetime) -> int:
    """Whole minutes of weekdays on a Swedish clock between two local times, counted day by day."""
    begins, ends = local(start).replace(tzinfo=None), local(end).replace(tzinfo=None)
    total, day = timedelta(), begins.date()
    while day <= ends.date():
        if is_weekday(day):
            midnight = datetime.combine(day, time())
            first, last = max(begins, midnight), min(ends, midnight + timedelta(days=1))
            total += max(last - first, timedelta())
        day += timedelta(days=1)
    return int(total / timedelta(minutes=1))


@given(DAYS, MINUTES, st.integers(1, 7))
def test_just_so_many_hours_of_weekdays_lie_between(day: date, minute: int, days: int) -> None:
    visit = at_clock(day, time(minute // 60, minute % 60))
    deadline = cancel_deadline(visit, 24 * days)
    assert weekday_minutes(deadline, visit) == days * 24 * 60
    assert is_weekday(local(deadline).date())


@given(DAYS, MINUTES, DAYS, MINUTES, st.integers(0, 5))
def test_a_later_visit_has_no_earlier_limit(
    day: date, minute: int, other: date, later: int, days: int
) -> None:
    visits = sorted(
        [
            at_clock(day, time(minute // 60, minute % 60)),
            at_clock(other, time(later // 60, later % 60)),
        ]
    )
    first, second = (cancel_deadline(visit, 24 * days) for visit in visits)
    assert first <= second


@given(DAYS, MINUTES, st.integers(0, 6))
def test_another_day_is_another_day_earlier(day: date, minute: int, days: int) -> None:
    visit = at_clock(day, time(minute // 60, minute % 60))
    once = cancel_deadline(visit, 24 * days)
    assert cancel_deadline(once, 24) == cancel_deadline(visit, 24 * (days + 1))
