"""The region's shifts: editions that are never changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.supervision.roster_terms import (
    LIMITS,
    PATTERNS,
    Pattern,
    RosterLimits,
    RosterTermsInvalid,
    RosterTermsStale,
)
from tests.ground import Ground


def lead(ground: Ground) -> None:
    ground.begin()
    ground.operator("leader", Role.SUPERVISOR_NURSE)
    ground.operator("nurse", Role.NURSE)
    ground.sign_in("leader")


def test_an_edition_follows_upon_the_one_before(ground: Ground) -> None:
    lead(ground)
    book = ground.desk.roster_terms
    assert book.current() is None
    book.publish(PATTERNS, LIMITS, upon=0, comment=" första ", demonstration=True)
    early = Pattern(" m ", "Morgon", time(6), time(14))
    strict = RosterLimits(60, 70, 8)
    book.publish((*PATTERNS, early), strict, upon=1)
    ground.sign_in("nurse")
    first, second = book.all()
    assert (first.number, first.patterns, first.limits) == (1, PATTERNS, LIMITS)
    assert (first.comment, first.demonstration) == ("första", True)
    assert second.patterns == (*PATTERNS, replace(early, code="M"))
    assert (second.limits, second.demonstration) == (strict, False)
    assert book.current() == second


def test_two_do_not_publish_upon_the_same(ground: Ground) -> None:
    lead(ground)
    book = ground.desk.roster_terms
    book.publish(PATTERNS, LIMITS, upon=0)
    assert ground.refuses(RosterTermsStale, book.publish, PATTERNS, LIMITS, upon=0) == {"number": 1}
    assert ground.refuses(RosterTermsStale, book.publish, PATTERNS, LIMITS, upon=2) == {"number": 1}


def test_what_cannot_be_meant_is_refused_and_a_shift_does_not_go_away(ground: Ground) -> None:
    lead(ground)
    book = ground.desk.roster_terms
    book.publish(PATTERNS, LIMITS, upon=0)
    told = ground.refuses(RosterTermsInvalid, book.publish, PATTERNS[:2], LIMITS, upon=1)
    assert told == {"field": "patterns"}
    wrong = (replace(PATTERNS[0], name=""), *PATTERNS[1:])
    told = ground.refuses(RosterTermsInvalid, book.publish, wrong, LIMITS, upon=1)
    assert told == {"field": "name", "row": 1}
    ground.refuses(RosterTermsInvalid, book.publish, PATTERNS, RosterLimits(80, 75), upon=1)
    ended = (*PATTERNS[:2], replace(PATTERNS[2], ended=True))
    book.publish(ended, LIMITS, upon=1)
    current = book.current()
    assert current is not None
    assert [each.ended for each in current.patterns] == [False, False, True]


def test_a_nurse_publishes_nothing(ground: Ground) -> None:
    lead(ground)
    ground.sign_in("nurse")
    book = ground.desk.roster_terms
    ground.refuses(NotPermitted, book.publish, PATTERNS, LIMITS, upon=0)
