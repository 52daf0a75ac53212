"""What the desk tells those who own a text, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.calendar import local
from kundcenter.domain.referral_figures import checked_referral_period
from kundcenter.domain.supervision.approvals import Due, due
from kundcenter.domain.supervision.content_deviations import ContentDeviation, content_deviations
from kundcenter.domain.supervision.feedback import (
    MOST_SHOWN,
    Feedback,
    FeedbackAnswer,
    FeedbackDraft,
    FeedbackState,
)
from kundcenter.ports import Reading, Store


@dataclass(frozen=True, slots=True)
class ToldFeedback:
    """A piece of feedback with the name of whoever sent it; `mine` says that it was the actor."""

    feedback: Feedback
    sender: str = field(repr=False)
    mine: bool = False


class FeedbackBook:
    """Everybody sees what came of their own; owners see all."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def send(self, draft: FeedbackDraft) -> Changes:
        """Tell the owner of a text.  Raises FeedbackInvalid, TextInvalid."""
        with self._store.work("feedback.send", draft=draft) as work:
            work.actor.must(Function.GIVE_FEEDBACK)
            id, told = work.new_id(), draft.checked()
            work.feedback.put(Feedback(id, told, work.now, work.actor.operator_id))
        return work.changes()

    def answer(self, feedback_id: UUID, state: FeedbackState, text: str = "") -> Changes:
        """The owner has read it: taken up, changed or declined, which needs a text.

        Answers are added to those that are there; the latest counts.  Raises FeedbackNotFound,
        FeedbackInvalid, FeedbackNeedsReason, TextInvalid.
        """
        with self._store.work(
            "feedback.answer", feedback_id=feedback_id, state=state, text=text
        ) as work:
            work.actor.must(Function.ANSWER_FEEDBACK)
            answer = FeedbackAnswer(work.now, work.actor.operator_id, state, text)
            work.feedback.put(work.feedback.get(feedback_id).answered(answer))
        return work.changes()

    def waiting(self) -> tuple[ToldFeedback, ...]:
        """What an owner has still to see to, the oldest first; at most two hundred."""
        with self._store.read() as reading:
            reading.actor.must(Function.ANSWER_FEEDBACK)
            return _told(reading, reading.feedback.waiting(MOST_SHOWN))

    def latest(self) -> tuple[ToldFeedback, ...]:
        """The latest two hundred of everybody, answered or not."""
        with self._store.read() as reading:
            reading.actor.must(Function.ANSWER_FEEDBACK)
            return _told(reading, reading.feedback.latest(MOST_SHOWN))

    def mine(self) -> tuple[ToldFeedback, ...]:
        """What the operator has sent, the latest first, with its answers."""
        with self._store.read() as reading:
            reading.actor.must(Function.GIVE_FEEDBACK)
            return _told(reading, reading.feedback.of_sender(reading.actor.operator_id, MOST_SHOWN))

    def due(self) -> tuple[Due, ...]:
        """What is to be read again or put in force, the most pressing first."""
        with self._store.read() as reading:
            reading.actor.must(Function.ANSWER_FEEDBACK)
            names = {each.id: each.name for each in reading.operators.all()}
            holders = ("", f"unit:{reading.actor.care_unit}")
            found = due(
                reading.packs.all(),
                reading.rule_sets.all(),
                reading.snippets.held_by(holders),
                reading.topics.all(),
                local(reading.now).date(),
            )
            return tuple(
                replace(each, owner=each.owner or names.get(each.owner_id, ""))
                if each.owner_id
                else each
                for each in found
            )

    def deviations(self, start: datetime, end: datetime) -> tuple[ContentDeviation, ...]:
        """How often one deviated from each edition of the rules; names nobody.

        Raises ReferralPeriodWrong.
        """
        checked_referral_period(start, end)
        with self._store.read() as reading:
            reading.actor.must(Function.COUNT_REFERRALS)
            return content_deviations(reading.referrals.made(start, end))


def _told(reading: Reading, found: tuple[Feedback, ...]) -> tuple[ToldFeedback, ...]:
    names = {each.id: each.name for each in reading.operators.all()} if found else {}
    me = reading.actor.operator_id
    return tuple(
        ToldFeedback(each, names.get(each.sent_by, ""), each.sent_by == me) for each in found
    )
