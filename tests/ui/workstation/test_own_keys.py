"""An operator's own keys: given by striking them, refused with a reason, kept for the operator."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QTextEdit

from tests.ground import WOMAN
from tests.ui.workstation.seat import Seat
from ui.actions import ROWS, Action
from ui.dialogs.keys import KeysDialog
from ui.keys import keys
from ui.widgets.buttons import Button
from ui.widgets.key_hint import key_text


def remap(seat: Seat, words: str, chord: str) -> None:
    """Find an action in the overview and strike its new key; the overview stays open."""
    seat.press("F1")
    seat.see("Alla tangenter")
    seat.write(words)
    seat.press("Return")
    seat.see("Ny tangent")
    seat.press(chord)


def test_the_overview_shows_every_action_with_its_key(nurse: Seat) -> None:
    nurse.press("F1")
    nurse.see("Alla tangenter", "Nytt samtal", "Ctrl+N")
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, KeysDialog)
    assert [row.action for row in shown.finder.records] == [row.action for row in ROWS]
    nurse.write("ctrl+shift+l")  # found by the key as well
    nurse.see("Lägg på")


def test_a_new_key_does_it_and_the_old_one_does_not(nurse: Seat) -> None:
    remap(nurse, "nytt samtal", "Ctrl+Shift+Y")
    nurse.see("Ctrl+Shift+Y (egen)")
    nurse.press("Esc")
    nurse.press("Ctrl+N")
    assert "Vem gäller det?" not in nurse.reads()
    nurse.press("Ctrl+Shift+Y")
    nurse.see("Vem gäller det?")


def test_the_hint_on_a_button_follows(nurse: Seat) -> None:
    button = next(b for b in nurse.window.findChildren(Button) if b.text() == "Nytt samtal")
    assert button.accessibleDescription() == key_text("Ctrl+N")
    remap(nurse, "nytt samtal", "Ctrl+Shift+Y")
    nurse.see("Ctrl+Shift+Y (egen)")
    assert button.accessibleDescription() == key_text("Ctrl+Shift+Y")


def test_own_keys_follow_the_operator_and_nobody_else(nurse: Seat) -> None:
    remap(nurse, "nytt samtal", "Ctrl+Shift+Y")
    nurse.see("Ctrl+Shift+Y (egen)")
    nurse.press("Esc", "Ctrl+Q")
    nurse.see("Användarnamn")
    nurse.sign_in("switch")
    nurse.see("Inget samtal pågår")
    assert keys().of(Action.REGISTER) == "Ctrl+N"
    nurse.press("Ctrl+Q")
    nurse.see("Användarnamn")
    nurse.sign_in("nurse")
    nurse.see("Inget samtal pågår")
    nurse.until(lambda: keys().of(Action.REGISTER) == "Ctrl+Shift+Y", "the own key")


@pytest.mark.parametrize(
    ("chord", "why"),
    [
        ("Ctrl+Shift+S", "Tangenten gör redan något annat här: Svara."),
        ("Ctrl+D", "Tangenten gör redan något annat här: Avsluta."),
        ("Ctrl+C", "Den används för att redigera text och flytta sig."),
        ("Ctrl+V", "Den används för att redigera text och flytta sig."),
        ("Ctrl+Z", "Den används för att redigera text och flytta sig."),
        ("Tab", "Den används för att redigera text och flytta sig."),
        ("Return", "Den används för att redigera text och flytta sig."),
        ("A", "Den skriver i texten. Håll ned Ctrl eller Alt också."),
        ("Shift+A", "Den skriver i texten. Håll ned Ctrl eller Alt också."),
        ("Ctrl+Alt+E", "Ctrl och Alt tillsammans är Alt Gr, som skriver tecken."),
        ("Ctrl+[", "Den finns inte på alla svenska tangentbord."),
        ("Alt+F4", "Den tillhör skrivbordet och når inte programmet."),
    ],
)
def test_a_key_that_cannot_be_is_refused_with_its_reason(nurse: Seat, chord: str, why: str) -> None:
    remap(nurse, "nytt samtal", chord)
    nurse.see(why)
    nurse.press("Esc")
    assert keys().of(Action.REGISTER) == "Ctrl+N"


def test_a_key_may_mean_two_things_in_two_places_that_never_meet(nurse: Seat) -> None:
    remap(nurse, "ny operatör", "Ctrl+P")  # on the card the same key prints
    nurse.see("Ctrl+P (egen)")


def test_one_key_is_given_back_and_then_all(nurse: Seat) -> None:
    remap(nurse, "nytt samtal", "Ctrl+Shift+Y")
    nurse.see("Ctrl+Shift+Y (egen)")
    nurse.press("Tab", "Tab", "Tab", "Space")  # past the list and "no key"
    nurse.see_no_more("Ctrl+Shift+Y (egen)")
    assert keys().of(Action.REGISTER) == "Ctrl+N"


def test_112_has_always_a_key(nurse: Seat) -> None:
    nurse.press("F1")
    nurse.write("larma")
    nurse.see("Larma 112")
    none = next(
        b
        for b in nurse.window.findChildren(Button)
        if b.text() == "Ingen tangent" and b.isVisible()
    )
    assert not none.isEnabled()


def test_what_was_kept_and_can_no_longer_be_is_left_out() -> None:
    keys().wear({"keys.save": "Ctrl+C", "keys.sign": "Ctrl+Shift+Y", "keys.gone": "Ctrl+1"})
    try:
        assert keys().of(Action.SAVE) == "Ctrl+S"
        assert keys().of(Action.SIGN) == "Ctrl+Shift+Y"
    finally:
        keys().wear({})


def test_no_two_actions_that_can_meet_come_with_the_same_key() -> None:
    assert [row.action for row in ROWS if keys().flaw(row.action, row.keys)] == []


def test_ctrl_k_in_a_field_opens_the_palette_and_deletes_nothing(nurse: Seat) -> None:
    nurse.take_call(keyed_id=WOMAN)
    nurse.see("Test Person 1988")
    nurse.press("F4")
    nurse.write("Yr sedan i morse")
    nurse.press("Home", "Ctrl+K")
    nurse.see("Sök och gör")
    nurse.press("Esc")
    edit = nurse.window.focusWidget()
    assert isinstance(edit, QTextEdit)
    assert edit.toPlainText() == "Yr sedan i morse"


def test_a_role_without_pages_has_its_keys_all_the_same(seat: Seat) -> None:
    seat.sign_in("reviewer")
    seat.press("F1")
    seat.see("Alla tangenter")
