"""No exchange: calls are registered by hand, and nothing else needs to know."""

from __future__ import annotations

from collections.abc import Callable

from kundcenter.domain.lines import LineAway, LineEvent


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

    def stop(self) -> None:
        """There is nothing to stop."""
