"""When a unit is open: weekly hours, holidays and eves, days of exception, and what is next.

A unit has three timetables (DOMAIN §10): vardag, lördag or eve, söndag or public holiday.  Days
are counted 1 Monday to 7 Sunday, and times in minutes after midnight on a Swedish clock, as HSA
gives them (DOMAIN §9.6); 1 440 is the end of the day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from kundcenter.domain.calendar import at_clock, day_bounds, eve_on, is_public_holiday, local
from kundcenter.domain.text import line
from kundcenter.errors import Refused

MIDNIGHT = 1_440  # minutes: the end of a day
COMMENT_LIMIT = 100
SPANS_LIMIT = 60
EXCEPTIONS_LIMIT = 100
NEXT_WITHIN = 366  # days that the next opening is looked for
ENDLESS = timedelta(days=14)  # open for longer than this is open always

_SATURDAY, _SUNDAY = 6, 7
_ONE_DAY = timedelta(days=1)
_MINUTES = tuple(timedelta(minutes=count) for count in range(MIDNIGHT))

Piece = tuple[int, int, str]  # opens, closes (may be over midnight, below 2 880), comment
Stretch = tuple[datetime, datetime, str]  # the same as instants in UTC


class HoursInvalid(Refused):
    """Opening hours that cannot be.

    Facts: field (spans, exceptions), at (which of them, from 1), limit (how many there may be).
    """

    code = "hours.invalid"


class HoursTooMany(HoursInvalid):
    """More than a unit can have.  Facts: field, at, limit."""

    code = "hours.too_many"


@dataclass(frozen=True, slots=True)
class Span:
    """Open from a time of one weekday until a time of the same or a later one.

    `opens` is 0–1 439 and `closes` 1–1 440, minutes after midnight.  It is one stretch: Monday
    08:00 until Friday 17:00 is open all the nights between.  It belongs to the day on which it
    begins when it is at most 24 hours long; a longer one is a stretch of its own on each day.
    """

    from_day: int
    opens: int
    to_day: int
    closes: int
    comment: str = ""

    @property
    def length(self) -> int:
        """In minutes; 0 or less when it ends before it begins on the same day."""
        return (self.to_day - self.from_day) % 7 * MIDNIGHT + self.closes - self.opens

    @property
    def possible(self) -> bool:
        days = 1 <= self.from_day <= _SUNDAY and 1 <= self.to_day <= _SUNDAY
        return days and _clock(self.opens, self.closes) and self.length > 0


@dataclass(frozen=True, slots=True)
class OtherHours:
    """Other hours from one day through another: closed all day, or open between two times.

    Each of the days is open from `opens` until `closes`, which is the next day's when it is not
    later.  The same days may come again with other times: open in the morning and the afternoon.
    """

    first: date
    last: date
    opens: int | None = None  # None: closed all day
    closes: int | None = None
    comment: str = ""

    @property
    def possible(self) -> bool:
        if self.opens is None or self.closes is None:
            return self.opens is self.closes and self.first <= self.last
        return _clock(self.opens, self.closes) and self.first <= self.last


@dataclass(frozen=True, slots=True)
class Hours:
    """All that is known of when a unit is open.

    On a public holiday Sunday's hours hold, on the three eves Saturday's, unless the unit says
    otherwise.  No spans at all: nobody knows when it is open, which is not the same as closed.
    """

    spans: tuple[Span, ...] = ()
    exceptions: tuple[OtherHours, ...] = ()
    holidays_as_sunday: bool = True
    eves_as_saturday: bool = True

    def checked(self) -> Hours:
        """The hours as they are stored: in order, each once.

        Raises HoursInvalid, HoursTooMany, TextInvalid.
        """
        _must("spans", [span.possible for span in self.spans], SPANS_LIMIT)
        _must("exceptions", [other.possible for other in self.exceptions], EXCEPTIONS_LIMIT)
        spans = {replace(span, comment=_comment(span.comment)) for span in self.spans}
        others = {replace(other, comment=_comment(other.comment)) for other in self.exceptions}
        in_order = sorted(others, key=_of_other)
        for at, (earlier, later) in enumerate(pairwise(in_order), start=2):
            if not _apart(earlier, later):
                raise HoursInvalid(field="exceptions", at=at, limit=EXCEPTIONS_LIMIT)
        return replace(self, spans=tuple(sorted(spans, key=_of_span)), exceptions=tuple(in_order))


class OpenState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"  # nobody has told


@dataclass(frozen=True, slots=True)
class Opening:
    """Whether a unit is open at an instant, and until when.

    `closes_at` is for what is open: None when it does not close within 14 days.  `opens_at` is
    for what is not: the next opening within 366 days, None when there is none.
    """

    state: OpenState
    closes_at: datetime | None = None
    opens_at: datetime | None = None
    comment: str = ""


_UNKNOWN = Opening(OpenState.UNKNOWN)


def effective_weekday(day: date, hours: Hours) -> int:
    """Whose weekday's hours hold on the day: 7 on a public holiday, 6 on one of the three eves."""
    return _weekday(day, hours.holidays_as_sunday, hours.eves_as_saturday)


def opening_at(hours: Hours, at: datetime) -> Opening:
    """Whether it is open at the instant, and when that changes.

    Stretches that meet (… 24:00, 00:00 …) are one.  With no spans, only the days of exception are
    known.  Raises ValueError for a time without a zone.
    """
    today = local(at).date()
    if not hours.spans and not hours.exceptions:
        return _UNKNOWN
    before = (*_stretches(hours, today - _ONE_DAY), *_stretches(hours, today))
    covering = [each for each in before if each[0] <= at < each[1]]
    if covering:
        closes_at = _end(hours, at, today, before)
        return Opening(OpenState.OPEN, closes_at, None, _told(covering))
    opens_at = min((each[0] for each in before if each[0] > at), default=None)
    opens_at = opens_at or _next(hours, today)
    pieces = _pieces(hours, today)
    state = OpenState.UNKNOWN if pieces is None else OpenState.CLOSED
    closed = (o.comment for o in hours.exceptions if o.opens is None and o.first <= today <= o.last)
    return Opening(state, None, opens_at, next(closed, ""))


def is_open(hours: Hours, at: datetime) -> bool:
    """Whether it is known to be open: the quick half of `opening_at`."""
    if not hours.spans and not hours.exceptions:
        return False
    today = local(at).date()
    days = (today, today - _ONE_DAY)
    return any(start <= at < end for day in days for start, end, _ in _stretches(hours, day))


def openings_on(hours: Hours, day: date) -> tuple[tuple[datetime, datetime, str], ...]:
    """What begins on the day, in order: from, until (in UTC, also the next day's), comment."""
    return tuple(sorted(_stretches(hours, day)))


def _clock(opens: int, closes: int) -> bool:
    return 0 <= opens < MIDNIGHT and 1 <= closes <= MIDNIGHT


def _must(field: str, possible: list[bool], limit: int) -> None:
    if len(possible) > limit:
        raise HoursTooMany(field=field, at=limit + 1, limit=limit)
    if not all(possible):
        raise HoursInvalid(field=field, at=possible.index(False) + 1, limit=limit)


def _comment(text: str) -> str:
    return line(text, "hours.comment", limit=COMMENT_LIMIT)


def _of_span(span: Span) -> tuple[int, int, int, int, str]:
    return (span.from_day, span.opens, span.length, span.closes, span.comment)


def _of_other(other: OtherHours) -> tuple[date, date, int, int, str]:
    opens = -1 if other.opens is None else other.opens
    return (other.first, other.last, opens, other.closes or 0, other.comment)


def _apart(earlier: OtherHours, later: OtherHours) -> bool:
    """Whether two exceptions do not say different things of one day."""
    if earlier.last < later.first:
        return True
    same = (earlier.first, earlier.last) == (later.first, later.last)
    if not same or earlier.opens is None or earlier.closes is None or later.opens is None:
        return False
    return earlier.opens < earlier.closes <= later.opens


@lru_cache(maxsize=8_192)  # asked for every unit of a list, for a few days
def _weekday(day: date, holidays_as_sunday: bool, eves_as_saturday: bool) -> int:
    own = day.isoweekday()
    if own == _SUNDAY or (holidays_as_sunday and is_public_holiday(day)):
        return _SUNDAY
    return _SATURDAY if eves_as_saturday and eve_on(day) else own


@lru_cache(maxsize=8_192)  # many units have the same hours
def _week(spans: tuple[Span, ...]) -> tuple[tuple[Piece, ...], ...]:
    """What begins on each weekday; the first place is empty."""
    days: list[list[Piece]] = [[] for _ in range(8)]
    for span in spans:
        if not span.possible:
            continue
        end = span.opens + span.length
        if span.length <= MIDNIGHT:
            days[span.from_day].append((span.opens, end, span.comment))
            continue
        for count in range((end + MIDNIGHT - 1) // MIDNIGHT):
            opens = span.opens if count == 0 else 0
            closes = min(end - count * MIDNIGHT, MIDNIGHT)
            days[(span.from_day - 1 + count) % 7 + 1].append((opens, closes, span.comment))
    return tuple(map(tuple, days))


@lru_cache(maxsize=8_192)
def _never_closes(spans: tuple[Span, ...]) -> bool:
    return all((0, MIDNIGHT) in {piece[:2] for piece in day} for day in _week(spans)[1:])


def _pieces(hours: Hours, day: date) -> tuple[Piece, ...] | None:
    """What begins on the day, or None when nobody knows."""
    others = hours.exceptions
    if others:
        these = [other for other in others if other.first <= day <= other.last]
        if these:
            return tuple(piece for other in these for piece in _of_day(other))
    if not hours.spans:
        return None
    return _week(hours.spans)[effective_weekday(day, hours)]


def _of_day(other: OtherHours) -> Iterator[Piece]:
    if other.opens is not None and other.closes is not None:
        later = other.closes > other.opens
        yield other.opens, other.closes if later else other.closes + MIDNIGHT, other.comment


@lru_cache(maxsize=4_096)
def _midnight(day: date) -> tuple[datetime, bool]:
    """When the day begins, and whether it has 24 hours."""
    start, end = day_bounds(day)
    return start, end - start == _ONE_DAY


def _instant(day: date, minute: int) -> datetime:
    if minute >= MIDNIGHT:
        day, minute = day + _ONE_DAY, minute - MIDNIGHT
    start, even = _midnight(day)
    # A clock that is moved shows other times than the minutes since midnight.
    return start + _MINUTES[minute] if even else at_clock(day, time(*divmod(minute, 60)))


def _stretches(hours: Hours, day: date) -> list[Stretch]:
    """What begins on the day.  One that lies in the hour that is missing in March has no length."""
    found = []
    for opens, closes, comment in _pieces(hours, day) or ():
        start, end = _instant(day, opens), _instant(day, closes)
        if start < end:
            found.append((start, end, comment))
    return found


def _told(covering: list[Stretch]) -> str:
    return "; ".join(dict.fromkeys(comment for _, _, comment in covering if comment))


def _end(hours: Hours, at: datetime, today: date, before: tuple[Stretch, ...]) -> datetime | None:
    """When what is open closes; stretches that meet or overlap are one."""
    if _never_closes(hours.spans):
        last = today + ENDLESS + _ONE_DAY
        if not any(o.first <= last and today - _ONE_DAY <= o.last for o in hours.exceptions):
            return None
    until, stretches, day = at, sorted(before), today
    while True:
        for start, end, _ in stretches:
            if start <= until < end:
                until = end
        day += _ONE_DAY
        if until - at > ENDLESS:
            return None
        if until < _midnight(day)[0]:  # whatever begins later cannot meet it
            return until
        stretches = sorted(_stretches(hours, day))


def _next(hours: Hours, today: date) -> datetime | None:
    """The first opening of the days after today."""
    for count in range(1, NEXT_WITHIN + 1):
        stretches = _stretches(hours, today + timedelta(days=count))
        if stretches:
            return min(start for start, _, _ in stretches)
    return None
