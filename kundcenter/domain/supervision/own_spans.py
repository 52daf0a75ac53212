"""One's own shifts of the last weeks: turns on the roster, and days at the desk without one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from kundcenter.domain.supervision.periods import PeriodKind, Span
from kundcenter.domain.supervision.presences import Presence
from kundcenter.domain.supervision.stays import Stay, signed_in
from kundcenter.domain.supervision.work_turns import WorkTurn

BACK = timedelta(weeks=4)  # how far one looks back at one's own days
ONE_DAY = timedelta(hours=5)  # who is away for less comes back to the same day's work


def own_spans(
    turns: Iterable[WorkTurn], presences: Iterable[Presence], operator_id: UUID, now: datetime
) -> tuple[Span, ...]:
    """The operator's shifts that are over, the newest first.

    A turn of the roster is a SHIFT, whether they came or not; time at the desk of which nothing
    lies in a turn is a span of its OWN.
    """
    mine = [each for each in turns if each.operator_id == operator_id and each.removed_at is None]
    planned = [Span(PeriodKind.SHIFT, each.starts_at, each.ends_at) for each in mine]
    days = (
        Span(PeriodKind.OWN, each.starts_at, each.ends_at)
        for each in _days(each for each in signed_in(presences, now))
        if each.operator_id == operator_id and each.starts_at < each.ends_at
    )
    unplanned = [
        day
        for day in days
        if not any(each.start < day.end and day.start < each.end for each in planned)
        and now - day.end > ONE_DAY
    ]
    over = (each for each in (*planned, *unplanned) if now - BACK <= each.start and each.end <= now)
    return tuple(sorted(over, key=lambda each: (each.start, each.end), reverse=True))


def _days(stays: Iterable[Stay]) -> list[Stay]:
    found: list[Stay] = []
    for each in sorted(stays, key=lambda each: (each.operator_id, each.starts_at)):
        last = found[-1] if found else None
        same = last is not None and last.operator_id == each.operator_id
        if last is not None and same and each.starts_at - last.ends_at <= ONE_DAY:
            ends = max(last.ends_at, each.ends_at)
            found[-1] = Stay(each.operator_id, last.starts_at, ends)
        else:
            found.append(each)
    return found
