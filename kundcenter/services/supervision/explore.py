"""Look around in the figures: by time, reason, unit and outcome, down to the rows, and out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.calls import Call, CallNotFound
from kundcenter.domain.supervision.exploring import MOST_ROWS, Exploration, PageGone, Query
from kundcenter.ports import Reading, Store
from kundcenter.services.supervision.behind import behind
from kundcenter.services.supervision.explored import explored
from kundcenter.services.supervision.mixed import mixed


@dataclass(frozen=True, slots=True)
class CallRow:
    """A call behind a figure: no number, no name of anybody.

    `outcome` is "" where what came of it is the content of an entry that is blocked.
    """

    id: UUID
    at: datetime
    queue: str
    state: str
    waited_s: float
    talked_s: float | None
    outcome: str


@dataclass(frozen=True, slots=True)
class CallPage:
    """Some of the calls behind a row, the oldest first: from place `start` on, of `total`.

    A call that was counted and is not kept here any more has its place and no row.
    """

    rows: tuple[CallRow, ...]
    start: int
    total: int

    @property
    def next(self) -> int | None:
        """Where the next page starts."""
        after = self.start + MOST_ROWS
        return after if after < self.total else None

    @property
    def before(self) -> int | None:
        """Where the page before starts."""
        return max(self.start - MOST_ROWS, 0) if self.start else None


@dataclass(frozen=True, slots=True)
class Taken:
    """What is handed out, by whom and when."""

    found: Exploration
    by: str = field(repr=False)
    at: datetime


class Explore:
    def __init__(self, store: Store) -> None:
        self._store = store

    def look(self, query: Query) -> Exploration:
        """The figure, row by row.  Raises SpanWrong, QueryWrong."""
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_FIGURES)
            return _answered(reading, query.checked())

    def rows(self, query: Query, key: str, start: int = 0) -> CallPage:
        """The calls behind one row, two hundred from place `start` on; each page is logged.

        Raises SpanWrong, QueryWrong, PageGone.
        """
        with self._store.view() as view:
            view.actor.must(Function.SEE_FIGURES)
            every = behind(view, query.checked(), key)
            if start % MOST_ROWS or start < 0 or (start and start >= len(every)):
                raise PageGone(start=start)
            ids = every[start : start + MOST_ROWS]
            blocked = view.beyond_reach(ids)
            calls = [call for id in ids if (call := _call(view, id)) is not None]
            if not calls:
                view.witness(Activity.READ, level=Level.OVERVIEW, purpose=Purpose.STATISTICS)
            for call in calls:
                view.witness(
                    Activity.READ,
                    level=Level.OVERVIEW,
                    purpose=Purpose.STATISTICS,
                    subject=("call", call.id),
                )
            rows = (
                _row(call, hidden=call.id in blocked)
                for call in sorted(calls, key=lambda each: (each.queued_at, each.id))
            )
            return CallPage(tuple(rows), start, len(every))

    def take(self, query: Query) -> Taken:
        """As `look`, to be handed out; that it was is logged.  Raises SpanWrong, QueryWrong."""
        with self._store.view() as view:
            view.actor.must(Function.EXPORT_FIGURES)
            found = _answered(view, query.checked())
            view.witness(Activity.PRINT, level=Level.OVERVIEW, purpose=Purpose.STATISTICS)
            return Taken(found, view.operators.get(view.actor.operator_id).name, view.now)

    def queues(self, query: Query) -> tuple[str, ...]:
        """The queues that had a call in the time, by name."""
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_FIGURES)
            span = query.span.checked()
            found = reading.figures.calls(span.start, span.end, by_queue=True)
            return tuple(sorted({each.queue for each in found if each.queue}))


def _answered(reading: Reading, query: Query) -> Exploration:
    return mixed(reading, query) if query.is_split else explored(reading, query)


def _call(reading: Reading, id: UUID) -> Call | None:
    try:
        return reading.calls.get(id)
    except CallNotFound:  # it was counted, and is not kept here any more
        return None


def _row(call: Call, *, hidden: bool) -> CallRow:
    talked = call.ended_at - call.answered_at if call.answered_at and call.ended_at else None
    return CallRow(
        id=call.id,
        at=call.queued_at,
        queue=call.queue or "",
        state=call.state,
        waited_s=call.waited.total_seconds(),
        talked_s=None if talked is None else max(talked.total_seconds(), 0.0),
        outcome="" if hidden else call.outcome or "",
    )
