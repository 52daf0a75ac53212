"""Chance that can be played again: weighted choices, spreads, and ids made of an instant."""

from __future__ import annotations

import math
from bisect import bisect
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar
from uuid import UUID

T = TypeVar("T")

ID_BITS = 74  # what a UUID of version 7 leaves to chance


def chance_of(seed: int, what: str) -> Random:
    """A stream of chance of its own for one thing of the region that the seed makes."""
    return Random(f"{what} {seed}")  # noqa: S311 - to be played again, not to keep secrets


class Weighted(Generic[T]):
    """A choice among items by weight; items without weight are left out."""

    def __init__(self, items: Iterable[tuple[T, float]]) -> None:
        kept = [(item, weight) for item, weight in items if weight > 0]
        self.items = tuple(item for item, _ in kept)
        self._sums = list(accumulate(weight for _, weight in kept))

    def at(self, fraction: float) -> T:
        """The item at a fraction, 0 to below 1, of the whole weight."""
        return self.items[bisect(self._sums, fraction * self._sums[-1])]

    def __bool__(self) -> bool:
        return bool(self.items)


def one(chance: Random, items: Sequence[T]) -> T:
    """One of the items, all as likely."""
    return items[int(chance.random() * len(items))]


def alike(items: Iterable[T]) -> Weighted[T]:
    """A choice among items that are all as likely."""
    return Weighted((item, 1.0) for item in items)


def spread(chance: Random, mean: float, sigma: float) -> float:
    """A length of time that is never negative and now and then long (log-normal)."""
    return mean * math.exp(sigma * chance.gauss(0.0, 1.0) - sigma * sigma / 2)


def poisson(chance: Random, mean: float) -> int:
    """How many come when `mean` are expected (Knuth); meant for means below some hundreds."""
    limit, count, product = math.exp(-mean), 0, chance.random()
    while product > limit:
        count += 1
        product *= chance.random()
    return count


def id_at(at: datetime, bits: int) -> UUID:
    """An id with the form of a UUID version 7: milliseconds, then 74 bits."""
    milliseconds = int(at.timestamp() * 1000)
    return UUID(
        int=milliseconds << 80
        | 0x7 << 76
        | (bits >> 62 & 0xFFF) << 64
        | 0x2 << 62
        | (bits & 0x3FFF_FFFF_FFFF_FFFF)
    )


def instant(seconds: float) -> datetime:
    """The instant of a POSIX time, cut to whole milliseconds."""
    return datetime.fromtimestamp(math.floor(seconds * 1000) / 1000, UTC)
