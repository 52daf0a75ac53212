"""Who is somewhere from when until when: what turns and presences have in common.

A stay's end is not of it.  Two stays of one operator at a time are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.supervision.presences import Presence, PresenceKind
from kundcenter.domain.supervision.work_turns import WorkTurn

_NO = timedelta()


@dataclass(frozen=True, slots=True)
class Stay:
    """One operator, from one instant until another."""

    operator_id: UUID
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time during which the same operators are there; nobody is an empty set."""

    starts_at: datetime
    ends_at: datetime
    operators: frozenset[UUID]

    @property
    def lasts(self) -> timedelta:
        return self.ends_at - self.starts_at


def of_turns(turns: Iterable[WorkTurn], roles: Iterable[Role] | None = None) -> tuple[Stay, ...]:
    """The turns that are on the roster, with their breaks; only those worked as one of `roles`."""
    wanted = None if roles is None else frozenset(roles)
    return tuple(
        Stay(each.operator_id, each.starts_at, each.ends_at)
        for each in turns
        if each.removed_at is None and (wanted is None or each.role in wanted)
    )


def lunches(turns: Iterable[WorkTurn]) -> tuple[Stay, ...]:
    """The breaks of the turns that are no working time."""
    return tuple(
        Stay(turn.operator_id, each.starts_at, each.ends_at)
        for turn in turns
        if turn.removed_at is None
        for each in turn.breaks
        if not each.kind.worked
    )


def signed_in(presences: Iterable[Presence], now: datetime) -> tuple[Stay, ...]:
    """When each was signed in, breaks and all, as known at `now`."""
    return tuple(
        Stay(each.operator_id, each.starts_at, each.until(now))
        for each in presences
        if each.kind is PresenceKind.SIGNED_IN
    )


def lunches_taken(presences: Iterable[Presence], now: datetime) -> tuple[Stay, ...]:
    """The breaks that were taken and are no working time, as known at `now`."""
    return tuple(
        Stay(each.operator_id, each.starts_at, each.until(now))
        for each in presences
        if each.kind is PresenceKind.PAUSE and each.why is not None and not each.why.worked
    )


def within(stays: Iterable[Stay], start: datetime, end: datetime) -> Iterator[Stay]:
    """What of each stay lies between."""
    for each in stays:
        begins, ends = max(each.starts_at, start), min(each.ends_at, end)
        if begins < ends:
            yield Stay(each.operator_id, begins, ends)


def stretches(stays: Iterable[Stay], start: datetime, end: datetime) -> tuple[Stretch, ...]:
    """Who is there, from `start` to `end` without a gap; neighbours differ."""
    if start >= end:
        return ()
    steps: dict[datetime, dict[UUID, int]] = {start: {}}
    for each in within(stays, start, end):
        for at, step in ((each.starts_at, 1), (each.ends_at, -1)):
            there = steps.setdefault(at, {})
            there[each.operator_id] = there.get(each.operator_id, 0) + step
    found: list[Stretch] = []
    count: dict[UUID, int] = {}
    moments = sorted(steps)
    for at, until in zip(moments, [*moments[1:], end], strict=True):
        for operator_id, step in steps[at].items():
            count[operator_id] = count.get(operator_id, 0) + step
        if at == until:
            continue
        there_now = frozenset(each for each, times in count.items() if times > 0)
        if found and found[-1].operators == there_now:
            found[-1] = Stretch(found[-1].starts_at, until, there_now)
        else:
            found.append(Stretch(at, until, there_now))
    return tuple(found)


def there(stays: Iterable[Stay], start: datetime, end: datetime) -> dict[UUID, tuple[Stretch, ...]]:
    """When each operator was there between, in order; whoever was not has no key."""
    theirs: dict[UUID, list[Stay]] = {}
    for each in within(stays, start, end):
        theirs.setdefault(each.operator_id, []).append(each)
    return {
        operator_id: tuple(each for each in stretches(own, start, end) if each.operators)
        for operator_id, own in theirs.items()
    }


def times(stays: Iterable[Stay], start: datetime, end: datetime) -> dict[UUID, timedelta]:
    """How long each operator was there between; whoever was not has no key."""
    return {
        operator_id: sum((each.lasts for each in own), _NO)
        for operator_id, own in there(stays, start, end).items()
    }


def without(stays: Iterable[Stay], away: Iterable[Stay]) -> tuple[Stay, ...]:
    """The stays but for when the same operator was away."""
    gone: dict[UUID, list[Stay]] = {}
    for each in away:
        gone.setdefault(each.operator_id, []).append(each)
    found: list[Stay] = []
    for stay in stays:
        holes = tuple(within(gone.get(stay.operator_id, ()), stay.starts_at, stay.ends_at))
        for part in stretches(holes, stay.starts_at, stay.ends_at):
            if not part.operators:
                found.append(Stay(stay.operator_id, part.starts_at, part.ends_at))
    return tuple(found)
