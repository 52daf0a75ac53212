"""A small directory to route in: the demo region's units, with hours and ages by their kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import resources.rules
from kundcenter.demo.region import published
from kundcenter.domain.opening import MIDNIGHT, Hours, Span
from kundcenter.domain.redirects import Redirect
from kundcenter.domain.routing.ground import RoutingGround
from kundcenter.domain.routing.need import Need
from kundcenter.domain.routing.route import Destination, Routes, route
from kundcenter.domain.routing.rules import Rule, RuleSet, When
from kundcenter.domain.routing.text import rules_text
from kundcenter.domain.routing.why import WhyCode
from kundcenter.domain.unit_cards import Criteria, Details, Spot, UnitCard
from kundcenter.domain.units import Unit, UnitKind

SWEDEN = ZoneInfo("Europe/Stockholm")
CHANGED = datetime(2026, 11, 1, tzinfo=UTC)
WHO = UUID(int=900)


def hours(opens: int, closes: int, days: Iterable[int] = range(1, 6)) -> Hours:
    """Minutes after midnight, the same on the days."""
    return Hours(tuple(Span(day, opens, day, closes) for day in days))


DAY = hours(8 * 60, 17 * 60)
EVENING = Hours((*hours(1020, 1320).spans, *hours(600, 1320, (6, 7)).spans))
ALWAYS = hours(0, MIDNIGHT, range(1, 8))
OF_KIND = {
    UnitKind.PRIMARY_CARE: Details(hours=DAY, queue=True),
    UnitKind.OUT_OF_HOURS: Details(hours=EVENING, bookable=True),
    UnitKind.PAEDIATRIC_EMERGENCY: Details(hours=ALWAYS, criteria=Criteria(oldest=17)),
    UnitKind.SPECIALIST: Details(hours=DAY, queue=True),
    UnitKind.MOTHER_AND_CHILD: Details(hours=DAY),
}
ROUND_THE_CLOCK = Details(hours=ALWAYS)


def card(number: int, kind: UnitKind = UnitKind.PRIMARY_CARE, **details: Any) -> UnitCard:
    """A unit in Jönköping, changed lately."""
    unit = Unit(
        UUID(int=number), f"SE0000000001-DEMO{number}", f"Enhet {number}", kind, "Jönköping", "112"
    )
    return UnitCard(unit, Details(**details), 1, CHANGED, WHO)


def beside(found: UnitCard, **changed: Any) -> UnitCard:
    """The card with other details."""
    return replace(found, details=replace(found.details, **changed))


def spot(kilometres: int) -> Spot:
    """A place so far north of the patient, who stands at PATIENT."""
    return Spot(PATIENT.latitude + kilometres * 8_993, PATIENT.longitude)


PATIENT = Spot(57_780_000, 14_160_000)


@cache
def demo_ground() -> RoutingGround:
    """Every unit of the demo region."""
    return RoutingGround.of(
        UnitCard(
            Unit(
                UUID(int=at), place.hsa_id, place.name, place.kind, place.municipality, place.phone
            ),
            OF_KIND.get(place.kind, ROUND_THE_CLOCK),
            1,
            CHANGED,
            WHO,
        )
        for at, place in enumerate(published().units, start=1)
    )


def rule(order: int, outcome: str = "VC", *, own: bool = False, **when: Any) -> Rule:
    """A rule for the outcome's own kind of unit, if it has one."""
    kind = UnitKind(outcome) if outcome in set(UnitKind) else None
    conditions = When(**when)
    return Rule(f"R{order}", order, conditions, outcome, kind, own, f"Regel {order}")


def rule_set(*rules: Rule, number: int = 1) -> RuleSet:
    return RuleSet(UUID(int=800), number, "Prov", rules, (), 1, CHANGED, WHO, CHANGED, WHO)


def demo_rules() -> RuleSet:
    """The rules that the program carries, as they come out of their file."""
    (table,) = resources.rules.tables()
    text = rules_text(table)
    return replace(rule_set(*text.rules), title=text.title, cases=text.cases)


def redirect(unit: UnitCard, to: UnitCard | None, **changed: Any) -> Redirect:
    """An order that holds all the month."""
    order = Redirect(UUID(int=700), unit.id, to.id if to else None, "Fullt", CHANGED, None, WHO)
    return replace(order, **changed)


def at(text: str) -> datetime:
    """A time on a Swedish clock, such as 2026-11-21T22:30."""
    return datetime.fromisoformat(text).replace(tzinfo=SWEDEN).astimezone(UTC)


SATURDAY_NIGHT = at("2026-11-21T22:30")
THURSDAY = at("2026-11-19T10:00")


def need(urgency: str = "U3", when: datetime = THURSDAY, **more: Any) -> Need:
    """The need of a grown-up with a fever who stands at PATIENT."""
    known: dict[str, Any] = {"age": 40, "reason": "FEBER", "spot": PATIENT, **more}
    return Need(urgency, when, **known)


def asked(
    cards: Iterable[UnitCard],
    rules: RuleSet | None,
    wanted: Need | None = None,
    redirects: Iterable[Redirect] = (),
) -> Routes:
    return route(wanted or need(), RoutingGround.of(cards), redirects, rules)


def names(routes: Routes, outcome: str = "VC") -> list[int]:
    """The numbers of the units of an outcome, in their order."""
    found = (each.unit for each in routes.destinations if each.outcome == outcome)
    return [unit.id.int for unit in found if unit]


def sentences(found: Destination) -> list[str]:
    return [each.sentence() for each in found.whys]


def codes(found: Destination) -> set[WhyCode]:
    return {each.code for each in found.whys}
