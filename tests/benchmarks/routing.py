"""Where to: one call's ranking over all units of the country, with the demo region's rules.

The floor measures the distance to every unit, and sorts by it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import cycle
from math import dist
from random import Random
from uuid import UUID

from kundcenter.demo.rules import published_rules
from kundcenter.domain.redirects import Redirect
from kundcenter.domain.routing.ground import RoutingGround, place_of
from kundcenter.domain.routing.need import Need
from kundcenter.domain.routing.route import route
from kundcenter.domain.routing.rules import RuleSet
from kundcenter.domain.unit_cards import Spot, UnitCard
from kundcenter.start.desk import published_codes
from tests.benchmarks.frame import Budget, Figure, Row, Terms, Times, growth, interleaved, timings
from tests.domain.many_units import NOW, many_units

NAME = "routing"
SIZES, QUICK_SIZES = (1_000, 17_000), (200, 400)
BUILDS, QUICK_BUILDS = 10, 1
NEEDS = 400
KEY = "floor: every distance, sorted"
BUILD = "ground built"
REASONS = ("FEBER", "BUKSMARTA", "GRAVIDITET", "SUICID", "OGON", "HUDUTSLAG", "TAND")
BUDGET = 20.0  # the most that one call may take, p99 in milliseconds (PERFORMANCE §7)
LOOKS = ("one call, by the rules", "one call, by the municipality", "one call, no rules published")


def rows(terms: Terms) -> Iterator[Row]:
    """Each look at every size beside its floor, its growth, and how long the ground takes."""
    sizes = QUICK_SIZES if terms.quick else SIZES
    works: dict[tuple[int, str], Callable[[], object]] = {}
    measured: list[Row] = []
    for size in sizes:
        cards = _placed(many_units(size))
        built = Times()
        for _ in range(QUICK_BUILDS if terms.quick else BUILDS):
            built.take(lambda cards=cards: RoutingGround.of(cards))  # type: ignore[misc]
        budget = [Budget(Figure.P50, 1_000)]
        measured.append(timings(NAME, BUILD, built, size=size, budgets=budget))
        for name, look in _looks(cards).items():
            works[size, name] = look
    times = interleaved(works, terms.samples, warm=2 if terms.quick else 20)
    for (size, name), taken in times.items():
        budgets = [Budget(Figure.P99, BUDGET)] if name in LOOKS else ()
        floor = times[size, KEY]
        measured.append(timings(NAME, name, taken, size=size, floor=floor, budgets=budgets))
    yield from sorted(measured, key=lambda row: (row.path != KEY, row.path))
    for name in (BUILD, *LOOKS):
        yield growth((row for row in measured if row.path == name), Figure.P50)


def _looks(cards: list[UnitCard]) -> dict[str, Callable[[], object]]:
    """One call after another, each time somebody else; the same in every run."""
    chance = Random(1)
    ground, rules = RoutingGround.of(cards), _rules()
    orders = _orders(cards, chance)
    spots, towns, without = (cycle(_needs(cards, chance, about=about)) for about in (0, 1, 0))
    places = cycle(_places(chance))
    return {
        KEY: lambda: _by_distance(ground, next(places)),
        LOOKS[0]: lambda: route(next(spots), ground, orders, rules),
        LOOKS[1]: lambda: route(next(towns), ground, orders, rules),
        LOOKS[2]: lambda: route(next(without), ground, orders, None),
    }


def _placed(cards: list[UnitCard]) -> list[UnitCard]:
    """The cards, each at a place of its own, and half of them with a queue."""
    chance = Random(2)
    return [
        replace(card, details=replace(card.details, spot=spot, queue=chance.random() < 0.5))
        for card, spot in zip(cards, _places(chance, len(cards)), strict=True)
    ]


def _rules() -> RuleSet:
    codes = published_codes()
    text = published_rules(codes[max(codes)])[-1]
    return RuleSet(UUID(int=1), 1, text.title, text.rules, text.cases, 1, NOW, UUID(int=2))


def _orders(cards: list[UnitCard], chance: Random) -> list[Redirect]:
    some = chance.sample(cards, min(20, len(cards)))
    return [
        Redirect(UUID(int=at), card.id, some[at - 1].id, "Fullt", NOW, None, UUID(int=2))
        for at, card in enumerate(some)
    ]


def _needs(cards: list[UnitCard], chance: Random, *, about: int) -> list[Need]:
    """Calls of a day and a night, of every urgency and age."""
    found = []
    for place in _places(chance):
        listed = chance.choice(cards)
        need = Need(
            urgency=chance.choice(("U0", "U1", "U2", "U3", "U3", "U4", "U5", "U6")),
            at=_instant(chance),
            age=chance.choice((None, 0, 4, 16, 34, 61, 88)),
            reason=chance.choice(("", *REASONS)),
            listed=listed.id,
            spot=place,
            municipality=listed.unit.municipality,
        )
        found.append(replace(need, spot=None) if about else need)
    return found


def _instant(chance: Random) -> datetime:
    return NOW + timedelta(minutes=chance.randrange(24 * 60))


def _places(chance: Random, count: int = NEEDS) -> list[Spot]:
    """Anywhere in the country."""
    return [
        Spot(chance.randrange(55_400_000, 68_000_000), chance.randrange(11_500_000, 22_000_000))
        for _ in range(count)
    ]


def _by_distance(ground: RoutingGround, spot: Spot) -> object:
    here = place_of(spot)
    return sorted(dist(here, place) for kind in ground.kinds.values() for place in kind.places)
