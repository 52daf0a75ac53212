"""Finds units as the directory should, slowly, without any index."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from kundcenter.domain.unit_cards import UnitCard


def plain(text: str) -> list[str]:
    """The words, small and without their marks."""
    text = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"[^\W_]+", "".join(sign for sign in text if not unicodedata.combining(sign)))


@cache
def one_off(word: str, key: str) -> bool:
    """Whether some beginning of the key is at most one error from the word."""
    return any(
        _near(word, key[:size]) for size in (len(word) - 1, len(word), len(word) + 1) if size >= 0
    )


def _near(a: str, b: str) -> bool:
    if a == b:
        return True
    start = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(b))
    a, b = a[start:], b[start:] if start < len(b) else ""
    swapped = len(a) == len(b) >= 2 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:]
    return swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]


def slow(units: list[UnitCard], text: str) -> list[str]:
    """The names of the units that fit, the best first."""
    words = plain(text)
    ranked = []
    for unit in units:
        told = [plain(name) for name in (unit.unit.name, unit.details.public_name)]
        told += [plain(name) for name in unit.details.synonyms]
        keys = {"".join(t[at:]) for t in [*told, plain(unit.unit.municipality)]
                for at in range(len(t))}  # fmt: skip
        parts = {word for t in told for word in t} | {
            "".join(plain(unit.unit.municipality)[at:]) for at in range(9)
        }
        rank = _rank(words, {"".join(t) for t in told}, keys, parts)
        if rank is not None:
            ranked.append((rank, unit.unit.name, unit.unit.hsa_id))
    return [name for _, name, _ in sorted(ranked)]


def _rank(words: list[str], wholes: set[str], keys: set[str], parts: set[str]) -> int | None:
    whole = "".join(words)
    if whole in wholes:
        return 0
    if any(name.startswith(whole) for name in wholes):
        return 1

    def begins(word: str) -> bool:
        return any(key.startswith(word) for key in keys)

    def contains(word: str) -> bool:
        return begins(word) or (len(word) >= 3 and any(word in part for part in parts))

    def nearly(word: str) -> bool:
        return contains(word) or (len(word) >= 4 and any(one_off(word, key) for key in keys))

    for rank, fits in ((2, begins), (3, contains), (4, nearly)):
        if all(_alone_or_joined(words, at, fits) for at in range(len(words))):
            return rank
    return None


def _alone_or_joined(words: list[str], at: int, fits: Callable[[str], bool]) -> bool:
    joined = [words[low] + words[low + 1] for low in (at - 1, at) if 0 <= low < len(words) - 1]
    return any(fits(word) for word in (words[at], *joined))
