"""Where everything in a chart lies: pure, from its value and the room there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from kundcenter.domain.supervision.chart_scale import ticks
from kundcenter.domain.supervision.charts import Chart, ChartKind

FILLED = 0.72  # of the room of a label that its bars take
MOST_BAR = 64.0  # pixels across a bar; few values make no walls


@dataclass(frozen=True, slots=True)
class Bar:
    """One drawn value: which series and label, and where."""

    series: int
    label: int
    box: QRectF


@dataclass(frozen=True, slots=True)
class Layout:
    """`plot` is what the axes bound.  `lying` has the labels from the top, the values across."""

    chart: Chart
    plot: QRectF
    lying: bool = False

    @property
    def ticks(self) -> tuple[float, ...]:
        """The marks of the axis of values, from 0."""
        return ticks(self.chart.top, whole=self.chart.decimals == 0)

    def at_value(self, value: float) -> float:
        """Where on its axis a value lies, in pixels."""
        share = min(max(value / self.ticks[-1], 0.0), 1.0)
        if self.lying:
            return self.plot.left() + share * self.plot.width()
        return self.plot.bottom() - share * self.plot.height()

    def band(self, label: int) -> QRectF:
        """The room of one label, through the whole plot."""
        count = max(1, len(self.chart.labels))
        if self.lying:
            high = self.plot.height() / count
            return QRectF(self.plot.left(), self.plot.top() + label * high, self.plot.width(), high)
        wide = self.plot.width() / count
        return QRectF(self.plot.left() + label * wide, self.plot.top(), wide, self.plot.height())

    def label_at(self, point: QPointF) -> int | None:
        """The label in whose room the point is."""
        for label in range(len(self.chart.labels)):
            if self.band(label).contains(point):
                return label
        return None

    def bars(self) -> Iterator[Bar]:
        """Beside each other, or on top of each other where they are parts of a whole."""
        stacked = self.chart.kind is ChartKind.STACKED
        count = 1 if stacked else max(1, len(self.chart.series))
        for label in range(len(self.chart.labels)):
            base = 0.0
            for number, series in enumerate(self.chart.series):
                value = series.values[label]
                if value is None:
                    continue
                place = 0 if stacked else number
                box = self._bar(label, place, count, base, base + value)
                base += value if stacked else 0.0
                yield Bar(number, label, box)

    def points(self, series: int) -> tuple[QPointF | None, ...]:
        """The values of a line, in the middle of their labels' rooms."""
        return tuple(
            None if value is None else QPointF(self.band(label).center().x(), self.at_value(value))
            for label, value in enumerate(self.chart.series[series].values)
        )

    def _bar(self, label: int, place: int, count: int, low: float, high: float) -> QRectF:
        band = self.band(label)
        room = band.height() if self.lying else band.width()
        across = min(room * FILLED / count, MOST_BAR)
        begin = (band.center().y() if self.lying else band.center().x()) + across * (
            place - count / 2
        )
        one, other = sorted((self.at_value(low), self.at_value(high)))
        if self.lying:
            return QRectF(one, begin, other - one, across)
        return QRectF(begin, one, across, other - one)
