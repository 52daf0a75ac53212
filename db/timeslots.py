"""Timeslots and their seats in the store.  A seat is one row, so it has one holder (§2.7)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Text, bindparam, func, select

from db.base import Rows, Unit, table
from db.types import Code, Id, Time
from kundcenter.domain.capacity import Seat, Timeslot, TimeslotKind, TimeslotNotFound

timeslots = table(
    "timeslots",
    Column("id", Id, primary_key=True),
    Column("kind", Code(TimeslotKind), nullable=False),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("category", Text, nullable=False),
    Column("starts_at", Time, nullable=False),
    Column("ends_at", Time, nullable=False),
    Column("capacity", Integer, nullable=False),
    Column("cutoff_at", Time, nullable=False),
    Column("queue_id", Id, ForeignKey("callback_queues.id")),
    Column("closed", Boolean, nullable=False),
    Column("care_type", Text, nullable=False),
    Column("performer", Text, nullable=False),
    Column("resource", Text, nullable=False),
    Column("within_guarantee", Boolean),
    Column("source", Text, nullable=False),
    Index(None, "starts_at"),
)
Index(None, timeslots.c.source, sqlite_where=timeslots.c.source != "")

timeslot_seats = table(
    "timeslot_seats",
    Column("id", Id, primary_key=True),
    Column("timeslot_id", Id, ForeignKey("timeslots.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("held_by", Id),
    Index(None, "timeslot_id"),
)

rows = Rows(timeslots, Timeslot)
seat_rows = Rows(timeslot_seats, Seat)

_BETWEEN = (
    rows.select()
    .where(timeslots.c.starts_at >= bindparam("start"), timeslots.c.starts_at < bindparam("end"))
    .order_by(timeslots.c.starts_at, timeslots.c.id)
)
_OF_KIND = _BETWEEN.where(timeslots.c.kind == bindparam("kind"))
_OF_UNITS = timeslots.c.unit_id.in_(bindparam("unit_ids", expanding=True))
_HELD = (
    select(timeslot_seats.c.timeslot_id, func.count())
    .where(
        timeslot_seats.c.timeslot_id.in_(bindparam("timeslot_ids", expanding=True)),
        timeslot_seats.c.held_by.is_not(None),
    )
    .group_by(timeslot_seats.c.timeslot_id)
)
_SEATS = (
    seat_rows.select()
    .where(timeslot_seats.c.timeslot_id == bindparam("timeslot_id"))
    .order_by(timeslot_seats.c.number)
)
_BY_SOURCE = (
    select(timeslots.c.source, timeslots.c.id)
    .where(timeslots.c.source.in_(bindparam("sources", expanding=True)), timeslots.c.source != "")
    .order_by(timeslots.c.id)
)


class SqlTimeslots:
    """Timeslots by id and by time, and the seats of each."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Timeslot:
        """The timeslot, also a closed one.  Raises TimeslotNotFound."""
        found = self.find(id)
        if found is None:
            raise TimeslotNotFound(id=id)
        return found

    def find(self, id: UUID) -> Timeslot | None:
        self._unit.note_read("timeslot", id)
        return rows.get(self._on, id)

    def put(self, timeslot: Timeslot) -> None:
        rows.put(self._on, timeslot)
        self._unit.note_wrote("timeslot", timeslot.id)

    def between(
        self,
        start: datetime,
        end: datetime,
        *,
        kind: TimeslotKind | None = None,
        unit_ids: Collection[UUID] = (),
    ) -> tuple[Timeslot, ...]:
        """Those that begin in [start, end), in that order; of every unit when none is named."""
        query = _BETWEEN if kind is None else _OF_KIND
        named: dict[str, object] = {} if kind is None else {"kind": kind}
        if unit_ids:
            query = query.where(_OF_UNITS)
            named["unit_ids"] = list(unit_ids)
        return rows.all(self._on, query, start=start, end=end, **named)

    def held(self, timeslot_ids: Collection[UUID]) -> dict[UUID, int]:
        """How many seats of each are held; one of which none is held is not in the answer."""
        found = self._on.execute(_HELD, {"timeslot_ids": list(timeslot_ids)})
        return {row[0]: row[1] for row in found}

    def seats(self, timeslot_id: UUID) -> tuple[Seat, ...]:
        """Those that anybody has had, by their number."""
        self._unit.note_read("timeslot", timeslot_id)
        return seat_rows.all(self._on, _SEATS, timeslot_id=timeslot_id)

    def put_seat(self, seat: Seat) -> None:
        seat_rows.put(self._on, seat)
        self._unit.note_wrote("timeslot", seat.timeslot_id)

    def by_source(self, sources: Collection[str]) -> dict[str, UUID]:
        """Those of these that are known: one question for all the rows of a file."""
        found = self._on.execute(_BY_SOURCE, {"sources": list(sources)})
        return {row.source: row.id for row in found}
