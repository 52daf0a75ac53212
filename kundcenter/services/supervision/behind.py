"""From a row of figures down to its calls, inside one reading."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from uuid import UUID

from kundcenter.domain.calendar import local
from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.dimensions import Dimension
from kundcenter.domain.supervision.exploring import DIMENSIONS, IN_TIME, NEEDS, SPLITS, By, Query
from kundcenter.domain.supervision.periods import by_days, by_hours
from kundcenter.ports import Reading
from kundcenter.services.supervision.code_groups import group_of
from kundcenter.services.supervision.explored import parts_of, start_of


def behind(reading: Reading, query: Query, key: str) -> tuple[UUID, ...]:
    """All calls behind one row, each once, by when they count, the oldest first."""
    found: dict[UUID, datetime] = {}
    for start, end in times_of(query, key):
        for dimension, keys in _keys(reading, query, key, start, end):
            for at, id in reading.figures.behind(start, end, dimension, keys):
                found[id] = min(at, found.get(id, at))
    return tuple(sorted(found, key=lambda id: (found[id], id)))


def times_of(query: Query, key: str) -> Iterator[tuple[datetime, datetime]]:
    """The times of one row, in order."""
    span = query.span
    parts = parts_of(query)
    if parts:
        yield from ((start_of(each), each.end or span.end) for each in parts if each.key == key)
    elif query.by is By.WEEKDAY:
        days = by_days(span)
        yield from (
            (each.start, each.end) for each in days if str(each.days[0].isoweekday()) == key
        )
    elif query.by is By.HOUR:
        for day in by_days(span):  # an October night has two hours of one name
            hours = by_hours(day)
            yield from ((e.start, e.end) for e in hours if f"{local(e.start).hour:02}" == key)
    else:
        yield span.start, span.end


def _keys(
    reading: Reading, query: Query, key: str, start: datetime, end: datetime
) -> Iterator[tuple[Dimension, Collection[str] | None]]:
    """By what the rows of the store are asked for; None is every key."""
    if query.is_split and query.by in IN_TIME:
        yield SPLITS[query.split], None
    elif query.by is By.QUEUE:
        yield Dimension.QUEUE, (key,)
    elif query.by is By.GROUP:
        group = group_of(reading)
        tallies = reading.figures.tallies(start, end, Dimension.OUTCOME)
        yield Dimension.OUTCOME, {each.key for each in tallies if group(each.key) == key}
    elif query.by in DIMENSIONS:
        yield DIMENSIONS[query.by], (key,)
    else:
        for dimension in NEEDS.get(query.figure or FigureCode.OFFERED, (Dimension.QUEUE,)):
            one = dimension is Dimension.QUEUE and query.queue
            yield dimension, (query.queue,) if one else None
