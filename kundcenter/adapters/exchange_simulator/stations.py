"""Who answers at the simulated exchange: the desks under test, and colleagues who need no desk."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

OCCUPANCY = 0.75  # planned: erlangs a nurse (DOMAIN §13.3)
MOST_COLLEAGUES = 40
FIRST_COLLEAGUE = 801
FIRST_ALWAYS = 901


@dataclass(slots=True)
class Station:
    """A telephone.  `free_from` is when it may be rung next, `busy` while it has a call."""

    extension: str
    queues: frozenset[str]
    colleague: bool = False
    busy: bool = False
    ringing: bool = False
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

    `load` gives the expected erlangs at a time, or `colleagues` fixes their number.  `queues` are
    those that nobody calls, each with two colleagues of its own who are always there; `called` are
    those with a desk.
    """

    def __init__(
        self,
        desks: Iterable[tuple[str, str]],
        *,
        load: Callable[[float], float],
        colleagues: int | None = None,
        queues: Iterable[str] = (),
    ) -> None:
        pairs = tuple(desks)
        self.called = tuple(dict.fromkeys(queue for _, queue in pairs))
        self.queues = tuple(dict.fromkeys((*self.called, *queues)))
        self._desks = [
            Station(extension, frozenset(queue for other, queue in pairs if other == extension))
            for extension in dict.fromkeys(extension for extension, _ in pairs)
        ]
        self._load = load
        self._fixed = colleagues
        self._colleagues = [
            Station(str(FIRST_COLLEAGUE + place), frozenset(self.called), colleague=True)
            for place in range(MOST_COLLEAGUES if colleagues is None else colleagues)
        ]
        alone = [queue for queue in self.queues if queue not in self.called for _ in range(2)]
        self._always = [
            Station(str(FIRST_ALWAYS + place), frozenset({queue}), colleague=True)
            for place, queue in enumerate(alone)
        ]

    def longest_idle(self, queue: str, now: float) -> Station | None:
        """The free telephone of a queue that has waited longest for a call."""
        free = [each for each in self.members(queue, now) if each.takes_calls(now)]
        return min(free, key=lambda station: station.last_call, default=None)

    def members(self, queue: str, now: float) -> list[Station]:
        """All telephones of a queue, free or not."""
        return [station for station in self.stations(now) if queue in station.queues]

    def stations(self, now: float) -> list[Station]:
        return [*self._desks, *self._colleagues[: self._on_duty(now)], *self._always]

    def desk(self, interface: str) -> Station | None:
        """The desk's telephone of that name."""
        return next((desk for desk in self._desks if desk.interface == interface), None)

    def _on_duty(self, now: float) -> int:
        if self._fixed is not None:
            return self._fixed
        return max(0, math.ceil(self._load(now) / OCCUPANCY) - len(self._desks))
