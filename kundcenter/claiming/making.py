"""Make a booking in a seat, and let one go for another: for every verb that books."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from kundcenter.claiming import freeing
from kundcenter.claiming.seats import let_seat_go, take_seat
from kundcenter.domain.bookings import (
    Booking,
    BookingKind,
    BookingRefused,
    BookingState,
    CareType,
    ResultCode,
)
from kundcenter.domain.capacity import Timeslot, TimeslotKind
from kundcenter.domain.imported_bookings import care_of
from kundcenter.ports import Reading, Work


def made(
    work: Work,
    id: UUID,
    person_id: UUID,
    timeslot: Timeslot,
    *,
    call_id: UUID | None = None,
    replaces: UUID | None = None,
    by_phone: bool = False,
    seat: int = 0,
) -> Booking:
    """The person has a seat of the timeslot from now on: the one that is named, or the first free.

    `replaces` is the booking, or the invitation, that gives way to it: it is no hindrance, and what
    it allows and is for goes over.  What it is itself then, `replaced` writes.  A seat that is
    offered to somebody is given to nobody else.  Raises BookingRefused (OCCUPIED, PASSED,
    NOT_AVAILABLE for what is no visit), BookingNotFound, and what `take_seat` raises.
    """
    if timeslot.kind is not TimeslotKind.VISIT:
        raise BookingRefused(id=timeslot.id, result=ResultCode.NOT_AVAILABLE)
    if timeslot.starts_at <= work.now:
        raise BookingRefused(id=timeslot.id, result=ResultCode.PASSED)
    old = None if replaces is None else work.bookings.get(replaces)
    booking = _booking(work, id, person_id, timeslot, old)
    booking = replace(booking, by_phone=by_phone or booking.by_phone, call_id=call_id)
    for other in of_person(work, person_id):
        if other.id != replaces and other.meets(booking):
            raise BookingRefused(id=other.id, result=ResultCode.OCCUPIED)
    spared = frozenset() if seat else freeing.spoken_for(work, timeslot.id)
    taken = take_seat(work, timeslot, id, number=seat, spared=spared)
    booking = replace(booking, seat=taken.number)
    work.bookings.put(booking)
    freeing.filled(work, timeslot.id, taken.number, taken.generation)
    return booking


def replaced(work: Work, old: Booking, new: Booking) -> None:
    """The old booking has given way to the new one; its time is free for others."""
    work.bookings.put(replace(old.told(BookingState.REBOOKED, work.now), replaced_by=new.id))
    let_go(work, old)


def let_go(work: Work, booking: Booking) -> None:
    """The seat of a booking that stands no more is free, if it is still that booking's."""
    if booking.timeslot_id is None or not booking.seat:
        return
    seat = let_seat_go(work, booking.timeslot_id, booking.seat, booking.id)
    if seat is not None:
        freeing.freed(work, work.timeslots.get(booking.timeslot_id), seat)


def of_person(reading: Reading, person_id: UUID) -> tuple[Booking, ...]:
    """Every booking of the person, under all ids that are one."""
    kept = reading.people.kept(reading.people.get(person_id))
    return reading.bookings.of_people(reading.people.cluster(kept.id))


def _booking(
    work: Work, id: UUID, person_id: UUID, timeslot: Timeslot, old: Booking | None
) -> Booking:
    """The booking as the timeslot tells it, and what it takes the place of.

    What is booked here may be changed here; what came from a unit's system says for itself.
    """
    return Booking(
        id=id,
        person_id=person_id,
        unit_id=timeslot.unit_id,
        kind=BookingKind.BOOKED,
        state=BookingState.STANDING,
        state_at=work.now,
        starts_at=timeslot.starts_at,
        ends_at=timeslot.ends_at,
        timeslot_id=timeslot.id,
        care_type=_care(work, timeslot, old),
        time_type=timeslot.category,
        purpose=old.purpose if old else "",
        performer=timeslot.performer,
        cancel_allowed=old.cancel_allowed if old else True,
        rebook_allowed=old.rebook_allowed if old else True,
        message_allowed=old.message_allowed if old else True,
        by_phone=old.by_phone if old else False,
        letter_by_mediation=old.letter_by_mediation if old else False,
        made_at=work.now,
        made_by=work.actor.operator_id,
        replaces=old.id if old else None,
    )


def _care(work: Work, timeslot: Timeslot, old: Booking | None) -> CareType:
    """By the timeslot if it says so; else by what gives way; else by what the unit is."""
    if timeslot.care_type in {each.value for each in CareType}:
        return CareType(timeslot.care_type)
    return old.care_type if old else care_of(work.units.get(timeslot.unit_id).kind)
