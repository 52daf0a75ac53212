"""Day, night or emergency: how the centre greets and works now (FEATURES row 81)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.calendar import is_instant
from kundcenter.domain.opening import Hours, is_open
from kundcenter.domain.text import line
from kundcenter.errors import NotFound, Refused


class ModeOrderNotFound(NotFound):
    """No order has the id.  Facts: id."""

    code = "mode.not_found"


class ModeOrderLifted(Refused):
    """The order has been lifted.  Facts: id."""

    code = "mode.lifted"


class ModeOrderInvalid(Refused):
    """The order cannot be kept.  Facts: field ("reason", "ends_at")."""

    code = "mode.invalid"


class Mode(StrEnum):
    DAY = "DAG"
    NIGHT = "NATT"
    EMERGENCY = "NODLAGE"


@dataclass(frozen=True, slots=True)
class ModeOrder:
    """A supervisor's order, in place of what the hours of day say.

    Without `ends_at` it holds until it is lifted.  A later order takes an earlier one's place.
    """

    id: UUID
    mode: Mode
    reason: str = field(repr=False)
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

    def lifted(self, at: datetime, by: UUID) -> ModeOrder:
        """The order no longer in force."""
        return replace(self, lifted_at=at, lifted_by=by)


def ordered(orders: Iterable[ModeOrder], at: datetime) -> ModeOrder | None:
    """The order in force; of several the latest."""
    holding = [each for each in orders if each.holds(at)]
    return max(holding, key=lambda each: (each.starts_at, each.id), default=None)


def mode_at(orders: Iterable[ModeOrder], day: Hours, at: datetime) -> Mode:
    """How the centre works then: by the order in force, or else by the hours of day."""
    order = ordered(orders, at)
    if order is not None:
        return order.mode
    return Mode.DAY if is_open(day, at) else Mode.NIGHT


def checked_reason(text: str) -> str:
    """Why, in one line.  Raises ModeOrderInvalid(field="reason"), TextInvalid."""
    reason = line(text, "reason")
    if not reason:
        raise ModeOrderInvalid(field="reason")
    return reason


def must_end_after(ends_at: datetime | None, at: datetime) -> None:
    """Raise ModeOrderInvalid(field="ends_at") unless the end is an instant after the other."""
    if ends_at is not None and not (is_instant(ends_at) and ends_at > at):
        raise ModeOrderInvalid(field="ends_at")
