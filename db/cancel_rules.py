"""The region's rules of cancelled visits in the store: every edition that was published."""

from __future__ import annotations

from dataclasses import fields
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Boolean, Column, Integer, Text

from db.base import Rows, Unit, table
from db.types import Id, Time
from kundcenter.domain.cancellations import CancelRule, CancelRules, CancelRulesNotFound
from kundcenter.operations import encode

cancel_rules = table(
    "cancel_rules",
    Column("id", Id, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("rules", Text, nullable=False),  # JSON, as an operation writes it
    Column("published_at", Time, nullable=False),
    Column("published_by", Id, nullable=False),
    Column("comment", Text, nullable=False),
    Column("demonstration", Boolean, nullable=False),
    Column("own", Text, nullable=False),
)


def _flat(edition: CancelRules) -> dict[str, Any]:
    row = {each.name: getattr(edition, each.name) for each in fields(CancelRules)}
    return {**row, "rules": encode(edition.rules).decode()}


_RULES = msgspec.json.Decoder(tuple[CancelRule, ...])

rows = Rows(
    cancel_rules,
    CancelRules,
    flat=_flat,
    whole=lambda row: CancelRules(**{**row, "rules": _RULES.decode(row["rules"])}),
)

_ALL = rows.select().order_by(cancel_rules.c.number, cancel_rules.c.id)
_LATEST = rows.select().order_by(cancel_rules.c.number.desc(), cancel_rules.c.id).limit(1)


class SqlCancelRules:
    """Editions by id; the latest is the one in force."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> CancelRules:
        """The edition.  Raises CancelRulesNotFound."""
        self._unit.note_read("cancel_rules", id)
        found = rows.get(self._on, id)
        if found is None:
            raise CancelRulesNotFound(id=id)
        return found

    def add(self, rules: CancelRules) -> None:
        rows.add(self._on, rules)
        self._unit.note_wrote("cancel_rules", rules.id)

    def latest(self) -> CancelRules | None:
        found = rows.one(self._on, _LATEST)
        if found is not None:
            self._unit.note_read("cancel_rules", found.id)
        return found

    def all(self) -> tuple[CancelRules, ...]:
        """The oldest first."""
        return rows.all(self._on, _ALL)
