"""What a desk's link waits with at the centre, on a real store and a real centre."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Event

import pytest
from sqlalchemy import insert

from db.exchange_tables import tickets
from kundcenter.adapters.centre_faults import CentreAway
from kundcenter.domain.access import Role
from kundcenter.domain.tickets import TICKET_LIFE
from kundcenter.start.desk import new_id
from kundcenter.start.link import Link
from kundcenter.start.link_ear import Ear
from kundcenter.sync.exchange import Path as Where
from kundcenter.sync.pace import Pace
from kundcenter.sync.wire import Wait, pack, unpack
from tests.ground import CARE_UNIT
from tests.start.link_ground import LONG, Connected, Joined


class Patient(Connected):
    """What is asked there waits until the connection is closed."""

    waits: SimpleQueue[Wait]

    def ask(self, path: str, body: bytes) -> bytes:
        if Where(path) is not Where.WAIT:
            return super().ask(path, body)
        if not self.closed.is_set():
            self.waits.put(unpack(body, Wait))
            assert self.closed.wait(3 * LONG), "nobody broke it off"
        raise CentreAway(why="closed", status=None, retry_after=None)


@pytest.fixture
def waits() -> SimpleQueue[Wait]:
    """What the centre is asked to wake the desk for."""
    return SimpleQueue()


@pytest.fixture
def connect(one: Joined, waits: SimpleQueue[Wait]) -> Callable[[], Patient]:
    def connected() -> Patient:
        made = Patient(one.line)
        made.waits = waits
        return made

    return connected


def test_a_question_that_waits_is_broken_off_when_leave_has_been_given_anew(
    one: Joined, connect: Callable[[], Patient], waits: SimpleQueue[Wait]
) -> None:
    """It says whose leave the desk knows to be over, and would not hear of the next end."""
    side, engine = one.side, one.line.centre.engine

    gone, now = new_id(), side.clock()
    ticket = {
        "id": new_id(),
        "operator_id": gone,
        "device_id": side.device_id,
        "roles": frozenset({Role.NURSE}),
        "care_unit": CARE_UNIT,
        "issued_at": now,
        "until": now + TICKET_LIFE,
        "revoked_at": now,
    }
    with engine.begin() as connection:
        connection.execute(insert(tickets), ticket)
    link = Link(side.local, connect, one.link._terms)
    link.start()
    try:
        first = waits.get(timeout=LONG)
        assert first.ended == frozenset({gone})
        one.work()
        link.nudge()
        with pytest.raises(Empty):  # what it waits for is as it was
            waits.get(timeout=0.3)
        with engine.begin() as connection:
            anew = {"id": new_id(), "issued_at": side.clock(), "revoked_at": None}
            connection.execute(insert(tickets), ticket | anew)
        one.work()
        link.nudge()
        second = waits.get(timeout=LONG)
        assert second.ended == frozenset()
    finally:
        link.stop()


def test_a_question_that_is_overtaken_while_it_is_taken_up_is_not_asked(
    connect: Callable[[], Patient], waits: SimpleQueue[Wait]
) -> None:
    older, newer = Wait({}, frozenset({new_id()})), Wait({}, frozenset())

    class Interrupted(Ear):
        def _listen(self, body: bytes) -> float:
            if body == pack(older):
                self.listen(pack(newer), anew=True)
            return super()._listen(body)

    stop, heard = Event(), Event()
    pace = Pace(lambda low, _: low)
    ear = Interrupted(connect, heard.set, lambda: None, stop, pace)
    ear.listen(pack(older))
    ear.start()
    try:
        assert waits.get(timeout=LONG) == newer
        assert waits.empty()
    finally:
        stop.set()
        ear.stop()
        ear.thread.join(LONG)
    assert not heard.is_set()
