"""Dissenting opinions in the store; only ever added to."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Column, ForeignKey, Text, bindparam

from db.base import Rows, Unit, table
from db.types import Code, Id, Time
from kundcenter.domain.dissents import Dissent
from kundcenter.domain.journal import Relation

dissents = table(
    "dissents",
    Column("id", Id, primary_key=True),
    Column("entry_id", Id, ForeignKey("entries.id"), nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("by_name", Text, nullable=False),
    Column("relation", Code(Relation), nullable=False),
    Column("noted_at", Time, nullable=False),
    Column("noted_by", Id, nullable=False),
)

rows = Rows(dissents, Dissent)
_OF_ENTRY = (
    rows.select().where(dissents.c.entry_id == bindparam("entry_id")).order_by(dissents.c.noted_at)
)


class SqlDissents:
    """What patients hold to be wrong, entry by entry."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def add(self, dissent: Dissent) -> None:
        rows.add(self._unit.connection, dissent)
        self._unit.note_wrote("dissent", dissent.id)

    def of_entry(self, entry_id: UUID) -> tuple[Dissent, ...]:
        """The opinions about an entry, the oldest first."""
        return rows.all(self._unit.connection, _OF_ENTRY, entry_id=entry_id)
