"""What one committed unit of work touched.  Carried from the store to the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

Kind = Literal[
    "absence",
    "alarm",
    "block",
    "booking",
    "call",
    "callback",
    "callback_queue",
    "call_review",
    "cancel_rules",
    "case",
    "case_terms",
    "choice",
    "disclosure",
    "dissent",
    "contact",
    "draw",
    "duty",
    "entry",
    "feedback",
    "finding",
    "freed_time",
    "hand_over",
    "incident",
    "lift",
    "inquiry",
    "merge",
    "message",
    "mode_order",
    "operator",
    "pack",
    "part",
    "person",
    "presence",
    "question",
    "queue_call",
    "queue_closure",
    "redirect",
    "referral",
    "roster_terms",
    "rules",
    "sample",
    "sampled_call",
    "session",
    "snippet",
    "special_note",
    "survey",
    "switchboard_terms",
    "target",
    "timeslot",
    "topic",
    "transfer",
    "unit",
    "wait",
    "work_item",
    "work_turn",
]


@dataclass(frozen=True, slots=True)
class Change:
    kind: Kind
    id: UUID


@dataclass(frozen=True, slots=True)
class Changes:
    items: tuple[Change, ...] = ()

    def of(self, kind: Kind) -> tuple[UUID, ...]:
        """The ids of the given kind, in the order in which they were touched."""
        return tuple(change.id for change in self.items if change.kind == kind)

    def the(self, kind: Kind) -> UUID:
        """The one id of the given kind; a verb that makes one thing is asked this way."""
        (id,) = self.of(kind)
        return id

    def __bool__(self) -> bool:
        return bool(self.items)
