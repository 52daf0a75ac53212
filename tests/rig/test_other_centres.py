"""Whoever answers in the centre's place takes nothing away, and what was not answered stays."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Engine, text

from db.sync import feed
from db.sync.desk import MassRemoval
from kundcenter.adapters.centre_faults import CentreAway, CentreRefused
from kundcenter.domain.enrolment import MEDIA_TYPE
from kundcenter.domain.feed import team
from kundcenter.domain.link import Phase
from kundcenter.errors import KundcenterError
from kundcenter.sync.exchange import Exchange, OtherCentre
from kundcenter.sync.exchange import Path as Where
from kundcenter.sync.wire import MessageWrong
from tests.centre.ground import LONG, a_house, talk, trusting
from tests.centre.strangers import answering, response
from tests.ground import CARE_UNIT, NUMBER, fill_central
from tests.postgres import PostgresServer
from tests.rig.network import Street, a_street
from tests.sync.ground import Side, a_centre, shared

pytestmark = pytest.mark.loopback
HTML = b"<html>Log in to the hotel's network</html>"
MANY = 150


@pytest.fixture
def street(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Street]:
    with a_street(postgres_server, tmp_path) as street:
        yield street


def table(engine: Engine, name: str) -> list[Any]:
    with engine.connect() as connection:
        return list(connection.exec_driver_sql(f"SELECT * FROM {name} ORDER BY 1, 2").all())


def all_of(side: Side) -> tuple[object, ...]:
    """The rows of a desk, and how far it believes to have come."""
    names = ("sync_answers", "sync_cursors", "sync_held", "sync_touched", "operations")
    return shared(side.engine), *(table(side.engine, name) for name in names)


STRANGERS = {
    "a portal": response("200 OK", HTML),
    "a portal elsewhere": response("302 Found", b"", "location: https://portal.example.com/"),
    "a proxy": response("407 Proxy Authentication Required", HTML),
    "a gateway": response("502 Bad Gateway", HTML),
    "a gateway that waits": response("504 Gateway Timeout", HTML),
    "another service": response("200 OK", b'{"ok":true}', media=MEDIA_TYPE),
    "an empty answer": response("200 OK", b"{}", media=MEDIA_TYPE),
    "half an answer": response("200 OK", b'{"heads":{"operation', media=MEDIA_TYPE),
    "less than it says": response("200 OK", b"{}", media=MEDIA_TYPE, length=50),
    "packed": response("200 OK", b"\x1f\x8b", "content-encoding: gzip", media=MEDIA_TYPE),
}


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_else_s_answer_counts_at_any_point_of_a_conversation(
    street: Street, who: str
) -> None:
    side = street.nurse_at()
    side.desk.calls.register(NUMBER)
    real = street.house.client(side.device_id)
    with answering(STRANGERS[who], street.house.authority) as url:
        for wanted in (Where.HELLO, Where.PUSH, Where.PULL):
            side.exchange = Exchange(side.local)
            while (ask := side.exchange.ask()).path is not wanted:
                side.exchange.hear(real.ask(ask.path.value, ask.body))
            stood = all_of(side)
            stranger = street.house.client(side.device_id, url=url)
            stranger._token, stranger._renew_at = real._token, real._renew_at
            with pytest.raises((CentreAway, MessageWrong)):
                side.exchange.hear(stranger.ask(ask.path.value, ask.body))
            assert all_of(side) == stood
            stranger.close()
    street.settle(side)
    street.agrees(side)


def founded_anew(street: Street) -> str:
    """Another centre answers at the address: it has the desk, and says another name of its own."""
    with street.house.centre.engine.begin() as connection:
        old = str(connection.execute(text(_EPOCH)).scalar())
        connection.execute(
            text("UPDATE marks SET value = :new WHERE name = 'centre_epoch'"), {"new": str(uuid4())}
        )
    return old


_EPOCH = "SELECT value FROM marks WHERE name = 'centre_epoch'"


def test_a_desk_stops_at_another_centre_and_goes_on_when_its_own_is_back(street: Street) -> None:
    side = street.nurse_at()
    own = founded_anew(street)
    side.desk.calls.register(NUMBER)
    rows = shared(side.engine)
    again = street.linked(side)
    again.until(lambda state: state.phase is Phase.STOPPED, LONG)
    assert again.seen.states[-1].code == "sync.other_centre"
    assert again.work() < 1.0
    again.link.stop()
    assert shared(side.engine)["people"] == rows["people"]
    assert side.local.waiting().count == 2
    assert street.heads(side)[0] == side.local.heads().operation.n - 2  # it was told nothing
    with street.house.centre.engine.begin() as connection:
        connection.execute(
            text("UPDATE marks SET value = :old WHERE name = 'centre_epoch'"), {"old": own}
        )
    street.settle(side)
    street.agrees(side)


def test_a_page_of_another_centre_is_not_taken_in(street: Street) -> None:
    side = street.nurse_at()
    client = street.house.client(side.device_id)
    side.desk.calls.register(NUMBER)
    side.exchange = Exchange(side.local)
    while (ask := side.exchange.ask()).path is not Where.PULL:
        side.exchange.hear(client.ask(ask.path.value, ask.body))
    founded_anew(street)
    stood = all_of(side)
    side.exchange.hear(client.ask(ask.path.value, ask.body))
    assert all_of(side) == stood
    ask = side.exchange.ask()
    assert ask.path is Where.HELLO
    with pytest.raises(OtherCentre):
        side.exchange.hear(client.ask(ask.path.value, ask.body))
    assert all_of(side) == stood


def test_another_database_at_the_same_address_knows_no_desk_and_takes_nothing_away(
    street: Street, postgres_server: PostgresServer
) -> None:
    side = street.nurse_at()
    side.desk.calls.register(NUMBER)
    stood = all_of(side)
    with (
        postgres_server.clone("empty", fill_central) as url,
        a_centre(url, side.clock) as centre,
        a_house(centre, url, street.house.authority) as test_house,
    ):
        client = street.house.client(side.device_id, url=test_house.url)
        side.exchange = Exchange(side.local)
        with pytest.raises(CentreRefused) as refused:
            talk(side, client)
        assert refused.value.facts["code"] == "device.not_recognised"
        client.close()
    assert all_of(side) == stood


# -- most of it would go ---------------------------------------------------------------------------


def furnished(street: Street, many: int = MANY) -> Side:
    side = street.nurse_at()
    for _ in range(many):
        side.desk.calls.register(NUMBER)
    street.settle(side)
    return side


def emptied(engine: Engine) -> None:
    """The centre's feed is gone, as in a database that somebody made anew by hand."""
    with engine.begin() as connection:
        for name in ("centre_feed", "centre_current", "centre_buckets"):
            connection.execute(text(f"DELETE FROM {name}"))


def taken_away(street: Street, part: float) -> int:
    """So much of the team's bucket leaves it, in the feed, as by a bug at the centre."""
    centre = street.house.centre
    with centre.engine.begin() as connection:
        keys = connection.execute(
            text("SELECT entity, key FROM centre_current WHERE bucket = :bucket ORDER BY seq DESC"),
            {"bucket": team(CARE_UNIT)},
        ).all()
        gone = [(row.entity, row.key) for row in keys][: round(len(keys) * part)]
        feed._write(connection, {team(CARE_UNIT): dict.fromkeys(gone)}, centre.clock())
    return len(gone)


def refused(street: Street, side: Side, kind: type[KundcenterError]) -> dict[str, object]:
    with pytest.raises(kind) as caught:
        street.settle(side)
    return caught.value.facts


@pytest.mark.logs("most of a bucket goes", "most of a bucket would go")
def test_more_than_half_of_a_bucket_does_not_go_unless_somebody_has_said_so(
    street: Street,
) -> None:
    side = furnished(street)
    gone = taken_away(street, 0.6)
    stood = shared(side.engine), side.local.cursors()[team(CARE_UNIT)]
    facts = refused(street, side, MassRemoval)
    assert facts == {"bucket": team(CARE_UNIT), "count": gone}
    assert (shared(side.engine), side.local.cursors()[team(CARE_UNIT)]) == stood
    side.desk.calls.register(NUMBER)  # work goes on, and is sent
    refused(street, side, MassRemoval)
    assert side.local.waiting().count == 0
    side.local.allow_removal("operator:somebody")  # of another bucket
    refused(street, side, MassRemoval)
    side.local.allow_removal(team(CARE_UNIT))
    street.settle(side)
    assert len(shared(side.engine)["calls"]) < MANY / 2 + 1


@pytest.mark.logs("most of a bucket goes", "most of a bucket would go")
def test_leave_to_take_away_is_good_once(street: Street) -> None:
    side = furnished(street)
    taken_away(street, 0.6)
    side.local.allow_removal(team(CARE_UNIT))
    street.settle(side)
    for _ in range(MANY):
        side.desk.calls.register(NUMBER)
    street.settle(side)
    taken_away(street, 0.9)
    refused(street, side, MassRemoval)


def test_less_than_half_of_a_bucket_goes_as_it_always_did(street: Street) -> None:
    side = furnished(street)
    before = len(shared(side.engine)["calls"])
    gone = taken_away(street, 0.4)
    street.settle(side)
    assert len(shared(side.engine)["calls"]) == before - gone


@pytest.mark.logs("a desk's bucket differs", "mended", "most of a bucket would go")
def test_an_empty_centre_takes_nothing_away(street: Street) -> None:
    side = furnished(street)
    stood = shared(side.engine)
    emptied(street.house.centre.engine)
    assert refused(street, side, MassRemoval)["bucket"] == team(CARE_UNIT)
    assert shared(side.engine) == stood
    (asked,) = side.local.removals()
    assert (asked.bucket, asked.count) == (team(CARE_UNIT), asked.size)


# -- requests that are none ------------------------------------------------------------------------


@pytest.mark.parametrize("length", [-5, +50])
def test_a_message_whose_length_is_wrong_has_no_effect(street: Street, length: int) -> None:
    side = street.nurse_at()
    side.desk.calls.register(NUMBER)
    real = street.house.client(side.device_id)
    side.exchange = Exchange(side.local)
    while (ask := side.exchange.ask()).path is not Where.PUSH:
        side.exchange.hear(real.ask(ask.path.value, ask.body))
    stood = street.heads(side)
    head = street.house.token(side.device_id)
    lines = [
        "POST /v1/sync/push HTTP/1.1",
        "host: localhost",
        *(f"{name}: {value}" for name, value in head.items()),
        f"content-length: {len(ask.body) + length}",
    ]
    port = int(street.house.url.rpartition(":")[2])
    with (
        socket.create_connection(("127.0.0.1", port), timeout=5) as plain,
        trusting(street.house.authority.certificate).wrap_socket(
            plain, server_hostname="localhost"
        ) as wire,
    ):
        wire.sendall("\r\n".join(lines).encode() + b"\r\n\r\n" + ask.body)
        if length < 0:
            assert b" 400 " in wire.recv(4096).partition(b"\r\n")[0]
    assert street.heads(side) == stood
    street.settle(side)
    street.agrees(side)


def test_a_desk_tells_nobody_else_what_it_has(street: Street) -> None:
    """Whatever it is that a stranger says first, it is sent no operation."""
    side = street.nurse_at()
    side.desk.calls.register(NUMBER)
    heard: list[bytes] = []
    send: Callable[[str, bytes], bytes] = street.house.client(side.device_id).ask
    founded_anew(street)
    side.exchange = Exchange(side.local)
    with pytest.raises(OtherCentre):
        for _ in range(5):
            ask = side.exchange.ask()
            heard.append(ask.path.value.encode())
            side.exchange.hear(send(ask.path.value, ask.body))
    assert heard == [b"hello"]
