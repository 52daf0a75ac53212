"""Which words of a text are denied: those that a no can be about, and nothing but them.

Notes are typed without commas ("mår inte bra bröstsmärta"), so a no takes back only the words
that directly follow it, and those of a list ("hosta eller andnöd").  Where it could be about
something else it takes nothing back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kundcenter.domain.tripwire_words import SLASH, STOPS

LONGEST_CLAUSE = 12  # words that are looked at on each side of a no

_DENY = frozenset(["nekar", "nekas", "nekat", "förnekar", "förnekat", "negerar"])
_NONE = frozenset(["ingen", "inga", "inget", "varken", "utan"])
_NOT = frozenset(["inte", "icke", "ej", "neg"])
SAYS_NO = _DENY | _NONE | _NOT

_ENDS = STOPS | {"men", "däremot", "dock", "fast"}
# Before them "inte" is about what follows; in "mår inte" and "äter ej" about what stands before.
_BEFORE_NOT = frozenset(
    [
        *("har", "hade", "ha", "är", "var", "finns", "fanns", "känner", "upplever"),
        *("hon", "han", "hen", "jag", "de", "patienten", "pat", "pt", "barnet"),
        *("och", "eller", "som"),
    ]
)
_LIGHT = frozenset(["haft", "har", "hade", "ha", "känt", "någon", "något", "några", "alls"])
_LIGHT_OF_DENY = _LIGHT | {"till", "att"}
_SIGN_OF = frozenset(["tecken", "misstanke", "misstankar", "symtom", "symptom"])
_OF = frozenset(["på", "till", "om", "av"])
_INSIDE = frozenset(["i", "på", "över", "av", "att", "vid", "mot"])  # "ont i bröstet" is one
_EARLIER = frozenset(["tidigare", "förut", "förr", "innan", "sådan", "sådant", "sådana", "maken"])


def denied(words: Sequence[str], places: Sequence[int]) -> dict[int, list[int]]:
    """Which words are denied, each by which of those at `places` that say no."""
    found: dict[int, list[int]] = {}
    for place in places:
        for word in _denied_by(words, place):
            found.setdefault(word, []).append(place)
    return found


def cut_off(words: Sequence[str], match: Sequence[int]) -> bool:
    """Whether a no stands right after a word of a phrase that goes on: "strålar inte ut i"."""
    return any(
        words[place + 1] in _NOT and place + 1 not in match
        for place, following in pairwise(match)
        if following > place + 1
    )


def _denied_by(words: Sequence[str], place: int) -> Iterator[int]:
    no = words[place].strip("-")
    if not _is_about_what_follows(words, place, no) or _is_about_earlier(words, place):
        return
    light = _LIGHT_OF_DENY if no in _DENY else _LIGHT
    joins = {"eller", SLASH, "och"} if no in _DENY else {"eller", SLASH}
    at = _past(words, place + 1, light)
    while at < len(words) and words[at] not in _ENDS and words[at] != "utan":
        yield at
        at = _item_end(words, at)
        if at >= len(words) or words[at] not in joins:
            return
        at = _past(words, at + 1, _LIGHT)


def _is_about_what_follows(words: Sequence[str], place: int, no: str) -> bool:
    before = words[place - 1] if place else "."
    if no in _NOT:
        return before in _ENDS or before in _BEFORE_NOT
    if no == "utan":  # "kan inte ligga utan andnöd", "inte hosta utan bröstsmärta"
        return not any(word in SAYS_NO for word in _clause_before(words, place))
    return True


def _is_about_earlier(words: Sequence[str], place: int) -> bool:
    """ "Inte haft så ont i bröstet förut" tells of now."""
    for word in words[place + 1 : place + 1 + LONGEST_CLAUSE]:
        if word in _ENDS:
            return False
        if word in _EARLIER:
            return True
    return False


def _clause_before(words: Sequence[str], place: int) -> Iterator[str]:
    for word in reversed(words[max(0, place - LONGEST_CLAUSE) : place]):
        if word in _ENDS:
            return
        yield word


def _past(words: Sequence[str], at: int, light: frozenset[str]) -> int:
    """The first word that is something to deny."""
    while at < len(words):
        if words[at] in light:
            at += 1
        elif words[at] in _SIGN_OF and words[at + 1 : at + 2] and words[at + 1] in _OF:
            at += 2
        else:
            break
    return at


def _item_end(words: Sequence[str], at: int) -> int:
    """Past one thing of a list: a word, or words that prepositions hold together."""
    at += 1
    while at + 1 < len(words) and words[at] in _INSIDE:
        at += 2
    return at
