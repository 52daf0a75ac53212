"""Notices: what happened and what one can do about it.  They never ask for the focus."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.space import spaced
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.focus import OVERLAY
from ui.widgets.medallion import Medallion
from ui.widgets.speech import announce, named
from ui.widgets.text import Text

STAYS_MS = 8_000  # information leaves by itself; warnings and errors stay until they are read
MOST = 4
SHADOW = 14  # pixels of soft shadow round each notice
WIDTH = 400
BAR = "actionBar"  # the object name of what is never covered


class Severity(StrEnum):
    SUCCESS = "success"
    INFO = "info"
    WARNING = "warning"
    DANGER = "danger"


ICONS = {
    Severity.SUCCESS: "check-circle",
    Severity.INFO: "info",
    Severity.WARNING: "warning",
    Severity.DANGER: "error",
}

QUIET = {Severity.INFO, Severity.SUCCESS}


class Notice(QFrame):
    """One notice: icon, sentence, at most one action, and a way to put it away."""

    closed = Signal()

    def __init__(
        self,
        sentence: str,
        severity: Severity,
        *,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, sentence)
        self.sentence, self.severity = sentence, severity
        self.setProperty("tone", severity.value)
        row = spaced(QHBoxLayout(self), ("m", "s"), "s")
        mark = Medallion(ICONS[severity], ToneName(severity.value), loud=False, scale=0.9)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Text(sentence, wrap=True), 1, Qt.AlignmentFlag.AlignVCenter)
        if action and on_action is not None:
            button = Button(action, ButtonKind.QUIET)
            button.clicked.connect(lambda: on_action())  # noqa: PLW0108 - without Qt's `checked`
            button.clicked.connect(self.closed)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._close = IconButton(self.tr("Stäng meddelandet"), "close")
        self._close.clicked.connect(self.closed)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self._leave = QTimer(self)
        self._leave.setSingleShot(True)
        self._leave.setInterval(STAYS_MS)
        self._leave.timeout.connect(self._on_time)
        if severity in QUIET:
            self._leave.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._leave.stop()  # nothing disappears while it is being read

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def take_focus(self) -> None:
        self._close.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_time(self) -> None:
        if any(part.hasFocus() for part in self.findChildren(QWidget)):
            self._leave.start()
        else:
            self.closed.emit()


class Notices(QWidget):
    """The pile of notices in `window`, in the lower left corner of its part `host`.

    To the left, because the button that ends the work stands to the right.  The newest is lowest.
    """

    def __init__(self, window: QWidget, host: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty(OVERLAY, True)
        named(self, self.tr("Meddelanden"))
        self._host = host
        self._shown: list[Notice] = []
        self._came_from: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW)
        self._column.setSpacing(SHADOW // 2)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        host.installEventFilter(self)
        self.hide()

    def move_to(self, host: QWidget) -> None:
        """Lie over another part of the window from now on; what is shown comes along."""
        self._host.removeEventFilter(self)
        self._host = host
        host.installEventFilter(self)
        self._place()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is shown, oldest first."""
        return tuple(notice.sentence for notice in self._shown)

    def say(
        self,
        sentence: str,
        severity: Severity = Severity.INFO,
        *,
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        """Show and speak a sentence; the same one twice is shown once."""
        for notice in list(self._shown):
            if notice.sentence == sentence:
                self._remove(notice)
        while len(self._shown) >= MOST:
            self._remove(next((n for n in self._shown if n.severity in QUIET), self._shown[0]))
        notice = Notice(sentence, severity, action=action, on_action=on_action)
        notice.closed.connect(lambda: self._remove(notice))
        self._shown.append(notice)
        self._column.addWidget(notice)
        notice.show()
        self.show()
        self._place()
        urgent = severity in {Severity.WARNING, Severity.DANGER}
        announce(self, sentence, urgent=urgent)

    def clear(self) -> None:
        for notice in list(self._shown):
            self._remove(notice)

    def come_from(self, widget: QWidget | None) -> None:
        """Where the focus goes back to when the notice that has it is put away."""
        self._came_from = widget

    def take_focus(self) -> bool:
        """Move the focus to the newest notice; False if there is none."""
        if not self._shown:
            return False
        self._shown[-1].take_focus()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft shadow: cheaper than an effect, and nothing else is drawn twice for it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 3))  # fainter and eight bits would tint it
        for notice in self._shown:
            for out in range(1, SHADOW, 2):
                box = notice.geometry().adjusted(-out, 2 - out, out, 2 + out)
                painter.drawRoundedRect(box, 9 + out, 9 + out)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show}:
            self._place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._place)

    def _remove(self, notice: Notice) -> None:
        if notice not in self._shown:
            return
        self._shown.remove(notice)
        self._column.removeWidget(notice)
        back = self._came_from
        had_focus = notice.isAncestorOf(self._window.focusWidget())
        if back is not None and had_focus and isValid(back):
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        notice.hide()
        notice.deleteLater()
        self.setVisible(bool(self._shown))
        self._place()

    def _place(self) -> None:
        if not self._shown:
            return
        margin = current().metrics.space("l") - SHADOW
        wide = round(WIDTH * current().metrics.scale) + 2 * SHADOW
        self.setFixedWidth(max(200, min(wide, self._host.width() - 2 * margin)))
        high = self._column.heightForWidth(self.width())
        height = high if high > 0 else self._column.sizeHint().height()
        self.setFixedHeight(height)
        bars = self._host.findChildren(QWidget, BAR)
        beneath = max((bar.height() for bar in bars if bar.isVisible()), default=0)
        corner = QPoint(margin, self._host.height() - beneath - height - margin)
        self.move(self._host.mapTo(self._window, corner))
        self.raise_()
