"""Who was in active advice for how long: calls and presences, inside one reading."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from kundcenter.domain.calls import Call
from kundcenter.domain.supervision.own_shift import active_times
from kundcenter.domain.supervision.there import while_there
from kundcenter.domain.supervision.work_turns import NURSING
from kundcenter.domain.supervision.working_time import ActiveShare, shares, worked
from kundcenter.ports import Reading

LONGEST_CALL = timedelta(hours=12)  # one that was answered before a time may go on in it


def calls_there(
    reading: Reading,
    calls: Iterable[Call],
    start: datetime,
    end: datetime,
    operator_id: UUID | None = None,
) -> tuple[Call, ...]:
    """The calls of a time, none longer than its operator was there; of one operator or of all."""
    first = start - LONGEST_CALL
    if operator_id is None:
        known = reading.presences.between(first, end)
    else:
        known = reading.presences.of(operator_id, first, end)
    return while_there(calls, known, reading.now)


def calls_between(
    reading: Reading, start: datetime, end: datetime, operator_id: UUID | None = None
) -> tuple[Call, ...]:
    """The answered calls of which some may lie between, as long as their operator was there."""
    if start >= end:
        return ()
    found = reading.calls.answered_by(operator_id, start - LONGEST_CALL, end)
    return calls_there(reading, found, start, end, operator_id)


def nurses_shares(reading: Reading, start: datetime, end: datetime) -> dict[UUID, ActiveShare]:
    """The active share of each who has a nurse's turn between, until now (DOMAIN §12, §13.1)."""
    turns = [each for each in reading.work_turns.between(start, end) if each.role in NURSING]
    times = worked(turns, (), (), start, end)
    calls = calls_between(reading, start, end) if times else ()
    found = shares(active_times(calls, start, end, reading.now, times), times)
    return {operator_id: found[operator_id] for operator_id in times}
