"""Words in order, each with the units that have it; sets of units as the bits of a number.

Units are counted from 0, and bit n of a set says whether unit n is in it: two sets of 17 000 units
have their intersection in less than a microsecond.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from operator import itemgetter

BLOCK = 128  # keys whose units are kept as one set, so that many keys are few steps

_LAST = "\U0010ffff"

Ranges = Iterable[tuple[int, int]]


def bits_of(units: Iterable[int], count: int) -> int:
    """The set of these units, all below `count`."""
    room = bytearray(count // 8 + 1)
    for unit in units:
        room[unit >> 3] |= 1 << (unit & 7)
    return int.from_bytes(room, "little")


def units_of(bits: int) -> Iterator[int]:
    """The units of a set, from the first to the last."""
    if bits:
        signs = bin(bits)[:1:-1]  # the lowest bit first
        at = signs.find("1")
        while at >= 0:
            yield at
            at = signs.find("1", at + 1)


class Keys:
    """Keys and the unit that each belongs to; a key may come many times.  `count`: of units."""

    def __init__(self, pairs: Iterable[tuple[str, int]], count: int) -> None:
        # Bare strings are compared much quicker than pairs are.
        ordered = sorted(pairs, key=itemgetter(0))
        self.words = list(map(itemgetter(0), ordered))
        self.owners = list(map(itemgetter(1), ordered))
        self._count = count
        self._blocks = [
            bits_of(self.owners[low : low + BLOCK], count) for low in range(0, len(ordered), BLOCK)
        ]

    def beginning(self, word: str) -> int:
        """The units with a key that begins with the word."""
        return self._gathered([self._range(word, 0, len(self.words))])

    def exactly(self, word: str) -> int:
        low = bisect_left(self.words, word)
        return self._gathered([(low, bisect_right(self.words, word, low))])

    def nearly(self, word: str) -> int:
        """The units with a key whose beginning is one error away from the word.

        An error is a letter too many, too few, another one, or two that have changed places.
        """
        return self._gathered(self._one_off(word))

    def _one_off(self, word: str) -> Iterator[tuple[int, int]]:
        words, low, high = self.words, 0, len(self.words)
        for at, letter in enumerate(word):
            before, after = word[:at], word[at + 1 :]
            yield self._range(before + after, low, high)  # one too many
            if after:
                yield self._range(before + after[0] + letter + after[1:], low, high)
            place = bisect_right(words, before, low, high)  # past those that end here
            own = low, low
            while place < high:  # each letter with which a key goes on
                other = words[place][at]
                end = bisect_left(words, before + other + _LAST, place, high)
                if other == letter:
                    own = place, end
                else:
                    yield self._range(before + other + after, place, end)  # another one
                    yield self._range(before + other + letter + after, place, end)  # one too few
                place = end
            low, high = own
            if low == high:
                return

    def _range(self, word: str, low: int, high: int) -> tuple[int, int]:
        low = bisect_left(self.words, word, low, high)
        if low == high or not self.words[low].startswith(word):
            return low, low
        return low, bisect_left(self.words, word + _LAST, low + 1, high)

    def _gathered(self, ranges: Ranges) -> int:
        bits, few = 0, []
        for low, high in ranges:
            first, last = -(-low // BLOCK), high // BLOCK
            if first >= last:
                few += self.owners[low:high]
                continue
            for block in self._blocks[first:last]:
                bits |= block
            few += self.owners[low : first * BLOCK]
            few += self.owners[last * BLOCK : high]
        return bits | bits_of(few, self._count) if few else bits


class Parts(Keys):
    """Keys that are also found by a part: the distinct ones lie in one long text as well."""

    def __init__(self, pairs: Iterable[tuple[str, int]], count: int) -> None:
        super().__init__(pairs, count)
        distinct = tuple(dict.fromkeys(self.words))
        self._text = "\n".join(distinct)
        self._starts = [0, *accumulate(len(word) + 1 for word in distinct)]
        self._first = [*(bisect_left(self.words, word) for word in distinct), len(self.words)]

    def each(self) -> Iterator[tuple[str, list[int]]]:
        """Every key once, with its units."""
        for low, high in pairwise(self._first):
            yield self.words[low], self.owners[low:high]

    def containing(self, part: str) -> int:
        """The units with a key that has the part in it."""
        return self._gathered(self._with(part))

    def _with(self, part: str) -> Iterator[tuple[int, int]]:
        at = self._text.find(part)
        while at >= 0:
            place = bisect_right(self._starts, at)
            yield self._first[place - 1], self._first[place]
            at = self._text.find(part, self._starts[place])
