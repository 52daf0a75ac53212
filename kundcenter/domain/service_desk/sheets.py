"""Knowledge cards in a file, TOML or JSON: read into drafts, or faults by card and reason.

```
[[topics]]
heading = "AMN03"
title = "Frikort i öppenvården"
text = "…"
link = "https://www.1177.se/…"   # these are not needed
hsa_id = "SE…"
owner = "…"                      # this one is
reviewed = "2026-09-01"
words = "…"
demonstration = true
```
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

import msgspec

from kundcenter.domain.service_desk.topics import (
    IMPORT_LIMIT,
    Heading,
    Topic,
    TopicDraft,
    TopicInvalid,
)
from kundcenter.domain.text import TextInvalid
from kundcenter.domain.units import hsa_key
from kundcenter.errors import Refused

FILE_LIMIT = 5_000_000  # bytes of a file, and characters of its text
_ESCAPED = re.compile('[\\\\"\0-\x08\x0b-\x1f\x7f]')


class TopicFileTooLarge(Refused):
    """The file holds more than knowledge cards.  Facts: size, limit (bytes)."""

    code = "topic.file_too_large"


class CardFault(StrEnum):
    """Why a card, or the file, cannot be used."""

    NOT_READ = "not_read"  # neither TOML nor JSON
    NOTHING = "nothing"
    TOO_MANY = "too_many"
    FIELDS = "fields"  # one is missing, unknown, or of another sort
    HEADING = "heading"
    TITLE = "title"
    TEXT = "text"
    LINK = "link"
    OWNER = "owner"
    REVIEWED = "reviewed_on"
    LONG = "long"
    UNIT = "unit"  # no unit has the HSA-id
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class Fault:
    """A card that cannot be used, by its place in the file from 1; 0 is the file itself."""

    card: int
    fault: CardFault


@dataclass(frozen=True, slots=True)
class TopicSheet:
    """What was read.  With faults nothing of it is used."""

    drafts: tuple[TopicDraft, ...] = ()
    faults: tuple[Fault, ...] = ()


class FileCard(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """One card as it stands in a file."""

    heading: str
    title: str
    text: str
    owner: str
    link: str = ""
    hsa_id: str = ""
    reviewed: date | None = None
    words: str = ""
    demonstration: bool = False


def read_topics(text: str, today: date, units: Mapping[str, UUID]) -> TopicSheet:
    """The cards of a text; `units` by `hsa_key`.  Raises TopicFileTooLarge alone."""
    if len(text) > FILE_LIMIT:
        raise TopicFileTooLarge(size=len(text), limit=FILE_LIMIT)
    rows = _rows(text.removeprefix("\ufeff"))
    if rows is None:
        return TopicSheet(faults=(Fault(0, CardFault.NOT_READ),))
    if not rows or len(rows) > IMPORT_LIMIT:
        return TopicSheet(faults=(Fault(0, CardFault.TOO_MANY if rows else CardFault.NOTHING),))
    drafts: dict[tuple[Heading, str], TopicDraft] = {}
    faults: list[Fault] = []
    for at, row in enumerate(rows, start=1):
        draft = _draft(row, today, units)
        if isinstance(draft, TopicDraft) and draft.key in drafts:
            draft = CardFault.REPEATED
        if isinstance(draft, TopicDraft):
            drafts[draft.key] = draft
        else:
            faults.append(Fault(at, draft))
    return TopicSheet(() if faults else tuple(drafts.values()), tuple(faults))


def written(topics: Iterable[Topic], hsa_ids: Mapping[UUID, str], *, as_json: bool) -> str:
    """The cards in use as a file that `read_topics` reads again."""
    cards = [_card(each.told, hsa_ids) for each in topics if each.retired_at is None]
    if as_json:
        whole = msgspec.to_builtins({"topics": cards})
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    return "\n".join(map(_toml, cards))


def _rows(text: str) -> list[object] | None:
    """The list beneath `topics`; None when the text is no such file."""
    try:
        whole = json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text)
    except (ValueError, RecursionError):
        return None
    rows = whole.get("topics", []) if isinstance(whole, dict) else None
    return rows if isinstance(rows, list) else None


def _draft(row: object, today: date, units: Mapping[str, UUID]) -> TopicDraft | CardFault:
    try:
        card = msgspec.convert(row, FileCard)
    except (msgspec.ValidationError, ValueError):
        return CardFault.FIELDS
    if card.heading not in set(Heading):
        return CardFault.HEADING
    unit = units.get(hsa_key(card.hsa_id)) if card.hsa_id else None
    if card.hsa_id and unit is None:
        return CardFault.UNIT
    draft = TopicDraft(
        heading=Heading(card.heading),
        title=card.title,
        text=card.text,
        link=card.link,
        unit_id=unit,
        owner=card.owner,
        reviewed_on=card.reviewed,
        words=card.words,
        demonstration=card.demonstration,
    )
    try:
        return draft.checked(today)
    except TopicInvalid as wrong:
        return CardFault(str(wrong.facts["field"]))
    except TextInvalid:
        return CardFault.LONG


def _card(told: TopicDraft, hsa_ids: Mapping[UUID, str]) -> FileCard:
    return FileCard(
        heading=told.heading.value,
        title=told.title,
        text=told.text,
        owner=told.owner,
        link=told.link,
        hsa_id=hsa_ids.get(told.unit_id, "") if told.unit_id else "",
        reviewed=told.reviewed_on,
        words=told.words,
        demonstration=told.demonstration,
    )


def _toml(card: FileCard) -> str:
    lines = ["[[topics]]"]
    for name, value in msgspec.to_builtins(card).items():
        if isinstance(value, bool):
            lines.append(f"{name} = {'true' if value else 'false'}")
        elif "\n" in value:
            lines.append(f'{name} = """\n{_escaped(value)}"""')
        else:
            lines.append(f'{name} = "{_escaped(value)}"')
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return _ESCAPED.sub(
        lambda found: f"\\{found[0]}" if found[0] in '\\"' else f"\\u{ord(found[0]):04x}", text
    )
