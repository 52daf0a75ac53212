"""Whether a session that a desk has opened was one that the centre had given leave for.

Nothing here is lost: an operation that is refused is quarantined, whole, with the code of why.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from kundcenter.domain.access import Role
from kundcenter.domain.operators import FirstOperatorExists
from kundcenter.domain.tickets import Leave, SessionUnticketed
from kundcenter.errors import Refused
from kundcenter.operations import Operation
from kundcenter.sync.ports import Batch

OPEN, FIRST, DISABLE = "sessions.open", "operators.add_first", "operators.disable"
SET_ROLES = "operators.set_roles"
_ABOUT_OPERATORS = frozenset({DISABLE, "operators.enable", SET_ROLES})


class NotItsOperator(Refused):
    """A desk that was alone has changed an operator who is not its own.  Facts: id."""

    code = "sync.not_its_operator"


@dataclass(frozen=True, slots=True)
class _About:
    """What is read of the arguments of these verbs."""

    operator_id: UUID
    leave: Leave | None = None
    roles: frozenset[Role] = frozenset()


def check_session(batch: Batch, operation: Operation) -> None:
    """Raise unless the centre might have a session, or a first administrator, opened so.

    What a desk did while it was its own centre needs no leave, by the operators it brings along.
    Raises FirstOperatorExists, SessionUnticketed, SessionBeyondTicket, TicketOver, TicketRevoked,
    msgspec.DecodeError.
    """
    alone = batch.device.was_alone(operation.n)
    if operation.kind == FIRST:
        if batch.any_operator() and not alone:
            raise FirstOperatorExists
        return
    about = _about(operation)
    if alone and batch.brought(about.operator_id):
        return
    if about.leave is None:
        if batch.admits():
            raise SessionUnticketed(operator=about.operator_id)
        return
    issued = batch.ticket(about.leave.ticket_id)
    if issued is None:
        raise SessionUnticketed(operator=about.operator_id)
    issued.must_cover(
        about.leave,
        operator_id=about.operator_id,
        device_id=batch.device.id,
        opened_at=operation.given.now,
    )


def check_alone(batch: Batch, operation: Operation) -> None:
    """Raise NotItsOperator where a desk that was alone reached beyond its own operators."""
    if batch.device.was_alone(operation.n) and operation.kind in _ABOUT_OPERATORS:
        its = _about(operation).operator_id
        if not batch.brought(its):
            raise NotItsOperator(id=its)


def note(batch: Batch, operation: Operation, at: datetime) -> None:
    """What follows from an operation that was carried out: leave is used up, or ends."""
    if operation.kind == DISABLE:
        batch.revoke(_about(operation).operator_id, at)
    elif operation.kind == SET_ROLES:  # who was given more keeps what they have until they return
        about = _about(operation)
        batch.revoke(about.operator_id, at, beyond=about.roles)
    elif operation.kind == OPEN:
        leave = _about(operation).leave
        if leave is not None and not leave.offline:
            batch.ticket_used(leave.ticket_id, operation.given.ids[0])


def _about(operation: Operation) -> _About:
    return msgspec.json.decode(operation.arguments, type=_About)
