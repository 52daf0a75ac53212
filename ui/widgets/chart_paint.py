"""Draws a chart on the screen: head with names and the value read, axes, values, marks."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from kundcenter.domain.supervision.books import number_text
from kundcenter.domain.supervision.chart_scale import shown_labels
from kundcenter.domain.supervision.charts import Chart, ChartKind
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.widgets.chart_layout import Layout
from ui.widgets.chart_shapes import draw_key, draw_line, fill_bar

EDGE = 12.0  # pixels round the whole
GAP = 6.0
LABELS_SHARE = 0.42  # of the width, at most, for names from the top
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


def head_height(chart: Chart, wide: float) -> float:
    """The lines above the plot: the value that is read, the names of the series."""
    value = QFontMetricsF(current().font(Type.BODY, strong=True)).height()
    return value + 2 * GAP + (0.6 + max(1, len(_name_lines(chart, wide)))) * _line()


def _name_lines(chart: Chart, wide: float) -> list[list[int]]:
    """Which series' names stand in which line, so that none is cut; marks follow in the last."""
    measure, side = QFontMetricsF(current().font(Type.SMALL)), _line() * 0.75
    sample = (2 if chart.kind is ChartKind.LINES else 1) * side
    lines: list[list[int]] = []
    left = 0.0
    for number, series in enumerate(chart.series):
        asked = sample + GAP + measure.horizontalAdvance(series.name)
        if not lines or asked > left:
            lines.append([])
            left = wide
        lines[-1].append(number)
        left -= asked + 3 * GAP
    return lines


def plot_of(chart: Chart, room: QRectF, lying: bool) -> QRectF:
    """What is left for the values when everything round them has its room."""
    bare = Layout(chart, QRectF(), lying)
    if lying:
        left = min(_widest(chart.labels), room.width() * LABELS_SHARE) + GAP
        right = _widest((_tick_text(chart, bare.ticks[-1]),)) + GAP
        below = _line() + GAP
    else:
        left = _widest(tuple(_tick_text(chart, each) for each in bare.ticks)) + GAP
        right, below = GAP, _line() + GAP
    inner = room.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    head = head_height(chart, inner.width())
    return QRectF(
        inner.left() + left,
        inner.top() + head,
        max(1.0, inner.width() - left - right),
        max(1.0, inner.height() - head - below),
    )


def sheet(painter: QPainter, room: QRectF) -> None:
    """The ground, as a table has it."""
    appearance = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(appearance.colours.line), 1))
    painter.setBrush(QColor(appearance.colours.raised))
    radius = appearance.metrics.card_radius
    painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()


def paint(
    painter: QPainter,
    layout: Layout,
    room: QRectF,
    text: str,
    chosen: tuple[int, int] | None,
) -> None:
    """The whole chart; `text` is what the cursor reads, `chosen` where it stands, if anywhere."""
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    _head(painter, layout.chart, room, text)
    if layout.chart.empty:
        return
    if chosen is not None:
        _cursor(painter, layout, chosen[0])
    _grid(painter, layout)
    if layout.chart.kind is ChartKind.LINES and not layout.lying:
        for number, series in enumerate(layout.chart.series):
            draw_line(painter, layout.points(number), number, dashed=series.dashed)
    else:
        at_cursor: QRectF | None = None
        for bar in layout.bars():
            dashed = layout.chart.series[bar.series].dashed
            fill_bar(painter, bar.box, bar.series, dashed=dashed)
            if layout.chart.kind is ChartKind.STACKED and chosen == (bar.label, bar.series):
                at_cursor = bar.box
        if at_cursor is not None:
            _frame(painter, at_cursor)
    _marks(painter, layout)
    _labels(painter, layout)


def _head(painter: QPainter, chart: Chart, room: QRectF, text: str) -> None:
    appearance = current()
    inner = room.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    strong = appearance.font(Type.BODY, strong=True, figures=True)
    measure = QFontMetricsF(strong)
    painter.setFont(strong)
    painter.setPen(QColor(appearance.colours.text))
    line = QRectF(inner.left(), inner.top(), inner.width(), measure.height())
    shown = measure.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(line, _LEFT, shown)
    if not chart.empty:
        _names(painter, chart, QRectF(inner.left(), line.bottom() + GAP, inner.width(), _line()))


def _names(painter: QPainter, chart: Chart, line: QRectF) -> None:
    side, x = _line() * 0.75, line.left()
    drawn = chart.kind is ChartKind.LINES
    for at, numbers in enumerate(_name_lines(chart, line.width())):
        if at:
            line, x = line.translated(0, _line()), line.left()
        for number in numbers:
            series = chart.series[number]
            box = QRectF(x, line.center().y() - side / 2, (2 if drawn else 1) * side, side)
            draw_key(painter, box, number, line=drawn, dashed=series.dashed)
            x = _word(painter, series.name, (box.right() + GAP, line.top()), line.right())
    for mark in chart.marks:
        painter.setPen(_mark_pen())
        painter.drawLine(QLineF(x, line.center().y(), x + 2 * side, line.center().y()))
        decimals = 0 if mark.value == int(mark.value) else max(1, chart.decimals)
        words = f"{mark.name} {number_text(mark.value, decimals)}"
        x = _word(painter, words, (x + 2 * side + GAP, line.top()), line.right())


def _word(painter: QPainter, words: str, at: tuple[float, float], end: float) -> float:
    """A name in its line, no further than to `end`; returns where the next begins."""
    small = current().font(Type.SMALL)
    measure = QFontMetricsF(small)
    painter.setFont(small)
    painter.setPen(QColor(current().colours.text))
    left, top = at
    room = max(0.0, end - left)
    shown = measure.elidedText(words, Qt.TextElideMode.ElideRight, room)
    painter.drawText(QRectF(left, top, room, _line()), _LEFT, shown)
    return left + measure.horizontalAdvance(shown) + 3 * GAP


def _cursor(painter: QPainter, layout: Layout, label: int) -> None:
    """Where the arrow keys are: a ground behind the values, and a frame round it."""
    band = layout.band(label)
    painter.fillRect(band, QColor(current().colours.hover))
    painter.setPen(QPen(QColor(current().colours.focus), current().metrics.focus_width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(band)


def _frame(painter: QPainter, box: QRectF) -> None:
    """Which part of a bar is read."""
    painter.setPen(QPen(QColor(current().colours.focus), current().metrics.focus_width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)


def _grid(painter: QPainter, layout: Layout) -> None:
    appearance, plot = current(), layout.plot
    painter.setFont(appearance.font(Type.SMALL, figures=True))
    for mark in layout.ticks:
        at = layout.at_value(mark)
        painter.setPen(QPen(QColor(appearance.colours.line), 1))
        if layout.lying:
            painter.drawLine(QLineF(at, plot.top(), at, plot.bottom()))
            box = QRectF(at - 60, plot.bottom() + GAP, 120, _line())
            flags = _MIDDLE
        else:
            painter.drawLine(QLineF(plot.left(), at, plot.right(), at))
            box = QRectF(0, at - _line() / 2, plot.left() - GAP, _line())
            flags = _RIGHT
        painter.setPen(QColor(appearance.colours.muted))
        painter.drawText(box, flags, _tick_text(layout.chart, mark))
    painter.setPen(QPen(QColor(appearance.colours.edge), 1))
    if layout.lying:
        painter.drawLine(plot.topLeft(), plot.bottomLeft())
    else:
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())


def _labels(painter: QPainter, layout: Layout) -> None:
    chart, plot, small = layout.chart, layout.plot, current().font(Type.SMALL, figures=True)
    measure = QFontMetricsF(small)
    painter.setFont(small)
    painter.setPen(QColor(current().colours.text))
    every = 1
    if not layout.lying:
        every = shown_labels(len(chart.labels), plot.width(), _widest(chart.labels) + 2 * GAP)
    for at, label in enumerate(chart.labels):
        band = layout.band(at)
        if layout.lying:
            room = plot.left() - GAP - EDGE
            box = QRectF(EDGE, band.top(), room, band.height())
            shown = measure.elidedText(label, Qt.TextElideMode.ElideRight, room)
            painter.drawText(box, _RIGHT, shown)
        elif at % every == 0:
            wide = measure.horizontalAdvance(label) + 2
            left = min(max(band.center().x() - wide / 2, 0.0), plot.right() - wide + GAP)
            painter.drawText(QRectF(left, plot.bottom() + GAP, wide, _line()), _MIDDLE, label)


def _marks(painter: QPainter, layout: Layout) -> None:
    """A target is a dashed line through the chart; its name stands above with the others."""
    painter.setPen(_mark_pen())
    plot = layout.plot
    for mark in layout.chart.marks:
        at = layout.at_value(mark.value)
        if layout.lying:
            painter.drawLine(QLineF(at, plot.top(), at, plot.bottom()))
        else:
            painter.drawLine(QLineF(plot.left(), at, plot.right(), at))


def _mark_pen() -> QPen:
    return QPen(QColor(current().tone(ToneName.DANGER).solid), 2, Qt.PenStyle.DashDotLine)


def _tick_text(chart: Chart, mark: float) -> str:
    return number_text(mark, 0 if mark == int(mark) else max(1, chart.decimals))


def _line() -> float:
    return QFontMetricsF(current().font(Type.SMALL)).height()


def _widest(words: tuple[str, ...]) -> float:
    measure = QFontMetricsF(current().font(Type.SMALL, figures=True))
    return max((measure.horizontalAdvance(word) for word in words), default=0.0)
