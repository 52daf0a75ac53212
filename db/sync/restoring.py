"""Put rows of a desk's file to what they shall be, past the guards that forbid it to verbs."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, UniqueConstraint, and_, delete, insert, or_, select, update

from db.guards import APPEND_ONLY, SIGNED
from db.sync.images import TABLES, key_columns, key_of, key_values

Key = tuple[str, str]
Row = dict[str, Any]
BATCH = 300

GUARDED = frozenset(APPEND_ONLY) | {SIGNED}
_UNIQUE = {
    name
    for name, table in TABLES.items()
    if any(index.unique for index in table.indexes)
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
    mine = _as_they_are(connection, targets)
    differ = {key: row for key, row in targets.items() if not _agree(mine.get(key), row)}
    with guards_down(connection, {entity for entity, key in differ if (entity, key) in mine}):
        for (entity, key), row in differ.items():
            if row is None or ((entity, key) in mine and entity in _UNIQUE):
                connection.execute(delete(TABLES[entity]).where(_at(entity, key)))
        new: dict[str, list[Row]] = defaultdict(list)
        for (entity, key), row in differ.items():
            if row is not None and (entity, key) in mine and entity in _UNIQUE:
                connection.execute(insert(TABLES[entity]), {**mine[entity, key], **row})
            elif row is not None and (entity, key) in mine:
                changed = {name: x for name, x in row.items() if x != mine[entity, key][name]}
                connection.execute(update(TABLES[entity]).where(_at(entity, key)).values(changed))
            elif row is not None:
                new[entity].append(row)
        for entity, rows in new.items():
            connection.execute(insert(TABLES[entity]), rows)
    return {key: row or mine[key] for key, row in differ.items()}


def _agree(mine: Row | None, target: Row | None) -> bool:
    """A centre of another version may tell of fewer columns."""
    if mine is None or target is None:
        return mine is target
    return all(mine[name] == value for name, value in target.items())


def _as_they_are(connection: Connection, keys: Iterable[Key]) -> dict[Key, Row]:
    by_table: dict[str, list[str]] = defaultdict(list)
    for entity, key in keys:
        by_table[entity].append(key)
    found: dict[Key, Row] = {}
    for entity, wanted in by_table.items():
        for start in range(0, len(wanted), BATCH):
            query = select(TABLES[entity]).where(
                or_(*(_at(entity, key) for key in wanted[start : start + BATCH]))
                if len(key_columns(entity)) > 1
                else _among(entity, wanted[start : start + BATCH])
            )
            for row in connection.execute(query).mappings():
                found[entity, key_of(entity, dict(row))] = dict(row)
    return found


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


def _among(entity: str, keys: Iterable[str]) -> Any:
    (name,) = key_columns(entity)
    return TABLES[entity].c[name].in_([key_values(entity, key)[name] for key in keys])
