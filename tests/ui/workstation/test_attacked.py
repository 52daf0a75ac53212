"""What an attack once got through: each of them is closed, and stays so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from PySide6.QtCore import QMimeData

from kundcenter.domain.calls import Call
from tests.ground import WHOLE, WOMAN
from tests.ui.workstation.seat import Seat
from ui.dialogs.person import RegisterDialog
from ui.panels.card import CallCard
from ui.tasks import Lane

NEW = "070101-2387"  # an official test number that is not in the file


def card(seat: Seat) -> CallCard:
    shown = seat.workstation.cards.current
    assert shown is not None
    return shown


@contextmanager
def slow_store(seat: Seat) -> Iterator[None]:
    """Nothing is done on the store lane inside: a slow disk."""
    go_on = Event()
    seat.tasks.run(seat.workstation, go_on.wait, lane=Lane.STORE)
    try:
        yield
    finally:
        go_on.set()


def test_nobody_else_can_take_the_place_of_a_person_with_a_note(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988", "Byt")
    card(nurse).form.show_note(WHOLE)
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad")
    assert "Byt" not in nurse.reads().split()


def test_a_person_who_was_put_away_gets_no_note(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    card(nurse).who.person_view.changed_mind.emit()
    card(nurse).form.show_note(WHOLE)
    nurse.press("Ctrl+S")
    nurse.see("Ange först vem samtalet gäller.")


def test_nothing_can_be_written_while_the_signature_is_under_way(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    card(nurse).form.show_note(WHOLE)
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad")
    with slow_store(nurse):
        nurse.hands.press("Ctrl+Return")
        nurse.hands.write("TILLAGT")
    nurse.see("Signerad")
    assert "TILLAGT" not in nurse.reads()
    assert not card(nurse).unsaved


def test_pressing_twice_registers_one_call(nurse: Seat) -> None:
    with slow_store(nurse):
        nurse.hands.press("Ctrl+N")
        nurse.hands.press("Ctrl+N")
    nurse.see("Vem gäller det?")
    found: list[Call] = []
    nurse.tasks.run(nurse.workstation, nurse.ground.desk.calls.mine, found.extend)
    nurse.until(lambda: nurse.tasks.idle, "an idle store")
    assert len(found) == 1


def test_a_dialog_that_comes_late_stays_behind_the_lock(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.write(NEW)
    with slow_store(nurse):
        nurse.hands.press("Return")
        nurse.workstation.doors.lock()
    nurse.until(lambda: nurse.tasks.idle, "an idle store")
    dialogs = nurse.workstation.window.findChildren(RegisterDialog)
    assert [dialog.isVisible() for dialog in dialogs] == [False]


def test_a_paste_that_is_too_long_is_cut_with_a_sentence(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    pasted = QMimeData()
    pasted.setText("hosta " * 100_000)
    history = card(nurse).form.history
    history.edit.insertFromMimeData(pasted)
    assert len(history.text()) == 20_000
    assert "20000" in history.error.replace("\u00a0", "")
