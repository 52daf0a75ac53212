"""Those who wait for a time, in the store."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields
from datetime import time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Text, bindparam

from db.base import Rows, Unit, spelt, table
from db.types import Code, Id, Time
from kundcenter.domain.freed_times import Wait, WaitNotFound, WaitState

wait_list = table(
    "wait_list",
    Column("id", Id, primary_key=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("time_type", Text, nullable=False),
    Column("added_at", Time, nullable=False),
    Column("added_by", Id, nullable=False),
    Column("number", Text, nullable=False),
    Column("earliest", Time),
    Column("latest", Time),
    Column("notice", Integer, nullable=False),  # in seconds
    Column("from_clock", Text),  # HH:MM:SS of the Swedish clock
    Column("to_clock", Text),
    Column("weekdays", Text, nullable=False),  # digits 1-7 with a space between
    Column("other_units", Boolean, nullable=False),
    Column("booking_id", Id),
    Column("priority", Integer, nullable=False),
    Column("guaranteed_by", Time),
    Column("comment", Text, nullable=False),
    Column("state", Code(WaitState), nullable=False),
    Column("state_at", Time),
    Column("offered", Integer, nullable=False),
    Column("outcome", Text, nullable=False),
    Index(None, "person_id"),
)
_IS_WAITING = wait_list.c.state.in_(spelt([WaitState.WAITING]))
Index(None, wait_list.c.time_type, sqlite_where=_IS_WAITING)


def _flat(wait: Wait) -> dict[str, Any]:
    row = {each.name: getattr(wait, each.name) for each in fields(Wait)}
    return {
        **row,
        "notice": int(wait.notice.total_seconds()),
        "from_clock": wait.from_clock and wait.from_clock.isoformat("seconds"),
        "to_clock": wait.to_clock and wait.to_clock.isoformat("seconds"),
        "weekdays": " ".join(map(str, sorted(wait.weekdays))),
    }


def _whole(row: dict[str, Any]) -> Wait:
    told = {
        "notice": timedelta(seconds=row["notice"]),
        "from_clock": _clock(row["from_clock"]),
        "to_clock": _clock(row["to_clock"]),
        "weekdays": frozenset(map(int, row["weekdays"].split())),
    }
    return Wait(**{**row, **told})


def _clock(text: str | None) -> time | None:
    return None if text is None else time.fromisoformat(text)


rows = Rows(wait_list, Wait, flat=_flat, whole=_whole)

_WAITING = (
    rows.select()
    .where(_IS_WAITING, wait_list.c.time_type == bindparam("time_type"))
    .order_by(wait_list.c.added_at, wait_list.c.id)
)
_OF_UNIT = (
    rows.select()
    .where(_IS_WAITING, wait_list.c.unit_id == bindparam("unit_id"))
    .order_by(wait_list.c.added_at, wait_list.c.id)
)
_OF_PEOPLE = (
    rows.select()
    .where(wait_list.c.person_id.in_(bindparam("person_ids", expanding=True)))
    .order_by(wait_list.c.added_at, wait_list.c.id)
)


class SqlWaitList:
    """Entries of waiting lists by id, by what is waited for, by unit and by person."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Wait:
        """The entry, in whatever state.  Raises WaitNotFound."""
        self._unit.note_read("wait", id)
        found = rows.get(self._on, id)
        if found is None:
            raise WaitNotFound(id=id)
        return found

    def put(self, wait: Wait) -> None:
        rows.put(self._on, wait)
        self._unit.note_wrote("wait", wait.id)

    def waiting(self, time_type: str) -> tuple[Wait, ...]:
        """Those who wait for a time of the type, at any unit; the longest wait first."""
        return rows.all(self._on, _WAITING, time_type=time_type)

    def of_unit(self, unit_id: UUID) -> tuple[Wait, ...]:
        """Those who wait for a time at the unit, the longest wait first."""
        return rows.all(self._on, _OF_UNIT, unit_id=unit_id)

    def of_people(self, person_ids: Collection[UUID]) -> tuple[Wait, ...]:
        """All entries of one person, who may have several ids."""
        return rows.all(self._on, _OF_PEOPLE, person_ids=list(person_ids))
