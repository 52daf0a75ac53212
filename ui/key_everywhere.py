"""One key in every window of the program: before doors, dialogs and open lists."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from ui.keys import PORTABLE
from ui.window_filter import WindowFilter


class KeyEverywhere(WindowFilter):
    """Does `act` at the key that `chord` says is in force ("F12"), once for one held down."""

    def __init__(
        self, chord: Callable[[], str], act: Callable[[], object], parent: QObject
    ) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        super().__init__(app, parent)
        self._chord, self._act = chord, act

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            struck = QKeySequence(event.keyCombination()).toString(PORTABLE)
            if struck and struck == self._chord():
                if not event.isAutoRepeat():
                    self._act()
                return True
        return False
