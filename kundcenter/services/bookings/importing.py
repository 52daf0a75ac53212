"""Bring in what units have booked: who it is for, what is new, and which seat it has here.

A booking's seat is one of a timeslot of its own, with room for one: so it is free for others when
the patient cancels.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid5

from kundcenter.claiming.seats import let_seat_go
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.booking_checks import checked_row
from kundcenter.domain.bookings import Booking, BookingInvalid, BookingState, CareType
from kundcenter.domain.capacity import Seat, Timeslot, TimeslotKind, seat_id
from kundcenter.domain.identity import PersonId
from kundcenter.domain.imported_bookings import (
    BookingPlan,
    ImportedBooking,
    RowProblem,
    RowRefusal,
    care_of,
    repeated,
)
from kundcenter.domain.people import Person
from kundcenter.domain.text import TextInvalid
from kundcenter.domain.unit_cards import UnitCard
from kundcenter.domain.units import hsa_key
from kundcenter.ports import Reading, Work


@dataclass(slots=True)
class Import:
    """What is known of the rows in one moment of the store; the keys are HSA-ids and `row.key`."""

    units: Mapping[str, UnitCard]
    there: Mapping[str, Booking]
    people: dict[PersonId, Person]
    new: list[ImportedBooking] = field(default_factory=list)
    changed: list[ImportedBooking] = field(default_factory=list)
    same: int = 0
    ended: int = 0
    unknown: dict[PersonId, ImportedBooking] = field(default_factory=dict)
    problems: list[RowProblem] = field(default_factory=list)

    def told(self) -> BookingPlan:
        return BookingPlan(
            new=tuple(self.new),
            changed=tuple(self.changed),
            same=self.same,
            ended=self.ended,
            persons=frozenset(self.unknown),
            problems=tuple(self.problems),
        )

    def unit(self, row: ImportedBooking) -> UnitCard:
        return self.units[hsa_key(row.hsa_id)]

    def care(self, row: ImportedBooking) -> CareType:
        return row.care_type or care_of(self.unit(row).unit.kind)


def planned(reading: Reading, rows: tuple[ImportedBooking, ...]) -> Import:
    """What would be done with the rows; those that have a problem are in no other list.

    Raises RowsTooMany, BookingInvalid, TextInvalid.
    """
    twice = repeated(rows)
    good = tuple(_checked(row) for row in rows)
    ids = reading.unit_cards.by_hsa({row.hsa_id for row in good})
    cards = {card.id: card for card in reading.unit_cards.some(ids.values())}
    keys = reading.bookings.by_source({row.key for row in good})
    found = Import(
        units={key: cards[id] for key, id in ids.items()},
        there={key: reading.bookings.get(id) for key, id in keys.items()},
        people=dict(_known(reading, good)),
        problems=list(twice),
    )
    again = {problem.row for problem in twice}
    for row in good:
        if row.row not in again:
            _sort(reading, found, row)
    found.problems.sort(key=lambda problem: problem.row)
    return found


def brought_in(work: Work, rows: tuple[ImportedBooking, ...]) -> None:
    """Write what `planned` says.  Raises what it raises, and BookingInvalid for a problem."""
    found = planned(work, rows)
    # One for each, whether they are unknown or not: at the centre somebody may know them.
    ids = {identity: work.new_id() for identity in dict.fromkeys(row.identity for row in rows)}
    if found.problems and not work.late:
        first = found.problems[0]
        raise BookingInvalid(field=first.why.value, row=first.row)
    for identity, row in found.unknown.items():
        person = Person(
            id=ids[identity],
            person_id=identity,
            given_name=row.given_name,
            family_name=row.family_name,
            registered_at=work.now,
            sex=identity.sex,
        )
        work.people.put(person)
        found.people[identity] = person
    written: dict[UUID, None] = {}
    for row in (*found.new, *found.changed):
        booking = _booking(work, found, row)
        _seat(work, found.there.get(row.key), booking, row.resource)
        written[booking.person_id] = None
    work.witness_each(
        Activity.WRITE, tuple(written), level=Level.OVERVIEW, purpose=Purpose.ADMINISTRATION
    )


def _known(
    reading: Reading, rows: tuple[ImportedBooking, ...]
) -> Iterator[tuple[PersonId, Person]]:
    for identity in dict.fromkeys(row.identity for row in rows):
        person = reading.people.by_identity(identity)
        if person is not None:
            yield identity, reading.people.kept(person)


def _sort(reading: Reading, found: Import, row: ImportedBooking) -> None:
    """Put the row where it belongs."""
    person, there = found.people.get(row.identity), found.there.get(row.key)
    if hsa_key(row.hsa_id) not in found.units:
        found.problems.append(RowProblem(row.row, RowRefusal.UNIT))
    elif person is None and not (row.given_name and row.family_name):
        found.problems.append(RowProblem(row.row, RowRefusal.PERSON))
    elif there is not None and (
        person is None or there.person_id not in reading.people.cluster(person.id)
    ):
        found.problems.append(RowProblem(row.row, RowRefusal.OTHER_PERSON))
    elif there is not None and not there.standing:
        found.ended += 1
    elif there is not None and not row.changes(there, found.care(row)):
        found.same += 1
    else:
        (found.new if there is None else found.changed).append(row)
        if person is None:
            found.unknown.setdefault(row.identity, row)


def _checked(row: ImportedBooking) -> ImportedBooking:
    try:
        return checked_row(row)
    except (BookingInvalid, TextInvalid) as wrong:
        raise type(wrong)(**wrong.facts, row=row.row) from None


def _booking(work: Work, found: Import, row: ImportedBooking) -> Booking:
    """The booking as its unit tells it; what was done with it here stays."""
    unit_id, there = found.unit(row).id, found.there.get(row.key)
    # The id is the number's: two desks that bring in one file mean the same bookings.
    older = there or Booking(
        id=uuid5(unit_id, row.key),
        person_id=found.people[row.identity].id,
        unit_id=unit_id,
        kind=row.kind,
        state=BookingState.STANDING,
        state_at=work.now,
        starts_at=None,
        ends_at=None,
        source=row.key,
        made_at=work.now,
        made_by=work.actor.operator_id,
    )
    return replace(
        older,
        kind=row.kind,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        care_type=found.care(row),
        time_type=row.time_type,
        purpose=row.purpose,
        performer=row.performer,
        cancel_allowed=row.cancel_allowed,
        rebook_allowed=row.rebook_allowed,
        message_allowed=row.message_allowed,
        preliminary=row.preliminary,
        by_phone=row.by_phone,
        letter_by_mediation=row.letter_by_mediation,
    )


def _seat(work: Work, older: Booking | None, booking: Booking, resource: str) -> None:
    """Write the booking with a seat of its own time; the time that it had is nobody's then.

    A unit that moves a time in its own system offers the old one to whom it wants.
    """
    if older is not None and (older.starts_at, older.ends_at) == (
        booking.starts_at,
        booking.ends_at,
    ):
        work.bookings.put(booking)
        return
    if older is not None and older.timeslot_id is not None and older.seat:
        let_seat_go(work, older.timeslot_id, older.seat, older.id)
        work.timeslots.put(replace(work.timeslots.get(older.timeslot_id), closed=True))
    timeslot = _own_timeslot(booking, resource)
    if timeslot is None or timeslot.starts_at <= work.now:
        work.bookings.put(replace(booking, timeslot_id=None, seat=0))
        return
    taken = {seat.number: seat for seat in work.timeslots.seats(timeslot.id)}
    seat = taken.get(1, Seat(seat_id(timeslot.id, 1), timeslot.id, 1))
    if seat.held_by not in {None, booking.id}:  # it was let go, and somebody here has booked it
        work.bookings.put(replace(booking, timeslot_id=None, seat=0))
        return
    work.timeslots.put(timeslot)
    work.timeslots.put_seat(seat.given(booking.id))
    work.bookings.put(replace(booking, timeslot_id=timeslot.id, seat=1))


def _own_timeslot(booking: Booking, resource: str) -> Timeslot | None:
    """The timeslot that only this booking is of, while it has this time."""
    if booking.starts_at is None or booking.ends_at is None:
        return None
    return Timeslot(
        id=uuid5(booking.id, f"{booking.starts_at.isoformat()} {booking.ends_at.isoformat()}"),
        kind=TimeslotKind.VISIT,
        unit_id=booking.unit_id,
        category=booking.time_type,
        starts_at=booking.starts_at,
        ends_at=booking.ends_at,
        capacity=1,
        cutoff_at=booking.starts_at,
        care_type=booking.care_type.value,
        performer=booking.performer,
        resource=resource,
    )
