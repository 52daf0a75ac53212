"""What is said about signing in, between a desk and the centre.

A refusal is an answer like any other, with the code and the facts of the error.  What is away is
not answered but raised, so that the desk may go on by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from uuid import UUID

from kundcenter.domain.access import NotPermitted
from kundcenter.domain.devices import DeviceFrozen, DeviceUnknown
from kundcenter.domain.operators import Operator, OperatorNotFound
from kundcenter.domain.passwords import (
    PasswordContainsName,
    PasswordTooCommon,
    PasswordTooLong,
    PasswordTooShort,
    PasswordUnusable,
)
from kundcenter.domain.slots import PasswordWrong, SignInTooSoon
from kundcenter.domain.tickets import LeaveOver, OperatorNotThereYet, Ticket
from kundcenter.errors import KundcenterError, Refused
from kundcenter.sync.admission import Admission
from kundcenter.sync.judge import Judge
from kundcenter.sync.wire import Emptied, Erased, MessageWrong, pack, unpack

_TOLD: dict[str, type[KundcenterError]] = {
    kind.code: kind
    for kind in (
        DeviceFrozen,
        DeviceUnknown,
        LeaveOver,
        MessageWrong,
        NotPermitted,
        OperatorNotFound,
        OperatorNotThereYet,
        PasswordContainsName,
        PasswordTooCommon,
        PasswordTooLong,
        PasswordTooShort,
        PasswordUnusable,
        PasswordWrong,
        SignInTooSoon,
    )
}


class CentreRefused(Refused):
    """The centre has refused for a reason that this program does not know.  Facts: why."""

    code = "sync.centre_refused"


class Way(StrEnum):
    """Where a message goes, beside those of the exchange."""

    SIGN_IN = "sign-in"
    CHANGE_PASSWORD = "change-password"  # noqa: S105  a path
    SET_PASSWORD = "set-password"  # noqa: S105


@dataclass(frozen=True, slots=True)
class SignIn:
    user_name: str = field(repr=False)
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ChangePassword:
    ticket_id: UUID
    old: str = field(repr=False)
    new: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SetPassword:
    ticket_id: UUID
    operator_id: UUID
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Said:
    """The answer: who has signed in and their ticket, or nothing more, or a refusal's code."""

    operator: Operator | None = None
    ticket: Ticket | None = None
    code: str = ""
    facts: Mapping[str, str | int] = field(default_factory=dict)


def answer(admission: Admission, device_id: UUID, way: Way, body: bytes) -> bytes:
    """What the centre says to a message of the desk.

    Raises Unavailable when it may be tried again later.
    """
    try:
        said = _answered(admission, device_id, way, body)
    except KundcenterError as error:
        if error.code not in _TOLD:
            raise
        facts = {name: _plain(value) for name, value in error.facts.items()}
        said = Said(code=error.code, facts=facts)
    return pack(said)


def _answered(admission: Admission, device_id: UUID, way: Way, body: bytes) -> Said:
    match way:
        case Way.SIGN_IN:
            who = unpack(body, SignIn)
            operator, ticket = admission.sign_in(device_id, who.user_name, who.password)
            return Said(operator, ticket)
        case Way.CHANGE_PASSWORD:
            own = unpack(body, ChangePassword)
            admission.change_password(device_id, own.ticket_id, own.old, own.new)
        case Way.SET_PASSWORD:
            its = unpack(body, SetPassword)
            admission.set_password(device_id, its.ticket_id, its.operator_id, its.password)
    return Said()


def _plain(value: object) -> str | int:
    return value if isinstance(value, int) else str(value)


class WiredGate:
    """The centre's gate, at the other end of a wire.

    `send` carries a message to a way and brings the answer, or raises Unavailable.
    `check` raises TicketForged unless the centre has signed the ticket.
    """

    def __init__(
        self, send: Callable[[Way, bytes], bytes], check: Callable[[Ticket], None]
    ) -> None:
        self._send = send
        self._check = check

    def sign_in(self, user_name: str, password: str) -> tuple[Operator, Ticket]:
        """Raises PasswordWrong, SignInTooSoon, DeviceFrozen, TicketForged, Unavailable."""
        said = self._said(Way.SIGN_IN, SignIn(user_name, password))
        if said.operator is None or said.ticket is None:
            raise MessageWrong(why="no ticket")
        self._check(said.ticket)
        return said.operator, said.ticket

    def change_password(self, ticket_id: UUID, old: str, new: str) -> None:
        """Raises PasswordWrong, SignInTooSoon, LeaveOver, Unavailable and those of the rules."""
        self._said(Way.CHANGE_PASSWORD, ChangePassword(ticket_id, old, new))

    def set_password(self, ticket_id: UUID, operator_id: UUID, password: str) -> None:
        """Raises NotPermitted, LeaveOver, OperatorNotThereYet, Unavailable and the rules'."""
        self._said(Way.SET_PASSWORD, SetPassword(ticket_id, operator_id, password))

    def check(self, ticket: Ticket) -> None:
        """Raise TicketForged unless the centre has signed it."""
        self._check(ticket)

    def _said(self, way: Way, message: SignIn | ChangePassword | SetPassword) -> Said:
        said = unpack(self._send(way, _packed(message)), Said)
        if said.code in _TOLD:
            raise _TOLD[said.code](**said.facts)
        if said.code:
            raise CentreRefused(why=said.code)
        return said


def _packed(message: SignIn | ChangePassword | SetPassword) -> bytes:
    """Raises PasswordWrong for what is no text, such as half a surrogate: it never was one."""
    try:
        return pack(message)
    except UnicodeEncodeError:
        raise PasswordWrong from None


def ways(admission: Admission, judge: Judge) -> dict[str, Callable[[UUID, bytes], bytes]]:
    """What the centre answers beside the exchange, by the path of each."""

    def emptied(device_id: UUID, body: bytes) -> bytes:
        return pack(judge.emptied(device_id, unpack(body, Emptied)))

    def erased(device_id: UUID, body: bytes) -> bytes:
        unpack(body, Erased)
        return pack(judge.erased(device_id))

    found: dict[str, Callable[[UUID, bytes], bytes]] = {
        f"/v1/{way}": partial(_said_of, admission, way) for way in Way
    }
    return found | {"/v1/sync/emptied": emptied, "/v1/sync/erased": erased}


def _said_of(admission: Admission, way: Way, device_id: UUID, body: bytes) -> bytes:
    return answer(admission, device_id, way, body)
