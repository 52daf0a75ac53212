"""One key sounds the alarm to 112 from everywhere: no field, list, dialog or door is in its way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from tests.ground import WOMAN
from tests.ui.workstation.seat import Seat
from ui.actions import Action
from ui.keys import keys
from ui.panels.red_flags import RedFlagDialog


def in_the_note(seat: Seat) -> None:
    seat.sign_in("nurse")
    seat.take_call(keyed_id=WOMAN)
    seat.see("Test Person 1988")
    seat.press("F4")
    seat.write("Ont i bröstet")


def in_an_open_list(seat: Seat) -> None:
    in_the_note(seat)
    seat.press("F3")
    seat.write("fe")
    seat.until(lambda: QApplication.activePopupWidget() is not None, "an open list")


def in_a_dialog(seat: Seat) -> None:
    seat.sign_in("nurse")
    seat.press("Ctrl+,")
    seat.see("Textstorlek")


def in_a_dialog_over_a_dialog(seat: Seat) -> None:
    seat.sign_in("nurse")
    seat.press("F1")
    seat.write("spara")
    seat.press("Return")
    seat.see("Ny tangent")


def in_the_palette(seat: Seat) -> None:
    seat.sign_in("nurse")
    seat.press("Ctrl+K")
    seat.see("Sök och gör")


def in_the_print_dialog(seat: Seat) -> None:
    in_the_note(seat)
    seat.press("Ctrl+P")
    seat.see("Vem får utskriften?")


def before_the_sign_in_door(seat: Seat) -> None:
    seat.see("Logga in")


def behind_the_lock(seat: Seat) -> None:
    in_the_note(seat)
    seat.press("Ctrl+L")
    seat.see("Skärmen är låst.")


EVERYWHERE = (
    in_the_note,
    in_an_open_list,
    in_a_dialog,
    in_a_dialog_over_a_dialog,
    in_the_palette,
    in_the_print_dialog,
    before_the_sign_in_door,
    behind_the_lock,
)


@pytest.mark.parametrize("somewhere", EVERYWHERE, ids=lambda each: each.__name__)
def test_one_key_sounds_the_alarm(seat: Seat, somewhere: Callable[[Seat], None]) -> None:
    somewhere(seat)
    assert not sounding(seat)
    seat.press("F12")
    assert sounding(seat)


def test_an_own_key_for_the_alarm_sounds_it_too(seat: Seat) -> None:
    in_a_dialog(seat)
    keys().give(Action.ALARM, "Ctrl+F6")
    seat.press("F12")
    assert not sounding(seat)
    seat.press("Ctrl+F6")
    assert sounding(seat)
    keys().wear({})


def sounding(seat: Seat) -> bool:
    screen = seat.workstation.emergency.alarm.screen
    return screen is not None and screen.isVisible()


def over_the_alarm(seat: Seat) -> None:
    in_the_note(seat)
    seat.press("F12")
    assert sounding(seat)


@pytest.mark.parametrize("somewhere", [*EVERYWHERE, over_the_alarm], ids=lambda each: each.__name__)
def test_one_key_shows_the_signs_once(seat: Seat, somewhere: Callable[[Seat], None]) -> None:
    somewhere(seat)
    seat.press("F11", "F11")
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, RedFlagDialog)]
    assert [each.isVisible() for each in shown] == [True]
    seat.press("Ctrl+Return")
    assert sounding(seat)


def test_an_own_key_for_the_signs_shows_them_in_a_dialog_too(seat: Seat) -> None:
    in_a_dialog(seat)
    keys().give(Action.RED_FLAGS, "Ctrl+F6")
    seat.press("F11")
    assert "Läs frågan högt." not in seat.reads()
    seat.press("Ctrl+F6")
    seat.see("Läs frågan högt.")
    keys().wear({})


def test_the_signs_are_one_key_away_and_lead_to_the_alarm(seat: Seat) -> None:
    seat.sign_in("switch")
    seat.press("F11")
    seat.see("Varningstecken", "Larma 112")
    seat.press("Ctrl+Return")
    assert sounding(seat)
