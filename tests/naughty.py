"""Naughty texts, and the sorts of fields they go into: what is kept, what is refused."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from kundcenter.domain.identity import IdKind, PersonId, PersonIdInvalid
from kundcenter.domain.people import NAME_LIMIT

SECRET = "Anna Test har feber "
NO_TEXT = ("\0", SECRET + "\0", "\ud800", SECRET + "\udfff", "\ud83d" + SECRET)
MEGABYTE = SECRET * 50_000
ODD = (
    "\u202eabc\u2066def\u2069",
    "Z\u0351\u036b\u0343a\u0328\u0321l\u0321\u0323g\u0322\u0358o\u0489" + "\u0300" * 40,
    "👩‍👩‍👧‍👦🏳️‍🌈🇸🇪👍🏿",
    "é e\u0301 å a\u030a ﬁ ① İ ß Ⱥ ı",
    "\r\n\t\x1b[31m\x07\x7f\x85\u2028\ufeff\u200b\u200d\u00ad",
    "\ue000\U0010ffff\uffff\U0001f4a9",
    "%_\\ {name} %s ${x} =1+1 @SUM(1) '; DROP TABLE people; -- <para>&amp;",
)


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of field: what is kept, in which form, and what is refused."""

    kept: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    form: Callable[[str], str] = str


def packed(texts: Iterable[str], room: int, between: str = "\n") -> tuple[str, ...]:
    """The texts, several in one as far as there is room, and one that is as long as may be."""
    packs = [""]
    for text in texts:
        joined = packs[-1] + between + text if packs[-1] else text
        if len(joined) <= room:
            packs[-1] = joined
        elif len(text) <= room:
            packs.append(text)
    return (*dict.fromkeys(packs), "å😀\u0301x" * (room // 4))


def free(texts: list[str], room: int) -> Sort:
    """A field that keeps whatever is text and not too long, as it was typed."""
    return Sort(packed(texts, room), (*NO_TEXT, MEGABYTE, (SECRET * (room // 20 + 1))[: room + 1]))


def tidy(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def is_name(text: str) -> bool:
    hidden = {"Cc", "Cf", "Cs", "Co", "Cn"}
    return 0 < len(tidy(text)) <= NAME_LIMIT and not any(
        unicodedata.category(character) in hidden for character in tidy(text)
    )


def names(texts: list[str]) -> Sort:
    good = [text for text in texts if is_name(text)]
    bad = [text for text in texts if not is_name(text)]
    longest = (SECRET * 6)[: NAME_LIMIT + 1]
    return Sort(packed(good, NAME_LIMIT, " ")[:-1], (*NO_TEXT, MEGABYTE, longest, *bad), tidy)


def user_names(texts: list[str], many: int) -> Sort:
    def low(text: str) -> str:
        return text.strip().lower()

    word = re.compile("[a-zåäö0-9][a-zåäö0-9.-]{0,38}[a-zåäö0-9]")
    good = {low(text): text for text in texts if word.fullmatch(low(text))}
    bad = [text for text in texts if not word.fullmatch(low(text))]
    fillers = (f"u-{n}" for n in range(many - len(good)))
    return Sort((*good.values(), *fillers), (*NO_TEXT, MEGABYTE, *bad[::9]), low)


def identities(texts: list[str], many: int) -> dict[str, PersonId]:
    """Every naughty string that may be the number of an LMA card or a local reserve number."""
    found: dict[str, PersonId] = {}
    for text in (*NO_TEXT, MEGABYTE, *texts, *(f"X-{n}" for n in range(many))):
        for kind in IdKind:
            try:
                found.setdefault(text, PersonId(kind, text))
            except PersonIdInvalid as error:
                assert set(error.facts) <= {"kind"}
    assert not set(found) & {*NO_TEXT, MEGABYTE}
    return dict(islice(found.items(), many))
