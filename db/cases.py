"""Cases in the store, what was done with each, and what became of every edit of a field."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    Select,
    Text,
    and_,
    bindparam,
    func,
    literal_column,
    or_,
    select,
    union_all,
)

from db.base import Rows, Unit, spelt, table
from db.types import Code, Day, Id, Time
from kundcenter.domain.case_codes import (
    OVER,
    AnswerBy,
    CaseAct,
    CaseChannel,
    CaseField,
    CaseKind,
    ClockKind,
    Complainant,
    Duty,
    EditOutcome,
    Injury,
    InjuryDecision,
    LetterKind,
    Recipient,
    Said,
    Service,
    Stage,
)
from kundcenter.domain.case_errors import CaseNotFound
from kundcenter.domain.cases import Case, CaseEdit, CaseFacts, CaseStep

_AT_A_TIME = 500  # rows of a year that are held at once

cases = table(
    "cases",
    Column("id", Id, primary_key=True),
    Column("case_number", Text, nullable=False),  # made of the id, to be found by
    Column("care_unit", Text, nullable=False),
    Column("channel", Code(CaseChannel), nullable=False),
    Column("service", Code(Service)),
    Column("source", Text, nullable=False),
    Column("call_id", Id),
    Column("received_at", Time, nullable=False),
    Column("registered_at", Time, nullable=False),
    Column("registered_by", Id, nullable=False),
    Column("kind", Code(CaseKind), nullable=False),
    Column("complainant", Code(Complainant), nullable=False),
    Column("name", Text, nullable=False),
    Column("relation", Text, nullable=False),
    Column("consent", Code(Said), nullable=False),
    Column("person_id", Id, ForeignKey("people.id")),
    Column("patient", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("answer_by", Code(AnswerBy), nullable=False),
    Column("event", Text, nullable=False),
    Column("unit_id", Id, ForeignKey("units.id")),
    Column("provider", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("wanted", Text, nullable=False),
    Column("child", Code(Said), nullable=False),
    Column("language", Text, nullable=False),
    Column("injury", Code(Injury), nullable=False),
    Column("protected", Code(Said), nullable=False),
    Column("category", Text, nullable=False),
    Column("recipient", Code(Recipient), nullable=False),
    Column("heard", Code(Said), nullable=False),
    Column("registry", Text, nullable=False),
    Column("stage", Code(Stage), nullable=False),
    Column("stage_at", Time, nullable=False),
    Column("version", Integer, nullable=False),
    Column("owner", Id),
    Column("confirmed_at", Time),
    Column("answered_at", Time),
    Column("over_at", Time),
    Column("alerted_at", Time),
    Column("decision", Code(InjuryDecision), nullable=False),
    Column("decided_at", Time),
    Column("paused_since", Day),
    Column("pause_reason", Text, nullable=False),
    Column("paused_days", Integer, nullable=False),
    Column("promised_on", Day),
    Column("promised_paused", Integer, nullable=False),
    Column("due_at", Time),
    Column("due_clock", Code(ClockKind)),
    Column("conflicts", Integer, nullable=False),
    Column("flagged", Boolean, nullable=False),
    Column("handed_to", Code(Recipient), nullable=False),
    Column("callback_id", Id),
    Index(None, "case_number"),
    Index(None, "received_at"),
    Index(None, "confirmed_at"),
    Index(None, "registered_by", "registered_at"),
)

case_steps = table(
    "case_steps",
    Column("id", Id, primary_key=True),
    Column("case_id", Id, ForeignKey("cases.id"), nullable=False),
    Column("at", Time, nullable=False),
    Column("by", Id, nullable=False),
    Column("act", Code(CaseAct), nullable=False),
    Column("text", Text, nullable=False),
    Column("owner", Id),
    Column("day", Day),
    Column("days", Integer, nullable=False),
    Column("duty", Code(Duty)),
    Column("decision", Code(InjuryDecision), nullable=False),
    Column("recipient", Code(Recipient), nullable=False),
    Column("letter", Code(LetterKind)),
    Column("by_way", Code(AnswerBy), nullable=False),
    Column("late", Boolean, nullable=False),
    Index(None, "case_id"),
)

case_edits = table(
    "case_edits",
    Column("id", Id, primary_key=True),
    Column("case_id", Id, ForeignKey("cases.id"), nullable=False),
    Column("name", Code(CaseField), nullable=False),
    Column("old", Text, nullable=False),
    Column("new", Text, nullable=False),
    Column("stood", Text, nullable=False),
    Column("at", Time, nullable=False),
    Column("by", Id, nullable=False),
    Column("outcome", Code(EditOutcome), nullable=False),
    Column("settles", Id),
    Index(None, "case_id"),
)

_C = cases.c
# One that is over is to be seen too: something came in since, or the chief has not decided yet.
_IS_OPEN = or_(
    _C.stage.not_in(spelt(sorted(OVER))),
    _C.due_at.is_not(None),
    _C.flagged == literal_column("true"),
)

# A list is read from the index alone, kind by kind: each has its own in the order of the list.
_ORDER = (_C.due_at, _C.received_at, _C.id)
_ASKED = (_C.stage, _C.flagged)  # what `_IS_OPEN` asks besides
Index("ix_cases_due", _C.kind, *_ORDER, *_ASKED, _C.due_clock, sqlite_where=_IS_OPEN)
Index("ix_cases_owned", _C.owner, _C.kind, *_ORDER, *_ASKED, sqlite_where=_IS_OPEN)
# What the chief has not decided about: few, however many the cases are.
_IS_UNDECIDED = and_(
    _C.injury.in_(spelt([Injury.SUSPECTED, Injury.SERIOUS])),
    _C.decision == literal_column("''"),
)
Index("ix_cases_undecided", _C.alerted_at, sqlite_where=_IS_UNDECIDED)
_HAS_SOURCE = _C.source != literal_column("''")  # not bound, or no index would be used
Index(None, _C.source, sqlite_where=_HAS_SOURCE)

_FACTS = tuple(each.name for each in fields(CaseFacts) if each.name not in {"person", "unit"})
_TOLD = tuple(each.name for each in fields(Case) if each.name != "facts")


def _flat(found: Case) -> dict[str, Any]:
    facts = found.facts
    return {
        **{name: getattr(found, name) for name in _TOLD},
        **{name: getattr(facts, name) for name in _FACTS},
        "case_number": found.number,
        "person_id": facts.person_id,
        "unit_id": facts.unit_id,
    }


def _whole(row: dict[str, Any]) -> Case:
    facts = CaseFacts(
        person=str(row["person_id"] or ""),
        unit=str(row["unit_id"] or ""),
        **{name: row[name] for name in _FACTS},
    )
    return Case(facts=facts, **{name: row[name] for name in _TOLD})


rows = Rows(cases, Case, flat=_flat, whole=_whole)
step_rows = Rows(case_steps, CaseStep)
edit_rows = Rows(case_edits, CaseEdit)


def _in_turn(of: Any) -> tuple[ColumnElement[Any], ...]:
    """The order of a list: what is due first, then what waits."""
    return of.due_at.asc().nulls_last(), of.received_at, of.id


def _due(kinds: int, *whose: ColumnElement[bool]) -> Select[Any]:
    """The cases of so many kinds, `kind_0` and on, in turn."""
    heads = [
        select(_C.id, _C.due_at, _C.received_at)
        .where(_IS_OPEN, _C.kind == bindparam(f"kind_{at}", type_=_C.kind.type), *whose)
        .order_by(*_in_turn(_C))
        .limit(bindparam("so_far"))
        .subquery()
        for at in range(kinds)
    ]
    merged = union_all(*(select(each) for each in heads)).subquery()
    page = (
        select(merged.c.id)
        .order_by(*_in_turn(merged.c))
        .limit(bindparam("most"))
        .offset(bindparam("skip"))
    )
    return rows.select().where(_C.id.in_(page)).order_by(*_in_turn(_C))


_KINDS = range(1, len(CaseKind) + 1)
_DUE = {many: _due(many) for many in _KINDS}
_OWNED = {many: _due(many, _C.owner == bindparam("owner")) for many in _KINDS}
_OF_NOBODY = {many: _due(many, _C.owner.is_(None)) for many in _KINDS}
_OF_KINDS = _C.kind.in_(bindparam("kinds", expanding=True))
_ENDS = _C.due_at <= bindparam("until", type_=Time)
_COUNT = select(func.count(), func.count().filter(_ENDS)).where(_IS_OPEN, _OF_KINDS)
_COUNT_SOME = select(
    func.count(),
    func.count().filter(_ENDS, _C.due_clock.in_(bindparam("clocks", expanding=True))),
).where(_IS_OPEN, _OF_KINDS)
_UNDECIDED = rows.select().where(_IS_UNDECIDED).order_by(_C.alerted_at, _C.id)
_BY_NUMBER = (
    rows.select().where(_C.case_number == bindparam("case_number")).order_by(_C.received_at, _C.id)
)
_BY_SOURCE = (
    select(_C.source, _C.id)
    .where(_C.source.in_(bindparam("sources", expanding=True)), _HAS_SOURCE)
    .order_by(_C.id)
)
_REGISTERED = (
    rows.select()
    .where(_C.registered_by == bindparam("by"), _C.registered_at >= bindparam("since"))
    .order_by(_C.registered_at.desc(), _C.id)
)
_RECEIVED = (
    rows.select()
    .where(_C.received_at >= bindparam("start"), _C.received_at < bindparam("end"), _OF_KINDS)
    .order_by(_C.received_at, _C.id)
)
_STEPS = (
    step_rows.select()
    .where(case_steps.c.case_id.in_(bindparam("case_ids", expanding=True)))
    .order_by(case_steps.c.at, case_steps.c.id)
)
_EDITS = (
    edit_rows.select()
    .where(case_edits.c.case_id.in_(bindparam("case_ids", expanding=True)))
    .order_by(case_edits.c.at, case_edits.c.id)
)


class SqlCases:
    """Cases by id, number and source, by what is due, and by the year; their steps and edits."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._on = unit.connection

    def get(self, id: UUID) -> Case:
        """The case, however far it has come.  Raises CaseNotFound."""
        found = self.find(id)
        if found is None:
            raise CaseNotFound(id=id)
        return found

    def find(self, id: UUID) -> Case | None:
        """The case, or None when this store does not have it: it is too old, or never came."""
        self._unit.note_read("case", id)
        return rows.get(self._on, id)

    def put(self, case: Case) -> None:
        rows.put(self._on, case)
        self._unit.note_wrote("case", case.id)

    def add_step(self, step: CaseStep) -> None:
        step_rows.add(self._on, step)
        self._unit.note_wrote("case", step.case_id)

    def add_edit(self, edit: CaseEdit) -> None:
        edit_rows.add(self._on, edit)
        self._unit.note_wrote("case", edit.case_id)

    def steps(self, case_ids: Collection[UUID]) -> tuple[CaseStep, ...]:
        """What was done with them, the oldest first."""
        return step_rows.all(self._on, _STEPS, case_ids=list(case_ids))

    def edits(self, case_ids: Collection[UUID]) -> tuple[CaseEdit, ...]:
        """What became of the edits of their fields, the oldest first."""
        return edit_rows.all(self._on, _EDITS, case_ids=list(case_ids))

    def due(
        self,
        kinds: Collection[CaseKind],
        *,
        owner: UUID | None = None,
        nobody: bool = False,
        limit: int = 200,
        skip: int = 0,
    ) -> tuple[Case, ...]:
        """Those that are not over: what is due first, then what waits; of one owner or of none.

        One that is over is among them as long as something of it is due (the chief's decision),
        and when something came in after it was over.
        """
        asked = sorted(set(kinds))
        if not asked:
            return ()
        named: dict[str, object] = {f"kind_{at}": kind for at, kind in enumerate(asked)}
        queries = _DUE
        if nobody:
            queries = _OF_NOBODY
        elif owner is not None:
            queries = _OWNED
            named["owner"] = owner
        named |= {"most": limit, "skip": skip, "so_far": limit + skip}
        return rows.all(self._on, queries[len(asked)], **named)

    def count(
        self, kinds: Collection[CaseKind], until: datetime, clocks: Collection[ClockKind] = ()
    ) -> tuple[int, int]:
        """How many are not over, and of how many of them the next clock ends by then.

        With `clocks`, of how many it is one of those and ends by then.
        """
        named: dict[str, object] = {"kinds": list(kinds), "until": until}
        if clocks:
            found = self._on.execute(_COUNT_SOME, {**named, "clocks": list(clocks)}).one()
        else:
            found = self._on.execute(_COUNT, named).one()
        return found[0], found[1]

    def undecided(self) -> tuple[Case, ...]:
        """Those of which nobody has decided about a suspected care injury: the first told first."""
        return rows.all(self._on, _UNDECIDED)

    def by_number(self, number: str) -> tuple[Case, ...]:
        """Those that have the number: chance may have given it twice.  The oldest first."""
        return rows.all(self._on, _BY_NUMBER, case_number=number)

    def by_source(self, sources: Collection[str]) -> dict[str, UUID]:
        """The cases that have come in already, by their numbers in the e-service."""
        found = self._on.execute(_BY_SOURCE, {"sources": list(sources)})
        return {row.source: row.id for row in found}

    def registered(self, by: UUID, since: datetime) -> tuple[Case, ...]:
        """What one operator has taken in since then, the latest first."""
        return rows.all(self._on, _REGISTERED, by=by, since=since)

    def received(
        self, kinds: Collection[CaseKind], start: datetime, end: datetime
    ) -> Iterable[Case]:
        """Those received in [start, end), in that order; read while they are gone through."""
        named = {"kinds": list(kinds), "start": start, "end": end}
        return self._passing(named)

    def _passing(self, named: dict[str, object]) -> Iterator[Case]:
        found = self._on.execute(_RECEIVED, named, execution_options={"yield_per": _AT_A_TIME})
        names = tuple(cases.c.keys())
        for row in found:
            yield rows.whole(dict(zip(names, row, strict=True)))
