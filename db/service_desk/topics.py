"""Knowledge cards in the store: each as it stands, and all that it has been."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Integer,
    Text,
    UniqueConstraint,
    bindparam,
)

from db.base import Rows, Unit, table
from db.drafted import drafted
from db.types import Code, Day, Id, Time
from kundcenter.domain.service_desk.topics import (
    Heading,
    Topic,
    TopicDraft,
    TopicNotFound,
    TopicVersion,
)
from kundcenter.operations import encode

topics = table(
    "topics",
    Column("id", Id, primary_key=True),
    Column("heading", Code(Heading), nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("link", Text, nullable=False),
    Column("unit_id", Id, ForeignKey("units.id")),
    Column("owner", Text, nullable=False),
    Column("reviewed_on", Day),
    Column("words", Text, nullable=False),
    Column("demonstration", Boolean, nullable=False),
    Column("number", Integer, nullable=False),
    Column("changed_at", Time, nullable=False),
    Column("changed_by", Id, nullable=False),
    Column("retired_at", Time),
)

topic_versions = table(
    "topic_versions",
    Column("id", Id, primary_key=True),
    Column("topic_id", Id, ForeignKey("topics.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("card", Text, nullable=False),  # JSON of the whole card
    UniqueConstraint("topic_id", "number"),
)

_CARD = msgspec.json.Decoder(Topic)


def _flat_version(version: TopicVersion) -> dict[str, Any]:
    topic = version.topic
    return {
        "id": version.id,
        "topic_id": topic.id,
        "number": topic.number,
        "card": encode(topic).decode(),
    }


def _whole_version(row: dict[str, Any]) -> TopicVersion:
    return TopicVersion(_CARD.decode(row["card"]))


rows: Rows[Topic] = drafted(topics, Topic, TopicDraft, "told")
version_rows = Rows(topic_versions, TopicVersion, flat=_flat_version, whole=_whole_version)

_ALL = rows.select().order_by(topics.c.heading, topics.c.title, topics.c.id)
_VERSIONS = (
    version_rows.select()
    .where(topic_versions.c.topic_id == bindparam("topic_id"))
    .order_by(topic_versions.c.number)
)


class SqlTopics:
    """Cards by id, all of them, and what one has been."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Topic:
        """The latest version.  Raises TopicNotFound."""
        self._unit.note_read("topic", id)
        found = rows.get(self._on, id)
        if found is None:
            raise TopicNotFound(id=id)
        return found

    def put(self, topic: Topic) -> None:
        """The version becomes the latest, and is kept; its number is none that was before."""
        rows.put(self._on, topic)
        version_rows.add(self._on, TopicVersion(topic))
        self._unit.note_wrote("topic", topic.id)

    def all(self) -> tuple[Topic, ...]:
        """The latest version of every card, retired ones too, by heading and title."""
        return rows.all(self._on, _ALL)

    def versions(self, topic_id: UUID) -> tuple[Topic, ...]:
        """All that the card has been, the first first."""
        found = version_rows.all(self._on, _VERSIONS, topic_id=topic_id)
        return tuple(each.topic for each in found)
