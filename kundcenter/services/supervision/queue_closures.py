"""Let nobody into a queue for a while, and let them in again."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.supervision.closures import (
    Closure,
    ClosureLifted,
    Switch,
    checked_queue,
    checked_reason,
    must_end_after,
    switches,
)
from kundcenter.ports import Store

UNTOLD = timedelta(days=1)  # so old may an order to open be that a desk died over


class QueueClosures:
    """A queue has one order at a time: a new one takes the place of the one that stands.

    What an order says here the exchange is told by every desk (ui/supervision): see
    docs/exchange.md.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def standing(self) -> tuple[Closure, ...]:
        """Every order that has neither ended nor been lifted, by when it began."""
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_LIVE)
            return reading.queue_closures.standing(reading.now)

    def between(self, start: datetime, end: datetime) -> tuple[Closure, ...]:
        """Those that hold at some time in [start, end), by when they began; lifted ones too."""
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_LIVE)
            return reading.queue_closures.between(start, end)

    def switches(
        self, closure_ids: Collection[UUID] = (), *, anew: bool = False
    ) -> tuple[Switch, ...]:
        """How the exchange is to have the queues that are closed, and those that these are of.

        `anew` for who has told it nothing yet: of an order that was lifted in the last day it may
        not have been told either, if the desk died just then.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.FOLLOW_LINE)
            known, now = reading.queue_closures, reading.now
            before = known.between(now - UNTOLD, now) if anew else ()
            lifted = (each for each in before if each.lifted_at is not None)
            return switches((*known.standing(now), *known.some(closure_ids), *lifted), now)

    def close(self, queue: str, reason: str, ends_at: datetime | None = None) -> Changes:
        """From now on nobody is let into the queue, until then or until further notice.

        Whoever waits already keeps their place.  Of two desks that order at once the later one's
        holds.  Raises ClosureInvalid, TextInvalid.
        """
        with self._store.work(
            "queue_closures.close", queue=queue, reason=reason, ends_at=ends_at
        ) as work:
            work.actor.must(Function.CLOSE_QUEUE)
            id, me = work.new_id(), work.actor.operator_id
            must_end_after(ends_at, work.now)
            closure = Closure(
                id, checked_queue(queue), checked_reason(reason), work.now, ends_at, me
            )
            for each in work.queue_closures.standing(work.now):
                if each.queue == closure.queue:
                    work.queue_closures.put(each.lifted(work.now, me))
            work.queue_closures.put(closure)
        return work.changes()

    def open(self, closure_id: UUID) -> Changes:
        """Callers are let in again.  Raises ClosureNotFound, ClosureLifted."""
        with self._store.work("queue_closures.open", closure_id=closure_id) as work:
            work.actor.must(Function.CLOSE_QUEUE)
            closure = work.queue_closures.get(closure_id)
            if closure.lifted_at is None:
                work.queue_closures.put(closure.lifted(work.now, work.actor.operator_id))
            elif not work.late:  # another desk opened it meanwhile: it is as it was wanted
                raise ClosureLifted(id=closure_id)
        return work.changes()
