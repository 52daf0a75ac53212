"""The desk is idle when nobody touches it: keys, clicks and the mouse count, in any window."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import show
from ui.idle import IdleWatch

SECOND = 1 / 60  # minutes
Touch = Callable[[QWidget], None]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    QVBoxLayout(window).addWidget(QLineEdit())
    qtbot.addWidget(window)
    show(window)
    return window


@pytest.fixture
def watch(qapp: QApplication, window: QWidget) -> Iterator[IdleWatch]:
    watch = IdleWatch(qapp, SECOND)
    watch.watch(True)
    yield watch
    watch.watch(False)


def _key(window: QWidget) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)  # as it comes from outside


def _click(window: QWidget) -> None:
    there = window.windowHandle()
    QTest.mouseClick(there, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def _move(window: QWidget) -> None:
    QTest.mouseMove(window.windowHandle(), QPoint(7, 7))
    QTest.mouseMove(window.windowHandle(), QPoint(9, 9))


def test_it_is_idle_when_nobody_touches_it(watch: IdleWatch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watch.idle, timeout=5_000):
        pass


@pytest.mark.parametrize("touch", [_key, _click, _move])
def test_a_touch_puts_it_off(window: QWidget, watch: IdleWatch, touch: Touch, qtbot: QtBot) -> None:
    _touched(watch, lambda: touch(window), qtbot)


def test_a_touch_in_a_dialog_counts_too(window: QWidget, watch: IdleWatch, qtbot: QtBot) -> None:
    dialog = QDialog(window)
    dialog.open()
    show(dialog)
    _touched(watch, lambda: _key(dialog), qtbot)
    dialog.close()


def test_nobody_is_idle_where_nobody_watches(watch: IdleWatch, qtbot: QtBot) -> None:
    watch.watch(False)
    with qtbot.assertNotEmitted(watch.idle, wait=1_300):
        pass


def _touched(watch: IdleWatch, touch: Callable[[], None], qtbot: QtBot) -> None:
    """Touches for longer than the time, then none until it is idle after all."""
    with qtbot.assertNotEmitted(watch.idle):
        for _ in range(5):
            touch()
            qtbot.wait(300)
    with qtbot.waitSignal(watch.idle, timeout=5_000):
        pass
