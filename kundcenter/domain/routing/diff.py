"""What one version of the rules says that the other does not: shown before publishing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from kundcenter.domain.routing.rules import Case, Rule, RuleSet, When


class ChangeKind(StrEnum):
    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class RuleChange:
    """One rule, one case or the set itself; `name` is its code or its name, empty for the set.

    `fields` tells what has changed: the field, what it was and what it is, as values.
    """

    kind: ChangeKind
    part: str  # set, rules, cases
    name: str = ""
    older: Rule | Case | None = None
    newer: Rule | Case | None = None
    fields: tuple[tuple[str, object, object], ...] = ()


def rules_diff(older: RuleSet | None, newer: RuleSet) -> tuple[RuleChange, ...]:
    """What publishing `newer` after `older` changes: the set, its rules by code, cases by name."""
    return (
        *_of_set(older, newer),
        *_of(
            "rules",
            {rule.code: rule for rule in older.rules} if older else {},
            {rule.code: rule for rule in newer.rules},
        ),
        *_of(
            "cases",
            {case.name: case for case in older.cases} if older else {},
            {case.name: case for case in newer.cases},
        ),
    )


def _of_set(older: RuleSet | None, newer: RuleSet) -> Iterator[RuleChange]:
    if older is None:
        return
    told = tuple(
        (name, getattr(older, name), getattr(newer, name))
        for name in ("title", "review_on")
        if getattr(older, name) != getattr(newer, name)
    )
    if told:
        yield RuleChange(ChangeKind.CHANGED, "set", fields=told)


def _of(
    part: str, older: Mapping[str, Rule | Case], newer: Mapping[str, Rule | Case]
) -> Iterator[RuleChange]:
    """In the order of the newer one, then what is gone."""
    for name, new in newer.items():
        old = older.get(name)
        if old is None:
            yield RuleChange(ChangeKind.NEW, part, name, None, new)
        elif old != new:
            yield RuleChange(ChangeKind.CHANGED, part, name, old, new, tuple(_fields(old, new)))
    for name, old in older.items():
        if name not in newer:
            yield RuleChange(ChangeKind.GONE, part, name, old, None)


def _fields(
    older: Rule | Case | When, newer: Rule | Case | When, at: str = ""
) -> Iterator[tuple[str, object, object]]:
    for each in fields(older):
        old, new = getattr(older, each.name), getattr(newer, each.name)
        if isinstance(old, When) and isinstance(new, When):
            yield from _fields(old, new, f"{each.name}.")
        elif old != new:
            yield at + each.name, old, new
