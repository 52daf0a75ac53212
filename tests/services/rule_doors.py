"""The text fields of rules of routing, for the tests of naughty text: what is kept, what is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from kundcenter.domain.routing.rules import Case, Rule, When
from kundcenter.domain.routing.text import CODE_LIMIT, HSA_LIMIT, TITLE_LIMIT, RulesText
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.domain.units import UnitKind
from kundcenter.services.rules import Rules
from tests.ground import MORNING
from tests.naughty import MEGABYTE, NO_TEXT, Sort, free, one_line, squeezed

Opened = tuple[
    Callable[[dict[str, str]], object],
    dict[str, Sort],
    Callable[[], Iterable[Mapping[str, Any]]] | None,
]
CODE = re.compile(r"[A-ZÅÄÖ0-9](?:[A-ZÅÄÖ0-9_.-]*[A-ZÅÄÖ0-9])?")
IN_RULE, IN_CASE = ("code", "outcome", "sentence"), (
    "name", "urgency", "reason", "listed", "municipality", "first", "unit", "never",
)  # fmt: skip


def rule_doors(rules: Rules, texts: list[str]) -> dict[str, Opened]:
    """By noun and verb.  A draft is written over, so what it was is noted as it is saved."""
    begun: list[dict[str, str]] = []
    saved: list[dict[str, str]] = []

    def begin(texts: dict[str, str]) -> None:
        draft = rules.begin(texts["title"]).the("rules")
        begun.append({"title": rules.all()[0].title})
        rules.drop(draft, upon=1)

    def save(texts: dict[str, str]) -> None:
        found = rules.all()
        draft = found[0].id if found else rules.begin("Utkast").the("rules")
        rules.save(draft, _text(texts), upon=rules.all()[0].edition)
        saved.append(_flat(rules.all()[0]))

    return {
        "rules.begin": (begin, {"title": one_line(free(texts, TITLE_LIMIT))}, lambda: begun),
        "rules.save": (save, _fields(texts), lambda: saved),
    }


def _text(texts: dict[str, str]) -> RulesText:
    def of(part: str, names: Iterable[str]) -> dict[str, Any]:
        return {name: texts[f"text.{part}.{name}"] for name in names}

    when = When(
        urgencies=frozenset({texts["text.rules.when.urgencies"]}),
        reasons=frozenset({texts["text.rules.when.reasons"]}),
    )
    rule = Rule(order=1, when=when, kind=UnitKind.PRIMARY_CARE, **of("rules", IN_RULE))
    told = of("cases", IN_CASE)
    return RulesText(
        texts["text.title"], (rule,), (Case(at=MORNING, **{**told, "never": (told["never"],)}),)
    )


def _flat(found: Any) -> dict[str, str]:
    (rule,), (case,) = found.rules, found.cases
    (urgency,), (reason,), (never,) = rule.when.urgencies, rule.when.reasons, case.never
    return {
        "text.title": found.title,
        **{f"text.rules.{name}": getattr(rule, name) for name in IN_RULE},
        "text.rules.when.urgencies": urgency,
        "text.rules.when.reasons": reason,
        **{f"text.cases.{name}": getattr(case, name) for name in IN_CASE},
        "text.cases.never": never,
    }


def _fields(texts: list[str]) -> dict[str, Sort]:
    line = free(texts, LINE_LIMIT)
    hsa_id = Sort(free(texts, HSA_LIMIT).kept, (*NO_TEXT, MEGABYTE, "x" * 65), squeezed)
    no_code = (*NO_TEXT, MEGABYTE, "feber", *texts[::40])
    title = one_line(free(texts, TITLE_LIMIT))
    bad = [text for text in texts if not CODE.fullmatch(squeezed(text).upper())]
    code = (*NO_TEXT, MEGABYTE, "", "x" * (CODE_LIMIT + 1), "-A", "A-", "A B", *bad[::9])
    known = Sort(("VC", "VC_TELEQ"), ("", *no_code))
    return {
        "text.title": title,
        "text.rules.code": Sort(("A", "u3-dag.1", " Å_9 "), code, lambda t: t.strip().upper()),
        "text.rules.outcome": known,
        "text.rules.sentence": replace(line, form=squeezed),
        "text.rules.when.urgencies": Sort(("U3", "UX"), ("", *no_code)),
        "text.rules.when.reasons": Sort(("FEBER", "ANNAT"), ("", *no_code)),
        "text.cases.name": one_line(line),
        "text.cases.urgency": Sort(("U0", "U6"), ("", *no_code)),
        "text.cases.reason": Sort(("", "FEBER"), no_code),
        "text.cases.listed": hsa_id,
        "text.cases.municipality": replace(line, form=squeezed),
        "text.cases.first": Sort(("", "INFO"), no_code),
        "text.cases.unit": hsa_id,
        "text.cases.never": Sort(("SOS112", "VC"), ("", *no_code)),
    }
