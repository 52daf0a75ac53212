"""kill -9 while a nurse writes: what was written up to a second before is there, and encrypted.

`KUNDCENTER_KILLS` says how often, as for the verbs.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kundcenter.domain.drafts import FormKind
from kundcenter.start.opening import open_profile
from kundcenter.start.verifying import verify_profile
from tests.faults.checks import FULL, readable, torn
from tests.faults.typing_life import letters
from tests.ground import PASSWORD
from tests.profiles import Shift, make_profile, opened, source

KILLS = 20 if FULL else 3
LONGEST_LOST = 1.0  # s before the kill
CANARY = "kanariefageln ar pa vift igen"
ROOT = Path(__file__).parents[2]
SEED = 20261122


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_profile(tmp_path / "profile")
    with opened(tmp_path / "profile") as desk:
        shift = Shift(desk.desk)
        shift.begin()
        shift.call("Signerad text som inte rörs")
    return tmp_path / "profile"


def killed(folder: Path, life: str, seconds: float, program: str = "typing_life") -> int:
    """Let somebody write for a while and kill them; the letters given a second before that."""
    with subprocess.Popen(
        [sys.executable, "-m", f"tests.faults.{program}", str(folder), CANARY, life],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        first = child.stdout.readline()
        assert first, child.stderr.read()
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
        at = time.monotonic()
        told = [first, *child.stdout.read().splitlines(keepends=True)]
    return sum(float(line) < at - LONGEST_LOST for line in told if line.endswith("\n"))


def kept(folder: Path) -> list[str]:
    """What comes back to the nurse."""
    with opened(folder) as desk:
        desk.desk.sessions.sign_in("nurse", PASSWORD)
        return [draft.unsaved.note.history for draft in desk.desk.drafts.mine()]


def test_killed_while_writing_at_most_the_last_second_is_gone(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    chance = random.Random(SEED)
    before = ""
    for life in range(KILLS):
        written = killed(folder, str(life), chance.uniform(1.2, 4.0))
        assert readable(folder, CANARY) == []
        (text,) = kept(folder)
        assert text.startswith(before)
        added = text[len(before) :]
        assert letters(CANARY, str(life)).startswith(added)
        assert len(added) >= written > 0
        before = text
    with opened(folder) as desk:
        desk.desk.sessions.sign_in("nurse", PASSWORD)
        assert torn(desk.engine) == []
        assert desk.desk.calls.latest()[-1].outcome == "EGENVARD"
    with open_profile(folder) as profile:
        assert verify_profile(profile, source()).sound
    caplog.clear()


def kept_brief(folder: Path) -> str:
    with opened(folder) as desk:
        desk.desk.sessions.sign_in("nurse", PASSWORD)
        (call,) = desk.desk.calls.mine()
        return desk.desk.drafts.form(FormKind.HAND_OVER, call.id).get("brief", "")


def test_killed_while_writing_in_a_dialog_at_most_the_last_second_is_gone(folder: Path) -> None:
    """The second life opens the same dialog, and goes on where the first was killed."""
    chance = random.Random(SEED)
    before = ""
    for life in range(2):
        written = killed(folder, str(life), chance.uniform(1.5, 3.0), "dialog_life")
        assert readable(folder, CANARY) == []
        text = kept_brief(folder)
        assert text.startswith(before)
        added = text[len(before) :]
        assert letters(CANARY, str(life)).startswith(added)
        assert len(added) >= written > 0
        before = text
