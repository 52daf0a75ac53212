"""Freed times: bookable at once, taken in hand by one, offered to one, and never lost."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from kundcenter.domain.bookings import BookingRefused, BookingState, ResultCode
from kundcenter.domain.cancellations import CancelFacts, CancelledBy, CancelReason
from kundcenter.domain.capacity import TimeslotFull
from kundcenter.domain.freed_times import (
    OFFER_LASTS,
    FreedGone,
    FreedNotFound,
    FreedOfAnother,
    FreedState,
    OfferAnswered,
    OfferNotFound,
    OfferOpen,
    OfferState,
    WaitEnded,
    WaitNotFound,
    WaitState,
    WaitUnfit,
)
from tests.ground import ASKED, MORNING, NUMBER, Ground, rows
from tests.services.freed_ground import AT, SUITS, clinic

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MOMENT = timedelta(milliseconds=1)


def test_a_time_that_is_let_go_is_one_item_and_bookable_at_once(ground: Ground) -> None:
    there = clinic(ground)
    slot = there.time()
    item = there.freed(slot)
    assert (item.freed.seat, item.freed.generation, item.freed.offers) == (1, 1, 0)
    assert (item.freed.short_notice, item.offer, item.tried) == (True, None, ())
    assert item.timeslot.id == slot
    assert [room.timeslot.id for room in ground.desk.timeslots.short_notice()] == [slot]
    there.booked(slot)
    assert ground.desk.freed_times.open() == ()
    (row,) = rows(ground.engine)["freed_times"]
    assert row["state"] is FreedState.FILLED


def test_the_same_seat_is_freed_anew_each_time_and_each_time_once(ground: Ground) -> None:
    there = clinic(ground)
    slot = there.time()
    first = there.freed(slot).freed
    second = there.freed(slot).freed
    assert (first.seat, first.generation, second.generation) == (1, 1, 2)
    assert first.id != second.id
    assert [row["state"] for row in rows(ground.engine)["freed_times"]].count(FreedState.OPEN) == 1


def test_what_is_let_go_too_late_to_fill_is_no_work(ground: Ground) -> None:
    there = clinic(ground)
    early, late = there.time(), there.time(after=HOUR, cutoff_at=AT)
    bookings = [there.booked(early), there.booked(late)]
    ground.clock.at = AT + timedelta(minutes=1)
    ground.desk.sessions.sign_in("anna", "tolv gröna krukor")
    by_unit = CancelFacts(CancelledBy.UNIT, CancelReason.OTHER)
    ground.refuses(BookingRefused, ground.desk.bookings.cancel, bookings[0], by_unit)
    ground.desk.bookings.cancel(bookings[1], by_unit)
    assert rows(ground.engine)["freed_times"] == []


def test_a_seat_that_the_time_has_no_more_is_no_work(ground: Ground) -> None:
    there = clinic(ground)
    slot = there.time(capacity=2)
    first, second = there.booked(slot), there.booked(slot)
    ground.sign_in("eva")
    ground.desk.timeslots.resize(slot, 1)
    ground.desk.bookings.cancel(second, SUITS)
    assert ground.desk.freed_times.open() == ()
    ground.desk.bookings.cancel(first, SUITS)
    assert [item.freed.seat for item in ground.desk.freed_times.open()] == [1]


def test_it_is_one_operators_until_it_is_let_go_or_a_quarter_has_passed(ground: Ground) -> None:
    there = clinic(ground)
    freed, times = there.freed().freed.id, ground.desk.freed_times
    times.take(freed)
    item = there.item(freed)
    assert item is not None and item.freed.leased_until is not None
    until = item.freed.leased_until
    assert item.freed.leased_by == ground.desk.seat.actor.operator_id
    wait = there.wait()
    ground.sign_in("bo")
    told = {"id": freed, "until": until}
    for verb in (times.take, times.drop, times.release, times.matches):
        assert ground.refuses(FreedOfAnother, verb, freed) == told
    assert ground.refuses(FreedOfAnother, times.offer, freed, wait) == told
    ground.clock.at = until - MOMENT  # the next look is at its end
    times.take(freed)
    ground.sign_in("anna")
    ground.refuses(FreedOfAnother, times.take, freed)
    ground.sign_in("eva")  # who leads lets go what another has taken
    times.release(freed)
    ground.sign_in("anna")
    times.take(freed)
    times.take(freed)  # one's own, anew
    times.release(freed)
    times.release(freed)  # nobody has it: nothing is wrong
    ground.sign_in("bo")
    times.take(freed)
    ground.refuses(FreedNotFound, times.take, uuid4())


def test_an_offer_keeps_the_time_for_whoever_is_asked(ground: Ground) -> None:
    there = clinic(ground)
    slot = there.time()
    freed, wait = there.freed(slot).freed.id, there.wait()
    times = ground.desk.freed_times
    offer = there.offered(freed, wait)
    item = there.item(freed)
    assert item is not None and item.offer is not None
    assert (item.freed.offers, item.offer.number, item.offer.wait_id) == (1, 1, wait)
    assert item.freed.leased_by == ground.desk.seat.actor.operator_id
    until = item.offer.until
    assert until - item.offer.made_at == OFFER_LASTS
    other = there.wait()
    assert ground.refuses(OfferOpen, times.offer, freed, other) == {"id": offer, "until": until}
    ground.refuses(OfferOpen, times.drop, freed)
    ground.refuses(TimeslotFull, ground.desk.bookings.book, slot, there.person())
    assert ground.desk.timeslots.short_notice() == ()  # nor is it shown as free
    ground.clock.at = until
    assert [room.timeslot.id for room in ground.desk.timeslots.short_notice()] == [slot]
    there.booked(slot)
    ground.refuses(FreedGone, times.accept, offer, wait)
    times.decline(offer, wait)  # what they said is kept all the same


def test_a_seat_that_is_offered_hinders_no_other_seat(ground: Ground) -> None:
    there = clinic(ground)
    slot = there.time(capacity=2)
    freed, wait = there.freed(slot).freed, there.wait()
    offer = there.offered(freed.id, wait)
    there.booked(slot)
    ground.refuses(TimeslotFull, ground.desk.bookings.book, slot, there.person())
    ground.desk.freed_times.accept(offer, wait)
    taken = {
        row["seat"] for row in rows(ground.engine)["bookings"] if row["state"].name == "STANDING"
    }
    assert taken == {1, 2}


def test_whoever_accepts_has_the_time_and_waits_no_more(ground: Ground) -> None:
    there = clinic(ground)
    slot = there.time()
    person = there.person()
    freed, wait = there.freed(slot).freed, there.wait(person)
    offer = there.offered(freed.id, wait)
    call = ground.desk.calls.register(NUMBER).the("call")
    booking = ground.desk.freed_times.accept(offer, wait, call_id=call).the("booking")
    (told,) = ground.desk.bookings.of_person(person, ASKED)
    assert (told.id, told.timeslot_id, told.seat) == (booking, slot, 1)
    assert (told.state, told.call_id, told.replaces) == (BookingState.STANDING, call, None)
    (entry,) = ground.desk.wait_list.of_person(person, ASKED)
    assert (entry.state, entry.offered) == (WaitState.BOOKED, 1)
    assert there.item(freed.id) is None
    times = ground.desk.freed_times
    ground.refuses(OfferAnswered, times.accept, offer, wait)
    ground.refuses(OfferAnswered, times.decline, offer, wait)
    ground.refuses(FreedGone, times.take, freed.id)
    ground.refuses(FreedGone, times.drop, freed.id)
    ground.refuses(FreedGone, times.offer, freed.id, there.wait())


def test_who_has_a_later_time_gets_the_earlier_one_first_and_lets_go_then(ground: Ground) -> None:
    there = clinic(ground)
    later = there.time(after=DAY)
    person = there.person()
    old = there.booked(later, person)
    freed, wait = there.freed().freed, there.wait(person, booking_id=old)
    offer = there.offered(freed.id, wait)
    made = ground.desk.freed_times.accept(offer, wait)
    found = {each.id: each for each in ground.desk.bookings.of_person(person, ASKED)}
    (new,) = found.keys() - {old}
    assert set(made.of("booking")) == {old, new}
    assert (found[old].state, found[old].replaced_by) == (BookingState.REBOOKED, new)
    assert (found[new].state, found[new].replaces) == (BookingState.STANDING, old)
    (next_,) = ground.desk.freed_times.open()  # theirs is free for others
    assert next_.timeslot.id == later
    assert rows(ground.engine)["cancellations"][0]["booking_id"] != old  # they cancelled nothing


def test_after_no_answer_and_after_a_no_the_next_is_asked(ground: Ground) -> None:
    there = clinic(ground)
    freed = there.freed().freed.id
    one, two, three = there.wait(), there.wait(), there.wait()
    times = ground.desk.freed_times
    assert [match.wait.id for match in times.matches(freed)] == [one, two, three]
    times.decline(there.offered(freed, one), one, unreached=True)
    assert [match.wait.id for match in times.matches(freed)] == [two, three]
    times.decline(there.offered(freed, two), two)
    assert [match.wait.id for match in times.matches(freed)] == [three]
    offer = there.offered(freed, three)
    item = there.item(freed)
    assert item is not None
    assert [(each.number, each.state) for each in item.tried] == [
        (1, OfferState.UNREACHED),
        (2, OfferState.DECLINED),
    ]
    times.accept(offer, three)


def test_an_offer_whose_time_is_up_is_closed_by_the_next_one(ground: Ground) -> None:
    there = clinic(ground)
    freed = there.freed().freed.id
    one, two = there.wait(), there.wait()
    first = there.offered(freed, one)
    ground.clock.pass_time(minutes=11)
    second = there.offered(freed, two)
    times = ground.desk.freed_times
    held = ground.refuses(OfferOpen, times.accept, first, one)  # they call, a minute too late
    assert held["id"] == second
    ground.refuses(OfferAnswered, times.decline, first, one)
    states = {row["id"]: row["state"] for row in rows(ground.engine)["offers"]}
    assert states == {first: OfferState.EXPIRED, second: OfferState.OPEN}
    times.decline(second, two)
    times.accept(first, one)  # nobody else got it: it is theirs after all
    assert there.item(freed) is None


def test_who_calls_too_late_has_it_still_if_nobody_else_does(ground: Ground) -> None:
    there = clinic(ground)
    freed, wait = there.freed().freed.id, there.wait()
    offer = there.offered(freed, wait)
    ground.clock.pass_time(hours=3)
    ground.sign_in("bo")  # whoever answers the telephone
    ground.desk.freed_times.accept(offer, wait)


def test_an_answer_is_of_the_one_who_was_asked(ground: Ground) -> None:
    """Two desks apart give their offers one id; an answer to the one that lost books nobody."""
    there = clinic(ground)
    freed, wait, other = there.freed().freed.id, there.wait(), there.wait()
    offer = there.offered(freed, wait)
    times = ground.desk.freed_times
    ground.refuses(OfferAnswered, times.accept, offer, other)
    ground.refuses(OfferAnswered, times.decline, offer, other)
    ground.refuses(OfferNotFound, times.accept, uuid4(), wait)
    ground.refuses(OfferNotFound, times.decline, uuid4(), wait)


def test_only_who_waits_and_can_come_is_offered_it(ground: Ground) -> None:
    there = clinic(ground)
    freed, times = there.freed().freed.id, ground.desk.freed_times
    for change in (
        {"time_type": "ATERBESOK"},
        {"unit_id": there.other},
        {"notice": timedelta(days=3)},
        {"latest": MORNING + HOUR},
    ):
        ground.refuses(WaitUnfit, times.offer, freed, there.wait(**change))
    assert times.matches(freed) == ()
    ended = there.wait()
    ground.desk.wait_list.end(ended)
    ground.refuses(WaitEnded, times.offer, freed, ended)
    ground.refuses(WaitNotFound, times.offer, freed, uuid4())
    ground.refuses(FreedNotFound, times.offer, uuid4(), ended)


def test_who_ends_waiting_while_being_asked_is_booked_by_nobody(ground: Ground) -> None:
    there = clinic(ground)
    freed, wait = there.freed().freed.id, there.wait()
    offer = there.offered(freed, wait)
    ground.desk.wait_list.end(wait, "Ringde själv")
    ground.refuses(WaitEnded, ground.desk.freed_times.accept, offer, wait)
    ground.desk.freed_times.decline(offer, wait)


def test_who_is_busy_at_that_hour_is_told_so_and_nothing_is_lost(ground: Ground) -> None:
    there = clinic(ground)
    person = there.person()
    there.booked(there.time(unit_id=there.other), person)
    freed, wait = there.freed().freed, there.wait(person)
    offer = there.offered(freed.id, wait)
    told = ground.refuses(BookingRefused, ground.desk.freed_times.accept, offer, wait)
    assert told["result"] == ResultCode.OCCUPIED
    item = there.item(freed.id)
    assert item is not None and item.offer is not None and item.offer.id == offer


def test_a_closed_time_is_offered_to_nobody_until_it_is_opened(ground: Ground) -> None:
    there = clinic(ground)
    freed, wait = there.freed().freed, there.wait()
    offer = there.offered(freed.id, wait)
    desk = ground.desk
    ground.sign_in("eva")
    desk.timeslots.close(freed.timeslot_id)
    assert desk.freed_times.open() == ()
    assert desk.timeslots.short_notice() == ()
    ground.refuses(FreedGone, desk.freed_times.accept, offer, wait)
    ground.sign_in("anna")
    desk.freed_times.decline(offer, wait)
    ground.refuses(FreedGone, desk.freed_times.offer, freed.id, there.wait())
    ground.sign_in("eva")
    desk.timeslots.reopen(freed.timeslot_id)
    assert [item.freed.id for item in desk.freed_times.open()] == [freed.id]


def test_a_time_that_was_made_smaller_is_offered_to_nobody_until_there_is_room(
    ground: Ground,
) -> None:
    there = clinic(ground)
    slot, desk = there.time(capacity=2), ground.desk
    first, wait = there.booked(slot), there.wait()
    there.booked(slot)
    desk.bookings.cancel(first, SUITS)
    (item,) = desk.freed_times.open()
    offer = there.offered(item.freed.id, wait)
    ground.sign_in("eva")
    desk.timeslots.resize(slot, 1)  # the other one has the only place that is left
    ground.sign_in("anna")
    assert desk.freed_times.open() == ()
    ground.refuses(FreedGone, desk.freed_times.accept, offer, wait)
    desk.freed_times.decline(offer, wait)
    ground.refuses(FreedGone, desk.freed_times.offer, item.freed.id, there.wait())
    ground.sign_in("eva")
    desk.timeslots.resize(slot, 2)
    assert [each.freed.id for each in desk.freed_times.open()] == [item.freed.id]


def test_what_nobody_wants_is_dropped_and_can_be_booked_still(ground: Ground) -> None:
    there = clinic(ground)
    slot = there.time()
    freed, wait = there.freed(slot).freed.id, there.wait()
    times = ground.desk.freed_times
    offer = there.offered(freed, wait)
    ground.clock.pass_time(minutes=11)
    times.drop(freed)
    assert times.open() == ()
    ground.refuses(FreedGone, times.drop, freed)
    ground.refuses(FreedGone, times.take, freed)
    assert [room.timeslot.id for room in ground.desk.timeslots.short_notice()] == [slot]
    times.accept(offer, wait)  # they call back: nobody has it


def test_a_time_that_has_begun_leaves_the_list(ground: Ground) -> None:
    there = clinic(ground)
    freed, wait = there.freed().freed.id, there.wait()
    offer = there.offered(freed, wait)
    ground.clock.at = AT - timedelta(seconds=1)
    ground.desk.sessions.sign_in("anna", "tolv gröna krukor")
    assert there.item(freed) is not None
    ground.clock.at = AT
    times = ground.desk.freed_times
    assert times.open() == ()
    ground.refuses(FreedGone, times.take, freed)
    ground.refuses(FreedGone, times.matches, freed)
    ground.refuses(FreedGone, times.accept, offer, wait)
    times.drop(freed)
    (row,) = rows(ground.engine)["freed_times"]
    assert row["state"] is FreedState.PASSED
