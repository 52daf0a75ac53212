"""Desks that are killed while they work, send and take in: nothing that was said is lost."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import cast
from uuid import uuid4

import pytest

from db.sync import grants
from tests.faults.checks import FULL
from tests.rig.checks import broken, seen
from tests.rig.processes import DeskProcess, Saved, until
from tests.rig.world import World, a_world
from tests.sync import checkers
from tests.sync.simulator.world import World as Simulated

pytestmark = pytest.mark.loopback

SEED = 20261122
KILLS = 60 if FULL else 9
# Seconds that a machine sleeps.  With KUNDCENTER_SLEEP=960 what a desk was given to show who it is
# (TOKEN_LIFE) has run out when it wakes up.
SLEEP = float(os.environ.get("KUNDCENTER_SLEEP") or (120 if FULL else 0))
MOMENTS = ("", "push", "pull")  # any; right after the answer to a push; while taking in rows
LOG = ("kundcenter.db-wal", "kundcenter.db-shm")


def lose(desk: DeskProcess, *names: str) -> None:
    """As a clean-up tool may do, or a copy that took the database alone."""
    for name in names:
        (desk.profile / name).unlink(missing_ok=True)


def test_desks_killed_at_any_moment_lose_nothing_and_do_nothing_twice(tmp_path: Path) -> None:
    """F1 to F4, F12, F37, F38: also with the log deleted, which the mirror makes good."""
    with a_world(tmp_path, seed=SEED, pace=0.02) as world:
        for desk in world.desks:
            desk.begin_and_open()
        world.work_until(40)
        assert world.role() == grants.ROLE  # which owns nothing, and sees one desk's rows
        for kill in range(KILLS):
            desk = world.desks[kill % 2]
            world.kill_desk(desk, at=MOMENTS[kill % 3], within=1.0)
            lose(desk, *LOG[(kill + 1) % 4 :])  # both, the second, or neither
            desk.begin_and_open()
        frozen = world.desks[0]
        frozen.running.signal(signal.SIGSTOP)  # a machine that sleeps
        time.sleep(SLEEP)
        world.work_until(60)
        world.heal()
        world.work_until(60)
        world.drain()
        world.end_desks()
        assert broken(world) == []
        assert sum(desk.replayed for desk in world.desks) > sum(d.parked for d in world.desks) > 0
        assert sum(desk.opened for desk in world.desks) == KILLS + 2
        the_rig_sees_what_is_wrong(world)


def the_rig_sees_what_is_wrong(world: World) -> None:
    """Each check fails once on a planted fault."""
    with seen(world) as everything:
        shown = cast("Simulated", everything)
        place = everything.places[0]
        place.saved[10**6] = Saved(10**6, uuid4(), b"", "journal.sign")
        assert any(checkers.c1_nothing_saved_is_lost(shown))
        place.saved.clear()
        everything.places[:] = everything.places[1:]
        assert any(checkers.c2_no_phantom(shown))
        del everything.centre.log[5]
        assert any(checkers.c3_exactly_once(shown))
        assert any(checkers.c19_all_accounted_for(shown))
    world.server.kill()


def test_a_world_that_is_wedged_is_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rig itself: a desk whose service is gone never drains, and that is found."""
    monkeypatch.setattr("tests.rig.world.STUCK", 1.0)
    with a_world(tmp_path, desks=1, seed=SEED) as world:
        (desk,) = world.desks
        desk.begin_and_open()
        world.work_until(10)
        world.services[0].kill()
        world.work_until(10)
        with pytest.raises(AssertionError, match="wedged"):
            world.drain()
        begun = time.monotonic()
        world.heal()
        monkeypatch.undo()
        world.drain()
        assert time.monotonic() - begun < 60
        until(lambda: desk.hear().waiting == 0)
