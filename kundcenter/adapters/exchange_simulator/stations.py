"""Who answers at the simulated exchange: the desks under test, and colleagues who need no desk."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

OCCUPANCY = 0.75  # planned: erlangs a nurse (DOMAIN §13.3)
MOST_COLLEAGUES = 40
FIRST_COLLEAGUE = 801


@dataclass(slots=True)
class Station:
    """A telephone.  `free_from` is when it may be rung next, `busy` while it has a call."""

    extension: str
    queues: frozenset[str]
    colleague: bool = False
    busy: bool = False
    paused: bool = False  # the queues ring it not; its callers wait for another
    free_from: float = 0.0
    last_call: float = -math.inf

    @property
    def interface(self) -> str:
        return f"PJSIP/{self.extension}"

    def takes_calls(self, now: float) -> bool:
        return not self.busy and not self.paused and self.free_from <= now


class Floor:
    """All telephones.  As many colleagues are on duty as the hour asks for, less the desks.

    `load` gives the expected erlangs at a time, or `colleagues` fixes their number.
    """

    def __init__(
        self,
        desks: Iterable[tuple[str, str]],
        *,
        load: Callable[[float], float],
        colleagues: int | None = None,
    ) -> None:
        self._desks = [Station(extension, frozenset({queue})) for extension, queue in desks]
        self.queues = tuple(dict.fromkeys(q for desk in self._desks for q in desk.queues))
        self._load = load
        self._fixed = colleagues
        self._colleagues = [
            Station(str(FIRST_COLLEAGUE + place), frozenset(self.queues), colleague=True)
            for place in range(MOST_COLLEAGUES if colleagues is None else colleagues)
        ]

    def longest_idle(self, queue: str, now: float) -> Station | None:
        """The free telephone of a queue that has waited longest for a call."""
        free = [
            station
            for station in [*self._desks, *self._colleagues[: self._on_duty(now)]]
            if queue in station.queues and station.takes_calls(now)
        ]
        return min(free, key=lambda station: station.last_call, default=None)

    def desk(self, interface: str) -> Station | None:
        """The desk's telephone of that name."""
        return next((desk for desk in self._desks if desk.interface == interface), None)

    def _on_duty(self, now: float) -> int:
        if self._fixed is not None:
            return self._fixed
        return max(0, math.ceil(self._load(now) / OCCUPANCY) - len(self._desks))
