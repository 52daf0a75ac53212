"""Calls to 112 in the store."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index, bindparam

from db.base import Rows, Unit, table
from db.types import Id, Time
from kundcenter.domain.alarms import Alarm, AlarmNotFound

alarms = table(
    "alarms",
    Column("id", Id, primary_key=True),
    Column("call_id", Id, ForeignKey("calls.id"), index=True),
    Column("operator_id", Id, nullable=False),
    Column("raised_at", Time, nullable=False),
    Column("connected_at", Time),
    Column("failed_at", Time),
    Column("ended_at", Time),
    Index(None, "raised_at"),
)
_is_open = alarms.c.ended_at.is_(None)
Index(None, alarms.c.operator_id, alarms.c.raised_at, sqlite_where=_is_open)

rows = Rows(alarms, Alarm)

_OPEN = (
    rows.select()
    .where(alarms.c.operator_id == bindparam("operator_id"), _is_open)
    .order_by(alarms.c.raised_at)
)
_OF_CALL = (
    rows.select()
    .where(alarms.c.call_id == bindparam("call_id"))
    .order_by(alarms.c.raised_at, alarms.c.id)
)


class SqlAlarms:
    """Alarms by id, by who has them open and by call."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Alarm:
        """The alarm.  Raises AlarmNotFound."""
        self._unit.note_read("alarm", id)
        alarm = rows.get(self._on, id)
        if alarm is None:
            raise AlarmNotFound(id=id)
        return alarm

    def put(self, alarm: Alarm) -> None:
        """Add the alarm or replace it."""
        rows.put(self._on, alarm)
        self._unit.note_wrote("alarm", alarm.id)

    def open_of(self, operator_id: UUID) -> tuple[Alarm, ...]:
        """The alarms that the operator has not put away, the oldest first."""
        return rows.all(self._on, _OPEN, operator_id=operator_id)

    def of_call(self, call_id: UUID) -> tuple[Alarm, ...]:
        """The alarms of one call, the oldest first."""
        return rows.all(self._on, _OF_CALL, call_id=call_id)
