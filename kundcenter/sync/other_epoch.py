"""A centre that was put back in time, and what its desks do about it (RELIABILITY 2.15).

Such a centre says another epoch, and which were before it.  A desk of one of those goes over: it
keeps its rows and all its work, forgets the verdicts on what the centre has forgotten, and sends
it again, with what it had been told of it.  Buckets that stand otherwise are filled anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from kundcenter.domain.feed import Result, Verdict
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.domain.tickets import Ticket
from kundcenter.errors import Refused
from kundcenter.operations import Operation
from kundcenter.sync.leave import OPEN
from kundcenter.sync.ports import Batch, Local
from kundcenter.sync.wire import MOST_OPERATIONS, Push, Welcome

# Raises Refused unless the centre has signed just this ticket.
Signed = Callable[[Ticket], object]


class RejectedBefore(Exception):
    """The centre had rejected the claim before it was put back.  It stays so."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


# -- at a desk -------------------------------------------------------------------------------------


def is_ours(mine: UUID | None, welcome: Welcome) -> bool:
    """Whether the centre is the one that the desk belongs to, or what became of it."""
    return mine in {None, welcome.epoch} or mine in welcome.earlier


def go_over(local: Local, welcome: Welcome) -> None:
    """If the centre has forgotten verdicts that this desk was told, forget them too."""
    mine, head = local.epoch(), welcome.heads.operation.n
    if mine is None:
        local.found(welcome.epoch)
    elif mine != welcome.epoch or local.answered_through() > head:
        local.go_over(welcome.epoch, head, welcome.stands if mine != welcome.epoch else None)


def told_again(local: Local, operations: Sequence[Operation]) -> Push:
    """What is said with operations that are sent: what the centre may have forgotten of them.

    Tickets go along whenever a session is opened: the desk cannot know whether they are known.
    """
    opened = [each for each in operations if each.kind == OPEN]
    return Push(
        before=local.told_before([each.n for each in operations]),
        tickets=local.tickets_for(opened) if opened else (),
    )


# -- at the centre ---------------------------------------------------------------------------------


def recognise(batch: Batch, tickets: Sequence[Ticket], signed: Signed | None) -> None:
    """Keep again what the centre has signed and does not know: it was put back since then."""
    if signed is None:
        return
    for ticket in tickets[:MOST_OPERATIONS]:
        if ticket.device_id != batch.device.id or batch.ticket(ticket.id) is not None:
            continue
        try:
            signed(ticket)
        except Refused:
            continue  # the session is judged as one without a ticket
        batch.reissue(ticket)


def must_not_be_settled(operation: Operation, before: Result | None) -> None:
    """Raise RejectedBefore where the desk was told so, and has undone it.

    A desk that says it of what was never judged harms nobody: its own claim is not carried out.
    """
    if before is None or before.operation_id != operation.id:
        return
    if before.verdict is Verdict.REJECTED:
        code = before.code if before.code.isascii() and before.code.isprintable() else ""
        raise RejectedBefore(code[:LINE_LIMIT])


def was_carried_out(before: Result | None) -> bool:
    """Whether an earlier epoch had carried it out: then it is no claim any more, but a fact."""
    return before is not None and before.verdict is Verdict.APPLIED
