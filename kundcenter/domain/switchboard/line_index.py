"""An index over the names of lines: people, functions, queues; as `unit_index` has it for units.

What somebody is called goes before what else is said of them (title, workplace, place), and a
name is found whichever of its words stands first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import islice
from operator import and_
from typing import Generic, TypeVar

from kundcenter.domain.unit_index import (
    MOST_WORDS,
    SHORTEST_NUMBER,
    SHORTEST_PART,
    SHORTEST_WRONG,
    WORDS_KEPT,
    forms_of,
    of_each,
)
from kundcenter.domain.unit_keys import Keys, Parts, bits_of, units_of
from kundcenter.domain.unit_words import dialled_digits, other_words, plain_words, text_order

T = TypeVar("T")
LAST_NAMES = 2  # so many words at the end of a name may stand first: "von Essen, Anna"

Pairs = list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """Something that is found: by its `names`, by words that are said of it, and by its numbers."""

    value: T
    names: tuple[str, ...]  # the first one is shown
    others: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()  # as in PhoneNumber


class LineIndex(Generic[T]):
    """Finds values by words; they lie in the order of their names."""

    def __init__(self, entries: Iterable[Entry[T]]) -> None:
        ordered = sorted(entries, key=lambda entry: text_order(entry.names[0]))
        self.values = [entry.value for entry in ordered]
        names: Pairs = []
        own: Pairs = []
        own_words: Pairs = []
        said: Pairs = []
        said_words: Pairs = []
        digits: Pairs = []
        for at, entry in enumerate(ordered):
            for name in entry.names:
                wholes, ends, words = _name_keys(name)
                names += [(key, at) for key in wholes]
                own += [(key, at) for key in ends]
                own_words += [(word, at) for word in words]
            for text in entry.others:
                ends, words = _said_keys(text)
                said += [(key, at) for key in ends]
                said_words += [(word, at) for word in words]
            for number in entry.numbers:
                digits += [(each, at) for each in dialled_digits(number)]
        count = len(ordered)
        self._names, self._own, self._said = Keys(names, count), Keys(own, count), Keys(said, count)
        self._own_words, self._said_words = Parts(own_words, count), Parts(said_words, count)
        self._digits = Parts(digits, count)
        self._share(count)
        # While one goes on typing, all words but the last are the same.
        kept = lru_cache(maxsize=WORDS_KEPT)
        looks = (self._called, self._beginning, self._containing, self._nearly)
        self._looks = tuple(map(kept, looks))

    def _share(self, count: int) -> None:
        """What else people call such a place as a word names: few words, each of many values."""
        called: dict[str, list[int]] = defaultdict(list)
        for word, those in self._said_words.each():
            for other in other_words(word):
                called[other] += those
        words = sorted(called)
        self._shared = [bits_of(called[word], count) for word in words]
        self._shared_words = Parts(((word, at) for at, word in enumerate(words)), len(words))

    def by_rank(self, words: tuple[str, ...], limit: int, hidden: int = 0) -> Iterator[list[T]]:
        """What all words find, those of one rank at a time, at most `limit` of each.

        The name; the name's beginning; beginnings of the name's words; of what else is said;
        parts of words; one error in a word.  `hidden` are left out, as bits.
        """
        seen = hidden
        for tier in self._tiers(words[:MOST_WORDS]):
            fresh = islice(units_of(tier & ~seen), limit)
            seen |= tier
            yield [self.values[at] for at in fresh]

    def _tiers(self, words: tuple[str, ...]) -> Iterator[int]:
        whole = "".join(words)
        yield self._names.exactly(whole)
        yield self._names.beginning(whole)
        found = [0] * len(words)
        for look in self._looks:
            found = [a | b for a, b in zip(found, of_each(words, look), strict=True)]
            yield reduce(and_, found)

    def _called(self, word: str) -> int:
        return self._own.beginning(word)

    def _beginning(self, word: str) -> int:
        found = self._said.beginning(word) | self._of_shared(self._shared_words.beginning(word))
        if word.isdecimal() and len(word) >= SHORTEST_NUMBER:
            found |= self._digits.beginning(word)
        return found

    def _containing(self, word: str) -> int:
        if word.isdecimal():
            return self._digits.containing(word) if len(word) >= SHORTEST_NUMBER else 0
        if len(word) < SHORTEST_PART:
            return 0
        found = 0
        for form in forms_of(word):
            found |= self._own_words.containing(form) | self._said_words.containing(form)
            found |= self._of_shared(self._shared_words.containing(form))
        return found

    def _nearly(self, word: str) -> int:
        if len(word) < SHORTEST_WRONG or not word.isalpha():
            return 0
        found = 0
        for form in forms_of(word):
            found |= self._own.nearly(form) | self._said.nearly(form)
            found |= self._of_shared(self._shared_words.nearly(form))
        return found

    def _of_shared(self, words: int) -> int:
        """The values of the shared words that were found."""
        found = 0
        for at in units_of(words):
            found |= self._shared[at]
        return found


def _name_keys(name: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The whole name in its orders, the name from each of its words on, and its words."""
    words = plain_words(name)
    turned = [words[-last:] + words[:-last] for last in range(1, min(LAST_NAMES + 1, len(words)))]
    wholes = ["".join(words), *map("".join, turned)]
    return tuple(dict.fromkeys(wholes)), _ends(words), tuple(words)


@lru_cache(maxsize=8_192)  # so many people have the same title, or the same workplace
def _said_keys(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The text from each of its words on, and its words."""
    words = plain_words(text)
    return _ends(words), tuple(words)


def _ends(words: list[str]) -> tuple[str, ...]:
    return tuple("".join(words[at:]) for at in range(len(words)))
