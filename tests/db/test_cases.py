"""Cases in both databases: every field comes back, lists are in order, and none is slow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine, event

from db import case_terms, cases
from db.base import Unit
from db.case_terms import SqlCaseTerms
from db.cases import SqlCases
from db.tables import metadata
from kundcenter.domain.case_codes import (
    FEEDBACK,
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
from kundcenter.domain.case_terms import (
    CATEGORIES,
    TIMES,
    CaseTerms,
    CaseTermsNotFound,
    CaseTimes,
    Category,
)
from kundcenter.domain.cases import Case, CaseEdit, CaseFacts, CaseStep
from kundcenter.start.desk import new_id
from tests.ground import CARE_UNIT, MORNING, Ground

HOUR = timedelta(hours=1)
ME = UUID(int=7)
ALL = frozenset(CaseKind)


def plain(**said: Any) -> Case:
    """A case of which nothing more is known."""
    kind = said.pop("kind", CaseKind.COMPLAINT)
    told: dict[str, Any] = {
        "id": new_id(),
        "care_unit": CARE_UNIT,
        "channel": CaseChannel.TELEPHONE,
        "received_at": MORNING,
        "registered_at": MORNING,
        "registered_by": ME,
        "facts": CaseFacts(kind=kind),
        "stage": Stage.REGISTERED,
        "stage_at": MORNING,
    }
    return Case(**{**told, **said})


def full(person: UUID, unit: UUID) -> Case:
    """A case with something in every field."""
    facts = CaseFacts(
        kind=CaseKind.VIEW,
        complainant=Complainant.RELATIVE,
        name="Test Närstående",
        relation="dotter",
        consent=Said.YES,
        person=str(person),
        patient="Test Patient",
        number="+46701740605",
        address="Testvägen 1\n553 00 Jönköping",
        email="test@example.com",
        answer_by=AnswerBy.EMAIL,
        event="2026-11",
        unit=str(unit),
        provider="Testvård AB",
        words="”De lyssnade inte” – så sade hon 😀",
        summary="Upplever bristande bemötande.",
        wanted="En ursäkt",
        child=Said.NO,
        language="polska",
        injury=Injury.SUSPECTED,
        protected=Said.YES,
        category="3.4",
        recipient=Recipient.CHIEF,
        heard=Said.NO,
        registry="RJL 2026/17",
    )
    return plain(
        facts=facts,
        channel=CaseChannel.LETTER,
        stage=Stage.ASKED,
        version=4,
        service=Service.FEEDBACK,
        source="SYNPUNKTER#17",
        call_id=new_id(),
        owner=new_id(),
        confirmed_at=MORNING + HOUR,
        answered_at=MORNING + 2 * HOUR,
        over_at=MORNING + 3 * HOUR,
        alerted_at=MORNING + 4 * HOUR,
        decision=InjuryDecision.DEVIATION,
        decided_at=MORNING + 5 * HOUR,
        paused_since=date(2026, 11, 20),
        pause_reason="Vi väntar på samtycke",
        paused_days=3,
        promised_on=date(2026, 12, 24),
        promised_paused=2,
        due_at=MORNING + 6 * HOUR,
        due_clock=ClockKind.LEX_MARIA,
        conflicts=2,
        flagged=True,
        handed_to=Recipient.IVO,
        callback_id=new_id(),
    )


@contextmanager
def stored(engine: Engine, *held: Case) -> Iterator[SqlCases]:
    with engine.connect() as connection:
        found = SqlCases(Unit(connection))
        for each in held:
            found.put(each)
        yield found
        connection.rollback()


def due_of(store: SqlCases, **asked: Any) -> list[UUID]:
    return [each.id for each in store.due(asked.pop("kinds", ALL), **asked)]


def test_every_field_of_a_case_comes_back(ground: Ground) -> None:
    ground.nurse()
    person = ground.person()
    ground.sign_in("admin")
    whole = full(person, ground.unit())
    empty = [each.name for each in fields(CaseFacts) if not getattr(whole.facts, each.name)]
    assert empty == []
    assert [each.name for each in fields(Case) if not getattr(whole, each.name)] == []
    bare = plain()
    with stored(ground.engine, whole, bare) as store:
        assert store.get(whole.id) == whole
        assert store.get(bare.id) == bare
        moved = replace(whole, stage=Stage.CLOSED, facts=replace(whole.facts, person="", unit=""))
        store.put(moved)
        assert store.get(whole.id) == moved


def test_one_that_is_not_there_is_said_so(engine: Engine) -> None:
    with stored(engine) as store:
        assert store.find(ME) is None
        with pytest.raises(CaseNotFound):
            store.get(ME)


def test_steps_and_edits_come_back_in_the_order_they_were_made(engine: Engine) -> None:
    case = plain()
    step = CaseStep(
        id=new_id(),
        case_id=case.id,
        at=MORNING + HOUR,
        by=ME,
        act=CaseAct.ASKED,
        text="Vilken dag var det?",
        owner=new_id(),
        day=date(2026, 12, 1),
        days=2,
        duty=Duty.IVO,
        decision=InjuryDecision.LEX_MARIA,
        recipient=Recipient.LOF,
        letter=LetterKind.ANSWER,
        by_way=AnswerBy.INBOX,
        late=True,
    )
    first = CaseStep(new_id(), case.id, MORNING, ME, CaseAct.REGISTERED)
    edits = [
        CaseEdit(
            new_id(),
            case.id,
            CaseField.SUMMARY,
            "ett",
            "två",
            "tre",
            MORNING + at * HOUR,
            ME,
            outcome,
            settles,
        )
        for at, outcome, settles in (
            (0, EditOutcome.CONFLICT, None),
            (1, EditOutcome.CHOSEN, new_id()),
        )
    ]
    with stored(engine, case) as store:
        store.add_step(step)
        store.add_step(first)
        for each in reversed(edits):
            store.add_edit(each)
        assert store.steps([case.id]) == (first, step)
        assert store.edits([case.id]) == tuple(edits)
        assert store.steps([]) == ()
        assert store.edits([]) == ()


def test_what_is_due_first_is_first_and_what_waits_is_last(engine: Engine) -> None:
    waits = plain(received_at=MORNING - 30 * HOUR)
    later, soon, same = (plain(due_at=MORNING + at * HOUR) for at in (9, 1, 1))
    older = plain(due_at=MORNING + HOUR, received_at=MORNING - HOUR, kind=CaseKind.E_SERVICE)
    with stored(engine, waits, later, soon, same, older) as store:
        found = due_of(store)
        assert found == [older.id, *sorted([soon.id, same.id]), later.id, waits.id]
        pages = [due_of(store, limit=2, skip=skip) for skip in (0, 2, 4, 6)]
        assert pages == [found[:2], found[2:4], found[4:], []]


@pytest.mark.parametrize("stage", [Stage.CLOSED, Stage.HANDED_OVER, Stage.WITHDRAWN])
def test_what_is_over_is_no_more_on_the_list_unless_somebody_has_to_see_it(
    engine: Engine, stage: Stage
) -> None:
    over = plain(stage=stage)
    undecided = plain(stage=stage, due_at=MORNING, due_clock=ClockKind.INJURY)
    flagged = plain(stage=stage, flagged=True)
    with stored(engine, over, flagged, undecided) as store:
        assert due_of(store) == [undecided.id, flagged.id]
        assert store.count(ALL, MORNING) == (2, 1)


def test_a_list_is_of_its_kinds_and_of_one_owner_or_of_none(engine: Engine) -> None:
    mine = plain(owner=ME, due_at=MORNING)
    theirs = plain(owner=new_id(), due_at=MORNING - HOUR)
    free = plain(kind=CaseKind.ADVICE, due_at=MORNING - 2 * HOUR)
    with stored(engine, mine, theirs, free) as store:
        assert due_of(store) == [free.id, theirs.id, mine.id]
        assert due_of(store, kinds=FEEDBACK) == [theirs.id, mine.id]
        assert due_of(store, kinds=[*FEEDBACK, *FEEDBACK]) == [theirs.id, mine.id]
        assert due_of(store, kinds={CaseKind.ADVICE}) == [free.id]
        assert due_of(store, kinds=()) == []
        assert due_of(store, owner=ME) == [mine.id]
        assert due_of(store, owner=ME, kinds={CaseKind.ADVICE}) == []
        assert due_of(store, nobody=True) == [free.id]
        assert due_of(store, nobody=True, kinds=FEEDBACK) == []
        assert store.count(ALL, MORNING - HOUR) == (3, 2)
        assert store.count(FEEDBACK, MORNING - HOUR) == (2, 1)
        assert store.count((), MORNING) == (0, 0)


def test_those_are_counted_whose_next_clock_is_one_of_some(engine: Engine) -> None:
    answer = plain(due_at=MORNING, due_clock=ClockKind.ANSWER)
    later = plain(due_at=MORNING + HOUR, due_clock=ClockKind.ANSWER)
    confirm = plain(due_at=MORNING, due_clock=ClockKind.CONFIRM)
    with stored(engine, answer, later, confirm) as store:
        assert store.count(ALL, MORNING) == (3, 2)
        assert store.count(ALL, MORNING, {ClockKind.ANSWER}) == (3, 1)
        assert store.count(ALL, MORNING + HOUR, {ClockKind.ANSWER}) == (3, 2)
        assert store.count(ALL, MORNING, {ClockKind.IVO, ClockKind.CONFIRM}) == (3, 1)
        assert store.count({CaseKind.ADVICE}, MORNING, {ClockKind.ANSWER}) == (0, 0)


def test_a_case_is_found_by_its_number_and_by_its_source(engine: Engine) -> None:
    one, other = plain(source="INTYG#1"), plain()
    with stored(engine, one, other) as store:
        assert store.by_number(one.number) == (one,)
        assert store.by_number("") == ()
        assert store.by_source(["INTYG#1", "INTYG#2"]) == {"INTYG#1": one.id}
        assert store.by_source([""]) == {}


def test_what_somebody_took_in_and_what_a_year_brought(engine: Engine) -> None:
    held = [
        plain(
            received_at=MORNING + at * HOUR,
            registered_at=MORNING + at * HOUR,
            stage=Stage.CLOSED if at % 2 else Stage.REGISTERED,
        )
        for at in range(4)
    ]
    of_another = plain(registered_by=new_id(), kind=CaseKind.E_SERVICE)
    with stored(engine, *reversed(held), of_another) as store:
        assert store.registered(ME, MORNING + HOUR) == tuple(reversed(held[1:]))
        year = list(store.received(FEEDBACK, MORNING, MORNING + 3 * HOUR))
        assert year == held[:3]
        assert len(list(store.received(ALL, MORNING, MORNING + HOUR))) == 2
        assert list(store.received((), MORNING, MORNING + HOUR)) == []


def test_a_year_is_read_in_parts_and_is_whole(engine: Engine) -> None:
    held = [plain(received_at=MORNING + timedelta(seconds=at)) for at in range(1201)]
    with stored(engine, *held) as store:
        assert list(store.received(ALL, MORNING, MORNING + HOUR)) == held


def test_editions_of_terms_come_back_and_the_latest_counts(engine: Engine) -> None:
    first = CaseTerms(new_id(), 1, CATEGORIES, TIMES, MORNING, ME, "Påhittad", demonstration=True)
    changed = (*CATEGORIES, Category("10", "Ännu en – ”ny”", ended=True))
    times = CaseTimes(**{each.name: 7 for each in fields(CaseTimes)})
    second = CaseTerms(new_id(), 2, changed, times, MORNING + HOUR, ME)
    with engine.connect() as connection:
        store = SqlCaseTerms(Unit(connection))
        assert store.latest() is None
        assert store.all() == ()
        for each in (second, first):
            store.add(each)
        assert store.latest() == second
        assert store.all() == (first, second)
        assert store.get(first.id) == first
        with pytest.raises(CaseTermsNotFound):
            store.get(ME)
        connection.rollback()
    assert case_terms.rows.whole(case_terms.rows.row(first)) == first


LOOKS: dict[str, Any] = {
    "due": lambda store, at: store.due(ALL),
    "due of some": lambda store, at: store.due(FEEDBACK, skip=40, limit=20),
    "owned": lambda store, at: store.due(ALL, owner=ME),
    "of nobody": lambda store, at: store.due(ALL, nobody=True),
    "count": lambda store, at: store.count(ALL, at),
    "count of some": lambda store, at: store.count(ALL, at, {ClockKind.ANSWER}),
    "number": lambda store, at: store.by_number("7F3K-9Q2M"),
    "source": lambda store, at: store.by_source(["INTYG#1"]),
    "registered": lambda store, at: store.registered(ME, at),
    "received": lambda store, at: list(store.received(ALL, at, at + HOUR)),
    "steps": lambda store, at: store.steps([ME]),
    "edits": lambda store, at: store.edits([ME]),
}


@pytest.mark.parametrize("look", LOOKS)
def test_no_look_reads_every_case(local: Engine, look: str) -> None:
    plan = planned(local, LOOKS[look])
    assert scanned(plan) == []
    assert any("USING" in line and "INDEX" in line for line in plan)


def test_a_look_that_reads_every_case_is_seen(local: Engine) -> None:
    everything = cases.rows.select().where(cases.cases.c.words == "x")
    assert scanned(planned(local, lambda store, _: store._on.execute(everything))) == ["cases"]


def scanned(plan: list[str]) -> list[str]:
    """The tables that are read from end to end; what a subquery has found is no table."""
    found = [re.match(r"SCAN (\w+)", line) for line in plan]
    return [each[1] for each in found if each and each[1] in metadata.tables]


def planned(engine: Engine, look: Any) -> list[str]:
    """What SQLite's planner does for the looks' statements."""
    said: list[tuple[str, Any]] = []

    def heard(*told: Any) -> None:
        said.append((told[2], told[3]))

    with engine.connect() as connection:
        event.listen(engine, "before_cursor_execute", heard)
        look(SqlCases(Unit(connection)), MORNING)
        event.remove(engine, "before_cursor_execute", heard)
        return [
            line
            for statement, values in said
            for *_, line in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        ]


def test_a_list_reads_no_more_cases_than_it_shows(local: Engine) -> None:
    """By the planner's word: within each kind the index is in the order of the list."""
    for look in ("due", "owned", "of nobody"):
        plan = planned(local, LOOKS[look])
        index = [line for line in plan if "ix_cases_" in line]
        assert len(index) == len(CaseKind), plan
        assert all("COVERING INDEX" in line for line in index), plan
