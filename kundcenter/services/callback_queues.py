"""The call-back queues of units: which category has how much room at which times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.claiming.seats import rooms_of_queue
from kundcenter.domain.access import Function
from kundcenter.domain.calendar import day_bounds, local
from kundcenter.domain.callback_queues import (
    FIRST_DAY,
    LAST_DAY,
    MOST_DAYS_AHEAD,
    CallbackQueue,
    QueueDraft,
    QueueHasNoSuchTime,
    QueueInvalid,
    QueueNotFound,
    QueueStale,
    QueueTaken,
    interval_at,
)
from kundcenter.domain.capacity import Room, Timeslot, TimeslotKind
from kundcenter.ports import Store, Work


class CallbackQueues:
    """All of it may be turned away by the centre: who is placed meanwhile must know of it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def put(self, queue_id: UUID | None, draft: QueueDraft, *, upon: int = 0) -> Changes:
        """A new queue, or the next version of the one whose number was `upon`.

        Whoever is placed stays placed, also where there is less room now.  An interval that was
        resized by itself keeps its size.  Raises QueueNotFound, QueueStale, QueueTaken,
        QueueInvalid (also when a queue would be another unit's or category's), UnitNotFound,
        TextInvalid.
        """
        with self._store.work(
            "callback_queues.put", queue_id=queue_id, draft=draft, upon=upon
        ) as work:
            work.actor.must(Function.MANAGE_CAPACITY)
            older = None if queue_id is None else _current(work, queue_id, upon)
            if older is None and upon:
                raise QueueStale(id=None, number=0)
            draft = draft.checked()
            work.units.get(draft.unit_id)
            if older is None:
                _must_be_free(work, draft)
                work.callback_queues.put(
                    draft.queue(work.new_id(), work.now, work.actor.operator_id)
                )
            else:
                if draft.unit_id != older.unit_id:
                    raise QueueInvalid(field="unit_id", at=0)
                if draft.category is not older.category:
                    raise QueueInvalid(field="category", at=0)
                newer = older.changed(draft, work.now, work.actor.operator_id)
                work.callback_queues.put(newer)
                _follow(work, older, newer)
        return work.changes()

    def end(self, queue_id: UUID, *, upon: int) -> Changes:
        """Nobody is placed in the queue any more.  Raises QueueNotFound, QueueStale."""
        with self._store.work("callback_queues.end", queue_id=queue_id, upon=upon) as work:
            work.actor.must(Function.MANAGE_CAPACITY)
            queue = _current(work, queue_id, upon)
            work.callback_queues.put(queue.ended(work.now, work.actor.operator_id))
        return work.changes()

    def resize(self, queue_id: UUID, starts_at: datetime, capacity: int) -> Changes:
        """One interval has room for so many.  Who is placed stays, and it shows as overbooked.

        Raises QueueNotFound, QueueHasNoSuchTime, CapacityInvalid.
        """
        with self._store.work(
            "callback_queues.resize", queue_id=queue_id, starts_at=starts_at, capacity=capacity
        ) as work:
            _change(work, queue_id, starts_at, lambda each: each.resized(capacity))
        return work.changes()

    def close(self, queue_id: UUID, starts_at: datetime) -> Changes:
        """Nobody is placed in the interval any more; who is, stays.

        Raises QueueNotFound, QueueHasNoSuchTime.
        """
        with self._store.work(
            "callback_queues.close", queue_id=queue_id, starts_at=starts_at
        ) as work:
            _change(work, queue_id, starts_at, lambda each: replace(each, closed=True))
        return work.changes()

    def reopen(self, queue_id: UUID, starts_at: datetime) -> Changes:
        """As before it was closed.  Raises QueueNotFound, QueueHasNoSuchTime."""
        with self._store.work(
            "callback_queues.reopen", queue_id=queue_id, starts_at=starts_at
        ) as work:
            _change(work, queue_id, starts_at, lambda each: replace(each, closed=False))
        return work.changes()

    # -- looks ---------------------------------------------------------------------------------

    def all(self) -> tuple[CallbackQueue, ...]:
        """Every queue that has not been ended."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_DIRECTORY)
            return tuple(each for each in reading.callback_queues.all() if each.ended_at is None)

    def of_unit(self, unit_id: UUID) -> tuple[CallbackQueue, ...]:
        """The unit's queues that have not been ended, in the order of the menu."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_DIRECTORY)
            found = reading.callback_queues.of_unit(unit_id)
            going = [each for each in found if each.ended_at is None]
            return tuple(sorted(going, key=lambda each: each.category.digit))

    def rooms(self, queue_id: UUID, start: date, days: int) -> tuple[Room, ...]:
        """The intervals of so many days, with how much of each is free as this store knows it.

        Raises QueueNotFound, QueueInvalid when the days are too many.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.READ_DIRECTORY)
            queue = reading.callback_queues.get(queue_id)
            if not 0 < days <= MOST_DAYS_AHEAD + 1 or not FIRST_DAY <= start <= LAST_DAY:
                raise QueueInvalid(field="days", at=0)
            wanted = [start + timedelta(days=n) for n in range(days)]
            return rooms_of_queue(reading, queue, wanted)


def _current(work: Work, queue_id: UUID, upon: int) -> CallbackQueue:
    queue = work.callback_queues.get(queue_id)
    if queue.number != upon:
        raise QueueStale(id=queue_id, number=queue.number)
    if queue.ended_at is not None:
        raise QueueNotFound(id=queue_id)
    return queue


def _must_be_free(work: Work, draft: QueueDraft) -> None:
    for each in work.callback_queues.of_unit(draft.unit_id):
        if each.category is draft.category and each.ended_at is None:
            raise QueueTaken(id=each.id)


def _follow(work: Work, older: CallbackQueue, newer: CallbackQueue) -> None:
    """The intervals to come that have a row are as the newer schedule says."""
    today = local(work.now).date()
    last = today + timedelta(days=MOST_DAYS_AHEAD)
    for each in work.timeslots.between(
        day_bounds(today)[0],
        day_bounds(last)[1],
        kind=TimeslotKind.CALLBACK,
        unit_ids=(newer.unit_id,),
    ):
        was, is_ = _scheduled(older, each.starts_at), _scheduled(newer, each.starts_at)
        if each.queue_id != newer.id or is_ is None:
            continue  # an interval that is gone takes nobody: `interval_at` of the queue refuses
        own_size = was is None or each.capacity != was.capacity
        room = each.capacity if own_size else is_.capacity
        now = replace(each, ends_at=is_.ends_at, cutoff_at=is_.cutoff_at, capacity=room)
        if now != each:
            work.timeslots.put(now)


def _scheduled(queue: CallbackQueue, starts_at: datetime) -> Timeslot | None:
    try:
        return interval_at(queue, starts_at)
    except QueueHasNoSuchTime:
        return None


def _change(
    work: Work, queue_id: UUID, starts_at: datetime, change: Callable[[Timeslot], Timeslot]
) -> None:
    work.actor.must(Function.MANAGE_CAPACITY)
    scheduled = interval_at(work.callback_queues.get(queue_id), starts_at)
    stored = work.timeslots.find(scheduled.id)
    work.timeslots.put(change(stored or scheduled))
