"""Charts on paper: drawn in vectors, readable without colour.

Every series has a pattern of its own beside its shade: filled, hatched, framed, dotted.  Values are
written at the bars while there is room for them, so that no reader has to guess at an axis.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine, Rect, Shape, String
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from kundcenter.adapters.paper.sheet import FAINT, INK, RULE, Faces
from kundcenter.domain.supervision.chart_scale import shown_labels, ticks
from kundcenter.domain.supervision.charts import Chart, ChartKind, Mark, Series

SHADES = tuple(map(HexColor, ("#1f4e6b", "#9db9c9", "#ffffff", "#d8d2c8")))
EDGE = SHADES[0]
BLACK, GREY, HAIR = HexColor(INK), HexColor(FAINT), HexColor(RULE)
TITLE, SMALL = 8.5, 6.5  # points
MOST_TICKS = 5
GAP = 0.28  # of a label's room, between its bars and the next label's
HATCH = 3.2  # points between two lines
DOT = 1.5
KEY = 6  # the sample of a series in the legend
DASHES: tuple[tuple[float, ...], ...] = ((), (3, 2), (1, 1.5))

Room = tuple[float, float, float, float]  # left, bottom, width, height


def drawing(chart: Chart, width: float, height: float, faces: Faces) -> Drawing:
    """The chart as a picture of that size in points."""
    sheet = Drawing(width, height)
    sheet.add(_text((0, height - TITLE), _title(chart), faces[1], TITLE))
    top = height - TITLE - 4
    if len(chart.series) > 1 or chart.marks:
        top -= SMALL + 5
        _add(sheet, _legend(chart, top, faces))
    if chart.empty or not chart.labels:
        sheet.add(_text((0, top - 14), "Inga uppgifter", faces[0], TITLE, GREY))
        return sheet
    marks = ticks(chart.top, whole=chart.decimals == 0, count=MOST_TICKS)
    left = max(stringWidth(_number(each, chart), faces[0], SMALL) for each in marks) + 4
    bottom = SMALL + 6.0
    room = (left, bottom, width - left, top - bottom - SMALL - 4)
    _add(sheet, _grid(chart, marks, room, faces))
    drawn = _lines if chart.kind is ChartKind.LINES else _bars
    _add(sheet, drawn(chart, marks[-1], room))
    if chart.kind is ChartKind.BARS:
        _add(sheet, _values(chart, marks[-1], room, faces))
    for mark in chart.marks:
        sheet.add(_marked(mark, marks[-1], room))
    _add(sheet, _labels(chart.labels, room, faces))
    return sheet


def _title(chart: Chart) -> str:
    return f"{chart.title} ({chart.unit})" if chart.unit else chart.title


def _add(sheet: Drawing, shapes: Iterator[Shape]) -> None:
    for each in shapes:
        sheet.add(each)


def _text(
    at: tuple[float, float], text: str, face: str, size: float, colour: Color = BLACK
) -> String:
    return String(*at, text, fontName=face, fontSize=size, fillColor=colour)


def _legend(chart: Chart, y: float, faces: Faces) -> Iterator[Shape]:
    x = 0.0
    for at, each in enumerate(chart.series):
        if chart.kind is ChartKind.LINES:
            yield _stroke([x, y + 2, x + 2 * KEY, y + 2], at, each)
            x += KEY
        else:
            yield from _bar(at, x, y - 1, KEY, KEY)
        yield _text((x + KEY + 3, y), each.name, faces[0], SMALL)
        x += KEY + 3 + stringWidth(each.name, faces[0], SMALL) + 10
    for mark in chart.marks:
        yield _across(x, x + 2 * KEY, y + 2)
        yield _text((x + 2 * KEY + 3, y), mark.name, faces[0], SMALL)
        x += 2 * KEY + 3 + stringWidth(mark.name, faces[0], SMALL) + 10


def _grid(chart: Chart, marks: Sequence[float], room: Room, faces: Faces) -> Iterator[Shape]:
    left, bottom, width, height = room
    for mark in marks:
        y = bottom + height * mark / marks[-1]
        yield Line(left, y, left + width, y, strokeColor=HAIR, strokeWidth=0.4)
        text = _number(mark, chart)
        x = left - 3 - stringWidth(text, faces[0], SMALL)
        yield _text((x, y - 2), text, faces[0], SMALL, GREY)


def _marked(mark: Mark, limit: float, room: Room) -> Line:
    left, bottom, width, height = room
    y = bottom + height * mark.value / limit
    return _across(left, left + width, y)


def _across(start: float, end: float, y: float) -> Line:
    return Line(start, y, end, y, strokeColor=BLACK, strokeWidth=0.9, strokeDashArray=[4, 2])


def _bars(chart: Chart, limit: float, room: Room) -> Iterator[Shape]:
    """Bars beside one another, or on top of one another."""
    _, bottom, _, height = room
    stacked = chart.kind is ChartKind.STACKED
    feet = [bottom] * len(chart.labels)
    for at, series in enumerate(chart.series):
        for place, value in enumerate(series.values):
            if value is None:
                continue
            x, bar = _place(chart, at, place, room)
            high = height * value / limit
            yield from _bar(at, x, feet[place], bar, high)
            feet[place] += high if stacked else 0


def _values(chart: Chart, limit: float, room: Room, faces: Faces) -> Iterator[Shape]:
    """Above each bar its value, where there is room for all of them."""
    _, bottom, _, height = room
    texts = [_number(v, chart) for each in chart.series for v in each.values if v is not None]
    widest = max(stringWidth(each, faces[0], SMALL) for each in texts)
    if widest > _place(chart, 0, 0, room)[1] + 1:
        return
    for at, series in enumerate(chart.series):
        for place, value in enumerate(series.values):
            x, bar = _place(chart, at, place, room)
            text = "" if value is None else _number(value, chart)
            wide = stringWidth(text, faces[0], SMALL)
            if value is not None:
                at_x, at_y = x + (bar - wide) / 2, bottom + height * value / limit + 1.5
                yield _text((at_x, at_y), text, faces[0], SMALL)


def _place(chart: Chart, at: int, place: int, room: Room) -> tuple[float, float]:
    """Where a bar of a series begins, and how wide it is."""
    left, _, width, _ = room
    slot = width / len(chart.labels)
    stacked = chart.kind is ChartKind.STACKED
    bar = slot * (1 - GAP) / (1 if stacked else len(chart.series))
    return left + place * slot + slot * GAP / 2 + (0 if stacked else at * bar), bar


def _bar(at: int, x: float, y: float, width: float, height: float) -> Iterator[Shape]:
    """One bar in the look of its series."""
    look = at % len(SHADES)
    box = Rect(x, y, width, height)
    box.setProperties({"fillColor": SHADES[look], "strokeColor": EDGE, "strokeWidth": 0.5})
    yield box
    if look == 1:
        yield from _hatched(x, y, width, height)
    elif look == 3:
        middle, dots = x + width / 2, [1, 1.5]
        yield Line(middle, y, middle, y + height, strokeColor=EDGE, strokeDashArray=dots)


def _hatched(x: float, y: float, width: float, height: float) -> Iterator[Shape]:
    """Lines from lower left to upper right, cut at the edges."""
    offset = HATCH - width
    while offset < height:
        start_x, start_y = (x, y + offset) if offset >= 0 else (x - offset, y)
        rise = min(x + width - start_x, y + height - start_y)
        if rise > 0:
            points = [start_x, start_y, start_x + rise, start_y + rise]
            yield PolyLine(points, strokeColor=EDGE, strokeWidth=0.35)
        offset += HATCH


def _lines(chart: Chart, limit: float, room: Room) -> Iterator[Shape]:
    """A line for each series, broken where there is no value; every value has a dot."""
    left, bottom, width, height = room
    slot = width / len(chart.labels)
    for at, series in enumerate(chart.series):
        run: list[float] = []
        for place, value in enumerate((*series.values, None)):
            if value is not None:
                x, y = left + (place + 0.5) * slot, bottom + height * value / limit
                run += [x, y]
                yield Circle(x, y, DOT, fillColor=SHADES[at % 3], strokeColor=EDGE, strokeWidth=0.5)
                continue
            if len(run) > 2:
                yield _stroke(run, at, series)
            run = []


def _stroke(points: list[float], at: int, series: Series) -> PolyLine:
    line = PolyLine(points, strokeColor=EDGE, strokeWidth=1.1)
    dashes = DASHES[1] if series.dashed else DASHES[at % len(DASHES)]
    if dashes:
        line.setProperties({"strokeDashArray": list(dashes)})
    return line


def _labels(labels: Sequence[str], room: Room, faces: Faces) -> Iterator[Shape]:
    """Under the bars; where they would run into one another, every second, third …"""
    left, bottom, width, _ = room
    slot = width / len(labels)
    widest = max(stringWidth(each, faces[0], SMALL) for each in labels) + 2
    for at in range(0, len(labels), shown_labels(len(labels), width, widest)):
        text = labels[at]
        x = left + (at + 0.5) * slot - stringWidth(text, faces[0], SMALL) / 2
        yield _text((x, bottom - SMALL - 1), text, faces[0], SMALL, GREY)


def _number(value: float, chart: Chart) -> str:
    text = f"{value:.{chart.decimals}f}"
    return text.replace(".", ",")
