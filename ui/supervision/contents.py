"""The texts that somebody owns, so that one can say which of them is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kundcenter.domain.packs.shelf import Shelf
from kundcenter.domain.supervision.feedback import About, FeedbackDraft
from kundcenter.domain.unit_cards import UnitCard
from ui.labels import label
from ui.services import Services


@dataclass(frozen=True, slots=True)
class Content:
    """One text: a draft without words, and what the text belongs to."""

    draft: FeedbackDraft
    within: str = ""


def contents(services: Services) -> tuple[Content, ...]:
    """On the store's thread: all but the units, which are found in the directory."""
    rules = services.rules.in_force()
    told = [] if rules is None else [_content(About.RULES, rules.title, version=str(rules.number))]
    return (
        *_topics(services.packs.shelf()),
        *told,
        *(
            Content(FeedbackDraft(About.SNIPPET, "", each.id, "", each.title, str(each.number)))
            for each in services.snippets.mine().snippets
        ),
        *(
            Content(
                FeedbackDraft(About.TOPIC, "", each.id, "", each.told.title, str(each.number)),
                label(each.told.heading),
            )
            for each in services.topics.all()
            if each.retired_at is None
        ),
    )


def of_unit(card: UnitCard) -> Content:
    """A unit of the directory."""
    draft = FeedbackDraft(About.UNIT, "", card.id, "", card.unit.name)
    return Content(draft, card.unit.municipality)


def _topics(shelf: Shelf) -> Iterator[Content]:
    ids = {pack.content.code: pack.id for pack in shelf.packs}
    for each in shelf.topics:
        draft = FeedbackDraft(
            About.PACK,
            "",
            ids[each.pack_code],
            each.topic.code,
            each.title,
            each.support_version,
        )
        yield Content(draft, each.pack_title)


def _content(about: About, name: str, version: str) -> Content:
    return Content(FeedbackDraft(about, "", None, "", name, version))
