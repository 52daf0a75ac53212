"""What a pack must hold before it is taken in: a fault for each place that does not.

The rules are FEATURES rows 39–41: life-threat questions first, advice never without call-back
criteria, an author and a day of review.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from kundcenter.domain.packs import Ask, Content, Topic
from kundcenter.domain.text import TextFault, TextInvalid, line
from kundcenter.domain.triage import CodeSet
from kundcenter.errors import Refused

TOPIC_LIMIT = 500  # topics in a pack
WORD_LIMIT = 100  # words of a topic
ASK_LIMIT = 40  # questions, or lines of advice, in one list
TITLE_LIMIT = 100
TEXT_LIMIT = 500  # characters of one question or line of advice
WORDING_LIMIT = 60  # characters of one word or phrase to be found by
FILE_LIMIT = 2_000_000  # characters of a pack as text
OLDEST = 120  # years
FAULTS_TOLD = 100  # nobody reads more of them

_PACK_CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,39}", re.ASCII)
_SHOWN_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,39}(\+[0-9]{1,6})?", re.ASCII)
_TOPIC_CODE = re.compile(r"[A-Z0-9][A-Z0-9_-]{0,39}", re.ASCII)
# Controls are no text, and what turns the direction of writing makes a line read as another.
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class PackFault(StrEnum):
    """Why a pack cannot be taken in."""

    SYNTAX = "syntax"  # the file is no TOML
    KIND = "kind"  # something else than what stands there: a number for a text
    UNKNOWN = "unknown"  # a name that the format does not have
    MISSING = "missing"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    NOT_TEXT = "not_text"
    HIDDEN = "hidden"  # a control, or a character that turns the direction of writing
    CODE = "code"
    REPEATED = "repeated"
    TOO_MANY = "too_many"
    TOO_LARGE = "too_large"  # all its text together
    REASON = "reason"  # no contact reason of the code set
    NO_THREATS = "no_threats"
    NO_CALL_BACK = "no_call_back"
    AGES = "ages"
    REVIEW = "review"  # the day of review is not after the day of writing


@dataclass(frozen=True, slots=True)
class Faulty:
    """One fault.  `place` counts from 1: `topics.3.threats.1.text`; of syntax it is the line."""

    place: str
    fault: PackFault


class PackFaulty(Refused):
    """The pack cannot be taken in, and nothing of it was.

    Facts: count, place (of the first), fault.  `faults` are all of them.
    """

    code = "pack.faulty"

    def __init__(self, *faults: Faulty, **facts: object) -> None:
        if faults:
            first = faults[0]
            facts = {"count": len(faults), "place": first.place, "fault": first.fault}
        super().__init__(**facts)
        self.faults = faults


def checked(content: Content, codes: CodeSet) -> Content:
    """The pack as it is stored: its texts with single spaces.  Raises PackFaulty."""
    if faults := faults_of(content, codes):
        raise PackFaulty(*faults)
    return replace(
        content,
        title=_tidy(content.title),
        author=_tidy(content.author),
        topics=tuple(map(_tidied, content.topics)),
    )


def checked_topic(topic: Topic, codes: CodeSet) -> Topic:
    """One topic as it is stored.  Raises PackFaulty, with places within the topic."""
    if faults := tuple(islice(_of_topic(topic, codes), FAULTS_TOLD)):
        raise PackFaulty(*faults)
    return _tidied(topic)


def well_formed(pack_code: str, topic_code: str, version: str = "0") -> None:
    """Raise PackFaulty for what cannot name a topic of a version; then nobody is asked for it.

    The version may have the number of a local wording after it (shelf.LOCAL).
    """
    faults = (
        *_code(pack_code, _PACK_CODE, "pack_code"),
        *_code(topic_code, _TOPIC_CODE, "topic_code"),
        *_code(version, _SHOWN_VERSION, "version"),
    )
    if faults:
        raise PackFaulty(*faults)


def faults_of(content: Content, codes: CodeSet) -> tuple[Faulty, ...]:
    """Every fault, in the order of the content; no more than FAULTS_TOLD."""
    return tuple(islice(_of_content(content, codes), FAULTS_TOLD))


def _of_content(content: Content, codes: CodeSet) -> Iterator[Faulty]:
    yield from _code(content.code, _PACK_CODE, "code")
    yield from _code(content.version, _VERSION, "version")
    yield from _text(content.title, "title", TITLE_LIMIT)
    yield from _text(content.author, "author", TITLE_LIMIT)
    if content.review_on <= content.written_on:
        yield Faulty("review_on", PackFault.REVIEW)
    if not content.topics:
        yield Faulty("topics", PackFault.EMPTY)
    if len(content.topics) > TOPIC_LIMIT:
        yield Faulty("topics", PackFault.TOO_MANY)
        return
    if sum(map(_size, content.topics)) > FILE_LIMIT:
        yield Faulty("topics", PackFault.TOO_LARGE)
        return
    met: set[str] = set()
    for at, topic in enumerate(content.topics, start=1):
        for fault in _of_topic(topic, codes):
            yield replace(fault, place=f"topics.{at}.{fault.place}")
        if topic.code in met:
            yield Faulty(f"topics.{at}.code", PackFault.REPEATED)
        met.add(topic.code)


def _of_topic(topic: Topic, codes: CodeSet) -> Iterator[Faulty]:
    yield from _code(topic.code, _TOPIC_CODE, "code")
    reasons = {reason.code: reason for reason in codes.reasons}
    if topic.reason not in reasons:
        yield Faulty("reason", PackFault.REASON)
    yield from _text(topic.title, "title", TITLE_LIMIT)
    yield from _texts(topic.words, "words", WORD_LIMIT, WORDING_LIMIT)
    yield from _each_once(topic.words[:WORD_LIMIT], "words")
    known = reasons.get(topic.reason)
    if not topic.threats and not (known and known.administrative):
        yield Faulty("threats", PackFault.NO_THREATS)
    for name, asks in (
        ("threats", topic.threats),
        ("questions", topic.questions),
        ("advice", topic.advice),
    ):
        yield from _of_asks(asks, name)
    if topic.advice and not topic.call_back:
        yield Faulty("call_back", PackFault.NO_CALL_BACK)
    yield from _texts(topic.call_back, "call_back", ASK_LIMIT, TEXT_LIMIT)
    yield from _each_once(topic.call_back[:ASK_LIMIT], "call_back")


def _of_asks(asks: tuple[Ask, ...], name: str) -> Iterator[Faulty]:
    yield from _texts([ask.text for ask in asks], name, ASK_LIMIT, TEXT_LIMIT, ".text")
    for at, ask in enumerate(asks[:ASK_LIMIT], start=1):
        ages = [age for age in (ask.youngest, ask.oldest) if age is not None]
        if ages != sorted(ages) or not all(0 <= age <= OLDEST for age in ages):
            yield Faulty(f"{name}.{at}", PackFault.AGES)


def _texts(
    texts: Sequence[str], name: str, most: int, limit: int, part: str = ""
) -> Iterator[Faulty]:
    if len(texts) > most:
        yield Faulty(name, PackFault.TOO_MANY)
        return
    for at, text in enumerate(texts, start=1):
        yield from _text(text, f"{name}.{at}{part}", limit)


def _each_once(texts: Sequence[str], name: str) -> Iterator[Faulty]:
    met: set[str] = set()
    for at, text in enumerate(texts, start=1):
        if _tidy(text) in met:
            yield Faulty(f"{name}.{at}", PackFault.REPEATED)
        met.add(_tidy(text))


def _text(text: str, place: str, limit: int) -> Iterator[Faulty]:
    try:
        clean = line(text, place, limit=limit)
    except TextInvalid as error:
        too_long = error.facts["fault"] is TextFault.TOO_LONG
        yield Faulty(place, PackFault.TOO_LONG if too_long else PackFault.NOT_TEXT)
        return
    if not clean:
        yield Faulty(place, PackFault.EMPTY)
    elif _HIDDEN.search(clean):
        yield Faulty(place, PackFault.HIDDEN)


def _code(text: str, form: re.Pattern[str], place: str) -> Iterator[Faulty]:
    if not form.fullmatch(text):
        yield Faulty(place, PackFault.CODE if text else PackFault.EMPTY)


def _size(topic: Topic) -> int:
    asks = (ask.text for asks in (topic.threats, topic.questions, topic.advice) for ask in asks)
    return sum(map(len, (topic.title, *topic.words, *asks, *topic.call_back)))


def _tidied(topic: Topic) -> Topic:
    return replace(
        topic,
        title=_tidy(topic.title),
        words=tuple(map(_tidy, topic.words)),
        threats=tuple(replace(ask, text=_tidy(ask.text)) for ask in topic.threats),
        questions=tuple(replace(ask, text=_tidy(ask.text)) for ask in topic.questions),
        advice=tuple(replace(ask, text=_tidy(ask.text)) for ask in topic.advice),
        call_back=tuple(map(_tidy, topic.call_back)),
    )


def _tidy(text: str) -> str:
    return " ".join(text.split())
