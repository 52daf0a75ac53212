"""All desks come back at once, each with work: it is all taken, and nobody is told but to wait."""

from __future__ import annotations

import shutil
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from threading import Barrier, Lock, Thread
from uuid import UUID

import pytest
from sqlalchemy import text

from kundcenter.adapters.centre_client import CentreClient
from kundcenter.adapters.centre_faults import CentreAway
from kundcenter.sync.exchange import Path as Where
from tests.ground import NUMBER
from tests.postgres import PostgresServer
from tests.rig.network import FULL, Street, a_street, measured
from tests.sync.ground import Side, a_side, shared

pytestmark = pytest.mark.loopback
DESKS, EACH = (240 if FULL else 60), 20
DRAINED_WITHIN = 120.0  # seconds: goal G10


@pytest.fixture
def street(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Street]:
    with a_street(postgres_server, tmp_path) as street:
        yield street


class Counting:
    """What the centre has answered to everybody."""

    def __init__(self) -> None:
        self.said: Counter[str] = Counter()
        self.failed: list[BaseException] = []
        self.taken = self.last = 0.0  # when the last work was taken, and the last answer given
        self._lock = Lock()

    def talk(self, side: Side, client: CentreClient, begin: Barrier) -> None:
        """All that there is to say, with the rests that the centre asks for."""
        try:
            begin.wait(60)
            self._talk(side, client)
        except BaseException as error:
            self.failed.append(error)
        finally:
            client.close()

    def _talk(self, side: Side, client: CentreClient) -> None:
        while (ask := side.exchange.ask()).path is not Where.WAIT:
            try:
                answer = client.ask(ask.path.value, ask.body)
            except CentreAway as away:
                self._note(f"{away.facts['why']} {away.facts['status']}", ask.path)
                pause = away.facts["retry_after"]
                assert isinstance(pause, int), away.facts
                time.sleep(pause)  # which is what is tested
                continue
            self._note("200", ask.path)
            side.exchange.hear(answer)

    def _note(self, what: str, where: Where) -> None:
        with self._lock:
            self.said[what] += 1
            self.last = time.monotonic()
            if where is Where.PUSH:
                self.taken = self.last


def many(street: Street, empty: Path) -> list[Side]:
    """Desks, each with a file of its own that knows the nurse, and with work not sent."""
    sides = []
    house = street.house
    for number in range(DESKS):
        path = Path(shutil.copy(empty, street.folder / f"desk-{number}.db"))
        side = a_side(street.stack, path, house.centre.clock, house.centre, f"d{number}")
        with house.centre.engine.begin() as connection:
            key = {"key": house.key(side.device_id).public, "id": side.device_id}
            connection.execute(
                text("UPDATE centre_devices SET public_key = :key WHERE id = :id"), key
            )
        side.takes("nurse")  # the first of its operations
        for _ in range(EACH - 1):
            side.desk.calls.register(NUMBER)
        sides.append(side)
    return sides


def test_when_all_come_back_at_once_all_of_it_is_taken(street: Street) -> None:
    street.nurse_at("först")
    template = street.desk("mall")
    street.settle(template)
    with template.engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    before = street.house.centre.central.counts()
    sides = many(street, street.folder / "mall.db")
    counting, begin = Counting(), Barrier(DESKS + 1)
    threads = [
        Thread(
            target=counting.talk,
            args=(side, street.house.client(side.device_id), begin),
            name=f"desk {number}",
        )
        for number, side in enumerate(sides)
    ]
    for thread in threads:
        thread.start()
    begin.wait(60)
    begun = time.monotonic()
    for thread in threads:
        thread.join(2 * DRAINED_WITHIN)
    took, all_told = counting.taken - begun, counting.last - begun
    measured(
        f"{DESKS} desks with {EACH} operations each: taken in {took:.1f} s, all desks have all of"
        f" it in {all_told:.1f} s, {dict(counting.said)}"
    )
    assert counting.failed == []
    assert counting.said.keys() <= {"200", "busy 503"}
    assert took <= all_told < DRAINED_WITHIN
    after = street.house.centre.central.counts()
    assert sum(after.values()) - sum(before.values()) == DESKS * EACH
    assert after.keys() == before.keys()  # all of them were carried out
    calls = shared(street.house.centre.engine)["calls"]
    assert len({UUID(row["id"]) for row in calls}) == DESKS * (EACH - 1)
    assert {side.local.waiting().count for side in sides} == {0}
