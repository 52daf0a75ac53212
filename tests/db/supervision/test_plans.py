"""No look of the supervisor reads a whole table, in either database, whatever it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, Engine, text

from db.base import Rows, Unit
from db.calls import SqlCalls
from db.calls import rows as call_rows
from db.connect import open_central, open_local
from db.supervision import (
    call_reviews,
    feedback,
    incidents,
    presences,
    queue_calls,
    samples,
    work_turns,
)
from db.supervision.call_reviews import SqlCallReviews
from db.supervision.feedback import SqlFeedback
from db.supervision.incidents import SqlIncidents
from db.supervision.presences import SqlPresences
from db.supervision.queue_calls import SqlQueueCalls
from db.supervision.samples import SqlSamples
from db.supervision.work_turns import SqlWorkTurns
from kundcenter.domain.access import Role
from kundcenter.domain.calls import Call, CallState, Channel
from kundcenter.domain.supervision.call_reviews import CallReview
from kundcenter.domain.supervision.feedback import About, Feedback, FeedbackDraft, FeedbackState
from kundcenter.domain.supervision.incidents import Incident, IncidentKind
from kundcenter.domain.supervision.presences import Presence, PresenceKind
from kundcenter.domain.supervision.queue_calls import QueueCall
from kundcenter.domain.supervision.samples import Sample, SampledCall
from kundcenter.domain.supervision.work_turns import WorkTurn
from kundcenter.start.desk import new_id
from tests.db.switchboard.test_plans import planned, put_in_order, read_wholly
from tests.ground import KEY, MORNING, fill_central, fill_local, opened
from tests.postgres import PostgresServer

MANY = 3_000
HOUR = timedelta(hours=1)
ME = UUID(int=7)
NOW = MORNING - HOUR, MORNING
LOOKS: dict[str, Callable[[Unit], object]] = {
    "queue_calls.some": lambda unit: SqlQueueCalls(unit).some([ME]),
    "queue_calls.between": lambda unit: SqlQueueCalls(unit).between(*NOW),
    "presences.open": lambda unit: SqlPresences(unit).open(),
    "presences.open_of": lambda unit: SqlPresences(unit).open_of(ME),
    "presences.of": lambda unit: SqlPresences(unit).of(ME, *NOW),
    "presences.between": lambda unit: SqlPresences(unit).between(*NOW),
    "incidents.standing": lambda unit: SqlIncidents(unit).standing(),
    "incidents.between": lambda unit: SqlIncidents(unit).between(*NOW),
    "work_turns.between": lambda unit: SqlWorkTurns(unit).between(*NOW),
    "samples.latest": lambda unit: SqlSamples(unit).latest(9),
    "samples.judged": lambda unit: SqlSamples(unit).judged([ME]),
    "call_reviews.latest": lambda unit: SqlCallReviews(unit).latest(9),
    "call_reviews.of_operator": lambda unit: SqlCallReviews(unit).of_operator(ME, 9),
    "call_reviews.of_calls": lambda unit: SqlCallReviews(unit).of_calls([ME]),
    "feedback.waiting": lambda unit: SqlFeedback(unit).waiting(9),
    "feedback.latest": lambda unit: SqlFeedback(unit).latest(9),
    "feedback.of_sender": lambda unit: SqlFeedback(unit).of_sender(ME, 9),
    "calls.answered_between": lambda unit: SqlCalls(unit).answered_between(*NOW),
    "calls.answered_between in a queue": lambda u: SqlCalls(u).answered_between(*NOW, "1177"),
    "calls.answered_by": lambda unit: SqlCalls(unit).answered_by(ME, *NOW),
}
# Lists that are cut short are not put in order first: the index has them in it.
IN_ORDER = (
    *("samples.latest", "call_reviews.latest", "call_reviews.of_operator"),
    *("feedback.waiting", "feedback.latest", "feedback.of_sender"),
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
    """Thousands of each, some in each hour; few are still going on."""
    turns, there, left, calls = list[WorkTurn](), list[Presence](), list[QueueCall](), list[Call]()
    reviews, told, away = list[CallReview](), list[Feedback](), list[Incident]()
    judged = list[SampledCall]()
    plain = Sample(new_id(), ME, MORNING, MORNING - HOUR, MORNING, "1", 1, 1, (ME,))
    drawn = [replace(plain, id=new_id(), drawn_at=MORNING - HOUR * at) for at in range(300)]
    for at in range(MANY):
        start, end, who = MORNING - HOUR * (at + 1), MORNING - HOUR * at, UUID(int=at % 40)
        turns.append(WorkTurn(new_id(), who, Role.NURSE, "D", start, end))
        over = end if at % 500 else None
        there.append(
            Presence(new_id(), who, new_id(), PresenceKind.SIGNED_IN, None, start, end, over)
        )
        away.append(Incident(new_id(), IncidentKind.LINE, start, over, "", who))
        left.append(QueueCall(new_id(), f"line-{at}", "1177", start, end))
        state, queue = CallState.DONE, "1177"
        call = Call(new_id(), Channel.LINE, start, start, queue=queue, state=state)
        calls.append(replace(call, operator_id=who, answered_at=start, ended_at=end, closed_at=end))
        written = start if at % 2 else None
        reviews.append(CallReview(new_id(), call.id, who, ME, start, written_at=written))
        state_of = FeedbackState.CHANGED if at % 100 else FeedbackState.OPEN
        draft = FeedbackDraft(About.RULES, "Fel", name="Regler")
        told.append(Feedback(new_id(), draft, start, who, state_of))
        of = drawn[at % 300].id
        judged.append(SampledCall(new_id(), of, call.id, False, None, None, who, start))
    every: tuple[tuple[Rows[Any], Sequence[Any]], ...] = (
        (work_turns.rows, turns),
        (presences.rows, there),
        (incidents.rows, away),
        (queue_calls.rows, left),
        (call_rows, calls),
        (call_reviews.rows, reviews),
        (feedback.rows, told),
        (samples.rows, drawn),
        (samples.judged_rows, judged),
    )
    for rows, values in every:
        rows.add_all(connection, values)


@pytest.mark.parametrize("look", LOOKS)
def test_no_look_reads_a_whole_table(long_used: Engine, look: str) -> None:
    plan = planned(long_used, LOOKS[look])
    assert plan
    assert read_wholly(plan) == []


@pytest.mark.parametrize("look", IN_ORDER)
def test_a_list_that_is_cut_short_is_read_in_its_order(long_used: Engine, look: str) -> None:
    assert [line for line in planned(long_used, LOOKS[look]) if put_in_order(line)] == []
