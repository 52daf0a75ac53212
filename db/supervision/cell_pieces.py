"""Which cells hold in a time, and what of it has to be counted from rows."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, exists, not_, select

from db.base import spelt
from db.supervision.cell_at_once import rows_at
from db.supervision.cell_tables import CellGrain, Source, figure_marks, figure_stale
from kundcenter.domain.supervision.counts import CallCounts, Waits

HOUR = 3600
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)
_LEAST = {  # a time that is shorter has none of them
    CellGrain.HOUR: timedelta(hours=1),
    CellGrain.DAY: timedelta(hours=23),
    CellGrain.MONTH: timedelta(days=27),
}

Gap = tuple[datetime, datetime]


class Piece(NamedTuple):
    """One time in which cells of one grain hold, one after the other; None: count the rows."""

    grain: CellGrain | None
    start: datetime
    end: datetime


def seconds(at: datetime) -> int:
    """Whole seconds since 1970; what is over is cut off."""
    return (at - _EPOCH) // _SECOND


def instant(at: int) -> datetime:
    return _EPOCH + timedelta(seconds=at)


def hour_of(at: datetime) -> int:
    """When the hour of an instant began."""
    return seconds(at) // HOUR * HOUR


def hour_from(at: datetime) -> int:
    """When the first hour began that did not begin before."""
    begun = hour_of(at)
    return begun if instant(begun) == at else begun + HOUR


_M, _S = figure_marks.c, figure_stale.c
_IS_STALE = exists().where(_S.source == _M.source, _S.hour >= _M.starts, _S.hour < _M.ends)
_OF_ALL = select(_M.source, _M.starts, _M.ends).where(
    _M.source.in_(spelt(Source)),
    _M.grain == bindparam("grain"),
    _M.starts >= bindparam("first"),
    _M.starts < bindparam("last"),
    _M.ends <= bindparam("last"),
    not_(_IS_STALE),
)
_HOLDING = _OF_ALL.where(_M.source.in_(bindparam("sources", expanding=True))).order_by(
    _M.source, _M.starts
)


def pieces(
    connection: Connection,
    sources: Collection[Source],
    start: datetime,
    end: datetime,
    grains: Sequence[CellGrain],
) -> dict[Source, tuple[Piece, ...]]:
    """The time cut into pieces, in order, for each source; `grains` are from coarse to fine."""
    gaps: dict[Source, list[Gap]] = {source: [(start, end)] for source in sources}
    found: dict[Source, list[Piece]] = {source: [] for source in sources}
    for grain in grains:
        asked: dict[Gap, list[Source]] = {}
        for source, theirs in gaps.items():
            for gap in theirs:
                asked.setdefault(gap, []).append(source)
        gaps = {source: [] for source in sources}
        for gap, some in asked.items():
            held = _holding(connection, some, grain, gap)
            for source in some:
                whole, rest = _cut(gap, held.get(source, ()))
                found[source] += [Piece(grain, *each) for each in whole]
                gaps[source] += rest
    for source, rest in gaps.items():
        found[source] += [Piece(None, *gap) for gap in rest]
    return {source: tuple(sorted(some, key=_by_start)) for source, some in found.items()}


def pieces_at(
    connection: Connection, times: Sequence[Gap]
) -> tuple[dict[Source, tuple[Piece, ...]], ...]:
    """Several short times cut into hours and what is left, for every source."""
    named = [{"first": hour_from(start), "last": hour_of(end)} for start, end in times]
    found: list[dict[Source, tuple[Piece, ...]]] = []
    marks = rows_at(connection, _OF_ALL, named, grain=CellGrain.HOUR) if times else []
    for gap, rows in zip(times, marks, strict=True):
        held: dict[str, list[tuple[int, int]]] = {}
        for source, starts, ends in sorted(map(tuple, rows)):
            held.setdefault(source, []).append((starts, ends))
        cut: dict[Source, tuple[Piece, ...]] = {}
        for each in Source:
            whole, rest = _cut(gap, held.get(each, ()))
            some = [Piece(CellGrain.HOUR, *one) for one in whole]
            some += [Piece(None, *one) for one in rest]
            cut[each] = tuple(sorted(some, key=_by_start))
        found.append(cut)
    return tuple(found)


def _by_start(piece: Piece) -> datetime:
    return piece.start


def _holding(
    connection: Connection, sources: Iterable[Source], grain: CellGrain, gap: Gap
) -> dict[str, list[tuple[int, int]]]:
    start, end = gap
    found: dict[str, list[tuple[int, int]]] = {}
    if end - start < _LEAST[grain]:
        return found
    named = {
        "sources": list(sources),
        "grain": grain,
        "first": hour_from(start),
        "last": hour_of(end),
    }
    for source, starts, ends in connection.execute(_HOLDING, named):
        found.setdefault(source, []).append((starts, ends))
    return found


def _cut(gap: Gap, cells: Iterable[tuple[int, int]]) -> tuple[list[Gap], list[Gap]]:
    """What of the gap cells cover, neighbours as one, and what is left."""
    whole: list[Gap] = []
    rest: list[Gap] = []
    at, end = gap
    for starts, ends in cells:
        first, last = instant(starts), instant(ends)
        if first > at:
            rest.append((at, first))
        if whole and whole[-1][1] == first:
            whole[-1] = (whole[-1][0], last)
        else:
            whole.append((first, last))
        at = last
    if at < end:
        rest.append((at, end))
    return whole, rest


def together(
    of: Mapping[Source, Iterable[Piece]],
) -> Iterator[tuple[Piece, tuple[Source, ...]]]:
    """Each piece once, with the sources that have it: mostly all of them."""
    found: dict[Piece, list[Source]] = {}
    for source, some in of.items():
        for piece in some:
            found.setdefault(piece, []).append(source)
    for piece, sources in found.items():
        yield piece, tuple(sources)


class Parts:
    """A time cut into parts, of which each instant is in one."""

    def __init__(self, starts: Sequence[datetime]) -> None:
        self._starts = starts

    def __call__(self, at: datetime) -> int:
        return bisect_right(self._starts, at) - 1


# -- histograms in a cell ----------------------------------------------------------------------


def packed(waits: Waits) -> bytes:
    """Pairs of a wait in seconds and how many, in order; four bytes each, the lowest first."""
    flat = array("I", [number for pair in sorted(waits.seconds.items()) for number in pair])
    if sys.byteorder == "big":
        flat.byteswap()
    return flat.tobytes()


def unpacked(told: bytes, count: int, total_ms: int, longest_ms: int) -> Waits:
    flat = array("I")
    flat.frombytes(told)
    if sys.byteorder == "big":
        flat.byteswap()
    return Waits(dict(zip(flat[::2], flat[1::2], strict=True)), count, total_ms, longest_ms)


def cell_row(grain: CellGrain, starts: int, queue: str, counts: CallCounts) -> dict[str, Any]:
    """The columns of a cell of figure_calls."""
    answered, abandoned = counts.answered, counts.abandoned
    return {
        "grain": grain,
        "starts": starts,
        "queue": queue,
        "answered": packed(answered),
        "answered_count": answered.count,
        "answered_ms": answered.total_ms,
        "answered_longest": answered.longest_ms,
        "abandoned": packed(abandoned),
        "abandoned_count": abandoned.count,
        "abandoned_ms": abandoned.total_ms,
        "abandoned_longest": abandoned.longest_ms,
        "unknown": counts.unknown,
        "handled": counts.handled,
        "talk_ms": counts.talk_ms,
        "hold_ms": counts.hold_ms,
        "wrap_ms": counts.wrap_ms,
    }


def cell_counts(columns: Sequence[Any]) -> CallCounts:
    """The counts of a cell's columns, in the order of `cell_row` after the queue."""
    return CallCounts(unpacked(*columns[:4]), unpacked(*columns[4:8]), *columns[8:])
