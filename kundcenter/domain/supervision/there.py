"""Calls no longer than their operator was there.

A desk that loses its power during a talk leaves the call open.  Whoever comes back ends it, perhaps
the next morning: the night was no talk.  Of how long it lasted nobody has told more than the
operator's last sign of life does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kundcenter.domain.calls import Call
from kundcenter.domain.supervision.presences import SILENCE, Presence
from kundcenter.domain.supervision.stays import Stay, signed_in


def while_there(
    calls: Iterable[Call], presences: Iterable[Presence], now: datetime
) -> tuple[Call, ...]:
    """The calls, their talk and wrap-up cut where their operator was gone, as known at `now`.

    A call stays as it is where it is not known that its operator was there at the answer.
    """
    there: dict[UUID, list[Stay]] = {}
    for each in sorted(signed_in(presences, now), key=lambda each: each.starts_at):
        own = there.setdefault(each.operator_id, [])
        if own and each.starts_at <= own[-1].ends_at + SILENCE:  # a program that was started again
            own[-1] = replace(own[-1], ends_at=max(own[-1].ends_at, each.ends_at))
        else:
            own.append(each)
    starts = {id: [each.starts_at for each in own] for id, own in there.items()}
    return tuple(_cut(each, starts, there, now) for each in calls)


def _cut(
    call: Call, starts: dict[UUID, list[datetime]], there: dict[UUID, list[Stay]], now: datetime
) -> Call:
    operator_id, answered = call.operator_id, call.answered_at
    if operator_id is None or answered is None or operator_id not in there:
        return call
    at = bisect_right(starts[operator_id], answered) - 1
    gone = there[operator_id][at].ends_at if at >= 0 else answered
    if at < 0 or gone >= now or answered > gone + SILENCE:
        return call
    gone = max(gone, answered)
    if call.ended_at is None or call.ended_at > gone:
        return replace(call, ended_at=gone, wrap_up_until=None)
    if call.wrap_up_until is not None and call.wrap_up_until > gone:
        return replace(call, wrap_up_until=max(gone, call.ended_at))
    return call
