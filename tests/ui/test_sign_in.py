"""The doors: signing in, unlocking, the first administrator."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, show, strike, type_text
from ui.panels.sign_in import Door, SignIn
from ui.widgets.buttons import Button

LONG = "en hel mening att minnas"


def open_door(qtbot: QtBot, door: SignIn) -> list[tuple[str, str]]:
    qtbot.addWidget(door)
    door.resize(900, 700)
    show(door)
    sent: list[tuple[str, str]] = []
    door.submitted.connect(lambda user, password: sent.append((user, password)))
    return sent


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_one_signs_in_by_keys_alone(qtbot: QtBot) -> None:
    door = SignIn(place="Region Jönköpings län")
    sent = open_door(qtbot, door)
    door.setFocus()
    assert door.window().focusWidget() is door.user.edit
    type_text(door.user.edit, " asaobe ")
    type_text(door.password.edit, "Hemlig 1")
    press(door.password.edit, Qt.Key.Key_Return)
    assert sent == [("asaobe", "Hemlig 1")]
    assert "Region Jönköpings län" in words(door)


def test_what_is_missing_is_said_at_the_field(qtbot: QtBot) -> None:
    door = SignIn()
    sent = open_door(qtbot, door)
    press(door.user.edit, Qt.Key.Key_Return)
    assert door.user.error == "Skriv ditt användarnamn."
    type_text(door.user.edit, "asaobe")
    press(door.user.edit, Qt.Key.Key_Return)
    assert door.password.error == "Skriv ditt lösenord."
    assert door.window().focusWidget() is door.password.edit
    assert sent == []


def test_a_wrong_password_is_emptied_and_asked_for_again(qtbot: QtBot) -> None:
    door = SignIn()
    open_door(qtbot, door)
    door.user.set_text("asaobe")
    door.password.set_text("fel")
    door.show_error("Användarnamnet eller lösenordet stämmer inte.")
    assert (door.user.text(), door.password.text()) == ("asaobe", "")
    assert "Användarnamnet eller lösenordet stämmer inte." in words(door)
    assert door.window().focusWidget() is door.password.edit


def test_while_it_is_checked_nothing_is_sent_twice(qtbot: QtBot) -> None:
    door = SignIn()
    sent = open_door(qtbot, door)
    door.user.set_text("asaobe")
    door.password.set_text("hemlig")
    door.set_busy(True)
    press(door.password.edit, Qt.Key.Key_Return)
    assert sent == []
    assert not door.user.isEnabled()
    door.set_busy(False)
    press(door.password.edit, Qt.Key.Key_Return)
    assert sent == [("asaobe", "hemlig")]
    door.clear()
    assert door.password.text() == ""


def test_the_locked_door_says_who_is_behind_it_and_lets_another_in(qtbot: QtBot) -> None:
    door = SignIn(Door.LOCKED, locked_by="Åsa Öberg", user_name="asaobe")
    sent = open_door(qtbot, door)
    assert {"Åsa Öberg", "ÅÖ"} <= set(words(door))
    assert not door.user.isVisible()
    type_text(door.password.edit, "hemlig")
    press(door.password.edit, Qt.Key.Key_Return)
    assert sent == [("asaobe", "hemlig")]
    other = next(b for b in door.findChildren(Button) if b.text() == "Annan operatör")
    with qtbot.waitSignal(door.other_operator):
        strike(other, Qt.Key.Key_Space)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "Minst 12 tecken. Skriv gärna en hel mening."),
        ("kort", "8 tecken till behövs."),
        ("precis tolv!", "Bra: 12 tecken. Fler gör det starkare."),
        (LONG, "Starkt: 24 tecken."),
    ],
)
def test_the_strength_of_a_new_password_is_a_sentence(
    qtbot: QtBot, written: str, said: str
) -> None:
    door = SignIn(Door.FIRST_RUN)
    open_door(qtbot, door)
    type_text(door.password.edit, written)
    assert said in words(door)


def test_the_first_password_is_long_and_written_twice(qtbot: QtBot) -> None:
    door = SignIn(Door.FIRST_RUN)
    sent = open_door(qtbot, door)
    press(door.again.edit, Qt.Key.Key_Return)
    assert door.name.error == "Skriv ditt namn."
    type_text(door.name.edit, "Åsa Öberg")
    type_text(door.user.edit, "admin")
    type_text(door.password.edit, "kort")
    press(door.again.edit, Qt.Key.Key_Return)
    assert door.password.error == "8 tecken till behövs."
    door.password.edit.clear()
    type_text(door.password.edit, LONG)
    type_text(door.again.edit, LONG + "!")
    press(door.again.edit, Qt.Key.Key_Return)
    assert door.again.error == "De två lösenorden är inte lika."
    press(door.again.edit, Qt.Key.Key_Backspace)
    press(door.again.edit, Qt.Key.Key_Return)
    assert sent == [("admin", LONG)]
