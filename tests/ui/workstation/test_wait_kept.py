"""What was written about somebody who is to wait stands there again after a crash."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ground import WOMAN, Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_recovery import RECOVERED, Died
from ui.dialogs.wait import WaitDialog
from ui.kept_form import KEEP_WITHIN_MS
from ui.theme.fonts import load_fonts

COMMENT = "Kan inte gå i trappor, behöver hiss"


@pytest.fixture
def life(ground: Ground, tmp_path: Path, qtbot: QtBot) -> Iterator[Died]:
    load_fonts()
    made = Died(ground, tmp_path)
    made.seat.sign_in("nurse")
    yield made
    made.seat.leave()


def shown(seat: Seat) -> WaitDialog:
    seat.settle()
    (found,) = (d for d in seat.window.findChildren(WaitDialog) if d.isVisible())
    return found


def test_after_a_crash_the_dialog_is_filled_in_again(life: Died) -> None:
    seat = life.seat
    seat.take_call(keyed_id=WOMAN)
    seat.see("Test Person 1988")
    seat.press("Ctrl+Shift+X")
    dialog = shown(seat)
    dialog.time_type.setFocus()
    seat.write("NYBESOK")
    dialog.comment.setFocus()
    seat.write(COMMENT)
    seat.let_pass(KEEP_WITHIN_MS + 200)
    seat = life.die_and_return()
    seat.press("Ctrl+Shift+X")
    seat.see(RECOVERED)
    assert shown(seat).comment.text() == COMMENT
    assert shown(seat).time_type.text() == "NYBESOK"
