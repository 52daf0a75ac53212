"""Rules of routing in the store: one draft, its editions, its cases, and what is published."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID, uuid4

import pytest

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.routing.rules import (
    Case,
    CasesFail,
    Rule,
    RulesDraftStands,
    RulesNotFound,
    RulesPublished,
    RulesStale,
    When,
)
from kundcenter.domain.routing.text import RuleFault, RulesInvalid, RulesText
from kundcenter.domain.units import UnitKind
from tests.ground import Ground

U3 = When(frozenset({"U3"}))
CARE = Rule("VC-1", 10, U3, "VC", UnitKind.PRIMARY_CARE, sentence="Vårdcentral.")
SELF = Rule("EGEN", 20, When(frozenset({"U6"})), "EGENVARD")
THURSDAY = datetime(2026, 11, 19, 9, 0, tzinfo=UTC)
CASE = Case("Dagtid", "U3", THURSDAY, 40, "FEBER", first="VC")
TEXT = RulesText("Regler", (CARE, SELF), (CASE,), date(2027, 6, 1))


def lead(ground: Ground) -> UUID:
    """A unit to guide to; the medical lead is seated, and the nurses' leader is known."""
    ground.begin()
    unit = ground.unit()
    ground.operator("nurse", Role.NURSE)
    ground.operator("leader", Role.SUPERVISOR_NURSE)
    ground.operator("lead", Role.MEDICAL_LEAD)
    ground.sign_in("lead")
    return unit


def published(ground: Ground, text: RulesText = TEXT) -> UUID:
    rules = ground.desk.rules
    draft = rules.begin(text.title).the("rules")
    rules.save(draft, text, upon=1)
    rules.publish(draft, upon=2)
    return draft


def test_a_draft_is_worded_tried_and_put_in_force(ground: Ground) -> None:
    lead(ground)
    rules = ground.desk.rules
    assert rules.in_force() is None
    draft = rules.begin(" Regler ").the("rules")
    assert rules.in_force() is None
    assert rules.save(draft, replace(TEXT, rules=(SELF, CARE)), upon=1).of("rules") == (draft,)
    (saved,) = rules.all()
    assert (saved.title, saved.number, saved.edition) == ("Regler", 0, 2)
    assert [rule.order for rule in saved.rules] == [10, 20]
    rules.publish(draft, upon=2)
    (found,) = rules.all()
    assert found == rules.in_force()
    assert (found.number, found.review_on, found.published_by) == (
        1, date(2027, 6, 1), ground.desk.seat.actor.operator_id,
    )  # fmt: skip
    assert found.published_at is not None
    ground.sign_in("nurse")
    assert rules.in_force() == found


def test_the_next_version_begins_as_a_copy_and_the_older_ones_stay(ground: Ground) -> None:
    lead(ground)
    rules = ground.desk.rules
    first = published(ground)
    other = replace(TEXT, title="Andra", rules=(CARE,))
    second = published(ground, other)
    assert [(each.id, each.number) for each in rules.all()] == [(first, 1), (second, 2)]
    assert rules.in_force() == rules.all()[1]
    third = rules.begin("Tredje").the("rules")
    assert rules.all()[0].rules == (CARE,)
    rules.drop(third, upon=1)
    again = rules.begin("Från den första", first).the("rules")
    draft = rules.all()[0]
    assert (draft.id, draft.rules, draft.cases, draft.review_on) == (
        again, (CARE, SELF), (CASE,), None,
    )  # fmt: skip


def test_there_is_one_draft_at_a_time_and_one_that_is_given_up_is_seen_no_more(
    ground: Ground,
) -> None:
    lead(ground)
    rules = ground.desk.rules
    draft = rules.begin("Ett").the("rules")
    assert ground.refuses(RulesDraftStands, rules.begin, "Två") == {"id": draft}
    rules.drop(draft, upon=1)
    assert rules.all() == ()
    for verb in (rules.publish, rules.drop):
        ground.refuses(RulesNotFound, verb, draft, upon=1)
    ground.refuses(RulesNotFound, rules.save, draft, TEXT, upon=1)
    ground.refuses(RulesNotFound, rules.begin, "Två", uuid4())
    rules.begin("Två")


def test_nobody_overwrites_what_somebody_else_has_written(ground: Ground) -> None:
    lead(ground)
    rules = ground.desk.rules
    draft = rules.begin("Ett").the("rules")
    rules.save(draft, TEXT, upon=1)
    stale = {"id": draft, "edition": 2}
    assert ground.refuses(RulesStale, rules.save, draft, TEXT, upon=1) == stale
    assert ground.refuses(RulesStale, rules.publish, draft, upon=1) == stale
    assert ground.refuses(RulesStale, rules.drop, draft, upon=1) == stale


def test_what_is_published_is_never_changed(ground: Ground) -> None:
    lead(ground)
    rules = ground.desk.rules
    done = published(ground)
    told = {"id": done, "number": 1}
    assert ground.refuses(RulesPublished, rules.save, done, TEXT, upon=2) == told
    assert ground.refuses(RulesPublished, rules.publish, done, upon=2) == told
    assert ground.refuses(RulesPublished, rules.drop, done, upon=2) == told


def test_who_leads_the_nurses_drafts_and_the_medical_lead_publishes(ground: Ground) -> None:
    lead(ground)
    rules = ground.desk.rules
    ground.sign_in("leader")
    draft = rules.begin("Ett").the("rules")
    rules.save(draft, TEXT, upon=1)
    ground.refuses(NotPermitted, rules.publish, draft, upon=2)
    ground.sign_in("nurse")
    ground.refuses(NotPermitted, rules.begin, "Två")
    ground.refuses(NotPermitted, rules.save, draft, TEXT, upon=2)
    ground.refuses(NotPermitted, rules.drop, draft, upon=2)
    ground.sign_in("lead")
    rules.publish(draft, upon=2)


def test_no_rules_are_published_whose_cases_fail(ground: Ground) -> None:
    unit = lead(ground)
    rules, units = ground.desk.rules, ground.desk.units
    hsa_id = units.card(unit).unit.hsa_id
    cases = (
        CASE,
        replace(CASE, name="Enheten", unit=hsa_id.lower()),
        replace(CASE, name="Fel utfall", first="EGENVARD"),
        replace(CASE, name="Fel enhet", unit="SE0000000001-DEMO9"),
        replace(CASE, name="Aldrig", first="", never=("SOS112",)),
        replace(CASE, name="Listad där ingen är", listed="SE0000000001-DEMO9"),
    )
    draft = rules.begin("Ett").the("rules")
    rules.save(draft, replace(TEXT, cases=cases), upon=1)
    facts = ground.refuses(CasesFail, rules.publish, draft, upon=2)
    assert facts == {"id": draft, "failing": (3, 4, 5, 6)}
    assert rules.in_force() is None
    rules.save(draft, replace(TEXT, cases=cases[:2]), upon=2)
    rules.publish(draft, upon=3)


@pytest.mark.parametrize("part", ["rules", "cases"])
def test_nothing_is_published_without_rules_or_without_cases(ground: Ground, part: str) -> None:
    lead(ground)
    rules = ground.desk.rules
    draft = rules.begin("Ett").the("rules")
    empty: dict[str, Any] = {part: ()}
    rules.save(draft, replace(TEXT, **empty), upon=1)  # a draft may wait for them
    facts = ground.refuses(RulesInvalid, rules.publish, draft, upon=2)
    assert facts == {"part": part, "at": 0, "field": part, "fault": RuleFault.NONE}


def test_a_line_that_cannot_be_is_named(ground: Ground) -> None:
    lead(ground)
    rules = ground.desk.rules
    draft = rules.begin("Ett").the("rules")

    def fault(**changed: object) -> tuple[object, ...]:
        text = replace(TEXT, **changed)  # type: ignore[arg-type]
        facts = ground.refuses(RulesInvalid, rules.save, draft, text, upon=1)
        return facts["part"], facts["at"], facts["field"], facts["fault"]

    def rule(**changed: object) -> tuple[object, ...]:
        return fault(rules=(SELF, replace(CARE, **changed)))  # type: ignore[arg-type]

    def case(**changed: object) -> tuple[object, ...]:
        return fault(cases=(replace(CASE, **changed),))  # type: ignore[arg-type]

    assert fault(title=" ") == ("title", 0, "title", RuleFault.EMPTY)
    assert rule(code="två ord") == ("rules", 2, "code", RuleFault.CODE)
    assert rule(code="egen") == ("rules", 2, "code", RuleFault.REPEATED)
    assert rule(order=0) == ("rules", 2, "order", RuleFault.ORDER)
    assert rule(order=20) == ("rules", 2, "order", RuleFault.REPEATED)
    assert rule(outcome="HEM") == ("rules", 2, "outcome", RuleFault.UNKNOWN)
    assert rule(kind=None) == ("rules", 2, "kind", RuleFault.KIND)
    assert rule(outcome="INFO") == ("rules", 2, "kind", RuleFault.KIND)
    assert rule(outcome="INFO", kind=None, own=True) == ("rules", 2, "own", RuleFault.OWN)
    for when, field, kind in (
        (When(frozenset({"U9"})), "urgencies", RuleFault.UNKNOWN),
        (When(reasons=frozenset({"X"})), "reasons", RuleFault.UNKNOWN),
        (When(opens=-1, closes=5), "opens", RuleFault.MINUTES),
        (When(opens=5), "closes", RuleFault.MINUTES),
        (When(closes=5), "opens", RuleFault.MINUTES),
        (When(opens=5, closes=5), "closes", RuleFault.MINUTES),
        (When(opens=0, closes=1_441), "closes", RuleFault.MINUTES),
        (When(youngest=9, oldest=8), "youngest", RuleFault.AGES),
        (When(youngest=-1), "youngest", RuleFault.AGES),
    ):
        assert rule(when=when) == ("rules", 2, field, kind)
    assert case(name="") == ("cases", 1, "name", RuleFault.EMPTY)
    assert case(urgency="") == ("cases", 1, "urgency", RuleFault.UNKNOWN)
    assert case(reason="X") == ("cases", 1, "reason", RuleFault.UNKNOWN)
    assert case(first="X") == ("cases", 1, "first", RuleFault.UNKNOWN)
    assert case(never=("X",)) == ("cases", 1, "never", RuleFault.UNKNOWN)
    for year in (1, 2004, 2200, 9999):
        assert case(at=THURSDAY.replace(year=year)) == ("cases", 1, "at", RuleFault.INSTANT)
    none = THURSDAY.replace(tzinfo=None)
    assert case(at=none) == ("cases", 1, "at", RuleFault.INSTANT)
    assert case(age=-1) == ("cases", 1, "age", RuleFault.AGES)
    assert case(first="") == ("cases", 1, "first", RuleFault.EMPTY)
    assert fault(cases=(CASE, CASE)) == ("cases", 2, "name", RuleFault.REPEATED)
    assert fault(cases=(CASE,) * 301) == ("cases", 0, "cases", RuleFault.TOO_MANY)
    assert rules.all()[0].edition == 1


def test_any_day_of_review_is_kept(ground: Ground) -> None:
    lead(ground)
    rules = ground.desk.rules
    draft = rules.begin("Ett").the("rules")
    for edition, day in enumerate((date.min, date(2028, 2, 29), date.max, None), start=1):
        rules.save(draft, replace(TEXT, review_on=day), upon=edition)
        assert rules.all()[0].review_on == day


def test_times_of_cases_are_kept_as_instants(ground: Ground) -> None:
    lead(ground)
    rules = ground.desk.rules
    local = THURSDAY.astimezone(timezone(timedelta(hours=1)))
    draft = rules.begin("Ett").the("rules")
    rules.save(draft, replace(TEXT, cases=(replace(CASE, at=local),)), upon=1)
    assert rules.all()[0].cases == (CASE,)
