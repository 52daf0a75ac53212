"""kill -9 in each state of the work: after the restart everything is as it was, and marked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import main_thread

import pytest
from pytestqt.qtbot import QtBot

from kundcenter.domain.access import Role
from kundcenter.start.opening import OpeningTerms
from tests.faults.checks import torn
from tests.faults.state_life import STATES, TEXTS
from tests.ground import CHEAP, PASSWORD, Clock, Ground
from tests.profiles import Shift, make_profile, opened
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from ui.panels.alarm import AlarmState
from ui.theme.fonts import load_fonts

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
RECOVERED = "Återställd text, inte sparad"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A profile with a nurse, a colleague and a patient."""
    made = make_profile(tmp_path / "profile")
    with opened(made) as desk:
        Shift(desk.desk).begin()
        desk.desk.sessions.sign_out()
        desk.desk.sessions.sign_in("admin", PASSWORD)
        added = desk.desk.operators.add(
            "second",
            "Test Second",
            roles=frozenset({Role.NURSE}),
            position="Sjuksköterska",
            care_unit="SE0000000001-DEMO1",
        )
        desk.desk.operators.give_password(added.the("operator"), PASSWORD)
        desk.desk.sessions.sign_out()
    return made


def killed_in(folder: Path, state: str) -> list[str]:
    """Let somebody come into the state and kill them there; the calls that had cards."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.state_life", str(folder), state],
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
    places: list[str] = json.loads(told)["places"]
    return places


@contextmanager
def back(folder: Path, user_name: str = "nurse") -> Iterator[Seat]:
    """The program started again on what was left, and somebody signed in."""
    load_fonts()
    with opened(folder, OpeningTerms(cost=CHEAP, gui=main_thread())) as desk:
        seat = Seat(Ground(desk.desk, Clock(), desk.engine), folder.parent)
        try:
            seat.sign_in(user_name)
            yield seat
        finally:
            screen = seat.workstation.emergency.alarm.screen
            if screen is not None:
                screen.closed.emit()
            seat.leave()
            assert torn(desk.engine) == []


def history(seat: Seat) -> str:
    card = seat.workstation.cards.current
    assert card is not None
    return card.form.history.text()


def places(seat: Seat) -> list[str]:
    return [str(each) for each in seat.workstation.cards.places]


def test_every_state_is_tried() -> None:
    tried = {name.removeprefix("test_killed_") for name in globals()}
    assert set(STATES) <= tried


def test_killed_ringing(folder: Path, qtbot: QtBot) -> None:
    """The exchange no longer tells of it, so it is over, and stands in the log as lost."""
    killed_in(folder, "ringing")
    with back(folder) as seat:
        seat.see("Inget samtal pågår", "Ledig")
        (call,) = asked(seat, lambda desk: desk.calls.latest())
        assert call.ended_at is not None


def test_killed_in_call(folder: Path, qtbot: QtBot) -> None:
    before = killed_in(folder, "in_call")
    with back(folder) as seat:
        seat.see("I samtal", "Test Testsson", RECOVERED)
        assert (places(seat), history(seat)) == (before, TEXTS[0])


def test_killed_held(folder: Path, qtbot: QtBot) -> None:
    before = killed_in(folder, "held")
    with back(folder) as seat:
        seat.see("Parkerat", "Test Testsson", RECOVERED)
        assert (places(seat), history(seat)) == (before, TEXTS[0])


def test_killed_wrap_up(folder: Path, qtbot: QtBot) -> None:
    before = killed_in(folder, "wrap_up")
    with back(folder) as seat:
        seat.see("Efterarbete", RECOVERED)
        assert (places(seat), history(seat)) == (before, TEXTS[0])
        assert 0 < seat.workstation.readiness.left.total_seconds() <= 120
        seat.until(lambda: seat.line.paused, "the exchange told to wait")


def test_killed_alarm(folder: Path, qtbot: QtBot) -> None:
    killed_in(folder, "alarm")
    with back(folder) as seat:
        keeper = seat.workstation.emergency.alarm
        seat.until(lambda: keeper.screen is not None, "the screen of the alarm")
        assert keeper.screen is not None
        assert keeper.screen.state is AlarmState.BY_HAND
        assert keeper.screen.notes.place == "Testgatan 1"
        assert list(keeper.screen.notes.ticked) == ["Vad som har hänt"]
        seat.press("Ctrl+Shift+K")
        seat.see("I samtal", "Återstår")
        assert history(seat) == TEXTS[0]
        assert len(asked(seat, lambda desk: desk.calls.parts_due())) == 1


def test_killed_handed_over(folder: Path, qtbot: QtBot) -> None:
    before = killed_in(folder, "handed_over")
    with back(folder) as seat:
        seat.see("Överlämnat: kortet väntar på att kollegan tar det.", "Sparad, osignerad")
        assert places(seat) == before
    with back(folder, "second") as seat:
        seat.see("Överlämnade till dig", "Vill ha ny bedömning")


def test_killed_three_drafts(folder: Path, qtbot: QtBot) -> None:
    before = killed_in(folder, "three_drafts")
    with back(folder) as seat:
        seat.see(RECOVERED)
        seat.until(lambda: places(seat) == before, "the three cards in their places")
        assert history(seat) == TEXTS[1], "the one that was in sight"
        found = {history(seat)}
        for _ in range(2):
            seat.press("Ctrl+Tab")
            seat.see(RECOVERED)
            found.add(history(seat))
        assert found == set(TEXTS)


def test_killed_anonymous(folder: Path, qtbot: QtBot) -> None:
    before = killed_in(folder, "anonymous")
    with back(folder) as seat:
        seat.see("Anonym – ingen journal")
        assert places(seat) == before


def test_killed_paused(folder: Path, qtbot: QtBot) -> None:
    killed_in(folder, "paused")
    with back(folder) as seat:
        seat.see("Du tar inte emot samtal")
        seat.until(lambda: seat.line.paused, "the exchange told to wait")
