"""Finds signs of danger to life in free text, by words that anybody can read in the content.

It names questions to ask.  It never sets a level, never blocks, and knows nothing of medicine: the
whole rule is which words, how near, and whether they are denied (`tripwire_denials`).  In doubt
it raises, for a card too many costs a glance.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kundcenter.domain.red_flags import RedFlag, RedFlags
from kundcenter.domain.tripwire_denials import SAYS_NO, cut_off, denied
from kundcenter.domain.tripwire_words import places_of, split

PHRASE_GAP = 3  # other words between two words of a phrase
PAIR_WINDOW = 12  # words between the two halves of a pair
MOST_PLACES = 20  # words shown for one flag; more tell nothing more
MOST_KNOWN = 20_000  # different words that are remembered
SHORTEST_FOLDED = 6  # letters of a word that is also known without its dots
TWO_FIGURES = "##"  # in the content: any number from 10 to 99

_BETWEEN = frozenset(["i", "om", "på", "av", "att", "så"])  # a phrase's gap allows for them
_NO = -1
_FOLD = str.maketrans("åäö", "aao")

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Raised:
    """`places` are where the words stand in the text, from and to, in order."""

    rule: RedFlag
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    """Phrases of terms; a pair is two phrases that must both be there, near one another."""

    flag: RedFlag
    phrases: tuple[tuple[int, ...], ...]
    pairs: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


@dataclass(slots=True)
class Wires:
    """The content made ready to search with.  It remembers words that it has met."""

    rules: tuple[_Rule, ...]
    stems: dict[str, tuple[int, ...]]
    ends: dict[str, tuple[int, ...]]
    whole: dict[str, tuple[int, ...]]
    stem_lengths: tuple[int, ...]
    end_lengths: tuple[int, ...]
    known: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def terms(self, word: str) -> tuple[int, ...]:
        """Which terms a word in lower case is, mostly none."""
        found = self.known.get(word)  # "-feber" is feber: a list is often written so
        if found is None:
            if len(self.known) >= MOST_KNOWN:
                self.known.clear()
            found = self.known[word] = tuple(self._look(word.strip("-")))
        return found

    def _look(self, word: str) -> Iterator[int]:
        if word in SAYS_NO:
            yield _NO
        if len(word) == len(TWO_FIGURES) and word.isdecimal():
            yield from self.whole.get(TWO_FIGURES, ())
        yield from self.whole.get(word, ())
        for length in self.stem_lengths:
            yield from self.stems.get(word[:length], ()) if len(word) >= length else ()
        for length in self.end_lengths:
            yield from self.ends.get(word[-length:], ()) if len(word) >= length else ()


def wires(content: RedFlags) -> Wires:
    """Make the content ready, once."""
    numbers: dict[str, int] = {}

    def phrase(text: str) -> tuple[int, ...]:
        words = [word for word in text.lower().split() if word not in _BETWEEN]
        return tuple(numbers.setdefault(word, len(numbers)) for word in words)

    rules = tuple(
        _Rule(
            flag,
            tuple(phrase(words) for words in flag.words),
            tuple((phrase(one), phrase(other)) for one, other in flag.pairs),
        )
        for flag in content.flags
    )
    stems: dict[str, tuple[int, ...]] = {}
    ends: dict[str, tuple[int, ...]] = {}
    whole: dict[str, tuple[int, ...]] = {}
    for term, number in numbers.items():
        kind = stems if term.endswith("*") else ends if term.startswith("*") else whole
        bare = term.strip("*")
        folded = bare.translate(_FOLD)
        for spelling in {bare, folded} if len(bare) >= SHORTEST_FOLDED else {bare}:
            kind[spelling] = (*kind.get(spelling, ()), number)
    return Wires(rules, stems, ends, whole, _lengths(stems), _lengths(ends))


def raised(text: str, ready: Wires) -> tuple[Raised, ...]:
    """The flags that the text raises, in the order of the content.  Takes any text."""
    plain = _plain(text)
    words = split(plain)
    met = {word: terms for word in set(words) if (terms := ready.terms(word))}
    hits = [(place, met[word]) for place, word in enumerate(words) if word in met] if met else []
    search = _Search(words, hits)
    found = [(rule.flag, places) for rule in ready.rules if (places := search.places(rule))]
    if not found:
        return ()
    spans = places_of(plain, words, {place for _, places in found for place in places})
    if len(plain) != len(text):
        spans = _spans_in(text, spans)
    return tuple(Raised(flag, tuple(spans[p] for p in sorted(places))) for flag, places in found)


class _Search:
    """One text's words, with those that say no, and the phrases that were looked for already."""

    def __init__(self, words: Sequence[str], hits: Sequence[tuple[int, tuple[int, ...]]]) -> None:
        self._words = words
        self._places: dict[int, list[int]] = {}
        self._matches: dict[tuple[int, ...], list[tuple[int, ...]]] = {}
        for place, terms in hits:
            for term in terms:
                self._places.setdefault(term, []).append(place)
        self._denied = denied(words, self._places.pop(_NO, ()))

    def places(self, rule: _Rule) -> set[int]:
        """The words that raise the flag, MOST_PLACES or a few more."""
        found: set[int] = set()
        for phrase in rule.phrases:
            for match in self._look(phrase):
                found.update(match)
                if len(found) >= MOST_PLACES:
                    return found
        for one, other in rule.pairs:
            for match in self._near(one, other):
                found.update(match)
                if len(found) >= MOST_PLACES:
                    return found
        return found

    def _of(self, phrase: tuple[int, ...]) -> list[tuple[int, ...]]:
        """Where the phrase stands, word after word, and is not denied."""
        matches = self._matches.get(phrase)
        if matches is None:
            matches = self._matches[phrase] = list(self._look(phrase))
        return matches

    def _look(self, phrase: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if any(term not in self._places for term in phrase):
            return
        for first in self._places[phrase[0]]:
            match = [first]
            for term in phrase[1:]:
                following = self._places[term]
                at = bisect_right(following, match[-1])
                if at == len(following) or following[at] - match[-1] > PHRASE_GAP + 1:
                    break
                match.append(following[at])
            else:
                if not self._is_denied(match):
                    yield tuple(match)

    def _is_denied(self, match: Sequence[int]) -> bool:
        """By a word outside the phrase: "andas inte" is itself a sign."""
        by = self._denied
        if any(no not in match for place in match for no in by.get(place, ())):
            return True
        return len(match) > 1 and cut_off(self._words, match)

    def _near(self, one: tuple[int, ...], other: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if any(term not in self._places for term in (*one, *other)):
            return
        others = self._of(other)
        for left in self._of(one):
            for right in others[bisect_left(others, (left[0] - PAIR_WINDOW,)) :]:
                if right[0] > left[0] + PAIR_WINDOW:
                    break
                if right[0] != left[0]:
                    yield (*left, *right)


def _spans_in(text: str, spans: dict[int, Place]) -> dict[int, Place]:
    """Places of the plain text as places of a text that was written in more signs or fewer."""
    place_of: dict[int, int] = {}
    size = 0
    for place, sign in enumerate(text):
        place_of.setdefault(size, place)
        size += len(sign.lower()) if not unicodedata.combining(sign) else 0
    last = len(text)
    return {word: (place_of.get(a, last), place_of.get(b, last)) for word, (a, b) in spans.items()}


def _plain(text: str) -> str:
    """Lower case, with å ä ö as one sign each."""
    return unicodedata.normalize("NFC", text).lower()


def _lengths(keys: dict[str, tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(sorted({len(key) for key in keys}))
