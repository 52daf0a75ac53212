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
# By the number of the row in RELIABILITY §8.
BY_ROW = {
    1: "", 2: " \t\u2003", 3: "  både för och efter  ",
    5: "\x01\x08\x0b\x1b\x9b", 6: "\x7f", 7: "a\rb\nc\r\nd\n\r", 8: "a\tb",
    15: "\xc0\xaf", 16: "\ufeff+AGEA-\ufffe", 17: "é e\u0301 å a\u030a ö o\u0308",
    18: "ﬁ ① Ａ ²", 19: "Z\u0351\u036b\u0343a\u0328\u0321l\u0321g\u0322o\u0489" + "\u0300" * 40,
    20: "a\u200bb\u200dc\u00add\u2060", 21: "\u202eabc\u2066def\u2069",
    22: "Аnnа Теst", 23: "👩\u200d👩\u200d👧\u200d👦🏳️\u200d🌈🇸🇪👍🏿", 24: "𐍈𝔘𠜎\U0010fffd",
    25: "İ ß Ⱥ ŉ", 26: "ı I i İ", 27: "Åke Ärla Öst Wå Vå Ü Y", 28: "a\u1680b\u3000c\u2007d",
    29: "070\u00a0174\u202f06", 30: "“Ja” – ’nej’ — …", 31: "\ue000\U0010ffff\uffff\U000e0041",
    32: "\x1b[31m\x1b]0;x\x07", 34: "'; DROP TABLE people; -- \" OR 1=1", 35: '"people"."id"',
    36: "%_\\", 37: '"a" NEAR b* OR c:d', 38: "(a+)+$ " + "a" * 40 + "!",
    39: "<script>alert(1)</script>",
    40: '<img src="file:///etc/passwd"><img src="http://example.com/x.png">',
    41: "[länk](https://example.com) **fet**", 42: "%s %n {name} {0.__class__} ${x}",
    43: "{{ 7 * 7 }} {% include x %}", 44: "$(id) `id` ; & | > <", 45: "../../etc/passwd ..\\..\\x",
    46: "CON NUL. aux.txt", 47: "=1+1 @SUM(1) +1 -1", 48: "<para><b>&amp;</para>",
    49: "x\n2026-11-21 ERROR påhittad", 50: '{"__proto__": 1, "a": 1, "a": 2}',
    51: '<!DOCTYPE x [<!ENTITY e "e">]>&e;', 52: "x\r\nAction: Originate",
    53: "javascript:alert(1) tel:112", 54: "QWidget { background: url(x) }", 55: "\x1b%-12345X\x0c",
    65: "٠٧٠١٧٤٠٦٠٥ ０７０",
}  # fmt: skip
ODD = tuple(text for text in BY_ROW.values() if text.strip())


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


def squeezed(text: str) -> str:
    """One line, as what must be said in a few words is kept."""
    return " ".join(text.split())


def one_line(line: Sort, shortest: int = 1) -> Sort:
    """A field that is kept with single spaces, and refused when less is left than `shortest`."""
    kept = tuple(text for text in line.kept if len(squeezed(text)) >= shortest)
    short = ("", " \n\t ", "x" * (shortest - 1), " x" + " " * 30 if shortest > 1 else " ")
    return Sort(kept, (*line.refused, *short), squeezed)


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
