"""Counting ahead: hours from rows, days from hours, months from days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    text,
)

from db.supervision import cell_rows
from db.supervision.cell_pieces import (
    HOUR,
    Piece,
    cell_counts,
    cell_row,
    hour_from,
    hour_of,
    instant,
    pieces,
    pieces_at,
    seconds,
)
from db.supervision.cell_tables import (
    OF_SOURCE,
    WATCH,
    CellGrain,
    Source,
    figure_calls,
    figure_marks,
    figure_stale,
    figure_tallies,
)
from db.supervision.cell_triggers import SEALED_AFTER
from kundcenter.domain.calendar import local
from kundcenter.domain.supervision import periods
from kundcenter.domain.supervision.call_legs import OPEN_FOR, Leg, counted
from kundcenter.domain.supervision.counts import CallCounts, total_counts
from kundcenter.domain.supervision.periods import PeriodKind, Span

_DAY, _SHORTEST_DAY, _LONG = 24 * HOUR, 23 * HOUR, 50 * HOUR
_ALL_OF_THEM = 1_000_000  # hours
_ALL = (CellGrain.MONTH, CellGrain.DAY, CellGrain.HOUR)
_M, _S, _F, _T = figure_marks.c, figure_stale.c, figure_calls.c, figure_tallies.c
_FIRST: BindParameter[int] = bindparam("first")
_LAST: BindParameter[int] = bindparam("last")

_ANY_STALE = select(func.count()).where(_S.hour >= _FIRST, _S.hour < _LAST)
_UNMARK = delete(figure_marks).where(
    exists().where(
        _S.source == _M.source,
        _S.hour >= _M.starts,
        _S.hour < _M.ends,
        _S.hour >= _FIRST,
        _S.hour < _LAST,
    )
)
_FRESH = delete(figure_stale).where(_S.hour >= _FIRST, _S.hour < _LAST)
_NO_CALLS = delete(figure_calls).where(
    _F.grain == bindparam("of"), _F.starts >= _FIRST, _F.starts < _LAST
)
_NO_TALLIES = delete(figure_tallies).where(
    _T.grain == bindparam("of"),
    _T.starts >= _FIRST,
    _T.starts < _LAST,
    _T.dimension.in_(bindparam("dimensions", expanding=True)),
)
_CELLS = (
    select(figure_calls)
    .where(_F.grain == bindparam("grain"), _F.starts >= _FIRST, _F.starts < _LAST)
    .order_by(_F.starts, _F.queue)
)
_SUMS = insert(figure_tallies).from_select(
    ["grain", "starts", "dimension", "key", "count", "total_ms"],
    select(
        bindparam("to"),
        bindparam("at"),
        _T.dimension,
        _T.key,
        func.sum(_T.count),
        func.sum(_T.total_ms),
    )
    .where(
        _T.grain == bindparam("of"),
        _T.starts >= _FIRST,
        _T.starts < _LAST,
        _T.dimension.in_(bindparam("dimensions", expanding=True)),
    )
    .group_by(_T.dimension, _T.key),
)
_WATCHED = select(_M.starts).where(_M.source == WATCH)
_THIS = text("SELECT pg_current_xact_id()::text::bigint")
_ALL_SEE_IT = text("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint > :since")


class SqlFigureKeeping:
    """What this store counts ahead; its own, in no operation and no mirror."""

    def __init__(self, connection: Connection, now: Callable[[], datetime]) -> None:
        self._on = connection
        self._now = now

    def freshen(self, start: datetime, end: datetime, *, most_hours: int) -> int:
        """Count what does not hold in the time, at most so many hours; returns how many.

        Only hours that are over are counted, and of callers those in which nobody may still wait.
        0: nothing is left to do, or nothing can be done now.
        """
        first, last = hour_from(start), hour_of(min(end, self._now()))
        if last - first > _LONG:
            first = max(first, self._beginning(last))
        if first >= last or not self._watched():
            return 0
        done = self._count_hours(first, last, most_hours)
        if not done and last - first < _SHORTEST_DAY:
            return 0
        span = Span(PeriodKind.OWN, instant(first), instant(last))
        self._sum_up(span, CellGrain.DAY, CellGrain.HOUR)
        self._sum_up(span, CellGrain.MONTH, CellGrain.DAY)
        return done

    def before_leaving(self) -> None:
        """Old rows are about to leave this desk: count what was not, for it cannot be later."""
        begun, limit = cell_rows.earliest(self._on), self._now() - timedelta(days=SEALED_AFTER)
        if begun is not None and begun < limit:
            last = hour_of(limit) + HOUR
            self.freshen(instant(hour_of(begun)), instant(last), most_hours=_ALL_OF_THEM)

    def wanting(self, times: Sequence[tuple[datetime, datetime]]) -> tuple[int, ...]:
        """Which of the times have hours that do not hold; of short ones one statement tells."""
        now = self._now()
        hours = [(hour_from(start), hour_of(min(end, now))) for start, end in times]
        short = [at for at, (first, last) in enumerate(hours) if last - first < _SHORTEST_DAY]
        some = [(instant(hours[at][0]), instant(hours[at][1])) for at in short]
        held = {
            at
            for at, (start, end), cut in zip(short, some, pieces_at(self._on, some), strict=True)
            if start >= end or not any(self._countable(cut))
        }
        return tuple(at for at in range(len(hours)) if at not in held)

    def _beginning(self, last: int) -> int:
        """When the month began in which there are rows first: nobody counts what was before."""
        found = cell_rows.earliest(self._on)
        if found is None:
            return last
        day = local(found).date()
        return seconds(periods.month(day.year, day.month).start)

    def _watched(self) -> bool:
        """Whether every transaction that could change a row says which hour grows stale.

        At the centre they do so from the one on in which somebody asked for figures first; nothing
        is counted ahead before those that had begun earlier are over.
        """
        if self._on.dialect.name == "sqlite":
            return True
        since = self._on.execute(_WATCHED).scalar()
        if since is not None:
            return bool(self._on.execute(_ALL_SEE_IT, {"since": since}).scalar())
        this = self._on.execute(_THIS).scalar_one()
        row = {"source": WATCH, "grain": WATCH, "starts": this, "ends": this}
        self._on.execute(insert(figure_marks), row)
        return False

    def _forget_stale(self, first: int, last: int) -> None:
        """What is stale is counted again, and all that was summed of it."""
        named = {"first": first, "last": last}
        if self._on.execute(_ANY_STALE, named).scalar():
            self._on.execute(_UNMARK, named)
            self._on.execute(_FRESH, named)

    def _count_hours(self, first: int, last: int, most: int) -> int:
        """The oldest first, and of all sources together, so that their days are summed at once."""
        if not self._gaps(first, last):
            return 0
        self._forget_stale(first, last)
        done = 0
        for starts, source, ends in sorted(self._gaps(first, last)):
            left = most - done
            if left <= 0:
                break
            until = min(ends, starts + HOUR * left)
            self._count(source, starts, until)
            done += (until - starts) // HOUR
        return done

    def _gaps(self, first: int, last: int) -> list[tuple[int, Source, int]]:
        """What does not hold, in pieces of at most a day."""
        cut = pieces(self._on, tuple(Source), instant(first), instant(last), _ALL)
        return [
            (starts, source, min(starts + _DAY, until))
            for source, begins, until in self._countable(cut)
            for starts in range(begins, until, _DAY)
        ]

    def _countable(
        self, cut: Mapping[Source, Iterable[Piece]]
    ) -> Iterator[tuple[Source, int, int]]:
        """What does not hold, and could."""
        settled = hour_of(self._now() - OPEN_FOR)  # what came of later callers may not be known yet
        for source, some in cut.items():
            for piece in some:
                begins, until = seconds(piece.start), seconds(piece.end)
                if source is Source.CALLS:
                    until = min(until, settled)
                if piece.grain is None and begins < until:
                    yield source, begins, until

    def _count(self, source: Source, first: int, last: int) -> None:
        start, end = instant(first), instant(last)
        named = {"of": CellGrain.HOUR, "first": first, "last": last}
        if source is Source.CALLS:
            legs = cell_rows.call_legs(self._on, start, end)
            self._on.execute(_NO_CALLS, named)
            self._add(figure_calls, _call_cells(legs))
        cells = _tally_cells(cell_rows.scan(self._on, source, start, end))
        self._on.execute(_NO_TALLIES, {**named, "dimensions": list(OF_SOURCE[source])})
        self._add(figure_tallies, cells)
        self._mark(source, CellGrain.HOUR, [(at, at + HOUR) for at in range(first, last, HOUR)])

    def _sum_up(self, span: Span, to: CellGrain, of: CellGrain) -> None:
        """Make the cells of `to` of which all parts hold, and that are not there."""
        grains = [grain for grain in _ALL if _ALL.index(grain) <= _ALL.index(of)]
        cut = pieces(self._on, tuple(Source), span.start, span.end, grains)
        wanted: dict[Span, list[Source]] = {}
        for source, some in cut.items():
            for piece in some:
                if piece.grain is of:
                    for whole in _wholes(piece, to):
                        wanted.setdefault(whole, []).append(source)
        for whole, sources in wanted.items():
            self._sum(whole, to, of, sources)

    def _sum(self, part: Span, to: CellGrain, of: CellGrain, sources: Sequence[Source]) -> None:
        first, last = seconds(part.start), seconds(part.end)
        dimensions = [each for source in sources for each in OF_SOURCE[source]]
        old = {"of": to, "first": first, "last": first + 1, "dimensions": dimensions}
        self._on.execute(_NO_TALLIES, old)
        cells = {"of": of, "first": first, "last": last, "dimensions": dimensions}
        self._on.execute(_SUMS, {**cells, "to": to, "at": first})
        if Source.CALLS in sources:
            self._on.execute(_NO_CALLS, old)
            found: dict[str, list[CallCounts]] = {}
            named = {"grain": of, "first": first, "last": last}
            for _, _, queue, *columns in self._on.execute(_CELLS, named):
                found.setdefault(queue, []).append(cell_counts(columns))
            self._add(
                figure_calls,
                [cell_row(to, first, queue, total_counts(some)) for queue, some in found.items()],
            )
        for source in sources:
            self._mark(source, to, [(first, last)])

    def _mark(self, source: Source, grain: CellGrain, cells: Iterable[tuple[int, int]]) -> None:
        self._add(
            figure_marks,
            [{"source": source, "grain": grain, "starts": a, "ends": b} for a, b in cells],
        )

    def _add(self, table: Any, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            self._on.execute(insert(table), list(rows))


def _wholes(piece: Piece, grain: CellGrain) -> Iterator[Span]:
    """The whole days or months in it."""
    parts = periods.by_days if grain is CellGrain.DAY else periods.by_months
    for part in parts(Span(PeriodKind.OWN, piece.start, piece.end)):
        if part.start > piece.start and part.end < piece.end:
            yield part  # only the first and the last may be cut off
            continue
        first, _ = part.days
        full = periods.month(first.year, first.month)
        if (full if grain is CellGrain.MONTH else periods.day(first)) == part:
            yield part


def _call_cells(legs: Iterable[Leg]) -> list[dict[str, Any]]:
    theirs: dict[tuple[int, str], list[Leg]] = {}
    for leg in legs:
        theirs.setdefault((hour_of(leg.joined_at), leg.queue), []).append(leg)
    return [
        cell_row(CellGrain.HOUR, starts, queue, counted(some))
        for (starts, queue), some in theirs.items()
    ]


def _tally_cells(rows: Iterable[cell_rows.Counted]) -> list[dict[str, Any]]:
    found: dict[tuple[int, str, str], list[int]] = {}
    for row in rows:
        sums = found.setdefault((hour_of(row.at), row.dimension, row.key), [0, 0])
        sums[0] += 1
        sums[1] += row.ms
    return [
        {
            "grain": CellGrain.HOUR,
            "starts": starts,
            "dimension": dimension,
            "key": key,
            "count": count,
            "total_ms": total_ms,
        }
        for (starts, dimension, key), (count, total_ms) in found.items()
    ]
