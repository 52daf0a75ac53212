"""An index over the words of units: beginnings, parts of words, and words with one error.

Every place in a name where a word begins is a key that goes on to the end of the name without
spaces, so that "vastervik" finds both Västervik and Väster vik.  Words that many units share, of
their kinds and municipalities, lie beside, each with its units.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, reduce
from operator import and_

from kundcenter.domain.opening import Hours
from kundcenter.domain.unit_cards import UnitCard
from kundcenter.domain.unit_keys import Keys, Parts, bits_of, units_of
from kundcenter.domain.unit_words import (
    kind_words,
    name_order,
    names_of,
    numbers_of,
    other_words,
    plain_words,
    squeezed,
)
from kundcenter.domain.units import UnitKind, hsa_key

SHORTEST_PART = 3  # letters that are looked for inside words
SHORTEST_WRONG = 4  # letters of a word that may have an error
SHORTEST_DEFINITE = 7  # letters of a word whose end may be its article
SHORTEST_NUMBER = 3  # digits
SHORTEST_HSA = 4  # signs, a digit among them
MOST_WORDS = 8
WORDS_KEPT = 128

Pairs = list[tuple[str, int]]
Look = Callable[[str], int]


class UnitIndex:
    """Finds units by words; knows also which have a kind, a municipality, the same hours.

    `cards` lie in the order of their names; a set of them is a number (see `unit_keys`).
    """

    def __init__(self, cards: Iterable[UnitCard]) -> None:
        self.cards = tuple(sorted(cards, key=name_order))
        self.by_id = {card.id: at for at, card in enumerate(self.cards)}
        self.by_hsa: dict[str, list[int]] = defaultdict(list)
        count = self._count = len(self.cards)
        kinds: dict[UnitKind, list[int]] = defaultdict(list)
        places: dict[str, list[int]] = defaultdict(list)
        hours: dict[Hours, int] = {}
        self.timetables: list[int] = []  # for each unit which of the distinct hours it has
        hsa_ids: Pairs = []
        numbers: Pairs = []
        for at, card in enumerate(self.cards):
            kinds[card.unit.kind].append(at)
            places[card.unit.municipality].append(at)
            self.timetables.append(hours.setdefault(card.details.hours, len(hours)))
            self.by_hsa[hsa_key(card.unit.hsa_id)].append(at)
            hsa_ids.append((squeezed(card.unit.hsa_id), at))
            numbers += [(number, at) for number in numbers_of(card)]
        names, keys, words = self._named()
        self._names, self._keys = Keys(names, count), Keys(keys, count)
        self._hsa_ids, self._numbers = Keys(hsa_ids, count), Parts(numbers, count)
        self.kinds = {kind: bits_of(units, count) for kind, units in kinds.items()}
        self.places = {place: bits_of(units, count) for place, units in places.items()}
        retired = (at for at, card in enumerate(self.cards) if card.retired_at is not None)
        self.retired = bits_of(retired, count)
        self._words = Parts(words, count)
        self._share()
        # While one goes on typing, all words but the last are the same.
        kept = lru_cache(maxsize=WORDS_KEPT)
        self._looks = tuple(map(kept, (self._beginning, self._containing, self._nearly)))

    def _named(self) -> tuple[Pairs, Pairs, Pairs]:
        """Whole names, names from each of their words on, and words."""
        names: Pairs = []
        keys: Pairs = []
        words: Pairs = []
        for at, card in enumerate(self.cards):
            own: set[str] = set()
            for name in names_of(card):
                told = plain_words(name)
                whole = "".join(told)
                names.append((whole, at))
                begins = 0
                for word in told:
                    keys.append((whole[begins:], at))
                    begins += len(word)
                own.update(told)
            words += [(word, at) for word in own]
        return names, keys, words

    def _share(self) -> None:
        """Keeps the words that whole groups of units share."""
        called: dict[str, list[int]] = defaultdict(list)
        for word, those in self._words.each():
            for other in other_words(word):
                called[other] += those
        shared = {word: bits_of(those, self._count) for word, those in called.items()}
        for kind, units in self.kinds.items():
            for word in kind_words(kind):
                shared[word] = shared.get(word, 0) | units
        for place, units in self.places.items():
            told = plain_words(place)
            for at in range(len(told)):
                key = "".join(told[at:])
                shared[key] = shared.get(key, 0) | units
        self._shared = [shared[word] for word in sorted(shared)]
        self._shared_words = Parts(
            ((word, at) for at, word in enumerate(sorted(shared))), len(shared)
        )

    def tiers(self, words: tuple[str, ...]) -> Iterator[int]:
        """The units that all words find, the best first; later sets have the earlier in them.

        The name; the name's beginning; beginnings of words; parts of words; one error in a word.
        """
        if not words:
            yield (1 << self._count) - 1
            return
        words = words[:MOST_WORDS]
        whole = "".join(words)
        yield self._names.exactly(whole)
        yield self._names.beginning(whole)
        found = [0] * len(words)
        for look in self._looks:
            found = [a | b for a, b in zip(found, of_each(words, look), strict=True)]
            yield reduce(and_, found)

    def _beginning(self, word: str) -> int:
        found = self._keys.beginning(word) | self._of_shared(self._shared_words.beginning(word))
        if word.isdecimal() and len(word) >= SHORTEST_NUMBER:
            found |= self._numbers.beginning(word)
        if len(word) >= SHORTEST_HSA and not word.isalpha():
            found |= self._hsa_ids.beginning(word)
        return found

    def _containing(self, word: str) -> int:
        if word.isdecimal():
            return self._numbers.containing(word) if len(word) >= SHORTEST_NUMBER else 0
        if len(word) < SHORTEST_PART:
            return 0
        found = 0
        for form in forms_of(word):
            found |= self._words.containing(form)
            found |= self._of_shared(self._shared_words.containing(form))
        return found

    def _nearly(self, word: str) -> int:
        if len(word) < SHORTEST_WRONG or not word.isalpha():
            return 0
        found = 0
        for form in forms_of(word):
            found |= self._keys.nearly(form) | self._of_shared(self._shared_words.nearly(form))
        return found

    def _of_shared(self, words: int) -> int:
        """The units of the shared words that were found."""
        found = 0
        for at in units_of(words):
            found |= self._shared[at]
        return found


def forms_of(word: str) -> tuple[str, ...]:
    """The word, and without the article that its end may be: kliniken, sjukhuset."""
    article = len(word) >= SHORTEST_DEFINITE and word.endswith(("en", "et"))
    return (word, word[:-2]) if article else (word,)


def of_each(words: tuple[str, ...], look: Look) -> list[int]:
    """What each word finds, alone or written together with the one before or after it."""
    found = [look(word) for word in words]
    for at in range(len(words) - 1):
        together = look(words[at] + words[at + 1])
        found[at] |= together
        found[at + 1] |= together
    return found
