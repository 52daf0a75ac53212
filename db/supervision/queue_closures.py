"""Orders that nobody is let into a queue, in the store."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, Text, bindparam

from db.base import Rows, Unit, table
from db.types import Id, Time
from kundcenter.domain.supervision.closures import Closure, ClosureNotFound

queue_closures = table(
    "queue_closures",
    Column("id", Id, primary_key=True),
    Column("queue", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("starts_at", Time, nullable=False),
    Column("ends_at", Time),
    Column("closed_by", Id, nullable=False),
    Column("lifted_at", Time),
    Column("lifted_by", Id),
)

rows = Rows(queue_closures, Closure)

_C = queue_closures.c
_STANDING = (
    rows.select()
    .where(_C.lifted_at.is_(None), _C.ends_at.is_(None) | (_C.ends_at > bindparam("at")))
    .order_by(_C.starts_at, _C.id)
)
_BETWEEN = (
    rows.select()
    .where(
        _C.starts_at < bindparam("end"),
        _C.ends_at.is_(None) | (_C.ends_at > bindparam("start")),
        _C.lifted_at.is_(None) | (_C.lifted_at > bindparam("start")),
    )
    .order_by(_C.starts_at, _C.id)
)


_SOME = rows.select().where(_C.id.in_(bindparam("ids", expanding=True))).order_by(_C.id)


class SqlQueueClosures:
    """Closures by id; those that stand; those of a time."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Closure:
        """The closure.  Raises ClosureNotFound."""
        self._unit.note_read("queue_closure", id)
        found = rows.get(self._on, id)
        if found is None:
            raise ClosureNotFound(id=id)
        return found

    def put(self, closure: Closure) -> None:
        rows.put(self._on, closure)
        self._unit.note_wrote("queue_closure", closure.id)

    def some(self, ids: Collection[UUID]) -> tuple[Closure, ...]:
        """Those of these that there are."""
        return rows.all(self._on, _SOME, ids=list(ids))

    def standing(self, at: datetime) -> tuple[Closure, ...]:
        """Those that have neither ended nor been lifted, by when they begin."""
        return rows.all(self._on, _STANDING, at=at)

    def between(self, start: datetime, end: datetime) -> tuple[Closure, ...]:
        """Those that hold at some time from `start` up to `end`, by when they begin."""
        return rows.all(self._on, _BETWEEN, start=start, end=end)
