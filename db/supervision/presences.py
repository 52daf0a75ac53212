"""Who is at a desk, and who takes a break, in the store."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, Index, bindparam

from db.base import Rows, Unit, table
from db.types import Code, Id, Time
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.presences import Presence, PresenceKind, PresenceNotFound

presences = table(
    "presences",
    Column("id", Id, primary_key=True),
    Column("operator_id", Id, nullable=False),
    Column("session_id", Id, nullable=False),
    Column("kind", Code(PresenceKind), nullable=False),
    Column("why", Code(BreakKind)),
    Column("starts_at", Time, nullable=False),
    Column("seen_at", Time, nullable=False),
    Column("ends_at", Time),
)
_C = presences.c
Index(None, _C.ends_at, _C.starts_at)  # what overlaps a time is told from the index alone
Index(None, _C.operator_id, _C.ends_at, _C.starts_at)

rows = Rows(presences, Presence)

_ORDER = (_C.starts_at, _C.id)
_OPEN = rows.select().where(_C.ends_at.is_(None)).order_by(*_ORDER)
_OPEN_OF = _OPEN.where(_C.operator_id == bindparam("operator_id"))
_BETWEEN = (
    rows.select()
    .where(
        _C.ends_at.is_(None) | (_C.ends_at > bindparam("start")),
        _C.starts_at < bindparam("end"),
    )
    .order_by(*_ORDER)
)
_OF = _BETWEEN.where(_C.operator_id == bindparam("operator_id"))


class SqlPresences:
    """Presences by id, by operator and by time."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Presence:
        """The presence.  Raises PresenceNotFound."""
        self._unit.note_read("presence", id)
        found = rows.get(self._on, id)
        if found is None:
            raise PresenceNotFound(id=id)
        return found

    def put(self, presence: Presence) -> None:
        rows.put(self._on, presence)
        self._unit.note_wrote("presence", presence.id)

    def open(self) -> tuple[Presence, ...]:
        """All that nobody has ended, by when they began."""
        return rows.all(self._on, _OPEN)

    def open_of(self, operator_id: UUID) -> tuple[Presence, ...]:
        """Those of one operator that nobody has ended, by when they began."""
        return rows.all(self._on, _OPEN_OF, operator_id=operator_id)

    def of(self, operator_id: UUID, start: datetime, end: datetime) -> tuple[Presence, ...]:
        """Those of one operator that lie at least partly between, by when they began."""
        return rows.all(self._on, _OF, operator_id=operator_id, start=start, end=end)

    def between(self, start: datetime, end: datetime) -> tuple[Presence, ...]:
        """Everybody's that lie at least partly between, by when they began."""
        return rows.all(self._on, _BETWEEN, start=start, end=end)
