"""Hands: types, strikes keys and clicks.  QTest's own keyClicks aborts on å, ä and ö."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def show(widget: QWidget) -> None:
    """Show a window and make it the active one, so that the focus is real."""
    widget.show()
    widget.activateWindow()
    QTest.qWaitForWindowActive(widget)


def strike(
    widget: QWidget,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """One key through the window, where shortcuts hear it too."""
    QTest.keyClick(widget, key, modifiers)
    if modifiers != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(widget, Qt.Key.Key_Shift)  # or Qt would think it still held down


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """A click with the left button, in the middle unless told where."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(widget, left, none, at or widget.rect().center())


def double_click(widget: QWidget, at: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(widget, left, none, at)
    QTest.mouseDClick(widget, left, none, at)


def press(
    widget: QWidget,
    key: Qt.Key,
    text: str = "",
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press and release one key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))


def type_text(widget: QWidget, text: str) -> None:
    """Type letters, with Shift held for capitals."""
    for letter in text:
        upper = letter.upper()
        key = Qt.Key(ord(upper)) if len(upper) == 1 and ord(upper) < 0x100 else Qt.Key.Key_unknown
        shift = Qt.KeyboardModifier.ShiftModifier
        none = Qt.KeyboardModifier.NoModifier
        press(widget, key, letter, shift if letter.isupper() else none)
