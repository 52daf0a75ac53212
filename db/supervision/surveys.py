"""Measurements that others have made, in the store."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Column, Integer, Text

from db.base import Rows, Unit, table
from db.types import Code, Day, Id, Time
from kundcenter.domain.supervision.surveys import Area, SurveyNotFound, SurveyResult

surveys = table(
    "surveys",
    Column("id", Id, primary_key=True),
    Column("figure", Text, nullable=False),
    Column("period_from", Day, nullable=False),
    Column("period_to", Day, nullable=False),
    Column("value", Integer, nullable=False),
    Column("answers", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("noted_by", Id, nullable=False),
    Column("noted_at", Time, nullable=False),
    Column("number", Integer, nullable=False),
    Column("removed_at", Time),
    Column("area", Code(Area), nullable=False),
    Column("asked", Integer, nullable=False),
    Column("comment", Text, nullable=False),
)

rows = Rows(surveys, SurveyResult)

_C = surveys.c
_ALL = rows.select().order_by(_C.figure, _C.period_from, _C.period_to, _C.id)


class SqlSurveys:
    """Measurements by id; there are a few a year."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> SurveyResult:
        """The measurement, also one that was taken away.  Raises SurveyNotFound."""
        self._unit.note_read("survey", id)
        found = rows.get(self._on, id)
        if found is None:
            raise SurveyNotFound(id=id)
        return found

    def put(self, result: SurveyResult) -> None:
        rows.put(self._on, result)
        self._unit.note_wrote("survey", result.id)

    def all(self) -> tuple[SurveyResult, ...]:
        """Every one, also those that were taken away, by figure and period."""
        return rows.all(self._on, _ALL)
