"""The region's shifts in the store: every edition that was published."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Boolean, Column, Integer, Text

from db.base import Rows, Unit, table
from db.drafted import as_json, packed_rows
from db.types import Id, Time
from kundcenter.domain.supervision.roster_terms import (
    Pattern,
    RosterLimits,
    RosterTerms,
    RosterTermsNotFound,
)

roster_terms = table(
    "roster_terms",
    Column("id", Id, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("patterns", Text, nullable=False),  # JSON, as an operation writes it
    Column("limits", Text, nullable=False),  # JSON too
    Column("published_at", Time, nullable=False),
    Column("published_by", Id, nullable=False),
    Column("comment", Text, nullable=False),
    Column("demonstration", Boolean, nullable=False),
)

rows: Rows[RosterTerms] = packed_rows(
    roster_terms,
    RosterTerms,
    {"patterns": as_json(tuple[Pattern, ...]), "limits": as_json(RosterLimits)},
)

_C = roster_terms.c
_ALL = rows.select().order_by(_C.number, _C.id)
_LATEST = rows.select().order_by(_C.number.desc(), _C.id).limit(1)


class SqlRosterTerms:
    """Editions by id; the latest is the one in force."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> RosterTerms:
        """The edition.  Raises RosterTermsNotFound."""
        self._unit.note_read("roster_terms", id)
        found = rows.get(self._on, id)
        if found is None:
            raise RosterTermsNotFound(id=id)
        return found

    def add(self, terms: RosterTerms) -> None:
        rows.add(self._on, terms)
        self._unit.note_wrote("roster_terms", terms.id)

    def latest(self) -> RosterTerms | None:
        found = rows.one(self._on, _LATEST)
        if found is not None:
            self._unit.note_read("roster_terms", found.id)
        return found

    def all(self) -> tuple[RosterTerms, ...]:
        """Every edition, the latest last."""
        return rows.all(self._on, _ALL)
