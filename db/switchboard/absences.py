"""Who is away, in the store."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, Index, Text, bindparam

from db.base import Rows, Unit, table
from db.types import Code, Id, Time
from kundcenter.domain.switchboard.absences import Absence, AbsenceNotFound, AbsenceReason

# A contact that the centre has turned away has no row there: nothing here may depend on one.
absences = table(
    "absences",
    Column("id", Id, primary_key=True),
    Column("contact_id", Id, nullable=False),
    Column("reason", Code(AbsenceReason), nullable=False),
    Column("starts_at", Time, nullable=False),
    Column("back_at", Time),
    Column("deputy_id", Id),
    Column("comment", Text, nullable=False),
    Column("set_by", Id, nullable=False),
    Column("ended_at", Time),
    Column("ended_by", Id),
    Index(None, "contact_id", "starts_at", "id"),
)
_C = absences.c
_NOT_ENDED = _C.ended_at.is_(None)
Index(None, _C.back_at, sqlite_where=_NOT_ENDED)

rows = Rows(absences, Absence)

_STANDING = (
    rows.select()
    .where(_NOT_ENDED, _C.back_at.is_(None) | (_C.back_at > bindparam("at")))
    .order_by(_C.starts_at, _C.id)
)
_OF = (
    rows.select()
    .where(_C.contact_id == bindparam("contact_id"))
    .order_by(_C.starts_at.desc(), _C.id.desc())
    .limit(bindparam("limit"))
)


class SqlAbsences:
    """Absences by id, those that stand, and those of a contact."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Absence:
        """The absence, also one that is over.  Raises AbsenceNotFound."""
        self._unit.note_read("absence", id)
        found = rows.get(self._on, id)
        if found is None:
            raise AbsenceNotFound(id=id)
        return found

    def put(self, absence: Absence) -> None:
        rows.put(self._on, absence)
        self._unit.note_wrote("absence", absence.id)

    def standing(self, at: datetime) -> tuple[Absence, ...]:
        """Those that hold then, or begin later, and have not been ended; by when they begin."""
        return rows.all(self._on, _STANDING, at=at)

    def of(self, contact_id: UUID, limit: int) -> tuple[Absence, ...]:
        """A contact's, the one that begins last first."""
        return rows.all(self._on, _OF, contact_id=contact_id, limit=limit)
