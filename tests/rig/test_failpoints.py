"""Programs that die where a kill at random hardly ever hits: between two steps of one act."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.checks import FULL
from tests.rig.checks import broken
from tests.rig.failing import CENTRE, DESK
from tests.rig.processes import Running, until
from tests.rig.world import World, a_world

pytestmark = pytest.mark.loopback
SEED = 20261128
TIMES = (1, 2, 7, 20) if FULL else (3,)  # at the how-manieth time it dies


def dies(world: World, running: Running, point: str, nth: int) -> None:
    """The program begins as one that dies there; returns when it has, by itself."""
    whole = running.arguments
    running.kill()
    running.arguments = ["tests.rig.failing", point, str(nth), *whole]
    if running in world.services:
        running.begin()
    else:
        next(desk for desk in world.desks if desk.running is running).begin()
    until(lambda: not running.alive, what=f"{running.name} dies: {point}")
    assert running.wait() == -9
    running.arguments = whole


def test_wherever_a_program_dies_nothing_is_lost_and_nothing_done_twice(tmp_path: Path) -> None:
    with a_world(tmp_path, seed=SEED, pace=0.15) as world:  # so slow that it is given rows often
        for desk in world.desks:
            desk.begin_and_open()
        world.work_until(40)
        for nth in TIMES:
            for number, point in enumerate(DESK):
                desk = world.desks[number % len(world.desks)]
                dies(world, desk.running, point, nth)
                desk.begin_and_open()
            for point in CENTRE:
                (service,) = world.services
                dies(world, service, point, nth)
                world.begin_service(service)
        world.work_until(60)
        world.drain()
        world.end_desks()
        assert broken(world) == []
        lives = sum(desk.opened for desk in world.desks)
        assert lives == len(world.desks) + len(TIMES) * len(DESK) * 2
