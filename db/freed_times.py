"""Freed times in the store, and to whom each was offered."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index, Integer, bindparam

from db.base import Rows, Unit, centre_only, spelt, table
from db.types import Code, Id, Time
from kundcenter.domain.freed_times import (
    FreedNotFound,
    FreedState,
    FreedTime,
    Offer,
    OfferNotFound,
    OfferState,
)

freed_times = table(
    "freed_times",
    Column("id", Id, primary_key=True),
    Column("timeslot_id", Id, ForeignKey("timeslots.id"), nullable=False),
    Column("unit_id", Id, ForeignKey("units.id"), nullable=False),
    Column("seat", Integer, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("starts_at", Time, nullable=False),
    Column("released_at", Time, nullable=False),
    Column("state", Code(FreedState), nullable=False),
    Column("offers", Integer, nullable=False),
    Column("leased_by", Id),
    Column("leased_until", Time),
    Index(None, "released_at"),
)
_IS_OPEN = freed_times.c.state.in_(spelt([FreedState.OPEN]))
Index(None, freed_times.c.starts_at, sqlite_where=_IS_OPEN)

offers = table(
    "offers",
    Column("id", Id, primary_key=True),
    Column("freed_id", Id, ForeignKey("freed_times.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("wait_id", Id, ForeignKey("wait_list.id"), nullable=False),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False),
    Column("made_at", Time, nullable=False),
    Column("made_by", Id, nullable=False),
    Column("until", Time, nullable=False),
    Column("state", Code(OfferState), nullable=False),
    Column("answered_at", Time),
    Index(None, "freed_id"),
)
centre_only("uq_offers_number", offers.c.freed_id, offers.c.number)
centre_only(
    "uq_offers_open",
    offers.c.freed_id,
    where=offers.c.state.in_(spelt([OfferState.OPEN])),
)

rows = Rows(freed_times, FreedTime)
offer_rows = Rows(offers, Offer)

_OPEN = (
    rows.select()
    .where(_IS_OPEN, freed_times.c.starts_at > bindparam("after"))
    .order_by(freed_times.c.starts_at, freed_times.c.id)
)
_OFFERS = (
    offer_rows.select()
    .where(offers.c.freed_id.in_(bindparam("freed_ids", expanding=True)))
    .order_by(offers.c.freed_id, offers.c.number)
)


class SqlFreedTimes:
    """Freed times by id, the open ones, and the offers of each."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> FreedTime:
        """The freed time, in whatever state.  Raises FreedNotFound."""
        found = self.find(id)
        if found is None:
            raise FreedNotFound(id=id)
        return found

    def find(self, id: UUID) -> FreedTime | None:
        self._unit.note_read("freed_time", id)
        return rows.get(self._on, id)

    def put(self, freed: FreedTime) -> None:
        rows.put(self._on, freed)
        self._unit.note_wrote("freed_time", freed.id)

    def open(self, after: datetime) -> tuple[FreedTime, ...]:
        """Those that are worked on and begin after then, the first to begin first."""
        return rows.all(self._on, _OPEN, after=after)

    def add_offer(self, offer: Offer) -> None:
        """Raises RowConflict when the time's offer of this number has been made."""
        offer_rows.add(self._on, offer)
        self._unit.note_wrote("freed_time", offer.freed_id)

    def put_offer(self, offer: Offer) -> None:
        offer_rows.put(self._on, offer)
        self._unit.note_wrote("freed_time", offer.freed_id)

    def offer(self, id: UUID) -> Offer:
        """The offer.  Raises OfferNotFound."""
        found = offer_rows.get(self._on, id)
        if found is None:
            raise OfferNotFound(id=id)
        self._unit.note_read("freed_time", found.freed_id)
        return found

    def offers(self, freed_ids: Collection[UUID]) -> tuple[Offer, ...]:
        """Those of these times, by time and number."""
        return offer_rows.all(self._on, _OFFERS, freed_ids=list(freed_ids))
