"""What the figures are measured against: targets, others' values, and the limits of definitions.

All three are data with a time during which they hold (DOMAIN §0.1 seed 000, §3.9, §12, §13.1).
A value is kept in thousandths of the figure's unit, so that it is the same number in every store:
85_000 is 85 %, 600_000 is 600 seconds.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.calendar import is_instant, local
from kundcenter.domain.supervision.definitions import FigureCode, Unit, definition
from kundcenter.domain.supervision.limits import BY_QUEUE, Setting, is_limit
from kundcenter.domain.text import line
from kundcenter.errors import Conflict, NotFound, Refused

THOUSAND = 1_000
HIGHEST = 1_000_000 * THOUSAND
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)
QUEUE_LIMIT = 80  # characters
_ONE_DAY = timedelta(days=1)


class TargetNotFound(NotFound):
    """No target has the id, or it has been taken away.  Facts: id."""

    code = "target.not_found"


class TargetStale(Conflict):
    """Somebody has changed the target since.  Facts: id, number (the latest's)."""

    code = "target.stale"


class TargetTaken(Refused):
    """Another one holds for the same figure and queue in that time.  Facts: id (the other's)."""

    code = "target.taken"


class TargetInvalid(Refused):
    """A field of the target cannot be kept.  Facts: field, fault."""

    code = "target.invalid"


class TargetFault(StrEnum):
    """What is wrong with a field."""

    UNKNOWN = "unknown"  # no such figure
    QUEUE = "queue"  # such a limit is of all queues
    NUMBER = "number"  # no number, or none that could be
    PERIOD = "period"  # ends before it begins, or in another century
    YEAR = "year"


def is_value(figure: str, value: int) -> bool:
    """Whether a figure of that code can have the value, in thousandths; a share at most 100 %."""
    whole = definition(FigureCode(figure)).unit in {Unit.PERCENT, Unit.INDEX}
    return 0 <= value <= (100 * THOUSAND if whole else HIGHEST)


class AimKind(StrEnum):
    """What a value is for."""

    TARGET = "MAL"  # judged: kept or not
    COMPARISON = "JAMFORELSE"  # what others have: shown beside, never judged
    SETTING = "GRANS"  # a limit that definitions and warnings use


@dataclass(frozen=True, slots=True)
class Aim:
    """What is said of a figure, as in Target: `figure` is a FigureCode's or a Setting's code.

    `value` is in thousandths.  `queue` empty is all queues together.  Both days are included;
    `valid_to` None is until further notice.  `year` is when a comparison was measured, 0 for none.
    """

    figure: str
    value: int
    at_least: bool = True  # False: at most
    queue: str = ""
    valid_from: date = FIRST_DAY
    valid_to: date | None = None
    kind: AimKind = AimKind.TARGET
    source: str = ""
    year: int = 0

    def checked(self) -> Aim:
        """As it is stored.  Raises TargetInvalid, TextInvalid."""
        limit = self.kind is AimKind.SETTING
        if self.figure not in set(Setting if limit else FigureCode):
            raise TargetInvalid(field="figure", fault=TargetFault.UNKNOWN)
        fits = is_limit(self.figure, self.value) if limit else is_value(self.figure, self.value)
        if not fits:
            raise TargetInvalid(field="value", fault=TargetFault.NUMBER)
        if limit and self.queue.strip() and self.figure not in BY_QUEUE:
            raise TargetInvalid(field="queue", fault=TargetFault.QUEUE)
        if not FIRST_DAY <= self.valid_from <= LAST_DAY:
            raise TargetInvalid(field="valid_from", fault=TargetFault.PERIOD)
        if self.valid_to is not None and not self.valid_from <= self.valid_to <= LAST_DAY:
            raise TargetInvalid(field="valid_to", fault=TargetFault.PERIOD)
        if self.year and not FIRST_DAY.year <= self.year <= LAST_DAY.year:
            raise TargetInvalid(field="year", fault=TargetFault.YEAR)
        return replace(
            self,
            queue=line(self.queue, "queue", limit=QUEUE_LIMIT),
            source=line(self.source, "source"),
        )

    @property
    def place(self) -> tuple[AimKind, str, str]:
        """Of two with the same one, only one holds on a day."""
        return self.kind, self.figure, self.queue

    def holds(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def meets(self, other: Aim) -> bool:
        """Whether both hold on some day, for one figure and queue."""
        mine, theirs = self.valid_to or date.max, other.valid_to or date.max
        if self.place != other.place:
            return False
        return self.valid_from <= theirs and other.valid_from <= mine


@dataclass(frozen=True, slots=True)
class Target:
    """An aim in one of its versions; `number` counts from 1, and is 0 of what nobody has set.

    What has been taken away stays, with `removed_at`.
    """

    id: UUID
    figure: str
    queue: str
    value: int
    at_least: bool
    valid_from: date
    valid_to: date | None
    set_by: UUID | None
    set_at: datetime | None
    number: int = 1
    removed_at: datetime | None = None
    kind: AimKind = AimKind.TARGET
    source: str = ""
    year: int = 0

    @property
    def amount(self) -> float:
        """The value in the figure's own unit: percent, seconds, a count."""
        return self.value / THOUSAND

    @property
    def aim(self) -> Aim:
        return Aim(
            self.figure,
            self.value,
            self.at_least,
            self.queue,
            self.valid_from,
            self.valid_to,
            self.kind,
            self.source,
            self.year,
        )

    def holds(self, day: date) -> bool:
        return self.removed_at is None and self.aim.holds(day)

    def reworded(self, aim: Aim, at: datetime, by: UUID) -> Target:
        """The next version."""
        return target_of(self.id, aim, at, by, self.number + 1)

    def ended(self, day: date, at: datetime, by: UUID) -> Target:
        """The next version, which holds until the day."""
        return self.reworded(replace(self.aim, valid_to=day), at, by)

    def removed(self, at: datetime, by: UUID) -> Target:
        """Taken away; what it was is kept."""
        return replace(self.reworded(self.aim, at, by), removed_at=at)


def target_of(id: UUID, aim: Aim, at: datetime | None, by: UUID | None, number: int = 1) -> Target:
    """The aim as a target, in one of its versions."""
    return Target(
        id=id,
        figure=aim.figure,
        queue=aim.queue,
        value=aim.value,
        at_least=aim.at_least,
        valid_from=aim.valid_from,
        valid_to=aim.valid_to,
        set_by=by,
        set_at=at,
        number=number,
        kind=aim.kind,
        source=aim.source,
        year=aim.year,
    )


def made_way(new: Aim, others: Iterable[Target], at: datetime, by: UUID) -> tuple[Target, ...]:
    """The others that are to end the day before the new one begins, in their next versions.

    One makes way that began before and holds until further notice, to one that does so too: after
    one with an end nothing would hold.  Raises TargetTaken.
    """
    ended: list[Target] = []
    for other in others:
        if other.removed_at is not None or not other.aim.meets(new):
            continue
        on = new.valid_to is None and other.valid_to is None
        if not on or other.valid_from >= new.valid_from:
            raise TargetTaken(id=other.id)
        ended.append(other.ended(new.valid_from - _ONE_DAY, at, by))
    return tuple(ended)


def held(
    targets: Iterable[Target],
    figure: str,
    day: date,
    queue: str = "",
    kind: AimKind = AimKind.TARGET,
) -> Target | None:
    """The one that holds for the figure on the day: the queue's own, else that for all."""
    found = [
        each
        for each in targets
        if each.kind is kind
        and each.figure == figure
        and each.queue in {queue, ""}
        and each.holds(day)
    ]
    # Two desks may have set one each before the centre heard of either: the later one counts.
    return max(found, key=lambda each: (each.queue != "", each.number, each.id), default=None)


class Verdict(StrEnum):
    """How a figure stands to its target."""

    KEPT = "kept"
    MISSED = "missed"
    UNJUDGED = "unjudged"  # no figure, or no target


@dataclass(frozen=True, slots=True)
class Judged:
    """A figure's verdict with what it was measured against.

    `changed`: another target held on some day of the period; the last day's counts.
    """

    verdict: Verdict = Verdict.UNJUDGED
    target: Target | None = None
    comparison: Target | None = None
    changed: bool = False


def verdict(value: float | None, target: Target | None) -> Verdict:
    """Judged on the exact value, not on the rounded one that is shown.

    The division of two counts may end a hair beside the target; that is no miss.
    """
    if value is None or target is None:
        return Verdict.UNJUDGED
    close = math.isclose(value, target.amount, rel_tol=1e-9, abs_tol=1e-9)
    better = value > target.amount if target.at_least else value < target.amount
    return Verdict.KEPT if close or better else Verdict.MISSED


def judged(
    figure: str,
    value: float | None,
    targets: Iterable[Target],
    *,
    start: datetime,
    end: datetime,
    queue: str = "",
) -> Judged:
    """The figure of the time from `start` until `end` (UTC, not in it) beside what holds."""
    first, last = span_days(start, end)
    known = tuple(targets)
    target = held(known, figure, last, queue)
    edges = {first}
    for each in known:
        if each.figure == figure:
            edges.add(each.valid_from)
            if each.valid_to is not None:
                edges.add(each.valid_to + _ONE_DAY)
    days = (day for day in edges if first <= day <= last)
    changed = any(held(known, figure, day, queue) != target for day in days)
    comparison = held(known, figure, last, queue, AimKind.COMPARISON)
    return Judged(verdict(value, target), target, comparison, changed)


def span_days(start: datetime, end: datetime) -> tuple[date, date]:
    """The first and the last day, by a Swedish clock, of a time whose end is not in it."""
    if not (is_instant(start) and is_instant(end)):
        raise ValueError("a span needs instants")
    last = local(max(start, end - timedelta(microseconds=1)))
    return local(start).date(), last.date()
