"""The focus ring: one ring, drawn outside whatever has the focus, in every window alike."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QTableView,
    QWidget,
)
from shiboken6 import isValid

from ui.theme.look import current

OVERLAY = "overlay"  # a direct child of a window with this property lies above the ring
FOLLOWED = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
}


def ring_target(focus: QWidget) -> QWidget:
    """The widget the eye takes for the one in focus: a combo box, not the line inside it."""
    parent = focus.parentWidget()
    return parent if isinstance(parent, QComboBox | QAbstractSpinBox) else focus


class FocusRing(QWidget):
    """Lies over one window, sees no mouse, follows one widget."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.over = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.hide()

    def follow(self, target: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        self._target = target
        above: QWidget | None = target
        while above is not None and above is not self.over:
            above.installEventFilter(self)
            self._watched.append(above)
            above = above.parentWidget()
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in FOLLOWED:
            self.place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.place()

    def place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        box, room = self._outline(target), self._room(target)
        width = current().metrics.focus_width
        if not room.contains(box):
            # No room outside (the widget fills its page): the ring goes just inside the edge.
            box = box.intersected(room)
        if box.width() < 4 * width or box.height() < 4 * width:
            self.hide()
            return
        self.setGeometry(box)
        inner = QRect(QPoint(0, 0), box.size()).adjusted(8, 8, -8, -8)
        self.setMask(QRegion(QRect(QPoint(0, 0), box.size())) - QRegion(inner))
        self.show()
        self.raise_()
        only = Qt.FindChildOption.FindDirectChildrenOnly
        for over in self.over.findChildren(QWidget, options=only):
            if over.property(OVERLAY) and not over.isAncestorOf(target):
                over.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        metrics, width = current().metrics, current().metrics.focus_width
        corner = metrics.card_radius if isinstance(self._target, QTableView) else metrics.radius
        radius = corner + self._gap() + width / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current().colours.focus), width))
        half = width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, radius, radius)

    def _gap(self) -> int:
        """Fields wear the ring on their edge, everything else with a breath between."""
        fields = (QLineEdit, QComboBox, QAbstractScrollArea, QAbstractSpinBox)
        return 0 if isinstance(self._target, fields) else 2

    def _outline(self, target: QWidget) -> QRect:
        out = current().metrics.focus_width + self._gap() - (1 if self._gap() == 0 else 0)
        top_left = target.mapTo(self.over, QPoint(0, 0))
        return QRect(top_left, target.size()).adjusted(-out, -out, out, out)

    def _room(self, target: QWidget) -> QRect:
        """Where it may be drawn: the window, less what a scroll area around the target hides."""
        window = self.over
        room = window.rect()
        above = target.parentWidget()
        while above is not None and above is not window:
            scroll = above.parentWidget()
            if isinstance(scroll, QAbstractScrollArea) and scroll.viewport() is above:
                room &= QRect(above.mapTo(window, QPoint(0, 0)), above.size())
            above = above.parentWidget()
        return room


class FocusRings(QObject):
    """Gives every window its ring.  Made once, beside the application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._rings: list[FocusRing] = []
        self._shown: FocusRing | None = None
        self._app = app
        app.focusChanged.connect(self._on_focus_changed)

    def stop(self) -> None:
        self._app.focusChanged.disconnect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        # The old one is not touched, nor is its window searched: it may be half destroyed.
        window = new.window() if new is not None else None
        shown = self._shown if self._shown is not None and isValid(self._shown) else None
        if shown is not None and shown.over is not window:
            shown.follow(None)
        if new is None or window is None or window.windowType() is Qt.WindowType.Popup:
            return
        self._shown = self._ring(window)
        self._shown.follow(ring_target(new))

    def _ring(self, window: QWidget) -> FocusRing:
        self._rings = [ring for ring in self._rings if isValid(ring)]
        for ring in self._rings:
            if ring.over is window:
                return ring
        self._rings.append(FocusRing(window))
        return self._rings[-1]
