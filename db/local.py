"""What belongs to this desk alone: password slots, failed sign-ins, marks of the store.

None of it travels in an operation and none of it is replayed elsewhere.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Column, Connection, Integer, Text, delete, insert, select

from db.base import Rows, Unit, table
from db.types import Bytes, Id, Time
from kundcenter.domain.slots import SignInAttempts, Slot

slots = table(
    "slots",
    Column("operator_id", Id, primary_key=True),
    Column("salt", Bytes, nullable=False),
    Column("memory_kib", Integer, nullable=False),
    Column("passes", Integer, nullable=False),
    Column("lanes", Integer, nullable=False),
    Column("wrapped", Bytes, nullable=False),
)

attempts = table(
    "sign_in_attempts",
    Column("operator_id", Id, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last_failed_at", Time),
)

marks = table(
    "marks",
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

LOCAL = (slots, attempts, marks)

CENTRE_EPOCH = "centre_epoch"  # the mark of a centre: which founding of it this is
DESK_EPOCH = "sync_epoch"  # the mark of a desk that has spoken with a centre: which one

_slot_rows = Rows(slots, Slot)
_attempt_rows = Rows(attempts, SignInAttempts)


class SqlSlots:
    """Password slots and failed attempts by operator."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def of(self, operator_id: UUID) -> Slot | None:
        query = _slot_rows.select().where(slots.c.operator_id == operator_id)
        return _slot_rows.one(self._on, query)

    def put(self, slot: Slot) -> None:
        put_slot(self._on, slot)
        self._unit.slots.append(slot)

    def attempts(self, operator_id: UUID) -> SignInAttempts:
        query = _attempt_rows.select().where(attempts.c.operator_id == operator_id)
        return _attempt_rows.one(self._on, query) or SignInAttempts(operator_id)

    def put_attempts(self, tried: SignInAttempts) -> None:
        put_attempts(self._on, tried)
        self._unit.attempts.append(tried)


def put_slot(connection: Connection, slot: Slot) -> None:
    connection.execute(delete(slots).where(slots.c.operator_id == slot.operator_id))
    _slot_rows.add(connection, slot)


def put_attempts(connection: Connection, tried: SignInAttempts) -> None:
    connection.execute(delete(attempts).where(attempts.c.operator_id == tried.operator_id))
    _attempt_rows.add(connection, tried)


def all_slots(connection: Connection) -> tuple[Slot, ...]:
    return _slot_rows.all(connection, _slot_rows.select())


def all_attempts(connection: Connection) -> tuple[SignInAttempts, ...]:
    return _attempt_rows.all(connection, _attempt_rows.select())


def mark(connection: Connection, name: str, value: str) -> None:
    """Write a mark of the store, such as that it holds test data."""
    connection.execute(delete(marks).where(marks.c.name == name))
    connection.execute(insert(marks), {"name": name, "value": value})


def marked(connection: Connection, name: str) -> str | None:
    """The mark of the store, or None."""
    return connection.execute(select(marks.c.value).where(marks.c.name == name)).scalar()
