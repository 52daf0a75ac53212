"""The text fields of content packs, for the tests of naughty text: what is kept, what is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

import msgspec

from kundcenter.domain.packs import Ask, Content, Topic
from kundcenter.domain.packs.checks import TEXT_LIMIT, TITLE_LIMIT, WORDING_LIMIT
from kundcenter.services.packs import Packs
from tests.naughty import MEGABYTE, NO_TEXT, Sort, free, squeezed
from tests.packs import PACK

Rows = Callable[[], list[dict[str, Any]]]
Opened = tuple[
    Callable[[dict[str, str]], object],
    dict[str, Sort],
    Callable[[], Iterable[Mapping[str, Any]]] | None,
]
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_OWN = ("code", "version", "title", "author")
_ASKS = ("threats", "questions", "advice")


def pack_doors(packs: Packs, texts: list[str], newly: Callable[[str], Rows]) -> dict[str, Opened]:
    """By noun and verb: how to put texts, which fields there are, and where they lie afterwards.

    `newly` gives what will have come into a table since it was asked.
    """
    packs.import_(replace(PACK, code="byts"))
    came, edited = newly("packs"), newly("pack_edits")
    count = [0]

    def edit(put: dict[str, str]) -> None:
        topic = _topic(put, "topic")
        packs.edit(put["pack_code"], put["topic_code"], topic, upon=count[0])
        count[0] += 1

    def take_back(put: dict[str, str]) -> None:
        packs.take_back(put["pack_code"], put["topic_code"], upon=count[0])
        count[0] += 1
        packs.edit("byts", "FEBER", PACK.topics[0], upon=count[0])
        count[0] += 1

    def found() -> list[dict[str, Any]]:
        return [_flat(msgspec.json.decode(row["content"], type=Content)) for row in came()]

    def worded() -> list[dict[str, Any]]:
        topics = (msgspec.json.decode(row["topic"], type=Topic) for row in edited())
        named = {"pack_code": "byts", "topic_code": "FEBER"}
        return [{**named, **_of_topic(topic, "topic")} for topic in topics]

    fields, named = _fields(texts), {"pack_code": _only("byts"), "topic_code": _only("FEBER")}
    of_topic = {
        f"topic{path.removeprefix('content.topics')}": sort
        for path, sort in fields.items()
        if path.startswith("content.topics.")
    }
    return {  # the edits first, while there are few packs to look through
        "packs.edit": (edit, {**named, **of_topic, "topic.code": _only("FEBER")}, worded),
        "packs.take_back": (take_back, named, None),
        "packs.plan": (lambda t: packs.plan(_content(t)), fields, None),
        "packs.import_": (lambda t: packs.import_(_content(t)), fields, found),
        "packs.edits": (lambda t: packs.edits(**t), named, None),
        "packs.topic": (
            lambda t: packs.topic(**t),
            {**named, "version": replace(_only("1"), kept=("1", "1+1"))},
            None,
        ),
    }


def _content(put: dict[str, str]) -> Content:
    own: dict[str, Any] = {name: put[f"content.{name}"] for name in _OWN}
    return replace(PACK, topics=(_topic(put, "content.topics"),), **own)


def _topic(put: dict[str, str], at: str) -> Topic:
    asks: dict[str, Any] = {name: (Ask(put[f"{at}.{name}.text"]),) for name in _ASKS}
    lines: dict[str, Any] = {name: (put[f"{at}.{name}"],) for name in ("words", "call_back")}
    whole: dict[str, Any] = {name: put[f"{at}.{name}"] for name in ("code", "reason", "title")}
    return replace(PACK.topics[0], **whole, **asks, **lines)


def _flat(content: Content) -> dict[str, str]:
    own = {f"content.{n}": getattr(content, n) for n in _OWN}
    return {**own, **_of_topic(content.topics[0], "content.topics")}


def _of_topic(topic: Topic, at: str) -> dict[str, str]:
    return {
        **{f"{at}.{name}": getattr(topic, name) for name in ("code", "reason", "title")},
        **{f"{at}.{name}": getattr(topic, name)[0] for name in ("words", "call_back")},
        **{f"{at}.{name}.text": getattr(topic, name)[0].text for name in _ASKS},
    }


def _fields(texts: list[str]) -> dict[str, Sort]:
    title, text = _said(texts, TITLE_LIMIT), _said(texts, TEXT_LIMIT)
    word = _said(texts, WORDING_LIMIT)
    many = max(len(sort.kept) for sort in (title, text, word))
    codes = _codes(texts, tuple(f"p-{n}" for n in range(many)))
    return {
        "content.code": codes,
        "content.version": _codes(texts, tuple(f"2026.{n}" for n in range(many))),
        "content.title": title,
        "content.author": title,
        "content.topics.code": _codes(texts, ("FEBER", "A-1_B")),
        "content.topics.reason": _codes(texts, ("FEBER", "ADMIN")),
        "content.topics.title": title,
        "content.topics.words": word,
        "content.topics.call_back": text,
        **{f"content.topics.{name}.text": text for name in _ASKS},
    }


def _said(texts: list[str], limit: int) -> Sort:
    """Text that is seen as it stands: one line, and nothing in it that is hidden."""
    seen = [text for text in texts if not _HIDDEN.search(squeezed(text)) and squeezed(text)]
    hidden = [text for text in texts if _HIDDEN.search(squeezed(text))]
    sort = free(seen, limit)
    return Sort(sort.kept, (*sort.refused, "", " \n\t ", *hidden[:40]), squeezed)


def _codes(texts: list[str], good: tuple[str, ...]) -> Sort:
    bad = [text for text in texts if not re.fullmatch(r"[0-9A-Za-z._-]+", text, re.ASCII)]
    return Sort(good, (*NO_TEXT, MEGABYTE, "", " ", "x" * 41, *bad[::9]))


def _only(code: str) -> Sort:
    return Sort((code,), (*NO_TEXT, MEGABYTE, "", " "))
