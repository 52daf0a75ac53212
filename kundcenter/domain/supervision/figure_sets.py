"""All figures of a period, each beside its target and what it was in the periods before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kundcenter.domain.supervision.counts import CallCounts, Tally
from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.dimensions import CountRow, Dimension, Grain
from kundcenter.domain.supervision.distribution import Withheld
from kundcenter.domain.supervision.figures import Figure
from kundcenter.domain.supervision.limits import Limits
from kundcenter.domain.supervision.periods import PeriodKind
from kundcenter.domain.supervision.periods import Span as Period
from kundcenter.domain.supervision.targets import Judged

GRAINS = {
    PeriodKind.SHIFT: Grain.HOUR,
    PeriodKind.DAY: Grain.HOUR,
    PeriodKind.WEEK: Grain.DAY,
    PeriodKind.MONTH: Grain.DAY,
    PeriodKind.TERTIAL: Grain.MONTH,
    PeriodKind.YEAR: Grain.MONTH,
}


def grain_of(span: Period) -> Grain:
    """How finely the calls of a period are shown."""
    if span.kind is not PeriodKind.OWN:
        return GRAINS[span.kind]
    if span.hours <= 50:
        return Grain.HOUR
    return Grain.DAY if span.hours <= 24 * 62 else Grain.MONTH


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure with its verdict, and the same of each period before; None where there is none."""

    figure: Figure
    judged: Judged = field(default_factory=Judged)
    before: tuple[Figure | None, ...] = ()


@dataclass(frozen=True, slots=True)
class QueueShown:
    """A figure of one queue that has a target: its own, or the one for all queues."""

    queue: str
    shown: Shown


@dataclass(frozen=True, slots=True)
class FigureSet:
    """What is known of a period.  `since` is from when on the store has calls at all.

    `parts` are its hours, days or months as `grain` says, each of them; `by_queue` only queues with
    a call.  `tallies` are whole; `masked` says that the page is handed on, and `withheld` what it
    then tells of them.  `groups_before` are those of all periods before, together.
    """

    span: Period
    before: tuple[Period, ...]
    since: datetime | None
    limits: Limits
    masked: bool
    figures: tuple[Shown, ...]
    grain: Grain
    parts: tuple[CountRow, ...]
    by_queue: tuple[CountRow, ...]
    counts: CallCounts
    tallies: Mapping[Dimension, tuple[Tally, ...]] = field(default_factory=dict)
    groups: tuple[Tally, ...] = ()
    groups_before: tuple[Tally, ...] = ()
    withheld: Withheld = field(default_factory=Withheld)
    queue_aims: tuple[QueueShown, ...] = ()  # of every queue with a call what it is judged by
    torn: bool = False  # it begins or ends within an hour of which only the whole is known

    def figure(self, code: FigureCode) -> Shown | None:
        """One of them; None for one that was not asked for or measured."""
        return next((each for each in self.figures if each.figure.code is code), None)

    @property
    def whole(self) -> bool:
        """Whether the store goes back to the period's beginning."""
        return self.since is not None and self.since <= self.span.start
