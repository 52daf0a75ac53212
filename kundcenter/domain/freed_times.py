"""A time that was let go, and whom it is offered to (FEATURES rows 64–65, leap 10).

A freed time is bookable at once.  Besides it is one item of work with a clock: it is offered to
those who wait, one at a time, in an order that can be explained.  A seat's generation is offered
once at a time and each offer has its number, so that two desks can never offer the same time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid5

from kundcenter.domain.calendar import is_instant, local
from kundcenter.domain.capacity import Seat, Timeslot
from kundcenter.domain.people import Person
from kundcenter.domain.phone_numbers import stored
from kundcenter.domain.text import line
from kundcenter.errors import NotFound, Refused

SHORT_NOTICE = timedelta(hours=72)  # DOMAIN §6.4: "Tider med kort varsel"
OFFER_LASTS = timedelta(minutes=10)  # how long one offer keeps the time
LEASE = timedelta(minutes=15)  # how long the item is one operator's without a sign of them
LONGEST_NOTICE = timedelta(days=366)
MOST_PRIORITY = 9
TYPE_LIMIT = 100  # characters of a time type


class FreedNotFound(NotFound):
    """No freed time has the id.  Facts: id."""

    code = "freed_time.not_found"


class FreedGone(Refused):
    """The time is booked, past, or freed anew.  Facts: id."""

    code = "freed_time.gone"


class FreedOfAnother(Refused):
    """Another operator works on it.  Facts: id, until."""

    code = "freed_time.of_another"


class OfferOpen(Refused):
    """The time is offered to somebody now.  Facts: id (the offer's), until."""

    code = "offer.open"


class OfferNotFound(NotFound):
    """No offer has the id.  Facts: id."""

    code = "offer.not_found"


class OfferAnswered(Refused):
    """It has been answered, or its time is up.  Facts: id."""

    code = "offer.answered"


class WaitNotFound(NotFound):
    """No entry of a waiting list has the id.  Facts: id."""

    code = "wait.not_found"


class WaitInvalid(Refused):
    """An entry that cannot be.  Facts: field."""

    code = "wait.invalid"


class WaitEnded(Refused):
    """The entry is not waiting any more.  Facts: id."""

    code = "wait.ended"


class WaitUnfit(Refused):
    """The time is none that they wait for, or they hear of it too late.  Facts: id."""

    code = "wait.unfit"


class WaitStands(Refused):
    """The person waits for the same there already.  Facts: id."""

    code = "wait.stands"


class FreedState(StrEnum):
    OPEN = "LEDIG"
    FILLED = "FYLLD"  # somebody has booked it, by an offer or otherwise
    PASSED = "PASSERAD"
    DROPPED = "SLAPPT"  # nobody wanted it; still bookable, no longer worked on


class OfferState(StrEnum):
    OPEN = "ERBJUDEN"
    ACCEPTED = "TACKAT_JA"
    DECLINED = "TACKAT_NEJ"
    UNREACHED = "EJ_SVAR"
    EXPIRED = "UTGANGEN"


class WaitState(StrEnum):
    WAITING = "VANTAR"
    BOOKED = "BOKAD"
    ENDED = "AVSLUTAD"


@dataclass(frozen=True, slots=True)
class FreedTime:
    """One seat that was let go, in one generation: the id says which (`freed_id`)."""

    id: UUID
    timeslot_id: UUID
    unit_id: UUID
    seat: int
    generation: int
    starts_at: datetime
    released_at: datetime
    state: FreedState = FreedState.OPEN
    offers: int = 0  # how many have been made
    leased_by: UUID | None = None
    leased_until: datetime | None = None

    @property
    def short_notice(self) -> bool:
        """Whether it begins within 72 hours of being let go (DOMAIN §6.4)."""
        return self.starts_at - self.released_at <= SHORT_NOTICE

    def is_open(self, at: datetime) -> bool:
        """Whether it is still worked on."""
        return self.state is FreedState.OPEN and at < self.starts_at

    def must_be_open(self, at: datetime) -> None:
        """Raise FreedGone when it is booked, dropped or past."""
        if not self.is_open(at):
            raise FreedGone(id=self.id)

    def of_another(self, operator_id: UUID, at: datetime) -> bool:
        """Whether another operator has taken it, and not too long ago."""
        until = self.leased_until
        return self.leased_by not in (None, operator_id) and until is not None and at < until

    def must_be_for(self, operator_id: UUID, at: datetime) -> None:
        """Raise FreedOfAnother when another operator has taken it."""
        if self.of_another(operator_id, at):
            raise FreedOfAnother(id=self.id, until=self.leased_until)

    def must_be_seat(self, seats: Iterable[Seat]) -> None:
        """Raise FreedGone unless the seat is free still, and in the generation that was freed."""
        seat = next((each for each in seats if each.number == self.seat), None)
        if seat is None or seat.held_by is not None or seat.generation != self.generation:
            raise FreedGone(id=self.id)

    def taken(self, operator_id: UUID, now: datetime) -> FreedTime:
        return replace(self, leased_by=operator_id, leased_until=now + LEASE)

    def released(self) -> FreedTime:
        return replace(self, leased_by=None, leased_until=None)

    def offered(self, operator_id: UUID, now: datetime) -> FreedTime:
        """One offer more, and whoever made it has it in hand."""
        return replace(self.taken(operator_id, now), offers=self.offers + 1)

    def over(self, state: FreedState) -> FreedTime:
        return replace(self.released(), state=state)


@dataclass(frozen=True, slots=True)
class Offer:
    """A freed time was offered to one who waits.  Its id is the time's and its number's."""

    id: UUID
    freed_id: UUID
    number: int
    wait_id: UUID
    person_id: UUID
    made_at: datetime
    made_by: UUID
    until: datetime
    state: OfferState = OfferState.OPEN
    answered_at: datetime | None = None

    def keeps(self, at: datetime) -> bool:
        """Whether it keeps the time for them: nobody has answered, and its time is not up."""
        return self.state is OfferState.OPEN and at < self.until

    def must_be_of(self, wait_id: UUID) -> None:
        """Raise OfferAnswered when the offer of this number went to somebody else.

        Two desks that are apart give their offers the same id; one of them stands.
        """
        if self.wait_id != wait_id:
            raise OfferAnswered(id=self.id)

    def ended(self, state: OfferState, now: datetime) -> Offer:
        return replace(self, state=state, answered_at=now)


@dataclass(frozen=True, slots=True)
class Wait:
    """One who waits for a time: for what, where, when, and on how short a notice."""

    id: UUID
    person_id: UUID
    unit_id: UUID
    time_type: str
    added_at: datetime
    added_by: UUID
    number: str = field(default="", repr=False)  # where they are reached
    earliest: datetime | None = None
    latest: datetime | None = None
    notice: timedelta = timedelta(days=7)  # how long before they need to know
    from_clock: time | None = None  # what times of the day suit
    to_clock: time | None = None
    weekdays: frozenset[int] = frozenset()  # 1–7; none: any
    other_units: bool = False  # may be offered times at other units too
    booking_id: UUID | None = None  # a later time that they have already
    priority: int = 0  # medical, set by who may: higher comes first
    guaranteed_by: datetime | None = None  # the care guarantee's day (DOMAIN §5)
    comment: str = field(default="", repr=False)
    state: WaitState = WaitState.WAITING
    state_at: datetime | None = None
    offered: int = 0  # how many times they have been offered
    outcome: str = field(default="", repr=False)  # what was said as it ended

    @property
    def waiting(self) -> bool:
        return self.state is WaitState.WAITING

    def must_wait(self) -> None:
        """Raise WaitEnded when the entry is not waiting any more."""
        if not self.waiting:
            raise WaitEnded(id=self.id)

    def same(self, other: Wait) -> bool:
        """Whether the other waits for the same at the same unit."""
        same_wish = (self.unit_id, self.time_type) == (other.unit_id, other.time_type)
        return other.waiting and same_wish

    def over(self, state: WaitState, now: datetime, outcome: str = "") -> Wait:
        return replace(self, state=state, state_at=now, outcome=outcome)

    def reworded(self, draft: WaitDraft) -> Wait:
        """With other wishes; since when they wait, and how urgent it is, stays.

        Raises WaitInvalid.
        """
        for name in _SAME:
            if getattr(draft, name) != getattr(self, name):
                raise WaitInvalid(field=name)
        return replace(self, **_told(draft))

    def unnumbered(self) -> Wait:
        """As it may stand in a list: without where they are reached and what was written."""
        return replace(self, number="", comment="", outcome="")

    def fits(self, timeslot: Timeslot, now: datetime) -> bool:
        """Whether the time is one that they wait for, and can come to if they hear of it now."""
        begins, ends = local(timeslot.starts_at), local(timeslot.ends_at)
        into_next_day = ends.date() != begins.date()
        return (
            self.waiting
            and self.time_type == timeslot.category
            and (self.other_units or self.unit_id == timeslot.unit_id)
            and (self.earliest is None or self.earliest <= timeslot.starts_at)
            and (self.latest is None or timeslot.starts_at <= self.latest)
            and timedelta() < timeslot.starts_at - now
            and self.notice <= timeslot.starts_at - now
            and (self.from_clock is None or self.from_clock <= begins.time())
            and (self.to_clock is None or (ends.time() <= self.to_clock and not into_next_day))
            and (not self.weekdays or begins.isoweekday() in self.weekdays)
        )


@dataclass(frozen=True, slots=True)
class WaitDraft:
    """What is written of one who waits: as in Wait.

    `number` in any spelling that `phone_numbers` takes.  A draft that changes an entry is about
    the same person, unit and time type: for another one, the entry is ended and a new one made.
    """

    person_id: UUID
    unit_id: UUID
    time_type: str
    number: str = field(default="", repr=False)
    earliest: datetime | None = None
    latest: datetime | None = None
    notice: timedelta = timedelta(days=7)
    from_clock: time | None = None
    to_clock: time | None = None
    weekdays: frozenset[int] = frozenset()
    other_units: bool = False
    booking_id: UUID | None = None
    guaranteed_by: datetime | None = None
    comment: str = field(default="", repr=False)

    def checked(self) -> WaitDraft:
        """The draft as it is stored.  Raises WaitInvalid, TextInvalid."""
        for name in ("earliest", "latest", "guaranteed_by"):
            at = getattr(self, name)
            if at is not None and not is_instant(at):
                raise WaitInvalid(field=name)
        for name in ("from_clock", "to_clock"):
            clock = getattr(self, name)
            if clock is not None and clock.tzinfo is not None:
                raise WaitInvalid(field=name)
        if self.earliest and self.latest and self.latest < self.earliest:
            raise WaitInvalid(field="latest")
        if self.from_clock and self.to_clock and self.to_clock <= self.from_clock:
            raise WaitInvalid(field="to_clock")
        if not timedelta() <= self.notice <= LONGEST_NOTICE:
            raise WaitInvalid(field="notice")
        if not self.weekdays <= frozenset(range(1, 8)):
            raise WaitInvalid(field="weekdays")
        number = stored(self.number)
        if number is None:
            raise WaitInvalid(field="number")
        time_type = line(self.time_type, "time_type", limit=TYPE_LIMIT)
        if not time_type:
            raise WaitInvalid(field="time_type")
        return replace(
            self,
            number=number.value,
            time_type=time_type,
            comment=line(self.comment, "comment"),
            notice=timedelta(seconds=self.notice // timedelta(seconds=1)),
            from_clock=self.from_clock and self.from_clock.replace(microsecond=0, fold=0),
            to_clock=self.to_clock and self.to_clock.replace(microsecond=0, fold=0),
        )

    def wait(self, id: UUID, at: datetime, by: UUID) -> Wait:
        """The entry, waiting from then on."""
        return Wait(id, added_at=at, added_by=by, state_at=at, **_told(self))


def _told(draft: WaitDraft) -> dict[str, Any]:
    return {each.name: getattr(draft, each.name) for each in fields(draft)}


_SAME = ("person_id", "unit_id", "time_type")  # what a change leaves as it is


@dataclass(frozen=True, slots=True)
class ToldWait:
    """An entry, and who it is about."""

    wait: Wait
    person: Person


@dataclass(frozen=True, slots=True)
class FreedItem:
    """A freed time as it stands on the list: with its timeslot, and the offer that is open now.

    `tried` are those who have been offered it and did not take it.
    """

    freed: FreedTime
    timeslot: Timeslot
    offer: Offer | None = None
    tried: tuple[Offer, ...] = ()


def freed_id(seat: UUID, generation: int) -> UUID:
    """The one id of a seat's generation: it is freed once."""
    return uuid5(seat, f"freed {generation}")


def offer_id(freed: UUID, number: int) -> UUID:
    """The one id of an offer's number: the same number is offered once, at whatever desk."""
    return uuid5(freed, str(number))


def kept_seats(seats: Iterable[Seat], offers: Iterable[Offer], at: datetime) -> frozenset[int]:
    """The numbers of those free seats of a timeslot that an offer keeps for somebody."""
    kept = {offer.freed_id for offer in offers if offer.keeps(at)}
    return frozenset(
        seat.number
        for seat in seats
        if seat.held_by is None and freed_id(seat.id, seat.generation) in kept
    )
