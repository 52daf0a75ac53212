"""Notices that nobody has touched the keyboard or the mouse for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class IdleWatch(QObject):
    """`idle` after `minutes` without a touch, while it is watching.

    It looks at what reaches the windows.  A filter on the application would be a call into Python
    for every event of every widget: a fifth of what it takes to open a card.
    """

    idle = Signal()

    def __init__(self, app: QApplication, minutes: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(minutes * 60_000))
        self._timer.timeout.connect(self.idle)
        app.focusWindowChanged.connect(self._on_window)
        self._on_window(app.focusWindow())

    def watch(self, watching: bool) -> None:
        if watching:
            self._timer.start()
        else:
            self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES and self._timer.isActive():
            self._timer.start()
        return False

    def _on_window(self, window: QWindow | None) -> None:
        """Every window that is touched has had the keys once; one filter in it is enough."""
        if window is not None:
            window.installEventFilter(self)  # moves the one that is there
