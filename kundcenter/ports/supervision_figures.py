"""What the core asks of the store for figures: counts, never rows of persons."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from kundcenter.domain.supervision.counts import Tally
from kundcenter.domain.supervision.dimensions import CountRow, Dimension, Grain, PairCount


class FigureStore(Protocol):
    """Counts of a time from `start` until `end`, which is not in it; exact whatever is kept.

    Whole hours, days and months come from what was counted before, the rest from rows.
    """

    def calls(
        self, start: datetime, end: datetime, grain: Grain = Grain.TOTAL, *, by_queue: bool = False
    ) -> tuple[CountRow, ...]:
        """In order of time, then of queue.  TOTAL and HOUR, DAY, MONTH have a row for each part of
        the time, also an empty one; by queue, and of WEEKDAY_HOUR, only those with a call.
        """

    def foresee(self, times: Collection[tuple[datetime, datetime]]) -> None:
        """These times will be asked for: what short ones need is looked up at once.

        It changes no answer, only how long all of them together take.
        """

    def tallies(self, start: datetime, end: datetime, dimension: Dimension) -> tuple[Tally, ...]:
        """The most first.  GROUP is asked for as OUTCOME and grouped by the code set."""

    def all_tallies(
        self, start: datetime, end: datetime, dimensions: Collection[Dimension]
    ) -> dict[Dimension, tuple[Tally, ...]]: ...

    def tallies_by(
        self, start: datetime, end: datetime, dimension: Dimension, grain: Grain
    ) -> tuple[tuple[datetime, datetime, tuple[Tally, ...]], ...]:
        """The same for each hour, day or month of the time, also an empty one."""

    def rows(
        self, start: datetime, end: datetime, dimension: Dimension, key: str, limit: int
    ) -> tuple[UUID, ...]:
        """The calls behind a count, each once, by time; not of rows that know of no call."""

    def behind(
        self, start: datetime, end: datetime, dimension: Dimension, keys: Collection[str] | None
    ) -> tuple[tuple[datetime, UUID], ...]:
        """All of them, of any of the keys (None: of every one), by when they count, then by id.

        Each once, at its first time.
        """

    def pairs(
        self, start: datetime, end: datetime, first: Dimension, second: Dimension
    ) -> tuple[PairCount, ...]:
        """Notes by two of REASON, UNIT, OUTCOME and URGENCY at once, from their rows alone."""

    def torn(self, times: Sequence[tuple[datetime, datetime]]) -> frozenset[int]:
        """The places of those times, from 0, that begin or end within an hour whose rows have left
        this desk: of such an hour only the whole is known.
        """

    def since(self) -> datetime | None:
        """From when on there are calls here, counted or in rows; None where there is none."""


class FigureKeeping(Protocol):
    """What this store counts ahead, so that nobody waits for it."""

    def freshen(self, start: datetime, end: datetime, *, most_hours: int) -> int:
        """Count whole hours, days and months of the time anew where something has changed.

        At most so many hours at once; how many it counted, 0 when nothing is left to do.
        """

    def wanting(self, times: Sequence[tuple[datetime, datetime]]) -> tuple[int, ...]:
        """The places of those times of which something may have to be counted, from 0."""
