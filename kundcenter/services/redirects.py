"""Send nobody to a unit for a while, and to which one instead."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.redirects import (
    Redirect,
    RedirectLifted,
    checked_reason,
    must_end_after,
    must_lead_elsewhere,
)
from kundcenter.ports import Store


class Redirects:
    """A unit has one order at a time: a new one takes the place of the one that stands."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def standing(self) -> tuple[Redirect, ...]:
        """Every order that has neither ended nor been lifted, by when it began."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_DIRECTORY)
            return reading.redirects.standing(reading.now)

    def set(
        self, unit_id: UUID, to_id: UUID | None, reason: str, ends_at: datetime | None = None
    ) -> Changes:
        """From now on send nobody to the unit but to the other, or to none; until further notice.

        With `ends_at` until then.  Of two desks that order at once the later one's holds.
        Raises UnitNotFound, UnitRetired, RedirectToItself, RedirectNeedsReason,
        RedirectPeriodInvalid, TextInvalid.
        """
        with self._store.work(
            "redirects.set", unit_id=unit_id, to_id=to_id, reason=reason, ends_at=ends_at
        ) as work:
            work.actor.must(Function.REDIRECT)
            for id in (unit_id, to_id):
                if id is not None:
                    work.unit_cards.get(id).must_be_in_use()
            must_end_after(ends_at, work.now)
            standing = work.redirects.standing(work.now)
            older = [each for each in standing if each.unit_id == unit_id]
            others = [each for each in standing if each.unit_id != unit_id]
            must_lead_elsewhere(unit_id, to_id, others, work.now)
            order = Redirect(
                id=work.new_id(),
                unit_id=unit_id,
                to_id=to_id,
                reason=checked_reason(reason),
                starts_at=work.now,
                ends_at=ends_at,
                set_by=work.actor.operator_id,
            )
            for each in older:
                work.redirects.put(each.lifted(work.now, work.actor.operator_id))
            work.redirects.put(order)
        return work.changes()

    def lift(self, redirect_id: UUID) -> Changes:
        """The order holds no more.  Raises RedirectNotFound, RedirectLifted."""
        with self._store.work("redirects.lift", redirect_id=redirect_id) as work:
            work.actor.must(Function.REDIRECT)
            order = work.redirects.get(redirect_id)
            if order.lifted_at is None:
                work.redirects.put(order.lifted(work.now, work.actor.operator_id))
            elif not work.late:  # another desk lifted it meanwhile: it is as it was wanted
                raise RedirectLifted(id=redirect_id)
        return work.changes()
