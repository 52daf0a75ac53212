"""How one figure is broken down, inside one reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import zip_longest

from kundcenter.domain.calendar import local
from kundcenter.domain.supervision.counts import CallCounts, Tally, total_counts, total_tallies
from kundcenter.domain.supervision.definitions import FigureCode, definition
from kundcenter.domain.supervision.dimensions import CountRow, Dimension, Grain, grouped
from kundcenter.domain.supervision.exploring import (
    DIMENSIONS,
    IN_TIME,
    NEEDS,
    NO_POINT,
    By,
    Exploration,
    Line,
    Point,
    Query,
    beside,
    compared,
    counted,
)
from kundcenter.domain.supervision.figures import (
    Figure,
    call_figures,
    for_distribution,
    patients_of,
    tally_figures,
)
from kundcenter.domain.supervision.limits import Limits
from kundcenter.domain.supervision.masks import DOT, veiled
from kundcenter.domain.supervision.periods import Span, by_days, by_hours, by_months
from kundcenter.domain.supervision.target_defaults import limits_on, with_defaults
from kundcenter.domain.supervision.targets import held
from kundcenter.ports import Reading
from kundcenter.services.supervision.code_groups import group_of

A_DAY = timedelta(hours=26)  # no longer: its real hours are shown, 23 or 25 of them too
WEEK = timedelta(days=7)
Tallies = dict[Dimension, tuple[Tally, ...]]


@dataclass(frozen=True, slots=True)
class Told:
    """One row before it is set beside another period's; times of those that are a time."""

    key: str
    point: Point
    start: datetime | None = None
    end: datetime | None = None


Found = list[tuple[Told, Figure]]


def explored(reading: Reading, query: Query) -> Exploration:
    """The answer to a query that has been checked."""
    targets = with_defaults(reading.targets.all())
    last = query.span.days[1]
    limits = limits_on(targets, last)
    versus = compared(query.span, query.versus)
    rows, total = _told(reading, query, limits)
    line = Line("", total)
    if versus is None:
        lines = tuple(Line(each.key, each.point, None, each.start, each.end) for each in rows)
    else:
        others, before = _told(reading, replace(query, span=versus), limits)
        line = replace(line, before=before)
        lines = _paired(query.by, rows, others)
    figure = query.figure
    target = None if figure is None else held(targets, figure, last, query.queue)
    amount = None if target is None else target.amount
    return Exploration(query, lines, line, versus, amount, reading.figures.since(), limits)


def _told(reading: Reading, query: Query, limits: Limits) -> tuple[tuple[Told, ...], Point]:
    if query.by in DIMENSIONS:
        return _rows(reading, query, limits)
    if query.figure in NEEDS:
        assert query.figure is not None
        found, total = _tally_figures(reading, query, query.figure)
    else:
        found, total = _call_figures(reading, query, limits)
    hides = query.distribution and definition(query.figure or FigureCode.OFFERED).masked
    small = limits.small_cell if hides else 0
    return tuple(_shown(found, small)), _point(total, small)


def _shown(found: Found, small: int) -> Iterator[Told]:
    """The rows with their points.

    What is less than `small` is hidden, and what could be had back from the sum.
    """
    signs = _hidden([patients_of(figure) for _, figure in found], small) if small else {}
    for at, (told, figure) in enumerate(found):
        sign = signs.get(at, "")
        yield replace(told, point=Point(None, hidden=sign) if sign else _point(figure, 0))


def _hidden(counts: Sequence[tuple[float, ...]], small: int) -> dict[int, str]:
    """What stands where a row is hidden.

    Of shares each count has a sum.  What would be said to be small might be the rest of it, so
    those have dots alone.
    """
    signs: dict[int, str] = {}
    for column in zip_longest(*counts, fillvalue=0.0):
        rows = veiled((Tally(str(at), round(each)) for at, each in enumerate(column)), small)
        signs |= {int(each.key): each.shown(small) for each in rows if each.count is None}
    apart = any(len(each) > 1 for each in counts)
    return dict.fromkeys(signs, DOT) if apart else signs


def _point(figure: Figure, small: int) -> Point:
    (shown,) = for_distribution((figure,), small) if small else (figure,)
    hidden = f"<{small}" if shown.masked else ""
    return Point(shown.value, shown.numerator, shown.denominator, hidden)


def _rows(reading: Reading, query: Query, limits: Limits) -> tuple[tuple[Told, ...], Point]:
    """Rows that are counted by something else than time."""
    span = query.span
    tallies = reading.figures.tallies(span.start, span.end, DIMENSIONS[query.by])
    if query.by is By.GROUP:
        tallies = grouped(tallies, group_of(reading))
    points, total = counted(tallies, query, limits.small_cell)
    return tuple(Told(key, point) for key, point in points), total


def _call_figures(reading: Reading, query: Query, limits: Limits) -> tuple[Found, Figure]:
    code, span = query.figure, query.span

    def picked(counts: CallCounts) -> Figure:
        return next(each for each in call_figures(counts, limits) if each.code == code)

    def rows(grain: Grain, *, by_queue: bool) -> tuple[CountRow, ...]:
        found = reading.figures.calls(span.start, span.end, grain, by_queue=by_queue)
        return tuple(each for each in found if not query.queue or each.queue == query.queue)

    whole = total_counts(each.counts for each in rows(Grain.TOTAL, by_queue=bool(query.queue)))
    if query.by is By.QUEUE:
        by_queue = rows(Grain.TOTAL, by_queue=True)
        return [(Told(each.queue or "", NO_POINT), picked(each.counts)) for each in by_queue], (
            picked(whole)
        )
    parts = parts_of(query)
    grain = _GRAINS[query.by] if query.by in _GRAINS and parts else Grain.HOUR
    if not parts:
        # Days are fewer than hours, and a weekday is made of them.
        weekday = query.by is By.WEEKDAY
        grain = Grain.DAY if weekday else Grain.WEEKDAY_HOUR
        keyed: dict[str, list[CallCounts]] = {key: [] for key in classes(query)}
        for each in rows(grain, by_queue=bool(query.queue)):
            on = local(each.start).isoweekday() if weekday else each.weekday
            keyed.setdefault(class_of(on, each.hour, weekday), []).append(each.counts)
        return [
            (Told(key, NO_POINT), picked(total_counts(keyed[key]))) for key in sorted(keyed)
        ], picked(whole)
    counts = {each.start: each.counts for each in rows(grain, by_queue=bool(query.queue))}
    return [(each, picked(counts.get(start_of(each), CallCounts()))) for each in parts], picked(
        whole
    )


def _tally_figures(reading: Reading, query: Query, code: FigureCode) -> tuple[Found, Figure]:
    span, group, needs = query.span, group_of(reading), NEEDS[code]

    def picked(tallies: Tallies) -> Figure:
        return next(each for each in tally_figures(tallies, group) if each.code == code)

    whole = picked(reading.figures.all_tallies(span.start, span.end, needs))
    parts = parts_of(query)
    grain = _GRAINS[query.by] if parts and query.by in _GRAINS else Grain.HOUR
    if not parts and query.by is By.WEEKDAY:
        grain = Grain.DAY
    by_start: dict[datetime, Tallies] = {}
    for dimension in needs:
        for start, _, tallies in reading.figures.tallies_by(span.start, span.end, dimension, grain):
            by_start.setdefault(start, {})[dimension] = tallies
    if parts:
        return [(each, picked(by_start.get(start_of(each), {}))) for each in parts], whole
    weekday = query.by is By.WEEKDAY
    keyed: dict[str, list[Tallies]] = {key: [] for key in classes(query)}
    for start, tallied in by_start.items():
        at = local(start)
        keyed.setdefault(class_of(at.isoweekday(), at.hour, weekday), []).append(tallied)
    return [
        (Told(key, NO_POINT), picked(_together(keyed[key], needs))) for key in sorted(keyed)
    ], whole


_GRAINS = {By.HOUR: Grain.HOUR, By.DAY: Grain.DAY, By.MONTH: Grain.MONTH}


def parts_of(query: Query) -> tuple[Told, ...]:
    """The parts of the time that have a row each; none where hours or weekdays are put together."""
    span = query.span
    if query.by is By.DAY:
        return _spans(by_days(span))
    if query.by is By.MONTH:
        return _spans(by_months(span))
    if query.by is By.HOUR and not query.is_split and span.end - span.start <= A_DAY:
        return tuple(_hours(span))
    return ()


def _hours(span: Span) -> Iterator[Told]:
    """The real hours.  A whole day from 06:45 begins and ends in one hour, which is told twice."""
    seen: set[str] = set()
    for each in by_hours(span):
        key = f"{each.label} (2)" if each.label in seen else each.label
        seen.add(key)
        yield Told(key, NO_POINT, each.start, each.end)


def _spans(spans: Sequence[Span]) -> tuple[Told, ...]:
    return tuple(
        Told(local(each.start).date().isoformat(), NO_POINT, each.start, each.end) for each in spans
    )


def class_of(weekday: int, hour: int, by_weekday: bool) -> str:
    """The key of the row that an hour of a weekday belongs to."""
    return str(weekday) if by_weekday else f"{hour:02}"


def classes(query: Query) -> tuple[str, ...]:
    """The weekdays or hours that the time has at all, also those of which there is nothing."""
    if query.by is By.HOUR:
        return tuple(f"{hour:02}" for hour in range(24))
    first, last = query.span.days
    days = min((last - first).days + 1, 7)
    return tuple(sorted(str((first + timedelta(days=n)).isoweekday()) for n in range(days)))


def start_of(told: Told) -> datetime:
    """When the row's time begins."""
    assert told.start is not None
    return told.start


def _together(some: Sequence[Tallies], needs: Sequence[Dimension]) -> Tallies:
    return {
        dimension: total_tallies(each for part in some for each in part.get(dimension, ()))
        for dimension in needs
    }


def _paired(by: By, rows: Sequence[Told], others: Sequence[Told]) -> tuple[Line, ...]:
    """Days and months by their places, everything else by its key."""
    if by not in {By.DAY, By.MONTH}:
        lines = beside(
            [(each.key, each.point) for each in rows], [(each.key, each.point) for each in others]
        )
        times = {each.key: each for each in rows}
        return tuple(
            replace(each, start=times[each.key].start, end=times[each.key].end)
            if each.key in times
            else each
            for each in lines
            if by not in IN_TIME or each.key in times
        )
    return tuple(
        Line(
            each.key,
            each.point,
            others[at].point if at < len(others) else NO_POINT,
            each.start,
            each.end,
        )
        for at, each in enumerate(rows)
    )
