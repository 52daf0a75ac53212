"""The text fields of shifts and turns, for the tests of naughty text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

from kundcenter.domain.access import Role
from kundcenter.domain.calendar import local
from kundcenter.domain.supervision.roster_terms import LIMITS, NAME_LIMIT, PATTERNS, Pattern
from kundcenter.domain.supervision.work_turns import TurnPlan, planned
from kundcenter.domain.text import LINE_LIMIT
from tests.ground import Ground
from tests.naughty import MEGABYTE, NO_TEXT, Sort, free, one_line, squeezed

Opened = tuple[
    Callable[[dict[str, str]], object],
    dict[str, Sort],
    Callable[[], Iterable[Mapping[str, Any]]] | None,
]
CODE_LIMIT = 8  # characters
Rows = Callable[[], list[dict[str, Any]]]


def roster_doors(
    ground: Ground, texts: list[str], newly: Callable[[str], Rows]
) -> dict[str, Opened]:
    """By noun and verb, for an operator who leads nurses and is one of them."""
    roster = ground.desk.roster
    me = ground.desk.seat.actor.operator_id
    first = local(ground.clock.at).date() + timedelta(days=30)
    made = newly("work_turns")
    count = iter(range(1_000_000))
    line = free(texts, LINE_LIMIT)
    code = Sort(("", "D", " n+ "), (*NO_TEXT, MEGABYTE, "?", "a b", "٤", *_too_long(texts)), _code)
    comment = Sort(line.kept, line.refused, squeezed)

    def plan(texts: dict[str, str], before: str) -> TurnPlan:
        day = first + timedelta(days=next(count))
        plain = planned(PATTERNS[0], day, me, Role.SUPERVISOR_NURSE)
        said = texts[f"{before}.pattern"], texts[f"{before}.comment"]
        return replace(plain, pattern=said[0], comment=said[1])

    def found(before: str, hour: int) -> Rows:
        return lambda: [
            {f"{before}.pattern": row["pattern"], f"{before}.comment": row["comment"]}
            for row in sorted(made(), key=lambda row: row["starts_at"])
            if local(row["ends_at"]).hour == hour
        ]

    def bring(texts: dict[str, str]) -> object:
        one = plan(texts, "plans")
        # It ends later: so its rows are known from those that were put by hand.
        return roster.import_((replace(one, ends_at=one.ends_at + timedelta(hours=1)),))

    incoming = {"plans.pattern": code, "plans.comment": comment}
    return {
        "roster_terms.publish": _publishing(ground, texts),
        "roster.put": (
            lambda t: roster.put(None, plan(t, "plan")),
            {"plan.pattern": code, "plan.comment": comment},
            found("plan", 16),
        ),
        "roster.plan": (lambda t: roster.plan((plan(t, "plans"),)), incoming, None),
        "roster.shift": (
            lambda t: roster.shift(code=t["code"]),
            {"code": Sort(("", "D", "n"), (*NO_TEXT, MEGABYTE, "?", "a b", "٤"), str.upper)},
            None,
        ),
        "roster.import_": (bring, incoming, found("plans", 17)),
    }


def _publishing(ground: Ground, texts: list[str]) -> Opened:
    book = ground.desk.roster_terms
    name, line = free(texts, NAME_LIMIT), free(texts, LINE_LIMIT)
    wrong = (*NO_TEXT, MEGABYTE, "", "?", "a b", "٤", *_too_long(texts))
    own = Pattern("A", "Eget", time(8), time(12))

    def publish(texts: dict[str, str]) -> object:
        each = replace(own, code=texts["patterns.code"], name=texts["patterns.name"])
        return book.publish(
            (each, *PATTERNS), LIMITS, upon=len(book.all()), comment=texts["comment"]
        )

    def found() -> list[dict[str, str]]:
        return [
            {
                "patterns.code": each.patterns[0].code,
                "patterns.name": each.patterns[0].name,
                "comment": each.comment,
            }
            for each in book.all()
        ]

    fields = {
        "patterns.code": Sort((" a ",), wrong, _code),  # a shift that was published stays
        "patterns.name": one_line(name),
        "comment": Sort(line.kept, line.refused, squeezed),
    }
    return publish, fields, found


def _too_long(texts: list[str]) -> list[str]:
    """Some that are no code; a short word may be one."""
    return [text for text in texts[::20] if len(text.strip()) > CODE_LIMIT]


def _code(text: str) -> str:
    return text.strip().upper()
