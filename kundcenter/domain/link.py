"""How a desk's link to the centre is: what the operator is told of it.  Work never waits for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from kundcenter.domain.feed import Waiting

HEAVY_COUNT = 500  # operations without an answer
HEAVY_AGE = timedelta(hours=1)
GRAVE_AGE = timedelta(hours=24)
SKEW_LIMIT = timedelta(minutes=2)


class Phase(StrEnum):
    """What goes on between the desk and the centre."""

    JOINING = "joining"  # nothing has been heard yet since the program started
    JOINED = "joined"
    AWAY = "away"  # no answer; it is tried again by itself
    STUCK = "stuck"  # there are answers, but the work does not get through
    STOPPED = "stopped"  # a person has to look at it


class Burden(StrEnum):
    """How much hangs on this desk alone (RELIABILITY 2.16)."""

    LIGHT = "light"
    HEAVY = "heavy"
    GRAVE = "grave"


class Mark(StrEnum):
    """How the centre stands to what was written in a record here."""

    WAITING = "waiting"  # it has not been asked yet, or its rows have not come
    REVIEWED = "reviewed"  # kept whole there, until somebody has looked at it
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class LinkState:
    """The link at one moment.

    `since` is when the phase began.  `code` and `facts` are of the error that stands in the way,
    and empty when there is none.  `skew` is how much the centre's clock is ahead of this one's.
    """

    phase: Phase = Phase.JOINING
    since: datetime | None = None
    waiting: Waiting = field(default_factory=Waiting)
    skew: timedelta = timedelta()
    code: str = ""
    heard_at: datetime | None = None

    def burden(self, now: datetime) -> Burden:
        """How much hangs on this desk alone."""
        oldest = now - self.waiting.since if self.waiting.since else timedelta()
        if oldest > GRAVE_AGE:
            return Burden.GRAVE
        heavy = self.waiting.count > HEAVY_COUNT or oldest > HEAVY_AGE
        return Burden.HEAVY if heavy else Burden.LIGHT

    @property
    def clock_suspect(self) -> bool:
        """Whether the desk's clock and the centre's are too far apart."""
        return abs(self.skew) > SKEW_LIMIT
