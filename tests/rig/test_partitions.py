"""The line is cut, deaf, slow or flapping: work goes on, the desk says so, and all comes through."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from tests.postgres import PostgresServer
from tests.rig.network import FULL, Linked, Street, a_street, away, through
from tests.rig.proxy import PARTITION, Fault, Proxy, proxy_before

pytestmark = pytest.mark.loopback
NOTICED, HEALED = 15.0, 10.0  # seconds: goals G22 and G6
LONG = 30.0
FLAPS = 300 if FULL else 10


@pytest.fixture
def street(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Street]:
    with a_street(postgres_server, tmp_path) as street:
        yield street


def lanes(street: Street, faults: dict[str, Fault]) -> dict[str, tuple[Proxy, Linked]]:
    """For each fault a desk with a line of its own, joined."""
    port = int(street.house.url.rpartition(":")[2])
    first = street.nurse_at("först")
    found = {}
    for seed, name in enumerate(faults):
        side = street.desk(name)
        street.settle(side)
        side.takes("nurse")
        proxy = street.stack.enter_context(proxy_before(port))
        own = replace(street, proxy=proxy)
        linked = own.linked(side, seed=seed)
        found[name] = proxy, linked
    for _, linked in found.values():
        linked.until(through, LONG)
    assert first.local.waiting().count == 0
    return found


def test_work_goes_on_in_every_kind_of_partition_and_is_through_soon_after(
    street: Street,
) -> None:
    faults = {
        "both ways": PARTITION,
        "nothing goes": Fault(deaf_up=True),
        "nothing comes": Fault(deaf_down=True),
        "refused": Fault(refuse=True),
    }
    found = lanes(street, faults)
    begun = time.monotonic()
    for name, (proxy, linked) in found.items():
        proxy.be(faults[name])
        if name == "refused":
            proxy.reset()
        assert linked.work() < 1.0
    noticed = {}
    for name, (_, linked) in found.items():
        linked.until(away, LONG)
        noticed[name] = linked.seen.states[-1].since, time.monotonic() - begun
    for _, linked in found.values():
        assert linked.work() < 1.0
    healed = time.monotonic()
    for proxy, _ in found.values():
        proxy.heal(reset=True)
    drained = {}
    for name, (_, linked) in found.items():
        linked.until(through, LONG)
        drained[name] = time.monotonic() - healed
    print({n: round(x[1], 1) for n, x in noticed.items()}, drained)
