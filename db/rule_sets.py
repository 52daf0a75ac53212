"""Rules of routing in the store: drafts, and every version that was published."""

from __future__ import annotations

from dataclasses import fields
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Boolean, Column, Integer, Text

from db.base import Rows, Unit, table
from db.types import Day, Id, Time
from kundcenter.domain.routing.rules import Case, Rule, RuleSet, RulesNotFound
from kundcenter.operations import encode

rule_sets = table(
    "rule_sets",
    Column("id", Id, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("rules", Text, nullable=False),  # JSON, as an operation writes it
    Column("cases", Text, nullable=False),
    Column("edition", Integer, nullable=False),
    Column("changed_at", Time, nullable=False),
    Column("changed_by", Id, nullable=False),
    Column("published_at", Time),
    Column("published_by", Id),
    Column("review_on", Day),
    Column("demonstration", Boolean, nullable=False),
    Column("dropped_at", Time),
)


def _flat(found: RuleSet) -> dict[str, Any]:
    row = {each.name: getattr(found, each.name) for each in fields(RuleSet)}
    told = {name: encode(row[name]).decode() for name in ("rules", "cases")}
    return {**row, **told}


def _whole(row: dict[str, Any]) -> RuleSet:
    told = {"rules": _RULES.decode(row["rules"]), "cases": _CASES.decode(row["cases"])}
    return RuleSet(**{**row, **told})


_RULES = msgspec.json.Decoder(tuple[Rule, ...])
_CASES = msgspec.json.Decoder(tuple[Case, ...])

rows = Rows(rule_sets, RuleSet, flat=_flat, whole=_whole)


class SqlRuleSets:
    """Rule sets by id; all of them."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> RuleSet:
        """The set.  Raises RulesNotFound."""
        self._unit.note_read("rules", id)
        found = rows.get(self._on, id)
        if found is None:
            raise RulesNotFound(id=id)
        return found

    def put(self, found: RuleSet) -> None:
        rows.put(self._on, found)
        self._unit.note_wrote("rules", found.id)

    def all(self) -> tuple[RuleSet, ...]:
        """Drafts first, then what was published, the latest last."""
        return rows.all(self._on, rows.select().order_by(rule_sets.c.number, rule_sets.c.id))
