"""What disturbed the work, in the store."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Boolean, Column, Index, Text, bindparam

from db.base import Rows, Unit, table
from db.types import Code, Id, Time
from kundcenter.domain.supervision.incidents import Incident, IncidentKind, IncidentNotFound

incidents = table(
    "incidents",
    Column("id", Id, primary_key=True),
    Column("kind", Code(IncidentKind), nullable=False),
    Column("starts_at", Time, nullable=False),
    Column("ends_at", Time),
    Column("text", Text, nullable=False),
    Column("noted_by", Id, nullable=False),
    Column("automatic", Boolean, nullable=False),
)
_C = incidents.c
Index(None, _C.ends_at, _C.starts_at)

rows = Rows(incidents, Incident)

_STANDING = rows.select().where(_C.ends_at.is_(None)).order_by(_C.starts_at, _C.id)
_BETWEEN = (
    rows.select()
    .where(
        _C.ends_at.is_(None) | (_C.ends_at > bindparam("start")),
        _C.starts_at < bindparam("end"),
    )
    .order_by(_C.starts_at, _C.id)
)


class SqlIncidents:
    """Incidents by id; those that go on; those of a time."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Incident:
        """The incident.  Raises IncidentNotFound."""
        self._unit.note_read("incident", id)
        found = rows.get(self._on, id)
        if found is None:
            raise IncidentNotFound(id=id)
        return found

    def put(self, incident: Incident) -> None:
        rows.put(self._on, incident)
        self._unit.note_wrote("incident", incident.id)

    def standing(self) -> tuple[Incident, ...]:
        """Those that nobody has said are over, by when they began."""
        return rows.all(self._on, _STANDING)

    def between(self, start: datetime, end: datetime) -> tuple[Incident, ...]:
        """Those that lie at least partly between, by when they began."""
        return rows.all(self._on, _BETWEEN, start=start, end=end)
