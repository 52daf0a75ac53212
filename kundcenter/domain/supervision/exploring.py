"""What is asked for when one looks around in the figures, and what is answered.

One figure, or one sort of rows, broken down by one thing, of one period, beside another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from kundcenter.domain.calendar import at_clock, local
from kundcenter.domain.supervision.counts import Tally
from kundcenter.domain.supervision.definitions import FigureCode, Topic, definition
from kundcenter.domain.supervision.dimensions import ABOUT_PATIENTS, Dimension
from kundcenter.domain.supervision.limits import Limits
from kundcenter.domain.supervision.masks import veiled
from kundcenter.domain.supervision.periods import PeriodKind, Span, same_before
from kundcenter.errors import Refused

MOST_ROWS = 200  # calls of one page of a drill-down
LONGEST_PAIRS = timedelta(days=124)  # a tertial: what no cell tells is counted from rows
_YEAR = timedelta(weeks=52)  # the same weekday
_OUTSIDE = frozenset(  # not made of what is counted by the hour
    {
        FigureCode.NKI,
        FigureCode.FOLJS,
        FigureCode.RIGHT_LEVEL,
        FigureCode.CASES_LATE,
    }
)


class QueryWrong(Refused):
    """The figure is not told by that.  Facts: figure, by."""

    code = "explore.query_wrong"


class PageGone(Refused):
    """No page of the calls behind a row starts there, or none does any more.  Facts: start."""

    code = "explore.page_gone"


class By(StrEnum):
    """What a figure, or what rows, are broken down by."""

    HOUR = "TIMME"
    WEEKDAY = "VECKODAG"
    DAY = "DAG"
    MONTH = "MANAD"
    QUEUE = "KO"
    REASON = "KONTAKTORSAK"
    GROUP = "VARDNIVA"
    OUTCOME = "UTFALL"
    URGENCY = "ANGELAGENHET"
    UNIT = "ENHET"
    DEVIATION = "AVVIKELSE"
    INTERPRETER = "TOLK"
    PART_KIND = "DEL"
    FOLLOW_UP = "UTGANG"
    CANCELLATION = "AVBOKNING"
    CASE = "ARENDE"
    QUESTION = "FRAGA"


IN_TIME = (By.HOUR, By.WEEKDAY, By.DAY, By.MONTH)
DIMENSIONS = {
    By.REASON: Dimension.REASON,
    By.GROUP: Dimension.OUTCOME,
    By.OUTCOME: Dimension.OUTCOME,
    By.URGENCY: Dimension.URGENCY,
    By.UNIT: Dimension.UNIT,
    By.DEVIATION: Dimension.DEVIATION,
    By.INTERPRETER: Dimension.INTERPRETER,
    By.PART_KIND: Dimension.PART_KIND,
    By.FOLLOW_UP: Dimension.FOLLOW_UP,
    By.CANCELLATION: Dimension.CANCELLATION,
    By.CASE: Dimension.CASE,
    By.QUESTION: Dimension.QUESTION,
}
# Of which rows each figure that is no figure of a queue is made.
NEEDS: dict[FigureCode, tuple[Dimension, ...]] = {
    FigureCode.BY_HAND: (Dimension.CALL_SORT,),
    FigureCode.UNQUEUED: (Dimension.CALL_SORT,),
    FigureCode.REPEATS: (Dimension.REPEAT,),
    FigureCode.CALLBACKS_PLACED: (Dimension.CALLBACK,),
    FigureCode.CALLBACKS_REACHED: (Dimension.CALLBACK,),
    FigureCode.CALLBACKS_NOT_REACHED: (Dimension.CALLBACK,),
    FigureCode.CALLBACKS_LATE: (Dimension.CALLBACK,),
    FigureCode.CALLBACKS_WAIT: (Dimension.CALLBACK,),
    FigureCode.NOTES: (Dimension.OUTCOME,),
    FigureCode.REFERRED: (Dimension.OUTCOME,),
    FigureCode.EGENV: (Dimension.OUTCOME,),
    FigureCode.PRIM: (Dimension.OUTCOME,),
    FigureCode.DEVIATIONS: (Dimension.DEVIATION, Dimension.OUTCOME),
    FigureCode.FOLLOWED: (Dimension.FOLLOW_UP,),
    FigureCode.INTERPRETED: (Dimension.INTERPRETER,),
    FigureCode.ALARMS: (Dimension.ALARM,),
    FigureCode.CANCELLED: (Dimension.CANCEL_TIME,),
    FigureCode.CANCELLED_LATE: (Dimension.CANCEL_TIME,),
    FigureCode.FREED: (Dimension.FREED,),
    FigureCode.CASES: (Dimension.CASE,),
    FigureCode.CASES_CONFIRMED: (Dimension.CASE_CONFIRMED,),
    FigureCode.QUESTIONS: (Dimension.QUESTION,),
}
QUEUED = tuple(
    code
    for code in FigureCode
    if code not in NEEDS
    and code not in _OUTSIDE
    and definition(code).topic in {Topic.QUEUE, Topic.HANDLING}
)


class Versus(StrEnum):
    """What a period is compared with."""

    NONE = "INGEN"
    BEFORE = "FORE"  # the period before; of a shift or a day the same weekday before
    YEAR = "AR"  # the same a year before


class Split(StrEnum):
    """By what each row of notes is told apart once more (FEATURES row 85)."""

    NONE = "INTE_DELAT"
    GROUP = "VARDNIVA"
    URGENCY = "ANGELAGENHET"


SPLITS = {Split.GROUP: Dimension.OUTCOME, Split.URGENCY: Dimension.URGENCY}
SPLIT_BY = (By.REASON, By.UNIT, By.HOUR, By.WEEKDAY)


@dataclass(frozen=True, slots=True)
class Query:
    """`figure` is told by time or by queue; for what else rows are counted by, it is None.

    `share` gives counts in percent of all.  `queue` is one queue, or "" for all.  `distribution`
    hides what is small.  With `split` the notes of each row are told apart once more, and shares
    are of the row.
    """

    by: By
    span: Span
    figure: FigureCode | None = None
    share: bool = False
    versus: Versus = Versus.NONE
    queue: str = ""
    distribution: bool = False
    split: Split = Split.NONE

    @property
    def is_split(self) -> bool:
        """Whether each row of notes is told apart once more."""
        return self.split is not Split.NONE

    def checked(self) -> Query:
        """The query, if it can be answered.  Raises SpanWrong, QueryWrong."""
        self.span.checked()
        if self.is_split:
            plain = self.figure is None and not self.queue and self.versus is Versus.NONE
            if not plain or not can_split(self.by, self.span):
                raise QueryWrong(figure=self.figure, by=self.by)
            return self
        if self.figure not in figures_by(self.by) or (self.queue and self.figure not in QUEUED):
            raise QueryWrong(figure=self.figure, by=self.by)
        return self


@dataclass(frozen=True, slots=True)
class Point:
    """One value with what it was made of.  `hidden` stands in the place of one that is small."""

    value: float | None
    numerator: float | None = None
    denominator: float | None = None
    hidden: str = ""


NO_POINT = Point(None)


@dataclass(frozen=True, slots=True)
class Line:
    """One row: `key` is the code, the date or the hour; `start` and `end` when it is a time.

    `parts` has a value for each of the answer's columns, where rows are told apart once more.
    """

    key: str
    now: Point
    before: Point | None = None
    start: datetime | None = None
    end: datetime | None = None
    parts: tuple[Point, ...] = ()

    @property
    def change(self) -> float | None:
        """By how much the value is another than before, in its own unit."""
        if self.before is None or self.now.value is None or self.before.value is None:
            return None
        return self.now.value - self.before.value


@dataclass(frozen=True, slots=True)
class Exploration:
    """The answer.  `versus` is the period beside it; `since` from when on anything is known.

    `target` is the value that the figure is to keep, in its own unit; `limits` are those that its
    definition speaks of.  `columns` are the keys of what each row is told apart by; `apart` is how
    many notes of the time could not be, as their rows are no longer here.
    """

    query: Query
    lines: tuple[Line, ...]
    total: Line
    versus: Span | None = None
    target: float | None = None
    since: datetime | None = None
    limits: Limits = field(default_factory=Limits)
    columns: tuple[str, ...] = ()
    apart: int = 0


def can_split(by: By, span: Span) -> bool:
    """Whether notes can be told apart once more: by the clock always, else of some months."""
    return by in SPLIT_BY and (by in IN_TIME or span.end - span.start <= LONGEST_PAIRS)


def figures_by(by: By) -> tuple[FigureCode | None, ...]:
    """The figures that can be broken down by that; None where its rows are counted."""
    if by in IN_TIME:
        return (*QUEUED, *NEEDS)
    return QUEUED if by is By.QUEUE else (None,)


def compared(span: Span, versus: Versus) -> Span | None:
    """The period beside it."""
    if versus is Versus.NONE:
        return None
    if versus is Versus.BEFORE or span.kind is PeriodKind.YEAR:
        return same_before(span, 1)[0]
    if span.kind in {PeriodKind.SHIFT, PeriodKind.DAY}:
        return same_before(span, 52)[-1]
    if span.kind is PeriodKind.OWN:
        start, end = local(span.start) - _YEAR, local(span.end) - _YEAR
        return replace(
            span,
            start=at_clock(start.date(), start.time()),
            end=at_clock(end.date(), end.time()),
        )
    return same_before(span)[1]


def counted(
    tallies: Sequence[Tally], query: Query, small: int
) -> tuple[tuple[tuple[str, Point], ...], Point]:
    """Rows by their keys, and all of them together: counts, or shares of all."""
    total = sum(each.count for each in tallies)
    hide = query.distribution and DIMENSIONS[query.by] in ABOUT_PATIENTS
    shown: dict[str, str] = {}
    if hide:
        shown = {m.key: m.shown(small) for m in veiled(tallies, small) if m.count is None}
    found = tuple(
        (each.key, Point(None, hidden=shown[each.key]))
        if each.key in shown
        else (each.key, _counted(each.count, total, query))
        for each in tallies
    )
    if hide:  # the place of a hidden row among the others would tell what is about it
        found = tuple(
            sorted(found, key=lambda row: (bool(row[1].hidden), row[1].hidden and row[0]))
        )
    if hide and 0 < total < small:
        return found, Point(None, hidden=f"<{small}")
    return found, _counted(total, total, query)


def beside(
    now: Sequence[tuple[str, Point]], before: Sequence[tuple[str, Point]]
) -> tuple[Line, ...]:
    """Both periods' rows by their keys: this one's in its order, then those of the other alone."""
    then = dict(before)
    here = dict(now)
    none = Point(0.0, 0)
    lines = [Line(key, point, then.get(key, none)) for key, point in now]
    lines += [Line(key, none, point) for key, point in before if key not in here]
    return tuple(lines)


def _counted(count: int, total: int, query: Query) -> Point:
    if not query.share:
        return Point(float(count), count)
    return Point(100 * count / total if total else None, count, total)
