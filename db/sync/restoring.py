"""Put rows of a desk's file to what they shall be, past the guards that forbid it to verbs."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, UniqueConstraint, and_, delete, insert, or_, select, update

from db.base import CENTRE_ONLY, metadata
from db.guards import APPEND_ONLY, SIGNED
from db.sync.holding import by_table
from db.sync.images import TABLES, key_columns, key_of, key_values

Key = tuple[str, str]
Row = dict[str, Any]

GUARDED = frozenset(APPEND_ONLY) | {SIGNED}
_ORDER = {table.name: at for at, table in enumerate(metadata.sorted_tables)}  # parents first
_UNIQUE = {
    name
    for name, table in TABLES.items()
    if any(each.unique and not each.info.get(CENTRE_ONLY) for each in table.indexes)
    or any(isinstance(each, UniqueConstraint) for each in table.constraints)
}


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


def make_so(connection: Connection, targets: Mapping[Key, Row | None]) -> dict[Key, Row]:
    """Make the rows be so, or be gone where the target is None.

    Returns those that were not, as they are now or, when they are gone, as they were.  Foreign
    keys must be deferred: a row may come before the one that it points to.  In a table with
    something unique, rows go before any comes: two may have changed places.
    """
    mine = as_they_are(connection, targets)
    differ = {key: row for key, row in targets.items() if not _agree(mine.get(key), row)}
    with guards_down(connection, {entity for entity, key in differ if (entity, key) in mine}):
        for (entity, key), row in differ.items():
            if row is None or ((entity, key) in mine and entity in _UNIQUE):
                connection.execute(delete(TABLES[entity]).where(_at(entity, key)))
        new: dict[tuple[str, ...], list[Row]] = defaultdict(list)
        for (entity, key), row in differ.items():
            if row is not None and (entity, key) in mine and entity in _UNIQUE:
                connection.execute(insert(TABLES[entity]), {**mine[entity, key], **row})
            elif row is not None and (entity, key) in mine:
                changed = {name: x for name, x in row.items() if x != mine[entity, key][name]}
                connection.execute(update(TABLES[entity]).where(_at(entity, key)).values(changed))
            elif row is not None:
                new[entity, *row].append(row)  # of the same columns: a statement is made of one
        for (entity, *_), rows in sorted(new.items(), key=lambda each: _ORDER[each[0][0]]):
            connection.execute(insert(TABLES[entity]), rows)
    return {key: row or mine[key] for key, row in differ.items()}


def _agree(mine: Row | None, target: Row | None) -> bool:
    """A centre of another version may tell of fewer columns."""
    if mine is None or target is None:
        return mine is target
    return all(mine[name] == value for name, value in target.items())


def as_they_are(connection: Connection, keys: Iterable[Key]) -> dict[Key, Row]:
    """The rows that are there.  Raises ValueError when a column holds what it cannot hold."""
    found: dict[Key, Row] = {}
    for entity, its in by_table(keys):
        query = select(TABLES[entity]).where(_among(entity, its))
        for row in connection.execute(query).mappings():
            found[entity, key_of(entity, dict(row))] = dict(row)
    return found


def present(connection: Connection, keys: Iterable[Key]) -> set[Key]:
    """Those of the rows that are there, whatever they hold."""
    found: set[Key] = set()
    for entity, its in by_table(keys):
        names = [TABLES[entity].c[name] for name in key_columns(entity)]
        for row in connection.execute(select(*names).where(_among(entity, its))).mappings():
            found.add((entity, key_of(entity, dict(row))))
    return found


def remove(connection: Connection, keys: Iterable[Key]) -> None:
    """Take rows away, whatever they hold.  Foreign keys must be deferred."""
    for entity, its in by_table(keys):
        with guards_down(connection, {entity}):
            connection.execute(delete(TABLES[entity]).where(_among(entity, its)))


def count_anew(connection: Connection) -> None:
    """Let SQLite forget what foreign keys it has counted as broken, if none is.

    It counts changes.  Where somebody has broken some beneath it, the count comes out wrong.
    """
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = OFF")


def as_kept(connection: Connection, entity: str, kept: str) -> dict[str, Any]:
    """The row that a trigger has kept, in Python's values.

    It was kept as SQLite itself would write it into a statement, so SQLite reads it.
    """
    columns = {name: sql for name, sql in json.loads(kept).items() if name in TABLES[entity].c}
    table = TABLES[entity]
    words = ", ".join(f"{sql} AS {name}" for name, sql in columns.items())
    raw = connection.exec_driver_sql("SELECT " + words).mappings().one()
    dialect = connection.dialect
    values: dict[str, Any] = {}
    for name in columns:
        read = table.c[name].type.dialect_impl(dialect).result_processor(dialect, None)
        values[name] = read(raw[name]) if read else raw[name]
    return values


def _at(entity: str, key: str) -> Any:
    table = TABLES[entity]
    return and_(*(table.c[name] == value for name, value in key_values(entity, key).items()))


def _among(entity: str, keys: Sequence[str]) -> Any:
    names = key_columns(entity)
    if len(names) > 1:
        return or_(*(_at(entity, key) for key in keys))
    (name,) = names
    return TABLES[entity].c[name].in_([key_values(entity, key)[name] for key in keys])
