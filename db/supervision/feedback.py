"""What the desk tells those who own a text, in the store."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Column, Index, Text, bindparam

from db.base import Rows, Unit, spelt, table
from db.drafted import as_json, drafted
from db.types import Code, Id, Time
from kundcenter.domain.supervision.feedback import (
    WAITING,
    About,
    Feedback,
    FeedbackAnswer,
    FeedbackDraft,
    FeedbackNotFound,
    FeedbackState,
)

feedback = table(
    "feedback",
    Column("id", Id, primary_key=True),
    Column("about", Code(About), nullable=False),
    Column("text", Text, nullable=False),
    Column("about_id", Id),  # of a text that the centre has turned away, or that is not here
    Column("part", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("sent_at", Time, nullable=False),
    Column("sent_by", Id, nullable=False),
    Column("state", Code(FeedbackState), nullable=False),
    Column("answers", Text, nullable=False),  # JSON, as an operation writes it
)
_C = feedback.c
_WAITS = _C.state.in_(spelt(WAITING))
Index("ix_feedback_waiting", _C.sent_at, _C.id, sqlite_where=_WAITS)
Index(None, _C.sent_at, _C.id)
Index(None, _C.sent_by, _C.sent_at, _C.id)

rows: Rows[Feedback] = drafted(
    feedback,
    Feedback,
    FeedbackDraft,
    "draft",
    {"answers": as_json(tuple[FeedbackAnswer, ...])},
)

_WAITING = rows.select().where(_WAITS).order_by(_C.sent_at, _C.id).limit(bindparam("limit"))
_LATEST = rows.select().order_by(_C.sent_at.desc(), _C.id.desc()).limit(bindparam("limit"))
_OF_SENDER = _LATEST.where(_C.sent_by == bindparam("operator_id"))


class SqlFeedback:
    """What was said of texts, by id, by state and by whoever said it."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Feedback:
        """What was said, with its answers.  Raises FeedbackNotFound."""
        self._unit.note_read("feedback", id)
        found = rows.get(self._on, id)
        if found is None:
            raise FeedbackNotFound(id=id)
        return found

    def put(self, told: Feedback) -> None:
        rows.put(self._on, told)
        self._unit.note_wrote("feedback", told.id)

    def waiting(self, limit: int) -> tuple[Feedback, ...]:
        """Those that an owner has still to see to, the oldest first."""
        return rows.all(self._on, _WAITING, limit=limit)

    def latest(self, limit: int) -> tuple[Feedback, ...]:
        """The latest first."""
        return rows.all(self._on, _LATEST, limit=limit)

    def of_sender(self, operator_id: UUID, limit: int) -> tuple[Feedback, ...]:
        """Those of one operator, the latest first."""
        return rows.all(self._on, _OF_SENDER, operator_id=operator_id, limit=limit)
