"""How a desk's link to the centre is: what the operator is told of it.  Work never waits for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kundcenter.changes import Change
from kundcenter.domain.claims import CLAIMS
from kundcenter.domain.feed import Verdict, Waiting

HEAVY_COUNT = 500  # operations without an answer
HEAVY_AGE = timedelta(hours=1)
GRAVE_AGE = timedelta(hours=24)
SKEW_LIMIT = timedelta(minutes=2)
NO_CENTRE = "link.no_centre"  # the code of a desk whose settings name its centre no longer


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
    """How the centre stands to what was written in a record here; the gravest last."""

    CONFIRMED = "confirmed"  # a claim that it has accepted
    WAITING = "waiting"  # what happened, and the centre has not been told
    PRELIMINARY = "preliminary"  # a claim that it has not answered
    REVIEWED = "reviewed"  # kept whole there, until somebody has looked at it
    REJECTED = "rejected"


GRAVITY = tuple(Mark)


@dataclass(frozen=True, slots=True)
class Unsettled:
    """An operation of this desk whose rows have not come back from the centre yet.

    `verdict` is None until there is one.
    """

    kind: str
    wrote: tuple[Change, ...]
    verdict: Verdict | None = None

    @property
    def mark(self) -> Mark | None:
        """How it stands to the records that it wrote; None when there is nothing to say."""
        match self.verdict:
            case None:
                return Mark.PRELIMINARY if self.kind in CLAIMS else Mark.WAITING
            case Verdict.REJECTED:
                return Mark.REJECTED
            case Verdict.QUARANTINED:
                return Mark.REVIEWED
            case _:  # it is safe, and its rows are on their way
                return Mark.CONFIRMED if self.kind in CLAIMS else None


@dataclass(frozen=True, slots=True)
class Removal:
    """The centre would take away most of what a desk holds in a bucket: `count` rows of `size`.

    Nothing has been taken away.
    """

    bucket: str
    count: int
    size: int


@dataclass(frozen=True, slots=True)
class Past:
    """What has been asked for of what is past, and is not at every desk any more.

    `asked` are the persons of whom there may be more at the centre, `come` those of whom more has
    come since they were opened last; `seeking` is true while somebody is sought there.
    """

    asked: frozenset[UUID] = frozenset()
    come: frozenset[UUID] = frozenset()
    seeking: bool = False


@dataclass(frozen=True, slots=True)
class LinkState:
    """The link at one moment.

    `since` is when the phase began.  `code` and `facts` are of the error that stands in the way,
    and empty when there is none.  `skew` is how much the centre's clock is ahead of this one's.
    `doubt` is the code of what the centre has said of its logs that does not fit: work goes on, and
    an administrator has to look at it.
    """

    phase: Phase = Phase.JOINING
    since: datetime | None = None
    waiting: Waiting = field(default_factory=Waiting)
    skew: timedelta = timedelta()
    code: str = ""
    heard_at: datetime | None = None
    doubt: str = ""
    past: Past = field(default_factory=Past)

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
