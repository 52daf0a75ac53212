"""What the centre keeps of those who sign in: credentials, failed tries, tickets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Connection,
    Engine,
    bindparam,
    delete,
    insert,
    select,
    text,
)

from db import operations
from db.base import Rows, Unit
from db.bound import BoundStore
from db.exchange_tables import attempts, credentials
from db.faults import translated
from db.local import marked
from db.operators import SqlOperators
from db.store import StoreTerms
from db.sync import capture, feed
from db.sync.admission_rows import issue, issued, revoke
from db.sync.central import EPOCH
from db.sync.device_rows import device_rows
from kundcenter.domain.devices import Device, DeviceUnknown
from kundcenter.domain.operators import Operator
from kundcenter.domain.slots import SignInAttempts, Slot
from kundcenter.domain.tickets import Issued, Ticket
from kundcenter.domain.triage import CodeSet
from kundcenter.operations import Source

_NIL = UUID(int=0)


def _flat_slot(slot: Slot) -> dict[str, Any]:
    return {
        "operator_id": slot.operator_id,
        "salt": slot.salt,
        "memory_kib": slot.memory_kib,
        "passes": slot.passes,
        "lanes": slot.lanes,
        "verifier": slot.wrapped,
    }


def _whole_slot(row: dict[str, Any]) -> Slot:
    return Slot(
        row["operator_id"],
        row["salt"],
        row["memory_kib"],
        row["passes"],
        row["lanes"],
        row["verifier"],
    )


_credential_rows = Rows(credentials, Slot, flat=_flat_slot, whole=_whole_slot)
_CREDENTIAL = _credential_rows.select().where(credentials.c.operator_id == bindparam("id"))


class SqlTurn:
    """One transaction about who may sign in."""

    def __init__(
        self, connection: Connection, centre_id: UUID, codes: Mapping[str, CodeSet]
    ) -> None:
        self._on = connection
        self._codes = codes
        self._operators = SqlOperators(Unit(connection))
        self.centre_id = centre_id

    def device(self, id: UUID) -> Device:
        """The desk.  Raises DeviceUnknown."""
        found = device_rows.get(self._on, id)
        if found is None:
            raise DeviceUnknown(id=id)
        return found

    def operator(self, id: UUID) -> Operator:
        """The operator.  Raises OperatorNotFound."""
        return self._operators.get(id)

    def operator_named(self, user_name: str) -> Operator | None:
        return self._operators.by_user_name(user_name)

    def credential(self, operator_id: UUID) -> Slot | None:
        """What the operator's password opens, if they have one."""
        return _credential_rows.one(self._on, _CREDENTIAL, id=operator_id)

    def put_credential(self, slot: Slot, at: datetime) -> None:
        self._on.execute(delete(credentials).where(credentials.c.operator_id == slot.operator_id))
        self._on.execute(insert(credentials), {**_flat_slot(slot), "changed_at": at})

    def tries(self, about: str) -> SignInAttempts:
        """The failures in a row; who asks next waits until this transaction ends."""
        lock = {"key": f"tries {about}"}
        self._on.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))"), lock)
        query = select(attempts).where(attempts.c.about == about)
        found = self._on.execute(query).first()
        if found is None:
            return SignInAttempts(_NIL)
        return SignInAttempts(_NIL, found.failures, found.last_failed_at)

    def put_tries(self, about: str, tried: SignInAttempts) -> None:
        self._on.execute(delete(attempts).where(attempts.c.about == about))
        if tried.failures and tried.last_failed_at:
            self._on.execute(
                insert(attempts),
                {
                    "about": about,
                    "failures": tried.failures,
                    "last_failed_at": tried.last_failed_at,
                },
            )

    def issue(self, ticket: Ticket) -> None:
        """Keep that the ticket was given; from now on the desk holds what is the operator's."""
        issue(self._on, ticket)

    def ticket(self, id: UUID) -> Issued | None:
        return issued(self._on, id)

    def revoke(self, operator_id: UUID, at: datetime, *, but: UUID | None = None) -> None:
        revoke(self._on, operator_id, at, but=but)

    def store(self, source: Callable[[], Source]) -> BoundStore:
        """Where verbs are carried out in this transaction; each writes its operation."""
        terms = StoreTerms(self.centre_id, self._codes, final=True)
        return BoundStore(self._on, source, terms, record=operations.add)

    def publish(self, at: datetime) -> None:
        """Put what the verbs wrote into the feed."""
        feed.publish(self._on, capture.taken(self._on), "", at)


class SqlAdmission:
    """The centre's store of who may sign in, on the engine of an SqlCentral."""

    def __init__(self, engine: Engine, codes: Mapping[str, CodeSet]) -> None:
        self._engine = engine
        # Each statement sees what those before it in the queue have counted.
        self._fresh = engine.execution_options(isolation_level="READ COMMITTED")
        self._codes = codes

    @contextmanager
    def turn(self) -> Iterator[SqlTurn]:
        """One transaction.  Raises StoreAway."""
        with translated(), self._fresh.begin() as connection:
            yield SqlTurn(connection, _centre_id(connection), self._codes)

    @contextmanager
    def verbs(self) -> Iterator[SqlTurn]:
        """One transaction for verbs.  Raises StoreBusy (try again), StoreAway."""
        with translated(), self._engine.begin() as connection:
            yield SqlTurn(connection, _centre_id(connection), self._codes)


def _centre_id(connection: Connection) -> UUID:
    found = marked(connection, EPOCH)
    if found is None:
        raise LookupError("the centre was not founded")
    return UUID(found)
