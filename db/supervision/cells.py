"""Figures out of the store: what was counted ahead, and the rest from the rows.

Every answer is exact, whatever has been counted: a cell is used only while it holds.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

from sqlalchemy import bindparam, func, literal_column, select

from db import calls as call_table
from db.base import Unit, spelt
from db.supervision.cell_behind import calls_behind
from db.supervision.cell_looks import SHORT, Looks
from db.supervision.cell_pieces import (
    Parts,
    Piece,
    cell_counts,
    hour_of,
    instant,
    pieces,
    seconds,
    together,
)
from db.supervision.cell_tables import (
    OF_SOURCE,
    SOURCE_OF,
    CellGrain,
    Source,
    figure_calls,
    figure_marks,
    figure_tallies,
)
from db.supervision.note_pairs import note_pairs
from kundcenter.domain.calendar import local
from kundcenter.domain.supervision import periods
from kundcenter.domain.supervision.call_legs import Leg, counted
from kundcenter.domain.supervision.counts import CallCounts, Tally, total_counts, total_tallies
from kundcenter.domain.supervision.dimensions import CountRow, Dimension, Grain, PairCount
from kundcenter.domain.supervision.periods import PeriodKind, Span

K = TypeVar("K", bound=Hashable)
Bucket = Callable[[datetime], K]
Keyed = dict[K, dict[str, list[CallCounts]]]  # by part of the time, by queue

_CELLS = {  # from coarse to fine: those that lie in one part of the time
    Grain.TOTAL: (CellGrain.MONTH, CellGrain.DAY, CellGrain.HOUR),
    Grain.MONTH: (CellGrain.MONTH, CellGrain.DAY, CellGrain.HOUR),
    Grain.DAY: (CellGrain.DAY, CellGrain.HOUR),
    Grain.HOUR: (CellGrain.HOUR,),
    Grain.WEEKDAY_HOUR: (CellGrain.HOUR,),
}

_F, _T, _C = figure_calls.c, figure_tallies.c, call_table.calls.c
_OF_TALLIES_BY = (
    select(_T.starts, _T.key, _T.count, _T.total_ms)
    .where(
        _T.grain == bindparam("grain"),
        _T.starts >= bindparam("first"),
        _T.starts < bindparam("last"),
        _T.dimension == bindparam("dimension"),
    )
    .order_by(_T.starts, _T.key)
)
_SEALED = (
    select(figure_marks.c.starts)
    .where(
        figure_marks.c.grain == CellGrain.HOUR,
        figure_marks.c.source.in_(spelt(Source)),
        figure_marks.c.starts.in_(bindparam("hours", expanding=True)),
        figure_marks.c.sealed,
    )
    .distinct()
)
_NEVER_LEFT = timedelta(days=30)  # no row that is younger has left for its age
_FIRST_CALL = select(func.min(_C.queued_at))
_FIRST_CELL = select(func.min(_F.starts)).where(_F.grain == literal_column(f"'{CellGrain.HOUR}'"))


class SqlFigures:
    """Counts of calls and of everything else, for any time."""

    def __init__(self, unit: Unit, now: Callable[[], datetime] | None = None) -> None:
        """`now` None: all of it is long ago."""
        self._on = unit.connection
        self._now = now
        self._looks = Looks(unit.connection, now)

    def foresee(self, times: Collection[tuple[datetime, datetime]]) -> None:
        """These times will be asked for: what the short ones need is looked up at once."""
        self._looks.foresee(times)

    def _cut(
        self, sources: Collection[Source], start: datetime, end: datetime, grain: Grain
    ) -> dict[Source, tuple[Piece, ...]]:
        """The time in pieces; of a short one, which several looks ask for, only once."""
        if end - start >= SHORT:
            return pieces(self._on, sources, start, end, _CELLS[grain])
        cut = self._looks.cut(start, end)
        return {source: cut[source] for source in sources}

    def calls(
        self, start: datetime, end: datetime, grain: Grain = Grain.TOTAL, *, by_queue: bool = False
    ) -> tuple[CountRow, ...]:
        """In order of time, then of queue; see FigureStore."""
        if grain is Grain.WEEKDAY_HOUR:
            return self._by_weekday(start, end, by_queue)
        parts = _parts(start, end, grain)
        found = self._found(start, end, grain, Parts([part.start for part in parts]))
        rows: list[CountRow] = []
        for at, part in enumerate(parts):
            queues = found.get(at, {})
            if by_queue:
                rows += [
                    CountRow(part.start, part.end, total_counts(queues[queue]), queue)
                    for queue in sorted(queues)
                ]
            else:
                rows.append(CountRow(part.start, part.end, _all(queues)))
        return tuple(rows)

    def _by_weekday(self, start: datetime, end: datetime, by_queue: bool) -> tuple[CountRow, ...]:
        found = self._found(start, end, Grain.WEEKDAY_HOUR, _weekday_hour)
        rows: list[CountRow] = []
        for weekday, hour in sorted(found):
            queues = found[weekday, hour]
            if not by_queue:
                rows.append(CountRow(start, end, _all(queues), None, weekday, hour))
                continue
            rows += [
                CountRow(start, end, total_counts(queues[queue]), queue, weekday, hour)
                for queue in sorted(queues)
            ]
        return tuple(rows)

    def _found(self, start: datetime, end: datetime, grain: Grain, bucket: Bucket[K]) -> Keyed[K]:
        found: Keyed[K] = {}
        for piece in self._cut((Source.CALLS,), start, end, grain)[Source.CALLS]:
            if piece.grain is None:
                _add_legs(found, self._looks.legs(piece), bucket)
                continue
            for starts, queue, *columns in self._looks.calls(piece):
                theirs = found.setdefault(bucket(instant(starts)), {})
                theirs.setdefault(queue, []).append(cell_counts(columns))
        return found

    def tallies(self, start: datetime, end: datetime, dimension: Dimension) -> tuple[Tally, ...]:
        """The most first."""
        return self.all_tallies(start, end, (dimension,))[dimension]

    def all_tallies(
        self, start: datetime, end: datetime, dimensions: Collection[Dimension]
    ) -> dict[Dimension, tuple[Tally, ...]]:
        """Those of several dimensions, with few statements."""
        found: dict[str, list[Tally]] = {dimension: [] for dimension in dimensions}
        if Dimension.QUEUE in found:
            found[Dimension.QUEUE] = [
                Tally(row.queue or "", row.counts.offered)
                for row in self.calls(start, end, by_queue=True)
            ]
        sources = {SOURCE_OF[each] for each in dimensions if each in SOURCE_OF}
        cut = self._cut(sorted(sources), start, end, Grain.TOTAL)
        for piece, some in together(cut):
            wanted = [each for source in some for each in OF_SOURCE[source] if each in found]
            if piece.grain is None:
                for source in some:
                    for each in self._looks.scan(source, piece):
                        if each.dimension in found:
                            found[each.dimension].append(Tally(each.key, 1, each.ms))
                continue
            for dimension, key, count, total_ms in self._looks.tallies(some, piece, wanted):
                if dimension in found:
                    # PostgreSQL's sums are of another type, whose numbers are not int
                    found[dimension].append(Tally(key, int(count), int(total_ms)))
        return {dimension: total_tallies(found[dimension]) for dimension in dimensions}

    def tallies_by(
        self, start: datetime, end: datetime, dimension: Dimension, grain: Grain
    ) -> tuple[tuple[datetime, datetime, tuple[Tally, ...]], ...]:
        """Those of each hour, day or month of the time, also of an empty one."""
        if dimension is Dimension.QUEUE:
            return self._queues_by(start, end, grain)
        parts = _parts(start, end, grain)
        bucket = Parts([part.start for part in parts])
        found: dict[int, list[Tally]] = {}
        source = SOURCE_OF[dimension]
        for piece in self._cut((source,), start, end, grain)[source]:
            if piece.grain is None:
                for each in self._looks.scan(source, piece):
                    if each.dimension is dimension:
                        found.setdefault(bucket(each.at), []).append(Tally(each.key, 1, each.ms))
                continue
            named = {**_named(piece), "dimension": dimension}
            for starts, *tally in self._on.execute(_OF_TALLIES_BY, named):
                found.setdefault(bucket(instant(starts)), []).append(Tally(*tally))
        return tuple(
            (part.start, part.end, total_tallies(found.get(at, ())))
            for at, part in enumerate(parts)
        )

    def _queues_by(
        self, start: datetime, end: datetime, grain: Grain
    ) -> tuple[tuple[datetime, datetime, tuple[Tally, ...]], ...]:
        found: dict[datetime, list[Tally]] = {}
        for row in self.calls(start, end, grain, by_queue=True):
            found.setdefault(row.start, []).append(Tally(row.queue or "", row.counts.offered))
        return tuple(
            (part.start, part.end, total_tallies(found.get(part.start, ())))
            for part in _parts(start, end, grain)
        )

    def rows(
        self, start: datetime, end: datetime, dimension: Dimension, key: str, limit: int
    ) -> tuple[UUID, ...]:
        """The calls behind a count, each once, by time; not of rows that know of no call.

        Of QUEUE those that desks know of; an empty key is every queue.
        """
        keys = None if dimension is Dimension.QUEUE and not key else (key,)
        return tuple(id for _, id in self.behind(start, end, dimension, keys)[:limit])

    def behind(
        self, start: datetime, end: datetime, dimension: Dimension, keys: Collection[str] | None
    ) -> tuple[tuple[datetime, UUID], ...]:
        """All of them, of any of the keys, by when they count."""
        return calls_behind(self._on, start, end, dimension, keys)

    def pairs(
        self, start: datetime, end: datetime, first: Dimension, second: Dimension
    ) -> tuple[PairCount, ...]:
        """Notes by two things at once, from their rows alone."""
        return note_pairs(self._on, start, end, first, second)

    def torn(self, times: Sequence[tuple[datetime, datetime]]) -> frozenset[int]:
        """The places of the times that begin or end within an hour whose rows have left here."""
        edges: dict[int, set[int]] = {}
        for place, ends in enumerate(times):
            for at in ends:
                if instant(hour_of(at)) != at:
                    edges.setdefault(hour_of(at), set()).add(place)
        if self._now is not None:
            late = seconds(self._now() - _NEVER_LEFT)
            edges = {hour: places for hour, places in edges.items() if hour < late}
        if not edges:
            return frozenset()
        found = self._on.execute(_SEALED, {"hours": sorted(edges)}).scalars()
        return frozenset(place for hour in found for place in edges[hour])

    def since(self) -> datetime | None:
        """From when on there are calls here, in rows or counted."""
        starts = self._on.execute(_FIRST_CELL).scalar()
        found = (
            self._on.execute(_FIRST_CALL).scalar(),
            None if starts is None else instant(starts),
        )
        return min((at for at in found if at is not None), default=None)


def _add_legs(found: Keyed[K], legs: Iterable[Leg], bucket: Bucket[K]) -> None:
    theirs: dict[tuple[K, str], list[Leg]] = {}
    for leg in legs:
        theirs.setdefault((bucket(leg.joined_at), leg.queue), []).append(leg)
    for (at, queue), some in theirs.items():
        found.setdefault(at, {}).setdefault(queue, []).append(counted(some))


def _all(queues: dict[str, list[CallCounts]]) -> CallCounts:
    return total_counts(counts for theirs in queues.values() for counts in theirs)


def _named(piece: Piece) -> dict[str, object]:
    return {"grain": piece.grain, "first": seconds(piece.start), "last": seconds(piece.end)}


def _weekday_hour(at: datetime) -> tuple[int, int]:
    clock = local(at)
    return clock.isoweekday(), clock.hour


def _parts(start: datetime, end: datetime, grain: Grain) -> tuple[Span, ...]:
    span = Span(PeriodKind.OWN, start, end)
    match grain:
        case Grain.HOUR:
            return tuple(Span(PeriodKind.OWN, row.start, row.end) for row in periods.by_hours(span))
        case Grain.DAY:
            return periods.by_days(span)
        case Grain.MONTH:
            return periods.by_months(span)
    return (span,)
