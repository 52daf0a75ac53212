"""All figures of a period, made inside one reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kundcenter.domain.access import Function
from kundcenter.domain.supervision import periods
from kundcenter.domain.supervision.counts import CallCounts, Tally, total_counts, total_tallies
from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.dimensions import CountRow, Dimension, Grain, grouped
from kundcenter.domain.supervision.distribution import Withheld, withheld
from kundcenter.domain.supervision.figure_sets import FigureSet, QueueShown, Shown, grain_of
from kundcenter.domain.supervision.figures import (
    Figure,
    call_figures,
    for_distribution,
    is_of_few,
    tally_figures,
    without_alone,
)
from kundcenter.domain.supervision.limits import Limits
from kundcenter.domain.supervision.periods import Span
from kundcenter.domain.supervision.target_defaults import limits_on, with_defaults
from kundcenter.domain.supervision.targets import Target, judged
from kundcenter.ports import Reading
from kundcenter.services.supervision.code_groups import group_of
from kundcenter.services.supervision.staff_figures import (
    case_figures,
    measured_figures,
    staff_figures,
)

COUNTED = tuple(each for each in Dimension if each not in {Dimension.GROUP, Dimension.QUEUE})

Tallies = Mapping[Dimension, tuple[Tally, ...]]


class _Counted(NamedTuple):
    """What was counted of one time, and the figures of it."""

    counts: CallCounts
    tallies: Tallies
    groups: tuple[Tally, ...]
    figures: tuple[Figure, ...]


def figure_set(reading: Reading, span: Span, *, distribution: bool = False) -> FigureSet:
    """The figures of the period, and of those that it is compared with.

    For distribution the small ones are masked.  Whoever does not see the figures of each operator
    does not see them as those of all.  Raises SpanWrong.
    """
    span = span.checked()
    targets = with_defaults(reading.targets.all())
    limits = limits_on(targets, span.days[1])
    grain = grain_of(span)
    before = periods.same_before(span)
    reading.figures.foresee([(each.start, each.end) for each in (span, *before)])
    rows = reading.figures.calls(span.start, span.end, grain, by_queue=True)
    now = _counted(reading, span, limits, total_counts(row.counts for row in rows))
    others = [_counted(reading, each, limits) for each in before]
    beside = (
        *staff_figures(reading, span),
        *case_figures(reading, span),
        *measured_figures(reading, span),
    )
    since = reading.figures.since()
    group, less = group_of(reading), Withheld()
    if distribution:
        small = {each.code for each in now.figures if is_of_few(each, limits.small_cell)}
        less = withheld(now.tallies, now.groups, group, frozenset(small), limits.small_cell)
    torn = reading.figures.torn([(each.start, each.end) for each in (span, *before)])

    def told_of(figures: Sequence[Figure]) -> tuple[Figure, ...]:
        told = _spread(figures, limits, distribution, less)
        return told if reading.actor.may(Function.SEE_OPERATORS) else without_alone(told)

    known = [
        {each.code: each for each in told_of((*other.figures, *staff_figures(reading, old)))}
        if since is not None and since < old.end and place not in torn
        else {}
        for place, (old, other) in enumerate(zip(before, others, strict=True), start=1)
    ]
    told = told_of((*now.figures, *beside))
    # A figure that is hidden has no verdict: it would tell on which side of the target it is.
    shown = {
        each.code: Shown(
            each,
            judged(each.code, each.value, targets, start=span.start, end=span.end),
            tuple(old.get(each.code) for old in known),
        )
        for each in told
    }
    by_queue = _by_queue(span, rows)
    return FigureSet(
        span=span,
        before=before,
        since=since,
        limits=limits,
        masked=distribution,
        withheld=less,
        figures=tuple(shown[code] for code in FigureCode if code in shown),
        grain=grain,
        parts=_by_part(span, grain, rows),
        by_queue=by_queue,
        counts=now.counts,
        tallies=now.tallies,
        groups=now.groups,
        groups_before=total_tallies(each for other in others for each in other.groups),
        queue_aims=tuple(_queue_aims(span, by_queue, targets, limits, distribution)),
        torn=0 in torn,
    )


def _counted(
    reading: Reading, span: Span, limits: Limits, counts: CallCounts | None = None
) -> _Counted:
    if counts is None:
        (row,) = reading.figures.calls(span.start, span.end)
        counts = row.counts
    tallies = reading.figures.all_tallies(span.start, span.end, COUNTED)
    group = group_of(reading)
    figures = (*call_figures(counts, limits), *tally_figures(tallies, group))
    return _Counted(counts, tallies, grouped(tallies[Dimension.OUTCOME], group), figures)


def _queue_aims(
    span: Span,
    by_queue: Sequence[CountRow],
    targets: Sequence[Target],
    limits: Limits,
    distribution: bool,
) -> Iterator[QueueShown]:
    """The figures of each queue for which a target holds."""
    for row in by_queue:
        for figure in _spread(call_figures(row.counts, limits), limits, distribution):
            found = judged(
                figure.code,
                figure.value,
                targets,
                start=span.start,
                end=span.end,
                queue=row.queue or "",
            )
            if found.target is not None:
                yield QueueShown(row.queue or "", Shown(figure, found))


def _spread(
    figures: Sequence[Figure], limits: Limits, distribution: bool, less: Withheld = Withheld()
) -> tuple[Figure, ...]:
    if not distribution:
        return tuple(figures)
    return for_distribution(figures, limits.small_cell, less.figures)


def _by_part(span: Span, grain: Grain, rows: Sequence[CountRow]) -> tuple[CountRow, ...]:
    """Each hour, day or month of the time, also an empty one."""
    found: dict[object, list[CallCounts]] = {}
    for row in rows:
        found.setdefault(row.start, []).append(row.counts)
    parts: Sequence[periods.HourRow | Span]
    match grain:
        case Grain.HOUR:
            parts = periods.by_hours(span)
        case Grain.DAY:
            parts = periods.by_days(span)
        case _:
            parts = periods.by_months(span)
    return tuple(
        CountRow(part.start, part.end, total_counts(found.get(part.start, ()))) for part in parts
    )


def _by_queue(span: Span, rows: Sequence[CountRow]) -> tuple[CountRow, ...]:
    found: dict[str, list[CallCounts]] = {}
    for row in rows:
        found.setdefault(row.queue or "", []).append(row.counts)
    return tuple(
        CountRow(span.start, span.end, total_counts(found[queue]), queue) for queue in sorted(found)
    )
