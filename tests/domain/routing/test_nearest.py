"""The nearest of a kind are found without measuring the whole country, and are the same."""

from __future__ import annotations

from dataclasses import replace
from math import dist

import hypothesis.strategies as st
from hypothesis import given, settings

from kundcenter.domain.routing.ground import Place, RoutingGround, folded, place_of
from kundcenter.domain.unit_cards import Spot, UnitCard
from kundcenter.domain.units import UnitKind
from tests.domain.routing.region import card

TOWNS = ("", "Jönköping", "Habo")
degrees = st.sampled_from((0, 1, 2, 1_000)) | st.integers(0, 10_000_000)
spots = st.builds(lambda north, east: Spot(55_000_000 + north, 11_000_000 + east), degrees, degrees)
some_places = st.tuples(st.none() | spots, st.sampled_from(TOWNS))


@settings(max_examples=300, deadline=None)
@given(st.lists(some_places, max_size=40), some_places, st.integers(1, 5))
def test_they_are_the_first_of_all_in_order(
    places: list[tuple[Spot | None, str]], at: tuple[Spot | None, str], limit: int
) -> None:
    cards = [_card(number, *place) for number, place in enumerate(places, start=100)]
    ground = RoutingGround.of(cards)
    origin = ground.origin(*at)

    def rank(each: UnitCard) -> float:
        here, there = origin.place, place_of(each.details.spot)
        own = bool(at[1]) and folded(each.unit.municipality) == folded(at[1])
        if own and not origin.about and each.details.spot is None:
            return 0.0
        return (dist(here, there) if here else 0.0) - (8.0 if own and origin.about else 0.0)

    def far(each: UnitCard) -> float | None:
        here: Place | None = origin.place
        spot = each.details.spot
        return None if here is None or spot is None else dist(here, place_of(spot))

    every = sorted(cards, key=lambda each: (rank(each), each.unit.name))
    wanted = [(rank(each), far(each), each) for each in every[:limit]]
    kinds = ground.kinds
    found = kinds[UnitKind.PRIMARY_CARE].nearest(origin, limit) if kinds else []
    assert found == wanted


def _card(number: int, spot: Spot | None, town: str) -> UnitCard:
    found = card(number, spot=spot)
    return replace(found, unit=replace(found.unit, municipality=town))
