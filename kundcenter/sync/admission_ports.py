"""What signing in needs of the centre's store, and what a desk needs for it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol
from uuid import UUID

from kundcenter.domain.devices import Device
from kundcenter.domain.operators import Operator
from kundcenter.domain.slots import SignInAttempts, Slot
from kundcenter.domain.tickets import Issued, Ticket
from kundcenter.operations import Source
from kundcenter.ports import Store


class Turn(Protocol):
    """One transaction at the centre about who may sign in."""

    @property
    def centre_id(self) -> UUID:
        """The centre itself, as the device of what is done there."""
        ...

    def device(self, id: UUID) -> Device: ...
    def operator(self, id: UUID) -> Operator: ...
    def operator_named(self, user_name: str) -> Operator | None: ...
    def credential(self, operator_id: UUID) -> Slot | None: ...
    def put_credential(self, slot: Slot, at: datetime) -> None: ...
    def tries(self, about: str) -> SignInAttempts:
        """The failures in a row, held until the transaction ends: others wait for their turn."""
        ...

    def put_tries(self, about: str, tried: SignInAttempts) -> None: ...
    def issue(self, ticket: Ticket) -> None: ...
    def ticket(self, id: UUID) -> Issued | None: ...
    def revoke(self, operator_id: UUID, at: datetime, *, but: UUID | None = None) -> None: ...
    def store(self, source: Callable[[], Source]) -> Store: ...
    def publish(self, at: datetime) -> None: ...


class AdmissionStore(Protocol):
    """The centre's store, as far as signing in goes."""

    def turn(self) -> AbstractContextManager[Turn]: ...
    def verbs(self) -> AbstractContextManager[Turn]:
        """A turn in which verbs are carried out: one moment of the whole store."""
        ...


class Gate(Protocol):
    """The centre, asked by a desk.  Every method raises Unavailable when it cannot be reached."""

    def sign_in(self, user_name: str, password: str) -> tuple[Operator, Ticket]:
        """Raises PasswordWrong, SignInTooSoon; TicketForged when it is not the centre's."""
        ...

    def change_password(self, ticket_id: UUID, old: str, new: str) -> None: ...
    def set_password(self, ticket_id: UUID, operator_id: UUID, password: str) -> None: ...
    def check(self, ticket: Ticket) -> None:
        """Raise TicketForged unless the centre has signed it.  Asks nobody."""
        ...


class Tickets(Protocol):
    """A desk's tickets, and the latest time that its machine has shown."""

    @property
    def device_id(self) -> UUID: ...
    def of(self, operator_id: UUID) -> Ticket | None: ...
    def put(self, ticket: Ticket) -> None:
        """Keep the newest.  The centre's own time in it is the time from then on."""
        ...

    def drop(self, operator_id: UUID) -> None:
        """Destroy the operator's ticket and slot: only the centre can let them in again."""
        ...

    def saw(self, now: datetime) -> None:
        """The machine's clock shows this."""
        ...

    def highest(self) -> datetime | None: ...
