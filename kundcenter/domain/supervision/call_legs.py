"""What became of one caller in one queue, when several desks tell of the same one.

DOMAIN §13.1.  A call counts once for each queue that it joined, however many telephones rang.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from kundcenter.domain.calls import CallState
from kundcenter.domain.supervision.counts import CallCounts, waits_of

OPEN_FOR = timedelta(hours=1)  # few wait longer; whom nobody has told of since is no longer there

_MS = timedelta(milliseconds=1)
_NO = timedelta()


class Rang(NamedTuple):
    """A call as one desk knows it; `next_answer` is that of the same operator's next call."""

    queue: str
    line_call: str | None
    queued_at: datetime
    state: CallState
    answered_at: datetime | None
    ended_at: datetime | None
    wrap_up_until: datetime | None
    held_ms: int
    next_answer: datetime | None = None


class Left(NamedTuple):
    """A caller who left a queue, as the exchange tells; `reached` by a telephone without a desk."""

    queue: str
    line_call: str
    joined_at: datetime
    left_at: datetime
    reached: bool


class Leg(NamedTuple):
    """One caller in one queue.  Waits and times are whole milliseconds; a wait of None is unknown.

    `handled`: it was answered at a desk, and is over at all of them.  `waiting`: nobody knows yet
    what comes of it, for it joined less than OPEN_FOR ago.
    """

    queue: str
    joined_at: datetime
    answered: bool
    wait_ms: int | None
    handled: bool = False
    talk_ms: int = 0
    hold_ms: int = 0
    wrap_ms: int = 0
    waiting: bool = False


def legs(rang: Iterable[Rang], left: Iterable[Left], now: datetime | None = None) -> list[Leg]:
    """The callers of the queues, out of calls that came through one.

    Give all rows of a call, or none.  `now` None: it is long ago, and nobody waits any more.
    """
    told: dict[tuple[object, str], tuple[list[Rang], list[Left]]] = {}
    for number, row in enumerate(rang):
        key = (number if row.line_call is None else row.line_call, row.queue)
        told.setdefault(key, ([], []))[0].append(row)
    for caller in left:
        told.setdefault((caller.line_call, caller.queue), ([], []))[1].append(caller)
    found = [_settled(queue, rows, callers) for (_, queue), (rows, callers) in told.items()]
    if now is None:
        return found
    return [
        each._replace(waiting=each.wait_ms is None and each.joined_at > now - OPEN_FOR)
        for each in found
    ]


def counted(found: Iterable[Leg]) -> CallCounts:
    """The counts of callers of one queue, or of several."""
    told = tuple(found)
    some = tuple(leg for leg in told if not leg.waiting)
    answered = [leg.wait_ms for leg in some if leg.answered and leg.wait_ms is not None]
    abandoned = [leg.wait_ms for leg in some if not leg.answered and leg.wait_ms is not None]
    return CallCounts(
        answered=waits_of(answered),
        abandoned=waits_of(abandoned),
        unknown=len(some) - len(answered) - len(abandoned),
        handled=sum(leg.handled for leg in some),
        talk_ms=sum(leg.talk_ms for leg in some),
        hold_ms=sum(leg.hold_ms for leg in some),
        wrap_ms=sum(leg.wrap_ms for leg in some),
        waiting=len(told) - len(some),
    )


def _settled(queue: str, rows: Sequence[Rang], callers: Sequence[Left]) -> Leg:
    joined = min([row.queued_at for row in rows] + [caller.joined_at for caller in callers])
    talks = [row for row in rows if row.answered_at is not None]
    if talks:
        first = min(talks, key=_by_answer)
        assert first.answered_at is not None
        return _talked(queue, joined, _ms(first.queued_at, first.answered_at), talks)
    reached = [caller for caller in callers if caller.reached]
    if callers:  # the exchange knows it to the second, and a desk only from when it rang
        one = min(reached or callers, key=lambda caller: (caller.joined_at, caller.left_at))
        return Leg(queue, joined, bool(reached), _ms(one.joined_at, one.left_at))
    gone = [row for row in rows if row.state is CallState.ABANDONED and row.ended_at is not None]
    if gone:
        ends = [_ms(row.queued_at, row.ended_at) for row in gone if row.ended_at is not None]
        return Leg(queue, joined, False, min(ends))
    return Leg(queue, joined, False, None)


def _talked(queue: str, joined: datetime, wait_ms: int, talks: Sequence[Rang]) -> Leg:
    if any(row.ended_at is None for row in talks):
        return Leg(queue, joined, True, wait_ms)
    talk = hold = wrap = 0
    for row in talks:
        assert row.answered_at is not None and row.ended_at is not None
        on_line = _ms(row.answered_at, row.ended_at)
        held = min(row.held_ms, on_line)
        hold += held
        talk += on_line - held
        if row.wrap_up_until is not None:
            until = min(row.wrap_up_until, row.next_answer or row.wrap_up_until)
            wrap += _ms(row.ended_at, until)
    return Leg(queue, joined, True, wait_ms, True, talk, hold, wrap)


def _by_answer(row: Rang) -> tuple[datetime, datetime]:
    assert row.answered_at is not None
    return row.answered_at, row.queued_at


def _ms(start: datetime, end: datetime) -> int:
    """Whole milliseconds; never less than none, for a clock may have been set back between."""
    return max(end - start, _NO) // _MS
