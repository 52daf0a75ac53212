"""The long form: tens of thousands of acknowledged operations under a hundred kills and more.

`make faults` runs it.  KUNDCENTER_OPERATIONS and KUNDCENTER_KILLS say how many; with `-s` it
prints what it measured.  After every tenth kill PostgreSQL is killed too, and once the service.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.faults.checks import FULL
from tests.rig.checks import broken
from tests.rig.test_killed_desks import MOMENTS, lose
from tests.rig.world import World, a_world

pytestmark = [
    pytest.mark.loopback,
    pytest.mark.skipif(not FULL, reason="only at full length"),
]

OPERATIONS = int(os.environ.get("KUNDCENTER_OPERATIONS") or 50_000)
DESK_KILLS = int(os.environ.get("KUNDCENTER_KILLS") or OPERATIONS // 500)
BACK_WITHIN = 10.0  # seconds: goal G22
SEED = int(os.environ.get("KUNDCENTER_SEED") or 20261125)
LOG = (("kundcenter.db-wal", "kundcenter.db-shm"), ("kundcenter.db-shm",), (), ())


@dataclass(slots=True)
class Measured:
    """What there was, in seconds where it is time."""

    desk_kills: int = 0
    postgres_kills: int = 0
    service_kills: int = 0
    logs_lost: int = 0
    back_after: list[float] = field(default_factory=list)


def strike(world: World, measured: Measured) -> None:
    """The next thing that goes wrong."""
    number = measured.desk_kills
    desk = world.desks[number % len(world.desks)]
    world.kill_desk(desk, at=MOMENTS[number % 3], within=2.0)
    names = LOG[world.rng.randrange(len(LOG))]
    lose(desk, *names)
    measured.desk_kills += 1
    measured.logs_lost += len(names) == 2
    desk.begin_and_open()
    if measured.postgres_kills * 10 < number:
        measured.back_after.append(world.kill_postgres())
        measured.postgres_kills += 1
    if measured.service_kills * 10 + 5 < number:
        service = world.services[0]
        service.kill()
        world.begin_service(service)
        measured.service_kills += 1


def test_a_hundred_kills_lose_nothing_and_do_nothing_twice(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """G1, G2, G22 at the length that a machine at home can do."""
    measured = Measured()
    with a_world(tmp_path, seed=SEED, pace=0.004) as world:
        for desk in world.desks:
            desk.begin_and_open()
        begun = time.monotonic()
        every = OPERATIONS / DESK_KILLS
        while world.acknowledged < OPERATIONS or measured.desk_kills < DESK_KILLS:
            if world.acknowledged >= every * measured.desk_kills or (
                world.acknowledged >= OPERATIONS
            ):
                strike(world, measured)
            else:
                time.sleep(0.1)
        worked = time.monotonic() - begun
        world.heal()
        drained = world.drain()
        world.end_desks()
        checked = time.monotonic()
        assert broken(world) == []
        verdicts = dict(world.asked("SELECT verdict, count(*) FROM centre_results GROUP BY 1"))
        rows = world.asked("SELECT sum(seq) FROM centre_buckets")[0][0]
        sys.stdout.write(
            f"\n{world.acknowledged} acknowledged, {verdicts} judged, {rows} feed rows; "
            f"{measured.desk_kills} desk kills ({measured.logs_lost} with the log deleted), "
            f"{measured.postgres_kills} PostgreSQL kills, {measured.service_kills} service kills; "
            f"{sum(d.replayed for d in world.desks)} came back from the mirror, "
            f"{sum(d.parked for d in world.desks)} of them parked; work got through again "
            f"{max(measured.back_after, default=0):.1f} s at most after a PostgreSQL kill; "
            f"worked {worked:.0f} s, drained in {drained:.1f} s, "
            f"checked in {time.monotonic() - checked:.0f} s\n"
        )
    caplog.clear()
    assert max(measured.back_after) < BACK_WITHIN
