"""A region's own call-back system: told of places in its queues, and asked what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kundcenter.domain.teleq import OutcomeSheet, Placement


class TeleqSystem(Protocol):
    """Both ways may be tried again after whatever stopped them: nothing is counted twice."""

    def tell(self, placements: Sequence[Placement]) -> str:
        """Tell of all these places or none; returns what the delivery is called.

        The same places as last time are not delivered anew.  Raises TeleqAway, FileUnwritten.
        """

    def waiting(self) -> tuple[str, ...]:
        """What has come back and is not confirmed, the oldest first.  Raises TeleqAway."""

    def outcomes(self, name: str) -> OutcomeSheet:
        """What one of them says.  Raises TeleqAway, TeleqFileTooLarge, NotTextFile."""

    def confirm(self, name: str) -> None:
        """It has been brought in, and waits no more.  Raises TeleqAway."""
