"""Work items in the store."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Column, Index, Integer, Text

from db.base import Rows, Unit, table
from db.types import Code, Id, Time
from kundcenter.domain.work_items import ItemKind, WorkItem, WorkItemNotFound

work_items = table(
    "work_items",
    Column("id", Id, primary_key=True),
    Column("kind", Code(ItemKind), nullable=False),
    Column("device_id", Id, nullable=False),
    Column("n", Integer, nullable=False),
    Column("verb", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("operator_id", Id, nullable=False),
    Column("care_unit", Text, nullable=False),
    Column("about_kind", Text, nullable=False),
    Column("about_id", Id),
    Column("happened_at", Time, nullable=False),
    Column("made_at", Time, nullable=False),
    Column("due_at", Time, nullable=False),
    Column("resolved_at", Time),
    Column("resolved_by", Id),
    Column("resolution", Text, nullable=False),
)
_is_open = work_items.c.resolved_at.is_(None)
Index(None, work_items.c.due_at, sqlite_where=_is_open)

rows = Rows(work_items, WorkItem)

_OPEN = rows.select().where(_is_open).order_by(work_items.c.due_at, work_items.c.id)


class SqlWorkItems:
    """Work items by id, and those that wait."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> WorkItem:
        """The work item.  Raises WorkItemNotFound."""
        self._unit.note_read("work_item", id)
        item = rows.get(self._on, id)
        if item is None:
            raise WorkItemNotFound(id=id)
        return item

    def put(self, item: WorkItem) -> None:
        """Add the work item or replace it."""
        rows.put(self._on, item)
        self._unit.note_wrote("work_item", item.id)

    def open(self) -> tuple[WorkItem, ...]:
        """All that wait for somebody, the first due first."""
        return rows.all(self._on, _OPEN)
