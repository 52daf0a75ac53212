"""Day, night or emergency, by a supervisor's order."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.switchboard.modes import (
    Mode,
    ModeOrder,
    ModeOrderLifted,
    checked_reason,
    must_end_after,
)
from kundcenter.ports import Store


class Modes:
    """One order holds at a time: a later one takes an earlier one's place."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def standing(self) -> tuple[ModeOrder, ...]:
        """Orders that have neither ended nor been lifted."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_DIRECTORY)
            return reading.modes.standing(reading.now)

    def set(self, mode: Mode, reason: str, ends_at: datetime | None = None) -> Changes:
        """From now on the mode holds, until then or until further notice.

        Of two desks that order at once the later one's holds, in whichever order they are heard.
        Raises ModeOrderInvalid, TextInvalid.
        """
        with self._store.work("modes.set", mode=mode, reason=reason, ends_at=ends_at) as work:
            work.actor.must(Function.SET_MODE)
            id, me = work.new_id(), work.actor.operator_id
            must_end_after(ends_at, work.now)
            order = ModeOrder(id, mode, checked_reason(reason), work.now, ends_at, me)
            later = work.modes.next_after(work.now) if work.late else None
            if later is not None:  # which has come in first, and may have been lifted since
                order = order.lifted(later.starts_at, later.set_by)
            for each in work.modes.standing(work.now):
                if each.starts_at <= work.now or not work.late:
                    work.modes.put(each.lifted(work.now, me))
            work.modes.put(order)
        return work.changes()

    def lift(self, order_id: UUID) -> Changes:
        """The hours of day decide again.  Raises ModeOrderNotFound, ModeOrderLifted."""
        with self._store.work("modes.lift", order_id=order_id) as work:
            work.actor.must(Function.SET_MODE)
            order = work.modes.get(order_id)
            if order.lifted_at is None:
                work.modes.put(order.lifted(work.now, work.actor.operator_id))
            elif not work.late:  # another desk lifted it meanwhile: it is as it was wanted
                raise ModeOrderLifted(id=order_id)
        return work.changes()
