"""The toolkit itself: a version that loses references to True or None kills the process in time."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


class Bell(QObject):
    rang = Signal()


@pytest.fixture
def label(qtbot: QtBot) -> QLabel:
    label = QLabel()
    qtbot.addWidget(label)
    return label


def test_emitting_a_signal_keeps_the_references_to_true() -> None:
    bell = Bell()
    before = sys.getrefcount(True)
    for _ in range(100):
        bell.rang.emit()
    assert abs(sys.getrefcount(True) - before) < 10


def test_a_call_that_returns_nothing_keeps_the_references_to_none(label: QLabel) -> None:
    before = sys.getrefcount(None)
    for _ in range(100):
        label.setText("Svara")
    assert abs(sys.getrefcount(None) - before) < 10
