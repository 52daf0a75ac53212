"""Merges of persons in the store, also those that were taken back."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index, Text, bindparam

from db.base import Rows, Unit, table
from db.types import Id, Time
from kundcenter.domain.merges import Merge, MergeNotFound

merges = table(
    "merges",
    Column("id", Id, primary_key=True),
    Column("kept_id", Id, ForeignKey("people.id"), nullable=False),
    Column("absorbed_id", Id, ForeignKey("people.id"), nullable=False),
    Column("reason", Text, nullable=False),
    Column("merged_at", Time, nullable=False),
    Column("merged_by", Id, nullable=False),
    Column("undone_at", Time),
    Column("undone_by", Id),
    Index(None, "kept_id"),
)

rows = Rows(merges, Merge)

_STANDING = rows.select().where(
    merges.c.kept_id == bindparam("kept_id"), merges.c.undone_at.is_(None)
)


class SqlMerges:
    """Merges by id and by the person who was kept."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Merge:
        """The merge.  Raises MergeNotFound."""
        self._unit.note_read("merge", id)
        merge = rows.get(self._on, id)
        if merge is None:
            raise MergeNotFound(id=id)
        return merge

    def put(self, merge: Merge) -> None:
        rows.put(self._on, merge)
        self._unit.note_wrote("merge", merge.id)

    def standing_of(self, kept_id: UUID) -> tuple[Merge, ...]:
        """The merges into a person that nobody has taken back, the oldest first."""
        found = rows.all(self._on, _STANDING, kept_id=kept_id)
        return tuple(sorted(found, key=lambda merge: merge.merged_at))
