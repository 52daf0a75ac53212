"""The line is deaf, slow or flapping: work goes on, the desk says so, and all comes through."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from threading import Event

import pytest

from tests import guards
from tests.postgres import PostgresServer
from tests.rig.apart import HERE, apart, possible
from tests.rig.network import FULL, Linked, Street, a_street, away, measured, through
from tests.rig.proxy import NONE, PARTITION, Fault, Proxy, proxy_before

pytestmark = pytest.mark.loopback
NOTICED, HEALED = 15.0, 10.0  # seconds: goals G22 and G6
LONG = 60.0
FLAPS = 300 if FULL else 8
SLOW = 5.0  # seconds for something small over a slow line: F22


@pytest.fixture
def street(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Street]:
    with a_street(postgres_server, tmp_path) as street:
        yield street


def joined(street: Street, name: str, seed: int) -> tuple[Proxy, Linked]:
    """A desk with a line of its own, at which the nurse sits."""
    port = int(street.house.url.rpartition(":")[2])
    side = street.desk(name)
    street.settle(side)
    side.takes("nurse")
    proxy = street.stack.enter_context(proxy_before(port))
    return proxy, replace(street, proxy=proxy).linked(side, seed=seed)


FAULTS = {
    "both ways": PARTITION,
    "nothing goes": Fault(deaf_up=True),
    "nothing comes": Fault(deaf_down=True),
    "refused": Fault(refuse=True),
}


def test_in_every_kind_of_partition_work_goes_on_and_is_through_soon_after(
    street: Street,
) -> None:
    street.nurse_at("först")
    found = {name: joined(street, name, seed) for seed, name in enumerate(FAULTS)}
    for _, linked in found.values():
        linked.until(through, LONG)
    begun = time.monotonic()
    for name, (proxy, linked) in found.items():
        proxy.be(FAULTS[name])
        if name == "refused":
            proxy.reset()
        assert linked.work() < 1.0  # nothing waits for the network
    noticed = {}
    for name, (_, linked) in found.items():
        linked.until(away, LONG)
        noticed[name] = round(time.monotonic() - begun, 1)
    for _, linked in found.values():
        assert linked.work() < 1.0
    begun = time.monotonic()
    for proxy, _ in found.values():
        proxy.heal(reset=True)
    healed = {}
    for name, (_, linked) in found.items():
        linked.until(through, LONG)
        healed[name] = round(time.monotonic() - begun, 1)
    for _, linked in found.values():
        linked.link.stop()
        street.settle(linked.side)
    for _, linked in found.values():
        street.settle(linked.side)
        street.agrees(linked.side)
    measured(f"noticed after {noticed} s, through after {healed} s")
    assert max(noticed.values()) <= NOTICED
    assert max(healed.values()) <= HEALED


def test_over_a_slow_line_something_small_is_through_all_the_same(street: Street) -> None:
    street.nurse_at("först")
    proxy, linked = joined(street, "långsam", 1)
    linked.until(through, LONG)
    proxy.be(Fault(delay=0.4))
    took = []
    for _ in range(2):
        assert linked.work() < 1.0
        linked.until(lambda state: state.waiting.count > 0, LONG)
        took.append(round(linked.until(through, LONG), 1))
    proxy.be(NONE)
    measured(f"through after {took} s")
    assert max(took) < SLOW


def test_on_a_line_that_comes_and_goes_nothing_is_stuck(street: Street) -> None:
    street.nurse_at("först")
    proxy, linked = joined(street, "skakig", 2)
    linked.until(through, LONG)
    rng, pause = Random(3), Event()
    judged = [street.heads(linked.side)[0]]
    for _ in range(FLAPS):
        proxy.be(rng.choice([*FAULTS.values(), Fault(cut_up=700), Fault(cut_down=2_000)]))
        if rng.random() < 0.5:
            proxy.reset()
        assert linked.work() < 1.0
        pause.wait(rng.uniform(0.5, 2.0) if FULL else 0.4)
        proxy.heal(reset=rng.random() < 0.5)
        pause.wait(rng.uniform(0.5, 2.0) if FULL else 0.4)
        judged.append(street.heads(linked.side)[0])
    begun = time.monotonic()
    proxy.heal(reset=True)
    linked.work()
    linked.until(lambda state: state.waiting.count > 0, LONG)
    linked.until(through, LONG)
    took = time.monotonic() - begun
    linked.link.stop()
    street.settle(linked.side)
    street.agrees(linked.side)
    measured(f"through after {took:.1f} s; at the centre meanwhile: {judged}")
    assert judged == sorted(judged)
    assert took <= HEALED


@pytest.mark.skipif(not (FULL and possible()), reason="KUNDCENTER_FAULTS=full, by root")
@pytest.mark.parametrize("way", ["both", "up", "down"])
@pytest.mark.parametrize("idle", [True, False])
def test_what_the_kernel_drops_is_noticed_also_by_a_desk_that_has_nothing_to_say(
    postgres_server: PostgresServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
    idle: bool,
) -> None:
    monkeypatch.setattr(guards, "LOOPBACK", guards.LOOPBACK | {HERE})  # it is this machine's too
    with apart() as cable, a_street(postgres_server, tmp_path, HERE) as street:
        side = street.nurse_at()
        port = int(street.house.url.rpartition(":")[2])
        proxy = street.stack.enter_context(proxy_before(port, HERE))
        linked = replace(street, proxy=proxy).linked(side, before=cable.enter)
        linked.until(through, LONG)
        cable.deaf(up=way != "down", down=way != "up")
        if not idle:
            assert linked.work() < 1.0
        noticed = linked.until(away, LONG)
        if not idle:
            assert linked.work() < 1.0
        Event().wait(30.0)
        cable.heal()
        if not idle:
            linked.work()
        healed = linked.until(through, LONG)
        measured(f"{way}, {'idle' if idle else 'busy'}: {noticed:.1f} s, healed {healed:.1f} s")
        linked.link.stop()
        street.settle(side)
        street.agrees(side)
        assert noticed <= NOTICED
