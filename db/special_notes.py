"""Special notes about persons in the store."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index, Text, bindparam

from db.base import Rows, Unit, table
from db.types import Code, Id, Time
from kundcenter.domain.special_notes import (
    SpecialKind,
    SpecialNote,
    SpecialNoteNotFound,
    in_order,
)

special_notes = table(
    "special_notes",
    Column("id", Id, primary_key=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False),
    Column("kind", Code(SpecialKind), nullable=False),
    Column("text", Text, nullable=False),
    Column("noted_at", Time, nullable=False),
    Column("noted_by", Id, nullable=False),
    Column("ended_at", Time),
    Column("ended_by", Id),
    Index(None, "person_id"),
)

rows = Rows(special_notes, SpecialNote)

_STANDING = rows.select().where(
    special_notes.c.person_id.in_(bindparam("person_ids", expanding=True)),
    special_notes.c.ended_at.is_(None),
)


class SqlSpecialNotes:
    """Special notes by id and by person."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> SpecialNote:
        """The note.  Raises SpecialNoteNotFound."""
        self._unit.note_read("special_note", id)
        note = rows.get(self._on, id)
        if note is None:
            raise SpecialNoteNotFound(id=id)
        return note

    def put(self, note: SpecialNote) -> None:
        rows.put(self._on, note)
        self._unit.note_wrote("special_note", note.id)

    def standing(self, person_ids: Collection[UUID]) -> tuple[SpecialNote, ...]:
        """The notes that nobody has ended, the gravest kind first."""
        return in_order(rows.all(self._on, _STANDING, person_ids=list(person_ids)))
