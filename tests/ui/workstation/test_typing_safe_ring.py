"""The typing-safe ring: whatever is typed while it rings goes into the note and answers nothing."""

from __future__ import annotations

from time import monotonic

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

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
