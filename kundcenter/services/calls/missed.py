"""Calls that nobody answered here: which they are, and that somebody has seen to them."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from kundcenter.domain.calls import Call
from kundcenter.ports import Reading, Work

MISSED_FOR = timedelta(hours=72)  # whoever has not been rung back by then has rung again


def unhandled(reading: Reading, limit: int) -> tuple[Call, ...]:
    """The newest first; one that rang at several telephones is there as often."""
    return reading.calls.missed(reading.now - MISSED_FOR, limit)


def mark(work: Work, call_ids: tuple[UUID, ...]) -> None:
    """Somebody has seen to these calls.

    One that has been marked stays as it is: two who mark the same list at once have both done
    right.  What is no missed call is refused at the desk, and left alone when it comes late.
    """
    for call_id in call_ids:
        call = work.calls.get(call_id)
        if call.missed or not work.late:
            marked = call.handled(work.now, work.actor.operator_id)
            if marked is not call:
                work.calls.put(marked)
