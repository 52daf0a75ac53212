"""A supervisor's order: for now, send nobody to this unit but to that one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kundcenter.domain.calendar import is_instant
from kundcenter.domain.text import line
from kundcenter.errors import NotFound, Refused


class RedirectNotFound(NotFound):
    """No redirect has the id.  Facts: id."""

    code = "redirect.not_found"


class RedirectNeedsReason(Refused):
    """An order says why."""

    code = "redirect.needs_reason"


class RedirectPeriodInvalid(Refused):
    """An order that ends before it begins holds for nobody."""

    code = "redirect.period_invalid"


class RedirectToItself(Refused):
    """A unit is not sent to instead of itself, not by way of other orders either.

    Facts: id (the unit that the order is for).
    """

    code = "redirect.to_itself"


class RedirectLifted(Refused):
    """The order has been lifted.  Facts: id."""

    code = "redirect.lifted"


@dataclass(frozen=True, slots=True)
class Redirect:
    """From `starts_at` until `ends_at`, or until it is lifted.  `to_id` None: to none at all."""

    id: UUID
    unit_id: UUID
    to_id: UUID | None
    reason: str
    starts_at: datetime
    ends_at: datetime | None
    set_by: UUID
    lifted_at: datetime | None = None
    lifted_by: UUID | None = None

    def holds(self, at: datetime) -> bool:
        """Whether the order is in force."""
        if self.lifted_at is not None and self.lifted_at <= at:
            return False
        return self.starts_at <= at and (self.ends_at is None or at < self.ends_at)

    def lifted(self, at: datetime, by: UUID) -> Redirect:
        """The order no longer in force."""
        return replace(self, lifted_at=at, lifted_by=by)


def redirected(unit_id: UUID, redirects: Iterable[Redirect], at: datetime) -> Redirect | None:
    """The order in force for the unit; of several the latest."""
    holding = [each for each in redirects if each.unit_id == unit_id and each.holds(at)]
    return max(holding, key=lambda each: (each.starts_at, each.id), default=None)


def redirect_chain(
    unit_id: UUID, redirects: Iterable[Redirect], at: datetime
) -> tuple[Redirect, ...]:
    """The orders that are met one after another, from the unit on.

    The last one's `to_id` is where one is sent, None to none at all.  It ends before a unit that
    has been met already: no orders lead in a ring for ever.
    """
    known = tuple(redirects)
    met, chain = {unit_id}, list[Redirect]()
    while order := redirected(unit_id, known, at):
        if order.to_id in met:
            break
        chain.append(order)
        if order.to_id is None:
            break
        unit_id = order.to_id
        met.add(unit_id)
    return tuple(chain)


def checked_reason(text: str) -> str:
    """Why, in one line.  Raises RedirectNeedsReason, TextInvalid."""
    reason = line(text, "reason")
    if not reason:
        raise RedirectNeedsReason
    return reason


def must_end_after(ends_at: datetime | None, at: datetime) -> None:
    """Raise RedirectPeriodInvalid unless the end is an instant after the other."""
    if ends_at is not None and not (is_instant(ends_at) and ends_at > at):
        raise RedirectPeriodInvalid


def must_lead_elsewhere(
    unit_id: UUID, to_id: UUID | None, others: Iterable[Redirect], at: datetime
) -> None:
    """Raise RedirectToItself when the new order, with the others, leads back to the unit.

    Others may have begun after `at`: at another desk, before the centre heard of this one.
    """
    if to_id is None:
        return
    known = tuple(others)
    chain = redirect_chain(to_id, known, max([at, *(each.starts_at for each in known)]))
    if unit_id in (to_id, *(each.to_id for each in chain)):
        raise RedirectToItself(id=unit_id)
