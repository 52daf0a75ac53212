"""A caller who is passed on: to whom, how, with which words, and what came of it.

The exchange is told only the transfer's id; words and identity travel by the store
(FEATURES rows 8–10, 79).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.lines import ReturnReason
from kundcenter.domain.phone_numbers import stored
from kundcenter.domain.text import line
from kundcenter.errors import NotFound, Refused

BRIEF_LIMIT = 300  # characters
QUEUE_LIMIT = 80
EMERGENCY = "112"


class TransferNotFound(NotFound):
    """No transfer has the id.  Facts: id."""

    code = "transfer.not_found"


class TransferOver(Refused):
    """It is known already what came of the transfer.  Facts: id, state."""

    code = "transfer.over"


class TransferInvalid(Refused):
    """A field cannot be kept.  Facts: field ("target", "state", "returned")."""

    code = "transfer.invalid"


class TransferHow(StrEnum):
    BLIND = "DIREKT"
    CONSULTED = "MED_PRESENTATION"
    WAITING = "VANTAR"  # the caller waits with the operator until the line is free


class TargetKind(StrEnum):
    CONTACT = "KONTAKT"
    UNIT = "ENHET"
    DUTY = "JOUR"  # a turn on call
    QUEUE = "SVARSGRUPP"
    NUMBER = "NUMMER"  # 1177, 112, or one that was written
    VOICEMAIL = "ROSTBREVLADA"


class TransferState(StrEnum):
    BEGUN = "PAGAR"
    PASSED = "KOPPLAD"
    RETURNED = "ATER"  # it came back
    DROPPED = "AVBRUTEN"  # the operator, or the caller, let it be
    FAILED = "MISSLYCKAD"  # the exchange would not


@dataclass(frozen=True, slots=True)
class TransferDraft:
    """`target_id` is the contact's, the unit's or the turn's; `number` what is dialled.

    `queue` is an answering group's name.  `brief` is what the receiver should know, in a line;
    `person_id` whom the call is about.
    """

    call_id: UUID
    kind: TargetKind
    how: TransferHow
    target_id: UUID | None = None
    number: str = field(default="", repr=False)
    queue: str = ""
    brief: str = field(default="", repr=False)
    person_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Transfer:
    id: UUID
    draft: TransferDraft
    state: TransferState
    begun_at: datetime
    begun_by: UUID
    ended_at: datetime | None = None
    returned: ReturnReason | None = None

    @property
    def open(self) -> bool:
        """Whether nobody knows yet what came of it."""
        return self.state is TransferState.BEGUN

    def must_end_as(self, state: TransferState) -> None:
        """Raise TransferOver unless that may be what came of it, as far as is known here.

        What was passed on may come back; nothing else changes any more.
        """
        came_back = self.state is TransferState.PASSED and state is TransferState.RETURNED
        if not (self.open or came_back):
            raise TransferOver(id=self.id, state=self.state)

    def over(self, state: TransferState, at: datetime, returned: ReturnReason | None) -> Transfer:
        """What came of it, in whichever order it becomes known: the furthest that it went."""
        now, was = _reach(state, at, returned), _reach(self.state, self.ended_at, self.returned)
        if now <= was:
            return self
        return replace(self, state=state, ended_at=at, returned=returned)

    def for_others(self) -> Transfer:
        """As whoever did not begin it may see it: a number that was rung may be hidden."""
        if self.draft.kind is TargetKind.NUMBER:
            return self
        return replace(self, draft=replace(self.draft, number=""))

    def without_brief(self) -> Transfer:
        """Without the words, which are for whoever takes the call."""
        return replace(self, draft=replace(self.draft, brief=""))


_RANK = {
    state: rank
    for rank, state in enumerate(
        (
            TransferState.BEGUN,
            TransferState.DROPPED,
            TransferState.FAILED,
            TransferState.PASSED,
            TransferState.RETURNED,
        )
    )
}


def _reach(
    state: TransferState, at: datetime | None, returned: ReturnReason | None
) -> tuple[int, float, str]:
    return _RANK[state], at.timestamp() if at else 0.0, returned or ""


def checked_draft(draft: TransferDraft) -> TransferDraft:
    """The draft as it is kept.  Raises TransferInvalid(field="target"), TextInvalid.

    112 is no target: it is called by an alarm, which is never a call that is passed on blindly.
    """
    number = stored(draft.number) if draft.number.strip() else None
    if draft.number.strip() and (number is None or number.value == EMERGENCY):
        raise TransferInvalid(field="target")
    good = replace(
        draft,
        number=number.value if number else "",
        queue=line(draft.queue, "queue", limit=QUEUE_LIMIT),
        brief=line(draft.brief, "brief", limit=BRIEF_LIMIT),
    )
    named: object
    match good.kind:
        case TargetKind.CONTACT | TargetKind.UNIT | TargetKind.DUTY:
            named = good.target_id
        case TargetKind.QUEUE:
            named = good.queue
        case TargetKind.NUMBER:
            named = good.number
        case TargetKind.VOICEMAIL:
            named = good.target_id or good.number
    if not named:
        raise TransferInvalid(field="target")
    return good


def must_be_end(state: TransferState, returned: ReturnReason | None) -> None:
    """Raise TransferInvalid (facts field) unless that may come of a transfer at all."""
    if state is TransferState.BEGUN:
        raise TransferInvalid(field="state")
    if returned is not None and state is not TransferState.RETURNED:
        raise TransferInvalid(field="returned")
