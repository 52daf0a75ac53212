"""The demo region's rules of routing: those that the program carries, published and in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import resources.rules
from kundcenter.demo.chance import ID_BITS, chance_of, id_at
from kundcenter.domain.access import Role
from kundcenter.domain.operators import Operator
from kundcenter.domain.routing.rules import RuleSet
from kundcenter.domain.routing.text import RulesText, rules_text
from kundcenter.domain.triage import CodeSet


def published_rules(codes: CodeSet) -> tuple[RulesText, ...]:
    """Every rule set that the program carries.  All of them are demonstrations."""
    return tuple(rules_text(table).whole(codes) for table in resources.rules.tables())


def rule_sets(
    operators: tuple[Operator, ...], codes: CodeSet, *, seed: int, at: datetime
) -> Iterator[RuleSet]:
    """Each of them, published at the instant by the medical lead, in their order."""
    chance = chance_of(seed, "rules")
    lead = next(each for each in operators if Role.MEDICAL_LEAD in each.roles)
    for number, text in enumerate(published_rules(codes), start=1):
        yield RuleSet(
            id=id_at(at, chance.getrandbits(ID_BITS)),
            number=number,
            title=text.title,
            rules=text.rules,
            cases=text.cases,
            edition=1,
            changed_at=at,
            changed_by=lead.id,
            published_at=at,
            published_by=lead.id,
            review_on=text.review_on,
            demonstration=True,
        )
