"""No test of the screen begins with a key that another one has left held, or with its clipboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.text import Text


@pytest.mark.parametrize("turn", [1, 2])
def test_what_one_test_leaves_behind_the_next_does_not_find(
    qapp: QApplication, qtbot: QtBot, turn: int
) -> None:
    assert QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier, turn
    assert qapp.clipboard().text() == "", turn
    text = Text("Test")
    qtbot.addWidget(text)
    QTest.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    qapp.clipboard().setText("Test")
    assert QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier
