"""Reviews of calls in the store."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Boolean, Column, Index, Text, bindparam

from db.base import Rows, Unit, table
from db.drafted import as_json, packed_rows
from db.types import Id, Time
from kundcenter.domain.supervision.call_reviews import CallReview, CallReviewNotFound, Mark

call_reviews = table(
    "call_reviews",
    Column("id", Id, primary_key=True),
    Column("call_id", Id, nullable=False),
    Column("operator_id", Id, nullable=False),
    Column("reviewer_id", Id, nullable=False),
    Column("begun_at", Time, nullable=False),
    Column("drawn", Boolean, nullable=False),
    Column("criteria", Text, nullable=False),
    Column("marks", Text, nullable=False),  # JSON, as an operation writes it
    Column("comment", Text, nullable=False),
    Column("written_at", Time),
    Column("seen_at", Time),
    Column("word", Text, nullable=False),
)
_C = call_reviews.c
_WRITTEN = _C.written_at.is_not(None)
Index(None, _C.begun_at, _C.id)
Index(None, _C.call_id)
Index(None, _C.operator_id, _C.begun_at, _C.id, sqlite_where=_WRITTEN)

rows: Rows[CallReview] = packed_rows(call_reviews, CallReview, {"marks": as_json(tuple[Mark, ...])})

_LATEST = rows.select().order_by(_C.begun_at.desc(), _C.id.desc()).limit(bindparam("limit"))
_OF_OPERATOR = _LATEST.where(_C.operator_id == bindparam("operator_id"), _WRITTEN)
_OF_CALLS = (
    rows.select()
    .where(_C.call_id.in_(bindparam("call_ids", expanding=True)))
    .order_by(_C.begun_at, _C.id)
)


class SqlCallReviews:
    """Reviews by id, by operator and by call."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> CallReview:
        """The review.  Raises CallReviewNotFound."""
        self._unit.note_read("call_review", id)
        found = rows.get(self._on, id)
        if found is None:
            raise CallReviewNotFound(id=id)
        return found

    def put(self, review: CallReview) -> None:
        rows.put(self._on, review)
        self._unit.note_wrote("call_review", review.id)

    def latest(self, limit: int) -> tuple[CallReview, ...]:
        """Those that were begun last, the latest first."""
        return rows.all(self._on, _LATEST, limit=limit)

    def of_operator(self, operator_id: UUID, limit: int) -> tuple[CallReview, ...]:
        """Those of the operator's calls that have been written, the latest begun first."""
        return rows.all(self._on, _OF_OPERATOR, operator_id=operator_id, limit=limit)

    def of_calls(self, call_ids: Collection[UUID]) -> tuple[CallReview, ...]:
        """Those of the calls, by when they were begun."""
        return rows.all(self._on, _OF_CALLS, call_ids=list(call_ids))
