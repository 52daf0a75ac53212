"""A supervisor goes through how a call went, with whoever had it: coaching, no mark, no ranking.

A review is personal data of whoever had the call (DOMAIN §12): it is read by that operator and by
whoever leads them, and by nobody else.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.supervision.review_criteria import CRITERIA, EDITION
from kundcenter.domain.text import checked
from kundcenter.errors import NotFound, Refused

COMMENT_LIMIT = 4_000
LARGEST_DRAW = 20  # calls that are drawn for review at once
LONGEST_PERIOD = timedelta(days=31)
MOST_SHOWN = 200


class CallReviewNotFound(NotFound):
    """No review has the id.  Facts: id."""

    code = "call_review.not_found"


class CallReviewInvalid(Refused):
    """A field cannot be kept.  Facts: field ("marks", "picks", "period")."""

    code = "call_review.invalid"


class OwnCall(Refused):
    """Nobody reviews a call of their own.  Facts: id (the call's)."""

    code = "call_review.own_call"


class CallNotReviewable(Refused):
    """Only a call that was answered and is over is gone through.  Facts: id (the call's)."""

    code = "call_review.not_reviewable"


class ReviewOfAnother(Refused):
    """Only who began the review writes it, and only who had the call says it is read.

    Facts: id.
    """

    code = "call_review.of_another"


class ReviewUnwritten(Refused):
    """There is nothing to read yet.  Facts: id."""

    code = "call_review.unwritten"


class ReviewSeen(Refused):
    """Whoever had the call has read it: it is not changed under their eyes.  Facts: id."""

    code = "call_review.seen"


class Grade(StrEnum):
    """How far a criterion was met."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Mark:
    """The answer to one criterion, by its code."""

    criterion: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class Pick:
    """A call that is to be gone through, and who had it."""

    call_id: UUID
    operator_id: UUID


@dataclass(frozen=True, slots=True)
class CallReview:
    """`criteria` is the edition of the questions; `drawn` that the call was chosen by lot.

    `written_at` is when the reviewer last wrote; `seen_at` when the operator read that.  `word` is
    what the operator answers.
    """

    id: UUID
    call_id: UUID
    operator_id: UUID
    reviewer_id: UUID
    begun_at: datetime
    drawn: bool = False
    criteria: str = EDITION
    marks: tuple[Mark, ...] = ()
    comment: str = field(default="", repr=False)
    written_at: datetime | None = None
    seen_at: datetime | None = None
    word: str = field(default="", repr=False)

    def must_be_by(self, operator_id: UUID) -> None:
        """Raise ReviewOfAnother unless the operator is the reviewer."""
        if self.reviewer_id != operator_id:
            raise ReviewOfAnother(id=self.id)

    def must_be_of(self, operator_id: UUID) -> None:
        """Raise ReviewOfAnother unless the operator had the call."""
        if self.operator_id != operator_id:
            raise ReviewOfAnother(id=self.id)

    def written(self, marks: tuple[Mark, ...], comment: str, at: datetime) -> CallReview:
        """As the reviewer has it now, to be read anew.  Raises CallReviewInvalid, TextInvalid."""
        text = checked(comment, "comment", limit=COMMENT_LIMIT).strip()
        return replace(self, marks=checked_marks(marks), comment=text, written_at=at, seen_at=None)

    def seen(self, word: str, at: datetime) -> CallReview:
        """The operator has read it; what was written after that is still to be read.

        Raises TextInvalid.
        """
        text = checked(word, "word", limit=COMMENT_LIMIT).strip()
        newer = self.written_at is not None and self.written_at > at
        return replace(self, seen_at=None if newer else at, word=text)

    @property
    def waits_for_operator(self) -> bool:
        """Whether there is something that the operator has not read."""
        return self.written_at is not None and self.seen_at is None


def checked_marks(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """In the order of the criteria, each at most once.  Raises CallReviewInvalid."""
    of = {each.criterion: each for each in marks}
    known = [criterion.code for criterion in CRITERIA]
    if len(of) != len(marks) or not of or not set(of) <= set(known):
        raise CallReviewInvalid(field="marks")
    return tuple(of[code] for code in known if code in of)


def checked_picks(picks: tuple[Pick, ...]) -> tuple[Pick, ...]:
    """One to twenty, each call once.  Raises CallReviewInvalid."""
    if not 1 <= len({each.call_id for each in picks}) == len(picks) <= LARGEST_DRAW:
        raise CallReviewInvalid(field="picks")
    return picks
