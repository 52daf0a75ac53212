"""The rules that the program carries, what is tried before publishing, what a change changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kundcenter.demo.month import made
from kundcenter.demo.region import DemoTerms
from kundcenter.demo.rules import published_rules
from kundcenter.domain.routing.diff import ChangeKind, rules_diff
from kundcenter.domain.routing.ground import RoutingGround
from kundcenter.domain.routing.rules import Case, RuleSet, in_force
from kundcenter.domain.routing.try_out import CaseFault, try_out
from kundcenter.domain.unit_cards import UnitCard
from kundcenter.start.desk import published_codes
from tests.domain.routing.region import (
    CHANGED,
    SATURDAY_NIGHT,
    THURSDAY,
    card,
    demo_ground,
    demo_rules,
    redirect,
    rule,
    rule_set,
)

CODES = published_codes()[max(published_codes())]
CASE = Case("Dagtid", "U3", THURSDAY, 40, "FEBER", first="VC")


def test_the_demonstration_rules_can_be_published_as_they_are() -> None:
    (text,) = published_rules(CODES)
    assert len(text.cases) >= 25
    assert {case.urgency for case in text.cases} == {each.code for each in CODES.urgencies}
    offered = {each.outcome for each in text.rules}
    assert {each.code for each in CODES.outcomes} - offered == {"AVBRUTET"}


def test_every_case_holds_in_the_demo_region_that_is_given_out() -> None:
    until = datetime(2026, 11, 21, 12, tzinfo=UTC)
    cards, sets = [], []
    for value in made(DemoTerms(until, CODES, calls=80)).values():
        if isinstance(value, UnitCard):
            cards.append(value)
        elif isinstance(value, RuleSet):
            sets.append(value)
    (given,) = sets
    assert (given.number, given.demonstration) == (1, True)
    failing = [
        (each.case.name, each.why, each.found)
        for each in try_out(given, RoutingGround.of(cards))
        if not each.holds
    ]
    assert failing == []


@pytest.mark.parametrize(
    ("changed", "fault", "found"),
    [
        ({"first": "AKUT"}, CaseFault.FIRST, "VC"),
        ({"unit": "SE0000000001-DEMO9"}, CaseFault.UNIT, "SE0000000001-DEMO1"),
        ({"never": ("SOS112",)}, CaseFault.NEVER, "SOS112"),
        ({"listed": "SE0000000001-DEMO9"}, CaseFault.LISTED_UNKNOWN, "SE0000000001-DEMO9"),
        ({"unit": "se0000000001-demo1"}, None, ""),
        ({"listed": "se0000000001-demo1"}, None, ""),
    ],
)
def test_a_case_that_does_not_hold_says_why(
    changed: dict[str, object], fault: CaseFault | None, found: str
) -> None:
    case = replace(CASE, **changed)  # type: ignore[arg-type]
    rules = replace(rule_set(rule(1)), cases=(case,))
    (tried,) = try_out(rules, RoutingGround.of([card(1)]))
    assert (tried.why, tried.found, tried.holds) == (fault, found, fault is None)


def test_a_case_may_be_tried_with_the_orders_of_the_day() -> None:
    rules = replace(rule_set(rule(1)), cases=(CASE,))
    (tried,) = try_out(rules, RoutingGround.of([card(1)]), [redirect(card(1), None)])
    assert (tried.why, tried.found) == (CaseFault.FIRST, "SOS112")


def test_all_cases_are_tried_in_the_order_of_the_table() -> None:
    tried = try_out(demo_rules(), demo_ground())
    assert [each.case for each in tried] == list(demo_rules().cases)


def test_a_diff_tells_what_is_new_gone_and_changed_and_in_which_field() -> None:
    older = replace(rule_set(rule(1), rule(2, "AKUT"), rule(3)), cases=(CASE,))
    newer = replace(
        older,
        title="Annan",
        review_on=date(2027, 1, 1),
        rules=(rule(1, opens=480, closes=600), rule(3), rule(4, "NARAKUT")),
        cases=(replace(CASE, at=SATURDAY_NIGHT), replace(CASE, name="Ny")),
    )
    changes = rules_diff(older, newer)
    assert [(each.kind, each.part, each.name) for each in changes] == [
        (ChangeKind.CHANGED, "set", ""),
        (ChangeKind.CHANGED, "rules", "R1"),
        (ChangeKind.NEW, "rules", "R4"),
        (ChangeKind.GONE, "rules", "R2"),
        (ChangeKind.CHANGED, "cases", "Dagtid"),
        (ChangeKind.NEW, "cases", "Ny"),
    ]
    assert changes[0].fields == (
        ("title", "Prov", "Annan"),
        ("review_on", None, date(2027, 1, 1)),
    )
    assert changes[1].fields == (("when.opens", None, 480), ("when.closes", None, 600))
    assert changes[4].fields == (("at", THURSDAY, SATURDAY_NIGHT),)
    assert rules_diff(newer, newer) == ()
    first = rules_diff(None, older)
    assert [each.kind for each in first] == [ChangeKind.NEW] * 4


def test_the_published_set_with_the_highest_number_is_in_force() -> None:
    draft = replace(rule_set(number=0), published_at=None)
    one, two = rule_set(number=1), rule_set(number=2)
    assert in_force([draft]) is None
    assert in_force([two, draft, one]) == two
    assert not two.is_draft
    assert draft.is_draft
    assert not replace(draft, dropped_at=CHANGED).is_draft
