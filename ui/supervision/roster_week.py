"""One week of the roster as it is shown: a row for each who works, a cell for each day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.calendar import day_bounds, local
from kundcenter.domain.supervision import lone_working, stays, working_time
from kundcenter.domain.supervision.colleagues import Colleague
from kundcenter.domain.supervision.lone_working import LoneWorking
from kundcenter.domain.supervision.roster_terms import Pattern, in_force
from kundcenter.domain.supervision.work_turns import NURSING, WorkTurn
from ui.services import Services

DAYS = 7
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Week:
    """`turns` are those that begin in the week, or lie in it; `first` is its Monday."""

    first: date
    turns: tuple[WorkTurn, ...]
    people: tuple[Colleague, ...]
    patterns: tuple[Pattern, ...]
    names: dict[str, str] = field(default_factory=dict)  # of patterns, by code

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(self.first + at * _DAY for at in range(DAYS))

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        return bounds(self.first)

    def rows(self, role: Role | None = None) -> tuple[Colleague, ...]:
        """Whoever may work as `role`, by name; others only with turns here."""
        working = {each.operator_id for each in self._of(role)}
        return tuple(
            each
            for each in self.people
            if each.id in working or (not each.left and _may_work(each, role))
        )

    def cells(self, role: Role | None = None) -> dict[tuple[UUID, date], tuple[WorkTurn, ...]]:
        """The turns that begin on each day of each operator, by their beginning."""
        found: dict[tuple[UUID, date], tuple[WorkTurn, ...]] = {}
        for turn in self._of(role):
            key = turn.operator_id, turn.day
            found[key] = (*found.get(key, ()), turn)
        return found

    def working_times(self) -> dict[UUID, timedelta]:
        """What of each one's working time lies in the week."""
        return working_time.scheduled(self.turns, *self.bounds)

    def count(self, day: date, role: Role | None = None) -> dict[str, int]:
        """How many turns of each pattern begin on the day, in the order of the patterns."""
        codes = [each.pattern for each in self._of(role) if each.day == day]
        order = [each.code for each in self.patterns]
        known = [code for code in order if code in codes]
        others = sorted({code for code in codes if code not in order})
        return {code: codes.count(code) for code in (*known, *others)}

    def alone(self, day: date) -> LoneWorking:
        """When only one nurse, or none, is planned on the day."""
        planned = stays.of_turns(self.turns, NURSING)
        return lone_working.lone_working(planned, *day_bounds(day))

    def _of(self, role: Role | None) -> tuple[WorkTurn, ...]:
        """The turns that begin in the week and are worked as the role."""
        start, end = self.bounds
        return tuple(
            each
            for each in self.turns
            if start <= each.starts_at < end and (role is None or each.role is role)
        )


def _may_work(person: Colleague, role: Role | None) -> bool:
    return bool(person.roles) if role is None else role in person.roles


def monday(day: date) -> date:
    """The first day of its week."""
    return day - (day.isoweekday() - 1) * _DAY


def bounds(first: date) -> tuple[datetime, datetime]:
    """From midnight of the Monday until midnight after the Sunday."""
    return day_bounds(first)[0], day_bounds(first + (DAYS - 1) * _DAY)[1]


def today(now: datetime) -> date:
    return local(now).date()


def read_week(services: Services, first: date) -> Week:
    """All that the week needs; on the store's lane."""
    start, end = bounds(first)
    terms = services.roster_terms.current()
    patterns, _ = in_force(terms)
    return Week(
        first,
        services.roster.between(start, end),
        services.roster.colleagues(),
        patterns,
        {each.code: each.name for each in patterns},
    )
