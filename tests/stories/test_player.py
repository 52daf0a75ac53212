"""The tour's hands and eyes: what they miss would be missed by every story."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kundcenter.start.tour.display import screen
from kundcenter.start.tour.eyes import readable
from kundcenter.start.tour.hands import NobodyListens
from kundcenter.start.tour.player import Missed, Player

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    column = QVBoxLayout(made)
    for text in ("Första raden", "Andra  raden"):
        column.addWidget(QLabel(text))
    column.addWidget(QLineEdit())
    made.show()
    yield made
    made.close()


@pytest.fixture
def player(tmp_path: Path) -> Player:
    return Player(tmp_path)


def test_what_stands_on_the_screen_is_seen(window: QWidget, player: Player) -> None:
    player.see("Första", "Andra raden")


def test_what_does_not_come_is_missed(window: QWidget, player: Player) -> None:
    with pytest.raises(Missed, match="Tredje"):
        player.see("Tredje raden", within=0.05)


def test_what_does_not_go_is_missed(window: QWidget, player: Player) -> None:
    with pytest.raises(Missed, match="no “Första"):
        player.see_no_more("Första raden", within=0.05)


def test_what_comes_later_is_waited_for(window: QWidget, player: Player) -> None:
    label = window.findChildren(QLabel)[0]
    QTimer.singleShot(30, lambda: label.setText("Nu är den här"))
    player.see("Nu är den här")


def test_what_is_hidden_or_out_of_sight_is_not_seen(window: QWidget, player: Player) -> None:
    area = QScrollArea(window)
    inside = QLabel("Överst" + "\n" * 200, area)
    lowest = QLabel("Nederst", inside)
    area.setWidget(inside)
    lowest.move(0, inside.height() - 20)
    column = window.layout()
    assert column is not None
    column.addWidget(area)
    window.findChildren(QLabel)[0].hide()
    player.see("Överst")
    assert not {"Nederst", "Första raden"} & {text.strip() for text in readable()}


def test_a_password_is_not_readable(window: QWidget, player: Player) -> None:
    edit = window.findChildren(QLineEdit)[0]
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    edit.setFocus()
    player.write("hemligt")
    assert edit.text() == "hemligt"
    assert "hemligt" not in list(readable())


def test_letters_and_chords_are_counted(window: QWidget, player: Player) -> None:
    edit = window.findChildren(QLineEdit)[0]
    edit.setFocus()
    with player.journey("Skriva"):
        player.write("Åäö ÅÄÖ 1,2!")
        player.press("Ctrl+A", "Del")
        player.write("é")
    assert edit.text() == "é"
    assert (player.journeys[0].typed, player.journeys[0].pressed) == (13, 2)


def test_an_error_in_the_window_stops_the_tour(window: QWidget, player: Player) -> None:
    player.note_fault(ValueError, ValueError("broken"), None)
    with pytest.raises(Missed, match="without errors"):
        player.see("Första")


def test_without_a_window_nobody_listens(qtbot: QtBot, player: Player) -> None:
    with pytest.raises(NobodyListens):
        player.hands.press("F3")


def test_a_chosen_platform_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "minimal")
    monkeypatch.setenv("PATH", "")
    with screen():
        pass


def test_without_a_screen_and_without_xvfb_it_is_played_in_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", "")
    with screen():
        assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    assert "QT_QPA_PLATFORM" not in os.environ
