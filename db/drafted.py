"""Rows of values that hold another value: the columns of both lie side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Table

from db.base import Rows
from kundcenter.operations import encode

V = TypeVar("V")
Packed = tuple[Callable[[Any], Any], Callable[[Any], Any]]  # how it is written, and read


def as_json(kind: Any) -> Packed:
    """A field that is kept as JSON, as an operation writes it."""
    known = msgspec.json.Decoder(kind)
    return (lambda value: encode(value).decode()), known.decode


def packed_rows(
    table: Table,
    value: type[V],
    packed: Mapping[str, Packed],
    renamed: Mapping[str, str] = MappingProxyType({}),
) -> Rows[V]:
    """Rows of `value`, some of whose fields are not kept as they are, or under another name.

    `renamed` is for fields whose names are words of SQL: the column of each.
    """
    names = {
        each.name: renamed.get(each.name, each.name)
        for each in fields(value)  # type: ignore[arg-type]
    }

    def flat(whole: V) -> dict[str, Any]:
        row = {column: getattr(whole, name) for name, column in names.items()}
        return row | {each: write(row[each]) for each, (write, _) in packed.items()}

    def whole(row: dict[str, Any]) -> V:
        read = row | {each: read(row[each]) for each, (_, read) in packed.items()}
        return value(**{name: read[column] for name, column in names.items()})

    return Rows(table, value, flat=flat, whole=whole)


def drafted(
    table: Table,
    value: type[V],
    draft: type[Any],
    name: str,
    packed: Mapping[str, Packed] = MappingProxyType({}),
) -> Rows[V]:
    """Rows of `value`, whose field `name` is a `draft`; no two fields of both are named alike.

    `packed` are the fields, of either, that are not kept as they are.
    """
    own = [each.name for each in fields(value) if each.name != name]  # type: ignore[arg-type]
    told = [each.name for each in fields(draft)]
    assert not set(own) & set(told)

    def flat(whole: V) -> dict[str, Any]:
        held = getattr(whole, name)
        row = {each: getattr(whole, each) for each in own}
        row |= {each: getattr(held, each) for each in told}
        return row | {each: write(row[each]) for each, (write, _) in packed.items()}

    def whole(row: dict[str, Any]) -> V:
        read = row | {each: read(row[each]) for each, (_, read) in packed.items()}
        given = draft(**{each: read[each] for each in told})
        return value(**{name: given}, **{each: read[each] for each in own})

    return Rows(table, value, flat=flat, whole=whole)
