"""What is in force here: the newest approved of each pack, with local wordings laid over it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from kundcenter.domain.identity import Sex
from kundcenter.domain.packs import Ask, Content, Edit, Pack, PackNotFound, Topic, TopicNotFound

LOCAL = "+"  # between a pack's version and the number of the local wording


@dataclass(frozen=True, slots=True)
class ShownTopic:
    """A topic as an operator reads it.

    `title` is the topic's.  `number` is that of the latest local edit, 0 when there never was one;
    `upon` of the next edit is this number.  `conflict` says that the pack has changed what was
    edited, and nobody has chosen yet.  `edited_at` is set for a local wording.
    """

    topic: Topic
    pack_code: str
    version: str
    edited: bool
    title: str
    number: int = 0
    conflict: bool = False
    demonstration: bool = False
    pack_title: str = ""
    approver: str = ""
    review_on: date | None = None
    edited_at: datetime | None = None

    @property
    def support_topic(self) -> str:
        """What a note keeps of it: which topic was read."""
        return f"{self.pack_code}/{self.topic.code}"

    @property
    def support_version(self) -> str:
        """What a note keeps of it: which version, and which local wording of it."""
        return f"{self.version}{LOCAL}{self.number}" if self.edited else self.version


@dataclass(frozen=True, slots=True)
class Shelf:
    """The packs in force, by code, and their topics in the packs' order."""

    packs: tuple[Pack, ...] = ()
    topics: tuple[ShownTopic, ...] = ()

    def get(self, pack_code: str, topic_code: str) -> ShownTopic | None:
        """The topic as it is shown now."""
        return next(
            (
                shown
                for shown in self.topics
                if (shown.pack_code, shown.topic.code) == (pack_code, topic_code)
            ),
            None,
        )

    def overdue(self, today: date) -> tuple[Pack, ...]:
        """The packs in force that should have been reviewed by now."""
        return tuple(pack for pack in self.packs if pack.overdue(today))


def in_force(packs: Iterable[Pack]) -> tuple[Pack, ...]:
    """The latest approved of each pack that is not retired, by code.

    Where the latest is retired the one before it is in force again.
    """
    found: dict[str, Pack] = {}
    for pack in packs:
        if pack.approved_at is None or pack.retired_at is not None:
            continue
        held = found.get(pack.content.code)
        if held is None or _approval(held) < _approval(pack):
            found[pack.content.code] = pack
    return tuple(found[code] for code in sorted(found))


def current(packs: Iterable[Pack], code: str) -> Pack | None:
    """The pack of the code in force, or else the latest that came in and is not retired."""
    own = [pack for pack in packs if pack.content.code == code and pack.retired_at is None]
    return next(iter(in_force(own)), None) or max(
        own, key=lambda pack: (pack.imported_at, pack.id), default=None
    )


def latest_edits(edits: Iterable[Edit]) -> dict[str, Edit]:
    """The latest edit of each topic of one pack, also one that took the wording back."""
    found: dict[str, Edit] = {}
    for edit in edits:
        held = found.get(edit.topic_code)
        if held is None or held.number < edit.number:
            found[edit.topic_code] = edit
    return found


def shelf_of(packs: Iterable[Pack], edits: Mapping[str, Iterable[Edit]]) -> Shelf:
    """What is in force.  `packs` are all there are; `edits` all of each pack, by its code."""
    every = tuple(packs)
    forced = in_force(every)
    shown: list[ShownTopic] = []
    for pack in forced:
        latest = latest_edits(edits.get(pack.content.code, ()))
        shown += _shown(pack, latest, every)
    return Shelf(forced, tuple(shown))


def as_worded(content: Content, edits: Iterable[Edit]) -> Content:
    """The pack with the local wordings in place of its own."""
    local = latest_edits(edits)

    def worded(topic: Topic) -> Topic:
        edit = local.get(topic.code)
        return topic if edit is None or edit.topic is None else edit.topic

    return replace(content, topics=tuple(map(worded, content.topics)))


def topic_of(content_topics: Iterable[Topic], code: str) -> Topic | None:
    """The topic with the code."""
    return next((topic for topic in content_topics if topic.code == code), None)


def base_topic(packs: Iterable[Pack], edit: Edit) -> Topic | None:
    """What the pack said when the edit was written."""
    for pack in packs:
        if (pack.content.code, pack.content.version) == (edit.pack_code, edit.base):
            return topic_of(pack.content.topics, edit.topic_code)
    return None


def in_conflict(edit: Edit, incoming: Topic | None, version: str, packs: Iterable[Pack]) -> bool:
    """Whether the pack's `version` has changed what stands in a local wording.

    A topic that is gone from the pack is changed.  One that has come to say what the local wording
    says is no conflict.
    """
    if edit.topic is None or edit.base == version or edit.topic == incoming:
        return False
    return base_topic(packs, edit) != incoming


def as_it_was(
    packs: Iterable[Pack], edits: Iterable[Edit], version: str, topic_code: str
) -> ShownTopic:
    """The topic of a version of one pack, as `support_version` names it: `2026-1`, `2026-1+3`.

    `packs` and `edits` are those of the one pack.  Raises PackNotFound, TopicNotFound.
    """
    of_pack, _, number = version.partition(LOCAL)
    pack = next((pack for pack in packs if pack.content.version == of_pack), None)
    if pack is None:
        raise PackNotFound
    plain = topic_of(pack.content.topics, topic_code)
    edit = next(
        (
            each
            for each in edits
            if number and (each.topic_code, str(each.number)) == (topic_code, number)
        ),
        None,
    )
    if (number and (edit is None or edit.topic is None)) or (plain is None and edit is None):
        raise TopicNotFound(id=pack.id)
    return _as_shown(pack, plain, edit)


def fits(ask: Ask, age: int | None, sex: Sex | None) -> bool:
    """Whether the question is for somebody of the age and sex; what is not known rules none out."""
    if age is not None:
        if ask.youngest is not None and age < ask.youngest:
            return False
        if ask.oldest is not None and age > ask.oldest:
            return False
    return sex is None or ask.sex is None or ask.sex is sex


def topic_for(topic: Topic, age: int | None, sex: Sex | None) -> Topic:
    """The topic with only what fits the age (whole years) and sex."""
    return replace(
        topic,
        threats=tuple(ask for ask in topic.threats if fits(ask, age, sex)),
        questions=tuple(ask for ask in topic.questions if fits(ask, age, sex)),
        advice=tuple(ask for ask in topic.advice if fits(ask, age, sex)),
    )


def topic_fits(topic: Topic, age: int | None, sex: Sex | None) -> bool:
    """Whether the topic is for them at all: one of its life-threat questions is, if it has any."""
    return not topic.threats or any(fits(ask, age, sex) for ask in topic.threats)


def _approval(pack: Pack) -> tuple[datetime, str]:
    assert pack.approved_at is not None
    return pack.approved_at, str(pack.id)


def _shown(pack: Pack, latest: Mapping[str, Edit], every: tuple[Pack, ...]) -> list[ShownTopic]:
    content = pack.content
    shown = []
    for topic in content.topics:
        edit = latest.get(topic.code)
        conflict = edit is not None and in_conflict(edit, topic, content.version, every)
        shown.append(replace(_as_shown(pack, topic, edit), conflict=conflict))
    there = {topic.code for topic in content.topics}
    for code in sorted(latest.keys() - there):
        edit = latest[code]
        if edit.topic is not None:  # the pack has dropped what this centre has worded
            conflict = in_conflict(edit, None, content.version, every)
            shown.append(replace(_as_shown(pack, None, edit), conflict=conflict))
    return shown


def _as_shown(pack: Pack, topic: Topic | None, edit: Edit | None) -> ShownTopic:
    local = edit.topic if edit is not None else None
    stands = local or topic
    assert stands is not None
    content = pack.content
    return ShownTopic(
        topic=stands,
        pack_code=content.code,
        version=content.version,
        edited=local is not None,
        title=stands.title,
        number=edit.number if edit is not None else 0,
        demonstration=content.demonstration,
        pack_title=content.title,
        approver=pack.approver,
        review_on=content.review_on,
        edited_at=edit.edited_at if edit is not None and local is not None else None,
    )
