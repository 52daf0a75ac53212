"""The region's terms of the switchboard in the store: every edition that was published."""

from __future__ import annotations

from dataclasses import fields
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Boolean, Column, Integer, Text

from db.base import Rows, Unit, table
from db.types import Id, Time
from kundcenter.domain.switchboard.terms import (
    SwitchboardContent,
    SwitchboardTerms,
    SwitchboardTermsNotFound,
)
from kundcenter.operations import encode

switchboard_terms = table(
    "switchboard_terms",
    Column("id", Id, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("content", Text, nullable=False),  # JSON, as an operation writes it
    Column("published_at", Time, nullable=False),
    Column("published_by", Id, nullable=False),
    Column("comment", Text, nullable=False),
    Column("demonstration", Boolean, nullable=False),
)

_CONTENT = msgspec.json.Decoder(SwitchboardContent)


def _flat(edition: SwitchboardTerms) -> dict[str, Any]:
    row = {each.name: getattr(edition, each.name) for each in fields(SwitchboardTerms)}
    return {**row, "content": encode(edition.content).decode()}


def _whole(row: dict[str, Any]) -> SwitchboardTerms:
    return SwitchboardTerms(**{**row, "content": _CONTENT.decode(row["content"])})


rows = Rows(switchboard_terms, SwitchboardTerms, flat=_flat, whole=_whole)

_C = switchboard_terms.c
_ALL = rows.select().order_by(_C.number, _C.id)
_LATEST = rows.select().order_by(_C.number.desc(), _C.id).limit(1)


class SqlSwitchboardTerms:
    """Editions by id; the latest is the one in force."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> SwitchboardTerms:
        """The edition.  Raises SwitchboardTermsNotFound."""
        self._unit.note_read("switchboard_terms", id)
        found = rows.get(self._on, id)
        if found is None:
            raise SwitchboardTermsNotFound(id=id)
        return found

    def add(self, terms: SwitchboardTerms) -> None:
        rows.add(self._on, terms)
        self._unit.note_wrote("switchboard_terms", terms.id)

    def latest(self) -> SwitchboardTerms | None:
        found = rows.one(self._on, _LATEST)
        if found is not None:
            self._unit.note_read("switchboard_terms", found.id)
        return found

    def all(self) -> tuple[SwitchboardTerms, ...]:
        """Every edition, the latest last."""
        return rows.all(self._on, _ALL)
