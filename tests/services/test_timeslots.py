"""The times that units let others book: how they come, close, grow and are found."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from kundcenter.domain.access import NotPermitted
from kundcenter.domain.callback_queues import MenuCategory, QueueDraft, QueueSpan
from kundcenter.domain.callbacks import Placing
from kundcenter.domain.capacity import CapacityInvalid, TimeslotNotFound
from kundcenter.domain.text import TextInvalid
from kundcenter.domain.units import UnitNotFound
from kundcenter.domain.visit_times import (
    LONGEST_LOOK,
    TIMES_LIMIT,
    NewTime,
    TimesPeriodWrong,
    TimesTooMany,
)
from tests.ground import MORNING, NUMBER, Ground, rows
from tests.services.freed_ground import AT, TYPE, clinic

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def test_times_come_in_whole_or_not_at_all_and_twice_is_once(ground: Ground) -> None:
    there = clinic(ground)
    ground.sign_in("eva")
    timeslots = ground.desk.timeslots
    one = NewTime(there.unit, TYPE, AT, AT + HOUR, source="vc1#a")
    two = replace(one, starts_at=AT + HOUR, ends_at=AT + 2 * HOUR, source="vc1#b")
    bare = replace(one, source="")
    for field, wrong in (
        ("ends_at", {"ends_at": AT}),
        ("ends_at", {"ends_at": AT + 26 * HOUR}),
        ("starts_at", {"starts_at": datetime(2026, 11, 24)}),  # noqa: DTZ001
        ("cutoff_at", {"cutoff_at": AT + 3 * HOUR}),
        ("capacity", {"capacity": -1}),
        ("capacity", {"capacity": 501}),
        ("time_type", {"time_type": " "}),
    ):
        refused = ground.refuses(CapacityInvalid, timeslots.add, (one, replace(two, **wrong)))
        assert refused == {"field": field, "row": 2}
    long = replace(two, performer="x" * 301)
    assert ground.refuses(TextInvalid, timeslots.add, (one, long))["row"] == 2
    ground.refuses(UnitNotFound, timeslots.add, (one, replace(two, unit_id=uuid4())))
    many = ground.refuses(TimesTooMany, timeslots.add, (one,) * (TIMES_LIMIT + 1))
    assert many == {"count": TIMES_LIMIT + 1, "limit": TIMES_LIMIT}
    assert rows(ground.engine)["timeslots"] == []
    assert timeslots.known(("vc1#a", "vc1#c")) == timeslots.known(()) == frozenset()
    timeslots.add((one, two, one, bare))
    assert len(rows(ground.engine)["timeslots"]) == 3
    assert timeslots.known(("vc1#a", "vc1#c")) == {"vc1#a"}
    assert not timeslots.add((replace(one, capacity=9), two))  # what is there stays as it is
    assert timeslots.add((bare,))  # without a number nobody knows it again
    assert not timeslots.add(())


def test_what_is_free_is_told_by_unit_type_and_time(ground: Ground) -> None:
    there = clinic(ground)
    first = there.time(capacity=2)
    later = there.time(after=DAY)
    elsewhere = there.time(after=HOUR, unit_id=there.other)
    other_type = there.time(after=2 * HOUR, time_type="ATERBESOK")
    passed = there.time(after=3 * HOUR, cutoff_at=MORNING - HOUR)
    full = there.time(after=4 * HOUR)
    there.booked(full)
    there.booked(first)
    free = ground.desk.timeslots.free
    span: dict[str, Any] = {"start": MORNING, "end": AT + 2 * DAY}
    found = free(**span)
    assert [r.timeslot.id for r in found] == [first, elsewhere, other_type, later]
    assert [(r.held, r.free) for r in found][:2] == [(1, 1), (0, 1)]
    assert passed not in {r.timeslot.id for r in found}
    own = free(unit_id=there.unit, time_type=TYPE, **span)
    assert [r.timeslot.id for r in own] == [first, later]
    assert [r.timeslot.id for r in free(start=AT, end=AT + HOUR)] == [first]
    for field, start, end in (
        ("end", AT, AT),
        ("end", AT, AT + LONGEST_LOOK + HOUR),
        ("start", datetime(2026, 11, 24), AT),  # noqa: DTZ001
    ):
        assert ground.refuses(TimesPeriodWrong, free, start=start, end=end) == {"field": field}


def test_short_notice_is_seventy_two_hours(ground: Ground) -> None:
    there = clinic(ground)
    ahead = timedelta(hours=72) - (AT - MORNING)
    inside = there.time(after=ahead)
    there.time(after=ahead + HOUR)
    assert [r.timeslot.id for r in ground.desk.timeslots.short_notice()] == [inside]


def test_a_time_is_closed_opened_and_made_larger_by_who_manages(ground: Ground) -> None:
    there = clinic(ground)
    slot = there.time()
    timeslots = ground.desk.timeslots
    for verb in (timeslots.close, timeslots.reopen):
        ground.refuses(NotPermitted, verb, slot)
    ground.refuses(NotPermitted, timeslots.resize, slot, 2)
    ground.refuses(NotPermitted, timeslots.add, ())
    ground.sign_in("eva")
    timeslots.close(slot)
    assert timeslots.short_notice() == ()
    timeslots.reopen(slot)
    timeslots.resize(slot, 3)
    (room,) = timeslots.short_notice()
    assert room.free == 3
    for wrong in (-1, 501):
        refused = ground.refuses(CapacityInvalid, timeslots.resize, slot, wrong)
        assert refused == {"field": "capacity"}
    for verb in (timeslots.close, timeslots.reopen):
        ground.refuses(TimeslotNotFound, verb, uuid4())
    ground.refuses(TimeslotNotFound, timeslots.resize, uuid4(), 1)


def test_who_manages_sees_closed_and_full_times_and_who_has_them(ground: Ground) -> None:
    there = clinic(ground)
    roomy, full = there.time(capacity=3), there.time(after=HOUR)
    shut = there.time(after=2 * HOUR)
    there.time(after=HOUR, unit_id=there.other)
    there.time(after=3 * HOUR, cutoff_at=MORNING - HOUR)
    there.time(after=DAY)
    there.booked(full)
    there.booked(shut)
    there.booked(roomy)
    item = there.freed(roomy)
    there.offered(item.freed.id, there.wait())
    span: dict[str, Any] = {"start": MORNING, "end": AT + DAY}
    look = ground.desk.timeslots.of_unit
    ground.refuses(NotPermitted, look, there.unit, **span)
    (free,) = [r for r in ground.desk.timeslots.free(**span) if r.timeslot.id == roomy]
    assert (free.held, free.offered, free.free) == (2, 1, 1)
    ground.sign_in("eva")
    ground.desk.timeslots.close(shut)
    found = look(there.unit, **span)
    assert [(r.timeslot.id, r.held, r.offered, r.free) for r in found] == [
        (roomy, 2, 1, 1),
        (full, 1, 0, 0),
        (shut, 1, 0, 0),
    ]
    assert [r.timeslot.closed for r in found] == [False, False, True]
    assert look(uuid4(), **span) == ()
    for start, end in ((AT, AT), (AT, AT + LONGEST_LOOK + HOUR)):
        wrong = ground.refuses(TimesPeriodWrong, look, there.unit, start=start, end=end)
        assert wrong == {"field": "end"}


def test_an_interval_of_a_call_back_queue_is_no_visit(ground: Ground) -> None:
    """Its room is the queue's to change (services/callback_queues.py)."""
    there = clinic(ground)
    ground.sign_in("eva")
    spans = tuple(QueueSpan(day, 0, 1440, 30, 1) for day in range(1, 8))
    queues = ground.desk.callback_queues
    queue = queues.put(None, QueueDraft(there.unit, MenuCategory.ADVICE, spans)).the(
        "callback_queue"
    )
    room = queues.rooms(queue, AT.date(), 1)[-1]
    placing = Placing(there.person(), NUMBER)
    slot = ground.desk.callbacks.place(queue, room.timeslot.starts_at, placing).the("timeslot")
    timeslots = ground.desk.timeslots
    for verb in (timeslots.close, timeslots.reopen):
        ground.refuses(TimeslotNotFound, verb, slot)
    span: dict[str, Any] = {"start": MORNING, "end": AT + 2 * DAY}
    assert timeslots.free(**span) == timeslots.of_unit(there.unit, **span) == ()
