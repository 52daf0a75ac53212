"""The rules of cancelled visits: each edition upon the one before, and all of them kept."""

from __future__ import annotations

import json
from dataclasses import replace

import msgspec
import pytest

from kundcenter.demo.cancel_rules import OWN, demo_rules
from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.cancellations import CancelRule, CancelRulesInvalid, CancelRulesStale
from kundcenter.domain.text import TextInvalid
from kundcenter.operations import encode
from tests.domain.cancelled import ELSEWHERE, RULE, YOUNG
from tests.ground import Ground

EDITORS = (Role.SUPERVISOR_NURSE, Role.SUPERVISOR_SWITCHBOARD, Role.MEDICAL_LEAD)


def lead(ground: Ground, role: Role = Role.SUPERVISOR_NURSE) -> None:
    ground.begin()
    ground.operator("leader", role)
    ground.operator("nurse", Role.NURSE)
    ground.sign_in("leader")


def test_before_the_first_there_is_none(ground: Ground) -> None:
    lead(ground)
    rules = ground.desk.cancel_rules
    assert rules.current() is None and rules.all() == ()
    ground.refuses(CancelRulesStale, rules.publish, (RULE,), upon=1)


def test_each_edition_is_upon_the_one_before_and_all_are_kept(ground: Ground) -> None:
    lead(ground)
    rules = ground.desk.cancel_rules
    first = rules.publish(demo_rules(), upon=0, own=OWN, demonstration=True).the("cancel_rules")
    rules.publish((YOUNG, RULE), upon=1, comment=" Ny  avgift ")
    ground.sign_in("nurse")
    current, both = rules.current(), rules.all()
    assert current is not None
    assert (current.number, current.rules, current.own) == (2, (YOUNG, RULE), OWN)
    assert (current.comment, current.demonstration) == ("Ny avgift", False)
    assert [each.number for each in both] == [1, 2] and both[0].id == first
    assert (both[0].rules, both[0].demonstration) == (demo_rules(), True)
    assert both[0].published_at < current.published_at


def test_an_edition_from_before_the_next_visit_was_asked_about_keeps_its_meaning() -> None:
    """The rules are kept as JSON: a line without the field still gives the next visit."""
    kept = json.loads(encode((RULE, replace(ELSEWHERE, next_free=False))))
    read = msgspec.json.Decoder(tuple[CancelRule, ...]).decode
    assert [each.next_free for each in read(json.dumps(kept))] == [True, False]
    assert [each.pop("next_free") for each in kept] == [True, False]
    assert [each.next_free for each in read(json.dumps(kept))] == [True, True]


def test_who_publishes_upon_an_older_edition_looks_again(ground: Ground) -> None:
    lead(ground)
    publish = ground.desk.cancel_rules.publish
    publish((RULE,), upon=0)
    told = ground.refuses(CancelRulesStale, publish, (YOUNG,), upon=0)
    assert told == {"number": 1}
    publish((YOUNG,), upon=1)


def test_what_cannot_be_is_not_published(ground: Ground) -> None:
    lead(ground)
    publish = ground.desk.cancel_rules.publish
    for lines, field in (
        ((), "rules"),
        ((RULE, replace(RULE, amount=1)), "same"),
        ((replace(RULE, hours=25),), "hours"),
        ((RULE, ELSEWHERE), "own"),
    ):
        told = ground.refuses(CancelRulesInvalid, publish, lines, upon=0)
        assert told["field"] == field
    ground.refuses(CancelRulesInvalid, publish, (RULE,), upon=0, own="25")
    ground.refuses(TextInvalid, publish, (RULE,), upon=0, comment="a\0")
    assert ground.desk.cancel_rules.all() == ()


@pytest.mark.parametrize("role", EDITORS)
def test_who_leads_edits_the_rules(ground: Ground, role: Role) -> None:
    lead(ground, role)
    ground.desk.cancel_rules.publish((RULE,), upon=0)


def test_a_nurse_reads_them_and_does_not_write_them(ground: Ground) -> None:
    lead(ground)
    ground.sign_in("nurse")
    assert ground.desk.cancel_rules.current() is None
    ground.refuses(NotPermitted, ground.desk.cancel_rules.publish, (RULE,), upon=0)
