"""Find a topic by symptom, part of the body, event or lay words, as it is typed.

Nothing is weighed but words: which topic is meant, never how ill somebody is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from kundcenter.domain.identity import Sex
from kundcenter.domain.packs import Topic
from kundcenter.domain.packs.shelf import ShownTopic, topic_fits
from kundcenter.domain.packs.stems import SHORTEST, plain, stem, telling, without_one, words_of

TYPED_LIMIT = 200  # characters that are looked at
_WORDS_LIMIT = 12  # words of them
# How much a word tells of a topic, by where it stands there.
_TITLE, _LAY, _PHRASE, _TEXT = 1.0, 1.0, 0.55, 0.12
# How sure it is that the typed word is the topic's.
_SAME, _BEGUN, _JOINED, _SLIPPED = 1.0, 0.8, 0.7, 0.6
_PHRASE_FOUND = 1.5  # a whole expression of several words, beyond its words
_FAINT = 0.2  # of the likeliest topic's score: what has less is not meant
_COMPOUND = 4  # letters of a part of a compound


@dataclass(frozen=True, slots=True)
class _Phrase:
    """An expression of several telling words, and the topic that it leads to."""

    stems: frozenset[str]
    topic: int


class TopicIndex:
    """All topics of a shelf, ready to be looked through at every key."""

    def __init__(
        self,
        shown: tuple[ShownTopic, ...],
        weights: Mapping[str, Mapping[int, float]],
        phrases: Iterable[_Phrase],
        forms: Iterable[str],
    ) -> None:
        self._shown = shown
        self._weights = weights
        # A word in the questions of many topics still tells of the few that are about it.
        self._telling = {
            term: log(1 + len(shown) / sum(topics.values())) for term, topics in weights.items()
        }
        self._phrases: dict[str, list[_Phrase]] = defaultdict(list)
        for phrase in phrases:
            self._phrases[min(phrase.stems)].append(phrase)
        self._known = frozenset(forms)
        self._forms = sorted(self._known)
        self._slips: dict[str, list[str]] = defaultdict(list)
        for form in self._forms:
            if len(form) <= SHORTEST:
                continue
            for part in {form, *without_one(form)}:
                self._slips[part].append(form)

    @staticmethod
    def of(shown: Iterable[ShownTopic]) -> TopicIndex:
        """An index of the topics, in their order."""
        every = tuple(shown)
        weights: dict[str, dict[int, float]] = defaultdict(dict)
        phrases: list[_Phrase] = []
        for at, each in enumerate(every):
            _take(each.topic, at, weights, phrases)
        return TopicIndex(every, weights, phrases, _forms(every))

    def find(
        self, text: str, age: int | None = None, sex: Sex | None = None, limit: int = 10
    ) -> tuple[ShownTopic, ...]:
        """The topics that are meant, the likeliest first; all by title when nothing is typed.

        Topics that are not for the age and sex are told only if no other is found.
        """
        typed = telling(words_of(text[:TYPED_LIMIT]))[:_WORDS_LIMIT]
        if not typed:
            order = sorted(range(len(self._shown)), key=lambda at: self._shown[at].title.casefold())
        else:
            scores = self._scores(typed)
            least = _FAINT * max(scores.values(), default=0.0)
            likely = (at for at, score in scores.items() if score >= least)
            order = sorted(likely, key=lambda at: (-scores[at], at))
        found = [self._shown[at] for at in order]
        fitting = [each for each in found if topic_fits(each.topic, age, sex)]
        return tuple((fitting or found)[:limit])

    def _scores(self, typed: list[str]) -> dict[int, float]:
        scores: dict[int, float] = defaultdict(float)
        met: dict[str, float] = {}
        for at, word in enumerate(typed):
            likely = self._likely(word, last=at == len(typed) - 1)
            best: dict[int, float] = {}
            for term, sureness in likely.items():
                met[term] = max(met.get(term, 0.0), sureness)
                worth = sureness * self._telling[term]
                for topic, weight in self._weights[term].items():
                    best[topic] = max(best.get(topic, 0.0), worth * weight)
            for topic, score in best.items():
                scores[topic] += score
        for topic, score in self._expressions(met).items():
            scores[topic] += score
        return scores

    def _likely(self, word: str, *, last: bool) -> dict[str, float]:
        """The terms that the typed word may mean, and how sure that is."""
        bare, root = plain(word), stem(word)
        found: dict[str, float] = {}
        if root in self._weights:
            found[root] = _SAME
        if last and len(bare) >= SHORTEST - 1:
            for form in self._beginning(bare):
                begun = _BEGUN * len(bare) / len(form)
                found[stem(form)] = max(found.get(stem(form), 0.0), begun)
        for part in _parts(root):
            if part in self._weights:
                found.setdefault(part, _JOINED * len(part) / len(root))
        for part in _parts(bare):
            if part in self._known:
                found.setdefault(stem(part), _JOINED * len(part) / len(bare))
        if _SAME not in found.values() and len(bare) > SHORTEST:
            for part in {bare, *without_one(bare)}:
                for form in self._slips.get(part, ()):
                    if one_slip(bare, form):
                        found[stem(form)] = max(found.get(stem(form), 0.0), _SLIPPED)
        return found

    def _beginning(self, bare: str) -> list[str]:
        start = bisect_left(self._forms, bare)
        end = bisect_left(self._forms, bare + "\U0010ffff", lo=start)
        return self._forms[start:end]

    def _expressions(self, met: Mapping[str, float]) -> dict[int, float]:
        """The best whole expression of each topic whose words were all met."""
        best: dict[int, float] = {}
        for term in met:
            for phrase in self._phrases.get(term, ()):
                if phrase.stems <= met.keys():
                    worth = sum(met[each] * self._telling[each] for each in phrase.stems)
                    score = _PHRASE_FOUND * worth
                    best[phrase.topic] = max(best.get(phrase.topic, 0.0), score)
        return best


def one_slip(one: str, other: str) -> bool:
    """Whether one letter more, less, another or two changed about make one of the other."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    return (
        rest[1:] == other_rest[1:]
        or rest[1:] == other_rest
        or rest == other_rest[1:]
        or (rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:])
    )


def _parts(root: str) -> list[str]:
    """What the word may be put together of: its beginnings and ends."""
    cuts = range(_COMPOUND, len(root) - 1)
    return [root[:cut] for cut in cuts] + [root[-cut:] for cut in cuts]


def _forms(shown: Iterable[ShownTopic]) -> set[str]:
    """The words as they stand, for those half typed or with a slip, whose ending is none."""
    wordings = (text for each in shown for text in (*each.topic.words, each.topic.title))
    return {plain(word) for wording in wordings for word in telling(words_of(wording))}


def _take(
    topic: Topic, at: int, weights: dict[str, dict[int, float]], phrases: list[_Phrase]
) -> None:
    def put(term: str, weight: float) -> None:
        weights[term][at] = max(weights[term].get(at, 0.0), weight)

    for wording in topic.words:
        stems = [stem(word) for word in telling(words_of(wording))]
        for term in stems:
            put(term, _LAY if len(stems) == 1 else _PHRASE)
        if len(set(stems)) > 1:
            phrases.append(_Phrase(frozenset(stems), at))
    for word in telling(words_of(topic.title)):
        put(stem(word), _TITLE)
    for ask in (*topic.threats, *topic.questions):
        for word in telling(words_of(ask.text)):
            put(stem(word), _TEXT)
