"""Referrals in the store, and what happened with each."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index, Integer, Text, bindparam

from db.base import Rows, Unit, table
from db.types import Code, Id, Time
from kundcenter.domain.referrals import (
    Referral,
    ReferralNotFound,
    ReferralState,
    Step,
    StepKind,
)

referrals = table(
    "referrals",
    Column("id", Id, primary_key=True),
    Column("entry_id", Id, ForeignKey("entries.id"), nullable=False),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False),
    Column("call_id", Id),
    Column("author_id", Id, nullable=False),
    Column("care_unit", Text, nullable=False),
    Column("made_at", Time, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("unit_id", Id, ForeignKey("units.id")),
    Column("urgency", Text, nullable=False),
    Column("rules", Integer, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("deviation", Text, nullable=False),
    Column("booked_at", Time),
    Column("interpreter_kind", Text, nullable=False),
    Column("interpreter_language", Text, nullable=False),
    Column("state", Code(ReferralState), nullable=False),
    Column("state_at", Time),
    Column("state_by", Id),
    Index(None, "entry_id"),
    Index(None, "author_id", "made_at"),
    Index(None, "made_at"),
)

referral_steps = table(
    "referral_steps",
    Column("id", Id, primary_key=True),
    Column("referral_id", Id, ForeignKey("referrals.id"), nullable=False),
    Column("kind", Code(StepKind), nullable=False),
    Column("at", Time, nullable=False),
    Column("by", Id, nullable=False),
    Column("receiver", Text, nullable=False),
    Column("parts", Text, nullable=False),  # words with a space between
    Column("text", Text, nullable=False),
    Index(None, "referral_id"),
)


def _flat_step(step: Step) -> dict[str, Any]:
    return {
        "id": step.id,
        "referral_id": step.referral_id,
        "kind": step.kind,
        "at": step.at,
        "by": step.by,
        "receiver": step.receiver,
        "parts": " ".join(step.parts),
        "text": step.text,
    }


def _whole_step(row: dict[str, Any]) -> Step:
    return Step(**{**row, "parts": tuple(row["parts"].split())})


rows = Rows(referrals, Referral)
step_rows = Rows(referral_steps, Step, flat=_flat_step, whole=_whole_step)

_OF_ENTRIES = (
    rows.select()
    .where(referrals.c.entry_id.in_(bindparam("entry_ids", expanding=True)))
    .order_by(referrals.c.made_at, referrals.c.id)
)
_MADE_BY = (
    rows.select()
    .where(
        referrals.c.author_id == bindparam("author_id"),
        referrals.c.made_at >= bindparam("start"),
        referrals.c.made_at < bindparam("end"),
    )
    .order_by(referrals.c.made_at.desc(), referrals.c.id)
)
_MADE = (
    rows.select()
    .where(referrals.c.made_at >= bindparam("start"), referrals.c.made_at < bindparam("end"))
    .order_by(referrals.c.made_at, referrals.c.id)
)
_STEPS = (
    step_rows.select()
    .where(referral_steps.c.referral_id.in_(bindparam("referral_ids", expanding=True)))
    .order_by(referral_steps.c.at, referral_steps.c.id)
)


class SqlReferrals:
    """Referrals by id, by entry, and by who made them."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Referral:
        """The referral.  Raises ReferralNotFound."""
        self._unit.note_read("referral", id)
        found = rows.get(self._on, id)
        if found is None:
            raise ReferralNotFound(id=id)
        return found

    def put(self, referral: Referral) -> None:
        rows.put(self._on, referral)
        self._unit.note_wrote("referral", referral.id)

    def add_step(self, step: Step) -> None:
        step_rows.add(self._on, step)

    def of_entries(self, entry_ids: Collection[UUID]) -> tuple[Referral, ...]:
        return rows.all(self._on, _OF_ENTRIES, entry_ids=list(entry_ids))

    def made_by(self, author_id: UUID, start: datetime, end: datetime) -> tuple[Referral, ...]:
        """Those of one author, the newest first."""
        return rows.all(self._on, _MADE_BY, author_id=author_id, start=start, end=end)

    def made(self, start: datetime, end: datetime) -> tuple[Referral, ...]:
        """Everybody's in the order in which they were made."""
        return rows.all(self._on, _MADE, start=start, end=end)

    def steps(self, referral_ids: Collection[UUID]) -> tuple[Step, ...]:
        """What happened with them, the oldest first."""
        return step_rows.all(self._on, _STEPS, referral_ids=list(referral_ids))
