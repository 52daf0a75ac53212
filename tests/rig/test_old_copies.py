"""A profile that was put back gets its own work from the centre; one that was copied is stopped."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from db.connect import open_local
from db.faults import RowConflict
from db.store import StoreTerms
from db.sync import touches
from db.sync.desk import SqlLocal
from kundcenter.adapters.centre_faults import CentreRefused
from kundcenter.domain.access_log import faults
from kundcenter.domain.devices import DeviceState
from kundcenter.domain.feed import DeviceHeads
from kundcenter.operations import encode
from kundcenter.start.desk import Desk, DeskTerms, new_id, published_codes
from kundcenter.sync import regained
from kundcenter.sync.exchange import Exchange, Stopped
from kundcenter.sync.replay import rerun
from kundcenter.sync.wire import MessageWrong, Own, Owned, Standing, pack, unpack
from tests.centre.ground import talk
from tests.ground import ASKED, CHEAP, KEY, NUMBER, WHOLE, WOMAN, opened
from tests.postgres import PostgresServer
from tests.rig.network import Street, a_street
from tests.sync.ground import Side, shared

pytestmark = pytest.mark.loopback
back = pytest.mark.logs("brought back from the centre")


@pytest.fixture
def street(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Street]:
    with a_street(postgres_server, tmp_path) as street:
        yield street


def copied(side: Side, to: Path) -> Path:
    """The desk's file as it is now, somewhere else."""
    with side.engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        path = connection.exec_driver_sql("PRAGMA database_list").first()[2]  # type: ignore[index]
    return Path(shutil.copy(path, to))


def on(street: Street, file: Path, like: Side) -> Side:
    """The same desk's program, on another file of it; the nurse has signed in before."""
    engine = open_local(file, KEY)
    touches.watch(engine)
    street.stack.enter_context(opened(engine))
    terms = DeskTerms(like.device_id, KEY, now=like.clock, new_id=new_id, cost=CHEAP, watched=True)
    desk = Desk(engine, terms)
    if like.desk.seat.actor is not None:
        desk.seat.take(like.desk.seat.actor)
    store = StoreTerms(like.device_id, published_codes(), final=False, claim=touches.claim)
    local = SqlLocal(engine, store, rerun, like.clock)
    return Side(
        desk,
        like.clock,
        engine,
        local=local,
        exchange=Exchange(local),
        device_id=like.device_id,
    )


def a_day(side: Side) -> None:
    """Looks, calls, and a signed note."""
    person = side.person(WOMAN)
    side.desk.people.open(person, ASKED)
    entry = side.desk.journal.write(person, WHOLE).the("entry")
    side.desk.journal.sign(entry, upon=1)
    for _ in range(120):  # more than one answer holds
        side.desk.calls.register(NUMBER)


def chains_hold(side: Side) -> None:
    """Both chains are whole, each operation in the bytes that it came in."""
    done = side.local.operations(0, 10_000)
    assert [each.n for each in done] == list(range(1, len(done) + 1))
    for one, two in pairwise(done):
        assert two.previous_hash == one.hash
    records = side.local.accesses(0, 10_000)
    assert not list(faults(records))


@back
def test_an_old_copy_that_is_put_back_gets_its_own_work_and_goes_on(
    street: Street, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    side = street.nurse_at()
    old = copied(side, tmp_path / "old.db")
    a_day(side)
    street.settle(side)
    done = [encode(each) for each in side.local.operations(0, 10_000)]
    looks = side.local.accesses(0, 10_000)
    side.engine.dispose()
    again = on(street, old, side)
    lost = len(done) - again.local.heads().operation.n
    assert lost > 120
    with caplog.at_level(logging.WARNING):
        talk(again, street.house.client(side.device_id))
    assert f"brought back from the centre: {lost} operations" in caplog.text
    assert [encode(each) for each in again.local.operations(0, 10_000)] == done
    assert again.local.accesses(0, 10_000) == looks
    chains_hold(again)
    street.agrees(again)
    again.desk.calls.register(NUMBER)
    assert again.local.heads().operation.n == len(done) + 1
    talk(again, street.house.client(side.device_id))
    street.agrees(again)
    assert street.house.centre.central.device(side.device_id).state is DeviceState.ACTIVE


@back
def test_what_was_not_carried_out_comes_back_too(street: Street, tmp_path: Path) -> None:
    side = street.nurse_at()
    old = copied(side, tmp_path / "old.db")
    with street.house.centre.engine.begin() as connection:  # the session is not known there
        connection.execute(text("DELETE FROM sessions"))
    side.desk.calls.register(NUMBER)
    street.settle(side)
    (item,) = shared(street.house.centre.engine)["work_items"]
    done = side.local.operations(0, 10_000)
    again = on(street, old, side)
    talk(again, street.house.client(side.device_id))
    assert again.local.operations(0, 10_000) == done
    assert [row["id"] for row in shared(again.engine)["work_items"]] == [item["id"]]
    assert again.local.waiting().count == 0


@back
def test_what_an_old_copy_had_not_been_answered_for_is_settled(
    street: Street, tmp_path: Path
) -> None:
    side = street.nurse_at()
    side.desk.calls.register(NUMBER)
    old = copied(side, tmp_path / "old.db")  # the call has not been sent in it
    side.person(WOMAN)
    street.settle(side)
    again = on(street, old, side)
    assert again.local.waiting().count == 1
    talk(again, street.house.client(side.device_id))
    street.agrees(again)


@back
def test_looks_alone_come_back_too(street: Street, tmp_path: Path) -> None:
    side = street.nurse_at()
    person = side.person(WOMAN)
    street.settle(side)
    old = copied(side, tmp_path / "old.db")
    side.desk.people.open(person, ASKED)
    street.settle(side)
    again = on(street, old, side)
    assert again.local.heads().access.n < side.local.heads().access.n
    talk(again, street.house.client(side.device_id))
    assert again.local.accesses(0, 100) == side.local.accesses(0, 100)
    again.desk.people.open(person, ASKED)
    talk(again, street.house.client(side.device_id))
    street.agrees(again)


def test_an_old_copy_that_has_gone_on_by_itself_is_stopped_and_loses_nothing(
    street: Street, tmp_path: Path
) -> None:
    side = street.nurse_at()
    old = copied(side, tmp_path / "old.db")
    side.desk.calls.register(NUMBER)
    street.settle(side)
    again = on(street, old, side)
    mine = again.desk.calls.register(NUMBER).the("call")
    with pytest.raises(Stopped) as stopped:
        talk(again, street.house.client(side.device_id))
    assert stopped.value.facts["standing"] is Standing.FORK
    assert again.desk.calls.get(mine).id == mine
    assert again.local.waiting().count == 1


def test_nothing_is_written_when_somebody_has_gone_on_meanwhile(
    street: Street, tmp_path: Path
) -> None:
    side = street.nurse_at()
    old = copied(side, tmp_path / "old.db")
    side.desk.calls.register(NUMBER)
    street.settle(side)
    again = on(street, old, side)
    client = street.house.client(side.device_id)
    ask = again.exchange.ask()
    again.exchange.hear(client.ask(ask.path.value, ask.body))
    ask = again.exchange.ask()
    answer = client.ask(ask.path.value, ask.body)
    mine = again.desk.calls.register(NUMBER).the("call")
    before = again.local.operations(0, 100)
    with pytest.raises(RowConflict):
        again.exchange.hear(answer)
    assert again.local.operations(0, 100) == before
    assert again.desk.calls.get(mine).id == mine


@pytest.mark.parametrize("spoilt", ["hole", "bytes", "order", "none", "no_json"])
def test_a_chain_that_does_not_hold_is_not_taken_back(street: Street, spoilt: str) -> None:
    side = street.nurse_at()
    for _ in range(3):
        side.desk.calls.register(NUMBER)
    street.settle(side)
    until = side.local.heads()
    client = street.house.client(side.device_id)
    given = unpack(client.ask("own", pack(Own(DeviceHeads()))), Owned)
    body = given.operations
    spoilt_body = {
        "hole": body[1:],
        "bytes": tuple(each.replace("calls.register", "calls.withdraw") for each in body),
        "order": (body[1], body[0], *body[2:]),
        "none": (),
        "no_json": ("{", *body[1:]),
    }[spoilt]
    assert spoilt_body != body
    whole = regained.Regained(DeviceHeads(), until)
    whole.take(given)
    assert whole.whole
    with pytest.raises(MessageWrong):
        regained.Regained(DeviceHeads(), until).take(
            replace(given, operations=spoilt_body, accesses=())
        )


def test_of_two_copies_at_work_both_are_stopped_and_neither_loses_anything(
    street: Street, tmp_path: Path
) -> None:
    side = street.nurse_at()
    twin = on(street, copied(side, tmp_path / "twin.db"), side)
    clients = [street.house.client(side.device_id) for _ in range(2)]
    for each, client in zip((side, twin), clients, strict=True):
        talk(each, client)  # both are online, and nothing is wrong yet
    kept = []
    for each in (side, twin):
        kept.append(each.desk.calls.register(NUMBER).the("call"))
    talk(side, clients[0])
    with pytest.raises(Stopped):
        talk(twin, clients[1])
    device = street.house.centre.central.device(side.device_id)
    assert device.state is DeviceState.FROZEN  # which `centre status` tells a person
    side.desk.calls.register(NUMBER)
    for each, client in zip((side, twin), clients, strict=True):
        each.exchange = Exchange(each.local)
        with pytest.raises(CentreRefused) as refused:
            talk(each, client)
        assert refused.value.facts["code"] == "device.frozen"
        assert each.local.waiting().count == 1
    for each, call in zip((side, twin), kept, strict=True):
        assert each.desk.calls.get(call).id == call
        chains_hold(each)
    assert {row["id"] for row in shared(street.house.centre.engine)["calls"]} == {kept[0].hex}
