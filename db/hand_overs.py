"""Offers of cards to colleagues, in the store."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index, Text, and_, bindparam

from db.base import ONE, Rows, Unit, table
from db.types import Id, Time
from kundcenter.domain.hand_overs import HandOver

hand_overs = table(
    "hand_overs",
    Column("id", Id, primary_key=True),
    Column("call_id", Id, ForeignKey("calls.id"), nullable=False, index=True),
    Column("from_id", Id, nullable=False),
    Column("to_id", Id, nullable=False),
    Column("offered_at", Time, nullable=False),
    Column("brief", Text, nullable=False),
    Column("taken_at", Time),
    Column("withdrawn_at", Time),
)

_is_open = and_(hand_overs.c.taken_at.is_(None), hand_overs.c.withdrawn_at.is_(None))

Index(None, hand_overs.c.to_id, hand_overs.c.offered_at, sqlite_where=_is_open)

rows = Rows(hand_overs, HandOver)

_OF_CALL = (
    rows.select()
    .where(hand_overs.c.call_id == bindparam("call_id"))
    .order_by(hand_overs.c.offered_at, hand_overs.c.id)
)
_OPEN_OF_CALL = (
    rows.select().where(hand_overs.c.call_id == bindparam("call_id"), _is_open).limit(ONE)
)
_WAITING = (
    rows.select()
    .where(hand_overs.c.to_id == bindparam("operator_id"), _is_open)
    .order_by(hand_overs.c.offered_at)
)


class SqlHandOvers:
    """Offers by call and by receiver."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def put(self, hand_over: HandOver) -> None:
        """Add the offer or replace it."""
        rows.put(self._on, hand_over)
        self._unit.note_wrote("hand_over", hand_over.id)

    def open_of_call(self, call_id: UUID) -> HandOver | None:
        """The offer of the call that nobody has taken or withdrawn."""
        return rows.one(self._on, _OPEN_OF_CALL, call_id=call_id)

    def of_call(self, call_id: UUID) -> tuple[HandOver, ...]:
        """Every offer of the call there has been, the oldest first."""
        return rows.all(self._on, _OF_CALL, call_id=call_id)

    def waiting_for(self, operator_id: UUID) -> tuple[HandOver, ...]:
        """The offers that wait for the operator, the oldest first."""
        return rows.all(self._on, _WAITING, operator_id=operator_id)
