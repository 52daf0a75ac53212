"""Cut anywhere, the line never leaves half of anything behind, and all comes through in the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from uuid import UUID

import pytest

from kundcenter.adapters.centre_client import CentreClient
from kundcenter.adapters.centre_faults import CentreAway
from kundcenter.sync.exchange import Ask, Exchange
from kundcenter.sync.exchange import Path as Where
from kundcenter.sync.wire import Push, Pushed, unpack
from tests.ground import ASKED, NUMBER, WOMAN
from tests.postgres import PostgresServer
from tests.rig.network import FULL, Street, a_street
from tests.sync.ground import Side

pytestmark = pytest.mark.loopback
CUTS = 600 if FULL else 16  # in each direction


@pytest.fixture
def street(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Street]:
    """Its waits are over at once, so that they are part of every conversation."""
    with a_street(postgres_server, tmp_path, longest_wait=0.05) as street:
        yield street


def work(side: Side, person: UUID) -> None:
    """Two operations and an access record."""
    side.desk.people.open(person, ASKED)
    for _ in range(2):
        side.desk.calls.register(NUMBER)


def converse(side: Side, client: CentreClient) -> list[Ask]:
    """All that there is to say, from a hello to a wait."""
    side.exchange = Exchange(side.local)
    said: list[Ask] = []
    while not said or said[-1].path is not Where.WAIT:
        said.append(side.exchange.ask())
        side.exchange.hear(client.ask(said[-1].path.value, said[-1].body))
    return said


@pytest.mark.parametrize("way", ["up", "down"])
def test_cut_at_any_byte_a_conversation_has_no_half_effect(street: Street, way: str) -> None:
    side = street.nurse_at()
    person = side.person(WOMAN)
    street.settle(side)
    work(side, person)
    client = street.client(side.device_id)
    before = tuple(street.proxy.carried)
    paths = {each.path for each in converse(side, client)}
    assert paths == {Where.HELLO, Where.PUSH, Where.PULL, Where.WAIT}
    client.close()
    length = street.proxy.carried[way == "up"] - before[way == "up"]
    pushes: list[bytes] = []
    made = 0
    for cut in range(CUTS):
        work(side, person)
        stood = street.heads(side)
        street.proxy.once(**{f"cut_{way}": length * cut // CUTS})
        client = street.client(side.device_id)
        with suppress(CentreAway):  # or it was sent again at once, on another connection
            converse(side, client)
        client.close()
        made += street.proxy.well
        assert street.heads(side) in {stood, tuple(n + 2 for n in stood)}
        street.proxy.heal()
        client = street.client(side.device_id)
        pushes += [each.body for each in converse(side, client) if each.path is Where.PUSH]
        client.close()
        assert street.heads(side) == tuple(n + 2 for n in stood)
    assert made > CUTS * 0.9
    street.agrees(side)
    known = answers(street, side)
    for body in pushes:  # long afterwards, in any order: the same answers, and nothing more
        told = unpack(street.house.client(side.device_id).ask("push", body), Pushed)
        assert told.stop is None
        assert [each.n for each in told.results] == [
            each.n for each in unpack(body, Push).operations
        ]
        assert {(each.n, each.verdict.value) for each in told.results} <= known
    street.agrees(side)


def answers(street: Street, side: Side) -> set[tuple[int, str]]:
    """The verdicts, as the desk keeps them."""
    with side.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT n, verdict FROM sync_answers").all()
    return {(row.n, row.verdict) for row in rows}
