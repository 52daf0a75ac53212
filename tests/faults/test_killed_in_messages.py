"""kill -9 while a message is taken or a mode ordered: what was written is back, for its writer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kundcenter.domain.access import Role
from kundcenter.domain.switchboard.contacts import ContactDraft
from kundcenter.domain.switchboard.messages import MessageChannel
from tests.faults.message_life import CALLER, STATES, WHY, WORDS
from tests.faults.test_killed_in_each_state import ROOT, back
from tests.ground import CARE_UNIT, PASSWORD
from tests.profiles import Shift, make_profile, opened
from tests.ui.workstation.messaged import CURATOR, kept, message_of
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from ui.dialogs.switchboard.mode import ModeDialog
from ui.dialogs.switchboard.read_back import ReadBackDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
RECOVERED = "Återställd text, inte sparad"
NEW = "Ctrl+Shift+Ö"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A profile with two telephonists, a leader, and somebody in a directory."""
    made = make_profile(tmp_path / "profile")
    with opened(made) as opening:
        desk = opening.desk
        Shift(desk).begin()
        desk.sessions.sign_out()
        desk.sessions.sign_in("admin", PASSWORD)
        for name, role in (
            ("switch", Role.SWITCHBOARD),
            ("other", Role.SWITCHBOARD),
            ("leader", Role.SUPERVISOR_SWITCHBOARD),
        ):
            roles = frozenset({role})
            added = desk.operators.add(name, f"Test {name}", roles=roles, care_unit=CARE_UNIT)
            desk.operators.give_password(added.the("operator"), PASSWORD)
        draft = ContactDraft("Regionen", CURATOR, title="Kurator", workplace="Testsjukhuset")
        desk.contacts.put(None, draft)
        desk.sessions.sign_out()
    return made


def killed_in(folder: Path, state: str) -> None:
    """Let somebody come into the state and kill them there."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.message_life", str(folder), state],
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


def given_back(seat: Seat) -> None:
    """All of the message stands there again, and nothing of it is in the store as one."""
    seat.press(NEW)
    seat.see(RECOVERED, f"Till {CURATOR}")
    dialog = message_of(seat)
    assert (dialog.text.text(), dialog.caller.text()) == (WORDS, CALLER)
    assert dialog.urgent.isChecked()
    assert dialog.channel.value == MessageChannel.PRINT
    assert kept(seat) == ()


def test_every_state_is_tried() -> None:
    tried = {name.removeprefix("test_killed_") for name in globals()}
    assert set(STATES) <= tried


def test_killed_half_message(folder: Path, qtbot: QtBot) -> None:
    """A colleague at the same desk has nothing of it; saved, it is no draft any more."""
    killed_in(folder, "half_message")
    with back(folder, "other") as seat:
        seat.press(NEW)
        seat.see("Skriv en del av namnet")
        seat.settle()
        assert message_of(seat).text.text() == ""
    with back(folder, "switch") as seat:
        given_back(seat)
        message_of(seat).channel.strike("4")
        seat.press("Ctrl+Return")
        seat.see("Läs upp och fråga", WORDS)
        seat.press("Return")
        seat.see("väntar på att läsas upp")
        (message,) = kept(seat)
        assert (message.draft.text, message.draft.caller) == (WORDS, CALLER)
        seat.press(NEW)
        seat.see("Skriv en del av namnet")
        seat.settle()
        assert message_of(seat).text.text() == ""


def test_killed_read_back(folder: Path, qtbot: QtBot) -> None:
    """Nobody has agreed yet: it is read once more."""
    killed_in(folder, "read_back")
    with back(folder, "switch") as seat:
        given_back(seat)
        assert seat.window.findChildren(ReadBackDialog) == []


def test_killed_half_order(folder: Path, qtbot: QtBot) -> None:
    killed_in(folder, "half_order")
    with back(folder, "leader") as seat:
        assert asked(seat, lambda desk: desk.modes.standing()) == ()
        seat.press("Ctrl+F8")
        seat.see(RECOVERED)
        (dialog,) = seat.window.findChildren(ModeDialog)
        assert dialog.reason.text() == WHY
        assert dialog.mode.value is None  # which mode is chosen anew
