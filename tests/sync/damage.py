"""What somebody does to a desk's file beneath the program, and nobody is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from random import Random
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Connection, Engine, UniqueConstraint, insert, select, update
from sqlalchemy.types import Text

from db.base import CENTRE_ONLY
from db.exchange_tables import before, held, touched
from db.sync import restoring
from db.sync.images import TABLES, key_columns, key_of
from db.types import Id

Key = tuple[str, str]


@contextmanager
def beneath(engine: Engine) -> Iterator[Connection]:
    """A transaction without guards, foreign keys and watch."""
    with engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("UPDATE temp.sync_watch SET is_on = 0")
        try:
            with connection.begin(), restoring.guards_down(connection, list(TABLES)):
                yield connection
        finally:
            raw.execute("UPDATE temp.sync_watch SET is_on = 1")
            raw.execute("PRAGMA foreign_keys = ON")


def there(connection: Connection, entity: str) -> list[dict[str, Any]]:
    """The rows of a table that no unsettled operation has to do with, in their order."""
    own = {
        row.key
        for table in (before, touched)
        for row in connection.execute(select(table).where(table.c.entity == entity))
    }
    query = select(TABLES[entity]).order_by(*TABLES[entity].primary_key.columns)
    rows = [dict(row) for row in connection.execute(query).mappings()]
    return [row for row in rows if key_of(entity, row) not in own]


def changed(connection: Connection, entity: str, row: dict[str, Any]) -> Key | None:
    """Another word in one of its columns; None when no column can have one."""
    table = TABLES[entity]
    names = [
        column.name
        for column in table.columns
        if type(column.type) is Text and column.name not in key_columns(entity)
    ]
    if not names:
        return None
    where = [table.c[name] == row[name] for name in key_columns(entity)]
    connection.execute(update(table).where(*where).values({names[-1]: "någon annans ord"}))
    return entity, key_of(entity, row)


def deleted(connection: Connection, entity: str, row: dict[str, Any]) -> Key:
    key = entity, key_of(entity, row)
    restoring.remove(connection, [key])
    return key


def added(connection: Connection, entity: str, row: dict[str, Any]) -> Key | None:
    """A copy of the row with another key; None when the table's key is no id, or it was added."""
    table = TABLES[entity]
    (first, *_) = key_columns(entity)
    if not isinstance(table.c[first].type, Id):
        return None
    new = {**row, first: uuid5(row[first], "again")}
    if connection.execute(select(table).where(table.c[first] == new[first])).first():
        return None
    unique = {
        name
        for index in table.indexes
        if index.unique and not index.info.get(CENTRE_ONLY)
        for name in dict(index.columns)
    }
    unique |= {column.name for column in table.columns if column.unique}
    for each in table.constraints:
        unique |= set(each.columns.keys()) if isinstance(each, UniqueConstraint) else set()
    for name in unique - {first}:
        new[name] = _other(new[name])
    connection.execute(insert(table), new)
    return entity, key_of(entity, new)


def _other(value: Any) -> Any:
    if isinstance(value, UUID):
        return uuid5(value, "again")
    if isinstance(value, StrEnum):
        return value
    return value + 1000 if isinstance(value, int) else value and f"{value} igen"


def wrong_sum(connection: Connection, rng: Random) -> Key:
    """One of the sums that the desk has kept is another one."""
    rows = connection.execute(select(held).order_by(*held.primary_key.columns)).all()
    row = rng.choice(rows)
    connection.execute(
        update(held)
        .where(held.c.bucket == row.bucket, held.c.entity == row.entity, held.c.key == row.key)
        .values(sum=str((int(row.sum) + 1) % 2**64))
    )
    return row.entity, row.key
