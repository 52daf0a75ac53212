"""The breaks in a shift, planned or taken (arbetstidslagen 1982:673, 15–17 §§; DOMAIN §12)."""

from __future__ import annotations

from enum import StrEnum


class BreakKind(StrEnum):
    """Whoever has a rast may leave the workplace, and it is no working time (15 §).

    A paus is working time (17 §), and so is a meal that one eats where one works (16 §).
    """

    LUNCH = "RAST"
    PAUSE = "PAUS"
    OTHER = "ANNAT"  # a meeting, a talk with somebody; working time

    @property
    def worked(self) -> bool:
        """Whether it is part of the working time."""
        return self is not BreakKind.LUNCH
