"""Rows as plain values, the same from either database."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache, partial
from typing import Any
from uuid import UUID

from sqlalchemy import Table

from db.tables import SYNCED
from db.types import Bytes, Code, Codes, Day, Id, Time

TABLES: dict[str, Table] = {table.name: table for table in SYNCED}


@cache
def key_columns(entity: str) -> tuple[str, ...]:
    """The columns of a table's primary key, in order."""
    return tuple(column.name for column in TABLES[entity].primary_key.columns)


def key_of(entity: str, row: Mapping[str, Any]) -> str:
    """The key of a row as one text; the triggers of both databases write it the same way."""
    return "/".join(_key_part(row[name]) for name in key_columns(entity))


def key_values(entity: str, key: str) -> dict[str, Any]:
    """The key's columns by their names.  Raises ValueError when it is no key of the table."""
    names = key_columns(entity)
    parts = key.split("/", len(names) - 1)
    columns = TABLES[entity].c
    return {
        name: _key_value(columns[name].type, part) for name, part in zip(names, parts, strict=True)
    }


def body_of(entity: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of the table in plain values: texts, whole numbers, truth values and None."""
    known = _readers(entity)
    return {name: plain(value) for name, value in row.items() if name in known}


def row_of(entity: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """The row of the plain values; columns that this program does not know are left out.

    Raises ValueError when a value does not fit its column.
    """
    readers = _readers(entity)
    return {
        name: None if value is None else readers[name](value)
        for name, value in body.items()
        if name in readers
    }


def plain(value: Any) -> Any:
    """A column's value as JSON has it.  Raises TypeError for what no column holds."""
    if value is None or type(value) in _AS_IT_IS:
        return value
    for kind, told in _TOLD:
        if isinstance(value, kind):
            return told(value)
    raise TypeError(type(value).__name__)


_AS_IT_IS = frozenset({str, int, bool})
_TOLD: tuple[tuple[type, Callable[[Any], str]], ...] = (  # the first that fits
    (UUID, lambda value: value.hex),
    (StrEnum, lambda value: value.value),
    (datetime, lambda value: value.isoformat(timespec="microseconds")),
    (date, lambda value: value.isoformat()),
    (bytes, lambda value: b64encode(value).decode("ascii")),
    (frozenset, lambda value: " ".join(sorted(value))),
)


@cache
def _readers(entity: str) -> dict[str, Callable[[Any], Any]]:
    """How a plain value of each column of the table is read."""
    return {
        column.name: partial(_READ.get(type(column.type), _as_it_is), column.type)
        for column in TABLES[entity].columns
    }


def _as_it_is(_: Any, value: Any) -> Any:
    return value


_READ: dict[type, Any] = {
    Id: lambda _, value: UUID(value),
    Time: lambda _, value: datetime.fromisoformat(value),
    Day: lambda _, value: date.fromisoformat(value),
    Bytes: lambda _, value: b64decode(value, validate=True),
    Code: lambda kind, value: kind.codes(value),
    Codes: lambda kind, value: frozenset(map(kind.codes, value.split())),
}


def _key_part(value: Any) -> str:
    if isinstance(value, UUID | bytes):
        return value.hex if isinstance(value, UUID) else value.hex()
    return str(value)


def _key_value(kind: Any, part: str) -> Any:
    if isinstance(kind, Id):
        return UUID(part)
    return bytes.fromhex(part) if isinstance(kind, Bytes) else part
