"""How the centre's chores stand: what it does by itself, every so often."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

AGAIN_AFTER = timedelta(minutes=5)  # a chore that failed, or was broken off


@dataclass(frozen=True, slots=True)
class ChoreState:
    """One chore, as the services of the centre have left it.

    `ended_at` is of the last run that ended, well or not, and `code` says why that one failed: the
    code of an error of ours or the name of another's class; empty when it went well.
    """

    name: str
    begun_at: datetime
    ended_at: datetime | None = None
    done_at: datetime | None = None
    code: str = ""
    runs: int = 0
    failures: int = 0

    @property
    def failed(self) -> bool:
        """Whether the last run that ended has failed."""
        return self.code != ""

    @property
    def unfinished(self) -> bool:
        """Whether the run that began last goes on, or was broken off."""
        return self.ended_at is None or self.ended_at < self.begun_at

    def due(self, every: timedelta, now: datetime) -> bool:
        """Whether it is to be done again; asked only while nobody is at it."""
        if self.begun_at > now:  # a clock has been put back
            return True
        wait = min(every, AGAIN_AFTER) if self.failed or self.unfinished else every
        return now - self.begun_at >= wait
