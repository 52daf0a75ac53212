"""Finds signs of danger to life in free text, by words that anybody can read in the content.

It names questions to ask.  It never sets a level, never blocks, and knows nothing of medicine: the
whole rule is which words, how near, and whether a word that says no stands shortly before.  In
doubt it raises, for a card too many costs a glance.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kundcenter.domain.red_flags import RedFlag, RedFlags

PHRASE_GAP = 3  # other words between two words of a phrase
PAIR_WINDOW = 12  # words between the two halves of a pair
NO_REACH = 3  # words from the one that says no to the one it takes back
MOST_PLACES = 20  # words shown for one flag; more tell nothing more
MOST_KNOWN = 20_000  # different words that are remembered
SHORTEST_FOLDED = 6  # letters of a word that is also known without its dots

_NO = frozenset(
    [
        *("ingen", "inga", "inget", "inte", "icke", "ej", "utan", "aldrig", "varken", "neg"),
        *("nekar", "nekas", "nekat", "förnekar", "förnekat", "negerar"),
    ]
)
_BETWEEN = frozenset(["i", "om", "på", "av", "att", "så"])  # a phrase's gap allows for them
_ENDS = frozenset([*".!?;,:\n", "men", "däremot"])  # of the clause that a no belongs to
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[.!?;,:\n]")
_SAYS_NO = -1
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
        found = self.known.get(word)
        if found is None:
            if len(self.known) >= MOST_KNOWN:
                self.known.clear()
            found = self.known[word] = tuple(self._look(word))
        return found

    def _look(self, word: str) -> Iterator[int]:
        if word in _NO:
            yield _SAYS_NO
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
    words = _WORD.findall(plain)
    met = {word: terms for word in set(words) if (terms := ready.terms(word))}
    hits = [(place, met[word]) for place, word in enumerate(words) if word in met] if met else []
    search = _Search(words, hits)
    found = [(rule.flag, places) for rule in ready.rules if (places := search.places(rule))]
    if not found:
        return ()
    spans = [(word.start(), word.end()) for word in _WORD.finditer(plain)]
    if len(plain) != len(text):
        spans = _spans_in(text, spans)
    return tuple(Raised(flag, tuple(spans[p] for p in sorted(places))) for flag, places in found)


class _Search:
    """One text's words, with those that say no, and the phrases that were looked for already."""

    def __init__(self, words: Sequence[str], hits: Sequence[tuple[int, tuple[int, ...]]]) -> None:
        self._words = words
        self._places: dict[int, list[int]] = {}
        self._matches: dict[tuple[int, ...], list[tuple[int, ...]]] = {}
        self._denied: dict[int, list[int]] = {}  # by which words each is taken back
        for place, terms in hits:
            for term in terms:
                if term == _SAYS_NO:
                    for taken in self._taken_back(place):
                        self._denied.setdefault(taken, []).append(place)
                else:
                    self._places.setdefault(term, []).append(place)

    def places(self, rule: _Rule) -> set[int]:
        """The words that raise the flag, MOST_PLACES or a few more."""
        found: set[int] = set()
        for phrase in rule.phrases:
            for match in self._of(phrase):
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
        """Where the phrase stands, word after word, and is not taken back."""
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
        return any(by not in match for place in match for by in self._denied.get(place, ()))

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

    def _taken_back(self, place: int) -> Iterator[int]:
        """The words that one which says no takes back: the next few of its clause."""
        words = self._words
        after = words[place + 1 : place + 1 + NO_REACH]
        if after[:1] in (["bara"], ["enbart"]):
            return
        before = words[max(0, place - NO_REACH) : place]
        if words[place] == "utan" and not _NO.isdisjoint(before):  # "inte hosta utan …": but
            return
        for offset, word in enumerate(after, start=1):
            if word in _ENDS or word == "utan":
                return
            yield place + offset


def _spans_in(text: str, spans: Sequence[Place]) -> list[Place]:
    """Places of the plain text as places of a text that was written in more signs or fewer."""
    place_of: dict[int, int] = {}
    size = 0
    for place, sign in enumerate(text):
        place_of.setdefault(size, place)
        size += len(sign.lower()) if not unicodedata.combining(sign) else 0
    last = len(text)
    return [(place_of.get(a, last), place_of.get(b, last)) for a, b in spans]


def _plain(text: str) -> str:
    """Lower case, with å ä ö as one sign each."""
    return unicodedata.normalize("NFC", text).lower()


def _lengths(keys: dict[str, tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(sorted({len(key) for key in keys}))
