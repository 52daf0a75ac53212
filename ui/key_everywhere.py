"""One action's key in every window of the program: before doors, dialogs and open lists."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication

from ui.actions import Action
from ui.keys import PORTABLE, keys


class KeyEverywhere(QObject):
    """Does `act` at the action's key in force, once for a key that is held down.

    It looks only at what reaches a window: a shortcut would be deaf behind a dialog.
    """

    def __init__(self, action: Action, act: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._action, self._act = action, act
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusWindowChanged.connect(self._on_window)
        self._on_window(app.focusWindow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            struck = QKeySequence(event.keyCombination()).toString(PORTABLE)
            if struck and struck == keys().of(self._action):
                if not event.isAutoRepeat():
                    self._act()
                return True
        return False

    def _on_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)
