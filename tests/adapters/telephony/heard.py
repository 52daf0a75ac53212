"""What a test hears from a line: events in order, waited for with patience."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from kundcenter.adapters.telephony.ami import AmiLine
from kundcenter.domain.lines import CallerLeft, LineEvent, PhoneStates, QueueLoads

Event = TypeVar("Event")
_BESIDE = PhoneStates | QueueLoads | CallerLeft  # of no call on this telephone


class Heard:
    def __init__(self) -> None:
        self._events: queue.SimpleQueue[LineEvent] = queue.SimpleQueue()
        self.told: Callable[[LineEvent], None] = self._events.put

    def next(self, kind: type[Event], patience: float = 5.0) -> Event:
        """The next event, which must be of the kind; those that are of no call are passed over."""
        event = self._events.get(timeout=patience)
        while isinstance(event, _BESIDE) and not isinstance(event, kind):
            event = self._events.get(timeout=patience)
        assert isinstance(event, kind), f"{event!r} came where {kind.__name__} was due"
        return event

    def later(self, kind: type[Event], patience: float = 5.0) -> Event:
        """The next event of the kind; others may come before."""
        while True:
            event = self._events.get(timeout=patience)
            if isinstance(event, kind):
                return event

    def nothing(self, patience: float = 0.2) -> bool:
        """Whether nothing was told of any call."""
        until = time.monotonic() + patience
        while True:
            try:
                event = self._events.get(timeout=max(0.0, until - time.monotonic()))
            except queue.Empty:
                return True
            if not isinstance(event, _BESIDE):
                return False


@contextmanager
def listening(line: AmiLine) -> Iterator[Heard]:
    """The line started, and stopped whatever happens."""
    heard = Heard()

    def tell(event: LineEvent) -> None:  # asked anew each time: a test may change who is told
        heard.told(event)

    line.start(tell)
    try:
        yield heard
    finally:
        line.stop()
