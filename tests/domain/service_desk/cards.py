"""Knowledge cards for the tests of finding and reading them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from kundcenter.domain.service_desk.topics import Heading, Topic, TopicDraft

AT = datetime(2026, 11, 21, 7, tzinfo=UTC)
BY = UUID(int=1)


def card(title: str, text: str = "Text.", **told: object) -> TopicDraft:
    plain: dict[str, Any] = {"heading": Heading.FEES, "owner": "X", **told}
    return TopicDraft(title=title, text=text, **plain)


def topic(told: TopicDraft, *, retired: bool = False) -> Topic:
    id = uuid5(BY, told.title)
    return Topic(id, told, 1, AT, BY, retired_at=AT if retired else None)
