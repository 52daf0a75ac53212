"""Orders of day, night and emergency in the store."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, Text, bindparam

from db.base import Rows, Unit, table
from db.types import Code, Id, Time
from kundcenter.domain.switchboard.modes import Mode, ModeOrder, ModeOrderNotFound

mode_orders = table(
    "mode_orders",
    Column("id", Id, primary_key=True),
    Column("mode", Code(Mode), nullable=False),
    Column("reason", Text, nullable=False),
    Column("starts_at", Time, nullable=False),
    Column("ends_at", Time),
    Column("set_by", Id, nullable=False),
    Column("lifted_at", Time),
    Column("lifted_by", Id),
)

rows = Rows(mode_orders, ModeOrder)

_C = mode_orders.c
_STANDING = (
    rows.select()
    .where(_C.lifted_at.is_(None), _C.ends_at.is_(None) | (_C.ends_at > bindparam("at")))
    .order_by(_C.starts_at, _C.id)
)
_NEXT = (
    rows.select()
    .where(_C.starts_at > bindparam("at"))
    .order_by(_C.starts_at, _C.id)
    .limit(bindparam("limit"))
)


class SqlModeOrders:
    """Orders by id; those that stand; the one that came next."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> ModeOrder:
        """The order.  Raises ModeOrderNotFound."""
        self._unit.note_read("mode_order", id)
        found = rows.get(self._on, id)
        if found is None:
            raise ModeOrderNotFound(id=id)
        return found

    def put(self, order: ModeOrder) -> None:
        rows.put(self._on, order)
        self._unit.note_wrote("mode_order", order.id)

    def standing(self, at: datetime) -> tuple[ModeOrder, ...]:
        """Those that have neither ended nor been lifted, by when they begin."""
        return rows.all(self._on, _STANDING, at=at)

    def next_after(self, at: datetime) -> ModeOrder | None:
        """The first order that begins later than that, also one that has been lifted."""
        return rows.one(self._on, _NEXT, at=at, limit=1)
