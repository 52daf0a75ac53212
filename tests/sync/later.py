"""A desk whose program is older than its centre's: it lacks tables, columns and codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum

from sqlalchemy import Column, ForeignKey, MetaData, Table

from db.sync import images
from db.sync.images import TABLES
from db.types import Code


@contextmanager
def older(
    *,
    tables: frozenset[str] = frozenset(),
    columns: Mapping[str, frozenset[str]] | None = None,
    codes: Mapping[tuple[str, str], frozenset[str]] | None = None,
) -> Iterator[None]:
    """The program without these tables, columns and codes, for what is done in here.

    Only what the desk does may be done in here: both share one process.
    """
    whole = dict(TABLES)
    columns, codes = columns or {}, codes or {}
    try:
        for name in tables:
            del TABLES[name]
        for name in {*columns, *(table for table, _ in codes)}:
            without = columns.get(name, frozenset())
            lacking = {column: gone for (table, column), gone in codes.items() if table == name}
            TABLES[name] = _less(whole[name], without, lacking)
        _forget()
        yield
    finally:
        TABLES.clear()
        TABLES.update(whole)
        _forget()


def _forget() -> None:
    for kept in (images.key_columns, images._readers):
        kept.cache_clear()


def _less(table: Table, without: frozenset[str], lacking: Mapping[str, frozenset[str]]) -> Table:
    """The table as an older program has it."""
    metadata = MetaData()
    parts = []
    for column in table.columns:
        if column.name in without:
            continue
        kind = column.type
        if column.name in lacking:
            assert isinstance(kind, Code)
            kept = {each.name: each.value for each in kind.codes}
            for value in lacking[column.name]:
                kept.pop(kind.codes(value).name)
            kind = Code(StrEnum("Fewer", kept))  # type: ignore[arg-type]
        keys = []
        for key in column.foreign_keys:
            parent = key.column.table
            if parent.name not in metadata.tables:
                Table(parent.name, metadata, *(Column(each.name, each.type) for each in parent.c))
            keys.append(ForeignKey(metadata.tables[parent.name].c[key.column.name]))
        parts.append(
            Column(
                column.name, kind, *keys, primary_key=column.primary_key, nullable=column.nullable
            )
        )
    if table.name in metadata.tables:
        metadata.remove(metadata.tables[table.name])
    return Table(table.name, metadata, *parts)
