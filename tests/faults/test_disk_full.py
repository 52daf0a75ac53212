"""A disk that fills up: "inte sparat", nothing half, no look without a record, and it recovers."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from db.faults import NotSaved
from kundcenter.start.opening import open_profile
from kundcenter.start.verifying import verify_profile
from tests.faults.checks import Acknowledged, lost, torn
from tests.faults.small_disk import look, work_until_it_is_refused
from tests.profiles import Shift, make_profile, opened, source
from ui.texts import sentence

ROOT = Path(__file__).parents[2]
UNSHARED = ("unshare", "--mount", sys.executable, "-m", "tests.faults.small_disk")


def may_mount() -> bool:
    """Whether this user may have a disk of its own to fill."""
    if not shutil.which("unshare"):
        return False
    tried = ("unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt")
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not may_mount(), reason="needs the right to mount a small disk")
def test_a_full_disk_loses_nothing_hides_nothing_and_recovers(tmp_path: Path) -> None:
    """F31, on a real file system without room."""
    said = subprocess.run(
        [*UNSHARED, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    told = json.loads(said.stdout)
    start = told.pop("start")
    for day in told.values():
        assert (day["refused"], day["unseen"]) == (NotSaved.code, NotSaved.code)
        assert (day["found"], day["behind"]) == ([], False)
        assert day["calls"] == day["rung"]  # what was refused left nothing behind
    assert told["some"]["told"] > 10
    assert start["errors"] == [NotSaved.code, NotSaved.code]


def test_a_file_that_may_not_grow_is_the_same(tmp_path: Path) -> None:
    """The limit of the operating system, which every user may set; in a process of its own."""
    folder = make_profile(tmp_path / "profile")
    with opened(folder) as desk:
        Shift(desk.desk).begin()
    child = os.fork()
    if child == 0:
        try:
            _limited_day(folder)
        except BaseException as error:
            os.write(2, f"{error!r}\n".encode())
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    with open_profile(folder) as profile:
        assert verify_profile(profile, source()).sound


def _limited_day(folder: Path) -> None:
    with opened(folder) as desk:
        largest = max(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest + 200_000, unlimited[1]))
        told: list[Acknowledged] = []
        assert work_until_it_is_refused(desk, told) == NotSaved.code
        assert look(desk) == NotSaved.code
        assert torn(desk.engine) == []
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
        shift = Shift(desk.desk)
        shift.resume()
        shift.call()
        assert lost(desk.engine, told) == []
        assert desk.mirror.trouble is None


def test_the_operator_is_told_that_it_is_not_saved() -> None:
    for why in ("full", "input_output", "read_only", "cannot_open"):
        assert "inte sparat" in sentence(NotSaved(why=why)).lower()
