"""Every word of every definition is marked for translation, and no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kundcenter.domain.supervision.definitions import DEFINITIONS, TOPICS, FigureCode, Topic
from kundcenter.domain.supervision.limits import Limits
from ui.supervision.figure_words import figure_name, shown_definition, topic_name
from ui.supervision_words.figure_names import NAMES
from ui.supervision_words.figure_sentences import SENTENCES


def test_the_marked_words_are_those_of_the_definitions() -> None:
    names = {each.name for each in DEFINITIONS.values()} | set(TOPICS.values())
    words = {
        text
        for each in DEFINITIONS.values()
        for text in (each.text, each.numerator, each.denominator)
        if text
    }
    assert set(map(str, NAMES)) == names
    assert set(map(str, SENTENCES)) | set(map(str, NAMES)) == names | words
    assert len(set(SENTENCES)) == len(SENTENCES)


@pytest.mark.parametrize("code", FigureCode)
def test_in_swedish_the_words_are_the_definitions_own(code: FigureCode) -> None:
    limits = replace(Limits(), short_seconds=7)
    assert shown_definition(code, limits) == DEFINITIONS[code].worded(limits)
    assert figure_name(code, limits) == DEFINITIONS[code].worded(limits).name


def test_every_topic_has_a_name() -> None:
    assert [topic_name(each) for each in Topic] == [TOPICS[each] for each in Topic]
