"""A chart that is read by eye, by arrow keys and by a screen reader; one look in all themes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kundcenter.domain.supervision.books import number_text
from kundcenter.domain.supervision.charts import Chart, ChartKind
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.widgets.chart_layout import Layout
from ui.widgets.chart_paint import EDGE, head_height, paint, plot_of, sheet
from ui.widgets.speech import announce, named

LOWEST, WIDEST = 11, 20  # heights and widths of a line of text that it asks for
ROW = 1.5  # lines that a label from the top asks for
NO_CHART = Chart("", "", (), ())


class ChartView(QWidget):
    """`chosen` carries the place of the label under the cursor; `opened` that of Enter.

    With `lying` the labels stand from the top, for names that are long.
    """

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self._name = name
        self._chart, self._lying, self._empty = NO_CHART, False, ""
        self._label = self._series = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_chart(self, chart: Chart, *, lying: bool = False, empty: str = "") -> None:
        """Draw it; `empty` is what is said where there is nothing to draw."""
        self._chart, self._lying, self._empty = chart, lying, empty
        self._label = min(self._label, max(0, len(chart.labels) - 1))
        self._series = min(self._series, max(0, len(chart.series) - 1))
        named(self, chart.title or self._name, self.spoken)
        self.updateGeometry()
        self.update()

    @property
    def chart(self) -> Chart:
        return self._chart

    @property
    def place(self) -> tuple[int, int]:
        """The label and the series under the cursor."""
        return self._label, self._series

    def choose(self, label: int) -> None:
        """Put the cursor on a label, without telling of it."""
        if 0 <= label < len(self._chart.labels):
            self._label = label
            self._tell(speak=False)

    @property
    def readout(self) -> str:
        """The value under the cursor with all that it needs to be understood."""
        chart = self._chart
        if not chart.labels or not chart.series:
            return self._empty
        said = [self._said(number) for number in range(len(chart.series))]
        if chart.kind is ChartKind.STACKED:  # one part at a time: there are many of them
            said = [said[self._series]]
        return f"{chart.labels[self._label]}: {', '.join(said)}"

    def _said(self, number: int) -> str:
        series = self._chart.series[number]
        return f"{series.name} {self.value_text(series.values[self._label])}".strip()

    @property
    def spoken(self) -> str:
        """What a screen reader says of it: the value under the cursor first, then the marks."""
        chart = self._chart
        marks = (f"{each.name} {self.value_text(each.value)}" for each in chart.marks)
        rest: list[str] = []
        if chart.kind is ChartKind.STACKED and chart.labels:
            places = range(len(chart.series))
            rest = [self._said(number) for number in places if number != self._series]
        return ". ".join(filter(None, (self.readout, ", ".join(rest), *marks)))

    def value_text(self, value: float | None) -> str:
        """82,5 %, or – where there is none."""
        if value is None:
            return "–"
        return f"{number_text(value, self._chart.decimals)} {self._chart.unit}".strip()

    # -- keys and mouse ------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._chart.labels:
            super().keyPressEvent(event)
            return
        labels, series = len(self._chart.labels), len(self._chart.series)
        key = event.key()
        back, on = Qt.Key.Key_Left, Qt.Key.Key_Right
        down, up = Qt.Key.Key_Down, Qt.Key.Key_Up
        if self._lying:
            back, on, down, up = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
        moves = {
            back: (self._label - 1, self._series),
            on: (self._label + 1, self._series),
            down: (self._label, self._series - 1),
            up: (self._label, self._series + 1),
            Qt.Key.Key_Home: (0, self._series),
            Qt.Key.Key_End: (labels - 1, self._series),
        }
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self._label)
        elif key in moves:
            label, number = moves[Qt.Key(key)]
            self._go(min(max(label, 0), labels - 1), min(max(number, 0), max(0, series - 1)))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        label = self.layout_now().label_at(event.position())
        if label is not None:
            self._go(label, self._series)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.layout_now().label_at(event.position()) is not None:
            self.opened.emit(self._label)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _go(self, label: int, series: int) -> None:
        if (label, series) == (self._label, self._series):
            return
        moved = label != self._label
        self._label, self._series = label, series
        self._tell()
        if moved:
            self.chosen.emit(label)

    def _tell(self, *, speak: bool = True) -> None:
        named(self, self._chart.title or self._name, self.spoken)
        if speak:
            announce(self, self.readout)
        self.update()

    # -- size and paint ------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never too low for its labels, or for its words."""
        line = QFontMetricsF(current().font(Type.SMALL)).height()
        high = LOWEST * line
        if self._lying:
            wide = max(self.width(), round(WIDEST * line))
            head = head_height(self._chart, wide - 2 * EDGE)
            high = max(high, head + (len(self._chart.labels) * ROW + 2) * line)
        return QSize(round(WIDEST * line), round(high + 2 * EDGE))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def layout_now(self) -> Layout:
        """Where everything lies at this size."""
        return Layout(
            self._chart, plot_of(self._chart, QRectF(self.rect()), self._lying), self._lying
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        sheet(painter, QRectF(self.rect()))
        chosen = (self._label, self._series) if self.hasFocus() else None
        text = self._empty if self._chart.empty else self.readout
        paint(painter, self.layout_now(), QRectF(self.rect()), text, chosen)
        painter.end()
