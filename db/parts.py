"""The parts of calls in the store."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Boolean, Column, ForeignKey, Index, Text, bindparam, delete

from db.base import Rows, Unit, table
from db.types import Code, Id, Time
from kundcenter.domain.parts import Part, PartKind, PartNotFound

parts = table(
    "parts",
    Column("id", Id, primary_key=True),
    Column("call_id", Id, ForeignKey("calls.id"), nullable=False, index=True),
    Column("kind", Code(PartKind), nullable=False),
    Column("opened_at", Time, nullable=False),
    Column("opened_by", Id, nullable=False),
    Column("person_id", Id, ForeignKey("people.id"), index=True),
    Column("entry_id", Id, ForeignKey("entries.id"), index=True),
    Column("outcome", Text),
    Column("closed_at", Time),
    Column("note_due", Boolean, nullable=False),
    Index(None, "opened_at"),
)
# Of the few parts whose note is still to be written.
Index(None, parts.c.opened_by, parts.c.opened_at, sqlite_where=parts.c.note_due)

rows = Rows(parts, Part)

_OF_CALL = (
    rows.select()
    .where(parts.c.call_id == bindparam("call_id"))
    .order_by(parts.c.opened_at, parts.c.id)
)
_OF_CALLS = rows.select().where(parts.c.call_id.in_(bindparam("call_ids", expanding=True)))
_DUE = (
    rows.select()
    .where(parts.c.opened_by == bindparam("operator_id"), parts.c.note_due)
    .order_by(parts.c.opened_at)
)
_REMOVE = delete(parts).where(parts.c.id == bindparam("part_id"))


class SqlParts:
    """Parts by id and by call."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Part:
        """The part.  Raises PartNotFound."""
        self._unit.note_read("part", id)
        part = rows.get(self._on, id)
        if part is None:
            raise PartNotFound(id=id)
        return part

    def put(self, part: Part) -> None:
        """Add the part or replace it."""
        rows.put(self._on, part)
        self._unit.note_wrote("part", part.id)

    def remove(self, id: UUID) -> None:
        """Take an empty part away."""
        self._on.execute(_REMOVE, {"part_id": id})
        self._unit.note_wrote("part", id)

    def of_call(self, call_id: UUID) -> tuple[Part, ...]:
        """The parts of one call, in the order in which they were opened."""
        return rows.all(self._on, _OF_CALL, call_id=call_id)

    def of_calls(self, call_ids: Collection[UUID]) -> tuple[Part, ...]:
        """The parts of many calls, the first opened first."""
        found = rows.all(self._on, _OF_CALLS, call_ids=list(call_ids))
        return tuple(sorted(found, key=lambda part: (part.opened_at, part.id)))

    def due_of(self, operator_id: UUID) -> tuple[Part, ...]:
        """The parts that the operator opened and whose note is still due, the oldest first."""
        return rows.all(self._on, _DUE, operator_id=operator_id)
