"""The periods that figures are asked for, by a Swedish clock, as spans of UTC instants.

A day has 23, 24 or 25 hours, a night shift 9, 10 or 11 (DOMAIN §10, §15).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from kundcenter.domain.calendar import at_clock, day_bounds, is_instant, local, shift_bounds
from kundcenter.errors import Refused

LONGEST = timedelta(days=5 * 366)
FIRST_YEAR, LAST_YEAR = 2000, 2199
_HOUR = timedelta(hours=1)
_ONE_DAY = timedelta(days=1)
_TERTIAL = 4  # months


class SpanWrong(Refused):
    """A period begins before it ends, lies in 2000–2199 and is at most five years long."""

    code = "figures.span_wrong"


class PeriodKind(StrEnum):
    SHIFT = "SKIFT"
    DAY = "DYGN"
    WEEK = "VECKA"
    MONTH = "MANAD"
    TERTIAL = "TERTIAL"
    YEAR = "AR"
    OWN = "EGEN"


@dataclass(frozen=True, slots=True)
class Span:
    """A period; `end` is not in it.  Both are aware, in UTC.  `name` is a shift's pattern."""

    kind: PeriodKind
    start: datetime
    end: datetime
    name: str = ""

    @property
    def hours(self) -> float:
        """Real hours."""
        return (self.end - self.start) / _HOUR

    @property
    def offsets(self) -> tuple[timedelta, ...]:
        """The offsets of a Swedish clock from UTC that it passes, in order: two when clocks move.

        Of a period of more than two such nights only the first, and what differs from it.
        """
        found: list[timedelta] = []
        at = self.start
        while at < self.end:
            offset = local(at).utcoffset() or timedelta()
            if not found or found[-1] != offset:
                found.append(offset)
            at += _HOUR
            if len(found) > 1 and self.end - self.start > timedelta(days=8):
                break
        last = local(max(self.start, self.end - timedelta(microseconds=1))).utcoffset()
        if last is not None and last not in found:
            found.append(last)
        return tuple(found)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last Swedish day with a moment in it."""
        last = max(self.start, self.end - timedelta(microseconds=1))
        return local(self.start).date(), local(last).date()

    def holds(self, at: datetime) -> bool:
        return self.start <= at < self.end

    def checked(self) -> Span:
        """The span, if figures can be made for it.  Raises SpanWrong."""
        if not (is_instant(self.start) and is_instant(self.end)) or not self.start < self.end:
            raise SpanWrong
        first, last = self.days
        if first.year < FIRST_YEAR or last.year > LAST_YEAR or self.end - self.start > LONGEST:
            raise SpanWrong
        return self


@dataclass(frozen=True, slots=True)
class HourRow:
    """One real hour of a span, shorter at its edges.

    `label` is the hour on a Swedish clock, "02"; where it comes twice, its offset is said too.
    """

    start: datetime
    end: datetime
    label: str


def shift(day: date, starts: time, ends: time, name: str = "") -> Span:
    """The shift that begins on the day.  `ends` at or before `starts` is on the next day."""
    return Span(PeriodKind.SHIFT, *shift_bounds(day, starts, ends), name)


def day(on: date) -> Span:
    return Span(PeriodKind.DAY, *day_bounds(on))


def week(on: date) -> Span:
    """The ISO week, Monday to Sunday, that the day is in."""
    monday = on - timedelta(days=on.isoweekday() - 1)
    return _days(PeriodKind.WEEK, monday, monday + timedelta(weeks=1))


def month(year: int, number: int) -> Span:
    return _days(PeriodKind.MONTH, date(year, number, 1), _month_after(year, number, 1))


def tertial(year: int, number: int) -> Span:
    """The first, second or third four months of a year."""
    first = 1 + _TERTIAL * (number - 1)
    return _days(PeriodKind.TERTIAL, date(year, first, 1), _month_after(year, first, _TERTIAL))


def year(number: int) -> Span:
    return _days(PeriodKind.YEAR, date(number, 1, 1), date(number + 1, 1, 1))


def own(start: datetime, end: datetime) -> Span:
    """Any two instants.  Raises SpanWrong."""
    return Span(PeriodKind.OWN, start, end).checked()


def own_days(first: date, last: date) -> Span:
    """Whole days, both included.  Raises SpanWrong."""
    try:
        return _days(PeriodKind.OWN, first, last + _ONE_DAY).checked()
    except OverflowError as wrong:
        raise SpanWrong from wrong


def same_before(span: Span, count: int = 4) -> tuple[Span, ...]:
    """What a span is compared with, the nearest first.

    For a shift or a day the last `count` of the same weekday, at the same clock.  For the others
    the one before and the same a year before; for an own one as long a time before, ended where it
    begins.
    """
    first, _ = span.days
    match span.kind:
        case PeriodKind.SHIFT | PeriodKind.DAY:
            return tuple(_weeks_before(span, weeks) for weeks in range(1, count + 1))
        case PeriodKind.WEEK:
            return week(first - timedelta(weeks=1)), week(first - timedelta(weeks=52))
        case PeriodKind.MONTH:
            before = first - _ONE_DAY
            return month(before.year, before.month), month(first.year - 1, first.month)
        case PeriodKind.TERTIAL:
            before = first - _ONE_DAY
            number = (first.month - 1) // _TERTIAL + 1
            last = (before.month - 1) // _TERTIAL + 1
            return tertial(before.year, last), tertial(first.year - 1, number)
        case PeriodKind.YEAR:
            return (year(first.year - 1),)
    return (Span(PeriodKind.OWN, span.start - (span.end - span.start), span.start),)


def by_hours(span: Span) -> tuple[HourRow, ...]:
    """The real hours of a span: 25 of a day in October, "02" twice, told apart by the offset."""
    bounds = tuple(_hours(span.start, span.end))
    labels = [local(start).strftime("%H") for start, _ in bounds]
    days = {(local(start).date(), label) for (start, _), label in zip(bounds, labels, strict=True)}
    twice = len(days) < len(bounds)
    return tuple(
        HourRow(start, end, _told_apart(start, label) if twice else label)
        for (start, end), label in zip(bounds, labels, strict=True)
    )


def by_days(span: Span) -> tuple[Span, ...]:
    """The Swedish days of a span, shorter at its edges."""
    first, last = span.days
    found = (day(first + timedelta(days=n)) for n in range((last - first).days + 1))
    return tuple(_clipped(each, span) for each in found)


def by_months(span: Span) -> tuple[Span, ...]:
    """The Swedish months of a span, shorter at its edges."""
    first, last = span.days
    found = []
    at = date(first.year, first.month, 1)
    while at <= last:
        found.append(_clipped(month(at.year, at.month), span))
        at = _month_after(at.year, at.month, 1)
    return tuple(found)


def offset_text(offset: timedelta) -> str:
    """+01:00 as it is written after a time."""
    minutes = int(offset / timedelta(minutes=1))
    sign, minutes = ("-", -minutes) if minutes < 0 else ("+", minutes)
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}"


def _told_apart(start: datetime, label: str) -> str:
    """With the offset where the same hour comes again that night."""
    mine = local(start).utcoffset() or timedelta()
    for other in (start - _HOUR, start + _HOUR):
        theirs = local(other)
        if theirs.hour == local(start).hour and theirs.utcoffset() != mine:
            return f"{label} {offset_text(mine)}"
    return label


def _hours(start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    at = start
    while at < end:
        following = min(at.replace(minute=0, second=0, microsecond=0) + _HOUR, end)
        yield at, following
        at = following


def _weeks_before(span: Span, weeks: int) -> Span:
    first = local(span.start)
    start = first.date() - timedelta(weeks=weeks)
    if span.kind is PeriodKind.DAY:
        return day(start)
    last = local(span.end)
    end = last.date() - timedelta(weeks=weeks)
    return Span(
        span.kind,
        at_clock(start, first.time()),
        at_clock(end, last.time()),
        span.name,
    )


def _days(kind: PeriodKind, first: date, after: date) -> Span:
    return Span(kind, at_clock(first, time()), at_clock(after, time()))


def _month_after(year: int, month: int, months: int) -> date:
    years, index = divmod(month - 1 + months, 12)
    return date(year + years, index + 1, 1)


def _clipped(part: Span, whole: Span) -> Span:
    return Span(part.kind, max(part.start, whole.start), min(part.end, whole.end), part.name)
