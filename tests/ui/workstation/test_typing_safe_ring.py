"""The typing-safe ring: whatever is typed while it rings goes into the note and answers nothing."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

import ui.in_hand
from kundcenter.start.tour.hands import listening
from tests.ui.workstation.seat import ANSWERABLE, Seat
from ui.in_hand import DEAD_TIME_MS

RINGS = 200
KEYS = ("Return", "Space", "Escape")
LETTERS = "Ont i halsen sedan fredag; svårt att svälja (38,4)."
HEADSET = (Qt.Key.Key_Call, Qt.Key.Key_MediaTogglePlayPause, Qt.Key.Key_ToggleCallHangup)
MARGIN = 0.15  # s before the dead time ends; a slow machine presses nothing rather than too late


def type_through_rings(seat: Seat, rings: int) -> tuple[str, int]:
    """Type while it rings and gives up, again and again; the chord and a headset's button too.

    Returns what was written and how often something that answers was pressed in the dead time.
    """
    written, pressed = "", 0
    rang: list[float] = []
    seat.workstation.in_hand.rang.connect(lambda: rang.append(monotonic()))
    for number in range(rings):
        line_call = seat.line.ring()
        seat.until(lambda: seat.workstation.in_hand.ringing is not None, "a ring")
        if monotonic() - rang[-1] < DEAD_TIME_MS / 1000 - MARGIN:
            seat.hands.press("Ctrl+Shift+S")
            QTest.keyClick(listening(), HEADSET[number % len(HEADSET)])
            pressed += 2
        letter, key = LETTERS[number % len(LETTERS)], KEYS[number % len(KEYS)]
        seat.hands.write(letter)
        seat.hands.press(key)
        written += letter + {"Return": "\n", "Space": " "}.get(key, "")
        seat.line.gives_up(line_call)
        seat.until(lambda: seat.workstation.in_hand.ringing is None, "silence")
    seat.settle()
    return written, pressed


@pytest.fixture
def writing(nurse: Seat) -> Seat:
    """The nurse writes in a note."""
    nurse.call_by_hand()
    nurse.press("F4")
    return nurse


def test_two_hundred_rings_take_no_key_and_are_not_answered(writing: Seat) -> None:
    edit = writing.focus()
    written, pressed = type_through_rings(writing, RINGS)
    assert edit.toPlainText() == written  # type: ignore[attr-defined]
    assert writing.line.answered == []
    assert writing.focus() is edit
    assert pressed > RINGS, "too slow a machine to have tried it"


def in_the_palette(seat: Seat) -> None:
    seat.press("Ctrl+K")
    seat.see("Sök och gör")


def in_the_overview_of_keys(seat: Seat) -> None:
    seat.press("F1")
    seat.see("Alla tangenter")


def in_the_choice_of_an_outcome(seat: Seat) -> None:
    seat.press("F9", "F9")
    seat.see("Bokstaven väljer direkt.")


def in_the_dialog_of_a_new_part(seat: Seat) -> None:
    seat.press("Ctrl+Shift+N")
    seat.see("Ny del")


def in_the_search_for_a_person(seat: Seat) -> None:
    seat.press("Shift+F2")
    seat.see("Sök person")


def in_the_alarm(seat: Seat) -> None:
    seat.press("F12", "F2")
    seat.settle()


def in_an_open_list(seat: Seat) -> None:
    seat.press("F3")
    seat.write("fe")
    seat.until(lambda: QApplication.activePopupWidget() is not None, "an open list")


SOMEWHERE = (
    in_the_palette,
    in_the_overview_of_keys,
    in_the_choice_of_an_outcome,
    in_the_dialog_of_a_new_part,
    in_the_search_for_a_person,
    in_the_alarm,
    in_an_open_list,
)


@pytest.mark.parametrize("somewhere", SOMEWHERE, ids=lambda each: each.__name__)
def test_a_ring_takes_no_focus_closes_nothing_and_is_answered_from_there(
    writing: Seat, somewhere: Callable[[Seat], None]
) -> None:
    """Twenty rings, and letters while they ring; then the last is answered by no letter."""
    somewhere(writing)
    over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    focus = writing.focus()
    typed = isinstance(focus, QLineEdit)
    for number in range(20):
        line_call = writing.line.ring()
        writing.until(lambda: writing.workstation.in_hand.ringing is not None, "a ring")
        if typed:
            writing.hands.write("fe"[number % 2])
            writing.hands.press("Backspace")
        assert writing.focus() is focus
        assert (QApplication.activePopupWidget() or QApplication.activeModalWidget()) is over
        writing.line.gives_up(line_call)
        writing.until(lambda: writing.workstation.in_hand.ringing is None, "silence")
    assert writing.line.answered == []
    assert writing.failed == []


@pytest.mark.parametrize("somewhere", SOMEWHERE, ids=lambda each: each.__name__)
def test_the_headset_answers_behind_whatever_is_open(
    writing: Seat, somewhere: Callable[[Seat], None]
) -> None:
    somewhere(writing)
    rang: list[float] = []
    writing.workstation.in_hand.rang.connect(lambda: rang.append(monotonic()))
    line_call = writing.line.ring()
    writing.until(lambda: writing.workstation.in_hand.ringing is not None, "a ring")
    if monotonic() - rang[-1] < DEAD_TIME_MS / 1000 - MARGIN:
        QTest.keyClick(listening(), Qt.Key.Key_ToggleCallHangup)
        writing.settle()
        assert writing.line.answered == [], "not in the dead time"
    writing.let_pass(ANSWERABLE)
    QTest.keyClick(listening(), Qt.Key.Key_ToggleCallHangup)
    writing.settle()
    assert writing.line.answered == [line_call]


def test_without_the_dead_time_the_same_keys_would_answer(
    writing: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ui.in_hand, "DEAD_TIME_MS", 0)
    writing.line.ring()
    writing.until(lambda: writing.workstation.in_hand.ringing is not None, "a ring")
    writing.hands.press("Ctrl+Shift+S")
    writing.settle()
    assert writing.line.answered == ["line-1"]


@pytest.mark.parametrize("button", HEADSET)
def test_the_button_of_a_headset_answers_after_the_dead_time(nurse: Seat, button: Qt.Key) -> None:
    nurse.line.ring()
    nurse.see("Ringer")
    nurse.let_pass(ANSWERABLE)
    QTest.keyClick(listening(), button)
    nurse.see("I samtal")
    assert nurse.line.answered == ["line-1"]


def test_the_button_of_a_headset_hangs_up_and_play_does_not(nurse: Seat) -> None:
    nurse.take_call()
    QTest.keyClick(listening(), Qt.Key.Key_MediaTogglePlayPause)
    nurse.settle()
    nurse.see("I samtal")
    QTest.keyClick(listening(), Qt.Key.Key_ToggleCallHangup)
    nurse.see("Efterarbete")


def test_a_headset_does_nothing_before_a_door(nurse: Seat) -> None:
    nurse.line.ring()
    nurse.see("Ringer")
    nurse.let_pass(ANSWERABLE)
    nurse.press("Ctrl+L")
    nurse.see("Skärmen är låst.")
    QTest.keyClick(listening(), Qt.Key.Key_Call)
    nurse.settle()
    assert nurse.line.answered == []
