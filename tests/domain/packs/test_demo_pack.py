"""The demonstration pack: every contact reason, clearly invented, and never a level of care."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, get_type_hints

import pytest

import resources.packs
from kundcenter.domain.identity import Sex
from kundcenter.domain.packs import Ask, Content, Topic
from kundcenter.domain.packs.files import pack_text, read_pack
from kundcenter.domain.packs.lines import said
from kundcenter.domain.packs.search import TopicIndex
from tests.domain.packs.carried import CODES, DEMO

# DOMAIN §8.
REASONS = (
    "ANDNING BROSTSMARTA BUKSMARTA DIARRE_KRAKNING FALL_SKADA FEBER FORGIFTNING GRAVIDITET HALSONT"
    " HOSTA_FORKYLNING HUDUTSLAG HUVUDVARK INFEKTION_SAR INSEKT_FASTING KRAMP LED_MUSKEL LAKEMEDEL"
    " NEURO_STROKE ORON OGON PSYKISK_OHALSA SUICID RYGG SPADBARN TAND UNDERLIV URINVAGAR"
    " VACCINATION YRSEL ALLERGI ADMIN ANNAT"
)
MARK = "Påhittat innehåll för demonstration"
# A level of care or how urgent it is: for the nurse to say, in her own note.
LEVEL = re.compile(
    r"\bU[0-6X]\b|akut|jour|vårdcentral|\bsök vård|uppsök|brådsk|prioritet|\bgrön|\bgul\b"
    r"|inom \d+|samma dag|omedelbart|genast|egenvård|hänvis|remitter|triage|nivå",
    re.IGNORECASE,
)
ALARM = re.compile(r"\b112\b")


def lines(topic: Topic) -> Iterator[str]:
    yield topic.title
    for asks in (topic.threats, topic.questions, topic.advice):
        yield from (ask.text for ask in asks)
    yield from topic.call_back


def test_it_has_every_contact_reason_once_each_with_all_its_parts() -> None:
    assert sorted(topic.reason for topic in DEMO.topics) == sorted(REASONS.split())
    assert {topic.reason for topic in DEMO.topics} == {reason.code for reason in CODES.reasons}
    for topic in DEMO.topics:
        assert topic.words, topic.code
        assert topic.questions, topic.code
        assert topic.advice, topic.code
        assert topic.call_back, topic.code
        assert topic.threats or topic.reason == "ADMIN", topic.code


def test_it_says_that_it_is_invented() -> None:
    assert DEMO.demonstration
    assert DEMO.author == MARK
    assert "påhittat innehåll för demonstration" in DEMO.title
    for text in resources.packs.texts():
        assert "INVENTED, FOR DEMONSTRATION ONLY" in text


def test_some_questions_are_for_an_age_or_a_sex() -> None:
    every = [ask for topic in DEMO.topics for ask in (*topic.threats, *topic.questions)]
    assert sum(ask.youngest is not None or ask.oldest is not None for ask in every) > 20
    assert {ask.sex for ask in every} == {None, Sex.WOMAN, Sex.MAN}


@pytest.mark.parametrize("topic", DEMO.topics, ids=lambda topic: topic.code)
def test_no_topic_names_a_level_of_care(topic: Topic) -> None:
    assert [found for found in lines(topic) if LEVEL.search(found)] == []
    # 112 is what the caller is told for what may come later, never a conclusion of the program.
    assert [found for found in lines(topic) if ALARM.search(found)] == [
        found for found in topic.call_back if found.startswith("Ring 112 om ")
    ]


def test_the_search_for_levels_finds_them() -> None:
    for wrong in ("Sök akut", "U2", "Åk till vårdcentralen", "inom 24 timmar", "Ring genast"):
        assert LEVEL.search(wrong)


def test_nothing_of_a_pack_can_hold_a_level_or_be_answered() -> None:
    """Texts, ages, sex, days and codes: there is no place for an urgency, an outcome, a score."""
    names = {field.name for kind in (Ask, Topic, Content) for field in fields(kind)}
    assert names == {
        "text", "youngest", "oldest", "sex",
        "code", "reason", "title", "words", "threats", "questions", "advice", "call_back",
        "version", "author", "written_on", "review_on", "topics", "demonstration",
    }  # fmt: skip
    hints: dict[str, Any] = get_type_hints(TopicIndex.find)
    assert "answers" not in hints


def test_it_is_the_same_when_it_is_written_and_read_again() -> None:
    assert read_pack(pack_text(DEMO), CODES) == DEMO


def test_whom_a_question_is_for_is_said_after_it() -> None:
    assert said(Ask("A?")) == "A?"
    assert said(Ask("A?", 12, 52, Sex.WOMAN)) == "A? (12–52 år, kvinna)"
    assert said(Ask("A?", youngest=65)) == "A? (från 65 år)"
    assert said(Ask("A?", oldest=2, sex=Sex.MAN)) == "A? (till och med 2 år, man)"
