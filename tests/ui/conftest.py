"""Every test of the screen starts in the plain light look."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.look import Look
from ui.theme.wear import wear
from ui.widgets.focus import FocusRings

HERE = Path(__file__).parent
# The offscreen platform has no window manager; QTest knows no letter for a headset's buttons.
AWAY = QPoint(20_000, 20_000)  # beside every window
HARMLESS = "This plugin does not support|keyToAscii Unhandled key code"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(HARMLESS, extend=True))


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> None:
    # No event loop runs here, so what the last test has thrown away must be carried out by hand;
    # otherwise every change of look would dress all the windows there have ever been.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    wear(qapp, Look())


@pytest.fixture(autouse=True)
def free_hands(qapp: QApplication) -> None:
    """No key is held, no mouse rests, nothing is copied, whatever the last test has done."""
    QTest.keyRelease(QWidget(), Qt.Key.Key_Shift)  # else Qt takes the last chord's for held
    QCursor.setPos(AWAY)  # else a row of the next window lights up under the last test's mouse
    qapp.clipboard().clear()


@pytest.fixture
def rings(qapp: QApplication) -> Iterator[FocusRings]:
    made = FocusRings(qapp)
    yield made
    made.stop()
    made.deleteLater()
