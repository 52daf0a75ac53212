"""What is read to say how things stand now; inside one reading, and without anybody's name."""

from __future__ import annotations

from collections.abc import Mapping

from kundcenter.domain.calendar import day_bounds, local
from kundcenter.domain.callbacks import CallbackKind, Promise
from kundcenter.domain.supervision.counts import CallCounts, total_counts
from kundcenter.domain.supervision.live_now import LiveNow, today
from kundcenter.domain.supervision.presences import PresenceKind
from kundcenter.domain.supervision.target_defaults import (
    limits_by_queue,
    limits_on,
    with_defaults,
)
from kundcenter.domain.supervision.work_turns import NURSING
from kundcenter.ports import Reading


def live_now(reading: Reading, by_queue: Mapping[str, CallCounts]) -> LiveNow:
    """How it stands, with the calls of today in each queue."""
    now = reading.now
    day = local(now).date()
    start, _ = day_bounds(day)
    targets = with_defaults(reading.targets.all())
    limits = limits_on(targets, day)
    queues = tuple(
        today(queue, by_queue[queue], targets, limits, start=start, now=now)
        for queue in sorted(by_queue)
    )
    whole = today("", total_counts(by_queue.values()), targets, limits, start=start, now=now)
    open_ = reading.callbacks.open()
    safety = [each for each in open_ if each.kind is CallbackKind.SAFETY]
    late = (each for each in open_ if each.promise(now) is Promise.AFTER)
    return LiveNow(
        now,
        start,
        queues,
        whole,
        limits,
        overdue=sum(1 for _ in late) + len(reading.callbacks.expired()),
        safety=len(safety),
        safety_due=sum(each.promise(now) is not Promise.BEFORE for each in safety),
        closures=tuple(reading.queue_closures.standing(now)),
        redirects=tuple(each for each in reading.redirects.standing(now) if each.holds(now)),
        incidents=tuple(reading.incidents.standing()),
        nurses=_nurses(reading),
        queue_limits=limits_by_queue(targets, day),
    )


def _nurses(reading: Reading) -> int | None:
    """How many nurses are signed in somewhere; None where no presence has been noted at all."""
    here = {
        each.operator_id
        for each in reading.presences.open()
        if each.kind is PresenceKind.SIGNED_IN and each.goes_on(reading.now)
    }
    if not here:
        return None
    nurses = (each.id for each in reading.operators.all() if each.roles & NURSING)
    return len(here.intersection(nurses))
