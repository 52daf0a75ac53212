"""What a pack must hold: each fault is told by its place, and nothing else is a fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kundcenter.domain.packs import Ask, Content
from kundcenter.domain.packs.checks import (
    ASK_LIMIT,
    FAULTS_TOLD,
    TEXT_LIMIT,
    TOPIC_LIMIT,
    WORD_LIMIT,
    PackFault,
    PackFaulty,
    checked,
    faults_of,
)
from tests.domain.packs.carried import CODES
from tests.naughty import MEGABYTE, NO_TEXT
from tests.packs import FEVER, PACK


def faults(content: Content) -> list[tuple[str, PackFault]]:
    return [(fault.place, fault.fault) for fault in faults_of(content, CODES)]


def pack(**of_topic: Any) -> Content:
    """The pack with one topic that is changed."""
    return replace(PACK, topics=(replace(FEVER, **of_topic),))


ONE: list[tuple[Content, str, PackFault]] = [
    (replace(PACK, code="Två ord"), "code", PackFault.CODE),
    (replace(PACK, code=""), "code", PackFault.EMPTY),
    (replace(PACK, version="1+2"), "version", PackFault.CODE),
    (replace(PACK, title=" "), "title", PackFault.EMPTY),
    (replace(PACK, author=""), "author", PackFault.EMPTY),
    (replace(PACK, review_on=PACK.written_on), "review_on", PackFault.REVIEW),
    (replace(PACK, review_on=date(2025, 1, 1)), "review_on", PackFault.REVIEW),
    (replace(PACK, topics=()), "topics", PackFault.EMPTY),
    (replace(PACK, topics=(FEVER,) * (TOPIC_LIMIT + 1)), "topics", PackFault.TOO_MANY),
    (replace(PACK, topics=(FEVER, FEVER)), "topics.2.code", PackFault.REPEATED),
    (pack(code="feber"), "topics.1.code", PackFault.CODE),
    (pack(reason="SJUK"), "topics.1.reason", PackFault.REASON),
    (pack(title=""), "topics.1.title", PackFault.EMPTY),
    (pack(words=("a", " ")), "topics.1.words.2", PackFault.EMPTY),
    (pack(words=("a", "b", " a")), "topics.1.words.3", PackFault.REPEATED),
    (pack(words=tuple(map(str, range(WORD_LIMIT + 1)))), "topics.1.words", PackFault.TOO_MANY),
    (pack(threats=()), "topics.1.threats", PackFault.NO_THREATS),
    (pack(call_back=()), "topics.1.call_back", PackFault.NO_CALL_BACK),
    (pack(advice=(Ask("a", 5, 4),)), "topics.1.advice.1", PackFault.AGES),
    (pack(questions=(Ask("a"), Ask("b", -1))), "topics.1.questions.2", PackFault.AGES),
    (pack(threats=(Ask("a", None, 121),)), "topics.1.threats.1", PackFault.AGES),
    (pack(threats=(Ask("a"),) * (ASK_LIMIT + 1)), "topics.1.threats", PackFault.TOO_MANY),
    (pack(advice=(Ask("x" * (TEXT_LIMIT + 1)),)), "topics.1.advice.1.text", PackFault.TOO_LONG),
    *(
        (pack(call_back=("a", f"b{hidden}c")), "topics.1.call_back.2", PackFault.HIDDEN)
        for hidden in "\u202e\u2066\u200f\x1b\x7f\x9b"
    ),
    *((pack(title=text), "topics.1.title", PackFault.NOT_TEXT) for text in NO_TEXT),
    (pack(title=MEGABYTE), "topics.1.title", PackFault.TOO_LONG),
]


@pytest.mark.parametrize(("content", "place", "fault"), ONE)
def test_each_fault_is_told_by_its_place(content: Content, place: str, fault: PackFault) -> None:
    assert faults(content) == [(place, fault)]
    with pytest.raises(PackFaulty) as caught:
        checked(content, CODES)
    assert caught.value.facts == {"count": 1, "place": place, "fault": fault}
    assert len(repr(caught.value)) < 200


@pytest.mark.parametrize(
    "sound",
    [
        PACK,
        pack(reason="ADMIN", threats=()),  # there life is not asked for
        pack(advice=(), call_back=()),
        pack(words=()),
        pack(questions=(Ask("a", 5, 5), Ask("a", 0, 120))),  # one wording for two ages
        pack(title="é 😀 👩\u200d👩\u200d👧"),
        replace(PACK, topics=tuple(replace(FEVER, code=f"A{n}") for n in range(TOPIC_LIMIT))),
    ],
)
def test_what_is_sound_is_taken(sound: Content) -> None:
    assert faults(sound) == []
    assert checked(sound, CODES) == sound


def test_all_its_text_together_has_a_limit() -> None:
    long = tuple(Ask(f"{n} " + "x" * (TEXT_LIMIT - 10)) for n in range(ASK_LIMIT))
    topics = tuple(
        replace(FEVER, code=f"A{n}", threats=long, questions=long, advice=long) for n in range(60)
    )
    assert faults(replace(PACK, topics=topics)) == [("topics", PackFault.TOO_LARGE)]
    assert faults(replace(PACK, topics=topics[:30])) == []


def test_nobody_is_told_more_faults_than_can_be_read() -> None:
    many = tuple(replace(FEVER, code=f"A{n}", title="") for n in range(FAULTS_TOLD + 5))
    assert len(faults(replace(PACK, topics=many))) == FAULTS_TOLD


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda t: replace(t, threats=()), "threats"),
        (lambda t: replace(t, call_back=()), "call_back"),
    ],
)
def test_every_topic_is_looked_at(change: Callable[[Any], Any], place: str) -> None:
    topics = (*PACK.topics, change(replace(FEVER, code="SIST")))
    assert [where for where, _ in faults(replace(PACK, topics=topics))] == [f"topics.3.{place}"]
