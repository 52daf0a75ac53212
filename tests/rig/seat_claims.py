"""What desks claim of limited room: a place in a queue, a time, a freed time, an offer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import cycle
from uuid import UUID

import resources.demo
from kundcenter.domain.callback_queues import MenuCategory, QueueDraft, QueueSpan
from kundcenter.domain.callbacks import Placing
from kundcenter.domain.cancellations import CancelFacts, CancelledBy, CancelReason
from kundcenter.domain.freed_times import WaitDraft
from kundcenter.domain.visit_times import NewTime
from tests.ground import ASKED, MORNING, NUMBER
from tests.sync.ground import Side

FACTS = CancelFacts(CancelledBy.PATIENT, CancelReason.DOES_NOT_SUIT)
LATER = MORNING + timedelta(days=7)
MANY = 40
_PERSONS = resources.demo.person_numbers()[100 : 100 + MANY]
_turn: Iterator[str] = cycle(_PERSONS)


def persons(side: Side) -> list[UUID]:
    """As many patients as there may be desks."""
    return [side.person(number) for number in _PERSONS]


def another(side: Side) -> UUID:
    """The next of them: no two desks have the same."""
    return side.person_of(next(_turn))


def the_unit(side: Side) -> UUID:
    return side.desk.units.directory().cards[0].unit.id


def a_time(side: Side, hour: int = 0) -> UUID:
    starts = LATER + timedelta(hours=hour)
    time = NewTime(the_unit(side), "LAKARE", starts, starts + timedelta(minutes=20))
    return side.desk.timeslots.add((time,)).the("timeslot")


def a_queue(side: Side) -> UUID:
    """A queue with one interval a week, and one place in it."""
    persons(side)
    spans = (QueueSpan(LATER.isoweekday(), 10 * 60, 11 * 60, 60, 1),)
    draft = QueueDraft(the_unit(side), MenuCategory.BOOK, spans, days_ahead=8)
    return side.desk.callback_queues.put(None, draft).the("callback_queue")


def place(side: Side, queue: UUID) -> object:
    (room,) = side.desk.callback_queues.rooms(queue, LATER.date(), 1)
    placing = Placing(another(side), NUMBER)
    return side.desk.callbacks.place(queue, room.timeslot.starts_at, placing)


def a_free_time(side: Side) -> UUID:
    persons(side)
    return a_time(side)


def a_free_time_to_move_to(side: Side) -> UUID:
    """And each of the patients has another time already."""
    for at, person in enumerate(persons(side), start=1):
        side.desk.bookings.book(a_time(side, at), person)
    return a_time(side)


def rebook(side: Side, timeslot: UUID) -> object:
    person = another(side)
    (held,) = side.desk.bookings.of_person(person, ASKED)
    return side.desk.bookings.rebook(held.id, timeslot, FACTS)


def a_freed_time(side: Side) -> UUID:
    persons(side)
    booking = side.desk.bookings.book(a_time(side), another(side)).the("booking")
    return side.desk.bookings.cancel(booking, FACTS).the("freed_time")


def a_freed_time_and_who_waits(side: Side) -> UUID:
    """The time is in hand: the same operator sits at every desk."""
    freed = a_freed_time(side)
    (item,) = side.desk.freed_times.open()
    for _ in range(2):
        draft = WaitDraft(another(side), item.freed.unit_id, "LAKARE", NUMBER, notice=timedelta())
        side.desk.wait_list.add(draft)
    side.desk.freed_times.take(freed)
    return freed


def an_offer(side: Side) -> UUID:
    """A freed time that is offered to somebody, whose answer several have heard."""
    offer_to_the_first(side, a_freed_time_and_who_waits(side))
    (item,) = side.desk.freed_times.open()
    assert item.offer is not None
    return item.offer.id


def accept(side: Side, offer: UUID) -> object:
    (item,) = side.desk.freed_times.open()
    assert item.offer is not None
    return side.desk.freed_times.accept(offer, item.offer.wait_id)


def offer_to_the_first(side: Side, freed: UUID) -> object:
    first = side.desk.freed_times.matches(freed)[0].wait.id
    return side.desk.freed_times.offer(freed, first)
