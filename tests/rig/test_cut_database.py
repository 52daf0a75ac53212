"""The cable between the service and PostgreSQL is cut (F18), at any byte and for good."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import event, make_url, text

from kundcenter.adapters.centre_client import CentreClient
from kundcenter.adapters.centre_faults import CentreAway
from kundcenter.domain.access import Role
from kundcenter.sync.exchange import Exchange
from kundcenter.sync.exchange import Path as Where
from tests import guards
from tests.centre.ground import House, a_house, certified, until
from tests.ground import NUMBER, Clock, fill_central
from tests.postgres import PostgresServer
from tests.rig.apart import HERE, Apart, apart, possible
from tests.rig.network import FULL, Street, measured
from tests.rig.proxy import Fault, Proxy, proxy_before
from tests.sync.ground import Side, a_centre

pytestmark = pytest.mark.loopback
CUTS = 60 if FULL else 8  # each way
BACK_WITHIN = 10.0  # seconds: goal G22
NOTICED_WITHIN = 40.0  # seconds, where nobody is told: 20 and three times five of silence


@pytest.fixture(autouse=True)
def nothing_of_the_driver() -> Iterator[None]:
    """It warns of a connection that is lost, if it happens to be just then in the middle of it."""
    driver = logging.getLogger("psycopg")
    level = driver.level
    driver.setLevel(logging.ERROR)
    yield
    driver.setLevel(level)


@contextmanager
def a_cable(server: PostgresServer, folder: Path, host: str) -> Iterator[tuple[Street, Proxy]]:
    """A street whose service reaches its database only through a proxy, and that proxy."""
    with ExitStack() as stack:
        url = stack.enter_context(server.clone("empty", fill_central))
        centre = stack.enter_context(a_centre(url, Clock()))
        cable = stack.enter_context(proxy_before(server.folder / ".s.PGSQL.5432", host))
        through = make_url(url).set(host=host, port=cable.port, query={"sslmode": "disable"})
        house = stack.enter_context(
            a_house(
                centre,
                through.render_as_string(hide_password=False),
                certified(folder / "authority"),
            )
        )
        way = stack.enter_context(proxy_before(int(house.url.rpartition(":")[2])))
        with ExitStack() as desks:
            yield Street(house, way, desks, folder), cable


@pytest.fixture
def cut(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[tuple[Street, Proxy]]:
    with a_cable(postgres_server, tmp_path, "127.0.0.1") as found:
        yield found


def nurse_at(street: Street) -> Side:
    side = street.desk()
    side.begin()
    side.operator("nurse", Role.NURSE)
    side.sign_in("nurse")
    street.settle(side)
    return side


def push(side: Side, client: CentreClient) -> bool:
    """Send what there is; whether the centre has answered.  Else it said when to come again."""
    side.exchange = Exchange(side.local)
    while (ask := side.exchange.ask()).path is not Where.WAIT:
        try:
            answer = client.ask(ask.path.value, ask.body)
        except CentreAway as away:
            assert away.facts["status"] == 503, away.facts
            assert isinstance(away.facts["retry_after"], int), away.facts
            return False
        side.exchange.hear(answer)
    return True


def test_a_cable_that_is_cut_at_any_byte_leaves_no_half_an_effect(
    cut: tuple[Street, Proxy],
) -> None:
    street, cable = cut
    side = nurse_at(street)
    client = street.house.client(side.device_id)
    counted = list(cable.carried)
    work(side)
    assert push(side, client)
    whole = [now - before for now, before in zip(cable.carried, counted, strict=True)]
    said = []
    for way, name in ((1, "cut_up"), (0, "cut_down")):
        for number in range(CUTS):
            work(side)
            before = street.heads(side)
            cable.reset()  # so that the bytes count from the beginning
            cable.once(**{name: whole[way] * (number + 1) // (CUTS + 1) + 1})
            said.append(push(side, client))
            cable.heal(reset=True)
            n, judged, kept = street.heads(side)
            assert judged == n == kept  # all of a push, or nothing of it
            assert n in {before[0], side.local.heads().operation.n}
    assert said.count(False) > CUTS // 2
    assert push(side, client)
    street.agrees(side)
    measured(f"{len(said)} cuts between service and database: {said.count(False)} were told 503")


def work(side: Side) -> None:
    for _ in range(3):
        side.desk.calls.register(NUMBER)


def test_without_its_database_the_service_says_when_to_come_again_and_is_back_by_itself(
    cut: tuple[Street, Proxy],
) -> None:
    street, cable = cut
    side = nurse_at(street)
    client = street.house.client(side.device_id)
    before = street.heads(side)
    cable.be(Fault(refuse=True))
    cable.reset()
    work(side)
    for _ in range(3):
        assert not push(side, client)
    raw = street.house.raw()
    answer = raw.get("/health")
    assert (answer.status_code, answer.headers["retry-after"].isdigit()) == (503, True)
    assert street.heads(side) == before
    cable.heal()
    begun = time.monotonic()
    until(lambda: push(side, client))
    took = time.monotonic() - begun
    measured(f"the database is there again: work gets through after {took:.1f} s")
    assert took < BACK_WITHIN
    street.agrees(side)


# -- in the kernel -------------------------------------------------------------------------------


@pytest.mark.skipif(not (FULL and possible()), reason="make faults, by root")
def test_a_cable_that_drops_everything_without_a_word_is_noticed(
    postgres_server: PostgresServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The service is in a network of its own, and its packets go nowhere."""
    monkeypatch.setattr(guards, "LOOPBACK", guards.LOOPBACK | {HERE})  # it is this machine's too
    with apart() as net, a_cable(postgres_server, tmp_path, HERE) as (street, cable):
        dial_from(net, street.house)
        cable.reset()  # what was connected before was not connected from there
        side = nurse_at(street)
        before = street.heads(side)
        linked = street.linked(side)
        linked.until(lambda state: state.waiting.count == 0, 20)
        net.deaf(up=True, down=True)
        try:
            linked.work()
            begun = time.monotonic()
            raw = street.house.raw()
            until_in_time(lambda: raw.get("/health", timeout=60).status_code == 503)
            noticed = time.monotonic() - begun
            with street.house.centre.engine.connect() as connection:
                query = text("SELECT count(*) FROM centre_results WHERE device_id = :id")
                known = connection.execute(query, {"id": side.device_id}).scalar_one()
            assert known == before[1]
        finally:
            net.heal()
        healed = time.monotonic()
        linked.until(lambda state: state.waiting.count == 0, 60)
        back = time.monotonic() - healed
        measured(f"silence to the database: 503 after {noticed:.1f} s; through again {back:.1f} s")
        assert noticed < NOTICED_WITHIN
        linked.link.stop()
        street.settle(side)
        street.agrees(side)


def until_in_time(seen: Callable[[], bool]) -> None:
    end = time.monotonic() + NOTICED_WITHIN
    while not seen():
        assert time.monotonic() < end
        time.sleep(0.5)


def dial_from(net: Apart, house: House) -> None:
    """Every connection of the service to its database is made in that network from now on."""
    engine = house.service._engine

    @event.listens_for(engine, "do_connect")
    def connect(_dialect: object, _record: object, args: Any, named: Any) -> object:
        with net.within():
            return psycopg.connect(*args, **named)
