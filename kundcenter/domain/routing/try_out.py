"""The table of cases, tried on the directory: what has to hold before rules are published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from kundcenter.domain.redirects import Redirect
from kundcenter.domain.routing.destinations import Routes
from kundcenter.domain.routing.ground import Cards, ground_of
from kundcenter.domain.routing.need import WITHIN, Need
from kundcenter.domain.routing.route import route
from kundcenter.domain.routing.rules import Case, RuleSet
from kundcenter.domain.unit_cards import UnitCard
from kundcenter.domain.units import hsa_key


class CaseFault(StrEnum):
    """Why a case does not hold."""

    LISTED_UNKNOWN = "listed_unknown"  # the directory has no unit with the HSA-id
    FIRST = "first"  # another outcome is the first
    UNIT = "unit"  # another unit is the first
    NEVER = "never"  # what may not be offered is


@dataclass(frozen=True, slots=True)
class Tried:
    """One case with what came of it.  `found` is the outcome or the HSA-id that was not wanted."""

    case: Case
    routes: Routes
    why: CaseFault | None = None
    found: str = ""

    @property
    def holds(self) -> bool:
        return self.why is None


def try_out(
    rules: RuleSet,
    directory: Cards,
    redirects: Iterable[Redirect] = (),
    *,
    within: Mapping[str, timedelta] = WITHIN,
) -> tuple[Tried, ...]:
    """Every case of the table, in its order; `within` as in `route`."""
    ground, orders = ground_of(directory), tuple(redirects)
    found = []
    for case in rules.cases:
        listed = ground.by_hsa.get(hsa_key(case.listed)) if case.listed else None
        routes = route(need_of(case, listed), ground, orders, rules, within=within)
        found.append(_tried(case, listed, routes))
    return tuple(found)


def need_of(case: Case, listed: UnitCard | None) -> Need:
    """The need that the case tells of."""
    return Need(
        urgency=case.urgency,
        at=case.at,
        age=case.age,
        reason=case.reason,
        listed=listed.id if listed else None,
        municipality=case.municipality,
    )


def _tried(case: Case, listed: UnitCard | None, routes: Routes) -> Tried:
    if case.listed and listed is None:
        return Tried(case, routes, CaseFault.LISTED_UNKNOWN, case.listed)
    first = routes.destinations[0]
    if case.first and first.outcome != case.first:
        return Tried(case, routes, CaseFault.FIRST, first.outcome)
    hsa_id = first.unit.unit.hsa_id if first.unit else ""
    if case.unit and hsa_key(hsa_id) != hsa_key(case.unit):
        return Tried(case, routes, CaseFault.UNIT, hsa_id)
    for each in routes.destinations:
        if each.outcome in case.never:
            return Tried(case, routes, CaseFault.NEVER, each.outcome)
    return Tried(case, routes)
