"""The demonstration pack that the program carries, and the codes it is checked against."""

from __future__ import annotations

from kundcenter.demo.packs import published_packs
from kundcenter.domain.packs import Content, Topic
from kundcenter.domain.packs.shelf import ShownTopic
from kundcenter.start.desk import published_codes

CODES = published_codes()[max(published_codes())]
(DEMO,) = published_packs(CODES)


def shown(topic: Topic, content: Content = DEMO) -> ShownTopic:
    """The topic as it stands in the pack."""
    return ShownTopic(topic, content.code, content.version, edited=False, title=topic.title)


SHOWN = tuple(map(shown, DEMO.topics))
