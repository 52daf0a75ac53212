"""A filter on what reaches the windows of the program, whichever of them has the focus."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication


class WindowFilter(QObject):
    """Looks before doors, dialogs and open lists, where a shortcut would be deaf.

    A filter on the application would be a call into Python for every event of every widget: a
    fifth of what it takes to open a card.
    """

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app.focusWindowChanged.connect(self._on_window)
        self._on_window(app.focusWindow())

    def _on_window(self, window: QWindow | None) -> None:
        """Every window that is touched has had the keys once; one filter in it is enough."""
        if window is not None:
            window.installEventFilter(self)  # moves the one that is there
