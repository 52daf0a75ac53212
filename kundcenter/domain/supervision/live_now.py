"""How things stand now, without anybody's name: queues, what waits for a call, what is switched.

Source: FEATURES row 83 (thresholds: answered share, longest wait, overdue call-backs).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from kundcenter.domain.lines import QueueLoad
from kundcenter.domain.redirects import Redirect
from kundcenter.domain.supervision.closures import Closure, closed_now
from kundcenter.domain.supervision.counts import NO_CALLS, CallCounts
from kundcenter.domain.supervision.incidents import Incident
from kundcenter.domain.supervision.limits import Limits
from kundcenter.domain.supervision.targets import Target as Aimed
from kundcenter.domain.supervision.targets import Verdict, judged

ANSWERED, MEAN = "ANSW", "MEDELV"  # the figures' codes, as targets name them


class Heed(StrEnum):
    """How much something asks for, the least first."""

    UNKNOWN = "unknown"  # nobody has told
    CALM = "calm"
    NEAR = "near"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class QueueToday:
    """One queue's calls since midnight; the verdicts are against the targets of the day."""

    queue: str
    counts: CallCounts
    answered: Verdict = Verdict.UNJUDGED
    mean: Verdict = Verdict.UNJUDGED

    def share(self, short_seconds: int) -> float | None:
        """Answered of offered without short ones, in per cent; None of none."""
        base = self.counts.offered - self.counts.short(short_seconds)
        return 100 * self.counts.answered.count / base if base > 0 else None


@dataclass(frozen=True, slots=True)
class LiveNow:
    """One look.  `whole` is all queues together; the rest is as it stands at `at`.

    `overdue`: promised calls whose time has passed; `safety`: safety clocks that run, and
    `safety_due` those of them whose time has come.  `nurses` is how many nurses are signed in,
    None where nobody notes it.
    """

    at: datetime
    since: datetime
    queues: tuple[QueueToday, ...]
    whole: QueueToday
    limits: Limits
    overdue: int = 0
    safety: int = 0
    safety_due: int = 0
    closures: tuple[Closure, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    incidents: tuple[Incident, ...] = ()
    nurses: int | None = None
    queue_limits: Mapping[str, Limits] = field(default_factory=dict)  # where a queue has its own

    def wordless(self) -> LiveNow:
        """The same without what anybody has written of it."""
        return replace(
            self,
            closures=tuple(replace(each, reason="") for each in self.closures),
            redirects=tuple(replace(each, reason="") for each in self.redirects),
            incidents=tuple(replace(each, text="") for each in self.incidents),
        )

    @property
    def closed(self) -> dict[str, Closure]:
        """The queues that nobody is let into, each with its order."""
        return closed_now(self.closures, self.at)

    @property
    def alone(self) -> bool:
        """Whether one nurse is signed in and no other (DOMAIN §12)."""
        return self.nurses == 1

    def limits_of(self, queue: str) -> Limits:
        """What is long in the queue: its own limits, or those of all."""
        return self.queue_limits.get(queue, self.limits)

    def queue(self, name: str) -> QueueToday:
        """What is known of a queue; nothing has been offered to one that is not."""
        found = next((each for each in self.queues if each.queue == name), None)
        return found if found is not None else QueueToday(name, NO_CALLS)


def today(
    queue: str,
    counts: CallCounts,
    targets: Iterable[Aimed],
    limits: Limits,
    *,
    start: datetime,
    now: datetime,
) -> QueueToday:
    """The queue's calls beside the targets that hold today; `queue` "" is all of them."""
    known = tuple(targets)
    made = QueueToday(queue, counts)
    end = max(now, start + timedelta(seconds=1))
    return QueueToday(
        queue,
        counts,
        judged(
            ANSWERED, made.share(limits.short_seconds), known, start=start, end=end, queue=queue
        ).verdict,
        judged(MEAN, counts.answered.mean, known, start=start, end=end, queue=queue).verdict,
    )


def wait_heed(load: QueueLoad | None, limits: Limits) -> Heed:
    """What the longest wait of those in the queue asks for."""
    if load is None:
        return Heed.UNKNOWN
    if not load.waiting:
        return Heed.CALM
    seconds = load.longest.total_seconds()
    if seconds > limits.wait_most_seconds:
        return Heed.OVER
    return Heed.NEAR if seconds >= limits.wait_warn_seconds else Heed.CALM


def free_heed(load: QueueLoad | None) -> Heed:
    """Somebody waits and nobody is free; or nobody has signed in at all."""
    if load is None:
        return Heed.UNKNOWN
    if load.members == 0:
        return Heed.OVER if load.waiting else Heed.NEAR
    return Heed.NEAR if load.waiting and not load.free else Heed.CALM


def staff_heed(nurses: int | None) -> Heed:
    """No nurse signed in asks for more than one who is alone (DOMAIN §12)."""
    if nurses is None:
        return Heed.UNKNOWN
    return {0: Heed.OVER, 1: Heed.NEAR}.get(nurses, Heed.CALM)


def target_heed(verdict: Verdict) -> Heed:
    """A target that is not met asks for something; without one nothing is said."""
    return {Verdict.KEPT: Heed.CALM, Verdict.MISSED: Heed.OVER}.get(verdict, Heed.UNKNOWN)


def count_heed(count: int) -> Heed:
    """Any at all is one too many."""
    return Heed.OVER if count else Heed.CALM
