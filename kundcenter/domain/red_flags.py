"""Signs of danger to life, with the question to ask aloud: content that comes as data.

For every role (FEATURES 42).  It tells what to ask; it computes no level of care and stops nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from kundcenter.errors import Refused


class RedFlagsWrong(Refused):
    """The content cannot be used.  Facts: why (a flag's code, or the place in the file)."""

    code = "red_flags.wrong"


@dataclass(frozen=True, slots=True)
class FlagGroup:
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class RedFlag:
    """`ask` is said aloud as it stands.  `words` and `pairs` raise it in free text (tripwire)."""

    code: str
    group: str
    sign: str
    ask: str
    words: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RedFlags:
    """One version of the content; `reviewed` is the day a region's expert did so, or empty."""

    version: str
    author: str
    reviewed: str
    groups: tuple[FlagGroup, ...]
    flags: tuple[RedFlag, ...]
    demonstration: bool = False

    def of(self, group: FlagGroup) -> tuple[RedFlag, ...]:
        """The flags of a group, in the order of the file."""
        return tuple(flag for flag in self.flags if flag.group == group.code)

    def found(self, typed: str) -> tuple[RedFlag, ...]:
        """The flags whose text has every typed word, or all of them when nothing is typed."""
        words = typed.lower().split()
        labels = {group.code: group.label for group in self.groups}
        return tuple(flag for flag in self.flags if _has(flag, labels[flag.group], words))


def red_flags(table: Mapping[str, Any]) -> RedFlags:
    """The content of a parsed file.  Raises RedFlagsWrong."""
    try:
        read = msgspec.convert(table, RedFlags)
    except msgspec.ValidationError as error:
        raise RedFlagsWrong(why=str(error)) from None
    groups = {group.code for group in read.groups}
    seen: set[str] = set()
    for flag in read.flags:
        empty = not (flag.sign and flag.ask) or not (flag.words or flag.pairs)
        if flag.code in seen or flag.group not in groups or empty:
            raise RedFlagsWrong(why=flag.code)
        seen.add(flag.code)
    return read


def _has(flag: RedFlag, label: str, words: list[str]) -> bool:
    paired = (word for pair in flag.pairs for word in pair)
    own = " ".join((label, flag.sign, flag.ask, *flag.words, *paired)).lower()
    return all(word in own for word in words)
