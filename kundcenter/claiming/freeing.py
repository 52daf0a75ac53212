"""What every verb does that lets a booked seat go, or books one that was let go."""

from __future__ import annotations

from uuid import UUID

from kundcenter.domain.capacity import Seat, Timeslot, TimeslotKind, seat_id
from kundcenter.domain.freed_times import FreedState, FreedTime, freed_id, kept_seats
from kundcenter.ports import Work


def freed(work: Work, timeslot: Timeslot, seat: Seat) -> FreedTime | None:
    """The seat, as it was let go, is one item of work; None when there is nothing to fill.

    Nothing is left of a time that has begun or cannot be booked any more, and of a seat that the
    timeslot has no more.  A seat is freed once in each generation, however often it is told.
    """
    ended = work.now >= min(timeslot.starts_at, timeslot.cutoff_at)
    if timeslot.kind is not TimeslotKind.VISIT or ended or seat.number > timeslot.capacity:
        return None
    id = freed_id(seat.id, seat.generation)
    there = work.freed_times.find(id)
    if there is not None:
        return there
    item = FreedTime(
        id,
        timeslot.id,
        timeslot.unit_id,
        seat.number,
        seat.generation,
        timeslot.starts_at,
        released_at=work.now,
    )
    work.freed_times.put(item)
    return item


def filled(work: Work, timeslot_id: UUID, seat_number: int, generation: int) -> None:
    """The seat is booked in that generation: if it was a freed time, it is one no more."""
    item = work.freed_times.find(freed_id(seat_id(timeslot_id, seat_number), generation))
    if item is not None:
        work.freed_times.put(item.over(FreedState.FILLED))


def spoken_for(work: Work, timeslot_id: UUID) -> frozenset[int]:
    """The numbers of the timeslot's seats that are offered to somebody at this moment.

    They are free, but nobody else gets them until the offer is answered or its time is up.
    """
    seats = work.timeslots.seats(timeslot_id)
    offers = work.freed_times.offers([freed_id(s.id, s.generation) for s in seats])
    return kept_seats(seats, offers, work.arrived)
