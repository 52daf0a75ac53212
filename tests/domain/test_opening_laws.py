"""Opening hours against a slow model, minute by minute."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.calendar import STOCKHOLM, at_clock
from kundcenter.domain.opening import (
    Hours,
    OpenState,
    effective_weekday,
    is_open,
    opening_at,
)
from tests.domain.hours import hours_of_all_kinds

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


def stretches(hours: Hours, day: date) -> list[tuple[datetime, datetime]] | None:
    """The stretches that begin on the day, told without any of the rules' own code."""
    others = [other for other in hours.exceptions if other.first <= day <= other.last]
    if others:
        walls = [
            (other.opens, other.closes + (1440 if other.closes <= other.opens else 0))
            for other in others
            if other.opens is not None and other.closes is not None
        ]
    elif not hours.spans:
        return None
    else:
        weekday = effective_weekday(day, hours)
        walls = []
        for span in hours.spans:
            last = span.from_day + (span.to_day - span.from_day) % 7
            length = (last - span.from_day) * 1440 + span.closes - span.opens
            if length <= 1440:
                if weekday == span.from_day:
                    walls.append((span.opens, span.opens + length))
                continue
            for each in range(span.from_day, last + 1):
                if (each - 1) % 7 + 1 == weekday:
                    opens = span.opens if each == span.from_day else 0
                    walls.append((opens, span.closes if each == last else 1440))
    return [(instant(day, opens), instant(day, closes)) for opens, closes in walls]


def instant(day: date, minute: int) -> datetime:
    days, minute = divmod(minute, 1440)
    return at_clock(day + DAY * days, time(*divmod(minute, 60)))


@given(
    hours_of_all_kinds(),
    st.datetimes(datetime(2026, 3, 20), datetime(2027, 1, 10), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_a_slow_model_says_the_same(hours: Hours, now: datetime) -> None:
    now = now.replace(second=0, microsecond=0)
    today = now.astimezone(STOCKHOLM).date()
    every = [
        each for count in range(-2, 20) for each in stretches(hours, today + DAY * count) or ()
    ]
    told = opening_at(hours, now)
    held = [each for each in every if each[0] <= now < each[1]]
    assert is_open(hours, now) == bool(held) == (told.state is OpenState.OPEN)
    if not held:
        known = stretches(hours, today) is not None
        assert told.state is (OpenState.CLOSED if known else OpenState.UNKNOWN)
        later = [start for start, end in every if now < start < end]
        if later:
            assert told.opens_at == min(later)
        else:
            assert told.opens_at is None or told.opens_at > now + 17 * DAY
        return
    assert told.opens_at is None
    minute = now
    while minute <= now + 14 * DAY and any(start <= minute < end for start, end in every):
        until = max(end for start, end in every if start <= minute < end)
        minute = until  # no minute before it can be closed
    assert told.closes_at == (minute if minute <= now + 14 * DAY else None)
