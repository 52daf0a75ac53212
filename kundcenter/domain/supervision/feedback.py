"""What the desk tells those who own a text: a pack, the rules, a snippet, a card, a unit.

Whoever reads the content is the first to see that it is wrong (FEATURES row 40: every text has an
owner).  Nothing in it is about a named person.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.text import checked, line
from kundcenter.errors import NotFound, Refused

TEXT_LIMIT = 1_000
PART_LIMIT = 60  # the code of a topic, of a rule
MOST_SHOWN = 200


class FeedbackNotFound(NotFound):
    """No feedback has the id.  Facts: id."""

    code = "feedback.not_found"


class FeedbackInvalid(Refused):
    """A field cannot be kept.  Facts: field ("text", "name", "about_id", "state")."""

    code = "feedback.invalid"


class FeedbackNeedsReason(Refused):
    """Who will not change the content says why."""

    code = "feedback.needs_reason"


class About(StrEnum):
    """Which content it is about."""

    PACK = "pack"
    RULES = "rules"
    SNIPPET = "snippet"
    TOPIC = "topic"  # a knowledge card
    UNIT = "unit"


class FeedbackState(StrEnum):
    OPEN = "open"
    TAKEN_UP = "taken_up"  # the owner has read it and will see to it
    CHANGED = "changed"
    DECLINED = "declined"


WAITING = (FeedbackState.OPEN, FeedbackState.TAKEN_UP)


@dataclass(frozen=True, slots=True)
class FeedbackDraft:
    """`about_id` is the content's own id; the rules have none.

    `part` is the code of what is meant within it (a topic of a pack, a rule), or empty; `name` is
    what the content was called when it was read; `version` which of it.
    """

    about: About
    text: str = field(repr=False)
    about_id: UUID | None = None
    part: str = ""
    name: str = ""
    version: str = ""

    def checked(self) -> FeedbackDraft:
        """The draft as it is stored.  Raises FeedbackInvalid, TextInvalid."""
        told = replace(
            self,
            text=checked(self.text, "text", limit=TEXT_LIMIT).strip(),
            part=line(self.part, "part", limit=PART_LIMIT),
            name=line(self.name, "name"),
            version=line(self.version, "version", limit=PART_LIMIT),
        )
        if not told.text:
            raise FeedbackInvalid(field="text")
        if not told.name:
            raise FeedbackInvalid(field="name")
        if (told.about is About.RULES) != (told.about_id is None):
            raise FeedbackInvalid(field="about_id")
        return told


@dataclass(frozen=True, slots=True)
class FeedbackAnswer:
    """One answer; it is never changed, another may follow."""

    at: datetime
    by: UUID
    state: FeedbackState
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What was said, by whom, and all that was answered, the oldest answer first.

    `state` is that of the last answer.
    """

    id: UUID
    draft: FeedbackDraft
    sent_at: datetime
    sent_by: UUID
    state: FeedbackState = FeedbackState.OPEN
    answers: tuple[FeedbackAnswer, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether an owner has still to do something about it."""
        return self.state in WAITING

    def answered(self, answer: FeedbackAnswer) -> Feedback:
        """With one answer more; two who answer at once are both kept, the later one counts.

        Raises FeedbackInvalid, FeedbackNeedsReason, TextInvalid.
        """
        if answer.state is FeedbackState.OPEN:
            raise FeedbackInvalid(field="state")
        told = replace(answer, text=checked(answer.text, "text", limit=TEXT_LIMIT).strip())
        if told.state is FeedbackState.DECLINED and not told.text:
            raise FeedbackNeedsReason
        answers = tuple(sorted((*self.answers, told), key=lambda each: (each.at, each.by)))
        return replace(self, answers=answers, state=answers[-1].state)
