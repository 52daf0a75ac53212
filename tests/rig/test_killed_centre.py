"""A centre that is killed, frozen and cut off from its database under load."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from tests.rig.checks import broken
from tests.rig.processes import until
from tests.rig.world import World, a_world

pytestmark = pytest.mark.loopback

SEED = 20261123
BACK_WITHIN = 10.0  # seconds: goal G22, after kill -9 of PostgreSQL
BUSY = (
    "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' "
    "AND xact_start IS NOT NULL AND pid <> pg_backend_pid()"
)


def kill_one_backend(world: World) -> None:
    """kill -9 of one that is in a transaction; PostgreSQL then begins anew by itself."""
    found: list[int] = []

    def looked() -> bool:
        found.extend(row[0] for row in world.asked(BUSY))
        return bool(found)

    until(looked, what="a push")
    os.kill(found[0], signal.SIGKILL)


def until_judged(world: World) -> None:
    """Return when the centre has judged something more."""
    before = world.judged()
    until(lambda: world.judged() > before, what="the centre judges")


def test_a_centre_killed_in_every_part_loses_nothing_and_does_nothing_twice(
    tmp_path: Path,
) -> None:
    """F8 to F11, F14, F18 and two services."""
    with a_world(tmp_path, services=2, seed=SEED, pace=0.02) as world:
        for desk in world.desks:
            desk.begin_and_open()
        until_judged(world)

        assert world.kill_postgres() < BACK_WITHIN
        assert world.kill_postgres() < BACK_WITHIN

        kill_one_backend(world)
        until(lambda: answers(world), what="PostgreSQL is back")
        until_judged(world)

        for _ in range(3):  # pooled connections end: nobody notices
            world.asked(f"SELECT pg_terminate_backend(pid) FROM ({BUSY}) AS busy")
            world.asked(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
            )
            until_judged(world)

        world.server.freeze()
        before = world.acknowledged
        until(lambda: world.acknowledged > before + 20, what="work goes on meanwhile")
        time.sleep(2)
        world.server.thaw()
        until_judged(world)

        for number, service in enumerate(world.services):  # in the middle of a request
            until_judged(world)
            service.kill()
            if number == 0:
                until_judged(world)  # the other one goes on
            world.begin_service(service)
        world.heal()
        world.work_until(40)
        world.drain()
        world.end_desks()
        assert broken(world) == []


def answers(world: World) -> bool:
    try:
        return bool(world.asked("SELECT 1"))
    except Exception:
        return False
