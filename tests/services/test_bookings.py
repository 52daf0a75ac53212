"""Booked times: a seat each, let go at once, never two for one patient, and what was said kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any
from uuid import uuid4

import pytest

from kundcenter.domain.access import NotPermitted
from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.bookings import (
    BookingKind,
    BookingNotFound,
    BookingRefused,
    BookingState,
    CareType,
    ResultCode,
)
from kundcenter.domain.cancellations import (
    CancellationInvalid,
    CancelledBy,
    CancelReason,
    ExceptionClaim,
    FeeCode,
    Wish,
)
from kundcenter.domain.capacity import TimeslotClosed, TimeslotFull, TimeslotNotFound
from kundcenter.domain.people import PersonNotFound
from tests.ground import ASKED, MORNING, Ground
from tests.services.booking_ground import (
    BY_UNIT,
    DAY,
    HALF_HOUR,
    LIMIT,
    OPEN,
    SUITS,
    VISIT,
    Clinic,
    clinic,
)

SECOND = timedelta(seconds=1)


def result(facts: dict[str, object]) -> object:
    return facts["result"]


def test_a_booking_has_a_seat_and_says_what_it_is(ground: Ground) -> None:
    there = clinic(ground)
    call = there.call()
    slot = there.time(performer="Sköterska")
    id = ground.desk.bookings.book(slot, there.woman, call_id=call).the("booking")
    record = there.last_access()
    assert (record.activity, record.level, record.object_id) == (
        Activity.WRITE, Level.OVERVIEW, id,
    )  # fmt: skip
    booking = there.get(id)
    assert (booking.kind, booking.state) == (BookingKind.BOOKED, BookingState.STANDING)
    assert (booking.starts_at, booking.ends_at) == (VISIT, VISIT + HALF_HOUR)
    assert (booking.unit_id, booking.timeslot_id, booking.seat) == (there.unit, slot, 1)
    assert (booking.care_type, booking.time_type) == (CareType.OTHER, "NYBESOK")
    assert booking.cancel_allowed and booking.rebook_allowed and booking.message_allowed
    assert (booking.performer, booking.call_id) == ("Sköterska", call)
    assert [(seat.number, seat.held_by) for seat in there.seats(slot)] == [(1, id)]


def test_as_many_as_there_is_room_for_and_nobody_more(ground: Ground) -> None:
    there = clinic(ground)
    slot, later = there.time(capacity=2), there.time(VISIT + DAY)
    there.booked(slot, there.woman)
    there.booked(slot, there.man)
    told = ground.refuses(TimeslotFull, ground.desk.bookings.book, slot, there.child)
    assert str(told["times"]).startswith((VISIT + DAY).isoformat()[:13])
    assert {seat.held_by for seat in there.seats(slot)} == {
        each.id for person in (there.woman, there.man) for each in there.of(person)
    }
    there.booked(later, there.child)


def test_nobody_has_two_times_at_once(ground: Ground) -> None:
    there = clinic(ground)
    first = there.booked()
    during, after = there.time(VISIT + HALF_HOUR / 2), there.time(VISIT + HALF_HOUR)
    told = ground.refuses(BookingRefused, ground.desk.bookings.book, during, there.woman)
    assert told == {"id": first, "result": ResultCode.OCCUPIED}
    there.booked(during, there.man)
    there.booked(after)


def test_one_person_of_two_registrations_has_one_calendar(ground: Ground) -> None:
    there = clinic(ground)
    there.booked(there.time(), there.man)
    ground.desk.people.merge(there.woman, there.man, "Samma person")
    again = there.time(capacity=3)
    for person in (there.woman, there.man):
        told = ground.refuses(BookingRefused, ground.desk.bookings.book, again, person)
        assert result(told) == ResultCode.OCCUPIED
    assert len(there.of(there.man)) == len(there.of(there.woman)) == 1


def test_what_is_no_time_to_book_is_refused_in_the_national_words(ground: Ground) -> None:
    there = clinic(ground)
    book, passed, closed = ground.desk.bookings.book, there.time(), there.time(VISIT + DAY)
    ground.sign_in("eva")
    ground.desk.timeslots.close(closed)
    ground.sign_in("anna")
    ground.refuses(TimeslotClosed, book, closed, there.woman)
    ground.refuses(TimeslotNotFound, book, uuid4(), there.woman)
    ground.refuses(PersonNotFound, book, passed, uuid4())
    ground.clock.at = VISIT
    told = ground.refuses(BookingRefused, book, passed, there.woman)
    assert result(told) == ResultCode.PASSED


def test_an_open_invitation_is_booked_and_has_been_used_then(ground: Ground) -> None:
    there = clinic(ground)
    (invited,) = there.imported(
        there.row("K-1", purpose="Hälsokontroll", message_allowed=True, **OPEN)
    )
    slot, later, book = there.time(), there.time(VISIT + DAY), ground.desk.bookings.book
    told = ground.refuses(BookingRefused, book, slot, there.man, invitation=invited.id)
    assert result(told) == ResultCode.DOES_NOT_EXIST
    ground.refuses(BookingNotFound, book, slot, there.woman, invitation=uuid4())
    changed = book(slot, there.woman, invitation=invited.id)
    new = next(each for each in there.of() if each.id != invited.id)
    assert set(changed.of("booking")) == {new.id, invited.id}
    assert (new.replaces, new.purpose, new.cancel_allowed) == (invited.id, "Hälsokontroll", True)
    used = there.get(invited.id)
    assert (used.state, used.replaced_by) == (BookingState.REBOOKED, new.id)
    told = ground.refuses(BookingRefused, book, later, there.woman, invitation=invited.id)
    assert result(told) == ResultCode.ALREADY_UPDATED
    told = ground.refuses(BookingRefused, book, later, there.woman, invitation=new.id)
    assert result(told) == ResultCode.BOOKING_NOT_ALLOWED


def test_a_cancelled_time_is_free_at_once_and_one_item_of_work(ground: Ground) -> None:
    there = clinic(ground)
    slot = there.time()
    booking = there.booked(slot)
    changed = ground.desk.bookings.cancel(booking, SUITS)
    assert changed.of("freed_time")
    assert there.get(booking).state is BookingState.CANCELLED
    (seat,) = there.seats(slot)
    assert (seat.held_by, seat.generation) == (None, 1)
    assert there.freed() == [(slot, 1)]
    again = there.booked(slot, there.man)
    assert there.freed() == []  # booked at once, by somebody who rang
    ground.desk.bookings.cancel(again, SUITS)
    assert there.freed() == [(slot, 2)]


def test_what_was_said_is_kept_with_what_the_rules_said(ground: Ground) -> None:
    there = clinic(ground)
    there.publish()
    call, booking = there.call(), there.booked()
    ground.clock.at = LIMIT
    said = replace(
        SUITS,
        by=CancelledBy.RELATIVE,
        caller_name=" Test  Anhörig ",
        wish=Wish.WILL_CALL,
        message="Ring gärna upp.",
        notify_patient=False,
    )
    told = ground.desk.bookings.preview(booking, said)
    assert (told.code, told.row, told.amount, told.edition) == (FeeCode.FEE, 7, 250, 1)
    ground.desk.bookings.cancel(booking, said, call_id=call)
    (kept,) = there.cancellations(booking)
    assert kept.facts == replace(said, caller_name="Test Anhörig")
    assert (kept.code, kept.row, kept.amount) == (told.code, told.row, told.amount)
    assert (kept.late, kept.deadline, kept.edition) == (True, LIMIT, 1)
    assert (kept.call_id, kept.rebooked, kept.again, kept.missed) == (call, False, False, False)
    assert not there.get(booking).free_next


@pytest.mark.parametrize(("before", "row"), [(SECOND, 2), (timedelta(), 7)])
def test_late_is_after_the_limit_by_the_clock_of_the_verb(
    ground: Ground, before: timedelta, row: int
) -> None:
    there = clinic(ground)
    there.publish()
    booking = there.booked()
    ground.clock.at = LIMIT - before  # each look moves it a millisecond on
    ground.desk.bookings.cancel(booking, SUITS)
    (kept,) = there.cancellations(booking)
    assert kept.row == row


def test_a_claim_is_recorded_and_decides_nothing(ground: Ground) -> None:
    there = clinic(ground)
    there.publish()
    booking = there.booked()
    ground.clock.at = VISIT - HALF_HOUR
    plain = ground.desk.bookings.preview(booking, SUITS)
    assert ExceptionClaim.CHILD_ILL in plain.claimable
    ill = replace(SUITS, claims=(ExceptionClaim.CHILD_ILL,), reason=CancelReason.CHILD_ILL)
    ground.desk.bookings.cancel(booking, ill)
    (kept,) = there.cancellations(booking)
    assert (kept.row, kept.code, kept.late) == (3, FeeCode.NONE_EXCEPTION, True)


def test_the_unit_cancels_too_late_and_the_next_visit_is_free(ground: Ground) -> None:
    there = clinic(ground)
    there.publish()
    slot = there.time(care_type=CareType.SPECIALIST.value)
    booking, other = there.booked(slot), there.booked(there.time(), there.man)
    ground.clock.at = LIMIT - DAY  # late for specialist care only
    for id in (booking, other):
        ground.desk.bookings.cancel(id, BY_UNIT)
    assert (there.get(booking).free_next, there.get(other).free_next) == (True, False)
    (kept,) = there.cancellations(booking)
    assert (kept.code, kept.row, kept.late) == (FeeCode.NONE_BY_UNIT, 1, True)


def test_before_any_rules_nothing_is_said_of_a_fee(ground: Ground) -> None:
    there = clinic(ground)
    booking = there.booked()
    told = ground.desk.bookings.preview(booking, SUITS, VISIT)
    assert (told.code, told.rule, told.deadline, told.edition) == (FeeCode.UNKNOWN, None, None, 0)
    ground.desk.bookings.cancel(booking, SUITS)
    assert there.cancellations(booking)[0].code is FeeCode.UNKNOWN


def test_age_is_that_on_the_day_of_the_visit(ground: Ground) -> None:
    there = clinic(ground)
    there.publish()
    booking = there.booked(person=there.child)
    assert ground.desk.bookings.preview(booking, SUITS, VISIT).amount == 100


def test_only_what_its_own_flag_allows_is_done_for_a_patient(ground: Ground) -> None:
    there = clinic(ground)
    (booking,) = there.imported(there.row(cancel_allowed=False, rebook_allowed=False))
    cancel, rebook = ground.desk.bookings.cancel, ground.desk.bookings.rebook
    slot = there.time(VISIT + DAY)
    told = ground.refuses(BookingRefused, cancel, booking.id, SUITS)
    assert told == {"id": booking.id, "result": ResultCode.CANCEL_NOT_ALLOWED}
    told = ground.refuses(BookingRefused, rebook, booking.id, slot, SUITS)
    assert result(told) == ResultCode.UPDATE_NOT_ALLOWED
    writes = replace(SUITS, message="Hej")
    ground.refuses(CancellationInvalid, cancel, booking.id, writes)
    cancel(booking.id, BY_UNIT)  # whose time it is
    assert there.get(booking.id).state is BookingState.CANCELLED


def test_what_stands_no_more_is_cancelled_no_more(ground: Ground) -> None:
    there = clinic(ground)
    cancel, booking, begun = (
        ground.desk.bookings.cancel,
        there.booked(),
        there.booked(there.time(MORNING + 2 * DAY)),
    )
    cancel(booking, SUITS)
    for told in (
        ground.refuses(BookingRefused, cancel, booking, SUITS),
        ground.refuses(BookingRefused, ground.desk.bookings.missed, booking),
    ):
        assert result(told) == ResultCode.ALREADY_CANCELLED
    ground.refuses(BookingNotFound, cancel, uuid4(), SUITS)
    ground.clock.at = MORNING + 2 * DAY
    told = ground.refuses(BookingRefused, cancel, begun, SUITS)
    assert result(told) == ResultCode.TOO_LATE_TO_CANCEL


def test_rebooking_takes_the_new_time_before_it_lets_the_old_one_go(ground: Ground) -> None:
    there = clinic(ground)
    there.publish()
    slot, full = there.time(), there.time(VISIT + DAY)
    old, rebook = there.booked(slot), ground.desk.bookings.rebook
    there.booked(full, there.man)
    ground.refuses(TimeslotFull, rebook, old, full, SUITS)
    assert there.get(old).standing and there.freed() == []  # still has the time
    beside = there.time(VISIT + HALF_HOUR / 2)  # while the old one would go on
    ground.clock.at = LIMIT
    rebook(old, beside, SUITS)
    new = next(each for each in there.of() if each.standing)
    gone = there.get(old)
    assert (gone.state, gone.replaced_by, new.replaces) == (BookingState.REBOOKED, new.id, old)
    assert there.freed() == [(slot, 1)]
    (kept,) = there.cancellations(old)
    assert (kept.rebooked, kept.facts.wish, kept.late, kept.row) == (True, Wish.REBOOKED, True, 7)
    told = ground.refuses(BookingRefused, rebook, old, there.time(VISIT + 2 * DAY), SUITS)
    assert result(told) == ResultCode.ALREADY_UPDATED


def test_a_chain_of_rebookings_is_kept(ground: Ground) -> None:
    there = clinic(ground)
    first = there.booked()
    last = first
    for days in (1, 2, 3):
        ground.desk.bookings.rebook(last, there.time(VISIT + days * DAY), SUITS)
        last = next(each.id for each in there.of() if each.standing)
    chain = [there.get(last)]
    while chain[-1].replaces is not None:
        chain.append(there.get(chain[-1].replaces))
    assert chain[-1].id == first and len(chain) == 4
    assert all(older.replaced_by == newer.id for newer, older in pairwise(chain))
    assert len(there.freed()) == 3


def test_a_time_is_moved_at_its_own_unit_and_only_before_it_begins(ground: Ground) -> None:
    there = clinic(ground)
    slot, away = there.time(), there.time(VISIT + DAY, unit_id=there.other)
    old, rebook, later = there.booked(slot), ground.desk.bookings.rebook, there.time(VISIT + DAY)
    for other in (away, slot):
        told = ground.refuses(BookingRefused, rebook, old, other, SUITS)
        assert result(told) == ResultCode.UPDATE_NOT_ALLOWED
    ground.clock.at = VISIT
    told = ground.refuses(BookingRefused, rebook, old, later, SUITS)
    assert result(told) == ResultCode.TOO_LATE_TO_UPDATE


def test_a_timed_invitation_becomes_a_booking_by_being_moved(ground: Ground) -> None:
    there = clinic(ground)
    (invited,) = there.imported(there.row(kind=BookingKind.TIMED_INVITATION))
    ground.desk.bookings.rebook(invited.id, there.time(VISIT + DAY), SUITS)
    new = next(each for each in there.of() if each.standing)
    assert (new.kind, new.replaces) == (BookingKind.BOOKED, invited.id)
    assert there.freed() == [(invited.timeslot_id, 1)]


def test_who_did_not_come_is_noted_after_the_beginning_only(ground: Ground) -> None:
    there = clinic(ground)
    there.publish()
    booking, phoned = there.booked(), there.imported(there.row("B-9", by_phone=True, **later()))[-1]
    missed = ground.desk.bookings.missed
    told = ground.refuses(BookingRefused, missed, booking)
    assert result(told) == ResultCode.ERROR
    ground.clock.at = VISIT + 2 * DAY
    ground.refuses(CancellationInvalid, missed, booking, attempts=-1)
    ground.refuses(CancellationInvalid, missed, booking, attempts=11)
    missed(booking, " Kom  inte. ")
    missed(phoned.id, attempts=2)
    (kept,) = there.cancellations(booking)
    assert (kept.missed, kept.row, kept.facts.message) == (True, 7, "Kom inte.")
    assert there.cancellations(phoned.id)[0].row == 6
    assert {there.get(id).state for id in (booking, phoned.id)} == {BookingState.MISSED}
    assert there.freed() == []
    told = ground.refuses(BookingRefused, missed, booking)
    assert result(told) == ResultCode.PASSED


def later() -> dict[str, Any]:
    return {"starts_at": VISIT + DAY, "ends_at": VISIT + DAY + HALF_HOUR}


def test_every_booking_of_a_person_is_shown_with_a_record(ground: Ground) -> None:
    there = clinic(ground)
    late, early = there.booked(there.time(VISIT + DAY)), there.booked()
    before = len(ground.accesses())
    found = there.of()
    assert [each.id for each in found] == [early, late]
    told = ground.accesses(before)
    assert [(r.person_id, r.activity) for r in told][-1] == (there.woman, Activity.READ)
    assert there.last_access().level == Level.OVERVIEW


def test_what_a_visit_is_for_is_for_those_who_may_read_the_record(ground: Ground) -> None:
    there = clinic(ground)
    (booking,) = there.imported(there.row(purpose="Hjärtsvikt"))
    assert booking.purpose == "Hjärtsvikt"
    ground.sign_in("bo")
    (seen,) = there.of()
    assert (seen.id, seen.purpose) == (booking.id, "")
    ground.desk.bookings.cancel(booking.id, SUITS)  # what was not shown is not lost
    ground.sign_in("anna")
    assert there.get(booking.id).purpose == "Hjärtsvikt"


def test_who_has_no_part_in_bookings_sees_none(ground: Ground) -> None:
    there = clinic(ground)
    booking = there.booked()
    ground.sign_in("lo")
    ground.refuses(NotPermitted, ground.desk.bookings.of_person, there.woman, ASKED)
    ground.refuses(NotPermitted, ground.desk.bookings.cancel, booking, SUITS)
    ground.refuses(NotPermitted, ground.desk.bookings.preview, booking, SUITS)


def test_the_flow_of_a_day_leaves_no_seat_without_its_booking(ground: Ground) -> None:
    there: Clinic = clinic(ground)
    slot = there.time(capacity=3)
    ids = [there.booked(slot, person) for person in (there.woman, there.man, there.child)]
    ground.desk.bookings.cancel(ids[1], SUITS)
    held = {seat.held_by for seat in there.seats(slot) if seat.held_by}
    assert held == {ids[0], ids[2]}
    new = there.booked(slot, there.man)
    assert there.get(new).seat == 2
