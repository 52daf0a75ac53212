"""Leave to sign in at a desk: given by the centre, and good for a while when it is away.

The ticket says who, at which desk, with which roles, until when.  The centre signs it, so that a
desk can neither make one nor make more of one (RELIABILITY 4.4).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from kundcenter.domain.access import Role
from kundcenter.domain.operators import LONGEST_SESSION, Operator
from kundcenter.errors import Refused, Unavailable

TICKET_LIFE = timedelta(hours=72)
CLOCK_TOLERANCE = timedelta(minutes=5)  # a clock that is set by the network steps back a little
MOST_FAILURES = 5  # then the slot and the ticket are destroyed

_PURPOSE = b"kundcenter ticket 1\0"
# What an administrator changes is everybody's, so it is not done where nobody can see it.
_NEVER_OFFLINE = frozenset({Role.ADMINISTRATOR})


class TicketMissing(Refused):
    """The centre is away, and nobody of that name and password has leave to sign in without it."""

    code = "ticket.missing"


class TicketOver(Refused):
    """The leave to sign in without the centre has ended.  Facts: id."""

    code = "ticket.over"


class TicketForged(Refused):
    """The ticket is not the centre's, or of another operator or desk.  Facts: id."""

    code = "ticket.forged"


class NothingOffline(Refused):
    """None of the operator's roles may be used while the centre is away.  Facts: id."""

    code = "ticket.nothing_offline"


class ClockBehind(Refused):
    """The clock shows less than it has shown before; only the centre can tell the time now."""

    code = "ticket.clock_behind"


class TicketRevoked(Refused):
    """The session was opened when its ticket had been revoked.  Facts: id."""

    code = "ticket.revoked"


class SessionUnticketed(Refused):
    """A session was opened without a ticket of this operator and desk.  Facts: operator."""

    code = "ticket.none_for_session"


class SessionBeyondTicket(Refused):
    """A session has other roles or another unit than its ticket.  Facts: id."""

    code = "ticket.exceeded"


class LeaveOver(Refused):
    """Passwords are changed only soon after one has signed in by the centre: sign in anew."""

    code = "ticket.leave_over"


class OperatorNotHereYet(Unavailable):
    """The centre knows the operator, and this desk has not been given them yet.  Facts: id."""

    code = "operator.not_here_yet"


class OperatorNotThereYet(Unavailable):
    """The centre has not been sent the operator yet.  Facts: id."""

    code = "operator.not_there_yet"


@dataclass(frozen=True, slots=True)
class Leave:
    """On what ticket a session is opened; it goes into the operation.

    `offline` says that the centre was away.  Roles and unit are those of the session.
    """

    ticket_id: UUID
    roles: frozenset[Role]
    care_unit: str
    offline: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """The operators whose leave at a desk is over, as the centre has it.

    `given` is when each was given the newest leave that is over, in the same order; a centre of an
    older program does not say it.
    """

    operator_ids: tuple[UUID, ...] = ()
    given: tuple[datetime, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.operator_ids)

    def ends(self, ticket: Ticket) -> bool:
        """Whether the ticket is meant: not when it was given later, while this was on its way."""
        if ticket.operator_id not in self.operator_ids:
            return False
        given = dict(zip(self.operator_ids, self.given, strict=False)).get(ticket.operator_id)
        return given is None or ticket.issued_at <= given


@dataclass(frozen=True, slots=True)
class Ticket:
    """One sign-in that the centre has let through.  `roles` are those the operator then had."""

    id: UUID
    operator_id: UUID
    device_id: UUID
    roles: frozenset[Role]
    care_unit: str
    issued_at: datetime
    until: datetime
    signature: bytes = field(default=b"", repr=False)

    @classmethod
    def issue(cls, id: UUID, operator: Operator, device_id: UUID, at: datetime) -> Ticket:
        """A ticket of now, not signed yet."""
        return cls(
            id, operator.id, device_id, operator.roles, operator.care_unit, at, at + TICKET_LIFE
        )

    @property
    def offline_roles(self) -> frozenset[Role]:
        """The roles that hold while the centre is away: no more, and never to administer."""
        return self.roles - _NEVER_OFFLINE

    @property
    def told(self) -> bytes:
        """What is signed."""
        plain = replace(self, signature=b"")
        return _PURPOSE + msgspec.json.encode(plain, order="sorted")

    def leave(self, *, offline: bool) -> Leave:
        roles = self.offline_roles if offline else self.roles
        return Leave(self.id, roles, self.care_unit, offline)

    def must_hold(self, device_id: UUID, now: datetime, highest: datetime | None) -> None:
        """Raise unless one may sign in with it at the desk while the centre is away.

        `highest` is the latest time that this machine has ever shown: setting its clock back
        makes no ticket last longer.
        Raises TicketForged, ClockBehind, TicketOver, NothingOffline.
        """
        if self.device_id != device_id:
            raise TicketForged(id=self.id)
        highest = max(highest or self.issued_at, self.issued_at)
        if now < highest - CLOCK_TOLERANCE:
            raise ClockBehind
        if max(now, highest) > self.until:
            raise TicketOver(id=self.id)
        if not self.offline_roles:
            raise NothingOffline(id=self.operator_id)

    def young(self, now: datetime) -> bool:
        """Whether the session that began with it may still go on."""
        return now - self.issued_at < LONGEST_SESSION


@dataclass(frozen=True, slots=True)
class Issued:
    """A ticket as the centre keeps it.  `session_id` is the session it was issued for."""

    ticket: Ticket
    revoked_at: datetime | None = None
    session_id: UUID | None = None

    def must_cover(
        self, leave: Leave, *, operator_id: UUID, device_id: UUID, opened_at: datetime
    ) -> None:
        """Raise unless a session might be opened so, at the desk's own time `opened_at`.

        A session that was opened as the ticket was issued is of the centre's own time; whatever
        the desk's clock showed takes nothing from it.
        Raises SessionUnticketed, SessionBeyondTicket, TicketOver, TicketRevoked.
        """
        ticket = self.ticket
        if (ticket.operator_id, ticket.device_id) != (operator_id, device_id):
            raise SessionUnticketed(operator=operator_id)
        if leave != ticket.leave(offline=leave.offline):
            raise SessionBeyondTicket(id=ticket.id)
        if not leave.offline:
            if self.session_id is not None:
                raise SessionUnticketed(operator=operator_id)
            return
        if not ticket.issued_at - CLOCK_TOLERANCE <= opened_at <= ticket.until:
            raise TicketOver(id=ticket.id)
        if self.revoked_at is not None and opened_at >= self.revoked_at:
            raise TicketRevoked(id=ticket.id)


@dataclass(frozen=True, slots=True)
class SignedIn(Operator):
    """Who has signed in.  `offline` says that the centre was away and a ticket let them in."""

    offline: bool = False


def signed_in(operator: Operator, *, offline: bool) -> SignedIn:
    return SignedIn(
        operator.id,
        operator.user_name,
        operator.name,
        operator.position,
        operator.roles,
        operator.care_unit,
        operator.added_at,
        operator.disabled_at,
        offline,
    )
