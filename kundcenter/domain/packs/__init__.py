"""Content packs: what to ask and what to advise for each contact reason, to look up and no more.

Nothing here computes a level of care.  A pack has an author, the medical lead's approval, a
version and a day of review; what is changed locally stays through the next version.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from kundcenter.domain.identity import Sex
from kundcenter.errors import Conflict, NotFound, Refused


class PackNotFound(NotFound):
    """No pack has the id.  Facts: id."""

    code = "pack.not_found"


class TopicNotFound(NotFound):
    """The pack has no such topic.  Facts: id, topic."""

    code = "pack.topic_not_found"


class PackStale(Conflict):
    """Somebody has changed the topic or the pack since.  Facts: id, number (the latest's)."""

    code = "pack.stale"


class PackKnown(Refused):
    """This version of the pack has come in before; what it says is never changed.  Facts: id."""

    code = "pack.known"


class PackReviewPassed(Refused):
    """The pack should have been reviewed by now, so nobody puts it in force.  Facts: id."""

    code = "pack.review_passed"


class PackApproved(Refused):
    """The pack is approved already.  Facts: id."""

    code = "pack.approved"


class PackRetired(Refused):
    """The pack is taken out of use.  Facts: id."""

    code = "pack.retired"


class TopicNotEdited(Refused):
    """The topic has no local wording to take back.  Facts: id (the pack's)."""

    code = "pack.topic_not_edited"


@dataclass(frozen=True, slots=True)
class Ask:
    """One question.  Ages in whole years, both included; None is without a limit or for all."""

    text: str
    youngest: int | None = None
    oldest: int | None = None
    sex: Sex | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """What is asked and advised for one contact reason.

    `code` is lasting within the pack; `reason` a contact reason of the code set.  `words` are
    symptoms, body parts, events and lay words by which it is found.  `threats` are asked first,
    in their order.  Advice always has call-back criteria (FEATURES row 40).
    """

    code: str
    reason: str
    title: str
    words: tuple[str, ...]
    threats: tuple[Ask, ...]
    questions: tuple[Ask, ...]
    advice: tuple[Ask, ...]
    call_back: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """A pack as its author gives it out."""

    code: str
    version: str
    title: str
    author: str
    written_on: date
    review_on: date
    topics: tuple[Topic, ...]
    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class Pack:
    """A version of a pack at this centre.  In force from its approval until the next one's."""

    id: UUID
    content: Content
    imported_at: datetime
    imported_by: UUID
    approved_at: datetime | None = None
    approved_by: UUID | None = None
    approver: str = ""  # name and position, as they were
    retired_at: datetime | None = None

    def approved(self, at: datetime, today: date, by: UUID, approver: str) -> Pack:
        """In force.  Raises PackRetired, PackApproved, PackReviewPassed."""
        if self.retired_at is not None:
            raise PackRetired(id=self.id)
        if self.approved_at is not None:
            raise PackApproved(id=self.id)
        if self.overdue(today):
            raise PackReviewPassed(id=self.id)
        return replace(self, approved_at=at, approved_by=by, approver=approver)

    def retired(self, at: datetime) -> Pack:
        """Out of use; it is kept for the calls it was read in.  Raises PackRetired."""
        if self.retired_at is not None:
            raise PackRetired(id=self.id)
        return replace(self, retired_at=at)

    def overdue(self, today: date) -> bool:
        """Whether it should have been reviewed by now."""
        return self.content.review_on < today


@dataclass(frozen=True, slots=True)
class Edit:
    """A topic as this centre has worded it, in place of the pack's own.

    `base` is the version of the pack that it was written upon.  `topic` None: taken back.
    """

    id: UUID
    pack_code: str
    topic_code: str
    topic: Topic | None
    base: str
    number: int
    edited_at: datetime
    edited_by: UUID
