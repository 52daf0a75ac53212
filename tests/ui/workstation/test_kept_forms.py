"""What is written in a dialog stands there again after a crash, a lock and a lost session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ground import PASSWORD, WOMAN, Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_attacked import slow_store
from tests.ui.workstation.test_recovery import RECOVERED, Died, insert_recovered
from ui.dialogs.hand_over import HandOverDialog
from ui.dialogs.person import UnidentifiedDialog
from ui.kept_form import KEEP_WITHIN_MS
from ui.theme.fonts import load_fonts

BRIEF = "Feber i tre dagar, oroliga föräldrar"


@pytest.fixture
def life(ground: Ground, tmp_path: Path, qtbot: QtBot) -> Iterator[Died]:
    load_fonts()
    made = Died(ground, tmp_path)
    made.seat.sign_in("nurse")
    yield made
    made.seat.leave()


def brief(seat: Seat) -> str:
    seat.settle()
    (dialog,) = (d for d in seat.window.findChildren(HandOverDialog) if d.isVisible())
    return dialog.brief.text()


def begin(seat: Seat) -> None:
    """A call with a patient, and a brief half written."""
    seat.take_call(keyed_id=WOMAN)
    seat.see("Test Person 1988")
    seat.press("Ctrl+Shift+L", "Ctrl+Shift+O")
    seat.see("Det viktigaste")
    seat.press("Tab")
    seat.write(BRIEF)
    assert brief(seat) == BRIEF


def test_after_a_crash_the_dialog_is_filled_in_again(life: Died) -> None:
    begin(life.seat)
    life.seat.let_pass(KEEP_WITHIN_MS + 200)
    seat = life.die_and_return()
    seat.press("Ctrl+Shift+O")
    seat.see(RECOVERED)
    assert brief(seat) == BRIEF


def test_after_a_lock_and_another_operator_it_is_there_for_its_writer(life: Died) -> None:
    """The last letter is a moment old when the screen is locked."""
    seat = life.seat
    begin(seat)
    seat.workstation.lock()
    seat.see("Skärmen är låst.")
    seat.workstation.doors.sign_out()
    seat.see("Användarnamn")
    seat.sign_in("nurse")
    seat.press("Ctrl+Shift+O")
    seat.see(RECOVERED)
    assert brief(seat) == BRIEF


def test_behind_the_lock_it_stands_as_it_was(life: Died) -> None:
    begin(life.seat)
    life.seat.workstation.lock()
    life.seat.see("Skärmen är låst.")
    life.seat.write(PASSWORD)
    life.seat.press("Return")
    life.seat.see_no_more("Skärmen är låst.")
    assert brief(life.seat) == BRIEF


def test_what_was_cancelled_is_forgotten(life: Died) -> None:
    begin(life.seat)
    life.seat.let_pass(KEEP_WITHIN_MS + 200)
    life.seat.press("Esc")
    life.seat.see_no_more("Det viktigaste")
    life.seat.press("Ctrl+Shift+O")
    life.seat.see("Det viktigaste")
    assert brief(life.seat) == ""


def test_typing_before_the_old_text_is_read_loses_neither(life: Died) -> None:
    begin(life.seat)
    life.seat.let_pass(KEEP_WITHIN_MS + 200)
    seat = life.die_and_return()
    with slow_store(seat):
        seat.hands.press("Ctrl+Shift+O")
        seat.hands.press("Tab")
        seat.hands.write("ny")
        seat.let_pass(KEEP_WITHIN_MS + 200)
    seat.see("Den skrevs före det som står nu.", BRIEF)
    assert brief(seat) == "ny"
    seat.let_pass(KEEP_WITHIN_MS + 200)
    seat = life.die_and_return()  # not decided yet: both are there again
    seat.press("Ctrl+Shift+O")
    seat.see("Den skrevs före det som står nu.", BRIEF)
    assert brief(seat) == "ny"
    insert_recovered(seat)
    assert brief(seat) == f"ny\n{BRIEF}"


def test_how_an_unidentified_person_was_described_comes_back(life: Died) -> None:
    life.seat.call_by_hand()
    life.seat.press("Ctrl+Shift+I")
    life.seat.see("Hur personen ska kallas")
    life.seat.write("Man i röd jacka")
    life.seat.let_pass(KEEP_WITHIN_MS + 200)
    seat = life.die_and_return()
    seat.press("Ctrl+Shift+I")
    seat.see(RECOVERED)
    (dialog,) = (d for d in seat.window.findChildren(UnidentifiedDialog) if d.isVisible())
    assert dialog.described.text() == "Man i röd jacka"
