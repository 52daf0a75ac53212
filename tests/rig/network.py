"""The ground of the network's tests: a real centre over HTTPS, and before it a proxy that fails."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from uuid import UUID

from sqlalchemy import text

from kundcenter.adapters.centre_client import CentreClient, Patience
from kundcenter.domain.access import Role
from kundcenter.domain.link import LinkState, Phase
from kundcenter.start.link import Link, LinkTerms
from kundcenter.sync.exchange import Exchange
from tests.centre.ground import House, a_house, certified, talk
from tests.ground import NUMBER, Clock, fill_central
from tests.postgres import PostgresServer
from tests.rig.proxy import Proxy, proxy_before
from tests.start.link_ground import Seen
from tests.sync.ground import Side, a_centre, shared

FULL = os.environ.get("KUNDCENTER_FAULTS") == "full"


@dataclass(slots=True)
class Street:
    """A house, and the way to it."""

    house: House
    proxy: Proxy
    stack: ExitStack
    folder: Path
    sides: dict[UUID, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"https://{self.proxy.host}:{self.proxy.port}"

    def client(self, device_id: UUID, patience: Patience | None = None) -> CentreClient:
        """A desk's client, whose way leads through the proxy."""
        return self.house.client(device_id, url=self.url, patience=patience)

    def desk(self, name: str = "ett") -> Side:
        """A desk that is enrolled and has nobody at it."""
        side, _ = self.house.side(self.folder / f"{name}.db", name)
        return side

    def nurse_at(self, name: str = "ett") -> Side:
        """A desk with a nurse at it, who has agreed with the centre on all there was."""
        side = self.desk(name)
        side.begin()
        side.operator("nurse", Role.NURSE)
        side.sign_in("nurse")
        self.settle(side)
        return side

    def settle(self, side: Side) -> None:
        """A whole conversation, on a connection of its own and past the proxy."""
        side.exchange = Exchange(side.local)
        client = self.house.client(side.device_id)
        talk(side, client)
        client.close()

    def linked(self, side: Side, seed: int = 1, before: Callable[[], None] | None = None) -> Linked:
        """The desk's own thread, begun, as the program begins it.

        `before` is called in each of its threads, before it connects.
        """

        def connect() -> CentreClient:
            if before is not None:
                before()
            return self.client(side.device_id)

        seen = Seen()
        terms = LinkTerms(seen.tell, seen.announce, now=side.clock, uniform=Random(seed).uniform)
        made = Linked(side, seen, Link(side.local, connect, terms))
        self.stack.callback(made.link.stop)
        made.link.start()
        return made

    # -- what has to hold --------------------------------------------------------------------------

    def heads(self, side: Side) -> tuple[int, int, int]:
        """How far the centre has come with the desk: its number, its verdicts, its effects."""
        with self.house.centre.engine.connect() as connection:
            key = {"id": side.device_id}
            row = connection.execute(text(_HEADS), key).one()
            return row.n, row.judged, row.kept

    def agrees(self, side: Side) -> None:
        """All was said, judged once, answered and settled; the rows are the same."""
        n = side.local.heads().operation.n
        assert self.heads(side) == (n, n, n)
        assert side.local.waiting().count == 0
        with side.engine.connect() as connection:
            loose = connection.execute(
                text("SELECT count(*) FROM sync_answers WHERE settled_at IS NULL")
            ).scalar()
        assert loose == 0
        assert shared(side.engine) == shared(self.house.centre.engine)


_HEADS = """
SELECT n, (SELECT count(*) FROM centre_results r WHERE r.device_id = d.id) AS judged,
          (SELECT count(*) FROM operations o WHERE o.device_id = d.id) AS kept
FROM centre_devices d WHERE id = :id
"""


@dataclass(slots=True)
class Linked:
    """A desk and its thread."""

    side: Side
    seen: Seen
    link: Link

    def work(self) -> float:
        """The operator does something; returns how many seconds that took."""
        begun = time.monotonic()
        self.side.desk.calls.register(NUMBER)
        self.link.nudge()
        return time.monotonic() - begun

    def until(self, so: Callable[[LinkState], bool], within: float) -> float:
        """Wait for it, and return how many seconds it took.  More than `within` is a failure."""
        begun = time.monotonic()
        with self.seen._told:
            found = self.seen._told.wait_for(
                lambda: self.seen.states and so(self.seen.states[-1]), within
            )
            assert found, (within, self.seen.states[-3:])
        return time.monotonic() - begun


def measured(told: str) -> None:
    """A figure for docs/reliability.md: seen with `pytest -s`."""
    sys.stdout.write(f"\n{told}\n")


def through(state: LinkState) -> bool:
    return state.phase is Phase.JOINED and state.waiting.count == 0


def away(state: LinkState) -> bool:
    return state.phase is Phase.AWAY


@contextmanager
def a_street(
    server: PostgresServer, folder: Path, *hosts: str, longest_wait: float = 25.0
) -> Iterator[Street]:
    """A founded centre with its service and a proxy before it."""
    with ExitStack() as stack:
        url = stack.enter_context(server.clone("empty", fill_central))
        centre = stack.enter_context(a_centre(url, Clock()))
        authority = certified(folder / "authority", *hosts)
        house = stack.enter_context(a_house(centre, url, authority, longest_wait=longest_wait))
        proxy = stack.enter_context(proxy_before(int(house.url.rpartition(":")[2])))
        with ExitStack() as desks:
            yield Street(house, proxy, desks, folder)
