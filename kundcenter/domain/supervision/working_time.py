"""Working time, how much of it was active advice, and how many came (DOMAIN §12, §13.1, §15).

Working time is the turn without its rast; a paus is part of it.  The active share is talk, hold
and wrap-up in it.  Figures of one operator are for that operator and for supervisors.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.calendar import at_clock, local
from kundcenter.domain.supervision import stays as _stays
from kundcenter.domain.supervision.roster_terms import LIMITS, RosterLimits
from kundcenter.domain.supervision.stays import Stay, Stretch
from kundcenter.domain.supervision.work_turns import WorkTurn

STAFFED_AT_MOST = timedelta(days=8)  # of a longer time nobody asks who was there
ALONE_AT_MOST = timedelta(days=62)  # a month's page says it, and a year's would read all presences


class Base(StrEnum):
    """What the working time is taken from."""

    ROSTER = "roster"
    PRESENCE = "presence"  # nobody planned it: the time that one was signed in, without rast


class Mark(StrEnum):
    """Where an active share stands."""

    NONE = "none"  # no working time, so no share
    FINE = "fine"
    WARN = "warn"  # from 70 %
    OVER = "over"  # more than 75 %


@dataclass(frozen=True, slots=True)
class Worked:
    """One operator's working time; `stretches` are when it was, in order."""

    operator_id: UUID
    lasts: timedelta
    base: Base
    stretches: tuple[Stretch, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class ActiveShare:
    """Talk, hold and wrap-up during so much working time."""

    active: timedelta
    worked: timedelta

    @property
    def percent(self) -> float | None:
        """None without working time."""
        return 100 * (self.active / self.worked) if self.worked > timedelta() else None

    def mark(self, limits: RosterLimits = LIMITS) -> Mark:
        """Exact, whatever the percentage is rounded to: 75.0 % is not more than 75 %."""
        if self.worked <= timedelta():
            return Mark.NONE
        if self.active * 100 > self.worked * limits.most_percent:
            return Mark.OVER
        return Mark.WARN if self.active * 100 >= self.worked * limits.warn_percent else Mark.FINE

    def __add__(self, other: ActiveShare) -> ActiveShare:
        return ActiveShare(self.active + other.active, self.worked + other.worked)


@dataclass(frozen=True, slots=True)
class Staffing:
    """Who was to come and who came.  The times are working time and time signed in, of all."""

    planned_by: frozenset[UUID]
    actual_by: frozenset[UUID]
    planned: timedelta
    actual: timedelta

    @property
    def missing(self) -> frozenset[UUID]:
        """Planned, and never there."""
        return self.planned_by - self.actual_by

    @property
    def unplanned(self) -> frozenset[UUID]:
        return self.actual_by - self.planned_by


def scheduled(turns: Iterable[WorkTurn], start: datetime, end: datetime) -> dict[UUID, timedelta]:
    """The working time between that the roster gives each; whoever has none has no key.

    For a shift that goes on, `end` is now.
    """
    turns = tuple(turns)
    return _stays.times(_stays.without(_stays.of_turns(turns), _stays.lunches(turns)), start, end)


def worked(
    turns: Iterable[WorkTurn],
    signed_in: Iterable[Stay],
    lunches: Iterable[Stay],
    start: datetime,
    end: datetime,
) -> dict[UUID, Worked]:
    """Each one's working time between: of the roster, or where that has nothing of presences.

    `lunches` are breaks taken that are no working time.
    """
    turns = tuple(turns)
    planned = _stays.without(_stays.of_turns(turns), _stays.lunches(turns))
    found: dict[UUID, Worked] = {}
    for base, some in (
        (Base.PRESENCE, _stays.without(signed_in, lunches)),
        (Base.ROSTER, planned),
    ):
        for operator_id, own in _stays.there(some, start, end).items():
            lasts = sum((each.lasts for each in own), timedelta())
            found[operator_id] = Worked(operator_id, lasts, base, own)
    return found


def shares(
    active: Mapping[UUID, timedelta], times: Mapping[UUID, Worked]
) -> dict[UUID, ActiveShare]:
    """The share of each who worked or was active."""
    return {
        operator_id: ActiveShare(
            active.get(operator_id, timedelta()),
            times[operator_id].lasts if operator_id in times else timedelta(),
        )
        for operator_id in {*active, *times}
    }


def weeks_before(end: datetime, weeks: int = LIMITS.weeks) -> datetime:
    """When the clock showed the same so many weeks earlier, in UTC."""
    clock = local(end)
    return at_clock(clock.date() - timedelta(weeks=weeks), clock.time())


def staffing(
    turns: Iterable[WorkTurn], signed_in: Iterable[Stay], start: datetime, end: datetime
) -> Staffing:
    """Planned and actual between; give the turns and stays of those whom it is about."""
    planned, actual = scheduled(turns, start, end), _stays.times(signed_in, start, end)
    return Staffing(
        frozenset(planned),
        frozenset(actual),
        sum(planned.values(), timedelta()),
        sum(actual.values(), timedelta()),
    )


def at_work(turns: Iterable[WorkTurn], at: datetime) -> tuple[WorkTurn, ...]:
    """The turns that go on at the time."""
    return tuple(each for each in turns if each.covers(at))


def own_turn(turns: Iterable[WorkTurn], operator_id: UUID, at: datetime) -> WorkTurn | None:
    """The turn that the operator works at the time, or else the next that begins."""
    own = [each for each in turns if each.operator_id == operator_id and each.removed_at is None]
    own.sort(key=lambda each: each.starts_at)
    return next((each for each in own if at < each.ends_at), None)
