"""The access log in the store: only ever added to, one chain per device."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import Column, Connection, Index, Integer, Text, select

from db.base import Rows, table
from db.types import Bytes, Code, Id, Time
from kundcenter.domain.access_log import AccessRecord, Activity, Purpose

access_log = table(
    "access_log",
    Column("device_id", Id, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("id", Id, nullable=False, unique=True),
    Column("at", Time, nullable=False),
    Column("operator_id", Id, nullable=False),
    Column("session_id", Id, nullable=False),
    Column("roles", Text, nullable=False),
    Column("care_unit", Text, nullable=False),
    Column("activity", Code(Activity), nullable=False),
    Column("level", Text, nullable=False),
    Column("purpose", Code(Purpose), nullable=False),
    Column("person_id", Id),
    Column("object_kind", Text, nullable=False),
    Column("object_id", Id),
    Column("reason", Text, nullable=False),
    Column("previous_hash", Bytes, nullable=False),
    Column("hash", Bytes, nullable=False),
    Index(None, "person_id", "at"),
    Index(None, "operator_id", "at"),
)

rows = Rows(access_log, AccessRecord)


def add(connection: Connection, record: AccessRecord) -> None:
    rows.add(connection, record)


def add_all(connection: Connection, records: Sequence[AccessRecord]) -> None:
    """Add the next links of a chain, one or more."""
    rows.add_all(connection, records)


def of_person(connection: Connection, person_id: UUID, limit: int) -> tuple[AccessRecord, ...]:
    """The accesses to one person, the latest first."""
    query = (
        rows.select()
        .where(access_log.c.person_id == person_id)
        .order_by(access_log.c.at.desc())
        .limit(limit)
    )
    return rows.all(connection, query)


def chain(connection: Connection, device_id: UUID, *, after: int = 0) -> Iterator[AccessRecord]:
    """The device's records after number `after` in order, a thousand at a time."""
    while True:
        query = (
            rows.select()
            .where(access_log.c.device_id == device_id, access_log.c.n > after)
            .order_by(access_log.c.n)
            .limit(1_000)
        )
        page = rows.all(connection, query)
        yield from page
        if len(page) < 1_000:
            return
        after = page[-1].n


def devices(connection: Connection) -> tuple[UUID, ...]:
    """The devices that have a chain here."""
    query = select(access_log.c.device_id).distinct()
    return tuple(row.device_id for row in connection.execute(query))
