"""Operations in the store: what this desk has done, in order, until it is told to the centre."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Integer, Text, func, select

from db.base import Rows, table
from db.types import Bytes, Id, Time
from kundcenter.domain.access_log import Head
from kundcenter.operations import Operation, decode_operation, encode

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


def add(connection: Connection, operation: Operation) -> None:
    rows.add(connection, operation)


def after(connection: Connection, device_id: UUID, n: int) -> Iterator[Operation]:
    """The device's operations after number `n`, in order, five hundred at a time."""
    while True:
        query = (
            rows.select()
            .where(operations.c.device_id == device_id, operations.c.n > n)
            .order_by(operations.c.n)
            .limit(500)
        )
        page = rows.all(connection, query)
        yield from page
        if len(page) < 500:
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
