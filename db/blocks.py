"""Blocks, their revocations and their lifts in the store.  All three are only ever added to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Column, ForeignKey, Index, Text, and_, bindparam, select

from db.access_log import access_log
from db.base import Rows, Unit, table
from db.types import Code, Id, Time
from kundcenter.domain.blocks import Block, BlockKind, BlockNotFound, Lift, LiftGround, Revocation
from kundcenter.domain.journal import Relation

blocks = table(
    "blocks",
    Column("id", Id, primary_key=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False, index=True),
    Column("kind", Code(BlockKind), nullable=False),
    Column("care_provider", Text, nullable=False),
    Column("care_unit", Text, nullable=False),
    Column("valid_from", Time),
    Column("valid_until", Time),
    Column("asked_by", Code(Relation), nullable=False),
    Column("set_at", Time, nullable=False),
    Column("set_by", Id, nullable=False),
)

block_revocations = table(
    "block_revocations",
    Column("id", Id, primary_key=True),
    Column("block_id", Id, ForeignKey("blocks.id"), nullable=False, unique=True),
    Column("revoked_at", Time, nullable=False),
    Column("revoked_by", Id, nullable=False),
    Column("reason", Text, nullable=False),
)

block_lifts = table(
    "block_lifts",
    Column("id", Id, primary_key=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False),
    Column("operator_id", Id),
    Column("care_unit", Text, nullable=False),
    Column("ground", Code(LiftGround), nullable=False),
    Column("reason", Text, nullable=False),
    Column("units", Text, nullable=False),
    Column("lifted_at", Time, nullable=False),
    Column("until", Time, nullable=False),
    Index(None, "person_id", "until"),
)

_BLOCK = tuple(field.name for field in fields(Block) if field.name != "revoked")


def _flat_lift(lift: Lift) -> dict[str, Any]:
    columns = {field.name: getattr(lift, field.name) for field in fields(Lift)}
    return {**columns, "units": msgspec.json.encode(lift.units).decode()}


def _whole_lift(columns: dict[str, Any]) -> Lift:
    units = msgspec.json.decode(columns.pop("units"), type=tuple[str, ...])
    return Lift(units=units, **columns)


rows = Rows(
    blocks,
    Block,
    flat=lambda block: {name: getattr(block, name) for name in _BLOCK},
    whole=lambda columns: Block(**columns),
)
revocation_rows = Rows(block_revocations, Revocation)
lift_rows = Rows(block_lifts, Lift, flat=_flat_lift, whole=_whole_lift)

_OF_PEOPLE = rows.select().where(blocks.c.person_id.in_(bindparam("person_ids", expanding=True)))
_REVOCATIONS = (
    revocation_rows.select()
    .join(blocks, blocks.c.id == block_revocations.c.block_id)
    .where(blocks.c.person_id.in_(bindparam("person_ids", expanding=True)))
)
_REVOCATION = revocation_rows.select().where(block_revocations.c.block_id == bindparam("block_id"))
_LIFTS = lift_rows.select().where(
    block_lifts.c.person_id.in_(bindparam("person_ids", expanding=True)),
    block_lifts.c.until > bindparam("at"),
)
# The operator's own records are looked at from the end of the lift on: mostly there are none.
_made, _later = access_log.alias("made"), access_log.alias("later")
_OUTLIVED = (
    select(block_lifts.c.id)
    .join(
        _made,
        and_(_made.c.person_id == block_lifts.c.person_id, _made.c.object_id == block_lifts.c.id),
    )
    .where(
        block_lifts.c.person_id.in_(bindparam("person_ids", expanding=True)),
        block_lifts.c.until > bindparam("at"),
        select(_later.c.id)
        .where(
            _later.c.operator_id == _made.c.operator_id,
            _later.c.at >= block_lifts.c.until,
            _later.c.device_id == _made.c.device_id,
            _later.c.n > _made.c.n,
        )
        .exists(),
    )
)


class SqlBlocks:
    """Blocks of a person with their whole history, and the lifts that still hold."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Block:
        """The block.  Raises BlockNotFound."""
        self._unit.note_read("block", id)
        block = rows.get(self._on, id)
        if block is None:
            raise BlockNotFound(id=id)
        revoked = revocation_rows.one(self._on, _REVOCATION, block_id=id)
        return block if revoked is None else block.revoked_by(revoked)

    def add(self, block: Block) -> None:
        rows.add(self._on, block)
        self._unit.note_wrote("block", block.id)

    def revoke(self, revocation: Revocation) -> None:
        revocation_rows.add(self._on, revocation)
        self._unit.note_wrote("block", revocation.block_id)

    def of_people(self, person_ids: Collection[UUID]) -> tuple[Block, ...]:
        """Every block that they have had, revoked ones too, the oldest first."""
        found = rows.all(self._on, _OF_PEOPLE, person_ids=list(person_ids))
        if not found:
            return ()
        ended = revocation_rows.all(self._on, _REVOCATIONS, person_ids=list(person_ids))
        by_block = {revocation.block_id: revocation for revocation in ended}
        return tuple(
            block.revoked_by(by_block[block.id]) if block.id in by_block else block
            for block in sorted(found, key=lambda block: (block.set_at, block.id))
        )

    def add_lift(self, lift: Lift) -> None:
        lift_rows.add(self._on, lift)
        self._unit.note_wrote("lift", lift.id)

    def lifts_of(self, person_ids: Collection[UUID], at: datetime) -> tuple[Lift, ...]:
        """The lifts of anybody that hold at the instant."""
        return lift_rows.all(self._on, _LIFTS, person_ids=list(person_ids), at=at)

    def outlived(self, person_ids: Collection[UUID], at: datetime) -> frozenset[UUID]:
        """Those of the lifts that were over already, before the clock was set back to the instant.

        The log goes on in one order whatever the clock says: an access of the operator's after
        the lift, and past its end, tells that it is over.
        """
        sought = {"person_ids": list(person_ids), "at": at}
        return frozenset(self._on.execute(_OUTLIVED, sought).scalars())
