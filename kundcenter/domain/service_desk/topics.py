"""Knowledge cards beneath the ten headings (seed 003 §6.3; DOMAIN §0.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID, uuid5

from kundcenter.domain.text import TextInvalid, checked, line
from kundcenter.errors import Conflict, NotFound, Refused

TITLE_LIMIT = 120
TEXT_LIMIT = 5_000
LINK_LIMIT = 300
OWNER_LIMIT = 120
IMPORT_LIMIT = 500  # cards in one operation
REVIEW_AFTER = timedelta(days=365)  # a card that nobody has read for a year is not relied upon

# Over https, to 1177.se alone: no other port, nobody's name before the host, no other letters.
_LINK = re.compile(
    r"https://(?:www\.)?1177\.se(?:/[A-Za-z0-9\-._~!$&'()*+,;=:@%/]*)?"
    r"(?:\?[A-Za-z0-9\-._~!$&'()*+,;=:@%/?]*)?(?:#[A-Za-z0-9\-._~%/]*)?"
)


class TopicNotFound(NotFound):
    """No card has the id.  Facts: id."""

    code = "topic.not_found"


class TopicStale(Conflict):
    """Somebody has changed the card since.  Facts: id, number (the latest's)."""

    code = "topic.stale"


class TopicInvalid(Refused):
    """A field cannot be kept.

    Facts: field ("title", "text", "link", "heading", "owner", "reviewed_on"); when several come
    in together also row (from 1).
    """

    code = "topic.invalid"


class TopicsTooMany(Refused):
    """More cards at once than one operation takes.  Facts: count, limit."""

    code = "topic.too_many"


class TopicRepeated(Refused):
    """Two of those that come in together have one heading and one title.  Facts: row (from 1)."""

    code = "topic.repeated"


class Heading(StrEnum):
    ORGANISATION = "AMN01"
    WHEN_CARE = "AMN02"
    FEES = "AMN03"
    RIGHTS = "AMN04"
    LAWS = "AMN05"
    AIDS = "AMN06"
    NEW_IN_SWEDEN = "AMN07"
    NOT_CONTENT = "AMN08"
    DONATION = "AMN09"
    END_OF_LIFE = "AMN10"
    OTHER = "AMN99"


@dataclass(frozen=True, slots=True)
class TopicDraft:
    """`link` leads to 1177.se over https, or is empty; `owner` is who answers for the card.

    `reviewed_on` is when somebody last read it through; None: nobody has.
    """

    heading: Heading
    title: str
    text: str
    link: str = ""
    unit_id: UUID | None = None
    owner: str = ""
    reviewed_on: date | None = None
    words: str = ""  # other words to be found by
    demonstration: bool = False

    @property
    def key(self) -> tuple[Heading, str]:
        """By what a card that comes in from elsewhere is known again."""
        return self.heading, " ".join(self.title.casefold().split())

    def checked(self, today: date) -> TopicDraft:
        """The draft as it is stored.  Raises TopicInvalid, TextInvalid."""
        told = replace(
            self,
            title=line(self.title, "title", limit=TITLE_LIMIT),
            text=checked(self.text, "text", limit=TEXT_LIMIT).strip(),
            link=line(self.link, "link", limit=LINK_LIMIT),
            owner=line(self.owner, "owner", limit=OWNER_LIMIT),
            words=line(self.words, "words"),
        )
        for name in ("title", "text", "owner"):
            if not getattr(told, name):
                raise TopicInvalid(field=name)
        if told.link and not _LINK.fullmatch(told.link):
            raise TopicInvalid(field="link")
        if told.reviewed_on is not None and told.reviewed_on > today:
            raise TopicInvalid(field="reviewed_on")
        return told


@dataclass(frozen=True, slots=True)
class Topic:
    """One version of a card; every version is kept."""

    id: UUID
    told: TopicDraft
    number: int
    changed_at: datetime
    changed_by: UUID = field(repr=False)
    retired_at: datetime | None = None

    def overdue(self, today: date) -> bool:
        """Whether it should have been read through again by now."""
        reviewed = self.told.reviewed_on
        late = reviewed is None or reviewed + REVIEW_AFTER < today
        return late and self.retired_at is None

    def reworded(self, told: TopicDraft, at: datetime, by: UUID) -> Topic:
        """The next version."""
        return replace(self, told=told, number=self.number + 1, changed_at=at, changed_by=by)

    def put_away(self, at: datetime, by: UUID) -> Topic:
        """Offered no more."""
        return replace(self.reworded(self.told, at, by), retired_at=at)

    def taken_out(self, at: datetime, by: UUID) -> Topic:
        """Offered again."""
        return replace(self.reworded(self.told, at, by), retired_at=None)


@dataclass(frozen=True, slots=True)
class TopicPlan:
    """What an import does: which are new, which become the next version, how many are the same."""

    new: tuple[TopicDraft, ...] = ()
    changed: tuple[tuple[Topic, TopicDraft], ...] = ()
    same: int = 0


def planned(there: Iterable[Topic], drafts: tuple[TopicDraft, ...], today: date) -> TopicPlan:
    """What bringing in the drafts does to the cards that are there.

    A card in use with the same heading and title becomes the next version, unless it is the same.
    Raises TopicsTooMany, TopicRepeated, TopicInvalid, TextInvalid.
    """
    if len(drafts) > IMPORT_LIMIT:
        raise TopicsTooMany(count=len(drafts), limit=IMPORT_LIMIT)
    known = {each.told.key: each for each in there if each.retired_at is None}
    met: set[tuple[Heading, str]] = set()
    new: list[TopicDraft] = []
    changed: list[tuple[Topic, TopicDraft]] = []
    same = 0
    for row, draft in enumerate(drafts, start=1):
        try:
            told = draft.checked(today)
        except (TopicInvalid, TextInvalid) as wrong:
            raise type(wrong)(**wrong.facts, row=row) from None
        if told.key in met:
            raise TopicRepeated(row=row)
        met.add(told.key)
        older = known.get(told.key)
        if older is None:
            new.append(told)
        elif older.told == told:
            same += 1
        else:
            changed.append((older, told))
    return TopicPlan(tuple(new), tuple(changed), same)


@dataclass(frozen=True, slots=True)
class TopicVersion:
    """A card as it was kept: the same id wherever the version is written down."""

    topic: Topic

    @property
    def id(self) -> UUID:
        return uuid5(self.topic.id, str(self.topic.number))
