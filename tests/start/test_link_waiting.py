"""What a desk's link waits with at the centre, on a real store and a real centre."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest
from sqlalchemy import insert

from db.exchange_tables import tickets
from kundcenter.adapters.centre_faults import CentreAway
from kundcenter.domain.access import Role
from kundcenter.domain.tickets import TICKET_LIFE
from kundcenter.start.desk import new_id
from kundcenter.start.link import Link
from kundcenter.sync.exchange import Path as Where
from kundcenter.sync.wire import Wait, unpack
from tests.ground import CARE_UNIT, Clock, fill_central
from tests.start.link_ground import LONG, Connected, Joined, joined
from tests.sync.ground import Centre, a_centre, a_side


@pytest.fixture
def centre(request: pytest.FixtureRequest) -> Iterator[Centre]:
    server = request.getfixturevalue("postgres_server")
    with ExitStack() as stack:
        url = stack.enter_context(server.clone("empty", fill_central))
        yield stack.enter_context(a_centre(url, Clock()))


@pytest.fixture
def one(centre: Centre, tmp_path: Path) -> Iterator[Joined]:
    """A desk at which a nurse sits.  Its link is not started yet."""
    with ExitStack() as stack:
        side = a_side(stack, tmp_path / "one.db", centre.clock, centre, "ett")
        side.nurse()
        made = joined(side, centre)
        yield made
        made.link.stop()


def test_a_question_that_waits_is_broken_off_when_leave_has_been_given_anew(one: Joined) -> None:
    """It says whose leave the desk knows to be over, and would not hear of the next end."""
    side, engine = one.side, one.line.centre.engine
    waits: SimpleQueue[Wait] = SimpleQueue()

    class Patient(Connected):
        def ask(self, path: str, body: bytes) -> bytes:
            if Where(path) is not Where.WAIT:
                return super().ask(path, body)
            waits.put(unpack(body, Wait))
            assert self.closed.wait(3 * LONG), "nobody broke it off"
            raise CentreAway(why="closed", status=None, retry_after=None)

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
    link = Link(side.local, lambda: Patient(one.line), one.link._terms)
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
