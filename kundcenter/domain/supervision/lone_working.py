"""When one nurse is alone, and when nobody is there (DOMAIN §12, §15).

One is alone when exactly one is logged in, or planned.  Whoever has a break is still there: only
`at_the_line` takes those on a rast away, who may leave the workplace (arbetstidslagen 15 §).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kundcenter.domain.supervision.stays import Stay, Stretch, stretches, without


@dataclass(frozen=True, slots=True)
class LoneWorking:
    """`alone` and `nobody` are in order; `nobody` is when not even one was there."""

    alone: tuple[Stretch, ...]
    nobody: tuple[Stretch, ...]

    @property
    def minutes(self) -> int:
        """Whole minutes of lone working: their sum is cut off, not each."""
        return _minutes(self.alone)

    @property
    def empty_minutes(self) -> int:
        return _minutes(self.nobody)

    def minutes_of(self, operator_id: UUID) -> int:
        return _minutes(each for each in self.alone if operator_id in each.operators)


def lone_working(stays: Iterable[Stay], start: datetime, end: datetime) -> LoneWorking:
    """When only one of the stays' operators was there between; give nurses' stays only."""
    found = stretches(stays, start, end)
    return LoneWorking(
        tuple(each for each in found if len(each.operators) == 1),
        tuple(each for each in found if not each.operators),
    )


def at_the_line(
    stays: Iterable[Stay], lunches: Iterable[Stay], start: datetime, end: datetime
) -> LoneWorking:
    """As lone_working, where whoever is on a rast is not there."""
    return lone_working(without(stays, lunches), start, end)


def of_nurses(stays: Iterable[Stay], nurses: frozenset[UUID]) -> tuple[Stay, ...]:
    """The stays of those who count."""
    return tuple(each for each in stays if each.operator_id in nurses)


def _minutes(found: Iterable[Stretch]) -> int:
    return sum((each.lasts for each in found), timedelta()) // timedelta(minutes=1)
