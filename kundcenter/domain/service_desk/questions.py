"""Questions that were asked at the service desk, for counting, and those nobody could answer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from kundcenter.domain.service_desk.axes import Axes, HandledBy
from kundcenter.domain.service_desk.topics import Heading
from kundcenter.domain.text import checked
from kundcenter.errors import NotFound, Refused

UNANSWERED_LIMIT = 1_000
MOST_WAITING = 200  # of the list of those that nobody could answer


class QuestionNotFound(NotFound):
    """No question has the id.  Facts: id."""

    code = "question.not_found"


class QuestionInvalid(Refused):
    """A field cannot be kept.  Facts: field ("text", "topic_id", "heading", "period")."""

    code = "question.invalid"


class QuestionSettled(Refused):
    """The editor has settled the question already.  Facts: id."""

    code = "question.settled"


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """`topic_id` is the card that answered; without one `unanswered` says what was asked.

    Nothing in it is about a named person: it is counted and read by editors.
    """

    axes: Axes
    handler: HandledBy
    heading: Heading
    topic_id: UUID | None = None
    unanswered: str = field(default="", repr=False)
    call_id: UUID | None = None

    def checked(self) -> QuestionDraft:
        """The draft as it is stored.  Raises QuestionInvalid, TextInvalid."""
        text = checked(self.unanswered, "text", limit=UNANSWERED_LIMIT).strip()
        if text and self.topic_id is not None:
            raise QuestionInvalid(field="text")
        return replace(self, unanswered=text)


@dataclass(frozen=True, slots=True)
class Question:
    """`settled_by_topic` is the card that answers it since."""

    id: UUID
    draft: QuestionDraft
    at: datetime
    by: UUID
    settled_at: datetime | None = None
    settled_by: UUID | None = None
    settled_by_topic: UUID | None = None

    @property
    def waits(self) -> bool:
        """Whether the editor has still to see to it."""
        return bool(self.draft.unanswered) and self.settled_at is None

    def settled(self, topic_id: UUID | None, at: datetime, by: UUID) -> Question:
        """The editor has seen to it."""
        return replace(self, settled_at=at, settled_by=by, settled_by_topic=topic_id)


@dataclass(frozen=True, slots=True)
class TopicCount:
    """How often something was asked in a period.  `topic_id` None: without a card."""

    heading: Heading
    topic_id: UUID | None
    count: int
