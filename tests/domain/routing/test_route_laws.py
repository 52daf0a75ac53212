"""What holds of every directory, every rule set and every need."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

import hypothesis.strategies as st
from hypothesis import given, settings

from kundcenter.domain.calendar import DayClass
from kundcenter.domain.opening import Hours, OpenState, OtherHours
from kundcenter.domain.redirects import Redirect
from kundcenter.domain.routing.ground import RoutingGround
from kundcenter.domain.routing.need import Need
from kundcenter.domain.routing.ranking import SHOWN
from kundcenter.domain.routing.route import Routes, route
from kundcenter.domain.routing.rules import Rule, RuleSet, When
from kundcenter.domain.unit_cards import (
    Criteria,
    Details,
    RelatedUnit,
    RelationKind,
    Spot,
    UnitCard,
)
from kundcenter.domain.units import Unit, UnitKind
from tests.domain.routing.region import ALWAYS, CHANGED, DAY, EVENING, WHO

MANY = settings(max_examples=150, deadline=None)
KINDS = (UnitKind.PRIMARY_CARE, UnitKind.EMERGENCY, UnitKind.PAEDIATRIC_EMERGENCY)
IDS = tuple(UUID(int=number) for number in range(1, 16))
TOWNS = ("", "Jönköping", "Habo")
REASONS = ("", "FEBER", "TAND")

YEARS = date(2025, 12, 1), date(2028, 2, 1)
OTHERWISE = (  # only days of exception are known; closed for good
    Hours((), (OtherHours(date(2026, 6, 1), date(2026, 12, 1)),)),
    Hours((), (OtherHours(date(2026, 6, 1), date(2026, 12, 1), 480, 1_020),)),
    Hours(DAY.spans, (OtherHours(*YEARS),)),
)

numbers = st.integers(0, len(IDS) - 1)
spots = st.none() | st.builds(
    Spot, st.integers(55_000_000, 69_000_000), st.integers(11_000_000, 24_000_000)
)
instants = st.integers(0, 2 * 365 * 1_440).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
ages = st.none() | st.integers(0, 100)
some_reasons = st.frozensets(st.sampled_from(REASONS[1:]))
criteria = st.builds(
    Criteria, youngest=st.none() | st.integers(0, 20), oldest=st.none() | st.integers(10, 99),
    takes=some_reasons, refuses=some_reasons,
)  # fmt: skip
related = st.builds(
    RelatedUnit, st.sampled_from(RelationKind), numbers.map(lambda n: f"SE0000000001-DEMO{n}")
)
details = st.builds(
    Details,
    spot=spots,
    hours=st.sampled_from((Hours(), DAY, EVENING, ALWAYS, *OTHERWISE)),
    criteria=st.just(Criteria()) | criteria,
    queue=st.booleans(),
    related=st.lists(related, max_size=2).map(tuple),
)


@st.composite
def directories(draw: st.DrawFn) -> list[UnitCard]:
    """Up to fifteen units, some of them retired, some with the same name."""
    cards = []
    for at, id in enumerate(draw(st.lists(st.sampled_from(IDS), unique=True))):
        unit = Unit(
            id, f"SE0000000001-DEMO{at}", f"Enhet {draw(st.integers(0, 3))}",
            draw(st.sampled_from(KINDS)), draw(st.sampled_from(TOWNS)), "112",
        )  # fmt: skip
        gone = draw(st.integers(0, 4)) == 0
        cards.append(
            UnitCard(
                unit, draw(details), 1, CHANGED, WHO, CHANGED if gone else None,
                draw(st.none() | st.sampled_from(IDS)) if gone else None,
            )
        )  # fmt: skip
    return cards


outcomes = st.sampled_from(
    (
        *((kind.value, kind) for kind in KINDS),
        ("VC_TELEQ", UnitKind.PRIMARY_CARE),
        ("SOS112", None),
        ("SOS112", UnitKind.EMERGENCY),  # which no draft can say, but whoever writes into a file
        ("EGENVARD", None),
    )
)
whens = st.builds(
    When,
    urgencies=st.frozensets(st.sampled_from(("U0", "U2", "U3", "U6"))),
    days=st.frozensets(st.sampled_from(DayClass)),
    opens=st.none() | st.integers(0, 1_439),
    closes=st.none() | st.integers(1, 1_440),
    youngest=st.none() | st.integers(0, 60),
    oldest=st.none() | st.integers(0, 99),
    reasons=some_reasons,
    listed=st.none() | st.booleans(),
)
rules = st.builds(
    lambda order, when, outcome, own: Rule(
        f"R{order}", order, when, outcome[0], outcome[1], own, "Därför."
    ),
    st.integers(0, 5), st.just(When()) | whens, outcomes, st.booleans(),
)  # fmt: skip
rule_sets = st.none() | st.lists(rules, max_size=8).map(
    lambda some: RuleSet(UUID(int=1), 3, "Prov", tuple(some), (), 1, CHANGED, WHO)
)
redirects = st.lists(
    st.builds(
        Redirect, st.uuids(), st.sampled_from(IDS), st.none() | st.sampled_from(IDS),
        st.just("Fullt"), instants, st.none() | instants, st.just(WHO),
    ),
    max_size=5,
)  # fmt: skip
needs = st.builds(
    Need,
    urgency=st.sampled_from(("", "U0", "U1", "U2", "U3", "U4", "U6")),
    at=instants,
    age=ages,
    reason=st.sampled_from(REASONS),
    listed=st.none() | st.sampled_from(IDS),
    municipality=st.sampled_from(TOWNS),
    spot=spots,
    region=st.sampled_from(("", "Östergötland")),
)
worlds = st.tuples(directories(), redirects, rule_sets, needs)
World = tuple[list[UnitCard], list[Redirect], RuleSet | None, Need]


def answer(world: World) -> Routes:
    cards, orders, published, wanted = world
    return route(wanted, RoutingGround.of(cards), orders, published)


@MANY
@given(worlds)
def test_no_rule_set_hides_112_and_nothing_comes_before_it_when_life_is_threatened(
    world: World,
) -> None:
    found = [each for each in answer(world).destinations if each.outcome == "SOS112"]
    assert any(each.unit is None for each in found)
    if world[3].urgency == "U0":
        assert answer(world).destinations[0].outcome == "SOS112"
        assert answer(world).destinations[0].unit is None


@MANY
@given(worlds)
def test_nothing_that_is_closed_on_arrival_stands_above_an_open_equal(world: World) -> None:
    found = answer(world).destinations
    for place, above in enumerate(found):
        if above.opening and above.opening.state is OpenState.CLOSED:
            for below in found[place + 1 :]:
                equal = below.opening and (above.outcome == below.outcome)
                assert not (equal and below.opening.state is OpenState.OPEN)  # type: ignore[union-attr]


@MANY
@given(worlds, st.randoms(use_true_random=False))
def test_the_order_of_the_units_the_rules_and_the_redirects_changes_nothing(
    world: World, chance: Random
) -> None:
    cards, orders, published, wanted = world
    first = answer(world)
    assert first == answer(world)
    mixed, mixed_orders = list(cards), list(orders)
    chance.shuffle(mixed)
    chance.shuffle(mixed_orders)
    assert answer((mixed, mixed_orders, published, wanted)) == first


@MANY
@given(worlds)
def test_every_unit_of_a_kind_that_is_asked_for_is_offered_or_left_out_with_a_reason(
    world: World,
) -> None:
    cards, _, _, wanted = world
    open_to_all = tuple(
        Rule(f"R{at}", at, When(), kind.value, kind) for at, kind in enumerate(KINDS, start=1)
    )
    published = RuleSet(UUID(int=1), 3, "Prov", open_to_all, (), 1, CHANGED, WHO)
    routes = answer((cards, world[1], published, wanted))
    offered = {each.unit.id for each in routes.destinations if each.unit}
    left = {each.unit.id for each in routes.excluded}
    assert not offered & left
    told = {card.id for card in cards if card.id in offered | left}
    assert len(told) + routes.further == len(cards)
    if max(sum(c.unit.kind is kind for c in cards) for kind in KINDS) <= SHOWN:
        assert told == {card.id for card in cards}
        assert routes.further == 0


@MANY
@given(worlds)
def test_each_place_is_offered_once_and_takes_the_patient(world: World) -> None:
    routes, wanted = answer(world), world[3]
    told = [(each.outcome, each.unit and each.unit.id) for each in routes.destinations]
    assert len(told) == len(set(told))
    for each in routes.destinations:
        assert all(reason.sentence() for reason in each.whys)
        if each.unit is not None:
            assert each.unit.retired_at is None
            limits = each.unit.details.criteria
            assert wanted.reason not in limits.refuses
            assert not limits.takes or not wanted.reason or wanted.reason in limits.takes
            if wanted.age is not None:
                assert (limits.youngest or 0) <= wanted.age <= (limits.oldest or 200)
            assert each.arrives_at > wanted.at - timedelta(seconds=1)
    assert all(each.why.sentence() for each in routes.excluded)
    assert all(each.sentence() for each in routes.whys)
