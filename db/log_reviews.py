"""Reviews of the access log in the store: draws, findings, and the records they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    Text,
    bindparam,
    func,
    insert,
    or_,
    select,
    union,
)

from db.access_log import access_log
from db.access_log import rows as access_rows
from db.base import Rows, Unit, table
from db.blocks import blocks
from db.calls import calls
from db.journal import entries
from db.operators import operators
from db.parts import parts
from db.people import people
from db.types import Code, Id, Time
from kundcenter.domain.access_log import AccessRecord, Activity
from kundcenter.domain.calls import Channel
from kundcenter.domain.log_review import (
    AccessFinding,
    Draw,
    DrawNotFound,
    GivenCall,
    Period,
    Verdict,
)

BATCH = 500  # ids in one statement

log_draws = table(
    "log_draws",
    Column("id", Id, primary_key=True),
    Column("reviewer_id", Id, nullable=False),
    Column("drawn_at", Time, nullable=False, index=True),
    Column("start_at", Time, nullable=False),
    Column("end_at", Time, nullable=False),
)

# The access log travels by itself, so what is drawn may come to a store later than the draw.
log_drawn = table(
    "log_drawn",
    Column("draw_id", Id, ForeignKey("log_draws.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("access_id", Id, nullable=False),
)

log_findings = table(
    "log_findings",
    Column("id", Id, primary_key=True),
    Column("access_id", Id, nullable=False, index=True),
    Column("reviewer_id", Id, nullable=False),
    Column("found_at", Time, nullable=False),
    Column("verdict", Code(Verdict), nullable=False),
    Column("text", Text, nullable=False),
    Column("draw_id", Id, ForeignKey("log_draws.id")),
)

finding_rows = Rows(log_findings, AccessFinding)

_DRAW = select(log_draws).where(log_draws.c.id == bindparam("id"))
_DRAWS = select(log_draws).order_by(log_draws.c.drawn_at.desc()).limit(bindparam("limit"))
_DRAWN = (
    select(log_drawn.c.access_id)
    .where(log_drawn.c.draw_id == bindparam("draw_id"))
    .order_by(log_drawn.c.place)
)
_FINDINGS = (
    finding_rows.select()
    .where(log_findings.c.access_id.in_(bindparam("access_ids", expanding=True)))
    .order_by(log_findings.c.found_at)
)
_RECORDS = access_rows.select().where(access_log.c.id.in_(bindparam("access_ids", expanding=True)))
# By operator, because the log's indexes are by operator and by person, and every index costs
# each look of every day.
_BETWEEN = (
    access_rows.select()
    .where(
        access_log.c.operator_id.in_(select(operators.c.id)),
        access_log.c.at >= bindparam("start"),
        access_log.c.at < bindparam("end"),
    )
    .order_by(access_log.c.at, access_log.c.n)
)
_IDS_BETWEEN = select(access_log.c.id).where(
    access_log.c.operator_id.in_(
        select(operators.c.id).where(operators.c.id != bindparam("operator_id"))
    ),
    access_log.c.at >= bindparam("start"),
    access_log.c.at < bindparam("end"),
)
_OF_PERSON = (
    access_rows.select()
    .where(
        access_log.c.person_id.in_(bindparam("person_ids", expanding=True)),
        access_log.c.at >= bindparam("start"),
        access_log.c.at < bindparam("end"),
    )
    .order_by(access_log.c.at.desc())
)

_DONE = select(calls.c.id, calls.c.channel).where(
    calls.c.id.in_(bindparam("call_ids", expanding=True)),
    or_(calls.c.closed_at.is_not(None), calls.c.rang_at < bindparam("begun_before")),
)
_PEOPLE_OF_PARTS = select(parts.c.call_id, parts.c.person_id).where(
    parts.c.call_id.in_(bindparam("call_ids", expanding=True)), parts.c.person_id.is_not(None)
)
_PEOPLE_OF_ENTRIES = select(entries.c.call_id, entries.c.person_id).where(
    entries.c.call_id.in_(bindparam("call_ids", expanding=True))
)
# An emergency opening is of somebody who has a block, under whichever of their registrations;
# those are few, and the log is long.
_blocked = (
    select(func.coalesce(people.c.merged_into, people.c.id).label("id"))
    .where(people.c.id.in_(select(blocks.c.person_id)))
    .cte("blocked")
)
_UNREVIEWED = (
    access_rows.select()
    .where(
        access_log.c.person_id.in_(
            union(
                select(_blocked.c.id),
                select(people.c.id).where(people.c.merged_into.in_(select(_blocked.c.id))),
            )
        ),
        access_log.c.activity == Activity.EMERGENCY,
        access_log.c.at < bindparam("before"),
        access_log.c.operator_id != bindparam("operator_id"),
        ~select(log_findings.c.id).where(log_findings.c.access_id == access_log.c.id).exists(),
    )
    .order_by(access_log.c.at)
)


class SqlLogReviews:
    """Draws and findings, and the access records that reviewers look at."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def add_draw(self, draw: Draw) -> None:
        self._on.execute(
            insert(log_draws),
            {
                "id": draw.id,
                "reviewer_id": draw.reviewer_id,
                "drawn_at": draw.drawn_at,
                "start_at": draw.period.start,
                "end_at": draw.period.end,
            },
        )
        self._on.execute(
            insert(log_drawn),
            [
                {"draw_id": draw.id, "place": place, "access_id": access_id}
                for place, access_id in enumerate(draw.access_ids)
            ],
        )
        self._unit.note_wrote("draw", draw.id)

    def draw(self, id: UUID) -> Draw:
        """The draw.  Raises DrawNotFound."""
        self._unit.note_read("draw", id)
        row = self._on.execute(_DRAW, {"id": id}).first()
        if row is None:
            raise DrawNotFound(id=id)
        return self._whole(row)

    def draws(self, limit: int) -> tuple[Draw, ...]:
        """The latest draws first."""
        found = self._on.execute(_DRAWS, {"limit": limit}).all()
        return tuple(self._whole(row) for row in found)

    def add_finding(self, finding: AccessFinding) -> None:
        finding_rows.add(self._on, finding)
        self._unit.note_wrote("finding", finding.id)

    def findings(self, access_ids: Collection[UUID]) -> dict[UUID, AccessFinding]:
        """The latest finding of each access that has one."""
        found = finding_rows.all(self._on, _FINDINGS, access_ids=list(access_ids))
        return {finding.access_id: finding for finding in found}

    def records(self, access_ids: Collection[UUID]) -> dict[UUID, AccessRecord]:
        """Those of the access records that are here."""
        found = access_rows.all(self._on, _RECORDS, access_ids=list(access_ids))
        return {record.id: record for record in found}

    def between(self, start: datetime, end: datetime) -> tuple[AccessRecord, ...]:
        """Every access of the operators from `start` up to `end`, in order of time."""
        return access_rows.all(self._on, _BETWEEN, start=start, end=end)

    def others_between(self, operator_id: UUID, start: datetime, end: datetime) -> tuple[UUID, ...]:
        """Ids of every access from `start` up to `end` of all operators but one, in any order."""
        named = {"operator_id": operator_id, "start": start, "end": end}
        return tuple(self._on.execute(_IDS_BETWEEN, named).scalars())

    def of_people(
        self, person_ids: Collection[UUID], start: datetime, end: datetime
    ) -> tuple[AccessRecord, ...]:
        """Every access to one person, under all ids that are one, the latest first."""
        return access_rows.all(
            self._on, _OF_PERSON, person_ids=list(person_ids), start=start, end=end
        )

    def unreviewed(self, operator_id: UUID, before: datetime) -> tuple[AccessRecord, ...]:
        """Emergency openings before an instant that nobody has judged, but not one's own."""
        return access_rows.all(self._on, _UNREVIEWED, operator_id=operator_id, before=before)

    def given_calls(
        self, call_ids: Collection[UUID], begun_before: datetime
    ) -> dict[UUID, GivenCall]:
        """Those of the calls that are done, or rang before an instant."""
        sought, found = list(call_ids), {}
        for at in range(0, len(sought), BATCH):
            ids = {"call_ids": sought[at : at + BATCH]}
            about: dict[UUID, set[UUID]] = defaultdict(set)
            for call_id, person_id in self._on.execute(_PEOPLE_OF_PARTS, ids):
                about[call_id].add(person_id)
            noted = set()
            for call_id, person_id in self._on.execute(_PEOPLE_OF_ENTRIES, ids):
                about[call_id].add(person_id)
                noted.add(call_id)
            for id, channel in self._on.execute(_DONE, {**ids, "begun_before": begun_before}):
                by_hand = channel is Channel.MANUAL
                found[id] = GivenCall(frozenset(about[id]), by_hand, id in noted)
        return found

    def _whole(self, row: Any) -> Draw:
        drawn = self._on.execute(_DRAWN, {"draw_id": row.id}).scalars().all()
        return Draw(
            id=row.id,
            reviewer_id=row.reviewer_id,
            drawn_at=row.drawn_at,
            period=Period(row.start_at, row.end_at),
            access_ids=tuple(drawn),
        )
