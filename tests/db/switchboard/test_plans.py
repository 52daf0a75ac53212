"""No look of the switchboard reads a whole table, in either database, whatever it holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, Engine, event, text

from db.base import Rows, Unit
from db.connect import open_central, open_local
from db.service_desk import questions, topics
from db.service_desk.questions import SqlQuestions
from db.service_desk.topics import SqlTopics
from db.switchboard import absences, contacts, inquiries, messages, transfers
from db.switchboard.absences import SqlAbsences
from db.switchboard.contacts import SqlContacts
from db.switchboard.inquiries import SqlInquiries
from db.switchboard.messages import SqlMessages
from db.switchboard.transfers import SqlTransfers
from kundcenter.domain.service_desk.topics import Heading, TopicVersion
from kundcenter.domain.switchboard.messages import (
    OPEN,
    MessageState,
    MessageStep,
    MessageStepKind,
)
from kundcenter.domain.switchboard.transfers import TransferState
from kundcenter.start.desk import new_id
from tests.db.switchboard.values import (
    HOUR,
    ME,
    absence,
    contact,
    inquiry,
    message,
    on,
    question,
    topic,
    transfer,
)
from tests.ground import KEY, MORNING, fill_central, fill_local, opened
from tests.postgres import PostgresServer

MANY = 3_000
Look = Callable[[Unit], object]
LOOKS: dict[str, Look] = {
    "contacts.get": lambda unit: SqlContacts(unit).some([ME]),
    "contacts.by_keys": lambda unit: SqlContacts(unit).by_keys("D7", ["K7", "K8"]),
    "contacts.keyed": lambda unit: SqlContacts(unit).keyed("D7"),
    "absences.standing": lambda unit: SqlAbsences(unit).standing(MORNING),
    "absences.of": lambda unit: SqlAbsences(unit).of(ME, 50),
    "messages.in_states": lambda unit: SqlMessages(unit).in_states(OPEN, 200),
    "messages.latest": lambda unit: SqlMessages(unit).latest(None, 200),
    "messages.latest of one": lambda unit: SqlMessages(unit).latest(ME, 200),
    "messages.steps": lambda unit: SqlMessages(unit).steps([ME]),
    "transfers.of_calls": lambda unit: SqlTransfers(unit).of_calls([ME]),
    "transfers.open_of": lambda unit: SqlTransfers(unit).open_of(ME),
    "inquiries.latest": lambda unit: SqlInquiries(unit).latest(None, 50),
    "inquiries.latest of one": lambda unit: SqlInquiries(unit).latest(ME, 50),
    "inquiries.of_person": lambda unit: SqlInquiries(unit).of_person([ME]),
    "topics.versions": lambda unit: SqlTopics(unit).versions(ME),
    "questions.waiting": lambda unit: SqlQuestions(unit).waiting(200),
    "questions.counts": lambda unit: SqlQuestions(unit).counts(MORNING, MORNING + HOUR),
}
# Lists that are cut short are not put in order first: the index has them in it.
IN_ORDER = (
    *("messages.in_states", "messages.latest", "messages.latest of one"),
    *("inquiries.latest", "inquiries.latest of one", "questions.waiting", "absences.of"),
)


@pytest.fixture(scope="module", params=["sqlcipher", "postgresql"])
def long_used(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    postgres_server: PostgresServer,
) -> Iterator[Engine]:
    """A store with thousands of rows in every table; who reads it changes nothing."""
    with ExitStack() as stack:
        if request.param == "sqlcipher":
            path: Path = tmp_path_factory.mktemp("plans") / "desk.db"
            fill_local(path)
            engine = stack.enter_context(opened(open_local(path, KEY)))
        else:
            url = stack.enter_context(postgres_server.clone("empty", fill_central))
            engine = stack.enter_context(opened(open_central(url)))
        with engine.begin() as connection:
            fill(connection)
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("ANALYZE"))
        yield engine


def fill(connection: Connection) -> None:
    """Thousands of each; few are still going on."""
    people = [contact(key=f"K{at}", directory=f"D{at % 40}") for at in range(MANY)]
    put(connection, contacts.rows, people)
    who = cycle(each.id for each in people)
    times = [MORNING - timedelta(hours=at) for at in range(MANY)]
    away = [absence(next(who), starts_at=at - HOUR, back_at=at) for at in times]
    ended = [replace(each, id=new_id(), ended_at=each.back_at) for each in away]
    put(connection, absences.rows, [*away, *ended])
    sent = [
        message(
            written_at=at,
            state=MessageState.FAILED if number % 500 == 0 else MessageState.SENT,
            written_by=UUID(int=number % 40),
            urgent=number % 10 == 0,
        )
        for number, at in enumerate(times)
    ]
    put(connection, messages.rows, sent)
    steps = [MessageStep(new_id(), e.id, MessageStepKind.WRITTEN, e.written_at, ME) for e in sent]
    put(connection, messages.step_rows, steps)
    passed = [
        transfer(
            new_id(),
            begun_at=at,
            begun_by=UUID(int=number % 40),
            state=TransferState.BEGUN if number % 500 == 0 else TransferState.PASSED,
        )
        for number, at in enumerate(times)
    ]
    put(connection, transfers.rows, passed)
    asked = [inquiry(at=at, by=UUID(int=number % 40)) for number, at in enumerate(times)]
    put(connection, inquiries.rows, asked)
    cards = [topic(heading=heading) for heading in Heading for _ in range(100)]
    put(connection, topics.rows, cards)
    put(connection, topics.version_rows, [TopicVersion(each) for each in cards])
    headings = cycle(Heading)
    told = [
        question(
            at=at,
            heading=next(headings),
            unanswered="Vad?" if number % 20 == 0 else "",
            settled_at=at if number % 100 else None,
        )
        for number, at in enumerate(times)
    ]
    put(connection, questions.rows, told)


def put(connection: Connection, rows: Rows[Any], values: Sequence[Any]) -> None:
    rows.add_all(connection, values)


@pytest.mark.parametrize("look", LOOKS)
def test_no_look_reads_a_whole_table(long_used: Engine, look: str) -> None:
    plan = planned(long_used, LOOKS[look])
    assert plan
    assert read_wholly(plan) == []


@pytest.mark.parametrize("look", IN_ORDER)
def test_a_list_that_is_cut_short_is_read_in_its_order(long_used: Engine, look: str) -> None:
    assert [line for line in planned(long_used, LOOKS[look]) if put_in_order(line)] == []


def test_what_is_not_indexed_is_seen(long_used: Engine) -> None:
    every = messages.rows.select().order_by(messages.messages.c.caller)
    plan = planned(long_used, lambda unit: unit.connection.execute(every))
    assert read_wholly(plan) == ["messages"]
    assert any(map(put_in_order, plan))


def read_wholly(plan: list[str]) -> list[str]:
    """The tables that are gone through from end to end; an index that is read alone is none."""
    found = [re.match(r"SCAN (\w+)$|.*Seq Scan on (\w+)", line) for line in plan]
    return [each[1] or each[2] for each in found if each]


def put_in_order(line: str) -> bool:
    """A sort, but for one of what has come in order so far."""
    return "TEMP B-TREE FOR ORDER BY" in line or re.search(r"(^|-> +)Sort ", line) is not None


@contextmanager
def listening(engine: Engine) -> Iterator[list[tuple[str, Any]]]:
    said: list[tuple[str, Any]] = []

    def heard(*told: Any) -> None:
        said.append((told[2], told[3]))

    event.listen(engine, "before_cursor_execute", heard)
    yield said
    event.remove(engine, "before_cursor_execute", heard)


def planned(engine: Engine, look: Look) -> list[str]:
    """What the planner does for the look's statements, line by line."""
    word = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"
    with on(engine) as unit:
        if engine.dialect.name != "sqlite":  # it sorts a handful, unless it is asked not to
            unit.connection.exec_driver_sql("SET LOCAL enable_sort = off")
        with listening(engine) as said:
            look(unit)
        return [
            str(row[-1])
            for statement, values in said
            for row in unit.connection.exec_driver_sql(f"{word} {statement}", values)
        ]
