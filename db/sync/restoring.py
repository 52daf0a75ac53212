"""Put rows of a desk's file to what they shall be, past the guards that forbid it to verbs."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, select, update

from db.guards import APPEND_ONLY, SIGNED
from db.sync.images import TABLES, key_columns, key_values

GUARDED = frozenset(APPEND_ONLY) | {SIGNED}


@contextmanager
def guards_down(connection: Connection, tables: Collection[str]) -> Iterator[None]:
    """Take the triggers of the guarded tables away for a while, inside the transaction.

    Nobody else ever sees the file without them: what is killed in between has changed nothing.
    """
    names = sorted(GUARDED.intersection(tables))
    taken: list[str] = []
    for name in names:
        found = connection.exec_driver_sql(
            "SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger' AND tbl_name = ?",
            (name,),
        ).all()
        for trigger, sql in found:
            connection.exec_driver_sql(f'DROP TRIGGER main."{trigger}"')
            taken.append(sql)
    yield
    for sql in taken:
        connection.exec_driver_sql(sql)


def row_at(connection: Connection, entity: str, key: str) -> dict[str, Any] | None:
    """The row as it is."""
    query = select(TABLES[entity]).where(_at(entity, key))
    found = connection.execute(query).mappings().first()
    return None if found is None else dict(found)


def remove(connection: Connection, entity: str, key: str) -> None:
    connection.execute(delete(TABLES[entity]).where(_at(entity, key)))


def put(connection: Connection, entity: str, key: str, row: Mapping[str, Any]) -> None:
    """Make the row be so, whether it is there or not."""
    others = {name: value for name, value in row.items() if name not in key_columns(entity)}
    table = TABLES[entity]
    if others:
        changed = connection.execute(update(table).where(_at(entity, key)).values(others))
        if changed.rowcount:
            return
    elif row_at(connection, entity, key) is not None:
        return
    connection.execute(insert(table), dict(row))


def as_kept(connection: Connection, entity: str, kept: str) -> dict[str, Any]:
    """The row that a trigger has kept, in Python's values.

    It was kept as SQLite itself would write it into a statement, so SQLite reads it.
    """
    columns = {name: sql for name, sql in json.loads(kept).items() if name in TABLES[entity].c}
    table = TABLES[entity]
    words = ", ".join(f"{sql} AS {name}" for name, sql in columns.items())
    raw = connection.exec_driver_sql("SELECT " + words.replace("%", "%%")).mappings().one()
    dialect = connection.dialect
    values: dict[str, Any] = {}
    for name in columns:
        read = table.c[name].type.dialect_impl(dialect).result_processor(dialect, None)
        values[name] = read(raw[name]) if read else raw[name]
    return values


def _at(entity: str, key: str) -> Any:
    table = TABLES[entity]
    return and_(*(table.c[name] == value for name, value in key_values(entity, key).items()))
