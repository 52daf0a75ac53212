"""Questions of citizens in the store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    Index,
    Text,
    and_,
    bindparam,
    func,
    literal_column,
    select,
)

from db.base import Rows, Unit, table
from db.types import Code, Id, Time
from kundcenter.domain.service_desk.axes import Axes, Complexity, HandledBy, Nature, Scope
from kundcenter.domain.service_desk.questions import (
    Question,
    QuestionDraft,
    QuestionNotFound,
    TopicCount,
)
from kundcenter.domain.service_desk.topics import Heading

questions = table(
    "questions",
    Column("id", Id, primary_key=True),
    Column("scope", Code(Scope), nullable=False),
    Column("complexity", Code(Complexity), nullable=False),
    Column("nature", Code(Nature), nullable=False),
    Column("handler", Code(HandledBy), nullable=False),
    Column("heading", Code(Heading), nullable=False),
    Column("topic_id", Id),  # the centre may have turned the card away
    Column("unanswered", Text, nullable=False),
    Column("call_id", Id),  # of another team the call is not here
    Column("at", Time, nullable=False),
    Column("by", Id, nullable=False),
    Column("settled_at", Time),
    Column("settled_by", Id),
    Column("settled_by_topic", Id),
    Index(None, "at", "heading", "topic_id"),  # counted from the index alone
)
_C = questions.c
_WAITS = and_(_C.unanswered != literal_column("''"), _C.settled_at.is_(None))
Index("ix_questions_waiting", _C.at, _C.id, sqlite_where=_WAITS)

_AXES = tuple(each.name for each in fields(Axes))
_DRAFT = tuple(each.name for each in fields(QuestionDraft) if each.name != "axes")
_OWN = tuple(each.name for each in fields(Question) if each.name != "draft")


def _flat(question: Question) -> dict[str, Any]:
    draft = question.draft
    return {
        **{name: getattr(draft.axes, name) for name in _AXES},
        **{name: getattr(draft, name) for name in _DRAFT},
        **{name: getattr(question, name) for name in _OWN},
    }


def _whole(row: dict[str, Any]) -> Question:
    axes = Axes(**{name: row[name] for name in _AXES})
    draft = QuestionDraft(axes, **{name: row[name] for name in _DRAFT})
    return Question(draft=draft, **{name: row[name] for name in _OWN})


rows = Rows(questions, Question, flat=_flat, whole=_whole)

_WAITING = rows.select().where(_WAITS).order_by(_C.at, _C.id).limit(bindparam("limit"))
_MANY = func.count()
_COUNTS = (
    select(_C.heading, _C.topic_id, _MANY)
    .where(_C.at >= bindparam("start"), _C.at < bindparam("end"))
    .group_by(_C.heading, _C.topic_id)
    .order_by(_MANY.desc(), _C.heading, _C.topic_id.asc().nulls_first())
)


class SqlQuestions:
    """Questions by id, those that wait for an editor, and how often each was asked."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Question:
        """The question.  Raises QuestionNotFound."""
        self._unit.note_read("question", id)
        found = rows.get(self._on, id)
        if found is None:
            raise QuestionNotFound(id=id)
        return found

    def put(self, question: Question) -> None:
        rows.put(self._on, question)
        self._unit.note_wrote("question", question.id)

    def waiting(self, limit: int) -> tuple[Question, ...]:
        """Those the editor has still to see to, the oldest first."""
        return rows.all(self._on, _WAITING, limit=limit)

    def counts(self, start: datetime, end: datetime) -> Iterable[TopicCount]:
        """How often each was asked in [start, end), most first."""
        found = self._on.execute(_COUNTS, {"start": start, "end": end})
        return [TopicCount(heading, topic, count) for heading, topic, count in found]
