"""The demo region's queues and times: as they could have come about by the verbs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import pytest

from kundcenter.demo.capacity import FREED, INVITED
from kundcenter.demo.month import made
from kundcenter.demo.region import DemoTerms
from kundcenter.domain.bookings import Booking, BookingKind
from kundcenter.domain.callback_queues import CallbackQueue, interval_at
from kundcenter.domain.callbacks import Callback, CallbackKind, Promise, Step
from kundcenter.domain.cancellations import CancelRules
from kundcenter.domain.capacity import Seat, Timeslot, TimeslotKind, seat_id
from kundcenter.domain.freed_times import FreedTime, Wait, freed_id
from kundcenter.domain.people import Person
from kundcenter.domain.phone_numbers import PhoneNumber, is_fictional
from kundcenter.start.desk import published_codes

V = TypeVar("V")
UNTIL = datetime(2026, 11, 23, 13, 20, tzinfo=UTC)  # a Monday


@pytest.fixture(scope="module")
def values() -> list[object]:
    codes = published_codes()
    return list(made(DemoTerms(UNTIL, codes[max(codes)], calls=200)).values())


def of(values: Iterable[object], kind: type[V]) -> list[V]:
    return [value for value in values if isinstance(value, kind)]


def test_every_seat_is_held_by_who_says_to_hold_it(values: list[object]) -> None:
    held = {(s.timeslot_id, s.number): s.held_by for s in of(values, Seat) if s.held_by}
    callbacks = [each for each in of(values, Callback) if each.seat]
    bookings = [each for each in of(values, Booking) if each.seat]
    assert callbacks
    assert bookings
    said = {(each.timeslot_id, each.seat): each.id for each in callbacks}
    assert held == said | {(each.timeslot_id, each.seat): each.id for each in bookings}


def test_no_timeslot_has_more_than_it_has_room_for(values: list[object]) -> None:
    slots = {slot.id: slot for slot in of(values, Timeslot)}
    assert len(slots) == len(of(values, Timeslot))
    for seat in of(values, Seat):
        assert seat.id == seat_id(seat.timeslot_id, seat.number)
        assert 1 <= seat.number <= slots[seat.timeslot_id].capacity
    assert all(slot == slot.checked() for slot in slots.values())


def test_intervals_are_those_of_their_queues(values: list[object]) -> None:
    queues = {queue.id: queue for queue in of(values, CallbackQueue)}
    assert all(queue.draft == queue.draft.checked() for queue in queues.values())
    slots = [slot for slot in of(values, Timeslot) if slot.kind is TimeslotKind.CALLBACK]
    assert slots
    for slot in slots:
        assert slot.queue_id is not None
        assert interval_at(queues[slot.queue_id], slot.starts_at) == slot


def test_nobody_has_two_places_in_a_queue_nor_two_times_at_once(values: list[object]) -> None:
    places = Counter((c.queue_id, c.person_id) for c in of(values, Callback) if c.seat)
    assert max(places.values()) == 1
    times = Counter(b.person_id for b in of(values, Booking) if b.starts_at)
    assert max(times.values()) == 1


def test_there_are_promises_before_now_and_after_and_something_of_every_kind(
    values: list[object],
) -> None:
    callbacks = of(values, Callback)
    assert {each.promise(UNTIL) for each in callbacks if each.open} == set(Promise)
    assert {each.kind for each in callbacks} == set(CallbackKind)
    assert {step.callback_id for step in of(values, Step)} >= {each.id for each in callbacks}
    kinds = Counter(booking.kind for booking in of(values, Booking))
    assert set(kinds) == set(BookingKind)
    assert kinds[BookingKind.OPEN_INVITATION] == INVITED
    assert {booking.cancel_allowed for booking in of(values, Booking)} == {True, False}
    (rules,) = of(values, CancelRules)
    assert rules.demonstration


def test_what_was_let_go_is_free_and_begins_later_and_somebody_waits_for_such(
    values: list[object],
) -> None:
    slots = {slot.id: slot for slot in of(values, Timeslot)}
    seats = {seat.id: seat for seat in of(values, Seat)}
    freed = of(values, FreedTime)
    assert len(freed) == FREED
    for each in freed:
        seat = seats[seat_id(each.timeslot_id, each.seat)]
        assert (seat.held_by, seat.generation) == (None, each.generation)
        assert each.id == freed_id(seat.id, seat.generation)
        assert each.released_at < UNTIL < each.starts_at == slots[each.timeslot_id].starts_at
    wanted = {wait.time_type for wait in of(values, Wait)}
    assert wanted & {slots[each.timeslot_id].category for each in freed}


def test_whoever_takes_a_time_that_was_let_go_has_somebody_to_ring(values: list[object]) -> None:
    slots = {slot.id: slot for slot in of(values, Timeslot)}
    next_morning = UNTIL.replace(hour=0) + timedelta(days=1, hours=4)  # before any of them begins
    for freed in of(values, FreedTime):
        slot = slots[freed.timeslot_id]
        fitting = [wait for wait in of(values, Wait) if wait.fits(slot, next_morning)]
        assert any(wait.unit_id == freed.unit_id for wait in fitting)


def test_numbers_are_fictional_and_nobody_protected_has_one(values: list[object]) -> None:
    protected = {person.id for person in of(values, Person) if person.protected}
    callbacks, waits = of(values, Callback), of(values, Wait)
    numbers = {each.number for each in callbacks} | {each.number for each in waits}
    assert all(is_fictional(PhoneNumber(number)) for number in numbers)
    assert not protected & {each.person_id for each in callbacks}
    assert not protected & {each.person_id for each in waits}


def test_nothing_was_made_after_the_end(values: list[object]) -> None:
    assert all(each.made_at <= UNTIL for each in of(values, Callback))
    assert all(step.at <= UNTIL for step in of(values, Step))
    assert all(each.made_at is None or each.made_at <= UNTIL for each in of(values, Booking))
