"""Rows of a later program: kept as they came, until this program can write them.

A centre may be newer than a desk.  What the desk cannot write never stops what it can; it is kept
with its body, counts in its bucket's sum, and is tried again when the program has become another
one, or when the row has come that it points to (RELIABILITY 2.12).
"""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Boolean, Connection, Integer, String, Table, insert, select

from db.exchange_tables import aside
from db.local import mark, marked
from db.sync import restoring
from db.sync.images import TABLES, key_values, row_of
from db.types import Code, Codes
from kundcenter.domain.feed import Why, body_text

log = logging.getLogger(__name__)

Key = tuple[str, str]
Body = Mapping[str, Any]
READS = "sync_reads"  # the mark that says what the program could read that sorted the rows last
_ABSENT = (Why.TABLE, Why.VALUE, Why.PARENT)


def sorted_out(
    connection: Connection, given: Mapping[Key, Body | None]
) -> dict[Key, dict[str, Any] | None]:
    """The rows that can be written here, of those that were given and those of before.

    None for what is to go.  The others are set aside, and of a row that has a column more than
    its table here, a copy is.
    """
    bodies = {**_due(connection), **given}
    rows: dict[Key, dict[str, Any] | None] = {}
    why: dict[Key, Why] = {}
    for key, body in bodies.items():
        if body is None:
            if key[0] in TABLES:
                rows[key] = None
            continue
        row, reason = _read(key, body)
        if row is not None:
            rows[key] = row
        if reason is not None:
            why[key] = reason
    _without_parents(connection, rows, why)
    _keep(connection, bodies, why)
    return rows


def reads() -> str:
    """What this program can read of the centre's rows: tables, columns and codes, as one hash."""
    return _reads(tuple(TABLES.values()))


@cache
def _reads(tables: tuple[Table, ...]) -> str:
    told = [
        f"{table.name}.{column.name} {column.type!r} {sorted(_codes(column.type))}"
        for table in tables
        for column in table.columns
    ]
    return hashlib.sha256("\n".join(sorted(told)).encode()).hexdigest()


def _due(connection: Connection) -> dict[Key, Body]:
    """The rows of before that are to be tried again."""
    query = select(aside.c.entity, aside.c.key, aside.c.body)
    now = reads()
    if marked(connection, READS) == now:
        query = query.where(aside.c.why == Why.PARENT)
    else:
        mark(connection, READS, now)
    return {
        (row.entity, row.key): msgspec.json.decode(row.body) for row in connection.execute(query)
    }


def _read(key: Key, body: Body) -> tuple[dict[str, Any] | None, Why | None]:
    entity, its = key
    if entity not in TABLES:
        return None, Why.TABLE
    kinds = _kinds(TABLES[entity])
    try:
        key_values(entity, its)
        row = row_of(entity, body)
    except (ValueError, TypeError, AttributeError):
        return None, Why.VALUE
    for name, value in row.items():  # a STRICT table refuses what is of another kind
        kind, nullable = kinds[name]
        if not nullable if value is None else kind is not None and type(value) is not kind:
            return None, Why.VALUE
    return row, None if kinds.keys() >= body.keys() else Why.COLUMN


@cache
def _kinds(table: Table) -> dict[str, tuple[type | None, bool]]:
    """Of each column, which Python type its values have, if one alone, and whether it may lack."""
    return {column.name: (_kind(column.type), bool(column.nullable)) for column in table.columns}


def _kind(kind: Any) -> type | None:
    for one, found in ((Boolean, bool), (Integer, int), (String, str)):
        if isinstance(kind, one):
            return found
    return None


def _codes(kind: Any) -> list[str]:
    known: type[StrEnum] | None = kind.codes if isinstance(kind, Code | Codes) else None
    return [] if known is None else [each.value for each in known]


def _without_parents(
    connection: Connection, rows: dict[Key, dict[str, Any] | None], why: dict[Key, Why]
) -> None:
    """Set aside what points to a row that is not here and cannot be written."""
    query = select(aside.c.entity, aside.c.key).where(aside.c.why.in_(_ABSENT))
    lacking = {(row.entity, row.key) for row in connection.execute(query)} - rows.keys()
    lacking |= {key for key, reason in why.items() if reason is not Why.COLUMN}
    lacking = {key for key in lacking if key[0] in TABLES}
    lacking -= restoring.present(connection, lacking)
    while lacking:
        found = {
            key
            for key, row in rows.items()
            if row is not None and any(parent in lacking for parent in _pointed(key[0], row))
        }
        for key in found:
            del rows[key]
            why[key] = Why.PARENT
        lacking = found - restoring.present(connection, found)  # what is here stays as it was


def _pointed(entity: str, row: Mapping[str, Any]) -> Iterator[Key]:
    for key in TABLES[entity].foreign_keys:
        value = row.get(key.parent.name)
        if value is not None:
            yield key.column.table.name, getattr(value, "hex", str(value))


def _keep(
    connection: Connection, bodies: Mapping[Key, Body | None], why: Mapping[Key, Why]
) -> None:
    """Write down what is set aside now; what has gone, or can be written, is not any more."""
    some = connection.execute(select(aside.c.entity).limit(1)).first() is not None
    if some and bodies:
        connection.exec_driver_sql(
            "DELETE FROM sync_aside WHERE entity = ? AND key = ?", list(bodies)
        )
    if why:
        connection.execute(
            insert(aside),
            [
                {"entity": e, "key": k, "body": body_text(bodies[e, k] or {}).decode(), "why": x}
                for (e, k), x in why.items()
            ],
        )
        counts = Counter(why.values())
        log.warning(
            "rows of a later program were set aside: %s",
            ", ".join(f"{reason} {counts[reason]}" for reason in Why if counts[reason]),
        )
