"""Times as the operator reads them: Swedish local time, the short form for today."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from kundcenter.domain.calendar import local


def day_and_time(at: datetime) -> str:
    """2026-11-21 21:15"""
    return f"{local(at):%Y-%m-%d %H:%M}"


def clock(at: datetime) -> str:
    """21:15"""
    return f"{local(at):%H:%M}"


def lately(at: datetime, now: datetime | None = None) -> str:
    """The clock for today, the day as well for anything older."""
    same_day = local(at).date() == local(now or datetime.now(UTC)).date()
    return clock(at) if same_day else day_and_time(at)


def span(length: timedelta) -> str:
    """3:07, 1:02:09"""
    seconds = max(0, round(length.total_seconds()))
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
