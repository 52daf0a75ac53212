"""Booked times that two desks change without hearing of each other (RELIABILITY §2.7)."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from kundcenter.domain.bookings import BookingState
from kundcenter.domain.freed_times import FreedState
from tests.sync.capacity_ground import SUITS, VISIT, Floor, floor
from tests.sync.test_two_at_once import Three


def state(here: Floor, booking: UUID) -> BookingState:
    found = here.rows(f"SELECT state FROM bookings WHERE id = '{booking}'")
    return BookingState(found[0].state)


def cancellations(here: Floor, booking: UUID) -> list[bool]:
    """Of each cancellation whether the booking was cancelled already."""
    query = f"SELECT again FROM cancellations WHERE booking_id = '{booking}' ORDER BY again"
    return [row.again for row in here.rows(query)]


def test_of_two_who_book_one_time_one_has_it(three: Three) -> None:
    here = floor(three)
    slot = here.time()
    ids = [
        side.desk.bookings.book(slot, here.people[who]).the("booking")
        for who, side in enumerate((here.one, here.other))
    ]
    here.one.talk(here.centre)
    here.agree()
    assert here.rejected() == {"bookings.book": "timeslot.full"}
    assert [row.id for row in here.rows("SELECT id FROM bookings")] == [ids[0]]


def test_f46_a_time_that_is_cancelled_twice_is_freed_once(three: Three) -> None:
    here = floor(three)
    slot = here.time()
    booking = here.one.desk.bookings.book(slot, here.people[0]).the("booking")
    here.agree()
    for side in (here.one, here.other):
        side.desk.bookings.cancel(booking, SUITS)
    here.agree()
    here.all_was_taken()
    assert state(here, booking) is BookingState.CANCELLED
    assert cancellations(here, booking) == [False, True]
    (seat,) = here.rows("SELECT generation, held_by FROM timeslot_seats")
    assert (seat.generation, seat.held_by) == (1, None)
    (item,) = here.other.desk.freed_times.open()
    assert (item.freed.generation, item.freed.state) == (1, FreedState.OPEN)


def test_f46_cancelled_here_and_rebooked_there_is_what_came_first(three: Three) -> None:
    """The patient has the new time; that somebody said it is not wanted is kept beside."""
    here = floor(three)
    slot, other = here.time(), here.time(starts_at=VISIT + timedelta(hours=2))
    booking = here.one.desk.bookings.book(slot, here.people[0]).the("booking")
    here.agree()
    for _ in range(2):
        here.other.desk.bookings.preview(booking, SUITS)
    here.other.desk.bookings.cancel(booking, SUITS)
    new = here.one.desk.bookings.rebook(booking, other, SUITS).of("booking")
    here.one.talk(here.centre)
    here.agree()
    here.all_was_taken()
    assert state(here, booking) is BookingState.REBOOKED
    assert cancellations(here, booking) == [False, True]
    (standing,) = here.rows("SELECT id, timeslot_id FROM bookings WHERE state = 'STAENDE'")
    assert standing.timeslot_id == other
    assert standing.id in new
    (item,) = here.other.desk.freed_times.open()
    assert (item.timeslot.id, item.freed.generation) == (slot, 1)
    held = here.rows("SELECT timeslot_id FROM timeslot_seats WHERE held_by IS NOT NULL")
    assert [row.timeslot_id for row in held] == [other]


def test_f46_rebooked_too_late_leaves_the_cancellation(three: Three) -> None:
    """A claim that comes after the time was cancelled is turned away, and takes no seat."""
    here = floor(three)
    slot, other = here.time(), here.time(starts_at=VISIT + timedelta(hours=2))
    booking = here.one.desk.bookings.book(slot, here.people[0]).the("booking")
    here.agree()
    here.one.desk.bookings.rebook(booking, other, SUITS)
    here.other.desk.bookings.cancel(booking, SUITS)
    here.other.talk(here.centre)
    here.agree()
    assert here.rejected() == {"bookings.rebook": "booking.refused"}
    assert state(here, booking) is BookingState.CANCELLED
    assert here.rows("SELECT id FROM timeslot_seats WHERE held_by IS NOT NULL") == []


def test_f47_an_offer_that_two_answer_is_accepted_once(three: Three) -> None:
    here = floor(three)
    freed, wait = here.freed(), here.waits(1)
    here.one.desk.freed_times.offer(freed, wait)
    here.agree()
    (item,) = here.other.desk.freed_times.open()
    assert item.offer is not None
    offer = item.offer.id
    for side in (here.one, here.other):
        side.desk.freed_times.accept(offer, wait)
    here.one.talk(here.centre)
    here.agree()
    assert here.rejected() == {"freed_times.accept": "offer.answered"}
    standing = here.rows("SELECT person_id FROM bookings WHERE state = 'STAENDE'")
    assert [row.person_id for row in standing] == [here.people[1]]
    assert [row.state for row in here.rows("SELECT state FROM offers")] == ["TACKAT_JA"]


def test_f47_one_time_offered_to_two_at_two_desks_is_offered_to_one(three: Three) -> None:
    """Both patients said yes; the second one is work for whoever rang."""
    here = floor(three)
    freed, waits = here.freed(), (here.waits(1), here.waits(2))
    here.agree()
    for side, wait in zip((here.one, here.other), waits, strict=True):
        side.desk.freed_times.offer(freed, wait)
        (item,) = side.desk.freed_times.open()
        assert item.offer is not None
        side.desk.freed_times.accept(item.offer.id, wait)
    here.one.talk(here.centre)
    here.agree()
    rejected = here.rejected()
    assert rejected.keys() == {"freed_times.offer", "freed_times.accept"}
    standing = here.rows("SELECT person_id FROM bookings WHERE state = 'STAENDE'")
    assert [row.person_id for row in standing] == [here.people[1]]
    (offer,) = here.rows("SELECT wait_id, number FROM offers")
    assert (offer.wait_id, offer.number) == (waits[0], 1)
    assert {each.verb for each in here.other.desk.work_items.waiting()} == rejected.keys()


def test_a_no_that_comes_late_changes_nothing_of_another_s_offer(three: Three) -> None:
    here = floor(three)
    freed, waits = here.freed(), (here.waits(1), here.waits(2))
    here.agree()
    for side, wait in zip((here.one, here.other), waits, strict=True):
        side.desk.freed_times.offer(freed, wait)
    (item,) = here.other.desk.freed_times.open()
    assert item.offer is not None
    here.other.desk.freed_times.decline(item.offer.id, waits[1])
    here.one.talk(here.centre)
    here.agree()
    assert here.rejected().keys() == {"freed_times.offer"}
    assert [row.state for row in here.rows("SELECT state FROM offers")] == ["ERBJUDEN"]
