"""The demo region's files fit the program's codes and each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from kundcenter.demo.guidance import GROUPS
from kundcenter.demo.region import Level, ReasonHabit, published
from kundcenter.demo.texts import GROWN, Texts
from kundcenter.domain.identity import Sex
from kundcenter.domain.journal import Relation
from tests.demo.conftest import terms

REGION, CODES = published(), terms().codes
OUTCOMES = {outcome.code for outcome in CODES.outcomes}
URGENCIES = {urgency.code for urgency in CODES.urgencies}
GROUP_NAMES = {name for _, name in GROUPS}
HSA_ID = re.compile(r"SE[0-9]{10}-[A-Z0-9]+")


def levels(habit: ReasonHabit) -> tuple[Level, Level, Level]:
    return habit.acute, habit.soon, habit.calm


def test_there_is_a_habit_for_every_contact_reason_and_no_other() -> None:
    assert set(REGION.reasons) == {reason.code for reason in CODES.reasons}


@pytest.mark.parametrize("code", sorted(REGION.reasons))
def test_a_contact_reason_has_words_enough(code: str) -> None:
    habit = REGION.reasons[code]
    assert sum(len(level.cases) for level in levels(habit)) >= 6
    assert len({said for level in levels(habit) for _, said in level.cases}) >= 4
    assert sum(len(level.advice) for level in levels(habit)) >= 4


@pytest.mark.parametrize("code", sorted(REGION.reasons))
def test_a_contact_reason_has_words_for_all_who_may_call(code: str) -> None:
    texts = Texts(REGION.phrases, REGION.reasons)
    habit = REGION.reasons[code]
    for urgency in habit.urgency:
        for age in _ages(habit):
            level, _ = texts.level(code, urgency, age)
            assert level.cases, (urgency, age)
            assert level.advice, (urgency, age)


@pytest.mark.parametrize("code", sorted(REGION.reasons))
def test_a_contact_reason_uses_codes_that_are_published(code: str) -> None:
    habit = REGION.reasons[code]
    assert set(habit.urgency) <= URGENCIES
    assert set(habit.guide) <= set(habit.urgency)
    assert {outcome for outcomes in habit.guide.values() for outcome in outcomes} <= OUTCOMES
    assert set(habit.ages) <= GROUP_NAMES
    assert len(habit.months) == 12


def test_guidance_uses_codes_that_are_published() -> None:
    guidance = REGION.guidance
    assert set(guidance.urgencies) == URGENCIES
    for situations in guidance.urgencies.values():
        assert set(situations) == {"day", "evening", "night"}
        assert {code for codes in situations.values() for code in codes} <= OUTCOMES
    assert set(guidance.informants) == GROUP_NAMES
    for outcomes in guidance.without_note.values():
        assert all(not CODES.outcome(code).journal for code in outcomes)


def test_every_informant_but_the_patient_has_a_line_to_say_for_either_sex() -> None:
    told = {code for codes in REGION.guidance.informants.values() for code in codes} - {"SJALV"}
    for code in told:
        assert set(REGION.phrases.speaker[Relation(code)]) == set(Sex)


def test_every_municipality_has_a_unit_of_every_kind_it_needs() -> None:
    kinds = {unit.kind for unit in REGION.units}
    for home in REGION.municipalities:
        for kind in kinds:
            assert any(
                unit.kind == kind
                and (unit.municipality == home.name or unit.hospital in {"", home.hospital})
                for unit in REGION.units
            ), (home.name, kind)
    assert sum(home.share for home in REGION.municipalities) == 100


def test_units_have_test_ids_and_legs_a_whole_day() -> None:
    assert all(HSA_ID.fullmatch(unit.hsa_id) and len(unit.hsa_id) <= 31 for unit in REGION.units)
    assert sum(post.count for post in REGION.posts) == 40
    assert sum(leg.share for leg in REGION.legs) == pytest.approx(1)
    assert all(len(leg.weekday) == len(leg.weekend) == 24 for leg in REGION.legs)


def test_phrases_have_no_places_that_nobody_fills() -> None:
    for habit in REGION.reasons.values():
        for level in levels(habit):
            for told, said in level.cases:
                assert "{" not in told.format(sedan="", nyss="", grader="")
                assert "{" not in said
            assert all("{" not in said for said in level.advice)


def _ages(habit: ReasonHabit) -> Iterator[int]:
    """An age of every group that calls for the reason."""
    youngest = 0
    for limit, group in GROUPS:
        if habit.ages.get(group, 1.0) > 0 and habit.youngest < limit and habit.oldest >= youngest:
            yield max(youngest, habit.youngest)
        youngest = limit
    assert GROWN in {limit for limit, _ in GROUPS}
