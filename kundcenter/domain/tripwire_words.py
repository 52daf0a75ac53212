"""A text cut into words and stops, fast enough to be done at every rest of the keys."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

STOPS = frozenset([*".!?;,:–—-", "\n"])  # a clause ends there; a hyphen only when it stands alone
SLASH = "/"
FEW_SIGNS = 60  # other signs in one text, until it is quicker to look at each character

_KEPT = frozenset([*STOPS, SLASH])
_STRANGE = re.compile(r"[^\w\s.!?;,:–—/-]|_")


def split(plain: str) -> list[str]:
    """The words, stops and slashes of a text; every other sign only parts words."""
    signs = {sign for sign in set(plain) if not sign.isalnum()}
    if len(signs) > FEW_SIGNS:
        plain = _STRANGE.sub(" ", plain)
        signs &= _KEPT
    for sign in signs:
        if sign == "\n":
            plain = plain.replace(sign, " . ")  # as a stop: what is white is lost in the split
        elif sign in _KEPT and sign != "-":
            plain = plain.replace(sign, f" {sign} ")
        elif sign != "-" and not sign.isspace():
            plain = plain.replace(sign, " ")
    return plain.split()


def places_of(
    plain: str, words: Sequence[str], wanted: Collection[int]
) -> dict[int, tuple[int, int]]:
    """Where the wanted words, by their number, stand in the text that was split: from and to."""
    found: dict[int, tuple[int, int]] = {}
    at, last = 0, max(wanted, default=-1)
    for number, word in enumerate(words[: last + 1]):
        if word in _KEPT:
            continue
        at = plain.index(word, at)  # between two words are only signs, so it is this one
        if number in wanted:
            bare = word.strip("-")
            begins = at + word.index(bare)
            found[number] = (begins, begins + len(bare))
        at += len(word)
    return found
