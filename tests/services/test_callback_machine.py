"""Whatever is done with a unit's queue, in whatever order, what was promised stays true."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import event, select

from db.connect import open_local
from db.tables import metadata
from kundcenter.domain.access import Role
from kundcenter.domain.callback_queues import QueueSpan
from kundcenter.domain.callbacks import (
    MOST_ATTEMPTS,
    CallbackKind,
    CallbackState,
    Placing,
    Promised,
)
from kundcenter.errors import Refused
from tests.ground import CHILD, KEY, MAN, NUMBER, WOMAN, Clock, Ground, desk_on, fill_local
from tests.services.callback_ground import OTHER_NUMBER, draft

STARTS = tuple(datetime(2026, 11, 21, hour, tzinfo=UTC) for hour in (7, 8, 9, 10))
TABLES = ("callbacks", "callback_steps", "timeslot_seats", "timeslots", "operations")
SPANS = (QueueSpan(6, 8 * 60, 12 * 60, 60, 2),)
ENDED = {CallbackState.DONE, CallbackState.CANCELLED, CallbackState.NOT_REACHED}
OPEN = set(CallbackState) - ENDED - {CallbackState.EXPIRED}
WHEN, WHO = st.sampled_from(STARTS), st.sampled_from(("anna", "bo", "eva"))
TEXTS = st.sampled_from(("", "Mår bättre"))


class Promises(RuleBasedStateMachine):
    """Three patients, one queue with eight places, two nurses and one who leads them."""

    made = Bundle("made")
    folder: Path

    @initialize()
    def open_up(self) -> None:
        self.path = Path(tempfile.mkdtemp(dir=self.folder)) / "desk.db"
        shutil.copy(self.folder / "empty.db", self.path)
        self.engine = open_local(self.path, KEY)
        event.listen(self.engine, "connect", _in_a_hurry)
        clock = Clock()
        self.ground = Ground(desk_on(self.engine, clock), clock, self.engine)
        self.ground.begin()
        unit = self.ground.unit()
        self.seats: dict[str, Any] = {}
        for name in ("anna", "bo", "eva"):
            self.ground.operator(name, Role.SUPERVISOR_NURSE if name == "eva" else Role.NURSE)
        for name in ("anna", "bo", "eva"):
            self.ground.sign_in(name)
            self.seats[name] = self.ground.desk.seat.actor
        self.desk = self.ground.desk
        queued = self.desk.callback_queues.put(None, draft(unit, spans=SPANS))
        self.queue = queued.the("callback_queue")
        self.people = [self.ground.person(number) for number in (WOMAN, MAN, CHILD)]
        self.capacity = dict.fromkeys(STARTS, 2)
        self.moved: set[UUID] = set()
        self.before: dict[UUID, dict[str, Any]] = {}

    def teardown(self) -> None:
        if hasattr(self, "engine"):
            self.engine.dispose()
            shutil.rmtree(self.path.parent)

    def act(self, who: str, verb: Callable[[], Any]) -> Any:
        """What the verb answers, or None when a rule refuses it and nothing has changed."""
        self.before = self.callbacks()
        self.moved = set()
        self.desk.seat.take(self.seats[who])
        whole = [self.table(name) for name in TABLES]
        try:
            return verb()
        except Refused:
            assert [self.table(name) for name in TABLES] == whole
            return None

    def table(self, name: str) -> list[dict[str, Any]]:
        with self.engine.connect() as connection:
            found = connection.execute(select(metadata.tables[name]))
            return [dict(row) for row in found.mappings()]

    def callbacks(self) -> dict[UUID, dict[str, Any]]:
        return {row["id"]: row for row in self.table("callbacks")}

    @rule(target=made, who=WHO, at=WHEN, person=st.integers(0, 2), temporary=st.booleans())
    def place(self, who: str, at: datetime, person: int, temporary: bool) -> Any:
        number = OTHER_NUMBER if temporary else NUMBER
        said = Placing(self.people[person], number, temporary)
        now = self.ground.clock.at
        changes = self.act(who, lambda: self.desk.callbacks.place(self.queue, at, said))
        if changes is None:
            return multiple()
        id = changes.the("callback")
        had = self.before.get(id)
        if had is not None and (now >= had["promised_to"] or had["try_at"] is not None):
            self.moved = {id}  # what could not be kept any more gives way to what is said now
            assert self.callbacks()[id]["promised_from"] == at
        return id

    @rule(target=made, who=WHO, safety=st.booleans(), hours=st.integers(1, 5))
    def promise(self, who: str, safety: bool, hours: int) -> Any:
        kind = CallbackKind.SAFETY if safety else CallbackKind.OWN
        said = Promised(self.people[0], NUMBER, criteria="Om febern stiger")
        at = self.ground.clock.at + timedelta(hours=hours)
        changes = self.act(who, lambda: self.desk.callbacks.promise(kind, at, said))
        return changes.the("callback")

    @rule(who=WHO, id=made, at=WHEN)
    def move(self, who: str, id: UUID, at: datetime) -> None:
        self.act(who, lambda: self.desk.callbacks.move(id, at))
        self.moved = {id}

    @rule(who=WHO, id=made)
    def take(self, who: str, id: UUID) -> None:
        self.act(who, lambda: self.desk.callbacks.take(id))

    @rule(who=WHO, id=made)
    def release(self, who: str, id: UUID) -> None:
        self.act(who, lambda: self.desk.callbacks.release(id))

    @rule(who=WHO, id=made, text=TEXTS)
    def nobody_answers(self, who: str, id: UUID, text: str) -> None:
        self.act(who, lambda: self.desk.callbacks.tried(id, text=text))

    @rule(who=WHO, id=made, text=TEXTS)
    def reach(self, who: str, id: UUID, text: str) -> None:
        self.act(who, lambda: self.desk.callbacks.done(id, text))

    @rule(who=WHO, id=made, text=TEXTS)
    def cancel(self, who: str, id: UUID, text: str) -> None:
        self.act(who, lambda: self.desk.callbacks.cancel(id, text))

    @rule(who=WHO, id=made)
    def expire(self, who: str, id: UUID) -> None:
        self.act(who, lambda: self.desk.callbacks.expire(id))

    @rule(who=WHO, id=made)
    def break_the_promise(self, who: str, id: UUID) -> None:
        """Nobody rings until the promised interval has ended."""
        ends_at = self.callbacks()[id]["promised_to"]
        self.ground.clock.at = max(self.ground.clock.at, ends_at)
        self.act(who, lambda: self.desk.callbacks.expire(id))

    @rule(who=WHO, id=made, to=st.none() | WHO)
    def hand_on(self, who: str, id: UUID, to: str | None) -> None:
        other = None if to is None else self.seats[to].operator_id
        self.act(who, lambda: self.desk.callbacks.hand_on(id, other))

    @rule(at=WHEN, capacity=st.integers(0, 4))
    def resize(self, at: datetime, capacity: int) -> None:
        self.act("eva", lambda: self.desk.callback_queues.resize(self.queue, at, capacity))
        self.capacity[at] = capacity

    @rule(minutes=st.integers(1, 45))
    def time_passes(self, minutes: int) -> None:
        self.before = self.callbacks()
        self.ground.clock.pass_time(minutes=minutes)

    @invariant()
    def a_seat_has_one_holder_and_nobody_open_is_without(self) -> None:
        seats = [row for row in self.table("timeslot_seats") if row["held_by"] is not None]
        held = {row["held_by"]: row for row in seats}
        assert len(held) == len(seats)  # nobody has two
        for id, row in self.callbacks().items():
            if row["kind"] == CallbackKind.QUEUE and row["state"] in OPEN:
                assert (held[id]["timeslot_id"], held[id]["number"]) == (
                    row["timeslot_id"], row["seat"],
                )  # fmt: skip

    @invariant()
    def one_open_item_of_a_patient(self) -> None:
        found = Counter(
            row["person_id"]
            for row in self.callbacks().values()
            if row["kind"] == CallbackKind.QUEUE and row["state"] in OPEN
        )
        assert max(found.values(), default=0) <= 1

    @invariant()
    def nobody_is_placed_where_there_is_no_room(self) -> None:
        """When an interval was made smaller, no more than were there."""
        placed = Counter(
            row["promised_from"]
            for id, row in self.callbacks().items()
            if row["seat"]
            and row["state"] in OPEN
            and self.before.get(id, row | {"promised_from": None})["promised_from"]
            != row["promised_from"]
        )
        for room in self.desk.callback_queues.rooms(self.queue, STARTS[0].date(), 1):
            at = room.timeslot.starts_at
            assert room.timeslot.capacity == self.capacity[at]
            assert not placed[at] or room.held <= room.timeslot.capacity

    @invariant()
    def a_promise_is_put_off_by_nobody_who_was_not_asked_to(self) -> None:
        for id, row in self.before.items():
            if id not in self.moved:
                assert self.callbacks()[id]["promised_from"] <= row["promised_from"]

    @invariant()
    def what_is_over_stays_as_it_was(self) -> None:
        now = self.callbacks()
        for id, row in self.before.items():
            if row["state"] in ENDED:
                assert now[id] == row

    @invariant()
    def what_is_not_over_is_on_the_list(self) -> None:
        listed = {each.id for each in self.desk.callbacks.open()}
        assert listed == {id for id, row in self.callbacks().items() if row["state"] not in ENDED}

    @invariant()
    def nothing_of_one_s_own_and_no_broken_promise_ends_in_silence(self) -> None:
        steps = self.table("callback_steps")
        for id, row in self.callbacks().items():
            of_it = [step for step in steps if step["callback_id"] == id]
            kinds = [step["kind"] for step in of_it]
            if row["state"] == CallbackState.NOT_REACHED:
                assert row["attempts"] >= MOST_ATTEMPTS
            assert row["attempts"] == kinds.count("EJ_SVAR")
            if row["state"] not in ENDED:
                continue
            told = [s["text"] for s in of_it if s["kind"] in {row["state"], "EJ_SVAR"}]
            silent = row["kind"] == CallbackKind.QUEUE and "UTGANGEN" not in kinds
            silent |= row["kind"] == CallbackKind.OWN and row["state"] == "AVSLUTAD_EJ_NADD"
            silent |= row["state"] == "AVSLUTAD_EJ_NADD" and row["kind"] == CallbackKind.QUEUE
            assert silent or any(told)

    @invariant()
    def a_temporary_number_lasts_as_long_as_the_call_back(self) -> None:
        for row in self.callbacks().values():
            over = row["state"] in ENDED
            assert not (over and row["number_is_temporary"])
            assert over or row["number"]

    @invariant()
    def whoever_rings_is_one(self) -> None:
        for row in self.callbacks().values():
            ringing = row["state"] == CallbackState.RINGING
            assert (row["leased_by"] is None) == (row["leased_until"] is None)
            assert not ringing or row["leased_by"] is not None


def _in_a_hurry(raw: Any, _record: object) -> None:
    raw.execute("PRAGMA synchronous = OFF")


def test_promises_are_kept_whatever_is_done(tmp_path: Path) -> None:
    fill_local(tmp_path / "empty.db")
    machine = type("Machine", (Promises,), {"folder": tmp_path})

    run_state_machine_as_test(
        machine, settings=settings(max_examples=25, stateful_step_count=30, deadline=None)
    )
