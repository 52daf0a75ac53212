"""The roster in the store: who works when."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, Index, Integer, Text, bindparam

from db.base import Rows, Unit, table
from db.drafted import as_json, packed_rows
from db.types import Code, Id, Time
from kundcenter.domain.access import Role
from kundcenter.domain.supervision.roster_terms import PlannedBreak
from kundcenter.domain.supervision.work_turns import WorkTurn, WorkTurnNotFound

work_turns = table(
    "work_turns",
    Column("id", Id, primary_key=True),
    Column("operator_id", Id, nullable=False),
    Column("role", Code(Role), nullable=False),
    Column("pattern", Text, nullable=False),
    Column("starts_at", Time, nullable=False),
    Column("ends_at", Time, nullable=False),
    Column("breaks", Text, nullable=False),  # JSON, as an operation writes it
    Column("number", Integer, nullable=False),
    Column("removed_at", Time),
    Column("comment", Text, nullable=False),
)
_C = work_turns.c
Index(None, _C.ends_at, sqlite_where=_C.removed_at.is_(None))

rows: Rows[WorkTurn] = packed_rows(
    work_turns, WorkTurn, {"breaks": as_json(tuple[PlannedBreak, ...])}
)

_BETWEEN = (
    rows.select()
    .where(
        _C.removed_at.is_(None),
        _C.ends_at > bindparam("start"),
        _C.starts_at < bindparam("end"),
    )
    .order_by(_C.starts_at, _C.ends_at, _C.id)
)


class SqlWorkTurns:
    """Turns by id and by time."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> WorkTurn:
        """The turn, also a removed one.  Raises WorkTurnNotFound."""
        self._unit.note_read("work_turn", id)
        found = rows.get(self._on, id)
        if found is None:
            raise WorkTurnNotFound(id=id)
        return found

    def put(self, turn: WorkTurn) -> None:
        rows.put(self._on, turn)
        self._unit.note_wrote("work_turn", turn.id)

    def between(self, start: datetime, end: datetime) -> tuple[WorkTurn, ...]:
        """The turns that lie at least partly between, by beginning, end and id."""
        return rows.all(self._on, _BETWEEN, start=start, end=end)
