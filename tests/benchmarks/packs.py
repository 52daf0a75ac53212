"""How long a topic is looked for at each key: in the pack that the program carries, and in 500."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import chain, cycle
from pathlib import Path
from random import Random

from kundcenter.demo.packs import published_packs
from kundcenter.domain.packs import Content
from kundcenter.domain.packs.checks import TOPIC_LIMIT
from kundcenter.domain.packs.search import TopicIndex
from kundcenter.domain.packs.shelf import ShownTopic
from kundcenter.start.desk import published_codes
from tests.benchmarks.frame import Budget, Figure, Row, Terms, interleaved, timings

NAME = "packs"
KEY, INDEX = "key → topics", "a shelf → its index"
BUDGET = Budget(Figure.P99, 10)
MADE = 20  # indexes: one is made when the desk opens and when a pack changes
SEED = 1177
_PHRASES = Path(__file__).parents[1] / "domain" / "packs" / "lay_phrases.toml"


def rows(terms: Terms) -> Iterator[Row]:
    """Each key of the lay phrases, one after another; and what it takes to make the index."""
    codes = published_codes()
    (carried,) = published_packs(codes[max(codes)])
    for content in (carried, _many(carried)):
        shown = tuple(
            ShownTopic(topic, content.code, content.version, edited=False, title=topic.title)
            for topic in content.topics
        )
        index, typed = TopicIndex.of(shown), cycle(_typed())
        key = partial(_find, index, typed)
        taken = interleaved({KEY: key}, terms.samples, warm=1 if terms.quick else 20)[KEY]
        yield timings(NAME, f"{KEY}, {len(shown)} topics", taken, budgets=(BUDGET,))
        made = interleaved({INDEX: partial(TopicIndex.of, shown)}, min(terms.samples, MADE), warm=1)
        yield timings(NAME, f"{INDEX}, {len(shown)} topics", made[INDEX])


def _find(index: TopicIndex, typed: Iterator[str]) -> object:
    return index.find(next(typed), 34)


def _typed() -> list[str]:
    """What stands in the field after each key."""
    phrases = chain(*tomllib.loads(_PHRASES.read_text(encoding="utf-8")).values())
    return [phrase[:length] for phrase in phrases for length in range(1, len(phrase) + 1)]


def _many(content: Content) -> Content:
    """As many topics as a pack may have: their words are those of the carried ones, mixed."""
    chance = Random(SEED)
    words = [word for topic in content.topics for word in topic.words]
    every = cycle(content.topics)
    return replace(
        content,
        topics=tuple(
            replace(
                next(every),
                code=f"A{n}",
                title=f"{chance.choice(words)} {n}",
                words=tuple(
                    chance.choice(words) + chance.choice(("", "", f" {n}", chr(97 + n % 26)))
                    for _ in range(30)
                ),
            )
            for n in range(TOPIC_LIMIT)
        ),
    )
