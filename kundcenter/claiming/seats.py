"""Take a seat of a timeslot, and let one go: the same for call-backs and booked times."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from kundcenter.domain.calendar import day_bounds
from kundcenter.domain.callback_queues import CallbackQueue, days_open, intervals
from kundcenter.domain.capacity import (
    Room,
    Seat,
    SeatLost,
    Timeslot,
    TimeslotClosed,
    TimeslotFull,
    TimeslotKind,
    TimeslotLate,
    free_seat,
    proposed,
    rooms_of,
    told_times,
)
from kundcenter.ports import Reading, Work

SEARCHED = timedelta(days=60)  # how far ahead other times for a visit are looked for


def take_seat(
    work: Work,
    timeslot: Timeslot,
    holder: UUID,
    *,
    number: int = 0,
    spared: Collection[int] = (),
) -> Seat:
    """The first free seat, or the one with the `number`, is the holder's.

    `spared` are the numbers of seats that are offered to somebody.  What the store knows of the
    timeslot overrides what is given.  Raises TimeslotFull, TimeslotClosed, TimeslotLate and
    SeatLost (facts id and times: what is free instead).
    """
    there = work.timeslots.find(timeslot.id)
    timeslot = there or timeslot
    seats = work.timeslots.seats(timeslot.id) if there else ()
    try:
        seat = free_seat(timeslot, seats, work.arrived, number=number, spared=spared)
    except (TimeslotFull, TimeslotClosed, TimeslotLate, SeatLost) as refused:
        raise type(refused)(**refused.facts, times=other_times(work, timeslot)) from None
    if there is None:
        work.timeslots.put(timeslot)
    taken = seat.given(holder)
    work.timeslots.put_seat(taken)
    return taken


def let_seat_go(work: Work, timeslot_id: UUID, number: int, holder: UUID) -> Seat | None:
    """The seat, free again, or None when it is no longer the holder's."""
    for seat in work.timeslots.seats(timeslot_id):
        if seat.number == number and seat.held_by == holder:
            free = seat.let_go()
            work.timeslots.put_seat(free)
            return free
    return None


def other_times(work: Work, timeslot: Timeslot) -> str:
    """What is free instead, as a fact of an error: of the same queue, or like visits there."""
    if timeslot.queue_id is not None:
        queue = work.callback_queues.get(timeslot.queue_id)
        rooms = list(rooms_of_queue(work, queue, days_open(queue, work.arrived)))
    else:
        beside = work.timeslots.between(
            work.arrived,
            work.arrived + SEARCHED,
            kind=TimeslotKind.VISIT,
            unit_ids=(timeslot.unit_id,),
        )
        alike = [each for each in beside if each.category == timeslot.category]
        rooms = list(rooms_of(alike, work.timeslots.held([each.id for each in alike])))
    others = [room for room in rooms if room.timeslot.id != timeslot.id]
    return told_times(proposed(others, timeslot.starts_at, work.arrived))


def rooms_of_queue(
    reading: Reading, queue: CallbackQueue, days: Sequence[date]
) -> tuple[Room, ...]:
    """The queue's intervals of the days, which follow each other, with how much is free.

    What the store knows of an interval overrides the schedule.  One that the schedule no longer
    has is told as closed while anybody is placed in it.
    """
    if not days:
        return ()
    start, end = day_bounds(days[0])[0], day_bounds(days[-1])[1]
    stored = {
        each.id: each
        for each in reading.timeslots.between(
            start, end, kind=TimeslotKind.CALLBACK, unit_ids=(queue.unit_id,)
        )
        if each.queue_id == queue.id
    }
    held = reading.timeslots.held(list(stored))
    scheduled = {each.id: each for day in days for each in intervals(queue, day)}
    gone = {id: replace(each, closed=True) for id, each in stored.items() if held.get(id)}
    overridden = {id: stored.get(id, each) for id, each in scheduled.items()}
    return rooms_of((gone | overridden).values(), held)
