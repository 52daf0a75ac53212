"""What units have booked, brought in at two desks, and a booking that somebody else had got."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from kundcenter.domain.bookings import BookingKind, BookingState
from kundcenter.domain.imported_bookings import ImportedBooking
from resources.demo import person_numbers
from tests.ground import ASKED, MORNING, identity
from tests.sync.capacity_ground import HALF, SUITS, VISIT, Floor, floor
from tests.sync.test_two_at_once import Three

HSA = "SE0000000001-VC1"
STRANGER = identity(person_numbers()[9])  # whom nobody has registered


def row(source: str = "B-1", **change: Any) -> ImportedBooking:
    told: dict[str, Any] = {"starts_at": VISIT, "ends_at": VISIT + HALF, "cancel_allowed": True}
    told = {"given_name": "Test", "family_name": "Ny", "kind": BookingKind.BOOKED, **told, **change}
    return ImportedBooking(row=2, hsa_id=HSA, source=source, identity=STRANGER, **told)


def states(here: Floor) -> list[str]:
    return [each.state for each in here.rows("SELECT state FROM bookings ORDER BY state")]


def test_one_file_that_two_desks_read_is_one_of_everything(three: Three) -> None:
    here = floor(three)
    for side in (here.one, here.other):
        side.desk.bookings.import_((row(),))
    here.agree()
    here.all_was_taken()
    assert states(here) == [BookingState.STANDING]
    (person,) = here.rows("SELECT id FROM people WHERE family_name = 'Ny'")
    (booking,) = here.other.desk.bookings.of_person(person.id, ASKED)
    assert (booking.seat, booking.standing) == (1, True)
    (seat,) = here.rows("SELECT held_by, generation FROM timeslot_seats")
    assert (seat.held_by, seat.generation) == (booking.id, 0)


def test_what_one_desk_cancels_while_the_other_reads_the_file_stays_cancelled(three: Three) -> None:
    here = floor(three)
    booking = here.one.desk.bookings.import_((row(),)).the("booking")
    here.agree()
    here.one.desk.bookings.cancel(booking, SUITS)
    here.other.desk.bookings.import_((row(starts_at=VISIT + HALF, ends_at=VISIT + 2 * HALF),))
    here.one.talk(here.centre)
    here.agree()
    here.all_was_taken()
    assert states(here) == [BookingState.CANCELLED]
    (item,) = here.other.desk.freed_times.open()
    assert item.timeslot.starts_at == VISIT
    assert here.rows("SELECT id FROM timeslot_seats WHERE held_by IS NOT NULL") == []


def test_what_the_file_moved_before_the_other_desk_s_cancellation_is_free_where_it_is(
    three: Three,
) -> None:
    here = floor(three)
    booking = here.one.desk.bookings.import_((row(),)).the("booking")
    here.agree()
    here.one.desk.bookings.import_((row(starts_at=VISIT + HALF, ends_at=VISIT + 2 * HALF),))
    here.other.desk.bookings.cancel(booking, SUITS)
    here.one.talk(here.centre)
    here.agree()
    here.all_was_taken()
    assert states(here) == [BookingState.CANCELLED]
    (item,) = here.other.desk.freed_times.open()
    assert item.timeslot.starts_at == VISIT + HALF
    assert here.rows("SELECT id FROM timeslot_seats WHERE held_by IS NOT NULL") == []


def test_a_row_that_the_centre_cannot_take_in_is_left_out_and_the_others_are_not(
    three: Three,
) -> None:
    """The other desk has given the number of the booking to somebody else first."""
    here = floor(three)
    other = identity(person_numbers()[8])
    here.one.desk.bookings.import_((replace(row(), identity=other),))
    both = row(), row("B-2", starts_at=VISIT + HALF, ends_at=VISIT + 2 * HALF)
    here.other.desk.bookings.import_(both)
    here.one.talk(here.centre)
    here.agree()
    here.all_was_taken()
    found = here.rows("SELECT source FROM bookings JOIN people ON people.id = person_id")
    assert len(found) == 2


def test_who_did_not_come_at_two_desks_is_missed_once(three: Three) -> None:
    here = floor(three)
    been = row(starts_at=MORNING - timedelta(hours=2), ends_at=MORNING - timedelta(hours=1))
    booking = here.one.desk.bookings.import_((been,)).the("booking")
    here.agree()
    here.one.desk.bookings.missed(booking, "Kom inte")
    here.other.desk.bookings.missed(booking)
    here.agree()
    here.all_was_taken()
    assert states(here) == [BookingState.MISSED]
    again = here.rows("SELECT again FROM cancellations WHERE missed ORDER BY again")
    assert [each.again for each in again] == [False, True]


def test_to_cancel_a_time_that_one_did_not_get_takes_nobody_else_s(three: Three) -> None:
    here = floor(three)
    slot = here.time()
    mine = here.one.desk.bookings.book(slot, here.people[0]).the("booking")
    theirs = here.other.desk.bookings.book(slot, here.people[1]).the("booking")
    here.other.desk.bookings.cancel(theirs, SUITS)
    here.one.talk(here.centre)
    here.agree()
    assert here.rejected()["bookings.book"] == "timeslot.full"
    assert [each.id for each in here.rows("SELECT id FROM bookings")] == [mine]
    (seat,) = here.rows("SELECT held_by, generation FROM timeslot_seats")
    assert (seat.held_by, seat.generation) == (mine, 0)
    assert here.other.desk.freed_times.open() == ()
