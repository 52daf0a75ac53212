"""The numbers, days and times of rules of routing: kept as they are, or refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kundcenter.domain.routing.rules import Case, Rule, RulesStale, When
from kundcenter.domain.routing.text import RulesInvalid, RulesText
from kundcenter.domain.units import UnitKind
from kundcenter.errors import KundcenterError
from tests.ground import MORNING, Ground

DAYS = {"rules.save.text.review_on"}
TIMES = {"rules.save.text.cases.at"}
WHEN = When(opens=480, closes=1_020, youngest=1, oldest=17)
RULE = Rule("A", 1, WHEN, "VC", UnitKind.PRIMARY_CARE)
CASE = Case("A", "U3", MORNING, 4, first="VC")


def rule_numbers(
    ground: Ground,
) -> dict[str, tuple[type[KundcenterError], Callable[[Any], object]]]:
    """Every number that is refused unless it is right, with how it is refused."""
    rules = ground.desk.rules
    draft = rules.begin("Utkast").the("rules")
    text = RulesText("Utkast", (RULE,), (CASE,))

    def rule(**changed: Any) -> object:
        return rules.save(draft, replace(text, rules=(replace(RULE, **changed),)), upon=1)

    def when(name: str, instead: int) -> Callable[[Any], object]:
        """0 is a good number of nearly everything."""

        def put(number: int) -> object:
            changed: dict[str, Any] = {name: number or instead}
            return rule(when=replace(WHEN, **changed))

        return put

    def case(n: int) -> object:
        return rules.save(draft, replace(text, cases=(replace(CASE, age=n or -1),)), upon=1)

    wrong = {"opens": -1, "closes": -1, "youngest": 18, "oldest": -1}
    return {
        "rules.save.upon": (RulesStale, lambda n: rules.save(draft, text, upon=n)),
        "rules.publish.upon": (RulesStale, lambda n: rules.publish(draft, upon=n)),
        "rules.drop.upon": (RulesStale, lambda n: rules.drop(draft, upon=n)),
        "rules.save.text.rules.order": (RulesInvalid, lambda n: rule(order=n)),
        "rules.save.text.cases.age": (RulesInvalid, case),
        **{
            f"rules.save.text.rules.when.{name}": (RulesInvalid, when(name, instead))
            for name, instead in wrong.items()
        },
    }
