"""A caller on the way to somebody: values, and the two steps on the store's thread."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.lines import ReturnReason, Side
from kundcenter.domain.parts import PartKind
from kundcenter.domain.switchboard.transfers import Transfer, TransferDraft
from ui.services import Services
from ui.switchboard.targets import Target

NOBODY = UUID(int=0)  # the id of a transfer that is not written down yet
PASSED_ON = "INFO"  # the outcome of a call in which nobody was advised


@dataclass(frozen=True, slots=True)
class Sent:
    """A transfer that was begun: its id, whose call, to whom, with which words."""

    id: UUID
    call_id: UUID
    line_call: str
    target: Target
    brief: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody is asked about a call.  `answered` whether they have lifted."""

    sent: Sent
    answered: bool = False
    side: Side = Side.OTHER

    @property
    def line_call(self) -> str:
        return self.sent.line_call


@dataclass(frozen=True, slots=True)
class Waiting:
    """A caller waits until somebody's line is free."""

    sent: Sent
    free: bool = False

    @property
    def line_call(self) -> str:
        return self.sent.line_call


@dataclass(frozen=True, slots=True)
class Back:
    """A call with a transfer behind it; `returned` says why it comes back, None: it is for us."""

    transfer: Transfer
    returned: ReturnReason | None


def person_of(services: Services, call_id: UUID) -> UUID | None:
    """Whom the call is about: the last of its parts that says so."""
    parts = reversed(services.calls.parts(call_id))
    return next((part.person_id for part in parts if part.person_id is not None), None)


def begin(services: Services, draft: TransferDraft) -> Changes:
    """Write a transfer down; whom the call is about goes with it.  Raises as transfers.begin."""
    return services.transfers.begin(replace(draft, person_id=person_of(services, draft.call_id)))


def put_away(services: Services, call_id: UUID) -> Changes:
    """Close a call of which nothing is to be written: somebody asked for somebody.

    Whatever has advice in it stays open.  Raises what calls.close raises.
    """
    calls = services.calls
    parts = calls.parts(call_id)
    if any(part.kind is PartKind.ADVICE or part.note_due for part in parts):
        return Changes()
    opened = Changes() if parts else calls.open_part(call_id, PartKind.SWITCHBOARD)
    return Changes(opened.items + calls.close(call_id, PASSED_ON).items)
