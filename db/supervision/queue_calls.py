"""Callers who left a queue before any telephone answered, in the store."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import Boolean, Column, Index, Text, bindparam

from db.base import Rows, Unit, table
from db.types import Id, Time
from kundcenter.domain.supervision.queue_calls import QueueCall, QueueCallNotFound

queue_calls = table(
    "queue_calls",
    Column("id", Id, primary_key=True),
    Column("line_call", Text, nullable=False),
    Column("queue", Text, nullable=False),
    Column("joined_at", Time, nullable=False),
    Column("left_at", Time, nullable=False),
    Column("reached", Boolean, nullable=False),
)
_C = queue_calls.c
Index(None, _C.joined_at, _C.id)
Index(None, _C.line_call)

rows = Rows(queue_calls, QueueCall)

_SOME = rows.select().where(_C.id.in_(bindparam("ids", expanding=True))).order_by(_C.id)
_BETWEEN = (
    rows.select()
    .where(_C.joined_at >= bindparam("start"), _C.joined_at < bindparam("end"))
    .order_by(_C.joined_at, _C.id)
)


class SqlQueueCalls:
    """Callers by id and by when they joined."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> QueueCall:
        """The caller.  Raises QueueCallNotFound."""
        found = self.find(id)
        if found is None:
            raise QueueCallNotFound(id=id)
        return found

    def find(self, id: UUID) -> QueueCall | None:
        """The caller, if somebody has noted them."""
        self._unit.note_read("queue_call", id)
        return rows.get(self._on, id)

    def put(self, call: QueueCall) -> None:
        rows.put(self._on, call)
        self._unit.note_wrote("queue_call", call.id)

    def some(self, ids: Collection[UUID]) -> tuple[QueueCall, ...]:
        """Those of these that somebody has noted."""
        return rows.all(self._on, _SOME, ids=list(ids))

    def between(self, start: datetime, end: datetime) -> tuple[QueueCall, ...]:
        """Those who joined from `start` up to `end`, by when they did."""
        return rows.all(self._on, _BETWEEN, start=start, end=end)
