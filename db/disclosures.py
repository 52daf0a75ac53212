"""Copies that were handed out, in the store; only ever added to."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Column, ForeignKey, Integer, Text, bindparam

from db.base import Rows, Unit, table
from db.types import Code, Id, Time
from kundcenter.domain.disclosures import Disclosure, DisclosureForm

disclosures = table(
    "disclosures",
    Column("id", Id, primary_key=True),
    Column("entry_id", Id, ForeignKey("entries.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("form", Code(DisclosureForm), nullable=False),
    Column("recipient", Text, nullable=False),
    Column("made_at", Time, nullable=False),
    Column("made_by", Id, nullable=False),
)

rows = Rows(disclosures, Disclosure)
_OF_ENTRY = (
    rows.select()
    .where(disclosures.c.entry_id == bindparam("entry_id"))
    .order_by(disclosures.c.made_at)
)


class SqlDisclosures:
    """Who was given a copy, entry by entry."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def add(self, disclosure: Disclosure) -> None:
        rows.add(self._unit.connection, disclosure)
        self._unit.note_wrote("disclosure", disclosure.id)

    def of_entry(self, entry_id: UUID) -> tuple[Disclosure, ...]:
        """The copies of an entry, the oldest first."""
        return rows.all(self._unit.connection, _OF_ENTRY, entry_id=entry_id)
