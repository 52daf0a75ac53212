"""What one reading has looked up of short times: their pieces, and the cells and rows of each.

Several times that are known before are looked up together (db.supervision.cell_at_once); what was
not is looked up when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from db.supervision import cell_rows
from db.supervision.cell_at_once import rows_at
from db.supervision.cell_pieces import Gap, Piece, pieces_at, seconds, together
from db.supervision.cell_tables import (
    OF_SOURCE,
    SOURCE_OF,
    CellGrain,
    Source,
    figure_calls,
    figure_tallies,
)
from kundcenter.domain.supervision.call_legs import Leg
from kundcenter.domain.supervision.dimensions import Dimension

SHORT = timedelta(hours=23)  # no day is in what is shorter

_F, _T = figure_calls.c, figure_tallies.c
_OF_CALLS = select(
    _F.starts,
    _F.queue,
    _F.answered,
    _F.answered_count,
    _F.answered_ms,
    _F.answered_longest,
    _F.abandoned,
    _F.abandoned_count,
    _F.abandoned_ms,
    _F.abandoned_longest,
    _F.unknown,
    _F.handled,
    _F.talk_ms,
    _F.hold_ms,
    _F.wrap_ms,
).where(
    _F.grain == bindparam("grain"),
    _F.starts >= bindparam("first"),
    _F.starts < bindparam("last"),
)
_OF_TALLIES = (
    select(_T.dimension, _T.key, func.sum(_T.count), func.sum(_T.total_ms))
    .where(
        _T.grain == bindparam("grain"),
        _T.starts >= bindparam("first"),
        _T.starts < bindparam("last"),
        _T.dimension.in_(bindparam("dimensions", expanding=True)),
    )
    .group_by(_T.dimension, _T.key)
)

Rows = Sequence[Sequence[Any]]


class Looks:
    """Of one connection, within one transaction that changes none of it."""

    def __init__(self, connection: Connection, now: Callable[[], datetime] | None = None) -> None:
        self._on = connection
        self._now = now
        self._cuts: dict[Gap, dict[Source, tuple[Piece, ...]]] = {}
        self._legs: dict[Piece, list[Leg]] = {}
        self._scans: dict[tuple[Source, Piece], list[cell_rows.Counted]] = {}
        self._calls: dict[Piece, Rows] = {}
        self._tallies: dict[tuple[Source, Piece], Rows] = {}

    def foresee(self, times: Iterable[Gap]) -> None:
        """Look up what the short ones of the times need, all of them at once."""
        short = [
            (start, end)
            for start, end in dict.fromkeys(times)
            if end - start < SHORT and (start, end) not in self._cuts
        ]
        cuts = pieces_at(self._on, short)
        self._cuts.update(zip(short, cuts, strict=True))
        edges: dict[Source, list[Piece]] = {}
        hours: dict[tuple[Source, ...], list[Piece]] = {}
        for cut in cuts:
            for piece, sources in together(cut):
                if piece.grain is not None:
                    hours.setdefault(sources, []).append(piece)
                    continue
                for source in sources:
                    edges.setdefault(source, []).append(piece)
        for source, some in edges.items():
            self._scan_all(source, list(dict.fromkeys(some)))
        for sources, some in hours.items():
            self._read_all(sources, list(dict.fromkeys(some)))

    def _scan_all(self, source: Source, edges: Sequence[Piece]) -> None:
        times = [(piece.start, piece.end) for piece in edges]
        found = cell_rows.scans_at(self._on, source, times)
        self._scans.update(
            ((source, piece), rows) for piece, rows in zip(edges, found, strict=True)
        )
        if source is Source.CALLS:
            self._legs.update(zip(edges, self._legs_at(times), strict=True))

    def _read_all(self, sources: Sequence[Source], hours: Sequence[Piece]) -> None:
        times = [_named(piece) for piece in hours]
        dimensions = [each for source in sources for each in OF_SOURCE[source]]
        named = {"grain": CellGrain.HOUR, "dimensions": dimensions}
        for piece, rows in zip(hours, rows_at(self._on, _OF_TALLIES, times, **named), strict=True):
            theirs: dict[Source, list[Sequence[Any]]] = {source: [] for source in sources}
            for row in rows:
                theirs[SOURCE_OF[Dimension(row[0])]].append(row)
            self._tallies.update(((source, piece), some) for source, some in theirs.items())
        if Source.CALLS in sources:
            cells = rows_at(self._on, _OF_CALLS, times, grain=CellGrain.HOUR)
            self._calls.update(zip(hours, cells, strict=True))

    def cut(self, start: datetime, end: datetime) -> dict[Source, tuple[Piece, ...]]:
        """A short time in pieces."""
        if (start, end) not in self._cuts:
            self._cuts[start, end] = pieces_at(self._on, [(start, end)])[0]
        return self._cuts[start, end]

    def legs(self, piece: Piece) -> list[Leg]:
        """The callers of a time in which no cell holds."""
        known = self._legs.get(piece)
        return self._legs_at([(piece.start, piece.end)])[0] if known is None else known

    def _legs_at(self, times: Sequence[Gap]) -> list[list[Leg]]:
        return cell_rows.call_legs_at(self._on, times, self._now() if self._now else None)

    def scan(self, source: Source, piece: Piece) -> list[cell_rows.Counted]:
        """What else counts in a time in which no cell holds."""
        known = self._scans.get((source, piece))
        if known is None:
            return cell_rows.scan(self._on, source, piece.start, piece.end)
        return known

    def calls(self, piece: Piece) -> Rows:
        """The cells of calls: when each begins, its queue, and its columns."""
        known = self._calls.get(piece)
        if known is None:
            return self._on.execute(_OF_CALLS, {**_named(piece), "grain": piece.grain}).all()
        return known

    def tallies(
        self, sources: Sequence[Source], piece: Piece, wanted: Sequence[Dimension]
    ) -> Iterable[Sequence[Any]]:
        """Sums of cells: dimension, key, how many, milliseconds.  Those wanted are among them."""
        known = [self._tallies.get((source, piece)) for source in sources]
        if any(some is None for some in known):
            named = {**_named(piece), "grain": piece.grain, "dimensions": wanted}
            return self._on.execute(_OF_TALLIES, named)
        return (row for some in known if some is not None for row in some)


def _named(piece: Piece) -> dict[str, object]:
    return {"first": seconds(piece.start), "last": seconds(piece.end)}
