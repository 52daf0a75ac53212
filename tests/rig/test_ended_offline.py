"""Leave that ends while a desk is away with work (F64): judged as of the session, and none lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kundcenter.domain.access import NOBODY, Role
from kundcenter.domain.link import Phase
from kundcenter.domain.tickets import SignedIn
from tests.centre.ground import a_house, certified
from tests.centre.test_whole_desks import Floor, Whole, nurse
from tests.ground import NUMBER, PASSWORD, WHOLE, WOMAN, Clock, fill_central, identity
from tests.postgres import PostgresServer
from tests.rig.network import FULL
from tests.rig.proxy import Fault, Proxy, proxy_before
from tests.sync.ground import a_centre, knows

pytestmark = pytest.mark.loopback
MANY = 12  # operations of each session


@pytest.fixture
def floor(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Floor]:
    """A centre whose clock shows what the desks' clocks show."""
    with ExitStack() as stack:
        url = stack.enter_context(postgres_server.clone("empty", fill_central))
        centre = stack.enter_context(a_centre(url, Clock(datetime.now(UTC))))
        house = stack.enter_context(a_house(centre, url, certified(tmp_path / "authority")))
        yield Floor(house, tmp_path, stack)


def apart(floor: Floor) -> tuple[Whole, Whole, Proxy, UUID]:
    """Two desks, each with a way of its own to the centre; the nurse works at the second."""
    one = floor.desk("ett")
    anna = nurse(one)
    way = floor.stack.enter_context(proxy_before(int(floor.house.url.rpartition(":")[2])))
    floor.way = way
    other = floor.desk("två")
    other.until(lambda: knows(other.open.engine, "anna"), "the operator")
    other.desk.sessions.sign_in("anna", PASSWORD)
    other.drained()
    return one, other, way, anna


def work(desk: Whole) -> set[UUID]:
    """What happened at the desk; returns the ids of its operations."""
    before = operations(desk)
    person = desk.desk.people.register(identity(WOMAN), "Test", "Person").the("person")
    entry = desk.desk.journal.write(person, WHOLE).the("entry")
    desk.desk.journal.sign(entry, upon=1)
    for _ in range(MANY):
        desk.desk.calls.register(NUMBER)
    return operations(desk) - before


def more(desk: Whole) -> set[UUID]:
    before = operations(desk)
    for _ in range(MANY):
        desk.desk.calls.register(NUMBER)
    return operations(desk) - before


def operations(desk: Whole) -> set[UUID]:
    assert desk.open.local is not None
    return {each.id for each in desk.open.local.operations(0, 10_000)}


def disable(at: Whole, anna: UUID) -> object:
    return at.desk.operators.disable(anna)


def take_her_role(at: Whole, anna: UUID) -> object:
    return at.desk.operators.set_roles(anna, frozenset({Role.SWITCHBOARD}))


@pytest.mark.logs("operations were handed back by the centre")
@pytest.mark.parametrize("end", [disable, take_her_role] if FULL else [disable])
def test_what_was_done_before_the_end_counts_and_what_came_after_is_kept_for_a_person(
    floor: Floor, end: Callable[[Whole, UUID], object]
) -> None:
    one, other, way, anna = apart(floor)
    way.be(Fault(refuse=True))
    way.reset()
    other.until(lambda: other.states and other.states[-1].phase is Phase.AWAY, "the loss")
    early = work(other)

    clock = floor.house.centre.clock
    clock.at = max(clock.at, datetime.now(UTC))
    one.desk.sessions.sign_in("admin", PASSWORD)
    end(one, anna)
    one.drained()

    still = more(other)  # the same session: it was open when the centre took leave back
    other.desk.sessions.sign_out()
    signed = other.desk.sessions.sign_in("anna", PASSWORD)  # by the ticket, which is worth nothing
    assert isinstance(signed, SignedIn)
    assert signed.offline
    late = more(other)

    way.heal(reset=True)
    other.until(lambda: anna in other.ended, "the end of the session")
    other.end()
    assert other.desk.seat.actor == NOBODY
    other.drained()

    judged = verdicts(floor, other)
    assert judged.keys() >= early | still | late  # none is lost
    assert {judged[id] for id in early | still} == {("applied", "")}
    assert {judged[id] for id in late} == {("quarantined", "sync.not_of_the_session")}
    assert sum(code == "ticket.revoked" for _, code in judged.values()) == 1
    aside = {row.id for row in rows(floor, "SELECT operation_id AS id FROM centre_quarantine")}
    assert aside >= late
    items = {row.id for row in rows(floor, "SELECT id FROM work_items WHERE resolved_at IS NULL")}
    assert items == aside
    other.until(lambda: len(open_items(other)) == len(items), "the work items")


def verdicts(floor: Floor, desk: Whole) -> dict[UUID, tuple[str, str]]:
    query = "SELECT operation_id, verdict, code, device_id FROM centre_results"
    return {
        row.operation_id: (row.verdict, row.code)
        for row in rows(floor, query)
        if row.device_id == desk.open.profile.id
    }


def rows(floor: Floor, query: str) -> list[Any]:
    with floor.house.centre.engine.connect() as connection:
        return list(connection.exec_driver_sql(query).all())


def open_items(desk: Whole) -> list[Any]:
    with desk.open.engine.connect() as connection:
        return list(connection.exec_driver_sql("SELECT id FROM work_items").all())
