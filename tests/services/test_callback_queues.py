"""A unit's call-back queues: who may change them, and what becomes of who is placed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from kundcenter.domain.access import NotPermitted
from kundcenter.domain.callback_queues import (
    MenuCategory,
    QueueHasNoSuchTime,
    QueueInvalid,
    QueueNotFound,
    QueueSpan,
    QueueStale,
    QueueTaken,
)
from kundcenter.domain.callbacks import StepKind
from kundcenter.domain.capacity import MOST_SEATS, CapacityInvalid, TimeslotFull
from kundcenter.domain.units import UnitNotFound
from tests.ground import CHILD, MAN, Ground
from tests.services.callback_ground import SATURDAY, SPANS, SUNDAY, draft, floor

DAY = SATURDAY[0].date()


def test_a_queue_is_changed_upon_its_latest_version(ground: Ground) -> None:
    on = floor(ground)
    queues = ground.desk.callback_queues
    ground.refuses(NotPermitted, queues.put, on.queue, draft(on.unit), upon=1)
    ground.sign_in("eva")
    queues.put(on.queue, draft(on.unit, comment=" Fler  platser "), upon=1)
    (queue,) = queues.all()
    assert (queue.number, queue.comment, queue.spans) == (
        2, "Fler platser", tuple(sorted(SPANS, key=lambda span: span.day)),
    )  # fmt: skip
    stale = {"id": on.queue, "number": 2}
    assert ground.refuses(QueueStale, queues.put, on.queue, draft(on.unit), upon=1) == stale
    assert ground.refuses(QueueStale, queues.end, on.queue, upon=1) == stale
    ground.refuses(QueueStale, queues.put, None, draft(on.unit), upon=1)
    ground.refuses(QueueNotFound, queues.put, uuid4(), draft(on.unit), upon=1)


def test_a_unit_has_one_queue_of_a_category(ground: Ground) -> None:
    on = floor(ground)
    queues = ground.desk.callback_queues
    ground.sign_in("eva")
    taken = ground.refuses(QueueTaken, queues.put, None, draft(on.unit))
    assert taken == {"id": on.queue}
    book = draft(on.unit, category=MenuCategory.BOOK)
    second = queues.put(None, book).the("callback_queue")
    assert [each.id for each in queues.of_unit(on.unit)] == [second, on.queue]  # as in the menu
    assert queues.of_unit(uuid4()) == ()
    queues.end(on.queue, upon=1)
    assert [each.id for each in queues.all()] == [second]
    ground.refuses(QueueNotFound, queues.end, on.queue, upon=2)
    queues.put(None, draft(on.unit))
    for other in (replace(book, unit_id=uuid4()), replace(book, category=MenuCategory.OTHER)):
        with pytest.raises((QueueInvalid, UnitNotFound)):
            queues.put(second, other, upon=1)
    ground.refuses(UnitNotFound, queues.put, None, draft(uuid4()))


def test_nobody_is_placed_in_an_ended_queue_and_who_is_stays(ground: Ground) -> None:
    on = floor(ground)
    id = on.place()
    ground.sign_in("eva")
    ground.desk.callback_queues.end(on.queue, upon=1)
    ground.sign_in("anna")
    with pytest.raises(QueueHasNoSuchTime) as refused:
        on.place(SATURDAY[1], person_id=ground.person(MAN))
    assert refused.value.facts["times"] == ""
    (listed,) = ground.desk.callbacks.open()
    assert listed.id == id
    rooms = ground.desk.callback_queues.rooms(on.queue, DAY, 1)
    assert [(room.held, room.free) for room in rooms] == [(1, 0)]  # there is somebody to ring
    ground.desk.callbacks.done(id, "")
    assert on.steps(id) == [StepKind.PLACED, StepKind.DONE]


def test_an_interval_that_is_made_smaller_keeps_whoever_is_placed(ground: Ground) -> None:
    on = floor(ground)
    first = on.place()
    on.place(person_id=ground.person(MAN))
    queues = ground.desk.callback_queues
    ground.sign_in("eva")
    for wrong in (-1, MOST_SEATS + 1):
        facts = ground.refuses(CapacityInvalid, queues.resize, on.queue, SATURDAY[0], wrong)
        assert facts == {"field": "capacity"}
    queues.resize(on.queue, SATURDAY[0], 1)
    room = queues.rooms(on.queue, DAY, 1)[0]
    assert (room.free, room.held, room.overbooked) == (0, 2, True)
    ground.sign_in("anna")
    ground.desk.callbacks.cancel(first)  # the lower seat is free, and yet there is no room
    assert queues.rooms(on.queue, DAY, 1)[0].free == 0
    child = ground.person(CHILD)
    with pytest.raises(TimeslotFull):
        on.place(person_id=child)
    ground.sign_in("eva")
    queues.resize(on.queue, SATURDAY[0], 3)
    ground.sign_in("anna")
    on.place(person_id=child)
    assert on.free() == [1, 2, 2]


def test_a_closed_interval_is_opened_again(ground: Ground) -> None:
    on = floor(ground)
    queues = ground.desk.callback_queues
    ground.sign_in("eva")
    queues.close(on.queue, SATURDAY[1])
    assert on.free() == [2, 0, 2]
    queues.reopen(on.queue, SATURDAY[1])
    assert on.free() == [2, 2, 2]
    for never in (SATURDAY[0] + timedelta(minutes=1), SATURDAY[0] + timedelta(hours=9)):
        for act in (queues.close, queues.reopen):
            ground.refuses(QueueHasNoSuchTime, act, on.queue, never)
        ground.refuses(QueueHasNoSuchTime, queues.resize, on.queue, never, 1)
    ground.refuses(QueueNotFound, queues.close, uuid4(), SATURDAY[1])


def test_a_new_schedule_counts_for_the_intervals_that_are_in_use(ground: Ground) -> None:
    on = floor(ground)
    on.place()
    queues = ground.desk.callback_queues
    ground.sign_in("eva")
    queues.resize(on.queue, SATURDAY[1], 7)
    more = (QueueSpan(6, 9 * 60, 12 * 60, 60, 4), *SPANS[1:])
    queues.put(on.queue, draft(on.unit, spans=more), upon=1)
    assert on.free() == [3, 7, 4]  # what was resized by itself keeps its size
    fewer = (QueueSpan(6, 11 * 60, 12 * 60, 60, 4), *SPANS[1:])
    queues.put(on.queue, draft(on.unit, spans=fewer), upon=2)
    rooms = queues.rooms(on.queue, DAY, 1)
    assert [(room.held, room.free) for room in rooms] == [(1, 0), (0, 4)]  # 9:00 takes nobody else
    ground.sign_in("anna")
    with pytest.raises(QueueHasNoSuchTime):
        on.place(SATURDAY[0], person_id=ground.person(MAN))


def test_what_is_free_is_asked_for_some_days(ground: Ground) -> None:
    on = floor(ground)
    rooms = ground.desk.callback_queues.rooms
    assert [room.timeslot.starts_at for room in rooms(on.queue, DAY, 2)] == [*SATURDAY, SUNDAY]
    for start, days in ((DAY, 0), (DAY, 62), (date(1, 1, 1), 1), (date(9999, 12, 31), 1)):
        ground.refuses(QueueInvalid, rooms, on.queue, start, days)
    ground.refuses(QueueNotFound, rooms, uuid4(), DAY, 1)
