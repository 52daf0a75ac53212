"""Booked times and invitations in the store, and that they were cancelled."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Text, and_, bindparam, select

from db.base import Rows, Unit, centre_only, spelt, table
from db.types import Code, Id, Time
from kundcenter.domain.bookings import (
    Booking,
    BookingKind,
    BookingNotFound,
    BookingState,
    CareType,
)
from kundcenter.domain.cancellations import (
    CancelFacts,
    Cancellation,
    CancelledBy,
    CancelReason,
    ExceptionClaim,
    FeeCode,
    Wish,
)

bookings = table(
    "bookings",
    Column("id", Id, primary_key=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("kind", Code(BookingKind), nullable=False),
    Column("state", Code(BookingState), nullable=False),
    Column("state_at", Time, nullable=False),
    Column("starts_at", Time),
    Column("ends_at", Time),
    Column("timeslot_id", Id, ForeignKey("timeslots.id")),
    Column("seat", Integer, nullable=False),
    Column("care_type", Code(CareType), nullable=False),
    Column("time_type", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("performer", Text, nullable=False),
    Column("cancel_allowed", Boolean, nullable=False),
    Column("rebook_allowed", Boolean, nullable=False),
    Column("message_allowed", Boolean, nullable=False),
    Column("preliminary", Boolean, nullable=False),
    Column("by_phone", Boolean, nullable=False),
    Column("letter_by_mediation", Boolean, nullable=False),
    Column("source", Text, nullable=False),
    Column("made_at", Time),
    Column("made_by", Id),
    Column("call_id", Id),
    Column("replaces", Id),
    Column("replaced_by", Id),
    Column("free_next", Boolean, nullable=False),
    Index(None, "person_id"),
)
Index(None, bookings.c.source, sqlite_where=bookings.c.source != "")
centre_only(
    "uq_bookings_seat",
    bookings.c.timeslot_id,
    bookings.c.seat,
    where=and_(bookings.c.state.in_(spelt([BookingState.STANDING])), bookings.c.seat > 0),
)

cancellations = table(
    "cancellations",
    Column("id", Id, primary_key=True),
    Column("booking_id", Id, ForeignKey("bookings.id"), nullable=False),
    Column("at", Time, nullable=False),
    Column("by_operator", Id, nullable=False),
    Column("call_id", Id),
    Column("said_by", Code(CancelledBy), nullable=False),
    Column("reason", Code(CancelReason), nullable=False),
    Column("claims", Text, nullable=False),  # words with a space between
    Column("wish", Code(Wish), nullable=False),
    Column("caller_name", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("notify_patient", Boolean),
    Column("code", Code(FeeCode), nullable=False),
    Column("row", Integer, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("deadline", Time),
    Column("amount", Integer, nullable=False),
    Column("edition", Integer, nullable=False),
    Column("rebooked", Boolean, nullable=False),
    Column("again", Boolean, nullable=False),
    Column("missed", Boolean, nullable=False),
    Index(None, "booking_id"),
    Index(None, "at"),
)

_FACTS = tuple(each.name for each in fields(CancelFacts))
_TOLD = tuple(each.name for each in fields(Cancellation) if each.name != "facts")


def _flat(found: Cancellation) -> dict[str, Any]:
    facts = {name: getattr(found.facts, name) for name in _FACTS}
    facts["said_by"] = facts.pop("by")
    facts["claims"] = " ".join(found.facts.claims)
    return {**{name: getattr(found, name) for name in _TOLD}, **facts}


def _whole(row: dict[str, Any]) -> Cancellation:
    said = {name: row[name] for name in _FACTS if name not in {"by", "claims"}}
    claims = tuple(map(ExceptionClaim, row["claims"].split()))
    facts = CancelFacts(by=row["said_by"], claims=claims, **said)
    return Cancellation(facts=facts, **{name: row[name] for name in _TOLD})


rows = Rows(bookings, Booking)
cancellation_rows = Rows(cancellations, Cancellation, flat=_flat, whole=_whole)

_OF_PEOPLE = (
    rows.select()
    .where(bookings.c.person_id.in_(bindparam("person_ids", expanding=True)))
    .order_by(bookings.c.starts_at, bookings.c.id)
)
_BY_SOURCE = (
    select(bookings.c.source, bookings.c.id)
    .where(bookings.c.source.in_(bindparam("sources", expanding=True)), bookings.c.source != "")
    .order_by(bookings.c.id)
)
_CANCELLATIONS = (
    cancellation_rows.select()
    .where(cancellations.c.booking_id.in_(bindparam("booking_ids", expanding=True)))
    .order_by(cancellations.c.at, cancellations.c.id)
)


class SqlBookings:
    """Bookings by id and by person, and their cancellations."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Booking:
        """The booking, in whatever state.  Raises BookingNotFound."""
        self._unit.note_read("booking", id)
        found = rows.get(self._on, id)
        if found is None:
            raise BookingNotFound(id=id)
        return found

    def find(self, id: UUID) -> Booking | None:
        """The booking, or None when this store does not have it: it is too old, or never came."""
        self._unit.note_read("booking", id)
        return rows.get(self._on, id)

    def put(self, booking: Booking) -> None:
        rows.put(self._on, booking)
        self._unit.note_wrote("booking", booking.id)

    def of_people(self, person_ids: Collection[UUID]) -> tuple[Booking, ...]:
        """Those of one person, who may have several ids: by time, with those without one last."""
        found = rows.all(self._on, _OF_PEOPLE, person_ids=list(person_ids))
        # The databases differ in where they put what has no time.
        return tuple(sorted(found, key=lambda each: each.starts_at is None))

    def by_source(self, sources: Collection[str]) -> dict[str, UUID]:
        found = self._on.execute(_BY_SOURCE, {"sources": list(sources)})
        return {row.source: row.id for row in found}

    def add_cancellation(self, cancellation: Cancellation) -> None:
        cancellation_rows.add(self._on, cancellation)
        self._unit.note_wrote("booking", cancellation.booking_id)

    def cancellations(self, booking_ids: Collection[UUID]) -> tuple[Cancellation, ...]:
        """The oldest first."""
        return cancellation_rows.all(self._on, _CANCELLATIONS, booking_ids=list(booking_ids))
