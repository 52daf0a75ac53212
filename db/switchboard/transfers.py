"""Callers who are passed on, in the store."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index, Text, bindparam

from db.base import Rows, Unit, spelt, table
from db.drafted import drafted
from db.types import Code, Id, Time
from kundcenter.domain.lines import ReturnReason
from kundcenter.domain.switchboard.transfers import (
    TargetKind,
    Transfer,
    TransferDraft,
    TransferHow,
    TransferNotFound,
    TransferState,
)

transfers = table(
    "transfers",
    Column("id", Id, primary_key=True),
    Column("call_id", Id, nullable=False),  # of another team the call is not here
    Column("kind", Code(TargetKind), nullable=False),
    Column("how", Code(TransferHow), nullable=False),
    Column("target_id", Id),  # a contact, a unit or a turn on call
    Column("number", Text, nullable=False),
    Column("queue", Text, nullable=False),
    Column("brief", Text, nullable=False),
    Column("person_id", Id, ForeignKey("people.id")),
    Column("state", Code(TransferState), nullable=False),
    Column("begun_at", Time, nullable=False),
    Column("begun_by", Id, nullable=False),
    Column("ended_at", Time),
    Column("returned", Code(ReturnReason)),
    Index(None, "call_id", "begun_at", "id"),
)
_C = transfers.c
_IS_OPEN = _C.state.in_(spelt([TransferState.BEGUN]))
# Of the few of which nobody knows yet what came: small for ever.
Index(None, _C.begun_by, _C.begun_at, _C.id, sqlite_where=_IS_OPEN)

rows: Rows[Transfer] = drafted(transfers, Transfer, TransferDraft, "draft")

_OF_CALLS = (
    rows.select()
    .where(_C.call_id.in_(bindparam("call_ids", expanding=True)))
    .order_by(_C.begun_at, _C.id)
)
_OPEN = (
    rows.select()
    .where(_C.begun_by == bindparam("operator_id"), _IS_OPEN)
    .order_by(_C.begun_at, _C.id)
)


class SqlTransfers:
    """Transfers by id, by call, and those that go on."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Transfer:
        """The transfer.  Raises TransferNotFound."""
        found = self.find(id)
        if found is None:
            raise TransferNotFound(id=id)
        return found

    def find(self, id: UUID) -> Transfer | None:
        """The transfer, or None when this store does not have it."""
        self._unit.note_read("transfer", id)
        return rows.get(self._on, id)

    def put(self, transfer: Transfer) -> None:
        rows.put(self._on, transfer)
        self._unit.note_wrote("transfer", transfer.id)

    def of_calls(self, call_ids: Collection[UUID]) -> tuple[Transfer, ...]:
        """Where callers have been passed on to, in order."""
        return rows.all(self._on, _OF_CALLS, call_ids=list(call_ids))

    def open_of(self, operator_id: UUID) -> tuple[Transfer, ...]:
        """An operator's of which nobody knows yet what came, in order."""
        return rows.all(self._on, _OPEN, operator_id=operator_id)
