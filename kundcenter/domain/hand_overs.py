"""A card that is handed to a colleague, with everything in it.

Offered by whoever has the call, taken by whom it was offered to; the history is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from kundcenter.domain.access import MATRIX, Function
from kundcenter.domain.calls import Call
from kundcenter.domain.operators import Operator
from kundcenter.errors import Refused


class NotHandedOver(Refused):
    """The call is not offered to anybody, or not to this operator.  Facts: id."""

    code = "hand_over.not_offered"


class AlreadyHandedOver(Refused):
    """The call is offered to somebody already; withdraw that first.  Facts: id."""

    code = "hand_over.already_offered"


class ReceiverUnfit(Refused):
    """The receiver is disabled, works no calls, or is the operator.  Facts: id."""

    code = "hand_over.receiver_unfit"


@dataclass(frozen=True, slots=True)
class HandOver:
    """One offer.  `brief` is what the colleague should know first, in a line."""

    id: UUID
    call_id: UUID
    from_id: UUID
    to_id: UUID
    offered_at: datetime
    brief: str = field(default="", repr=False)
    taken_at: datetime | None = None
    withdrawn_at: datetime | None = None

    @property
    def open(self) -> bool:
        return self.taken_at is None and self.withdrawn_at is None

    def taken(self, at: datetime, by: UUID) -> HandOver:
        """Raises NotHandedOver when it was offered to somebody else."""
        if not self.open or by != self.to_id:
            raise NotHandedOver(id=self.call_id)
        return replace(self, taken_at=at)

    def withdrawn(self, at: datetime, by: UUID) -> HandOver:
        """By who offered it, or by who will not take it.  Raises NotHandedOver."""
        if not self.open or by not in {self.from_id, self.to_id}:
            raise NotHandedOver(id=self.call_id)
        return replace(self, withdrawn_at=at)


@dataclass(frozen=True, slots=True)
class Handed:
    """A card that waits for the operator: the offer, the call, and who offers it."""

    hand_over: HandOver
    call: Call
    giver: str


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody a card may be handed to."""

    id: UUID
    name: str
    position: str


def may_take(operator: Operator) -> bool:
    """Whether the operator may be given a card."""
    return operator.enabled and bool(MATRIX[Function.WORK_CALLS] & operator.roles)
