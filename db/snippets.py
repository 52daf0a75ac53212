"""Snippets in the store: as they stand, all that they have been, and how they are used."""

from __future__ import annotations

from dataclasses import fields
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    Text,
    UniqueConstraint,
    bindparam,
    select,
)

from db.base import Rows, Unit, table
from db.types import Code, Codes, Day, Id, Time
from kundcenter.domain.snippets import (
    NoteField,
    Scope,
    Snippet,
    SnippetNotFound,
    SnippetVersion,
    Use,
)

_WORDS = (
    ("code", Text, False),
    ("title", Text, False),
    ("body", Text, False),
    ("scope", Code(Scope), False),
    ("owner_id", Id, False),
    ("care_unit", Text, False),
    ("review_on", Day, True),
    ("fields", Codes(NoteField), False),
    ("number", Integer, False),
    ("changed_at", Time, False),
    ("changed_by", Id, False),
    ("retired_at", Time, True),
)


def _columns() -> list[Column[Any]]:
    """The columns of a snippet, which each of its versions has too."""
    return [Column(name, kind, nullable=nullable) for name, kind, nullable in _WORDS]


snippets = table(
    "snippets",
    Column("id", Id, primary_key=True),
    *_columns(),
    Column("holder", Text, nullable=False),  # where the code may stand once
)

_in_force = snippets.c.retired_at.is_(None)
Index(None, snippets.c.holder, snippets.c.code, unique=True, sqlite_where=_in_force)

snippet_versions = table(
    "snippet_versions",
    Column("id", Id, primary_key=True),
    Column("snippet_id", Id, ForeignKey("snippets.id"), nullable=False),
    *_columns(),
    UniqueConstraint("snippet_id", "number"),
)

snippet_uses = table(
    "snippet_uses",
    Column("id", Id, ForeignKey("snippets.id"), primary_key=True),
    Column("uses", Integer, nullable=False),
    Column("last_on", Day, nullable=False),
)

_NAMES = tuple(each.name for each in fields(Snippet))


def _flat(snippet: Snippet) -> dict[str, Any]:
    return {**{name: getattr(snippet, name) for name in _NAMES}, "holder": snippet.holder}


def _whole(row: dict[str, Any]) -> Snippet:
    return Snippet(**{name: row[name] for name in _NAMES})


def _flat_use(use: Use) -> dict[str, Any]:
    return {"id": use.snippet_id, "uses": use.uses, "last_on": use.last_on}


def _whole_use(row: dict[str, Any]) -> Use:
    return Use(row["id"], row["uses"], row["last_on"])


def _flat_version(version: SnippetVersion) -> dict[str, Any]:
    row = {name: getattr(version.snippet, name) for name in _NAMES}
    return {**row, "id": version.id, "snippet_id": version.snippet.id}


def _whole_version(row: dict[str, Any]) -> SnippetVersion:
    snippet = {name: row[name] for name in _NAMES} | {"id": row["snippet_id"]}
    return SnippetVersion(row["id"], Snippet(**snippet))


version_rows = Rows(snippet_versions, SnippetVersion, flat=_flat_version, whole=_whole_version)
rows = Rows(snippets, Snippet, flat=_flat, whole=_whole)
use_rows = Rows(snippet_uses, Use, flat=_flat_use, whole=_whole_use)

_HELD = rows.select().where(snippets.c.holder == bindparam("holder"), _in_force)
_VERSIONS = (
    version_rows.select()
    .where(snippet_versions.c.snippet_id == bindparam("snippet_id"))
    .order_by(snippet_versions.c.number.desc())
)
_USES = use_rows.select().where(
    snippet_uses.c.id.in_(
        select(snippets.c.id).where(snippets.c.holder == bindparam("holder"), _in_force)
    )
)


class SqlSnippets:
    """Snippets by id and by who holds them."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Snippet:
        """The snippet, also a retired one.  Raises SnippetNotFound."""
        self._unit.note_read("snippet", id)
        found = rows.get(self._on, id)
        if found is None:
            raise SnippetNotFound(id=id)
        return found

    def put(self, snippet: Snippet) -> None:
        rows.put(self._on, snippet)
        self._unit.note_wrote("snippet", snippet.id)

    def add_version(self, version: SnippetVersion) -> None:
        version_rows.add(self._on, version)

    def versions(self, snippet_id: UUID) -> tuple[Snippet, ...]:
        """All that the snippet has been, the newest first."""
        found = version_rows.all(self._on, _VERSIONS, snippet_id=snippet_id)
        return tuple(version.snippet for version in found)

    def held_by(self, holders: tuple[str, ...]) -> tuple[Snippet, ...]:
        """The snippets in force of all holders, by code."""
        found = (rows.all(self._on, _HELD, holder=holder) for holder in holders)
        every = [snippet for some in found for snippet in some]
        return tuple(sorted(every, key=lambda snippet: (snippet.code, snippet.id)))

    def use(self, snippet_id: UUID) -> Use | None:
        return use_rows.get(self._on, snippet_id)

    def uses(self, holders: tuple[str, ...]) -> tuple[Use, ...]:
        """How often each snippet of the holders has been inserted; none for one that never was."""
        found = (use_rows.all(self._on, _USES, holder=holder) for holder in holders)
        return tuple(use for some in found for use in some)

    def put_use(self, use: Use) -> None:
        use_rows.put(self._on, use)
        self._unit.note_wrote("snippet", use.snippet_id)
