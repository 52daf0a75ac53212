"""Who works when: the turns of the roster (DOMAIN §12, §15).

A turn is planned; that somebody was there is a presence.  Instants are in UTC, so that a night on
which clocks are moved has its real length.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.calendar import at_clock, is_instant, local
from kundcenter.domain.supervision.roster_terms import (
    MOST_BREAKS,
    Pattern,
    PlannedBreak,
    clean_code,
)
from kundcenter.domain.text import line
from kundcenter.errors import Conflict, NotFound, Refused

LONGEST = timedelta(hours=25)  # a whole day, also on the night with one hour more
LONGEST_LOOK = timedelta(days=366)  # what one asks of the roster
_HOUR = timedelta(hours=1)
YEARS = range(2000, 2100)  # in which anybody works: what is typed may be any year
IMPORT_LIMIT = 2_000  # turns in one operation: a month of forty

# Whoever may be at work with others on the roster; the rest have no turns.
WORKING = (
    Role.NURSE,
    Role.SUPERVISOR_NURSE,
    Role.SWITCHBOARD,
    Role.SUPERVISOR_SWITCHBOARD,
    Role.SERVICE_DESK,
    Role.MEDICAL_LEAD,
    Role.CASE_HANDLER,
)
# Whoever counts when one asks whether a nurse is alone (DOMAIN §12).
NURSING = frozenset({Role.NURSE, Role.SUPERVISOR_NURSE})


class WorkTurnNotFound(NotFound):
    """No turn has the id.  Facts: id."""

    code = "work_turn.not_found"


class WorkTurnStale(Conflict):
    """Somebody has changed the turn since.  Facts: id, number (the latest's)."""

    code = "work_turn.stale"


class WorkTurnTaken(Refused):
    """The operator works another turn at that time.

    Facts: id (of the other turn; None when both come in together); when several come in
    together also row (from 1).
    """

    code = "work_turn.taken"


class WorkTurnsTooMany(Refused):
    """More turns at once than one operation takes.  Facts: count, limit."""

    code = "work_turn.too_many"


class WorkTurnFault(StrEnum):
    """What is wrong with a field."""

    TIME = "time"  # no instant on a whole minute
    PERIOD = "period"  # ends before it begins, or is too long
    PATTERN = "pattern"  # no code of a pattern
    ROLE = "role"  # not one that is worked, or not one the operator has
    BREAKS = "breaks"  # outside the turn, out of order, too many, or nothing is left to work


class WorkTurnInvalid(Refused):
    """A field of the turn cannot be kept.

    Facts: field, fault; when several come in together also row (from 1).
    """

    code = "work_turn.invalid"


@dataclass(frozen=True, slots=True)
class TurnPlan:
    """What a roster says of one turn: as in WorkTurn."""

    operator_id: UUID
    role: Role
    pattern: str
    starts_at: datetime
    ends_at: datetime
    breaks: tuple[PlannedBreak, ...] = ()
    comment: str = ""

    def checked(self) -> TurnPlan:
        """The plan as it is stored.  Raises WorkTurnInvalid, TextInvalid."""
        self._check_times()
        code = clean_code(self.pattern) if self.pattern else ""
        if code is None:
            raise WorkTurnInvalid(field="pattern", fault=WorkTurnFault.PATTERN)
        if self.role not in WORKING:
            raise WorkTurnInvalid(field="role", fault=WorkTurnFault.ROLE)
        self._check_breaks()
        return replace(self, pattern=code, comment=line(self.comment, "comment"))

    def _check_times(self) -> None:
        """Whole minutes, and no longer than from one time to the same on the next day."""
        checked_between(self.starts_at, self.ends_at, LONGEST)
        if local(self.starts_at).year not in YEARS:
            raise WorkTurnInvalid(field="starts_at", fault=WorkTurnFault.TIME)
        for field, at in (("starts_at", self.starts_at), ("ends_at", self.ends_at)):
            if not is_minute(at):
                raise WorkTurnInvalid(field=field, fault=WorkTurnFault.TIME)
        clock = local(self.starts_at)
        if self.ends_at > at_clock(clock.date() + timedelta(days=1), clock.time()):
            raise WorkTurnInvalid(field="ends_at", fault=WorkTurnFault.PERIOD)

    def _check_breaks(self) -> None:
        last, left = self.starts_at, self.ends_at - self.starts_at
        wrong = WorkTurnInvalid(field="breaks", fault=WorkTurnFault.BREAKS)
        if len(self.breaks) > MOST_BREAKS:
            raise wrong
        for each in self.breaks:
            if not (is_minute(each.starts_at) and is_minute(each.ends_at)):
                raise wrong
            if not last <= each.starts_at < each.ends_at <= self.ends_at:
                raise wrong
            last = each.ends_at
            left -= timedelta() if each.kind.worked else each.ends_at - each.starts_at
        if not left:
            raise wrong

    def turn(self, id: UUID, number: int = 1) -> WorkTurn:
        """The turn on the roster, in one of its versions."""
        return WorkTurn(
            id,
            self.operator_id,
            self.role,
            self.pattern,
            self.starts_at,
            self.ends_at,
            self.breaks,
            number,
            comment=self.comment,
        )

    def overlaps(self, other: TurnPlan) -> bool:
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at

    @property
    def day(self) -> date:
        """The day on which it begins in Sweden."""
        return local(self.starts_at).date()


@dataclass(frozen=True, slots=True)
class WorkTurn:
    """One operator works from one instant until another, as `role`.

    `pattern` is the code of the pattern that it was made of, or nothing when its times are its
    own.  `breaks` are in order.
    """

    id: UUID
    operator_id: UUID
    role: Role
    pattern: str
    starts_at: datetime
    ends_at: datetime
    breaks: tuple[PlannedBreak, ...] = ()
    number: int = 1
    removed_at: datetime | None = None
    comment: str = ""

    @property
    def plan(self) -> TurnPlan:
        return TurnPlan(
            self.operator_id,
            self.role,
            self.pattern,
            self.starts_at,
            self.ends_at,
            self.breaks,
            self.comment,
        )

    def replanned(self, plan: TurnPlan) -> WorkTurn:
        """The next version of the turn."""
        return plan.turn(self.id, self.number + 1)

    def removed(self, at: datetime) -> WorkTurn:
        """Off the roster; what it was is kept."""
        return replace(self, number=self.number + 1, removed_at=at)

    @property
    def day(self) -> date:
        """The day on which it begins in Sweden."""
        return self.plan.day

    def covers(self, at: datetime) -> bool:
        """Whether somebody is to be at work at the time by this turn; its end is not of it."""
        return self.removed_at is None and self.starts_at <= at < self.ends_at


def clock_within(begins: datetime, at: datetime) -> time:
    """What the clock shows then, as it is said of a turn that begins at `begins`.

    Said again of that turn it is the same instant.  In the night when an hour is missing 03:15 is
    also 02:15, which is said when 03:15 would be taken for a time on the first day.
    """
    first, shown = local(begins), local(at)
    if shown.date() > first.date() and shown.time() > first.time():
        before = local(at - _HOUR).utcoffset() or timedelta()
        shown = (at + before).replace(tzinfo=None)
    return shown.time().replace(fold=0)


def planned(pattern: Pattern, day: date, operator_id: UUID, role: Role) -> TurnPlan:
    """The turn of a pattern that begins on the day."""
    starts_at, ends_at = pattern.bounds(day)
    return TurnPlan(operator_id, role, pattern.code, starts_at, ends_at, pattern.breaks_on(day))


def is_minute(at: datetime) -> bool:
    """Whether it is an instant on a whole minute."""
    return is_instant(at) and not (at.second or at.microsecond)


def checked_between(
    starts_at: datetime, ends_at: datetime, longest: timedelta = LONGEST_LOOK
) -> None:
    """Raise WorkTurnInvalid unless both are instants, in order, at most so far apart."""
    for field, at in (("starts_at", starts_at), ("ends_at", ends_at)):
        if not is_instant(at):
            raise WorkTurnInvalid(field=field, fault=WorkTurnFault.TIME)
    if not timedelta() < ends_at - starts_at <= longest:
        raise WorkTurnInvalid(field="ends_at", fault=WorkTurnFault.PERIOD)


def in_order(turns: Iterable[WorkTurn]) -> tuple[WorkTurn, ...]:
    """By beginning, end and id: never by a figure of whoever works."""
    return tuple(sorted(turns, key=lambda each: (each.starts_at, each.ends_at, each.id)))
