"""The units' call-back queues in the store, each as it is now."""

from __future__ import annotations

from dataclasses import fields
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Text, bindparam

from db.base import Rows, Unit, table
from db.types import Code, Id, Time
from kundcenter.domain.callback_queues import CallbackQueue, MenuCategory, QueueNotFound, QueueSpan
from kundcenter.operations import encode

callback_queues = table(
    "callback_queues",
    Column("id", Id, primary_key=True),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("category", Code(MenuCategory), nullable=False),
    Column("spans", Text, nullable=False),  # JSON, as an operation writes it
    Column("days_ahead", Integer, nullable=False),
    Column("same_day", Boolean, nullable=False),
    Column("comment", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("changed_at", Time, nullable=False),
    Column("changed_by", Id, nullable=False),
    Column("ended_at", Time),
    Index(None, "unit_id"),
)


def _flat(queue: CallbackQueue) -> dict[str, Any]:
    row = {each.name: getattr(queue, each.name) for each in fields(CallbackQueue)}
    return {**row, "spans": encode(queue.spans).decode()}


_SPANS = msgspec.json.Decoder(tuple[QueueSpan, ...])

rows = Rows(
    callback_queues,
    CallbackQueue,
    flat=_flat,
    whole=lambda row: CallbackQueue(**{**row, "spans": _SPANS.decode(row["spans"])}),
)

_ALL = rows.select().order_by(
    callback_queues.c.unit_id, callback_queues.c.category, callback_queues.c.id
)
_OF_UNIT = _ALL.where(callback_queues.c.unit_id == bindparam("unit_id"))


class SqlCallbackQueues:
    """Queues by id and by unit, the ended ones too."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> CallbackQueue:
        """The queue.  Raises QueueNotFound."""
        self._unit.note_read("callback_queue", id)
        found = rows.get(self._on, id)
        if found is None:
            raise QueueNotFound(id=id)
        return found

    def put(self, queue: CallbackQueue) -> None:
        rows.put(self._on, queue)
        self._unit.note_wrote("callback_queue", queue.id)

    def all(self) -> tuple[CallbackQueue, ...]:
        return rows.all(self._on, _ALL)

    def of_unit(self, unit_id: UUID) -> tuple[CallbackQueue, ...]:
        return rows.all(self._on, _OF_UNIT, unit_id=unit_id)
