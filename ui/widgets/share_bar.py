"""A share of the working time on a scale, with the two marks that it is measured against."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.widgets.speech import named

MOST = 100.0  # per cent at the right end
BAR = 0.5  # of a control's height


class ShareBar(QWidget):
    """Filled as far as the share goes.  Over the second mark it is hatched too: never colour alone.

    Decoration beside words that say the same, and named with them.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._share: float | None = None
        self._marks: tuple[float, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        named(self, name)

    def show_share(self, share: float | None, marks: tuple[float, ...], words: str) -> None:
        """`share` and `marks` in per cent; `words` say it to screen readers."""
        self._share, self._marks = share, marks
        named(self, self._name, words)
        self.update()

    def sizeHint(self) -> QSize:
        metrics = current().metrics
        high = QFontMetrics(current().font(Type.SMALL)).height()
        return QSize(round(240 * metrics.scale), round(metrics.control * BAR) + high + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(120 * current().metrics.scale), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        appearance = current()
        colours = appearance.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = appearance.metrics.control * BAR
        box = QRectF(1, 1, self.width() - 2, high)
        radius = high / 3
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.setBrush(QColor(colours.sunken))
        painter.drawRoundedRect(box, radius, radius)
        if self._share is not None:
            self._paint_share(painter, box, radius)
        font = appearance.font(Type.SMALL, figures=True)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        last = -1.0
        for mark in self._marks:
            x = box.x() + box.width() * min(mark, MOST) / MOST
            painter.setPen(QPen(QColor(colours.text), 2))
            painter.drawLine(QPointF(x, box.y() - 1), QPointF(x, box.bottom() + 4))
            words = f"{mark:g} %".replace(".", ",")
            wide = metrics.horizontalAdvance(words)
            left = min(max(x - wide / 2, last), self.width() - wide)
            painter.setPen(QColor(colours.muted))
            painter.drawText(QPointF(left, box.bottom() + 4 + metrics.ascent()), words)
            last = left + wide + 6

    def _paint_share(self, painter: QPainter, box: QRectF, radius: float) -> None:
        share = self._share or 0.0
        tone = current().tone(_tone(share, self._marks))
        filled = QRectF(box)
        filled.setWidth(box.width() * min(max(share, 0.0), MOST) / MOST)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone.solid))
        painter.drawRoundedRect(filled, radius, radius)
        if self._marks and share > self._marks[-1]:
            painter.setBrush(QColor(tone.on_solid))
            painter.setBrush(Qt.BrushStyle.BDiagPattern)
            painter.drawRoundedRect(filled, radius, radius)


def _tone(share: float, marks: tuple[float, ...]) -> ToneName:
    if marks and share > marks[-1]:
        return ToneName.DANGER
    return ToneName.WARNING if marks and share >= marks[0] else ToneName.SUCCESS
