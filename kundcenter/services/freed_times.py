"""Freed times: who takes one in hand, whom it is offered to, and what they answer.

A freed time is lost to nobody: it can be booked as any other until somebody has it.  While it is
offered it is kept for the one who was asked, and for nobody else.
"""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.claiming.making import made, replaced
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.bookings import Booking
from kundcenter.domain.capacity import Timeslot
from kundcenter.domain.freed_times import (
    OFFER_LASTS,
    FreedGone,
    FreedItem,
    FreedNotFound,
    FreedState,
    FreedTime,
    Offer,
    OfferAnswered,
    OfferNotFound,
    OfferOpen,
    OfferState,
    Wait,
    WaitState,
    WaitUnfit,
    offer_id,
)
from kundcenter.domain.matching import Match, matches, told
from kundcenter.ports import Reading, Store, Viewing, Work

MOST_MATCHES = 20  # who are shown at a time: no more of them than may be rung about one time


class FreedTimes:
    def __init__(self, store: Store) -> None:
        self._store = store

    def take(self, freed_id: UUID) -> Changes:
        """It is the operator's to work on for a quarter of an hour, or anew for so long.

        Raises FreedNotFound, FreedGone, FreedOfAnother.
        """
        with self._store.work("freed_times.take", freed_id=freed_id) as work:
            work.actor.must(Function.BOOK)
            freed = _in_hand(work, freed_id)
            work.freed_times.put(freed.taken(work.actor.operator_id, work.now))
        return work.changes()

    def release(self, freed_id: UUID) -> Changes:
        """Let it go to whoever takes it: one's own, or for those who lead anybody's.

        Raises FreedNotFound, FreedOfAnother.
        """
        with self._store.work("freed_times.release", freed_id=freed_id) as work:
            work.actor.must(Function.BOOK)
            freed = _there(work, freed_id)
            leads = work.actor.may(Function.MANAGE_CAPACITY) and not work.late
            if freed is not None and (leads or freed.leased_by == work.actor.operator_id):
                work.freed_times.put(freed.released())
            elif freed is not None and not work.late:  # late, it stays with who has taken it since
                freed.must_be_for(work.actor.operator_id, work.arrived)
        return work.changes()

    def offer(self, freed_id: UUID, wait_id: UUID) -> Changes:
        """Ask the one who waits; for ten minutes the time is kept for them.

        An offer whose time is up is closed by the next one.  Raises FreedNotFound, FreedGone,
        FreedOfAnother, OfferOpen, WaitNotFound, WaitEnded, WaitUnfit.
        """
        with self._store.work("freed_times.offer", freed_id=freed_id, wait_id=wait_id) as work:
            work.actor.must(Function.BOOK)
            by = work.actor.operator_id
            freed = _in_hand(work, freed_id)
            timeslot = _bookable(work, freed)
            wait = work.wait_list.get(wait_id)
            wait.must_wait()
            if not work.late and not wait.fits(timeslot, work.now):
                raise WaitUnfit(id=wait_id)
            _close_older(work, freed)
            freed = freed.offered(by, work.now)
            until = work.now + OFFER_LASTS
            id = offer_id(freed.id, freed.offers)
            work.freed_times.add_offer(
                Offer(
                    id, freed.id, freed.offers, wait.id, wait.person_id, work.now, by, until=until
                )
            )
            work.freed_times.put(freed)
            work.wait_list.put(replace(wait, offered=wait.offered + 1))
            _witness(work, wait, ("freed_time", freed.id))
        return work.changes()

    def accept(self, offer_id: UUID, wait_id: UUID, *, call_id: UUID | None = None) -> Changes:
        """They want it: it is booked, and a later time that they had is let go in the same breath.

        `wait_id` says whom the operator has asked.  When the offer's time is up it is taken still,
        if nobody has the time and nobody else is asked.  Raises OfferNotFound, OfferAnswered,
        OfferOpen (somebody else is asked now), FreedGone, WaitEnded, and what booking raises:
        BookingRefused, TimeslotClosed, TimeslotLate, SeatLost.
        """
        with self._store.work(
            "freed_times.accept", offer_id=offer_id, wait_id=wait_id, call_id=call_id
        ) as work:
            work.actor.must(Function.BOOK)
            booking_id = work.new_id()
            offer = work.freed_times.offer(offer_id)
            offer.must_be_of(wait_id)
            if offer.state not in (OfferState.OPEN, OfferState.EXPIRED):
                raise OfferAnswered(id=offer_id)
            freed = work.freed_times.get(offer.freed_id)
            if freed.state not in (FreedState.OPEN, FreedState.DROPPED):
                raise FreedGone(id=freed.id)
            timeslot = _bookable(work, freed)
            wait = work.wait_list.get(wait_id)
            wait.must_wait()
            _close_older(work, freed, but=offer.id)
            older = _later_time(work, wait, timeslot)
            booking = made(
                work,
                booking_id,
                wait.person_id,
                timeslot,
                call_id=call_id,
                replaces=None if older is None else older.id,
                seat=freed.seat,
            )
            work.freed_times.put_offer(offer.ended(OfferState.ACCEPTED, work.now))
            work.wait_list.put(wait.over(WaitState.BOOKED, work.now))
            if older is not None:
                replaced(work, older, booking)
            _witness(work, wait, ("booking", booking.id))
        return work.changes()

    def decline(self, offer_id: UUID, wait_id: UUID, *, unreached: bool = False) -> Changes:
        """They do not want it, or did not answer: the next one may be asked.

        Late, when the offer went to somebody else or is answered, nothing is changed.
        Raises OfferNotFound, OfferAnswered.
        """
        with self._store.work(
            "freed_times.decline", offer_id=offer_id, wait_id=wait_id, unreached=unreached
        ) as work:
            work.actor.must(Function.BOOK)
            offer = _answered(work, offer_id, wait_id)
            if offer is not None:
                state = OfferState.UNREACHED if unreached else OfferState.DECLINED
                work.freed_times.put_offer(offer.ended(state, work.now))
                freed = work.freed_times.get(offer.freed_id)
                if not freed.of_another(work.actor.operator_id, work.now):
                    freed = freed.taken(work.actor.operator_id, work.now)  # goes on with the next
                if freed.is_open(work.now):
                    work.freed_times.put(freed)
                _witness(work, work.wait_list.get(wait_id), ("freed_time", offer.freed_id))
        return work.changes()

    def drop(self, freed_id: UUID) -> Changes:
        """Nobody wants it: it is not worked on any more, and can be booked still.

        Late it stays with whoever works on it since.  Raises FreedNotFound, FreedGone,
        FreedOfAnother, OfferOpen.
        """
        with self._store.work("freed_times.drop", freed_id=freed_id) as work:
            work.actor.must(Function.BOOK)
            freed = _there(work, freed_id)
            if freed is not None and _may_drop(work, freed):
                _close_older(work, freed)
                past = work.now >= freed.starts_at
                work.freed_times.put(freed.over(FreedState.PASSED if past else FreedState.DROPPED))
        return work.changes()

    # -- looks ---------------------------------------------------------------------------------

    def open(self) -> tuple[FreedItem, ...]:
        """What is to be filled, the first to begin first.  It names no patient."""
        with self._store.read() as reading:
            reading.actor.must(Function.BOOK)
            return _items(reading, reading.freed_times.open(reading.now))

    def matches(self, freed_id: UUID) -> tuple[Match, ...]:
        """Who could take it and has not been asked, in the order in which they are rung.

        At most MOST_MATCHES, each with an access record.  Who is being asked about another time,
        or has an earlier one already, is not among them.  Of a protected person neither name nor
        number is told here.  Raises FreedNotFound, FreedGone, FreedOfAnother.
        """
        with self._store.view() as view:
            view.actor.must(Function.BOOK)
            freed = view.freed_times.get(freed_id)
            freed.must_be_open(view.now)
            freed.must_be_for(view.actor.operator_id, view.now)
            timeslot = view.timeslots.get(freed.timeslot_id)
            found = _who(view, freed, timeslot)
            people = view.people.some([each.person_id for each in found]) if found else {}
            view.witness_each(
                Activity.READ, list(people), level=Level.OVERVIEW, purpose=Purpose.ADMINISTRATION
            )
            if not found:
                view.witness(Activity.SEARCH, level=Level.OVERVIEW, purpose=Purpose.ADMINISTRATION)
            return tuple(
                told(each, people[each.wait.person_id])
                for each in matches(timeslot, found, view.now)
            )


def _in_hand(work: Work, freed_id: UUID) -> FreedTime:
    """The freed time, which is open and nobody else's.

    Raises FreedNotFound, FreedGone, FreedOfAnother.
    """
    freed = work.freed_times.get(freed_id)
    freed.must_be_open(work.arrived)
    freed.must_be_for(work.actor.operator_id, work.arrived)
    return freed


def _there(work: Work, freed_id: UUID) -> FreedTime | None:
    """The freed time.  Late there may be none: the time was never booked.  Raises FreedNotFound."""
    freed = work.freed_times.find(freed_id)
    if freed is None and not work.late:
        raise FreedNotFound(id=freed_id)
    return freed


def _bookable(work: Work, freed: FreedTime) -> Timeslot:
    """Its timeslot, where the seat can still be booked in that generation.  Raises FreedGone.

    In a timeslot that was made smaller there may be no room, though this seat is free.
    """
    timeslot = work.timeslots.get(freed.timeslot_id)
    if timeslot.closed or work.arrived >= timeslot.cutoff_at or freed.seat > timeslot.capacity:
        raise FreedGone(id=freed.id)
    seats = work.timeslots.seats(timeslot.id)
    freed.must_be_seat(seats)
    if sum(seat.held_by is not None for seat in seats) >= timeslot.capacity:
        raise FreedGone(id=freed.id)
    return timeslot


def _close_older(work: Work, freed: FreedTime, *, but: UUID | None = None) -> None:
    """Close the offer whose time is up.  Raises OfferOpen when it keeps the time still."""
    for offer in work.freed_times.offers([freed.id]):
        if offer.state is not OfferState.OPEN or offer.id == but:
            continue
        if offer.keeps(work.arrived):
            raise OfferOpen(id=offer.id, until=offer.until)
        work.freed_times.put_offer(offer.ended(OfferState.EXPIRED, work.now))


def _answered(work: Work, offer_id: UUID, wait_id: UUID) -> Offer | None:
    """The open offer that somebody has answered.  Late it may be none: then None.

    Raises OfferNotFound, OfferAnswered.
    """
    try:
        offer = work.freed_times.offer(offer_id)
        offer.must_be_of(wait_id)
        if offer.state is not OfferState.OPEN:
            raise OfferAnswered(id=offer_id)
    except (OfferNotFound, OfferAnswered):
        if not work.late:
            raise
        return None
    return offer


def _may_drop(work: Work, freed: FreedTime) -> bool:
    """Late, what others have done with it since stands.  Raises as `drop`."""
    offers = work.freed_times.offers([freed.id])
    keeping = next((each for each in offers if each.keeps(work.arrived)), None)
    if not work.late:
        if freed.state is not FreedState.OPEN:
            raise FreedGone(id=freed.id)
        freed.must_be_for(work.actor.operator_id, work.arrived)
        if keeping is not None:
            raise OfferOpen(id=keeping.id, until=keeping.until)
    theirs = freed.of_another(work.actor.operator_id, work.arrived)
    return freed.state is FreedState.OPEN and keeping is None and not theirs


def _later_time(work: Work, wait: Wait, timeslot: Timeslot) -> Booking | None:
    """The time that they have already and would rather change for this one."""
    booking = _had(work, wait)
    return booking if booking is not None and _is_later(booking, timeslot) else None


def _had(reading: Reading, wait: Wait) -> Booking | None:
    """The time that they had as they were put on the list; None when this store has it no more."""
    return None if wait.booking_id is None else reading.bookings.find(wait.booking_id)


def _is_later(booking: Booking, timeslot: Timeslot) -> bool:
    at = booking.starts_at
    return booking.standing and at is not None and at > timeslot.starts_at


def _witness(work: Work, wait: Wait, subject: tuple[str, UUID]) -> None:
    work.witness(
        Activity.WRITE,
        wait.person_id,
        level=Level.OVERVIEW,
        purpose=Purpose.ADMINISTRATION,
        subject=subject,
    )


def _items(reading: Reading, found: tuple[FreedTime, ...]) -> tuple[FreedItem, ...]:
    """Those that can be booked, with their timeslots and offers."""
    if not found:
        return ()
    offers: dict[UUID, list[Offer]] = {each.id: [] for each in found}
    for offer in reading.freed_times.offers(list(offers)):
        offers[offer.freed_id].append(offer)
    held = reading.timeslots.held({each.timeslot_id for each in found})
    items = []
    for freed in found:
        timeslot = reading.timeslots.get(freed.timeslot_id)
        if timeslot.closed or timeslot.cutoff_at <= reading.now or freed.seat > timeslot.capacity:
            continue
        if held.get(timeslot.id, 0) >= timeslot.capacity:  # made smaller: no room until one is free
            continue
        open_now = next((each for each in offers[freed.id] if each.keeps(reading.now)), None)
        tried = tuple(each for each in offers[freed.id] if each is not open_now)
        items.append(FreedItem(freed, timeslot, open_now, tried))
    return tuple(sorted(items, key=lambda item: (item.freed.starts_at, item.freed.id)))


def _who(view: Viewing, freed: FreedTime, timeslot: Timeslot) -> list[Wait]:
    """Those whom the list shows, by the rules of `matches` and who is asked otherwise."""
    waits = view.wait_list.waiting(timeslot.category)
    asked = {each.wait_id for each in view.freed_times.offers([freed.id])}
    others = [each.id for each in view.freed_times.open(view.now) if each.id != freed.id]
    elsewhere = view.freed_times.offers(others) if others else ()
    busy = {each.person_id for each in elsewhere if each.keeps(view.now)}
    found: list[Wait] = []
    for each in matches(timeslot, waits, view.now):
        wait = each.wait
        if len(found) == MOST_MATCHES:
            break
        if wait.id in asked or wait.person_id in busy:
            continue
        booking = _had(view, wait)
        if booking is None or _is_later(booking, timeslot):
            found.append(wait)
    return found
