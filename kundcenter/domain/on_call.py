"""Who is on call, in which order, and who stands in (DOMAIN §14, FEATURES row 82)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.calendar import is_instant
from kundcenter.domain.phone_numbers import stored
from kundcenter.domain.text import line
from kundcenter.errors import Conflict, NotFound, Refused

FUNCTION_LIMIT = 100  # characters
LAST_PLACE = 99
LONGEST = timedelta(days=366)  # a turn, and what one asks of the roster
IMPORT_LIMIT = 500  # turns in one operation


class DutyNotFound(NotFound):
    """No turn on call has the id.  Facts: id."""

    code = "duty.not_found"


class DutyStale(Conflict):
    """Somebody has changed the turn since.  Facts: id, number (the latest's)."""

    code = "duty.stale"


class DutyTaken(Refused):
    """Somebody else has the same place in the order at that time.

    Facts: id (of the other turn); when several come in together also row (from 1).
    """

    code = "duty.taken"


class DutiesTooMany(Refused):
    """More turns at once than one operation takes.  Facts: count, limit."""

    code = "duty.too_many"


class TurnFault(StrEnum):
    """What is wrong with a field."""

    EMPTY = "empty"
    PHONE = "phone"  # no number that could be dialled
    PLACE = "place"  # no place in an order
    PERIOD = "period"  # ends before it begins, or lasts for years
    TIME = "time"  # no instant


class TurnInvalid(Refused):
    """A field of the turn cannot be kept.

    Facts: field, fault; when several come in together also row (from 1).
    """

    code = "duty.invalid"


@dataclass(frozen=True, slots=True)
class Turn:
    """What a roster says of one turn: as in Duty."""

    function: str
    unit_id: UUID | None
    starts_at: datetime
    ends_at: datetime
    place: int
    phone: str
    name: str = ""
    deputy: bool = False
    comment: str = ""

    def checked(self) -> Turn:
        """The turn as it is stored.  Raises TurnInvalid, TextInvalid."""
        function = line(self.function, "function", limit=FUNCTION_LIMIT)
        if not function:
            raise TurnInvalid(field="function", fault=TurnFault.EMPTY)
        checked_between(self.starts_at, self.ends_at)
        if not 1 <= self.place <= LAST_PLACE:
            raise TurnInvalid(field="place", fault=TurnFault.PLACE)
        number = stored(self.phone)
        if number is None:
            raise TurnInvalid(field="phone", fault=TurnFault.PHONE)
        return replace(
            self,
            function=function,
            phone=number.value,
            name=line(self.name, "name"),
            comment=line(self.comment, "comment"),
        )

    @property
    def order_place(self) -> tuple[str, UUID | None, int, bool]:
        """The place in an order: of two turns with the same one, only one goes on at a time."""
        return _folded(self.function), self.unit_id, self.place, self.deputy

    def duty(self, id: UUID, number: int = 1) -> Duty:
        """The turn on the roster, in one of its versions."""
        return Duty(
            id,
            self.function,
            self.unit_id,
            self.starts_at,
            self.ends_at,
            self.place,
            self.phone,
            self.name,
            self.deputy,
            self.comment,
            number,
        )

    def same_time(self, other: Turn) -> bool:
        return (self.starts_at, self.ends_at) == (other.starts_at, other.ends_at)

    def overlaps(self, other: Turn) -> bool:
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


@dataclass(frozen=True, slots=True)
class Duty:
    """One turn: a function is reached at a number from one instant until another.

    `place` is the order in which one rings, 1 first; a deputy is rung when no one of the same
    function answers.  `name` is the function's holder as the roster gives it, or nothing.
    """

    id: UUID
    function: str
    unit_id: UUID | None
    starts_at: datetime
    ends_at: datetime
    place: int
    phone: str
    name: str = ""
    deputy: bool = False
    comment: str = ""
    number: int = 1
    removed_at: datetime | None = None

    @property
    def turn(self) -> Turn:
        return Turn(
            self.function,
            self.unit_id,
            self.starts_at,
            self.ends_at,
            self.place,
            self.phone,
            self.name,
            self.deputy,
            self.comment,
        )

    def reworded(self, turn: Turn) -> Duty:
        """The next version of the turn."""
        return turn.duty(self.id, self.number + 1)

    def removed(self, at: datetime) -> Duty:
        """Off the roster; what it was is kept."""
        return replace(self, number=self.number + 1, removed_at=at)

    def covers(self, at: datetime) -> bool:
        """Whether somebody is on call at the time by this turn; its end is not of it."""
        return self.removed_at is None and self.starts_at <= at < self.ends_at


def checked_between(starts_at: datetime, ends_at: datetime) -> None:
    """Raise TurnInvalid unless both are instants, in order, at most a year apart."""
    for field, at in (("starts_at", starts_at), ("ends_at", ends_at)):
        if not is_instant(at):
            raise TurnInvalid(field=field, fault=TurnFault.TIME)
    if not timedelta() < ends_at - starts_at <= LONGEST:
        raise TurnInvalid(field="ends_at", fault=TurnFault.PERIOD)


def ranked(duties: Iterable[Duty], at: datetime) -> tuple[tuple[str, tuple[Duty, ...]], ...]:
    """Whom one rings at the time: by function, in order, the deputies last."""
    found: dict[str, list[Duty]] = {}
    for duty in sorted(duties, key=_in_order):
        if duty.covers(at):
            found.setdefault(_folded(duty.function), []).append(duty)
    return tuple((each[0].function, tuple(each)) for _, each in sorted(found.items()))


def _in_order(duty: Duty) -> tuple[bool, int, datetime, UUID]:
    return duty.deputy, duty.place, duty.starts_at, duty.id


def _folded(function: str) -> str:
    return function.casefold()
