"""Questions that were asked, and those nobody could answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.calendar import is_instant
from kundcenter.domain.calls import CallNotFound
from kundcenter.domain.service_desk.questions import (
    MOST_WAITING,
    Question,
    QuestionDraft,
    QuestionInvalid,
    QuestionSettled,
    TopicCount,
)
from kundcenter.domain.service_desk.topics import TopicNotFound
from kundcenter.ports import Store, Work


class Questions:
    """Counted without names."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def note(self, draft: QuestionDraft) -> Changes:
        """A question was asked. Raises QuestionInvalid, CallNotFound, TextInvalid.

        With neither a card nor a text it was handled elsewhere, and is counted all the same.
        """
        with self._store.work("questions.note", draft=draft) as work:
            work.actor.must(Function.WORK_CALLS)
            id, told = work.new_id(), draft.checked()
            call_id, found = _call(work, told.call_id), _there(work, told.topic_id)
            if found != told.topic_id and not work.late:
                raise QuestionInvalid(field="topic_id")
            told, by = replace(told, topic_id=found, call_id=call_id), work.actor.operator_id
            work.questions.put(Question(id=id, draft=told, at=work.now, by=by))
        return work.changes()

    def settle(self, question_id: UUID, topic_id: UUID | None = None) -> Changes:
        """The editor has seen to it, with the card that answers it since, if any. Raises
        QuestionNotFound, QuestionSettled, TopicNotFound.

        Of two who settle it the first one's answer stands.
        """
        with self._store.work(
            "questions.settle", question_id=question_id, topic_id=topic_id
        ) as work:
            work.actor.must(Function.EDIT_TOPICS)
            question = work.questions.get(question_id)
            found = _there(work, topic_id)
            if found != topic_id and not work.late:
                raise TopicNotFound(id=topic_id)
            if question.waits:
                by = work.actor.operator_id
                work.questions.put(question.settled(found, work.now, by))
            elif not work.late:
                raise QuestionSettled(id=question_id)
        return work.changes()

    def waiting(self) -> tuple[Question, ...]:
        """Those nobody could answer and no editor has seen to: the oldest first, at most two
        hundred.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.EDIT_TOPICS)
            return reading.questions.waiting(MOST_WAITING)

    def counts(self, start: datetime, end: datetime) -> tuple[TopicCount, ...]:
        """How often each was asked in [start, end), most first.

        Raises QuestionInvalid(field="period") unless both are instants and the end is later.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.EDIT_TOPICS)
            if not (is_instant(start) and is_instant(end) and start < end):
                raise QuestionInvalid(field="period")
            found = reading.questions.counts(start, end)
            return tuple(sorted(found, key=_most_first))


def _call(work: Work, call_id: UUID | None) -> UUID | None:
    """The call, if it is here.  Raises CallNotFound, but late: the question was asked all the
    same.
    """
    if call_id is None:
        return None
    try:
        return work.calls.get(call_id).id
    except CallNotFound:
        if not work.late:
            raise
        return None


def _there(work: Work, topic_id: UUID | None) -> UUID | None:
    """The card, if it is here.  Late, the one who made it may have been refused."""
    if topic_id is None:
        return None
    try:
        return work.topics.get(topic_id).id
    except TopicNotFound:
        return None


def _most_first(each: TopicCount) -> tuple[int, str, str]:
    return -each.count, each.heading, str(each.topic_id or "")
