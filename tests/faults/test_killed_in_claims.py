"""kill -9 while somebody is promised a call: what was promised stands, what was written is back."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from kundcenter.domain.access import Role
from kundcenter.domain.callback_queues import MenuCategory, QueueDraft, QueueSpan
from kundcenter.domain.callbacks import LEASE, Callback, CallbackKind, CallbackState
from kundcenter.domain.units import UnitKind
from kundcenter.start.desk import Desk
from tests.faults.claim_life import CRITERIA, DUE, NUMBER, REASON, STATES, UNIT, WRITTEN, to_queue
from tests.faults.test_killed_in_each_state import ROOT, back
from tests.ground import CARE_UNIT, PASSWORD
from tests.profiles import Shift, make_profile, opened
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from ui.dialogs.callback import CallbackDialog
from ui.dialogs.place import PlaceDialog
from ui.dialogs.promise import PromiseDialog
from ui.widgets.dialog import Dialog

D = TypeVar("D", bound=Dialog)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
RECOVERED = "Återställd text, inte sparad"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A profile with a nurse, a patient, and a unit with a queue that is always open."""
    made = make_profile(tmp_path / "profile")
    with opened(made) as opening:
        desk = opening.desk
        Shift(desk).begin()
        desk.sessions.sign_out()
        desk.sessions.sign_in("admin", PASSWORD)
        roles = frozenset({Role.SUPERVISOR_NURSE})
        added = desk.operators.add("leader", "Test Leader", roles=roles, care_unit=CARE_UNIT)
        desk.operators.give_password(added.the("operator"), PASSWORD)
        unit = desk.units.add(
            "SE0000000001-DEMO2", UNIT, kind=UnitKind.PRIMARY_CARE, municipality="Habo",
            phone="+46980319201", hours="",
        ).the("unit")  # fmt: skip
        spans = tuple(QueueSpan(day, 0, 24 * 60, 60, 1) for day in range(1, 8))
        draft = QueueDraft(unit, MenuCategory.ADVICE, spans, days_ahead=2)
        desk.callback_queues.put(None, draft)
        desk.sessions.sign_out()
    return made


def killed_in(folder: Path, state: str) -> None:
    """Let somebody come into the state and kill them there."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.claim_life", str(folder), state],
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


def only(seat: Seat, look: Callable[[Desk], tuple[Callback, ...]]) -> Callback:
    (found,) = asked(seat, look)
    return asked(seat, lambda desk: desk.callbacks.get(found.id)).callback


def shown(seat: Seat, kind: type[D]) -> D:
    seat.see(RECOVERED)
    seat.settle()
    (found,) = (each for each in seat.window.findChildren(kind) if each.isVisible())
    return found


def test_every_state_is_tried() -> None:
    tried = {name.removeprefix("test_killed_") for name in globals()}
    assert set(STATES) <= tried


def test_killed_half_net(folder: Path, qtbot: QtBot) -> None:
    """What was written of a net is a net again: nobody promises less than what was said."""
    killed_in(folder, "half_net")
    with back(folder) as seat:
        seat.see("I samtal", "Test Testsson")
        seat.settle()
        assert asked(seat, lambda desk: desk.callbacks.mine()) == ()
        seat.press("Ctrl+G")
        dialog = shown(seat, PromiseDialog)
        assert dialog.safety
        assert dialog.criteria.isVisible()
        assert (dialog.due.text(), dialog.number.text()) == (DUE, NUMBER)
        assert dialog.criteria.text() == CRITERIA
        seat.press("Ctrl+Return")
        seat.see("Löftet är gett")
        kept = only(seat, lambda desk: desk.callbacks.mine())
        assert (kept.kind, kept.criteria) == (CallbackKind.SAFETY, CRITERIA)
        assert (kept.number, kept.number_is_temporary) == ("+46701740633", True)


def test_killed_netted(folder: Path, qtbot: QtBot) -> None:
    killed_in(folder, "netted")
    with back(folder) as seat:
        kept = only(seat, lambda desk: desk.callbacks.mine())
        assert (kept.kind, kept.criteria) == (CallbackKind.SAFETY, CRITERIA)
        seat.press("Ctrl+M")
        seat.see("Löften som vi själva har gett", "Säkerhetsnät", "Mitt")


def test_killed_half_place(folder: Path, qtbot: QtBot) -> None:
    killed_in(folder, "half_place")
    with back(folder) as seat:
        seat.see("I samtal", "Test Testsson")
        seat.settle()
        assert asked(seat, lambda desk: desk.callbacks.open()) == ()
        to_queue(seat)
        dialog = shown(seat, PlaceDialog)
        assert (dialog.number.text(), dialog.reason.text()) == (NUMBER, REASON)
        assert dialog.temporary.isChecked()


def test_killed_placed(folder: Path, qtbot: QtBot) -> None:
    killed_in(folder, "placed")
    with back(folder) as seat:
        seat.see("I samtal", "Test Testsson")
        seat.settle()
        kept = only(seat, lambda desk: desk.callbacks.open())
        assert (kept.state, kept.seat) == (CallbackState.TIME_TOLD, 1)
        assert (kept.reason, kept.number) == (REASON, "+46701740633")
        to_queue(seat)
        seat.see("Patienten väntar redan i kön")
        (dialog,) = (each for each in seat.window.findChildren(PlaceDialog) if each.isVisible())
        assert dialog.reason.text() != REASON, "it is saved, and is no draft any more"


def test_killed_ringing(folder: Path, qtbot: QtBot) -> None:
    """It is the same nurse's for a while still, and a supervisor may let it go."""
    killed_in(folder, "ringing")
    with back(folder) as seat:
        seat.see("I samtal")
        seat.settle()
        kept = only(seat, lambda desk: desk.callbacks.open())
        assert kept.leased_until is not None
        assert kept.leased_until - kept.state_at == LEASE
        seat.press("Ctrl+M")
        seat.see("I enheternas köer", "Rådgivning")
        seat.settle()
        while "köer" not in seat.focus().accessibleName():
            seat.press("Tab")
        seat.press("Return")
        assert shown(seat, CallbackDialog).text.text() == WRITTEN
    with opened(folder) as opening:
        opening.desk.sessions.sign_in("leader", PASSWORD)
        opening.desk.callbacks.release(kept.id)
        (free,) = opening.desk.callbacks.open()
        assert (free.leased_until, free.state) == (None, CallbackState.TIME_TOLD)
