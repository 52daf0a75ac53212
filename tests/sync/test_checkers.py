"""Every checker is seen to name a bug that is planted for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import Connection, delete, text

from db.cases import SqlCases
from db.exchange_tables import before
from db.supervision.feedback import SqlFeedback
from db.supervision.samples import SqlSamples
from db.switchboard.messages import SqlMessages
from db.sync import batch, feed, rounds, touches
from db.sync.batch import SqlBatch
from db.sync.desk import SqlLocal
from kundcenter.claiming import freeing, making
from kundcenter.domain.case_codes import EditOutcome
from kundcenter.domain.cases import CaseEdit
from kundcenter.domain.feed import BucketRows, Diverged, Page, Result
from kundcenter.domain.supervision.feedback import Feedback
from kundcenter.domain.supervision.samples import SampledCall
from kundcenter.domain.switchboard.messages import MessageStep, MessageStepKind
from kundcenter.services.callbacks import placing
from tests.ground import fill_local
from tests.postgres import PostgresServer
from tests.sync import checkers
from tests.sync.simulator.hall import Hall, a_hall
from tests.sync.simulator.run import outcome
from tests.sync.simulator.world import World

SEEDS = range(1, 25)  # one of them shows each bug; most of them show most
RARE = {"what_was_said_against_is_thrown_away": range(50, 98)}  # two must meet in one field
FIRST = {  # what shows the bug is not left to chance alone: it is tried at every desk
    "what_was_said_against_is_thrown_away": ("case_edit",) * 8,
    "a_message_is_only_written": ("message_failed", "message_received"),
    "what_was_noted_is_forgotten": ("feedback_send", "sample_judge"),
}
STEPS = 30

Plant = Callable[[pytest.MonkeyPatch], None]


@pytest.fixture(scope="module")
def hall(
    postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Hall]:
    folder = tmp_path_factory.mktemp("checkers")
    fill_local(folder / "empty")
    with a_hall(postgres_server, folder / "empty", folder) as found:
        yield found


# -- bugs in the program -------------------------------------------------------------------------


def a_row_is_skipped(patch: pytest.MonkeyPatch) -> None:
    whole = feed.following

    def skipping(*args: Any, **named: Any) -> BucketRows:
        part = whole(*args, **named)
        return replace(part, rows=part.rows[:1] + part.rows[2:])

    patch.setattr(feed, "following", skipping)


def numbers_come_from_a_sequence(patch: pytest.MonkeyPatch) -> None:
    counters = feed._counters

    def holed(connection: Connection, ids: Sequence[str]) -> dict[str, Any]:
        found = counters(connection, ids)
        for each in found.values():
            each.seq += 1  # as if a transaction with the number had been undone
        return found

    patch.setattr(feed, "_counters", holed)


def pages_are_taken_in_by_halves(patch: pytest.MonkeyPatch) -> None:
    apply = SqlLocal.apply

    chance = Random(1)

    def half(self: SqlLocal, pages: Sequence[Page]) -> Any:
        some = [
            replace(page, buckets=tuple(b for b in page.buckets if chance.random() < 0.5))
            for page in pages[:1]
        ]
        return apply(self, some)

    patch.setattr(SqlLocal, "apply", half)


def what_was_written_is_not_published(patch: pytest.MonkeyPatch) -> None:
    publish = feed.publish

    def forgetful(connection: Connection, touched: Sequence[Any], *rest: Any) -> dict[str, int]:
        return publish(connection, list(touched)[1:], *rest)

    patch.setattr(feed, "publish", forgetful)


def a_verdict_changes(patch: pytest.MonkeyPatch) -> None:
    told = batch._told

    def another(row: Any) -> Result:
        return replace(told(row), code="another")

    patch.setattr(batch, "_told", another)


def how_it_was_before_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    put = rounds.Round._put

    def forgetful(self: rounds.Round, dirty: frozenset[int], at: datetime) -> None:
        self._on.execute(delete(before))
        put(self, dirty, at)

    patch.setattr(rounds.Round, "_put", forgetful)


def what_is_run_again_is_not_claimed(patch: pytest.MonkeyPatch) -> None:
    silent = SimpleNamespace(**{**vars(touches), "claim": lambda *_: None})
    patch.setattr(rounds, "touches", silent)


def what_is_run_again_is_not_watched(patch: pytest.MonkeyPatch) -> None:
    again = rounds.Round._run_again

    def unwatched(self: rounds.Round, remaining: Sequence[Any]) -> None:
        with touches.unwatched(self._on):
            again(self, remaining)

    patch.setattr(rounds.Round, "_run_again", unwatched)


def nobody_is_told_of_what_was_refused(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(SqlBatch, "add_work_item", lambda *_: None)


def what_is_set_aside_is_cut_short(patch: pytest.MonkeyPatch) -> None:
    whole = SqlBatch.set_aside

    def cut(self: SqlBatch, n: int, id: Any, body: bytes, *rest: Any) -> None:
        whole(self, n, id, body[:100], *rest)

    patch.setattr(SqlBatch, "set_aside", cut)


def a_lost_answer_is_not_asked_for_again(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(SqlLocal, "answered_through", lambda self: self.heads().operation.n)


def a_verdict_is_not_recorded(patch: pytest.MonkeyPatch) -> None:
    record = SqlBatch.record

    def forgetful(self: SqlBatch, judged: Sequence[Any], at: Any) -> None:
        record(self, judged[:-1] if len(judged) > 1 else judged, at)

    patch.setattr(SqlBatch, "record", forgetful)


def what_is_run_again_may_fail_the_round(patch: pytest.MonkeyPatch) -> None:
    def stubborn(self: rounds.Round, remaining: Sequence[Any]) -> None:
        if remaining:
            raise Diverged(bucket="ref", mine="", its="")

    patch.setattr(rounds.Round, "_run_again", stubborn)


def names_stay_where_they_were_made(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(feed, "beside", lambda *_: None)


def nobody_looks_a_desk_over(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(SqlLocal, "look_over_all", lambda _self: 0)


def a_seat_is_never_let_go(patch: pytest.MonkeyPatch) -> None:
    for module in (making, placing):
        patch.setattr(module, "let_seat_go", lambda *_: None)


def what_is_filled_is_offered_still(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(freeing, "filled", lambda *_: None)


def what_was_said_against_is_thrown_away(patch: pytest.MonkeyPatch) -> None:
    whole = SqlCases.add_edit

    def forgetful(self: SqlCases, edit: CaseEdit) -> None:
        if edit.outcome is not EditOutcome.CONFLICT:
            whole(self, edit)

    patch.setattr(SqlCases, "add_edit", forgetful)


def a_message_is_only_written(patch: pytest.MonkeyPatch) -> None:
    whole = SqlMessages.add_step

    def forgetful(self: SqlMessages, step: MessageStep) -> None:
        if step.kind is MessageStepKind.WRITTEN:
            whole(self, step)

    patch.setattr(SqlMessages, "add_step", forgetful)


def what_was_noted_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    """Of judgements, and of what was said of a text."""
    whole = SqlFeedback.put

    def forgetful(self: SqlFeedback, told: Feedback) -> None:
        if told.answers:
            whole(self, told)
        else:
            self._unit.note_wrote("feedback", told.id)

    def never(self: SqlSamples, judged: SampledCall) -> None:
        self._unit.note_wrote("sampled_call", judged.id)

    patch.setattr(SqlFeedback, "put", forgetful)
    patch.setattr(SqlSamples, "add_judged", never)


BUGS: list[tuple[Plant, str]] = [
    (a_row_is_skipped, "C6"),
    (numbers_come_from_a_sequence, "C6"),
    (pages_are_taken_in_by_halves, "C9"),
    (what_was_written_is_not_published, "C7"),
    (a_verdict_changes, "C3"),
    (how_it_was_before_is_forgotten, "C9"),
    (what_is_run_again_is_not_claimed, "C9"),
    (what_is_run_again_is_not_watched, "C9"),
    (nobody_is_told_of_what_was_refused, "C12"),
    (what_is_set_aside_is_cut_short, "C19"),
    (a_lost_answer_is_not_asked_for_again, "C15"),
    (a_verdict_is_not_recorded, "C19"),
    (what_is_run_again_may_fail_the_round, "C6"),
    (names_stay_where_they_were_made, "C7"),
    (nobody_looks_a_desk_over, "C7"),
    (a_seat_is_never_let_go, "C4"),
    (what_is_filled_is_offered_still, "C5"),
    (what_was_said_against_is_thrown_away, "C21"),
    (a_message_is_only_written, "C22"),
    (what_was_noted_is_forgotten, "C23"),
]


@pytest.mark.parametrize(("plant", "checker"), BUGS, ids=lambda each: getattr(each, "__name__", ""))
def test_a_planted_bug_is_named(
    hall: Hall, monkeypatch: pytest.MonkeyPatch, plant: Plant, checker: str
) -> None:
    plant(monkeypatch)
    named: set[str] = set()
    for seed in RARE.get(plant.__name__, SEEDS):
        found, _ = outcome(hall, seed, STEPS, FIRST.get(plant.__name__, ()))
        named |= found.keys()
        if checker in named:
            return
    pytest.fail(f"{checker} did not see it; seen by {sorted(named)}")


# -- what somebody does to the databases ---------------------------------------------------------


@contextmanager
def beneath(world: World) -> Iterator[Connection]:
    """The centre's database without its guards."""
    with world.centre.engine.begin() as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        yield connection


def a_signed_version_is_deleted(world: World) -> None:
    with beneath(world) as connection:
        connection.execute(text("DELETE FROM entry_versions WHERE signed_at IS NOT NULL"))


def an_operation_is_put_in(world: World) -> None:
    with beneath(world) as connection:
        connection.execute(
            text(
                "INSERT INTO operations SELECT device_id, n + 100000, gen_random_uuid(), kind, "
                "at, hash, access_n, access_hash, body FROM operations LIMIT 1"
            )
        )


def a_row_is_changed_at_the_centre(world: World) -> None:
    with beneath(world) as connection:
        connection.execute(text("UPDATE operators SET name = 'Någon Annan'"))


def an_operation_goes_away(world: World) -> None:
    world.centre.log.pop()


def an_order_is_turned(world: World) -> None:
    world.centre.log.reverse()


def a_shown_row_goes_away(world: World) -> None:
    for place in world.places:
        checkers.look(world, place)
        with place.engine.connect() as connection:
            raw: Any = connection.connection.dbapi_connection
            raw.execute("PRAGMA foreign_keys = OFF")
            raw.execute("UPDATE temp.sync_watch SET is_on = 0")
            raw.execute("DELETE FROM calls")
            raw.execute("UPDATE temp.sync_watch SET is_on = 1")
            raw.execute("PRAGMA foreign_keys = ON")
        checkers.look(world, place)


DEEDS: list[tuple[Callable[[World], None], str]] = [
    (a_signed_version_is_deleted, "C11"),
    (an_operation_is_put_in, "C2"),
    (an_operation_is_put_in, "C3"),
    (a_row_is_changed_at_the_centre, "C7"),
    (a_row_is_changed_at_the_centre, "C10"),
    (an_operation_goes_away, "C1"),
    (an_order_is_turned, "C8"),
    (a_shown_row_goes_away, "C8"),
]


@pytest.mark.parametrize(("deed", "checker"), DEEDS, ids=lambda each: getattr(each, "__name__", ""))
def test_a_deed_is_named(hall: Hall, deed: Callable[[World], None], checker: str) -> None:
    for seed in SEEDS:
        found, world = outcome(hall, seed, STEPS)
        assert not found
        deed(world)
        if checker in checkers.broken(world):
            return
    pytest.fail(f"{checker} did not see it")


def test_there_is_a_bug_for_each_checker() -> None:
    assert {name for _, name in (*BUGS, *DEEDS)} == checkers.CHECKERS.keys()
