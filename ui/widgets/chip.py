"""A small mark: shape, word and a soft ground.  Painted alike on cards and in lists."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.badges import Badge
from ui.icons import pixmap, screen_ratio
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.widgets.speech import named

SIDE, GAP = 8, 5  # before the first and after the last thing; between shape and word


def chip_size(badge: Badge) -> QSize:
    """How large `paint_chip` draws it."""
    appearance = current()
    metrics = QFontMetrics(appearance.font(Type.SMALL, strong=True))
    width = metrics.horizontalAdvance(badge.text) + 2 * SIDE
    if badge.icon:
        width += _icon_side() + GAP
    return QSize(width, metrics.height() + 6)


def paint_chip(painter: QPainter, at: QPointF, badge: Badge, widest: float = 1e6) -> None:
    """Paint the mark with its left upper corner at `at`; words beyond `widest` are elided."""
    appearance = current()
    tone = appearance.tone(badge.tone)
    size = chip_size(badge)
    box = QRectF(at.x(), at.y(), min(size.width(), widest), size.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tone.line), 1))
    painter.setBrush(QColor(tone.soft))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), box.height() / 2, box.height() / 2)
    x = box.x() + SIDE
    if badge.icon:
        side = _icon_side()
        drawn = pixmap(badge.icon, QColor(tone.solid), side, screen_ratio())
        painter.drawPixmap(QPointF(x, box.y() + (box.height() - side) / 2), drawn)
        x += side + GAP
    font = appearance.font(Type.SMALL, strong=True)
    room = box.right() - SIDE - x + 1
    words = QFontMetrics(font).elidedText(badge.text, Qt.TextElideMode.ElideRight, int(room) + 1)
    painter.setFont(font)
    painter.setPen(QColor(tone.ink))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(QRectF(x, box.y(), room + 2, box.height()), flags, words)
    painter.restore()


SHORTEST = 48  # pixels of a mark that gives way


def _icon_side() -> int:
    return round(13 * current().metrics.scale)


class Chip(QLabel):
    """The mark as a widget; a label, so that a screen reader reads it as text."""

    def __init__(self, badge: Badge, parent: QWidget | None = None) -> None:
        super().__init__(badge.text, parent)
        self._badge = badge
        named(self, badge.text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def giving_way(self) -> Chip:
        """The same, but its words are cut where there is no room for them."""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(SHORTEST)
        return self

    @property
    def badge(self) -> Badge:
        return self._badge

    def show_badge(self, badge: Badge) -> None:
        if badge != self._badge:
            self._badge = badge
            named(self, badge.text)
            self.setText(badge.text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self._badge)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_chip(QPainter(self), QPointF(0, 0), self._badge, self.width())
