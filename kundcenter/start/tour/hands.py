"""The operator's hands: keys into the window that has the focus, counted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kundcenter.start.tour.eyes import shown_windows

PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class NobodyListens(Exception):
    """No window of the program takes keys."""


@dataclass(slots=True)
class Hands:
    """`typed` counts the letters, `pressed` the other keys; a chord is one.

    `at` is the window that the operator sits at, where there are several.
    """

    typed: int = 0
    pressed: int = 0
    at: QWidget | None = None

    @property
    def keys(self) -> int:
        return self.typed + self.pressed

    def press(self, keys: str) -> None:
        """One key or chord by its name: "F3", "Ctrl+Shift+S", "Tab", "Esc"."""
        self.pressed += 1
        QTest.keySequence(listening(self.at), QKeySequence(keys))

    def write(self, text: str) -> None:
        """Letter by letter, as a Swedish keyboard gives them."""
        for letter in text:
            self.typed += 1
            if letter == "\n":
                QTest.keyClick(listening(self.at), Qt.Key.Key_Return)
            elif letter.isascii():
                shift = SHIFT if letter.isupper() else PLAIN
                QTest.keyClick(listening(self.at), ord(letter), shift)
            else:
                _put(letter, listening(self.at))


def listening(at: QWidget | None = None) -> QWindow:
    """The window that keys go to.  Where nobody manages windows, the foremost one is taken."""
    asked = QApplication.activeModalWidget() or at or next(iter(shown_windows()), None)
    if asked is None:
        raise NobodyListens
    popped_up = QApplication.activePopupWidget() is not None  # it gets the keys by itself
    if QGuiApplication.focusWindow() is not asked.windowHandle() and not popped_up:
        asked.activateWindow()
        QTest.qWaitForWindowActive(asked, 2_000)
    window = asked.windowHandle()
    if window is None:
        raise NobodyListens
    return window


def _put(letter: str, into: QWindow) -> None:
    """Qt's own test functions stop the program at a letter outside ASCII."""
    upper = letter.upper()
    key = ord(upper) if len(upper) == 1 and ord(upper) < 0x100 else 0
    modifiers = SHIFT if letter.isupper() else PLAIN
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(into, QKeyEvent(kind, key, modifiers, letter))
