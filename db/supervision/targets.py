"""Targets, comparisons and limits in the store."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Boolean, Column, Integer, Text

from db.base import Rows, Unit, table
from db.types import Code, Day, Id, Time
from kundcenter.domain.supervision.targets import AimKind, Target, TargetNotFound

targets = table(
    "targets",
    Column("id", Id, primary_key=True),
    Column("figure", Text, nullable=False),
    Column("queue", Text, nullable=False),
    Column("value", Integer, nullable=False),
    Column("at_least", Boolean, nullable=False),
    Column("valid_from", Day, nullable=False),
    Column("valid_to", Day),
    Column("set_by", Id),
    Column("set_at", Time),
    Column("number", Integer, nullable=False),
    Column("removed_at", Time),
    Column("kind", Code(AimKind), nullable=False),
    Column("source", Text, nullable=False),
    Column("year", Integer, nullable=False),
)

rows = Rows(targets, Target)

_C = targets.c
_ALL = rows.select().order_by(_C.figure, _C.queue, _C.valid_from, _C.id)


class SqlTargets:
    """Targets by id; there are few."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Target:
        """The target, also one that was taken away.  Raises TargetNotFound."""
        found = self.find(id)
        if found is None:
            raise TargetNotFound(id=id)
        return found

    def find(self, id: UUID) -> Target | None:
        """The target, if there is one."""
        self._unit.note_read("target", id)
        return rows.get(self._on, id)

    def put(self, target: Target) -> None:
        rows.put(self._on, target)
        self._unit.note_wrote("target", target.id)

    def all(self) -> tuple[Target, ...]:
        """Every one, also those that were taken away, by figure, queue and first day."""
        return rows.all(self._on, _ALL)
