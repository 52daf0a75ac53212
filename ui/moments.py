"""A moment that an operator writes: a clock for the next such time, or a day and a clock."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from kundcenter.domain.calendar import at_clock, local

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")


def read_moment(text: str, now: datetime) -> datetime:
    """18:00 as the next such time after `now`; 2026-11-21 18:00; aware, in UTC.

    Raises ValueError when it is neither, or a time that the night on which clocks go forward
    leaves out.
    """
    parts = text.split()
    if not 1 <= len(parts) <= 2:
        raise ValueError(text)
    found = _CLOCK.fullmatch(parts[-1])
    if found is None or not parts[-1].isascii():
        raise ValueError(text)
    clock = time(int(found[1]), int(found[2]))
    if len(parts) == 2:
        try:
            return _there(date.fromisoformat(parts[0]), clock)
        except OverflowError as error:  # the first and the last day of all
            raise ValueError(text) from error
    today = local(now).date()
    meant = at_clock(today, clock)
    return _there(today if meant > now else today + timedelta(days=1), clock)


def read_past(text: str, now: datetime) -> datetime:
    """13:40 as the last such time until `now`; 2026-11-21 13:40 as written; aware, in UTC.

    Raises ValueError as read_moment does, and of a time that has not been yet.
    """
    meant = read_moment(text, now)
    if len(text.split()) == 1 and meant > now:
        clock = local(meant)
        meant = _there(clock.date() - timedelta(days=1), clock.time())
    if meant > now:
        raise ValueError(text)
    return meant


def tomorrow(now: datetime) -> str:
    """2026-11-22: the day after today by a Swedish clock, for an example of what can be written."""
    return f"{local(now).date() + timedelta(days=1):%Y-%m-%d}"


def _there(day: date, clock: time) -> datetime:
    """The instant, if a Swedish clock shows the time on that day.  Raises ValueError."""
    meant = at_clock(day, clock)
    if local(meant).time() != clock:
        raise ValueError(clock)
    return meant
