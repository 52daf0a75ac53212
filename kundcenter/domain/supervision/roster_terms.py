"""The region's shifts: when each begins and ends by the clock, with its breaks (DOMAIN §10, §12).

An edition is never changed; the latest is in force.  Before the first is published `PATTERNS` and
`LIMITS` are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from kundcenter.domain.calendar import DayClass, at_clock, day_class, shift_bounds
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.text import line
from kundcenter.errors import Conflict, NotFound, Refused

NAME_LIMIT = 60  # characters
MOST_PATTERNS = 60
MOST_BREAKS = 10
LONGEST_BREAK = 240  # minutes

_CODE = re.compile(r"[A-ZÅÄÖ0-9][A-ZÅÄÖ0-9+/\-]{0,7}")
_DAY = timedelta(days=1)


class RosterTermsNotFound(NotFound):
    """No edition has the id.  Facts: id."""

    code = "roster_terms.not_found"


class RosterTermsInvalid(Refused):
    """The edition cannot be published as it is.

    Facts: field; of a pattern also row (from 1), of one of its breaks also break_row (from 1).
    """

    code = "roster_terms.invalid"


class RosterTermsStale(Conflict):
    """Somebody has published an edition meanwhile.  Facts: number."""

    code = "roster_terms.stale"


@dataclass(frozen=True, slots=True)
class PlannedBreak:
    """One break of one turn, as instants; the end is not of it."""

    kind: BreakKind
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class PatternBreak:
    """A break at a time by the clock, so many minutes long."""

    kind: BreakKind
    starts: time
    minutes: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """One kind of shift.  `ends` at or before `starts` is on the next day: equal is a whole day.

    `days` are the classes of the day on which it begins when it is usually worked; an empty one is
    every day.  One that is not used any more is `ended`: old turns keep its code.
    """

    code: str
    name: str
    starts: time
    ends: time
    days: tuple[DayClass, ...] = ()
    breaks: tuple[PatternBreak, ...] = ()
    ended: bool = False

    def usual_on(self, day: date) -> bool:
        return not self.days or day_class(day) in self.days

    def bounds(self, day: date) -> tuple[datetime, datetime]:
        """When the shift that begins on the day does so and when it ends, in UTC.

        On the two nights when clocks are moved it is an hour shorter or longer.
        """
        return shift_bounds(day, self.starts, self.ends)

    def breaks_on(self, day: date) -> tuple[PlannedBreak, ...]:
        """Its breaks on the day, in order.

        Where an hour is missing one may come later, and begins when the one before is over; what
        would go on after the shift is cut off.
        """
        begins, ends = self.bounds(day)
        found: list[PlannedBreak] = []
        last = begins
        for each in self.breaks:
            its_day = day if each.starts >= self.starts else day + _DAY
            start = max(at_clock(its_day, each.starts), last)
            last = min(start + timedelta(minutes=each.minutes), ends)
            if start < last:
                found.append(PlannedBreak(each.kind, start, last))
        return tuple(found)

    def after(self, clock: time) -> timedelta:
        """How long after its beginning a clock shows the time, on a day without a change."""
        return (_on_face(clock) - _on_face(self.starts)) % _DAY

    @property
    def length(self) -> timedelta:
        """From beginning to end on a day when no clock is moved."""
        return self.after(self.ends) or _DAY


@dataclass(frozen=True, slots=True)
class RosterLimits:
    """How much of the working time may be active advice, in per cent (DOMAIN §12).

    From `warn_percent` somebody is told, above `most_percent` it is marked: over one shift, and
    over so many weeks.
    """

    warn_percent: int = 70
    most_percent: int = 75
    weeks: int = 4


@dataclass(frozen=True, slots=True)
class RosterTerms:
    """One edition.  `demonstration` says that it was invented and is to be replaced."""

    id: UUID
    number: int
    patterns: tuple[Pattern, ...]
    limits: RosterLimits
    published_at: datetime
    published_by: UUID
    comment: str = ""
    demonstration: bool = False


def _breaks(told: str) -> tuple[PatternBreak, ...]:
    """`PAUS 09:30 15, RAST 12:00 45`."""
    cells = (each.split() for each in told.split(", "))
    return tuple(
        PatternBreak(BreakKind(kind), time.fromisoformat(starts), int(minutes))
        for kind, starts, minutes in cells
    )


# Before the region has published its own (PROP); the night is the one of DOMAIN §10.
PATTERNS = (
    Pattern(
        "D", "Dag", time(7), time(16), breaks=_breaks("PAUS 09:30 15, RAST 12:00 45, PAUS 14:15 15")
    ),
    Pattern(
        "K",
        "Kväll",
        time(13),
        time(22),
        breaks=_breaks("PAUS 15:00 15, RAST 17:00 45, PAUS 19:30 15"),
    ),
    Pattern("N", "Natt", time(21), time(7), breaks=_breaks("PAUS 00:30 30, PAUS 04:00 30")),
)
LIMITS = RosterLimits()


def checked_patterns(patterns: Iterable[Pattern]) -> tuple[Pattern, ...]:
    """Patterns as they are kept: each code once, at least one in use, breaks in order.

    Raises RosterTermsInvalid (facts field, row, break_row), TextInvalid.
    """
    good: list[Pattern] = []
    met: set[str] = set()
    for row, each in enumerate(patterns, 1):
        pattern = _checked(each, row)
        if pattern.code in met or row > MOST_PATTERNS:
            raise RosterTermsInvalid(field="code", row=row)
        met.add(pattern.code)
        good.append(pattern)
    if all(each.ended for each in good):
        raise RosterTermsInvalid(field="patterns")
    return tuple(good)


def must_stay(before: Iterable[Pattern], after: Iterable[Pattern]) -> None:
    """Raise RosterTermsInvalid (facts field) when a code that was published is gone."""
    if {each.code for each in before} - {each.code for each in after}:
        raise RosterTermsInvalid(field="patterns")


def checked_limits(limits: RosterLimits) -> RosterLimits:
    """The limits, if they may be meant.  Raises RosterTermsInvalid (facts field)."""
    if not 1 <= limits.warn_percent <= 100:
        raise RosterTermsInvalid(field="warn_percent")
    if not limits.warn_percent <= limits.most_percent <= 100:
        raise RosterTermsInvalid(field="most_percent")
    if not 1 <= limits.weeks <= 52:
        raise RosterTermsInvalid(field="weeks")
    return limits


def varied(
    pattern: Pattern | None,
    starts: time | None = None,
    ends: time | None = None,
    breaks: Iterable[PatternBreak] | None = None,
) -> Pattern:
    """The pattern with times of its own; without a pattern both must be given.

    Of its breaks those stay that lie within the new times, when no others are given.  Look with
    `breaks_fit` whether those given do.  Raises ValueError.
    """
    if pattern is None:
        if starts is None or ends is None:
            raise ValueError("without a pattern a turn needs a beginning and an end")
        pattern = Pattern("", "", starts, ends)
    moved = replace(pattern, starts=starts or pattern.starts, ends=ends or pattern.ends)
    if breaks is None:
        kept = (each for each in pattern.breaks if _fits(moved, each))
        return replace(moved, breaks=_by_time(moved, kept))
    return replace(moved, breaks=_by_time(moved, breaks))


def breaks_fit(pattern: Pattern) -> bool:
    """Whether its breaks are in order and within it, and something is left to work."""
    try:
        _checked_breaks(pattern, 1)
    except RosterTermsInvalid:
        return False
    return True


def clean_code(text: str) -> str | None:
    """A pattern's code as it is kept: capital letters; None when it cannot be one."""
    code = text.strip().upper()
    return code if _CODE.fullmatch(code) else None


def in_force(terms: RosterTerms | None) -> tuple[tuple[Pattern, ...], RosterLimits]:
    """What counts: of the edition, or what counts before the first."""
    return (terms.patterns, terms.limits) if terms else (PATTERNS, LIMITS)


def _checked(pattern: Pattern, row: int) -> Pattern:
    code = clean_code(pattern.code)
    if code is None:
        raise RosterTermsInvalid(field="code", row=row)
    name = line(pattern.name, "name", limit=NAME_LIMIT)
    if not name:
        raise RosterTermsInvalid(field="name", row=row)
    for field in ("starts", "ends"):
        if not _whole_minute(getattr(pattern, field)):
            raise RosterTermsInvalid(field=field, row=row)
    days = tuple(day for day in DayClass if day in pattern.days)
    return replace(pattern, code=code, name=name, days=days, breaks=_checked_breaks(pattern, row))


def _fits(pattern: Pattern, each: PatternBreak) -> bool:
    return pattern.after(each.starts) + timedelta(minutes=each.minutes) <= pattern.length


def _by_time(pattern: Pattern, breaks: Iterable[PatternBreak]) -> tuple[PatternBreak, ...]:
    return tuple(sorted(breaks, key=lambda each: pattern.after(each.starts)))


def _checked_breaks(pattern: Pattern, row: int) -> tuple[PatternBreak, ...]:
    """In the order in which they come, each after the one before and within the shift."""
    last, left = timedelta(), pattern.length
    good: list[PatternBreak] = []
    for at, each in enumerate(pattern.breaks, 1):
        if not 1 <= each.minutes <= LONGEST_BREAK or at > MOST_BREAKS:
            raise RosterTermsInvalid(field="minutes", row=row, break_row=at)
        long = timedelta(minutes=each.minutes)
        begins = pattern.after(each.starts) if _whole_minute(each.starts) else None
        if begins is None or begins < last or begins + long > pattern.length:
            raise RosterTermsInvalid(field="break", row=row, break_row=at)
        last = begins + long
        left -= timedelta() if each.kind.worked else long
        good.append(each)
    if not left:
        raise RosterTermsInvalid(field="break", row=row, break_row=len(good))
    return tuple(good)


def _whole_minute(clock: time) -> bool:
    return clock.tzinfo is None and not (clock.second or clock.microsecond)


def _on_face(clock: time) -> timedelta:
    return datetime.combine(date.min, clock, UTC) - datetime.combine(date.min, time(), UTC)
