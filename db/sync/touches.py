"""Which rows a desk's unanswered operations wrote, and how those rows stood before.

Triggers of the connection itself keep it, so that no store of any noun can forget to.  They are
there only at a desk that has a centre.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, Table, event, insert, text

from db import operations
from db.exchange_tables import touched
from db.sync.images import key_columns
from db.tables import SYNCED
from db.types import Bytes, Id
from kundcenter.operations import Operation

OFF, ON = 0, 1


def watch(engine: Engine) -> None:
    """Let every connection of the engine keep the touches from now on."""
    statements = tuple(_statements())

    @event.listens_for(engine, "connect")
    def _connected(raw: Any, _record: Any) -> None:
        for statement in statements:
            raw.execute(statement)


def claim(connection: Connection, n: int) -> None:
    """The operation whose verb has just ended is number `n`: what was touched is its."""
    connection.execute(_CLAIM, {"n": n})


def park(connection: Connection, operation: Operation) -> None:
    """Keep an operation whose verb cannot be carried out yet: it is sent as it is.

    It touches nothing but itself, so that it is run again when rows come that it had read or
    written (db.sync.rounds).
    """
    operations.add(connection, operation)
    key = operation.id.hex
    connection.execute(
        insert(touched), {"n": operation.n, "entity": operations.operations.name, "key": key}
    )


def loosen(connection: Connection, n: int, id: UUID) -> None:
    """Nobody knows which rows an unanswered operation touches.

    As with one that is parked, it is run again when rows come that it had read or written.
    """
    connection.execute(
        insert(touched), {"n": n, "entity": operations.operations.name, "key": id.hex}
    )


@contextmanager
def unwatched(connection: Connection) -> Iterator[None]:
    """What is written meanwhile comes from the centre."""
    connection.exec_driver_sql(f"UPDATE temp.sync_watch SET is_on = {OFF}")
    yield
    connection.exec_driver_sql(f"UPDATE temp.sync_watch SET is_on = {ON}")


_CLAIM = text("UPDATE OR IGNORE sync_touched SET n = :n WHERE n = 0")


def _statements() -> Iterator[str]:
    yield "CREATE TEMP TABLE sync_watch (is_on INTEGER NOT NULL)"
    yield f"INSERT INTO temp.sync_watch VALUES ({ON})"
    for table in SYNCED:
        yield from _triggers(table)


def _triggers(table: Table) -> Iterator[str]:
    name, when = table.name, "WHEN (SELECT is_on FROM sync_watch)"
    row = ", ".join(f"'{column.name}', quote(OLD.{column.name})" for column in table.columns)
    for act, at, key, kept in (
        ("UPDATE", "BEFORE", key_sql(table, "OLD"), f"json_object({row})"),
        ("DELETE", "BEFORE", key_sql(table, "OLD"), f"json_object({row})"),
        ("INSERT", "AFTER", key_sql(table, "NEW"), "NULL"),
    ):
        # Not OR IGNORE: the statement that fires a trigger overrules what it says of conflicts.
        yield (
            f"CREATE TEMP TRIGGER sync_{name}_{act.lower()} {at} {act} ON main.{name} {when} BEGIN "
            f"INSERT INTO sync_before SELECT '{name}', {key}, {kept} WHERE NOT EXISTS "
            f"(SELECT 1 FROM sync_before WHERE entity = '{name}' AND key = {key}); "
            f"INSERT INTO sync_touched SELECT 0, '{name}', {key} WHERE NOT EXISTS "
            f"(SELECT 1 FROM sync_touched WHERE n = 0 AND entity = '{name}' AND key = {key}); END"
        )


def key_sql(table: Table, row: str) -> str:
    """The key of the row as one text, in SQL."""
    parts = (
        f"lower(hex({row}.{name}))"
        if isinstance(table.c[name].type, Id | Bytes)
        else f"{row}.{name}"
        for name in key_columns(table.name)
    )
    return " || '/' || ".join(parts)
