"""Operations in the store: what this desk has done, in order, until it is told to the centre."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Integer, Text, func, insert, select

from db.base import Rows, table
from db.types import Bytes, Id, Time
from kundcenter.domain.access_log import Head
from kundcenter.domain.calendar import is_instant
from kundcenter.operations import Operation, by_place, decode_operation, encode

operations = table(
    "operations",
    Column("device_id", Id, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("id", Id, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("at", Time, nullable=False),
    Column("hash", Bytes, nullable=False),
    Column("access_n", Integer, nullable=False),
    Column("access_hash", Bytes, nullable=False),
    Column("body", Bytes, nullable=False),
)


def _flat(operation: Operation) -> dict[str, Any]:
    return {
        "device_id": operation.device_id,
        "n": operation.n,
        "id": operation.id,
        "kind": operation.kind,
        "at": operation.given.now,
        "hash": operation.hash,
        "access_n": operation.access.n,
        "access_hash": operation.access.hash,
        "body": encode(operation),
    }


def _whole(columns: dict[str, Any]) -> Operation:
    return decode_operation(columns["body"])


rows = Rows(operations, Operation, flat=_flat, whole=_whole)
_PAGE = 500


def add(connection: Connection, operation: Operation) -> None:
    rows.add(connection, operation)


def take_back(connection: Connection, device_id: UUID, some: Sequence[Operation]) -> None:
    """Keep the next links of a device's own chain, whatever they say of themselves.

    Only a bug or a thief makes one that says the id of another, another device, or a time without
    a zone.  The centre has set it aside, and it may not stand in the way of the others: it is kept
    in its bytes, at its place, and where the id is not its own by the one that its work item has.
    """
    for start in range(0, len(some), _PAGE):
        page = some[start : start + _PAGE]
        query = select(operations.c.id).where(operations.c.id.in_([each.id for each in page]))
        taken = set(connection.execute(query).scalars())
        kept = []
        for each in page:
            foreign = each.id in taken or each.device_id != device_id
            kept.append(_by_place(each, device_id) if foreign else _timed(each))
            taken.add(each.id)
        connection.execute(insert(operations), kept)


def kept_row(
    connection: Connection, operation: Operation, kept: Mapping[str, Any]
) -> dict[str, Any]:
    """The columns that an operation ought to have where it is kept as `kept` (`take_back`)."""
    device_id: UUID = kept["device_id"]
    if kept["id"] == by_place(device_id, operation.n):
        another = select(operations.c.n).where(operations.c.id == operation.id)
        if operation.device_id != device_id or connection.execute(another).first() is not None:
            return _by_place(operation, device_id)
    return _timed(operation)


def _by_place(operation: Operation, device_id: UUID) -> dict[str, Any]:
    own = {"device_id": device_id, "id": by_place(device_id, operation.n)}
    return {**_timed(operation), **own}


def _timed(operation: Operation) -> dict[str, Any]:
    """Its columns; a time that is none, which no verb was ever given, is taken to be of UTC."""
    row, at = rows.row(operation), operation.given.now
    return row if is_instant(at) else {**row, "at": at.replace(tzinfo=UTC)}


def after(connection: Connection, device_id: UUID, n: int) -> Iterator[Operation]:
    """The device's operations after number `n`, in order, five hundred at a time."""
    while True:
        query = (
            rows.select()
            .where(operations.c.device_id == device_id, operations.c.n > n)
            .order_by(operations.c.n)
            .limit(_PAGE)
        )
        page = rows.all(connection, query)
        yield from page
        if len(page) < _PAGE:
            return
        n = page[-1].n


def noted_heads(connection: Connection, device_id: UUID) -> Iterator[Head]:
    """The heads of the access log that the operations bear witness of, in order."""
    query = (
        select(operations.c.access_n, operations.c.access_hash)
        .where(operations.c.device_id == device_id, operations.c.access_n > 0)
        .order_by(operations.c.n)
    )
    for row in connection.execute(query):
        yield Head(row.access_n, row.access_hash)


def count(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(operations)).scalar_one()
