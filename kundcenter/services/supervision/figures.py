"""The figures: of a period, of now, of oneself, and of each operator for who leads."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from kundcenter.domain.access import Function
from kundcenter.domain.calendar import day_bounds, local
from kundcenter.domain.supervision import periods
from kundcenter.domain.supervision.figure_sets import FigureSet
from kundcenter.domain.supervision.live_now import LiveNow
from kundcenter.domain.supervision.own_shift import OwnShift, TeamShare
from kundcenter.domain.supervision.own_spans import BACK, own_spans
from kundcenter.domain.supervision.periods import Span
from kundcenter.ports import Keeping, Store
from kundcenter.services.supervision.figure_sets import figure_set
from kundcenter.services.supervision.live_now import live_now
from kundcenter.services.supervision.own_shifts import own_shift, team_shares

CHUNK = 4 * 72  # hours that are counted at once: of four sorts of rows, three days of each
KEPT_BACK = timedelta(days=400)  # what is counted ahead: a year, and what it is compared with
_MOST_CHUNKS = 10_000


class Figures:
    """Everybody at the desk sees how it stands and their own; leaders see figures of periods."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, span: Span, *, distribution: bool = False) -> FigureSet:
        """All figures of a period, beside targets and periods before; of nobody by name.

        What has changed since it was counted is counted first, so that it is quick the next time.
        Raises SpanWrong.
        """
        span = span.checked()
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_FIGURES)
        self._freshen((span, *periods.same_before(span)))
        with self._store.read() as reading:
            return figure_set(reading, span, distribution=distribution)

    def live(self) -> LiveNow:
        """How it stands now: the calls of today by queue, and what is not as usual.

        A locked desk may show it on a screen in the room: without what anybody has written.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.SHOW_LIVE)
            start, end = day_bounds(local(reading.now).date())
            rows = reading.figures.calls(start, end, by_queue=True)
            live = live_now(reading, {row.queue or "": row.counts for row in rows})
            return live if reading.actor.may(Function.SEE_LIVE) else live.wordless()

    def mine(self, span: Span | None = None) -> OwnShift:
        """One's own shift: the one that goes on, or a given time.  Nobody else sees it.

        Raises SpanWrong.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.OWN_FIGURES)
            return own_shift(reading, reading.actor.operator_id, span and span.checked())

    def my_shifts(self) -> tuple[Span, ...]:
        """One's own shifts that are over, the newest first; nobody else sees them."""
        with self._store.read() as reading:
            reading.actor.must(Function.OWN_FIGURES)
            me, now = reading.actor.operator_id, reading.now
            turns = reading.work_turns.between(now - BACK, now)
            return own_spans(turns, reading.presences.of(me, now - BACK, now), me, now)

    def operators(self, span: Span) -> tuple[TeamShare, ...]:
        """Each one's active share, by name; for who leads.  Raises SpanWrong."""
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_OPERATORS)
            return team_shares(reading, span.checked())

    def keep_up(self) -> bool:
        """Count ahead what is over, a little at a time; whether there may be more to do.

        Nothing that anybody sees depends on it but how long it takes.
        """
        with self._store.keep() as keeping:
            keeping.actor.must(Function.SEE_LIVE)
            now = keeping.now
            return keeping.figures.freshen(now - KEPT_BACK, now, most_hours=CHUNK) > 0

    def _freshen(self, spans: Iterable[Span]) -> None:
        left = list(spans)
        with self._store.keep() as keeping:
            wanting = keeping.figures.wanting([(each.start, each.end) for each in left])
        left = [left[place] for place in wanting]
        for _ in range(_MOST_CHUNKS):
            if not left:
                return
            with self._store.keep() as keeping:
                while left and not _counted(keeping, left[0]):
                    left.pop(0)


def _counted(keeping: Keeping, span: Span) -> int:
    return keeping.figures.freshen(span.start, span.end, most_hours=CHUNK)
