"""A linked desk whose disk fills up while it works and is given rows (F31)."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.small_disk import fill
from tests.faults.test_disk_full import may_mount
from tests.rig.checks import broken
from tests.rig.processes import until
from tests.rig.world import a_world

pytestmark = [
    pytest.mark.loopback,
    pytest.mark.skipif(not may_mount(), reason="needs the right to mount a small disk"),
]
SEED = 20261127
ROOM = "48m"
FULL_FOR = 20.0  # seconds


@contextmanager
def a_small_disk(at: Path) -> Iterator[None]:
    """A file system of its own in the folder, gone afterwards."""
    at.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "none", at], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", at], check=True)


def test_a_linked_desk_without_room_says_so_and_loses_nothing(tmp_path: Path) -> None:
    """What it could not save was never told to be saved; when there is room it goes on."""
    with (
        a_small_disk(tmp_path / "desk-1"),
        a_world(tmp_path, desks=2, seed=SEED, pace=0.02) as world,
    ):
        one, other = world.desks
        for desk in world.desks:
            desk.begin_and_open()
        until(lambda: len(other.hear().saved) > 20, what="somebody works at it")
        filler = fill(other.profile, leave=0)
        until(lambda: other.hear().unsaved > 3, what="it says that it is not saved")
        saved, begun = len(other.saved), time.monotonic()
        there = len(one.hear().saved)
        time.sleep(FULL_FOR)  # rows come that it has no room for
        assert len(one.hear().saved) > there
        assert len(other.hear().saved) - saved < (time.monotonic() - begun) * 5
        filler.unlink()
        back = len(other.hear().saved)
        until(lambda: len(other.hear().saved) > back + 20, what="it saves again")
        world.heal()
        world.drain()
        world.end_desks()
        assert broken(world) == []
