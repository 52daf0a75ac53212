"""What tells the series of a chart apart without colour: patterns, markers, dashes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from ui.theme.colours import ToneName
from ui.theme.look import current

# The order in which series are drawn; each has a pattern and a marker of its own.
TONES = (ToneName.ACCENT, ToneName.WARNING, ToneName.INFO, ToneName.NEUTRAL, ToneName.DANGER)
PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense5Pattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.DiagCrossPattern,
    Qt.BrushStyle.VerPattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.Dense3Pattern,
    Qt.BrushStyle.CrossPattern,
)
THIN = 2.0  # pixels of a line


def ink(number: int) -> QColor:
    """The colour of a series, at least 3:1 on the sheet."""
    return QColor(current().tone(TONES[number % len(TONES)]).solid)


def fill_bar(painter: QPainter, box: QRectF, number: int, *, dashed: bool = False) -> None:
    """One bar in the series' own pattern; one that is compared with is an outline."""
    if box.width() <= 0 or box.height() <= 0:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    colour, pattern = ink(number), PATTERNS[number % len(PATTERNS)]
    painter.fillRect(box, QColor(current().colours.raised))
    if not dashed:
        painter.fillRect(box, QBrush(colour, pattern))
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(colour, THIN if dashed else 1, style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    painter.restore()


def draw_line(
    painter: QPainter, points: Sequence[QPointF | None], number: int, *, dashed: bool = False
) -> None:
    """A line with a marker on each value; where there is none it is broken."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = ink(number)
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(colour, THIN, style))
    for one, other in pairwise(points):
        if one is not None and other is not None:
            painter.drawLine(one, other)
    for point in points:
        if point is not None:
            draw_marker(painter, point, number, hollow=dashed)
    painter.restore()


def draw_marker(painter: QPainter, at: QPointF, number: int, *, hollow: bool = False) -> None:
    """The shape of the series' values: disc, square, triangle, diamond, cross."""
    radius = 4 * current().metrics.scale
    colour = ink(number)
    painter.setPen(QPen(colour, THIN))
    ground = QColor(current().colours.raised)
    painter.setBrush(ground if hollow else colour)
    x, y = at.x(), at.y()
    match number % len(TONES):
        case 0:
            painter.drawEllipse(at, radius, radius)
        case 1:
            painter.drawRect(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
        case 2:
            corners = ((x, y - radius), (x + radius, y + radius), (x - radius, y + radius))
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        case 3:
            corners4 = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners4]))
        case _:
            painter.drawLine(QPointF(x - radius, y - radius), QPointF(x + radius, y + radius))
            painter.drawLine(QPointF(x - radius, y + radius), QPointF(x + radius, y - radius))


def draw_key(
    painter: QPainter, box: QRectF, number: int, *, line: bool, dashed: bool = False
) -> None:
    """The series' sample beside its name."""
    if not line:
        fill_bar(painter, box, number, dashed=dashed)
        return
    ends = [QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y())]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(ink(number), THIN, style))
    painter.drawLine(*ends)
    draw_marker(painter, box.center(), number, hollow=dashed)
    painter.restore()
