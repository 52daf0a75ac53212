"""The knowledge cards of the demo region: invented, and marked so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

import msgspec

import resources.demo
from kundcenter.demo.chance import ID_BITS, chance_of, id_at
from kundcenter.domain.calendar import local
from kundcenter.domain.operators import Operator
from kundcenter.domain.service_desk.topics import Heading, Topic, TopicDraft
from kundcenter.domain.units import Unit, UnitKind

SITE = "https://www.1177.se/sa-fungerar-varden/"


@dataclass(frozen=True, slots=True)
class Card:
    """One card as data.  It was last read `read` days ago; `unit` is of which kind one is."""

    heading: Heading
    title: str
    owner: str
    words: str
    read: int
    text: str
    link: str = SITE
    unit: UnitKind | None = None


@cache
def cards() -> tuple[Card, ...]:
    """The cards that the program carries."""
    return msgspec.convert(resources.demo.table("topics")["topics"], tuple[Card, ...])


def topics(
    editor: Operator, units: tuple[Unit, ...], *, seed: int, at: datetime
) -> Iterator[Topic]:
    """Each card in its first version, written by the editor when it was last read."""
    chance = chance_of(seed, "topics")
    first = {unit.kind: unit for unit in reversed(units)}
    for card in cards():
        read = at - timedelta(days=card.read)
        unit = first.get(card.unit) if card.unit is not None else None
        day = local(read).date()
        told = TopicDraft(
            heading=card.heading,
            title=card.title,
            text=card.text,
            link=card.link,
            unit_id=unit.id if unit is not None else None,
            owner=card.owner,
            reviewed_on=day,
            words=card.words,
            demonstration=True,
        )
        yield Topic(
            id=id_at(read, chance.getrandbits(ID_BITS)),
            told=told.checked(day),
            number=1,
            changed_at=read,
            changed_by=editor.id,
        )
