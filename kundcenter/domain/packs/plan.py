"""What an import would do to what is here: the difference that is shown before it is done."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kundcenter.domain.packs import Content, Edit, Pack, Topic
from kundcenter.domain.packs.lines import said
from kundcenter.domain.packs.shelf import (
    base_topic,
    current,
    in_conflict,
    latest_edits,
    topic_of,
)

_NUMBERS = re.compile(r"\d+|\D+")
_LISTS = ("threats", "questions", "advice")


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that is not the same, old and new, line by line as it is read."""

    field: str  # its name in Topic or Content
    older: tuple[str, ...]
    newer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicChange:
    older: Topic
    newer: Topic
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class EditConflict:
    """A topic that is worded here and that the pack has changed since.

    `base` is what the pack said when it was edited, `incoming` what it says now; None is gone, or
    not known any more.  The local wording stays until somebody edits it anew or takes it back.
    """

    edit: Edit
    base: Topic | None
    incoming: Topic | None


@dataclass(frozen=True, slots=True)
class PackPlan:
    """What bringing in a pack would do, compared with version `since` (empty: the first there is).

    `known` says that the version is here already, `older` that it is older than `since`.
    """

    new: tuple[Topic, ...] = ()
    changed: tuple[TopicChange, ...] = ()
    gone: tuple[Topic, ...] = ()
    kept_edits: tuple[Edit, ...] = ()
    conflicts: tuple[EditConflict, ...] = ()
    same: int = 0
    since: str = ""
    known: bool = False
    older: bool = False
    about: tuple[Difference, ...] = ()  # title, author, days of the pack itself


def planned(content: Content, packs: Iterable[Pack], edits: Iterable[Edit]) -> PackPlan:
    """What bringing in the content would do.  `edits` are those of the pack with its code."""
    every = tuple(packs)
    held = current(every, content.code)
    before = held.content.topics if held else ()
    new, changed, same = [], [], 0
    for topic in content.topics:
        older = topic_of(before, topic.code)
        if older is None:
            new.append(topic)
        elif found := differences(older, topic):
            changed.append(TopicChange(older, topic, found))
        else:
            same += 1
    kept, conflicts = _local(content, every, edits)
    since = held.content.version if held else ""
    return PackPlan(
        new=tuple(new),
        changed=tuple(changed),
        gone=tuple(each for each in before if topic_of(content.topics, each.code) is None),
        kept_edits=kept,
        conflicts=conflicts,
        same=same,
        since=since,
        known=known(content, every),
        older=bool(since) and natural(content.version) < natural(since),
        about=_about(held.content, content) if held else (),
    )


def known(content: Content, packs: Iterable[Pack]) -> bool:
    """Whether the version of the pack has come in before."""
    key = (content.code, content.version)
    return any((pack.content.code, pack.content.version) == key for pack in packs)


def differences(older: Topic, newer: Topic) -> tuple[Difference, ...]:
    """The fields that are not the same, in the order of a topic."""
    found = []
    for field in ("reason", "title", "words", *_LISTS, "call_back"):
        was, now = _lines(older, field), _lines(newer, field)
        if was != now:
            found.append(Difference(field, was, now))
    return tuple(found)


def natural(version: str) -> tuple[tuple[int, int, str], ...]:
    """By which versions are put in order: 2026-10 comes after 2026-9."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part)
        for part in _NUMBERS.findall(version)
    )


def _local(
    content: Content, packs: tuple[Pack, ...], edits: Iterable[Edit]
) -> tuple[tuple[Edit, ...], tuple[EditConflict, ...]]:
    kept, conflicts = [], []
    for code, edit in sorted(latest_edits(edits).items()):
        if edit.topic is None:
            continue
        incoming = topic_of(content.topics, code)
        if in_conflict(edit, incoming, content.version, packs):
            conflicts.append(EditConflict(edit, base_topic(packs, edit), incoming))
        else:
            kept.append(edit)
    return tuple(kept), tuple(conflicts)


def _about(older: Content, newer: Content) -> tuple[Difference, ...]:
    found = []
    for field in ("title", "author", "written_on", "review_on"):
        was, now = str(getattr(older, field)), str(getattr(newer, field))
        if was != now:
            found.append(Difference(field, (was,), (now,)))
    return tuple(found)


def _lines(topic: Topic, field: str) -> tuple[str, ...]:
    value = getattr(topic, field)
    if isinstance(value, str):
        return (value,)
    return tuple(map(said, value)) if field in _LISTS else tuple(value)
