"""Where to: the destinations that a need allows, ranked, and each with its reasons (DOMAIN §3.6).

A proposal: the nurse decides.  Whatever a rule set says, 112 is among the destinations, and it is
the first when life is threatened (R1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from kundcenter.domain.redirects import Redirect
from kundcenter.domain.routing.destinations import Destination, Excluded, Routes
from kundcenter.domain.routing.ground import Cards, RoutingGround, ground_of
from kundcenter.domain.routing.need import WITHIN, Need
from kundcenter.domain.routing.ranking import SHOWN, SHOWN_UNRULED, WAY_MINUTES, Ranking, standing
from kundcenter.domain.routing.rules import RuleSet
from kundcenter.domain.routing.selecting import SOS112, selected
from kundcenter.domain.routing.why import Why, WhyCode, why
from kundcenter.domain.unit_cards import UnitCard
from kundcenter.domain.units import UnitKind

__all__ = ["Destination", "Excluded", "Routes", "ground_of", "route"]


def route(
    need: Need,
    directory: Cards,
    redirects: Iterable[Redirect],
    rules: RuleSet | None,
    *,
    way_minutes: int = WAY_MINUTES,
    within: Mapping[str, timedelta] = WITHIN,
) -> Routes:
    """Every destination that a rule offers for the need, the best first.

    Rules come in their order; the units of a rule by whether they are open when the patient
    arrives, then by distance.  No unit that is closed then stands above an open one of the same
    outcome; and none that is closed and opens later than the urgency allows stands above one that
    is open, or opens in time, or may be open.  `within` is how long each urgency can wait, counted
    from `need.at`; one that is not there can wait.  `way_minutes` is the way that is assumed where
    a place is unknown.  Without rules every kind of unit is offered, and told to be so.  Raises
    ValueError for a time without a zone.
    """
    ground = ground_of(directory)
    listed = listed_unit(need, ground)
    assumed = listed.unit.municipality if listed and not need.municipality else ""
    origin = ground.origin(need.spot, need.municipality or assumed)
    shown = SHOWN_UNRULED if rules is None else SHOWN
    limit = within.get(need.urgency)
    ranking = Ranking(need, ground, standing(redirects), way_minutes, origin, listed, limit, shown)
    chosen = selected(rules, need, listed=listed is not None)
    found: list[tuple[int, Destination]] = []
    asked: set[UnitKind] = set()
    whys = list(_about(need, ranking, rules, chosen=bool(chosen)))
    for rule in chosen:
        if rule.outcome == SOS112 and need.life_threat:
            continue  # it is the first anyway
        if rule.kind is None:
            whys_of = ranking.by_rule(rule)
            found.append(
                (rule.order, Destination(rule.outcome, None, whys_of, need.at, None, rule.code))
            )
            continue
        units = ranking.destinations(rule, rule.kind)
        found += ((rule.order, each) for each in units)
        if not rule.own:
            asked.add(rule.kind)
    ranked = tuple(_with_112(need, _once(_in_order(found))))
    if not any(each.unit for each in ranked):
        whys += (why(WhyCode.NO_UNIT_FITS, kind=kind.value) for kind in sorted(asked))
    offered = {each.unit.id: each.unit for each in ranked if each.unit is not None}
    excluded = tuple(each for id, each in ranking.excluded.items() if id not in offered)
    return Routes(
        destinations=ranked,
        excluded=excluded,
        rules_number=rules.number if rules else 0,
        as_of=ground.as_of,
        whys=tuple(dict.fromkeys(whys)),
        further=_further(ground, asked, (*offered.values(), *(each.unit for each in excluded))),
    )


def listed_unit(need: Need, ground: RoutingGround) -> UnitCard | None:
    """The unit at which the patient is listed, if it is one of ours (R7)."""
    if need.listed is None or need.region:
        return None
    return ground.by_id.get(need.listed)


def _about(need: Need, ranking: Ranking, rules: RuleSet | None, *, chosen: bool) -> Iterator[Why]:
    """What is unknown of the need, and where the patient belongs (R7)."""
    if rules is None:
        yield why(WhyCode.NO_RULES)
    elif not chosen:
        yield why(WhyCode.NO_RULE_FITS)
    if not need.urgency:
        yield why(WhyCode.URGENCY_UNKNOWN)
    if not need.reason:
        yield why(WhyCode.REASON_UNKNOWN)
    if need.age is None:
        yield why(WhyCode.AGE_UNKNOWN)
    if need.region:
        yield why(WhyCode.OTHER_REGION, region=need.region)
    elif ranking.listed is None:
        yield why(WhyCode.LISTED_UNKNOWN)
    if need.spot is None:
        minutes = ranking.way_minutes
        if need.municipality:
            yield why(WhyCode.PLACE_ABOUT, municipality=need.municipality, minutes=minutes)
        elif ranking.origin.municipality:
            town = ranking.origin.municipality
            yield why(WhyCode.PLACE_AS_LISTED, municipality=town, minutes=minutes)
        else:
            yield why(WhyCode.PLACE_UNKNOWN, minutes=minutes)


def _in_order(found: list[tuple[int, Destination]]) -> Iterator[Destination]:
    """By the rules' order, but nothing closed above what is open for the same outcome, and after
    every unit of any outcome that is in time whatever opens too late.

    An outcome without a unit is never closed, and stands where its rule has put it.
    """
    last_open: dict[str, int] = {}
    for order, each in found:
        if not each.closed:
            last_open[each.outcome] = max(order, last_open.get(each.outcome, order))

    def place(told: tuple[int, Destination]) -> tuple[int, bool]:
        order, each = told
        after = last_open.get(each.outcome, order)
        return (max(order, after), True) if each.closed else (order, False)

    last = max((place(told)[0] for told in found if _in_time(told[1])), default=0)

    def in_time(told: tuple[int, Destination]) -> tuple[int, bool, bool]:
        at, closed = place(told)
        return (max(at, last), True, True) if told[1].too_late else (at, closed, False)

    return (each for _, each in sorted(found, key=in_time))  # of equals as they came


def _in_time(each: Destination) -> bool:
    return each.unit is not None and not each.too_late


def _once(ranked: Iterable[Destination]) -> Iterator[Destination]:
    """Each place once for an outcome, where it is best."""
    met = set()
    for each in ranked:
        key = each.outcome, each.unit.id if each.unit else None
        if key not in met:
            met.add(key)
            yield each


def _with_112(need: Need, ranked: Iterable[Destination]) -> Iterator[Destination]:
    """112 first when life is threatened, otherwise where a rule has put it, or last (R1)."""
    if need.life_threat:
        whys = (why(WhyCode.LIFE_THREAT),)
        yield Destination(SOS112, None, whys, need.at)
        yield from (each for each in ranked if each.outcome != SOS112)
        return
    there = False
    for each in ranked:
        there = there or (each.outcome == SOS112 and each.unit is None)
        yield each
    if not there:
        yield Destination(SOS112, None, (why(WhyCode.ALWAYS_112),), need.at)


def _further(ground: RoutingGround, asked: Iterable[UnitKind], told: Iterable[UnitCard]) -> int:
    """How many units of the kinds asked for are neither offered nor left out with a reason."""
    kinds = set(asked)
    every = sum(len(ground.kinds[kind].cards) for kind in kinds if kind in ground.kinds)
    return every - len({card.id for card in told if card.unit.kind in kinds})
