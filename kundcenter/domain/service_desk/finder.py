"""Knowledge cards found while one types: by their titles, by what people say, by their text.

Whoever rings says "vad kostar det" and "sjukgymnast"; the card says patientavgift and
fysioterapeut.  Words that mean one thing are found by one another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import reduce
from operator import and_, or_

from kundcenter.domain.service_desk.topics import Heading, Topic
from kundcenter.domain.unit_keys import Parts, bits_of, units_of
from kundcenter.domain.unit_words import plain_words, squeezed

SHORTEST_PART = 3  # letters that are looked for inside words
SHORTEST_WRONG = 5  # letters of a word that may have an error
WHOLE = 6  # letters: a shorter word of a group has to stand alone
MOST_WORDS = 8

# What a question has besides what it is about.
_FILLING = frozenset(
    plain_words(
        "vad var hur vem när är det den de en ett jag man vi du min mitt mina sin kan får ska"
        " skall vill ha har för på i om till av och eller med som att"
    )
)

_GROUPS = (
    ("avgift", "kostnad", "kostar", "kosta", "pris", "betala", "taxa", "faktura", "räkning"),
    ("frikort", "högkostnadsskydd", "kostnadstak"),
    ("medicin", "läkemedel", "recept", "apotek"),
    ("lista", "listning", "byta", "byter", "byte", "välja", "väljer", "vårdval"),
    ("väntetid", "vårdgaranti", "kö", "köa", "vänta"),
    ("klaga", "klagar", "klagomål", "synpunkt", "missnöjd", "anmäla", "anmälan", "patientnämnd"),
    ("ersättning", "skadestånd", "försäkring", "patientförsäkring", "löf"),
    ("journal", "journalkopia", "anteckningar", "journalen"),
    ("sekretess", "tystnadsplikt", "hemligt"),
    ("tolk", "språk", "översättning", "teckenspråk"),
    ("asyl", "asylsökande", "flykting", "papperslös"),
    ("hjälpmedel", "rullstol", "rullator", "hörapparat", "glasögon"),
    ("sjukresa", "taxi", "färdtjänst", "resa"),
    ("sjukgymnast", "fysioterapeut", "rehab"),
    ("död", "dödsfall", "avliden", "dog", "begravning"),
    ("palliativ", "döende", "hospice"),
    ("donation", "donera", "donator", "organ", "donationsregistret"),
    ("blod", "blodgivare", "blodgivning"),
    ("barn", "bebis", "spädbarn", "unga", "ungdom"),
    ("tand", "tandläkare", "tandvård"),
    ("utomlands", "eu", "resor", "eukort", "sjukförsäkringskort"),
    ("remiss", "hänvisning", "specialist"),
    ("vc", "vårdcentral", "hälsocentral"),
    ("anhörig", "närstående", "släkting"),
    ("god", "man", "förvaltare", "fullmakt", "ombud"),
)


class TopicIndex:
    """`topics` in the order of heading and title; retired ones are not among them."""

    def __init__(self, topics: Iterable[Topic] = (), names: Mapping[Heading, str] = {}) -> None:
        self.topics = tuple(sorted((t for t in topics if t.retired_at is None), key=_order))
        count = self._count = len(self.topics)
        self._every = bits_of(range(count), count)
        headings: dict[Heading, list[int]] = defaultdict(list)
        titles: list[tuple[str, int]] = []
        words: list[tuple[str, int]] = []
        meant: list[tuple[str, int]] = []
        heads: list[tuple[str, int]] = []
        texts: list[tuple[str, int]] = []
        for at, topic in enumerate(self.topics):
            told = topic.told
            headings[told.heading].append(at)
            titles.append((squeezed(told.title), at))
            own = set(plain_words(told.title))
            near = own | set(plain_words(told.words))
            words += [(word, at) for word in near]
            meant += [(word, at) for word in _meant(near) - near]
            above = set(plain_words(f"{told.heading} {names.get(told.heading, '')}"))
            heads += [(word, at) for word in above | _meant(above)]
            text = set(plain_words(told.text))
            texts += [(word, at) for word in (text | _meant(text)) - near]
        self._titles, self._words, self._meant, self._heads, self._texts = (
            Parts(each, count) for each in (titles, words, meant, heads, texts)
        )
        self._of = {heading: bits_of(those, count) for heading, those in headings.items()}

    def find(self, text: str, heading: Heading | None = None) -> tuple[Topic, ...]:
        """The cards that every word finds, the best first; without a word all, in their order.

        The title's beginning; a word of the title or of what it is called; one that means the
        same; one of its heading; one of the text; a part of a word; a word with one error.  When
        no card has them all, those that have the most.
        """
        within = self._every if heading is None else self._of.get(heading, 0)
        said = plain_words(text)
        # While a word is being typed it may be the beginning of another.
        told = [word for word in said[:-1] if word not in _FILLING] + said[-1:]
        if len(told) > 1 and told[-1] in _FILLING:
            told.pop()
        words = tuple(told[:MOST_WORDS])
        if not words:
            return tuple(self.topics[at] for at in units_of(within))
        found: dict[int, None] = {}
        for tier in self._tiers(words):
            found.update(dict.fromkeys(units_of(tier & within)))
        return tuple(self.topics[at] for at in found or self._partly(words, within))

    def _tiers(self, words: tuple[str, ...]) -> Iterator[int]:
        yield self._titles.beginning("".join(words))
        met = [0] * len(words)
        for look in (*self._beginnings, self._within, self._nearly):
            met = [before | look(word) for before, word in zip(met, words, strict=True)]
            yield reduce(and_, met)

    def _partly(self, words: tuple[str, ...], within: int) -> list[int]:
        """Those that some of the words find, the most words first: one says more than one must."""
        met = Counter(
            at
            for word in words
            if len(word) >= SHORTEST_PART
            for at in units_of(reduce(or_, (look(word) for look in self._beginnings)) & within)
        )
        return sorted(met, key=lambda at: (-met[at], at))

    @property
    def _beginnings(self) -> tuple[Callable[[str], int], ...]:
        """Where a word may begin, the best first."""
        where = (self._words, self._meant, self._heads, self._texts)
        return tuple(each.beginning for each in where)

    def _within(self, word: str) -> int:
        if len(word) < SHORTEST_PART:
            return 0
        return self._words.containing(word) | self._texts.containing(word)

    def _nearly(self, word: str) -> int:
        if len(word) < SHORTEST_WRONG or not word.isalpha():
            return 0
        return self._words.nearly(word)


def _order(topic: Topic) -> tuple[str, str, int]:
    small = topic.told.title.casefold()  # å, ä and ö come after z
    told = small.replace("å", "{").replace("ä", "|").replace("ö", "}")
    return topic.told.heading, told, topic.id.int


def _meant(words: Iterable[str]) -> set[str]:
    """What else people call what the words say, plain."""
    return {
        other
        for word in words
        for group in _PLAIN
        if any(word == each or (len(each) >= WHOLE and word.startswith(each)) for each in group)
        for other in group
    }


_PLAIN = tuple(tuple("".join(plain_words(word)) for word in group) for group in _GROUPS)
