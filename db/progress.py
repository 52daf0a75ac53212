"""How far long work on the database has come, for whoever shows it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum


class Step(StrEnum):
    """What is being worked on."""

    COPY = "copy"  # pages
    PAGES = "pages"  # the check sums of all pages; once, at its end
    TABLES = "tables"  # indexes, constraints, references; once, at its end
    CHAINS = "chains"  # links of both chains
    UPGRADE = "upgrade"  # the schema's steps; once, at its end
    REPLAY = "replay"  # operations from the mirror


Progress = Callable[[Step, int, int], None]
"""Called with the step, how much of it is done, and how much there is."""


def silent(_step: Step, _done: int, _total: int) -> None:
    """Nobody watches."""
