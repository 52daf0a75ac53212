"""The wording of a rule set as somebody edits it, and all that has to hold before it is kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date
from enum import StrEnum
from typing import Any

import msgspec

from kundcenter.domain.calendar import is_instant
from kundcenter.domain.opening import MIDNIGHT
from kundcenter.domain.routing.rules import Case, Rule, RuleSet, When
from kundcenter.domain.text import LINE_LIMIT, line
from kundcenter.domain.triage import CodeSet
from kundcenter.errors import Refused

TITLE_LIMIT = 100
CODE_LIMIT = 40
HSA_LIMIT = 64
RULES_LIMIT = 200
CASES_LIMIT = 300
ORDER_LIMIT = 100_000
OLDEST = 130
FIRST_YEAR, LAST_YEAR = 2005, 2199  # of cases: the calendar of holidays is that of today's law

_CODE = re.compile(r"[A-ZÅÄÖ0-9](?:[A-ZÅÄÖ0-9_.-]*[A-ZÅÄÖ0-9])?")


class RuleFault(StrEnum):
    """What is wrong with a line."""

    EMPTY = "empty"
    CODE = "code"  # capital letters, digits, and - _ . between them
    REPEATED = "repeated"
    ORDER = "order"
    UNKNOWN = "unknown"  # a code that the code set does not have
    KIND = "kind"  # the outcome needs a kind of unit, or may have none
    OWN = "own"  # only for an outcome with a unit
    MINUTES = "minutes"
    AGES = "ages"
    INSTANT = "instant"
    TOO_MANY = "too_many"
    NONE = "none"  # no line at all: to publish, there has to be one


class RulesInvalid(Refused):
    """A line cannot be kept as it is.

    Facts: part (title, rules, cases), at (the line, from 1; 0 the part as a whole), field, fault.
    """

    code = "rules.invalid"


@dataclass(frozen=True, slots=True)
class RulesText:
    """What somebody may change of a draft."""

    title: str
    rules: tuple[Rule, ...]
    cases: tuple[Case, ...]
    review_on: date | None = None

    def checked(self, codes: CodeSet) -> RulesText:
        """The text as it is stored: rules by their order, one line where one line is meant.

        Raises RulesInvalid, TextInvalid.
        """
        title = line(self.title, "title", limit=TITLE_LIMIT)
        if not title:
            raise _wrong("title", 0, "title", RuleFault.EMPTY)
        for part, count, limit in (
            ("rules", len(self.rules), RULES_LIMIT),
            ("cases", len(self.cases), CASES_LIMIT),
        ):
            if count > limit:
                raise _wrong(part, 0, part, RuleFault.TOO_MANY)
        known = _Known.of(codes)
        rules = tuple(_rule(rule, at, known) for at, rule in enumerate(self.rules, start=1))
        _once("rules", "code", [rule.code for rule in rules])
        _once("rules", "order", [rule.order for rule in rules])
        cases = tuple(_case(case, at, known) for at, case in enumerate(self.cases, start=1))
        _once("cases", "name", [case.name for case in cases])
        in_order = tuple(sorted(rules, key=lambda rule: rule.order))
        return replace(self, title=title, rules=in_order, cases=cases)

    def whole(self, codes: CodeSet) -> RulesText:
        """The text, if it can be published: there are rules, and cases to try them by.

        Raises what `checked` raises.
        """
        for part, lines in (("rules", self.rules), ("cases", self.cases)):
            if not lines:
                raise _wrong(part, 0, part, RuleFault.NONE)
        return self.checked(codes)


def text_of(rules: RuleSet) -> RulesText:
    """What somebody may change of the set."""
    return RulesText(rules.title, rules.rules, rules.cases, rules.review_on)


def rules_text(table: Mapping[str, Any]) -> RulesText:
    """The text that a parsed rule file holds.  Raises msgspec.ValidationError."""
    return msgspec.convert(table, RulesText)


@dataclass(frozen=True, slots=True)
class _Known:
    urgencies: frozenset[str]
    reasons: frozenset[str]
    outcomes: Mapping[str, bool]  # whether a unit is required

    @classmethod
    def of(cls, codes: CodeSet) -> _Known:
        return cls(
            frozenset(each.code for each in codes.urgencies),
            frozenset(each.code for each in codes.reasons),
            {each.code: each.unit_required for each in codes.outcomes},
        )


def _wrong(part: str, at: int, field: str, fault: RuleFault) -> RulesInvalid:
    return RulesInvalid(part=part, at=at, field=field, fault=fault)


def _once(part: str, field: str, lines: list[Any]) -> None:
    met = set()
    for at, each in enumerate(lines, start=1):
        if each in met:
            raise _wrong(part, at, field, RuleFault.REPEATED)
        met.add(each)


def _rule(rule: Rule, at: int, known: _Known) -> Rule:
    code = line(rule.code, "rules.code", limit=CODE_LIMIT).upper()
    if not _CODE.fullmatch(code):
        raise _wrong("rules", at, "code", RuleFault.CODE)
    if not 1 <= rule.order <= ORDER_LIMIT:
        raise _wrong("rules", at, "order", RuleFault.ORDER)
    if rule.outcome not in known.outcomes:
        raise _wrong("rules", at, "outcome", RuleFault.UNKNOWN)
    if known.outcomes[rule.outcome] is not (rule.kind is not None):
        raise _wrong("rules", at, "kind", RuleFault.KIND)
    if rule.own and rule.kind is None:
        raise _wrong("rules", at, "own", RuleFault.OWN)
    _when(rule.when, at, known)
    return replace(rule, code=code, sentence=line(rule.sentence, "rules.sentence"))


def _when(when: When, at: int, known: _Known) -> None:
    for field, codes, those in (
        ("urgencies", when.urgencies, known.urgencies),
        ("reasons", when.reasons, known.reasons),
    ):
        if not codes <= those:
            raise _wrong("rules", at, field, RuleFault.UNKNOWN)
    minutes = when.opens, when.closes
    if minutes != (None, None):
        opens, closes = minutes
        if opens is None or not 0 <= opens < MIDNIGHT:
            raise _wrong("rules", at, "opens", RuleFault.MINUTES)
        if closes is None or not 1 <= closes <= MIDNIGHT or closes == opens:
            raise _wrong("rules", at, "closes", RuleFault.MINUTES)
    youngest = 0 if when.youngest is None else when.youngest
    oldest = OLDEST if when.oldest is None else when.oldest
    if not 0 <= youngest <= oldest <= OLDEST:
        raise _wrong("rules", at, "youngest", RuleFault.AGES)


def _case(case: Case, at: int, known: _Known) -> Case:
    name = line(case.name, "cases.name", limit=LINE_LIMIT)
    if not name:
        raise _wrong("cases", at, "name", RuleFault.EMPTY)
    for field, code, those, may_lack in (
        ("urgency", case.urgency, known.urgencies, False),
        ("reason", case.reason, known.reasons, True),
        ("first", case.first, known.outcomes, True),
        *(("never", code, known.outcomes, False) for code in case.never),
    ):
        _code("cases", at, field, code, those, may_lack=may_lack)
    if not is_instant(case.at) or not FIRST_YEAR <= case.at.year <= LAST_YEAR:
        raise _wrong("cases", at, "at", RuleFault.INSTANT)
    if case.age is not None and not 0 <= case.age <= OLDEST:
        raise _wrong("cases", at, "age", RuleFault.AGES)
    if not (case.first or case.unit or case.never):
        raise _wrong("cases", at, "first", RuleFault.EMPTY)  # it would hold whatever happens
    return replace(
        case,
        name=name,
        at=case.at.astimezone(UTC),
        listed=line(case.listed, "cases.listed", limit=HSA_LIMIT),
        unit=line(case.unit, "cases.unit", limit=HSA_LIMIT),
        municipality=line(case.municipality, "cases.municipality"),
        never=tuple(dict.fromkeys(case.never)),
    )


def _code(
    part: str, at: int, field: str, code: str, those: Collection[str], *, may_lack: bool
) -> None:
    if not (code in those or (may_lack and not code)):
        raise _wrong(part, at, field, RuleFault.UNKNOWN)
