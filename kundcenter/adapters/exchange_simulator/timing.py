"""A time of its own for the simulated exchange, and what is to happen in it.  No I/O."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable


class Timed:
    """Times are seconds since the start."""

    def __init__(self) -> None:
        self.now = 0.0
        self._plans: list[tuple[float, int, Callable[[], None]]] = []
        self._order = itertools.count()

    @property
    def next_at(self) -> float | None:
        """When something will happen by itself, if ever."""
        return self._plans[0][0] if self._plans else None

    def advance(self, to: float) -> None:
        """Let everything happen that is due until then."""
        while self._plans and self._plans[0][0] <= to:
            self.now, _, happens = heapq.heappop(self._plans)
            happens()
            self._happened()
        self.now = max(self.now, to)

    def _happened(self) -> None:
        """Something has; for whoever looks at what came of it."""

    def plan(self, after: float, happens: Callable[[], None]) -> None:
        self._plan(self.now + after, happens)

    def _plan(self, at: float, happens: Callable[[], None]) -> None:
        heapq.heappush(self._plans, (at, next(self._order), happens))
