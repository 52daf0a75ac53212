"""What one transaction left behind, so that it can be kept a second time beside the database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, Table, bindparam, literal_column, select, union_all

from db import access_log, local, operations
from db.base import ONE
from kundcenter.domain.access_log import AccessRecord, Head
from kundcenter.domain.slots import SignInAttempts, Slot
from kundcenter.operations import Operation

BATCH = 200


@dataclass(frozen=True, slots=True)
class Commit:
    """An operation, the access records written with it, and what belongs to this desk alone."""

    operation: Operation | None = None
    accesses: tuple[AccessRecord, ...] = ()
    slots: tuple[Slot, ...] = ()
    attempts: tuple[SignInAttempts, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.operation or self.accesses or self.slots or self.attempts)


@dataclass(frozen=True, slots=True)
class Heads:
    """How far both chains of one device have come."""

    operation: Head = field(default_factory=Head)
    access: Head = field(default_factory=Head)

    def covers(self, other: Heads) -> bool:
        """Whether everything up to `other` is within these heads."""
        return self.operation.n >= other.operation.n and self.access.n >= other.access.n

    def precedes(self, commit: Commit) -> bool:
        """Whether the commit's links are the next ones."""
        operation, accesses = commit.operation, commit.accesses
        return (operation is None or _precedes(self.operation, operation)) and (
            not accesses or _precedes(self.access, accesses[0])
        )

    def followed_by(self, commit: Commit) -> Heads:
        """The heads after a commit that they precede."""
        operation, accesses = commit.operation, commit.accesses
        return Heads(
            Head(operation.n, operation.hash) if operation else self.operation,
            Head(accesses[-1].n, accesses[-1].hash) if accesses else self.access,
        )


def _precedes(head: Head, link: Operation | AccessRecord) -> bool:
    return link.n == head.n + 1 and link.previous_hash == head.hash


def _last(table: Table) -> Select[Any]:
    """The last link of one device's chain, with the name of the chain."""
    newest = (
        select(literal_column(f"'{table.name}'").label("chain"), table.c.n, table.c.hash)
        .where(table.c.device_id == bindparam("device_id"))
        .order_by(table.c.n.desc())
        .limit(ONE)
    )
    return select(newest.subquery())


# One statement for both: every verb asks for them.
_HEADS = union_all(_last(operations.operations), _last(access_log.access_log))


def heads(connection: Connection, device_id: UUID) -> Heads:
    """How far the chains have come in the database; the empty heads when there is none."""
    found = {
        row.chain: Head(row.n, row.hash)
        for row in connection.execute(_HEADS, {"device_id": device_id})
    }
    return Heads(
        found.get(operations.operations.name, Head()),
        found.get(access_log.access_log.name, Head()),
    )


def after(connection: Connection, device_id: UUID, known: Heads) -> Iterator[Commit]:
    """All that the database holds after the heads `known`, access records first.

    The desk's own slots come whole with the last commit, so that nothing older follows them.
    """
    last: Commit | None = None
    records = access_log.chain(connection, device_id, after=known.access.n)
    while batch := tuple(islice(records, BATCH)):
        if last:
            yield last
        last = Commit(accesses=batch)
    for operation in operations.after(connection, device_id, known.operation.n):
        if last:
            yield last
        last = Commit(operation)
    if last:
        yield replace(
            last, slots=local.all_slots(connection), attempts=local.all_attempts(connection)
        )


def same_link(connection: Connection, device_id: UUID, noted: Heads) -> bool:
    """Whether the database has the noted links, or has not come so far yet."""
    for table, head in (
        (operations.operations, noted.operation),
        (access_log.access_log, noted.access),
    ):
        query = select(table.c.hash).where(table.c.device_id == device_id, table.c.n == head.n)
        found = connection.execute(query).scalar()
        if found is not None and found != head.hash:
            return False
    return True
