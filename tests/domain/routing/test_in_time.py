"""A unit that is closed, and opens too late for the urgency, is after all that is in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given

from kundcenter.domain.opening import OpenState, OtherHours
from kundcenter.domain.routing.destinations import Destination, Routes
from kundcenter.domain.routing.ground import RoutingGround
from kundcenter.domain.routing.need import WITHIN, Need
from kundcenter.domain.routing.ranking import LINKS, SHOWN, SHOWN_UNRULED
from kundcenter.domain.routing.route import route
from kundcenter.domain.routing.why import WhyCode
from kundcenter.domain.units import UnitKind
from kundcenter.start.desk import published_codes
from tests.domain.routing.region import (
    ALWAYS,
    DAY,
    EVENING,
    SATURDAY_NIGHT,
    THURSDAY,
    asked,
    at,
    card,
    codes,
    demo_ground,
    demo_rules,
    names,
    need,
    rule,
    rule_set,
    sentences,
    spot,
)
from tests.domain.routing.test_route_laws import MANY, World, answer, worlds

NEAR = card(1, UnitKind.OUT_OF_HOURS, hours=EVENING, spot=spot(2))
WARD = card(2, UnitKind.EMERGENCY, hours=ALWAYS, spot=spot(20))
GROUND = RoutingGround.of([NEAR, WARD])
LATER = rule_set(rule(1, "NARAKUT"), rule(2, "AKUT"))
SUNDAY = "Stängt vid framkomst, öppnar sön 10:00"
FRIDAY = at("2026-11-20T19:00")


def outcomes(routes: Routes) -> list[str]:
    return [each.outcome for each in routes.destinations]


def told(routes: Routes, outcome: str) -> Destination:
    return next(each for each in routes.destinations if each.outcome == outcome)


def test_within_hours_on_saturday_night_the_ward_is_before_what_opens_on_sunday() -> None:
    routes = asked([NEAR, WARD], LATER, need("U2", SATURDAY_NIGHT))
    assert outcomes(routes) == ["AKUT", "NARAKUT", "SOS112"]
    late = told(routes, "NARAKUT")
    assert late.too_late
    assert "Öppnar först sön 10:00 – för sent för inom fyra timmar" in sentences(late)
    assert SUNDAY in sentences(late)
    assert not told(routes, "AKUT").too_late


def test_within_a_day_what_opens_on_sunday_keeps_its_rule_s_place_and_says_when() -> None:
    routes = asked([NEAR, WARD], LATER, need("U3", SATURDAY_NIGHT))
    assert outcomes(routes) == ["NARAKUT", "AKUT", "SOS112"]
    assert SUNDAY in sentences(routes.destinations[0])
    assert WhyCode.TOO_LATE not in codes(routes.destinations[0])


def test_the_demo_region_s_narakut_and_wards_on_saturday_night() -> None:
    cards = demo_ground().cards
    for urgency, first in (("U1", "AKUT"), ("U2", "AKUT"), ("U3", "NARAKUT"), ("U4", "NARAKUT")):
        routes = asked(cards, LATER, need(urgency, SATURDAY_NIGHT, spot=None))
        assert routes.destinations[0].outcome == first, urgency
        assert set(outcomes(routes)) == {"NARAKUT", "AKUT", "SOS112"}


@pytest.mark.parametrize(
    ("urgency", "when", "sentence"),
    [
        ("U1", SATURDAY_NIGHT, "Öppnar först sön 10:00 – för sent: vården behövs omedelbart"),
        ("U2", SATURDAY_NIGHT, "Öppnar först sön 10:00 – för sent för inom fyra timmar"),
        ("U3", FRIDAY, "Öppnar först mån 08:00 – för sent för inom 24 timmar"),
        ("U4", at("2026-04-02T18:00"), "Öppnar först tis 08:00 – för sent för inom tre dygn"),
    ],
)
def test_the_sentence_says_when_it_opens_and_for_what_that_is_too_late(
    urgency: str, when: datetime, sentence: str
) -> None:
    opens = EVENING if sentence.count("sön") else DAY
    (late, _) = asked([card(1, hours=opens)], rule_set(rule(1)), need(urgency, when)).destinations
    assert sentence in sentences(late)


def test_what_is_never_known_to_open_again_is_too_late() -> None:
    day = THURSDAY.date()
    shut = OtherHours(day - timedelta(days=2), day + timedelta(days=730))
    never = card(1, hours=replace(DAY, exceptions=(shut,)))
    routes = asked([never, WARD], rule_set(rule(1), rule(2, "AKUT")), need("U4"))
    assert outcomes(routes) == ["AKUT", "VC", "SOS112"]
    late = told(routes, "VC")
    assert "Ingen öppettid är känd inom tre dygn: för sent" in sentences(late)


def test_without_a_time_limit_nothing_is_too_late() -> None:
    for urgency in ("", "U5", "U6", "UX", "U9"):
        routes = asked([NEAR, WARD], LATER, need(urgency, SATURDAY_NIGHT))
        assert outcomes(routes) == ["NARAKUT", "AKUT", "SOS112"]
        assert not any(each.too_late for each in routes.destinations)


def test_the_limit_is_counted_from_when_the_patient_sets_out_and_is_met_to_the_minute() -> None:
    for when, first in (("06:00", "NARAKUT"), ("05:59", "AKUT"), ("09:00", "NARAKUT")):
        wanted = need("U2", at(f"2026-11-22T{when}"))
        assert outcomes(asked([NEAR, WARD], LATER, wanted))[0] == first, when


def test_the_code_set_s_own_limits_hold_when_they_are_given() -> None:
    wanted = need("U2", SATURDAY_NIGHT)
    for limit, first in ((timedelta(hours=12), "NARAKUT"), (timedelta(hours=11), "AKUT")):
        routes = route(wanted, GROUND, (), LATER, within={"U2": limit})
        assert routes.destinations[0].outcome == first
    routes = route(wanted, GROUND, (), LATER, within={"U2": timedelta(minutes=90)})
    assert "Öppnar först sön 10:00 – för sent för inom 90 minuter" in sentences(
        told(routes, "NARAKUT")
    )


def test_the_limits_are_those_of_the_published_codes() -> None:
    for each in published_codes().values():
        assert each.deadlines == WITHIN


def test_hours_that_nobody_knows_stand_where_the_rule_put_them_and_above_what_is_too_late() -> None:
    unknown = card(3, UnitKind.PRIMARY_CARE, spot=spot(1))
    rules = rule_set(rule(1, "NARAKUT"), rule(2, "VC"), rule(3, "AKUT"))
    routes = asked([NEAR, unknown, WARD], rules, need("U2", SATURDAY_NIGHT))
    assert outcomes(routes) == ["VC", "AKUT", "NARAKUT", "SOS112"]
    routes = asked([NEAR, unknown], rules, need("U2", SATURDAY_NIGHT))
    assert outcomes(routes) == ["VC", "NARAKUT", "SOS112"]


def test_an_outcome_without_a_unit_keeps_its_place_and_112_is_there() -> None:
    rules = rule_set(rule(1, "NARAKUT"), rule(2, "KOMMUN"), rule(3, "AKUT"), rule(4, "EGENVARD"))
    routes = asked([NEAR, WARD], rules, need("U2", SATURDAY_NIGHT))
    assert outcomes(routes) == ["KOMMUN", "AKUT", "NARAKUT", "EGENVARD", "SOS112"]
    routes = asked([NEAR], rules, need("U2", SATURDAY_NIGHT))
    assert outcomes(routes) == ["NARAKUT", "KOMMUN", "EGENVARD", "SOS112"]


def test_of_one_rule_what_opens_in_time_is_before_the_nearer_that_does_not() -> None:
    nearer = [card(at, hours=DAY, spot=spot(at)) for at in range(1, 3 * SHOWN)]
    sunday = card(90, hours=EVENING, spot=spot(200))
    routes = asked([*nearer, sunday], rule_set(rule(1)), need("U3", SATURDAY_NIGHT))
    assert names(routes) == [90, *range(1, SHOWN)]


def test_the_demonstration_rules_send_nobody_to_wait_longer_than_the_urgency_allows() -> None:
    ground, rules = demo_ground(), demo_rules()
    listed = ground.by_hsa["se0000000001-demorosenlund"].id
    start = at("2026-12-21T00:15")  # a week with an eve and two holidays
    for hour in range(0, 7 * 24, 3):
        for urgency in ("U1", "U2", "U3"):
            wanted = need(urgency, start + timedelta(hours=hour), spot=None, listed=listed)
            first = asked(ground.cards, rules, wanted).destinations[0]
            assert first.unit is not None, (urgency, wanted.at)
            assert in_time(first, wanted), (urgency, wanted.at)


# -- what holds of every directory, every rule set and every need -----------------------------


def in_time(each: Destination, wanted: Need) -> bool | None:
    """By the words of the rule, from the answer alone; None when nobody knows."""
    limit = WITHIN.get(wanted.urgency)
    if each.unit is None or each.opening is None or each.opening.state is OpenState.UNKNOWN:
        return None
    if each.opening.state is OpenState.OPEN or limit is None:
        return True
    opens_at = each.opening.opens_at
    return opens_at is not None and opens_at <= wanted.at + limit


@MANY
@given(worlds)
def test_nothing_that_opens_too_late_stands_above_what_is_in_time(world: World) -> None:
    found = answer(world).destinations
    places = [place for place, each in enumerate(found) if in_time(each, world[3]) is False]
    for place, each in enumerate(found):
        assert each.too_late is (place in places)
        assert (WhyCode.TOO_LATE in codes(each)) is each.too_late
        if each.unit is not None and not each.too_late:  # also where nobody knows
            assert all(place < late for late in places)


@MANY
@given(worlds)
def test_the_limits_move_places_and_neither_add_nor_hide_any(world: World) -> None:
    cards, orders, published, wanted = world
    few = RoutingGround.of(cards[: min(LINKS, SHOWN_UNRULED)])  # so few that all of them are shown
    limited = [
        {(each.outcome, each.unit and each.unit.id, each.rule) for each in routes.destinations}
        for routes in (
            route(wanted, few, orders, published),
            route(wanted, few, orders, published, within={}),
        )
    ]
    assert limited[0] == limited[1]
    assert any((outcome, unit) == ("SOS112", None) for outcome, unit, _ in limited[0])
