"""kill -9 while somebody works: they were there until the last sign of life, and not the night."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kundcenter.domain.access import Role
from kundcenter.domain.supervision.own_shift import TeamShare
from kundcenter.domain.supervision.periods import own
from kundcenter.domain.supervision.presences import SILENCE
from kundcenter.start.desk import Desk
from kundcenter.start.opening import OpeningTerms
from tests.faults.presence_life import AFTER, BEFORE, TALKED
from tests.faults.test_killed_in_each_state import ROOT
from tests.ground import CARE_UNIT, CHEAP, PASSWORD, Clock
from tests.profiles import Shift, make_profile, opened

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
MINUTE, MOMENT = timedelta(minutes=1), timedelta(seconds=2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A profile with a nurse and somebody who leads them."""
    made = make_profile(tmp_path / "profile")
    with opened(made, OpeningTerms(cost=CHEAP, now=Clock())) as opening:
        desk = opening.desk
        Shift(desk).begin()
        desk.sessions.sign_out()
        desk.sessions.sign_in("admin", PASSWORD)
        added = desk.operators.add(
            "leader",
            "Test Leader",
            roles=frozenset({Role.SUPERVISOR_NURSE}),
            care_unit=CARE_UNIT,
        )
        desk.operators.give_password(added.the("operator"), PASSWORD)
        desk.sessions.sign_out()
    return made


def killed_at_work(folder: Path) -> dict[str, datetime]:
    """Let a nurse work at the window and kill them in a talk."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.presence_life", str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        told = child.stdout.readline()
        child.kill()
        assert told, child.stderr.read()
    return {key: datetime.fromisoformat(at) for key, at in json.loads(told).items()}


@contextmanager
def later(folder: Path, at: datetime, who: str) -> Iterator[Desk]:
    """The desk on what was left, when the clock shows `at`."""
    with opened(folder, OpeningTerms(cost=CHEAP, now=Clock(at))) as opening:
        opening.desk.sessions.sign_in(who, PASSWORD)
        yield opening.desk
        opening.desk.sessions.sign_out()


def nurses(desk: Desk, start: datetime) -> TeamShare:
    """The nurse's share of the twenty hours from `start` on."""
    span = own(start - MINUTE, start + timedelta(hours=20))
    (found,) = (each for each in desk.figures.operators(span) if each.name == "Test Nurse")
    return found


def close(found: timedelta, minutes: float) -> bool:
    return abs(found - minutes * MINUTE) < MOMENT


def test_killed_in_a_talk_they_were_there_until_the_last_sign_of_life(
    folder: Path, qtbot: QtBot
) -> None:
    told = killed_at_work(folder)
    came, seen = told["came"], told["seen"]
    assert close(seen - came, BEFORE + TALKED)
    assert close(told["killed"] - seen, AFTER)
    with later(folder, seen + SILENCE - MINUTE, "leader") as desk:  # nobody can know it yet
        assert [each.seen_at for each in desk.presences.now()] == [seen]
        assert desk.figures.live().nurses == 1
        share = nurses(desk, came).share
        assert close(share.worked, BEFORE + TALKED + SILENCE / MINUTE - 1)
        assert close(share.active, TALKED + SILENCE / MINUTE - 1)
    for hours in (0, 2, 14):
        with later(folder, seen + SILENCE + MOMENT + timedelta(hours=hours), "leader") as desk:
            assert desk.presences.now() == ()
            assert desk.figures.live().nurses is None
            share = nurses(desk, came).share
            assert close(share.worked, BEFORE + TALKED)
            assert close(share.active, TALKED)
            assert share.percent == pytest.approx(100 * TALKED / (BEFORE + TALKED), abs=0.5)
    morning = seen + timedelta(hours=14, minutes=30)
    with later(folder, morning, "nurse") as desk:
        desk.presences.begin()
        (torn,) = desk.calls.mine()
        desk.calls.close(torn.id, "INFO")  # half a day after the last word
        before, now = desk.presences.mine(came - MINUTE, morning + MINUTE)
        assert (before.ends_at, now.ends_at) == (seen, None)
        assert desk.figures.mine().calls == ()
        assert close(desk.figures.mine().weeks.active, TALKED)
    with later(folder, morning + MINUTE, "leader") as desk:
        share = nurses(desk, came).share
        assert close(share.active, TALKED)
        assert close(share.worked, BEFORE + TALKED)
