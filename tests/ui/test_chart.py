"""A chart is read by keys and aloud; its series differ without colour; it fits what it shows."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kundcenter.domain.supervision.charts import Chart, ChartKind, Mark, Series
from tests.ui.contrast import ratio
from ui.theme.look import Look, current
from ui.theme.themes import THEMES, ThemeName
from ui.theme.wear import wear
from ui.widgets.chart import ChartView
from ui.widgets.chart_layout import Layout
from ui.widgets.chart_shapes import PATTERNS, TONES, draw_marker, fill_bar

LABELS = ("08", "09", "10")
NOW, BEFORE = Series("Perioden", (12.0, None, 30.0)), Series("Före", (10.0, 20.0, 0.0), dashed=True)
BARS = Chart("Besvarade", "%", LABELS, (NOW, BEFORE), marks=(Mark("Mål", 85.0),), decimals=1)
ROOM = QRectF(0, 0, 300, 200)


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    made = ChartView("Diagram")
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show_chart(BARS)
    made.show()
    return made


def test_it_is_named_by_what_it_shows_and_reads_the_value_aloud(view: ChartView) -> None:
    assert view.accessibleName() == "Besvarade"
    assert view.readout == "08: Perioden 12,0 %, Före 10,0 %"
    assert view.accessibleDescription() == f"{view.readout}. Mål 85,0 %"


def test_the_arrows_go_through_the_values_and_stop_at_the_ends(view: ChartView) -> None:
    told: list[int] = []
    view.chosen.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(view, key)
    assert view.place == (2, 0)
    assert told == [1, 2]
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.place == (0, 1)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.place == (2, 1)
    assert view.accessibleDescription().startswith("10: ")


def test_where_there_is_no_value_a_dash_is_read(view: ChartView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.readout == "09: Perioden –, Före 20,0 %"


def test_enter_and_a_double_click_open_the_label_under_them(view: ChartView) -> None:
    opened: list[int] = []
    view.opened.connect(opened.append)
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Return)
    at = view.layout_now().band(1).center().toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert opened == [2, 1]


def test_from_the_top_the_arrows_turn(view: ChartView) -> None:
    view.show_chart(BARS, lying=True)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.place == (1, 1)


def test_nothing_is_said_to_be_nothing(view: ChartView) -> None:
    view.show_chart(Chart("Tomt", "", (), ()), empty="Inget under perioden")
    assert view.readout == "Inget under perioden"
    QTest.keyClick(view, Qt.Key.Key_Right)
    view.grab()
    assert view.place == (0, 0)


def test_a_shorter_chart_takes_the_cursor_along(view: ChartView) -> None:
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Up)
    view.show_chart(Chart("Kort", "", ("a",), (Series("Perioden", (1.0,)),)))
    assert view.place == (0, 0)
    assert view.readout == "a: Perioden 1"


@pytest.mark.parametrize("lying", [False, True])
@pytest.mark.parametrize("kind", [ChartKind.BARS, ChartKind.STACKED])
def test_bars_are_as_long_as_their_values_and_lie_apart(kind: ChartKind, lying: bool) -> None:
    chart = Chart(
        "", "", LABELS, (Series("a", (2.0, 4.0, 0.0)), Series("b", (4.0, None, 2.0))), kind
    )
    layout = Layout(chart, ROOM, lying)
    long = [(each.box.width() if lying else each.box.height()) for each in layout.bars()]
    whole = (ROOM.width() if lying else ROOM.height()) / layout.ticks[-1]
    values = [value for at in range(3) for s in chart.series if (value := s.values[at]) is not None]
    assert long == pytest.approx([value * whole for value in values])
    boxes = [each.box for each in layout.bars() if each.box.height() and each.box.width()]
    assert all(ROOM.contains(box) for box in boxes)
    small = [box.adjusted(0.1, 0.1, -0.1, -0.1) for box in boxes]
    assert not any(one.intersects(other) for one, other in combinations(small, 2))


def test_a_line_is_broken_where_there_is_no_value() -> None:
    chart = Chart("", "", LABELS, (NOW,), ChartKind.LINES)
    first, gap, last = Layout(chart, ROOM).points(0)
    assert gap is None
    assert first is not None
    assert last is not None
    assert first.y() > last.y()


@pytest.mark.parametrize("theme", ThemeName)
def test_every_series_has_the_contrast_of_a_shape_on_the_sheet(theme: ThemeName) -> None:
    colours = THEMES[theme]
    for tone in TONES:
        assert ratio(colours.tone(tone).solid, colours.raised) >= 3


def _drawn(series: int, *, marker: bool) -> bytes:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(current().colours.raised))
    painter = QPainter(image)
    if marker:
        draw_marker(painter, QRectF(0, 0, 40, 40).center(), series)
    else:
        fill_bar(painter, QRectF(2, 2, 36, 36), series)
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    middle = grey.copy(8, 8, 24, 24)
    ground = grey.pixelColor(0, 0).value()
    return bytes(
        abs(middle.pixelColor(x, y).value() - ground) > 40 for y in range(24) for x in range(24)
    )


@pytest.mark.parametrize("theme", ThemeName)
@pytest.mark.parametrize("marker", [False, True], ids=["bars", "markers"])
def test_the_series_differ_without_colour(qapp: object, theme: ThemeName, marker: bool) -> None:
    wear(qapp, Look(theme))  # type: ignore[arg-type]
    count = len(TONES) if marker else len(PATTERNS)
    shapes = [_drawn(n, marker=marker) for n in range(count)]
    assert len(set(shapes)) == count
    assert all(any(shape) for shape in shapes)


@pytest.mark.parametrize("size", [100, 150])
def test_it_asks_for_room_for_every_label_from_the_top(
    view: ChartView, qapp: object, size: int
) -> None:
    wear(qapp, Look(size=size))  # type: ignore[arg-type]
    many = tuple(f"Kontaktorsak {n}" for n in range(20))
    view.show_chart(Chart("", "", many, (Series("a", (1.0,) * 20),)), lying=True)
    view.resize(600, view.minimumSizeHint().height())
    line = view.fontMetrics().height() * 0.8
    assert view.layout_now().band(0).height() >= line
