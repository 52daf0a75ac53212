"""Two care units, whose pushes do not wait for each other, at one seat of one clinic: F44."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Barrier, Event, Thread, current_thread
from typing import Any
from uuid import UUID

import pytest

from db.sync.batch import SqlBatch
from db.sync.central import SqlCentral
from kundcenter.domain.access import Role
from kundcenter.domain.callbacks import Placing
from kundcenter.domain.feed import Verdict
from kundcenter.errors import Unavailable
from kundcenter.sync.wire import Push, Sent
from tests.ground import CARE_UNIT, NUMBER, Clock, fill_central
from tests.postgres import PostgresServer
from tests.services.callback_ground import SATURDAY, draft
from tests.sync.capacity_ground import register
from tests.sync.ground import Centre, Side, a_centre, a_side

ANOTHER = "SE0000000001-TEAM2"
PLACES = 2  # of the queue's interval at nine on Saturday
PATIENCE = 60  # seconds


@pytest.fixture
def desks(
    postgres_server: PostgresServer, tmp_path: Path
) -> Iterator[tuple[Centre, Sequence[Side], UUID]]:
    """Four desks of two care units, an operator at each, and a queue that all know."""
    clock = Clock()
    with ExitStack() as stack:
        url = stack.enter_context(postgres_server.clone("empty", fill_central))
        centre = stack.enter_context(a_centre(url, clock))
        sides = [
            a_side(stack, tmp_path / f"{at}.db", clock, centre, f"desk {at}", unit=unit)
            for at, unit in enumerate((CARE_UNIT, ANOTHER) * 2)
        ]
        begun = sides[0]
        begun.begin()
        unit = begun.unit()
        for at in range(len(sides)):
            begun.desk.operators.add(
                f"op{at}",
                f"Test {at}",
                roles=frozenset({Role.NURSE, Role.SUPERVISOR_NURSE}),
                position="SSK",
                care_unit=(CARE_UNIT, ANOTHER)[at % 2],
            )
        begun.takes("op0")
        queue = begun.desk.callback_queues.put(None, draft(unit)).the("callback_queue")
        for at, side in enumerate(sides):
            side.talk(centre)
            if at:
                side.takes(f"op{at}")
                side.talk(centre)
        yield centre, sides, queue


def place(side: Side, queue: UUID, people: Sequence[UUID]) -> int:
    """At the desk, as long as it thinks that there is room; how many it placed."""
    for person in people:
        side.desk.callbacks.place(queue, SATURDAY[0], Placing(person, NUMBER))
    return len(people)


def at_once(centre: Centre, sides: Sequence[Side]) -> None:
    """All of them talk at the same moment, and try again when the centre asks them to."""
    barrier, failed = Barrier(len(sides)), []

    def talk(side: Side) -> None:
        try:
            barrier.wait(PATIENCE)
            for _ in range(200):
                try:
                    side.talk(centre)
                    return
                except Unavailable:
                    continue
            raise AssertionError("the centre never had time")
        except BaseException as error:
            failed.append(error)

    threads = [Thread(target=talk, args=(side,), daemon=True) for side in sides]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert not failed
    assert not any(thread.is_alive() for thread in threads)


def verdicts(centre: Centre, side: Side) -> list[Verdict]:
    """On the desk's placings, told once more: what is sent again meets what it met."""
    operations = side.local.operations(0, 1000)
    pushed = centre.judge.push(side.device_id, Push(tuple(map(Sent.of, operations))))
    kinds = {each.n: each.kind for each in operations}
    return [each.verdict for each in pushed.results if kinds[each.n] == "callbacks.place"]


def test_f44_however_many_come_at_once_there_are_as_many_as_there_is_room_for(
    desks: tuple[Centre, Sequence[Side], UUID],
) -> None:
    centre, sides, queue = desks
    people = [register(side, PLACES, at * PLACES) for at, side in enumerate(sides)]
    count = sum(place(side, queue, some) for side, some in zip(sides, people, strict=True))
    at_once(centre, sides)
    said = [verdict for side in sides for verdict in verdicts(centre, side)]
    assert len(said) == count == PLACES * len(sides)
    assert said.count(Verdict.APPLIED) == PLACES
    assert said.count(Verdict.REJECTED) == count - PLACES
    with centre.engine.connect() as connection:
        held = connection.exec_driver_sql(
            "SELECT s.number, c.state FROM timeslot_seats s JOIN callbacks c ON c.id = s.held_by "
            "ORDER BY s.number"
        ).all()
        codes = connection.exec_driver_sql("SELECT DISTINCT code FROM work_items").scalars().all()
    assert [row.number for row in held] == list(range(1, PLACES + 1))
    assert codes == ["timeslot.full"]


@contextmanager
def overlapping(patch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The other push begins when the first has written its rows, and before those are to be seen.

    Gives who has begun, as often as they did.
    """
    written, entered, begun = Event(), Event(), list[str]()
    batch, publish = SqlCentral.batch, SqlBatch.publish

    @contextmanager
    def noted(self: SqlCentral, *args: Any, **named: Any) -> Iterator[SqlBatch]:
        name = current_thread().name
        assert name == "first" or written.wait(PATIENCE)
        with batch(self, *args, **named) as found:
            begun.append(name)
            if name == "other":
                entered.set()
            yield found

    def waiting(self: SqlBatch, *args: Any) -> dict[str, int]:
        if current_thread().name == "first":
            written.set()
            assert entered.wait(PATIENCE)
        return publish(self, *args)

    patch.setattr(SqlCentral, "batch", noted)
    patch.setattr(SqlBatch, "publish", waiting)
    yield begun
    patch.undo()


@pytest.mark.parametrize("same_patient", [False, True], ids=["one seat", "one patient"])
def test_who_comes_at_the_very_moment_is_judged_again_after_the_other(
    desks: tuple[Centre, Sequence[Side], UUID], monkeypatch: pytest.MonkeyPatch, same_patient: bool
) -> None:
    """PostgreSQL lets one of them through; the other one sees it then, and by the rules."""
    centre, (one, other, *_), queue = desks
    starts = SATURDAY[0]
    one.desk.callback_queues.resize(queue, starts, 1)
    (mine,) = register(one, 1)
    for side in (one, other):
        side.talk(centre)
    (theirs,) = register(other, 1, 0 if same_patient else 1)
    for side in (one, other):
        side.talk(centre)
    for side, person in ((one, mine), (other, theirs)):
        side.desk.callbacks.place(queue, starts, Placing(person, NUMBER))
    with overlapping(monkeypatch) as begun:
        threads = [
            Thread(target=side.talk, args=(centre,), name=name, daemon=True)
            for side, name in ((one, "first"), (other, "other"))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(PATIENCE)
    assert begun.count("other") > 1  # it was begun anew
    said = [verdicts(centre, side) for side in (one, other)]
    lost = Verdict.APPLIED if same_patient else Verdict.REJECTED  # merged, and not turned away
    assert said == [[Verdict.APPLIED], [lost]]
    with centre.engine.connect() as connection:
        seats = connection.exec_driver_sql("SELECT held_by FROM timeslot_seats").all()
        found = connection.exec_driver_sql("SELECT id, merged FROM callbacks").all()
    assert [row.held_by for row in seats] == [row.id for row in found]
    assert [row.merged for row in found] == [int(same_patient)]
