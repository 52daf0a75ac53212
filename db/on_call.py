"""The on-call roster in the store."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Text, bindparam

from db.base import Rows, Unit, table
from db.types import Id, Time
from kundcenter.domain.on_call import Duty, DutyNotFound

duties = table(
    "duties",
    Column("id", Id, primary_key=True),
    Column("function", Text, nullable=False),
    Column("unit_id", Id, ForeignKey("units.id")),
    Column("starts_at", Time, nullable=False),
    Column("ends_at", Time, nullable=False),
    Column("place", Integer, nullable=False),
    Column("phone", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("deputy", Boolean, nullable=False),
    Column("comment", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("removed_at", Time),
)
Index(None, duties.c.ends_at, sqlite_where=duties.c.removed_at.is_(None))

rows = Rows(duties, Duty)

_BETWEEN = (
    rows.select()
    .where(
        duties.c.removed_at.is_(None),
        duties.c.ends_at > bindparam("start"),
        duties.c.starts_at < bindparam("end"),
    )
    .order_by(duties.c.function, duties.c.starts_at, duties.c.place, duties.c.id)
)


class SqlOnCall:
    """Turns on call by id and by time."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Duty:
        """The turn, also a removed one.  Raises DutyNotFound."""
        self._unit.note_read("duty", id)
        found = rows.get(self._on, id)
        if found is None:
            raise DutyNotFound(id=id)
        return found

    def put(self, duty: Duty) -> None:
        rows.put(self._on, duty)
        self._unit.note_wrote("duty", duty.id)

    def between(self, start: datetime, end: datetime) -> tuple[Duty, ...]:
        """The turns that lie at least partly between, by function, beginning and order."""
        return rows.all(self._on, _BETWEEN, start=start, end=end)
