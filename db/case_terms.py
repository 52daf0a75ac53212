"""The region's terms of cases in the store: every edition that was published."""

from __future__ import annotations

from dataclasses import fields
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Boolean, Column, Integer, Text

from db.base import Rows, Unit, table
from db.types import Id, Time
from kundcenter.domain.case_terms import CaseTerms, CaseTermsNotFound, CaseTimes, Category
from kundcenter.operations import encode

case_terms = table(
    "case_terms",
    Column("id", Id, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("categories", Text, nullable=False),  # JSON, as an operation writes it; so `times`
    Column("times", Text, nullable=False),
    Column("published_at", Time, nullable=False),
    Column("published_by", Id, nullable=False),
    Column("comment", Text, nullable=False),
    Column("demonstration", Boolean, nullable=False),
)

_JSON: dict[str, msgspec.json.Decoder[Any]] = {
    "categories": msgspec.json.Decoder(tuple[Category, ...]),
    "times": msgspec.json.Decoder(CaseTimes),
}


def _flat(edition: CaseTerms) -> dict[str, Any]:
    row = {each.name: getattr(edition, each.name) for each in fields(CaseTerms)}
    return {**row, **{name: encode(row[name]).decode() for name in _JSON}}


def _whole(row: dict[str, Any]) -> CaseTerms:
    return CaseTerms(**{**row, **{name: known.decode(row[name]) for name, known in _JSON.items()}})


rows = Rows(case_terms, CaseTerms, flat=_flat, whole=_whole)

_ALL = rows.select().order_by(case_terms.c.number, case_terms.c.id)
_LATEST = rows.select().order_by(case_terms.c.number.desc(), case_terms.c.id).limit(1)


class SqlCaseTerms:
    """Editions by id; the latest is the one in force."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> CaseTerms:
        """The edition.  Raises CaseTermsNotFound."""
        self._unit.note_read("case_terms", id)
        found = rows.get(self._on, id)
        if found is None:
            raise CaseTermsNotFound(id=id)
        return found

    def add(self, terms: CaseTerms) -> None:
        rows.add(self._on, terms)
        self._unit.note_wrote("case_terms", terms.id)

    def latest(self) -> CaseTerms | None:
        found = rows.one(self._on, _LATEST)
        if found is not None:
            self._unit.note_read("case_terms", found.id)
        return found

    def all(self) -> tuple[CaseTerms, ...]:
        """Every edition, the latest last."""
        return rows.all(self._on, _ALL)
