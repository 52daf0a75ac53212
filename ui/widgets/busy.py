"""A thin bar that moves while something is under way."""

from __future__ import annotations

from PySide6.QtCore import QBasicTimer, QElapsedTimer, QRectF, QSize, Qt, QTimerEvent
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from ui.theme.look import current
from ui.widgets.speech import announce, named

ROUND_MS = 1400


class BusyBar(QWidget):
    """Keeps its three pixels also when idle, so that nothing jumps."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self._busy = False
        self._timer, self._clock = QBasicTimer(), QElapsedTimer()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def busy(self) -> bool:
        return self._busy

    def set_busy(self, busy: bool) -> None:
        if busy == self._busy:
            return
        self._busy = busy
        if busy:
            announce(self, self.accessibleName())
        self._run()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, 3)

    def showEvent(self, event: QShowEvent) -> None:
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def timerEvent(self, event: QTimerEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._busy:
            return
        colours = current().colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.accent_soft))
        if self._moves():
            way = (self._clock.elapsed() % ROUND_MS) / ROUND_MS
            width = self.width() * 0.3
            x = -width + (self.width() + width) * (way * way * (3 - 2 * way))  # soft at both ends
            painter.fillRect(QRectF(x, 0, width, self.height()), QColor(colours.accent))
        else:
            painter.fillRect(self.rect(), QColor(colours.accent))

    def _moves(self) -> bool:
        """False where the desktop asks for no animation: then the bar is simply there."""
        return self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0

    def _run(self) -> None:
        if self._busy and self.isVisible() and self._moves():
            self._clock.start()
            self._timer.start(33, self)
        else:
            self._timer.stop()
