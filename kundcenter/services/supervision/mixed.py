"""Notes by two things at once, inside one reading: by the clock from cells, else from rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kundcenter.domain.calendar import local
from kundcenter.domain.supervision.dimensions import Grain, PairCount
from kundcenter.domain.supervision.exploring import (
    DIMENSIONS,
    IN_TIME,
    SPLITS,
    By,
    Exploration,
    Query,
    Split,
)
from kundcenter.domain.supervision.key_words import GROUPS
from kundcenter.domain.supervision.mixes import mix_lines, mix_of
from kundcenter.domain.supervision.target_defaults import limits_on, with_defaults
from kundcenter.ports import Reading
from kundcenter.services.supervision.code_groups import group_of
from kundcenter.services.supervision.explored import class_of, classes


def mixed(reading: Reading, query: Query) -> Exploration:
    """The answer to a query that has been checked, and is split."""
    span = query.span
    limits = limits_on(with_defaults(reading.targets.all()), span.days[1])
    order = list(GROUPS)
    group: Callable[[str], str] = group_of(reading)
    if query.split is Split.URGENCY:
        order, group = [each.code for each in reading.codes.urgencies], str
    in_time = query.by in IN_TIME
    found = tuple(_by_clock(reading, query) if in_time else _by_rows(reading, query))
    pairs = [PairCount(each.key, group(each.other), each.count) for each in found]
    mix = mix_of(pairs, order, classes(query) if in_time else None)
    lines, total = mix_lines(
        mix, share=query.share, limit=limits.small_cell if query.distribution else 0
    )
    counted = 0 if in_time else _counted(reading, query) - sum(each.count for each in found)
    return Exploration(
        query,
        lines,
        total,
        since=reading.figures.since(),
        limits=limits,
        columns=mix.columns,
        apart=max(counted, 0),
    )


def _by_rows(reading: Reading, query: Query) -> tuple[PairCount, ...]:
    span = query.span
    by, split = DIMENSIONS[query.by], SPLITS[query.split]
    return reading.figures.pairs(span.start, span.end, by, split)


def _counted(reading: Reading, query: Query) -> int:
    """How many there were, also where rows have been taken away since they were counted."""
    tallies = reading.figures.tallies(query.span.start, query.span.end, DIMENSIONS[query.by])
    return sum(each.count for each in tallies)


def _by_clock(reading: Reading, query: Query) -> Iterator[PairCount]:
    """Hours and weekdays as a clock in Sweden shows them, on days of 23 and 25 hours too."""
    grain = Grain.DAY if query.by is By.WEEKDAY else Grain.HOUR
    span, split = query.span, SPLITS[query.split]
    for start, _, tallies in reading.figures.tallies_by(span.start, span.end, split, grain):
        at = local(start)
        key = class_of(at.isoweekday(), at.hour, query.by is By.WEEKDAY)
        yield from (PairCount(key, each.key, each.count) for each in tallies)
