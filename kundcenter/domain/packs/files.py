"""A pack as a file: TOML in, a pack or its faults out; and a pack as TOML again, to be edited.

docs/packs.md tells the format.  Whatever can be said wrong in one file is said in one go.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from kundcenter.domain.identity import Sex
from kundcenter.domain.packs import Ask, Content, Topic
from kundcenter.domain.packs.checks import (
    FAULTS_TOLD,
    FILE_LIMIT,
    Faulty,
    PackFault,
    PackFaulty,
    faults_of,
)
from kundcenter.domain.triage import CodeSet
from kundcenter.errors import Refused

_LINE = re.compile(r"at line (\d+)")
# Strings and comments, also those that nobody has closed: what is left are keys and numbers.
_SAID = re.compile(
    r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*+(?:"{3,5}|\Z)'
    r"|'''(?:[^']|'(?!''))*+(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]|\\.)*+"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+"
)
DOTS = 20  # outside strings on one line: the format needs none, and keys of many parts take hours
_ASK = ("text", "youngest", "oldest", "sex")
_TOPIC = ("code", "reason", "title", "words", "threats", "questions", "advice", "call_back")
_PACK = (
    "code", "version", "title", "author", "written_on", "review_on", "demonstration", "topics",
)  # fmt: skip
_NO_DAY = date(1, 1, 1)


class PackFileTooLarge(Refused):
    """The file holds more than a pack.  Facts: size, limit (characters)."""

    code = "pack.file_too_large"


def read_pack(text: str, codes: CodeSet) -> Content:
    """The pack that a text in TOML means.  Raises PackFileTooLarge, PackFaulty."""
    if len(text) > FILE_LIMIT:
        raise PackFileTooLarge(size=len(text), limit=FILE_LIMIT)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    _must_be_shallow(text)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        where = found[1] if found else str(text.count("\n") + 1)
        raise PackFaulty(Faulty(where, PackFault.SYNTAX)) from None
    except (RecursionError, ValueError):  # too deep, or a number too long to be one
        raise PackFaulty(Faulty("1", PackFault.SYNTAX)) from None
    reading = _Reading()
    content = reading.pack(table)
    # What could not even be read would only be told once more, as empty.
    faults = reading.faults or list(faults_of(content, codes))
    if faults:
        raise PackFaulty(*faults[:FAULTS_TOLD])
    return content


def pack_text(content: Content) -> str:
    """The pack in TOML; `read_pack` of it is the same pack."""
    return "\n".join(
        (*_head(content), *(row for each in content.topics for row in _rows(each)), "")
    )


def _must_be_shallow(text: str) -> None:
    """Raise PackFaulty for what the parser of TOML would work on without end."""
    bare = _SAID.sub(lambda said: "\n" * said[0].count("\n"), text)
    for at, row in enumerate(bare.split("\n"), start=1):
        if row.count(".") > DOTS:
            raise PackFaulty(Faulty(str(at), PackFault.SYNTAX))


class _Reading:
    """Takes a parsed table apart and keeps every fault with its place."""

    def __init__(self) -> None:
        self.faults: list[Faulty] = []

    def pack(self, table: Mapping[str, Any]) -> Content:
        self._only(table, _PACK, "")
        topics = self._list(table, "topics", "", needed=True)
        return Content(
            code=self._text(table, "code"),
            version=self._text(table, "version"),
            title=self._text(table, "title"),
            author=self._text(table, "author"),
            written_on=self._day(table, "written_on"),
            review_on=self._day(table, "review_on"),
            topics=tuple(
                self._topic(each, f"topics.{at}.") for at, each in enumerate(topics, start=1)
            ),
            demonstration=self._value(table, "demonstration", "", bool, False),
        )

    def _topic(self, found: object, at: str) -> Topic:
        if not isinstance(found, dict):
            self._say(at.rstrip("."), PackFault.KIND)
            found = dict.fromkeys(_TOPIC[:3], "")
        self._only(found, _TOPIC, at)
        return Topic(
            code=self._text(found, "code", at),
            reason=self._text(found, "reason", at),
            title=self._text(found, "title", at),
            words=self._texts(found, "words", at),
            threats=self._asks(found, "threats", at),
            questions=self._asks(found, "questions", at),
            advice=self._asks(found, "advice", at),
            call_back=self._texts(found, "call_back", at),
        )

    def _asks(self, table: Mapping[str, Any], name: str, at: str) -> tuple[Ask, ...]:
        found = self._list(table, name, at)
        return tuple(
            self._ask(each, f"{at}{name}.{place}") for place, each in enumerate(found, start=1)
        )

    def _ask(self, found: object, place: str) -> Ask:
        if isinstance(found, str):
            return Ask(found)
        if not isinstance(found, dict):
            self._say(place, PackFault.KIND)
            return Ask("")
        at = f"{place}."
        self._only(found, _ASK, at)
        sex = self._value(found, "sex", at, str, None)
        if sex is not None and sex not in set(Sex):
            self._say(f"{at}sex", PackFault.CODE)
            sex = None
        return Ask(
            text=self._text(found, "text", at),
            youngest=self._age(found, "youngest", at),
            oldest=self._age(found, "oldest", at),
            sex=None if sex is None else Sex(sex),
        )

    def _age(self, table: Mapping[str, Any], name: str, at: str) -> int | None:
        found = table.get(name)
        if found is not None and type(found) is not int:  # True is an int to isinstance
            self._say(f"{at}{name}", PackFault.KIND)
            return None
        return found

    def _texts(self, table: Mapping[str, Any], name: str, at: str) -> tuple[str, ...]:
        found = self._list(table, name, at)
        for place, each in enumerate(found, start=1):
            if not isinstance(each, str):
                self._say(f"{at}{name}.{place}", PackFault.KIND)
        return tuple(each for each in found if isinstance(each, str))

    def _list(
        self, table: Mapping[str, Any], name: str, at: str, *, needed: bool = False
    ) -> list[Any]:
        if needed and name not in table:
            self._say(f"{at}{name}", PackFault.MISSING)
        found: list[Any] = self._value(table, name, at, list, [])
        return found

    def _day(self, table: Mapping[str, Any], name: str) -> date:
        found = self._value(table, name, "", date, None, needed=True)
        if isinstance(found, datetime):  # which is a date to isinstance
            self._say(name, PackFault.KIND)
            return _NO_DAY
        return _NO_DAY if found is None else found

    def _text(self, table: Mapping[str, Any], name: str, at: str = "") -> str:
        found: str = self._value(table, name, at, str, "", needed=True)
        return found

    def _value(
        self,
        table: Mapping[str, Any],
        name: str,
        at: str,
        kind: type,
        otherwise: Any,
        *,
        needed: bool = False,
    ) -> Any:
        if name not in table:
            if needed:
                self._say(f"{at}{name}", PackFault.MISSING)
            return otherwise
        if not isinstance(table[name], kind):
            self._say(f"{at}{name}", PackFault.KIND)
            return otherwise
        return table[name]

    def _only(self, table: Mapping[str, Any], known: tuple[str, ...], at: str) -> None:
        if set(table) - set(known):
            # The name itself may be anything, also what nobody ought to read.
            self._say(at.rstrip(".") or "pack", PackFault.UNKNOWN)

    def _say(self, place: str, fault: PackFault) -> None:
        self.faults.append(Faulty(place, fault))


def _head(content: Content) -> Iterator[str]:
    for name in ("code", "version", "title", "author"):
        yield f"{name} = {_quoted(getattr(content, name))}"
    yield f"written_on = {content.written_on.isoformat()}"
    yield f"review_on = {content.review_on.isoformat()}"
    if content.demonstration:
        yield "demonstration = true"


def _rows(topic: Topic) -> Iterator[str]:
    yield ""
    yield "[[topics]]"
    for name in ("code", "reason", "title"):
        yield f"{name} = {_quoted(getattr(topic, name))}"
    yield f"words = [{', '.join(map(_quoted, topic.words))}]"
    for name in ("threats", "questions", "advice"):
        yield from _array(name, map(_ask_text, getattr(topic, name)))
    yield from _array("call_back", map(_quoted, topic.call_back))


def _array(name: str, rows: Iterator[str]) -> Iterator[str]:
    yield f"{name} = ["
    yield from (f"  {row}," for row in rows)
    yield "]"


def _ask_text(ask: Ask) -> str:
    said = [
        f"{name} = {value}"
        for name, value in (
            ("youngest", ask.youngest),
            ("oldest", ask.oldest),
            ("sex", None if ask.sex is None else _quoted(ask.sex)),
        )
        if value is not None
    ]
    if not said:
        return _quoted(ask.text)
    return f"{{ {', '.join((f'text = {_quoted(ask.text)}', *said))} }}"


def _quoted(text: str) -> str:
    return json.dumps(str(text), ensure_ascii=False)  # a basic string of TOML is one of JSON
