"""No exchange: calls are registered by hand, and nothing else needs to know."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime

from kundcenter.domain.lines import Destination, LineAway, LineEvent


class NoLine:
    """A line that never rings."""

    def start(self, on_event: Callable[[LineEvent], None]) -> None:
        """Emits nothing, ever."""

    def answer(self, line_call: str) -> None:
        """Raises LineAway, as do the other acts."""
        raise LineAway

    def hang_up(self, line_call: str) -> None:
        raise LineAway

    def hold(self, line_call: str) -> None:
        raise LineAway

    def resume(self, line_call: str) -> None:
        raise LineAway

    def ready(self, on: bool) -> None:
        raise LineAway

    @property
    def reaches_emergency(self) -> bool:
        return False

    def call_emergency(self, line_call: str | None, attempt: str = "") -> None:
        raise LineAway

    @property
    def rings_out(self) -> bool:
        return False

    def ring_out(self, number: str) -> None:
        raise LineAway

    @property
    def passes_on(self) -> bool:
        return False

    def transfer(self, line_call: str, to: Destination, reference: str = "") -> None:
        raise LineAway

    def consult(self, line_call: str, to: Destination, reference: str = "") -> None:
        raise LineAway

    def toggle(self, line_call: str) -> None:
        raise LineAway

    def join(self, line_call: str) -> None:
        raise LineAway

    def complete(self, line_call: str) -> None:
        raise LineAway

    def drop(self, line_call: str) -> None:
        raise LineAway

    def watch(self, extensions: Collection[str]) -> None:
        """There is nothing to tell."""

    @property
    def closes_queues(self) -> bool:
        return False

    def close_queue(self, queue: str, until: datetime | None = None) -> None:
        raise LineAway

    def open_queue(self, queue: str) -> None:
        raise LineAway

    def stop(self) -> None:
        """There is nothing to stop."""
