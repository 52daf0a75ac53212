"""kill -9 at any moment: what was acknowledged is there, nothing is half, and it always opens.

`KUNDCENTER_KILLS` says how often; `make faults` kills more than two hundred times.
"""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from db.mirror.outbox import OutboxMirror
from db.work import SqlWork
from kundcenter.start.opening import OpenDesk, open_profile
from kundcenter.start.verifying import verify_profile
from tests.faults.checks import FULL, Acknowledged, lost, torn
from tests.faults.lives import Acknowledge, lived, working
from tests.profiles import Shift, make_profile, opened, source

KILLS = int(os.environ.get("KUNDCENTER_KILLS") or (240 if FULL else 40))
LOG = ("kundcenter.db-wal", "kundcenter.db-shm")
ROUND = 40  # kills of one profile, one after the other
SEED = 20261121


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_profile(tmp_path / "profile")
    with opened(tmp_path / "profile") as desk:
        Shift(desk.desk).begin()
    return tmp_path / "profile"


def faults_after(folder: Path, acknowledged: list[Acknowledged]) -> list[str]:
    """Everything that does not hold when the profile is opened again."""
    with opened(folder) as desk:
        found = [*lost(desk.engine, acknowledged), *torn(desk.engine)]
    with open_profile(folder) as profile:
        verdict = verify_profile(profile, source())
    return found + [f"{finding}" for finding in verdict.findings]


def lose_log(folder: Path) -> None:
    """As a clean-up tool may do, or a copy that took the database alone."""
    for name in LOG:
        (folder / name).unlink(missing_ok=True)


@pytest.mark.parametrize("seed", range(SEED, SEED + -(-KILLS // ROUND)))
def test_killed_at_any_moment_nothing_that_was_acknowledged_is_lost(
    folder: Path, caplog: pytest.LogCaptureFixture, seed: int
) -> None:
    """F1, F2, F37: after every second kill the database's log is deleted as well."""
    chance = random.Random(seed)
    acknowledged: list[Acknowledged] = []
    idle = 0
    kills = min(ROUND, KILLS)
    for kill in range(kills):
        told = lived(folder, working, seconds=chance.uniform(0.0, 0.8))
        idle += not told
        acknowledged += told
        if kill % 2:
            lose_log(folder)
        assert faults_after(folder, acknowledged) == [], f"kill {kill}"
    caplog.clear()  # that work came back from the mirror is said each time
    assert len(acknowledged) > 3 * kills
    assert idle < kills  # some are killed while they open, not all


def test_a_life_that_acknowledges_too_early_is_caught(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The checker itself: told before the commit, killed before the commit."""

    def early(desk: OpenDesk, acknowledge: Acknowledge) -> None:
        shift = Shift(desk.desk)
        shift.resume()
        steps = shift.steps("För tidigt")
        acknowledge(*next(steps))
        finish = SqlWork.finish

        def dying(work: SqlWork, kind: str, arguments: dict[str, object]) -> object:
            finish(work, kind, arguments)
            acknowledge("answered", str(arguments["call_id"]))
            os.kill(os.getpid(), signal.SIGKILL)
            time.sleep(60)
            return None

        monkeypatch.setattr(SqlWork, "finish", dying)
        next(steps)

    told = lived(folder, early, seconds=3)
    assert [what for what, _ in told] == ["rung", "answered"]
    assert faults_after(folder, told) == [f"answered {told[1][1]}"]


def test_a_life_without_a_mirror_is_caught(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The checker itself: the log is deleted, and nothing stands beside it."""

    with monkeypatch.context() as bare:
        bare.setattr(OutboxMirror, "append", lambda *_: None)
        told = lived(folder, working, seconds=2)
    assert told
    lose_log(folder)
    assert faults_after(folder, told) != []


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("DELETE FROM entry_versions", "an entry without a version"),
        ("DELETE FROM entries", "a version of no entry"),
        ("DELETE FROM entry_versions WHERE number = 2", "versions that are not numbered 1, 2, 3"),
        ("DELETE FROM operations WHERE n = 9", "operations that are not numbered 1, 2, 3"),
        ("DELETE FROM access_log", "an entry that nobody is logged to have written"),
        ("DELETE FROM calls", "a call without its operation, or the other way round"),
        ("DELETE FROM entry_versions WHERE number = 4", "a version without its operation"),
    ],
)
def test_every_half_of_a_verb_is_caught(folder: Path, statement: str, what: str) -> None:
    with opened(folder) as desk:
        shift = Shift(desk.desk)
        shift.resume()
        shift.call()
        assert torn(desk.engine) == []
        with desk.engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            assert raw is not None
            raw.execute("PRAGMA foreign_keys = OFF")
            names = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for (name,) in names.fetchall():
                raw.execute(f"DROP TRIGGER {name}")
            connection.execute(text(statement))
            connection.commit()
        assert what in torn(desk.engine)
