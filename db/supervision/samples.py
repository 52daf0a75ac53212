"""The baseline samples in the store: what was drawn, and every judgement."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Text, bindparam

from db.base import Rows, Unit, table
from db.drafted import as_json, packed_rows
from db.types import Code, Id, Time
from kundcenter.domain.supervision.samples import (
    CareLevel,
    Sample,
    SampledCall,
    SampleNotFound,
)

samples = table(
    "samples",
    Column("id", Id, primary_key=True),
    Column("drawn_by", Id, nullable=False),
    Column("drawn_at", Time, nullable=False),
    Column("start_at", Time, nullable=False),
    Column("end_at", Time, nullable=False),
    Column("seed", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("population", Integer, nullable=False),
    Column("call_ids", Text, nullable=False),  # JSON, as an operation writes it
    Column("queue", Text, nullable=False),
    Column("title", Text, nullable=False),
)
Index(None, samples.c.drawn_at, samples.c.id)

sampled_calls = table(
    "sampled_calls",
    Column("id", Id, primary_key=True),
    Column("sample_id", Id, ForeignKey("samples.id"), nullable=False, index=True),
    Column("call_id", Id, nullable=False),
    Column("advisory", Boolean, nullable=False),
    Column("given_level", Code(CareLevel)),
    Column("right_level", Code(CareLevel)),
    Column("judge_id", Id, nullable=False),
    Column("judged_at", Time, nullable=False),
    Column("note", Text, nullable=False),
)

rows: Rows[Sample] = packed_rows(
    samples,
    Sample,
    {"call_ids": as_json(tuple[UUID, ...])},
    {"start": "start_at", "end": "end_at"},
)
judged_rows: Rows[SampledCall] = packed_rows(
    sampled_calls, SampledCall, {}, {"given": "given_level", "right": "right_level"}
)

_LATEST = (
    rows.select().order_by(samples.c.drawn_at.desc(), samples.c.id.desc()).limit(bindparam("limit"))
)
_JUDGED = (
    judged_rows.select()
    .where(sampled_calls.c.sample_id.in_(bindparam("sample_ids", expanding=True)))
    .order_by(sampled_calls.c.judged_at, sampled_calls.c.id)
)


class SqlSamples:
    """Draws by id and by time; judgements by their sample."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Sample:
        """The draw.  Raises SampleNotFound."""
        self._unit.note_read("sample", id)
        found = rows.get(self._on, id)
        if found is None:
            raise SampleNotFound(id=id)
        return found

    def add(self, sample: Sample) -> None:
        rows.add(self._on, sample)
        self._unit.note_wrote("sample", sample.id)

    def latest(self, limit: int) -> tuple[Sample, ...]:
        """The latest draws first."""
        return rows.all(self._on, _LATEST, limit=limit)

    def add_judged(self, judged: SampledCall) -> None:
        judged_rows.add(self._on, judged)
        self._unit.note_wrote("sampled_call", judged.id)

    def judged(self, sample_ids: Collection[UUID]) -> tuple[SampledCall, ...]:
        """Every judgement of the samples' calls, the oldest first."""
        return judged_rows.all(self._on, _JUDGED, sample_ids=list(sample_ids))
