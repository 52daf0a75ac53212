"""The charts of a summary: two on the first page, the others in an appendix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kundcenter.domain.calendar import local
from kundcenter.domain.supervision.charts import Chart, ChartKind, Mark, Series
from kundcenter.domain.supervision.counts import CallCounts, Tally
from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.dimensions import Dimension, Grain
from kundcenter.domain.supervision.figure_sets import FigureSet
from kundcenter.domain.supervision.masks import Masked, veiled
from kundcenter.domain.supervision.periods import by_hours

MINUTES = 1 / 60  # of a second
_LEVELS = {  # short, so that each has its label under narrow bars
    "EGENVARD": "Egenvård",
    "PRIMARVARD": "Primärv.",
    "SPECIALIST": "Special.",
    "AKUT": "Akut",
    "112": "112",
    "ANNAN": "Annan",
}


def charts(found: FigureSet) -> Iterator[Chart]:
    """The calls and the care levels first, then what the targets are of."""
    labels = tuple(map(_narrow, part_labels(found)))
    rows = [each.counts for each in found.parts]
    every = part_word(found)
    yield Chart(
        f"Samtal per {every}",
        "",
        labels,
        (
            Series("Inkommande", tuple(float(each.offered) for each in rows)),
            Series("Besvarade", tuple(float(each.answered.count) for each in rows)),
        ),
    )
    yield _levels(found)
    short = found.limits.short_seconds
    shares = [_share(each, short) for each in rows]
    title = f"Andel besvarade per {every}"
    yield Chart(title, "%", labels, *_over_time(found, FigureCode.ANSW, shares))
    waits = [each.answered.mean for each in rows]
    title = f"Medelväntetid per {every}"
    yield Chart(title, "minuter", labels, *_over_time(found, FigureCode.MEDELV, waits, MINUTES))


def known_before(found: FigureSet) -> tuple[bool, ...]:
    """Of each period before, whether the store goes back to when it began."""
    since = found.since
    return tuple(since is not None and since <= each.start for each in found.before)


def part_labels(found: FigureSet) -> tuple[str, ...]:
    """What each part of the period is called: an hour on the clock, a day, a month."""
    if found.grain is Grain.HOUR:
        return tuple(each.label for each in by_hours(found.span))
    form = "%Y-%m" if found.grain is Grain.MONTH else "%m-%d"
    return tuple(local(each.start).strftime(form) for each in found.parts)


def _narrow(label: str) -> str:
    """02+1 for the hour that comes twice: under a bar there is no room for more."""
    return label.replace(" +0", "+").removesuffix(":00")


def part_word(found: FigureSet) -> str:
    return {Grain.HOUR: "timme", Grain.MONTH: "månad"}.get(found.grain, "dag")


def _levels(found: FigureSet) -> Chart:
    """The mix of care levels in percent, beside what it usually is."""
    series = [Series("Utfall", _mix(found.groups, _told(found)))]
    if any(known_before(found)):
        before: Sequence[Tally | Masked] = found.groups_before
        if found.masked:
            before = veiled(found.groups_before, found.limits.small_cell)
        series.append(Series("Brukar", _mix(found.groups_before, before), dashed=True))
    return Chart("Vårdnivå", "%", tuple(_LEVELS.values()), tuple(series))


def _told(found: FigureSet) -> Sequence[Tally | Masked]:
    if not found.masked:
        return found.groups
    # A share tells the sum of all of them too.
    if FigureCode.REFERRED in found.withheld.figures:
        return ()
    return found.withheld.rows[Dimension.GROUP] or ()


def _mix(groups: Sequence[Tally], told: Sequence[Tally | Masked]) -> tuple[float | None, ...]:
    """The share of each level; None for what is not told, and where there is nothing."""
    total = sum(each.count for each in groups if each.key in _LEVELS)
    counts: dict[str, int | None] = dict.fromkeys((each.key for each in groups), None)
    counts |= {each.key: each.count for each in told}
    return tuple(
        None if not total or (count := counts.get(each, 0)) is None else 100 * count / total
        for each in _LEVELS
    )


def _over_time(
    found: FigureSet, code: FigureCode, values: Sequence[float | None], scale: float = 1.0
) -> tuple[tuple[Series, ...], ChartKind, tuple[Mark, ...]]:
    """A figure over time, with its target as a line across."""
    shown = found.figure(code)
    target = shown.judged.target if shown else None
    marks = () if target is None else (Mark("Mål", target.amount * scale),)
    points = tuple(None if each is None else each * scale for each in values)
    return (Series("Utfall", points),), ChartKind.LINES, marks


def _share(counts: CallCounts, short: int) -> float | None:
    net = counts.offered - counts.short(short)
    return 100 * counts.answered.count / net if net else None
