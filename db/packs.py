"""Content packs in the store, and how this centre has worded their topics."""

from __future__ import annotations

from dataclasses import fields
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Column, Integer, Text, UniqueConstraint, bindparam

from db.base import Rows, Unit, table
from db.types import Id, Time
from kundcenter.domain.packs import Content, Edit, Pack, PackNotFound, Topic
from kundcenter.operations import encode

packs = table(
    "packs",
    Column("id", Id, primary_key=True),
    Column("content", Text, nullable=False),  # JSON, as an operation writes it
    Column("imported_at", Time, nullable=False),
    Column("imported_by", Id, nullable=False),
    Column("approved_at", Time),
    Column("approved_by", Id),
    Column("approver", Text, nullable=False),
    Column("retired_at", Time),
)

pack_edits = table(
    "pack_edits",
    Column("id", Id, primary_key=True),
    Column("pack_code", Text, nullable=False),
    Column("topic_code", Text, nullable=False),
    Column("topic", Text, nullable=False),  # JSON; null when the edit is taken back
    Column("base", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("edited_at", Time, nullable=False),
    Column("edited_by", Id, nullable=False),
    UniqueConstraint("pack_code", "topic_code", "number"),
)


def _flat(pack: Pack) -> dict[str, Any]:
    row = {each.name: getattr(pack, each.name) for each in fields(Pack)}
    return {**row, "content": encode(pack.content).decode()}


def _flat_edit(edit: Edit) -> dict[str, Any]:
    row = {each.name: getattr(edit, each.name) for each in fields(Edit)}
    return {**row, "topic": encode(edit.topic).decode()}


_CONTENT = msgspec.json.Decoder(Content)
_TOPIC = msgspec.json.Decoder(Topic | None)

rows = Rows(
    packs,
    Pack,
    flat=_flat,
    whole=lambda row: Pack(**{**row, "content": _CONTENT.decode(row["content"])}),
)
edit_rows = Rows(
    pack_edits,
    Edit,
    flat=_flat_edit,
    whole=lambda row: Edit(**{**row, "topic": _TOPIC.decode(row["topic"])}),
)

_EDITS = (
    edit_rows.select()
    .where(pack_edits.c.pack_code == bindparam("pack_code"))
    .order_by(pack_edits.c.topic_code, pack_edits.c.number)
)


class SqlPacks:
    """Packs by id; all edits of one pack."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Pack:
        """The pack.  Raises PackNotFound."""
        self._unit.note_read("pack", id)
        found = rows.get(self._on, id)
        if found is None:
            raise PackNotFound(id=id)
        return found

    def put(self, pack: Pack) -> None:
        rows.put(self._on, pack)
        self._unit.note_wrote("pack", pack.id)

    def all(self) -> tuple[Pack, ...]:
        """Every version of every pack, by when it was brought in."""
        return rows.all(self._on, rows.select().order_by(packs.c.imported_at, packs.c.id))

    def edits(self, pack_code: str) -> tuple[Edit, ...]:
        """Every edit there has been, by topic, the newest of each last."""
        return edit_rows.all(self._on, _EDITS, pack_code=pack_code)

    def add_edit(self, edit: Edit) -> None:
        edit_rows.add(self._on, edit)
        self._unit.note_wrote("pack", edit.id)
