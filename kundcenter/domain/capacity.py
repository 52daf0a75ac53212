"""Everything with limited room in one model: an interval has seats, and each seat one holder.

A place in a unit's call-back queue and a booked time are the same thing: somebody holds a seat of
a timeslot.  How much room there is, is no count but the seats themselves: the row of a seat is one,
and has one holder or none (RELIABILITY §2.7).  When a seat is let go, its generation grows; what is
offered is offered once per generation.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from uuid import UUID, uuid5

from kundcenter.domain.calendar import is_instant, local
from kundcenter.domain.text import line
from kundcenter.errors import NotFound, Refused

MOST_SEATS = 500  # of one timeslot
ALTERNATIVES = 3  # how many other times are named when one is refused


class TimeslotNotFound(NotFound):
    """No timeslot has the id.  Facts: id."""

    code = "timeslot.not_found"


class TimeslotFull(Refused):
    """Every seat is held.  Facts: id, times (what is free instead, as `told_times` writes it)."""

    code = "timeslot.full"


class TimeslotClosed(Refused):
    """Nobody is placed there any more.  Facts: id, times."""

    code = "timeslot.closed"


class TimeslotLate(Refused):
    """What was claimed came after the last moment for it.  Facts: id, times."""

    code = "timeslot.late"


class CapacityInvalid(Refused):
    """A timeslot has from none to MOST_SEATS seats, and ends after it begins.  Facts: field."""

    code = "timeslot.capacity_invalid"


class SeatLost(Refused):
    """Somebody else holds the seat, or it was let go since.  Facts: id (the timeslot's), times."""

    code = "timeslot.seat_lost"


class TimeslotKind(StrEnum):
    CALLBACK = "ATERUPPRINGNING"  # an interval in which a unit calls back
    VISIT = "BESOK"  # a time at which somebody comes, or is called by appointment


@dataclass(frozen=True, slots=True)
class Timeslot:
    """An interval at a unit with room for `capacity`.

    `category` is the menu category of a call-back queue (`MenuCategory`), or the time type of a
    visit (timeTypeID of crm:scheduling).  From `cutoff_at` on nothing is placed in it.  `queue_id`
    is the call-back queue it belongs to.  The fields from `care_type` on are of visits.
    """

    id: UUID
    kind: TimeslotKind
    unit_id: UUID
    category: str
    starts_at: datetime
    ends_at: datetime
    capacity: int
    cutoff_at: datetime
    queue_id: UUID | None = None
    closed: bool = False
    care_type: str = ""
    performer: str = ""
    resource: str = ""
    within_guarantee: bool | None = None
    source: str = ""  # the number that the unit's own booking system gives it

    def checked(self) -> Timeslot:
        """The timeslot as it is stored.  Raises CapacityInvalid, TextInvalid."""
        for name in ("starts_at", "ends_at", "cutoff_at"):
            if not is_instant(getattr(self, name)):
                raise CapacityInvalid(field=name)
        if self.ends_at <= self.starts_at:
            raise CapacityInvalid(field="ends_at")
        if self.cutoff_at > self.ends_at:
            raise CapacityInvalid(field="cutoff_at")
        return replace(
            self.resized(self.capacity),
            category=line(self.category, "category"),
            care_type=line(self.care_type, "care_type"),
            performer=line(self.performer, "performer"),
            resource=line(self.resource, "resource"),
            source=line(self.source, "source"),
        )

    def resized(self, capacity: int) -> Timeslot:
        """With room for so many.  Who is placed already stays.  Raises CapacityInvalid."""
        if not 0 <= capacity <= MOST_SEATS:
            raise CapacityInvalid(field="capacity")
        return replace(self, capacity=capacity)


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat: `number` counts from 1.  `held_by` is the call-back or booking that has it."""

    id: UUID
    timeslot_id: UUID
    number: int
    generation: int = 0
    held_by: UUID | None = None

    def given(self, holder: UUID) -> Seat:
        return replace(self, held_by=holder)

    def let_go(self) -> Seat:
        """Free again: the next holder is another generation's."""
        return replace(self, held_by=None, generation=self.generation + 1)


@dataclass(frozen=True, slots=True)
class Room:
    """A timeslot with how much of it is free, as this store knows it.

    `held` counts the seats that somebody has; of them `offered` are kept by an offer.
    """

    timeslot: Timeslot
    held: int
    offered: int = 0

    @property
    def free(self) -> int:
        return 0 if self.timeslot.closed else max(0, self.timeslot.capacity - self.held)

    @property
    def overbooked(self) -> bool:
        """More are placed than there is room for: it was made smaller afterwards."""
        return self.held > self.timeslot.capacity


def timeslot_id(queue_id: UUID, starts_at: datetime) -> UUID:
    """The id of a queue's interval: every desk gives the same interval the same id."""
    return uuid5(queue_id, starts_at.astimezone(UTC).isoformat(timespec="minutes"))


def seat_id(timeslot_id: UUID, number: int) -> UUID:
    """The id of a seat: there is one row of it, so one holder, at any desk and at the centre."""
    return uuid5(timeslot_id, str(number))


def free_seat(
    timeslot: Timeslot,
    seats: Iterable[Seat],
    arrived: datetime,
    *,
    number: int = 0,
    spared: Collection[int] = (),
) -> Seat:
    """The first free seat, or the one with the `number`.

    `seats` are those of the timeslot that have a row; those in `spared` are somebody's to be.
    `arrived` is when the store that decides was asked.  In a timeslot that was made smaller nobody
    is placed before fewer are left than it has room for, whichever seats they have.  Raises
    TimeslotClosed, TimeslotLate, TimeslotFull, and SeatLost of a `number`; the verb adds `times`.
    """
    if timeslot.closed:
        raise TimeslotClosed(id=timeslot.id)
    if arrived >= timeslot.cutoff_at:
        raise TimeslotLate(id=timeslot.id)
    rows = {seat.number: seat for seat in seats}
    taken = {seat.number for seat in rows.values() if seat.held_by is not None}
    if number and (number in taken or not 1 <= number <= timeslot.capacity):
        raise SeatLost(id=timeslot.id)
    numbers = range(1, timeslot.capacity + 1)
    if not number:
        taken |= set(spared) & set(numbers)
    free = number or next((n for n in numbers if n not in taken), 0)
    if not free or len(taken) >= timeslot.capacity:
        raise TimeslotFull(id=timeslot.id)
    return rows.get(free) or Seat(seat_id(timeslot.id, free), timeslot.id, free)


def proposed(rooms: Iterable[Room], instead_of: datetime, now: datetime) -> tuple[Room, ...]:
    """What is said instead of a time that cannot be had: the nearest that are free, in order.

    The first one of a later day is always among them (RELIABILITY 2.7, rule 9), so that what the
    day can no longer give is seen.
    """
    free = sorted(
        (each for each in rooms if each.free and each.timeslot.cutoff_at > now), key=_beginning
    )
    asked = local(instead_of).date()
    later = [each for each in free if local(each.timeslot.starts_at).date() > asked]
    near = sorted(free, key=lambda each: abs(each.timeslot.starts_at - instead_of))
    found = later[:1] + [each for each in near if each not in later[:1]][: ALTERNATIVES - 1]
    if len(found) < ALTERNATIVES:
        found += [each for each in near if each not in found][: ALTERNATIVES - len(found)]
    return tuple(sorted(found, key=_beginning))


def told_times(rooms: Iterable[Room]) -> str:
    """When the first ALTERNATIVES rooms that are free begin, as a fact of an error.

    Instants as ISO 8601 writes them, with a space between.
    """
    free = [each.timeslot.starts_at for each in rooms if each.free]
    return " ".join(at.astimezone(UTC).isoformat() for at in free[:ALTERNATIVES])


def read_times(told: str) -> tuple[datetime, ...]:
    """What `told_times` wrote."""
    return tuple(datetime.fromisoformat(each) for each in told.split())


def rooms_of(timeslots: Iterable[Timeslot], held: Mapping[UUID, int]) -> tuple[Room, ...]:
    """Each timeslot with how many of its seats are held, in the order of their beginnings."""
    return tuple(sorted((Room(each, held.get(each.id, 0)) for each in timeslots), key=_beginning))


def _beginning(room: Room) -> tuple[datetime, UUID]:
    return room.timeslot.starts_at, room.timeslot.id
