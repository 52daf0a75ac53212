"""How the big screen is drawn: every word as large as its place allows, and none is cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.badges import Badge
from ui.icons import pixmap, screen_ratio
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type

MOST_ROWS, MOST_NOTES = 9, 4  # what is read from afar
SMALLEST = 11  # pixels of a letter
WIDTHS = (0.34, 0.12, 0.14, 0.16, 0.24)  # of a row: name, three numbers, the mark
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class BigTile:
    title: str
    value: str
    note: str
    badge: Badge | None = None


@dataclass(frozen=True, slots=True)
class BigRow:
    name: str
    values: tuple[str, ...]
    badge: Badge


@dataclass(frozen=True, slots=True)
class BigBoard:
    """All that stands on the screen."""

    title: str
    clock: str
    tiles: tuple[BigTile, ...]
    headings: tuple[str, ...]
    rows: tuple[BigRow, ...]
    notes: tuple[Badge, ...]
    told: str
    nothing: str = ""  # in place of the rows when there are none

    @property
    def words(self) -> str:
        """The same line by line, for screen readers."""
        tiles = (
            ", ".join(
                part
                for part in (f"{t.title}: {t.value}", t.note, t.badge.text if t.badge else "")
                if part
            )
            for t in self.tiles
        )
        rows = (
            f"{row.name}: "
            + ", ".join(
                f"{heading.lower()} {value}"
                for heading, value in zip(self.headings[1:], row.values, strict=True)
            )
            + f", {row.badge.text}"
            for row in self.rows
        )
        told = rows if self.rows else (self.nothing,)
        return "\n".join((*tiles, *told, *(note.text for note in self.notes), self.told))


def paint_board(painter: QPainter, box: QRect, board: BigBoard) -> None:
    """All of it, in the room there is."""
    colours = current().colours
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(box, QColor(colours.canvas))
    unit = min(box.height() / 30, box.width() / 48)  # all measures are parts of the screen
    inside = QRectF(box).adjusted(unit, unit * 0.7, -unit, -unit * 0.7)
    head = QRectF(inside.x(), inside.y(), inside.width(), unit * 2)
    _text(painter, head, board.title, unit * 1.5, LEFT, strong=True)
    right = head.adjusted(head.width() * 0.7, 0, 0, 0)
    _text(painter, right, board.clock, unit * 1.7, RIGHT, strong=True)
    top = head.bottom() + unit * 0.6
    tiles = QRectF(inside.x(), top, inside.width(), unit * 7.6)
    _tiles(painter, tiles, board.tiles, unit)
    notes = board.notes[:MOST_NOTES]
    foot = QRectF(inside.x(), inside.bottom() - unit * 1.2, inside.width(), unit * 1.2)
    _text(painter, foot, board.told, unit * 0.8, LEFT, muted=True)
    low = foot.top() - unit * 0.3 - len(notes) * unit * 1.9
    for at, note in enumerate(notes):
        line = QRectF(inside.x(), low + at * unit * 1.9, inside.width(), unit * 1.7)
        _mark(painter, line, note, unit * 0.95)
    rows = QRectF(
        inside.x(),
        tiles.bottom() + unit * 0.6,
        inside.width(),
        low - unit * 0.4 - tiles.bottom() - unit * 0.6,
    )
    _rows(painter, rows, board, unit)


def _tiles(painter: QPainter, box: QRectF, tiles: Sequence[BigTile], unit: float) -> None:
    colours, gap = current().colours, unit * 0.6
    wide = (box.width() - gap * (len(tiles) - 1)) / max(len(tiles), 1)
    for at, tile in enumerate(tiles):
        place = QRectF(box.x() + at * (wide + gap), box.y(), wide, box.height())
        loud = tile.badge is not None and tile.badge.tone is ToneName.DANGER
        edge = current().tone(ToneName.DANGER).solid if loud else colours.line
        painter.setPen(QPen(QColor(edge), max(1.0, unit * (0.16 if loud else 0.05))))
        painter.setBrush(QColor(colours.raised))
        painter.drawRoundedRect(place, unit * 0.5, unit * 0.5)
        inner = place.adjusted(unit * 0.6, unit * 0.4, -unit * 0.6, -unit * 0.4)
        title = QRectF(inner.x(), inner.y(), inner.width(), unit * 1.1)
        _text(painter, title, tile.title, unit * 0.85, LEFT, muted=True)
        value = QRectF(inner.x(), title.bottom(), inner.width(), unit * 3.2)
        _text(painter, value, tile.value, unit * 3.0, LEFT, strong=True)
        note = QRectF(inner.x(), value.bottom(), inner.width(), unit * 1.0)
        _text(painter, note, tile.note, unit * 0.8, LEFT, muted=True)
        if tile.badge is not None:
            _mark(
                painter,
                QRectF(inner.x(), inner.bottom() - unit * 1.4, inner.width(), unit * 1.4),
                tile.badge,
                unit * 0.8,
            )


def _rows(painter: QPainter, box: QRectF, board: BigBoard, unit: float) -> None:
    colours = current().colours
    shown = board.rows[:MOST_ROWS]
    if not shown:
        _text(painter, box, board.nothing, unit * 1.2, Qt.AlignmentFlag.AlignCenter, muted=True)
    if not shown or box.height() < unit * 2:
        return
    high = min(box.height() / (len(shown) + 1), unit * 2.4)
    head = QRectF(box.x(), box.y(), box.width(), high * 0.7)
    for place, (heading, flags) in zip(_cells(head), _headings(board.headings), strict=False):
        _text(painter, place, heading, unit * 0.8, flags, muted=True)
    for at, row in enumerate(shown):
        line = QRectF(box.x(), head.bottom() + at * high, box.width(), high)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(line.topLeft(), line.topRight())
        name, *numbers, mark = _cells(line)
        _text(painter, name, row.name, high * 0.55, LEFT, strong=True)
        for place, value in zip(numbers, row.values, strict=True):
            _text(painter, place, value, high * 0.55, RIGHT)
        tall = min(high * 0.8, unit * 1.7)
        _mark(
            painter,
            QRectF(mark.x() + unit, line.center().y() - tall / 2, mark.width() - unit, tall),
            row.badge,
            min(high * 0.42, unit),
        )


def _cells(line: QRectF) -> list[QRectF]:
    found, x = [], line.x()
    for share in WIDTHS:
        wide = line.width() * share
        found.append(QRectF(x, line.y(), wide, line.height()))
        x += wide
    return found


def _headings(headings: Sequence[str]) -> list[tuple[str, Qt.AlignmentFlag]]:
    return [(words, LEFT if at == 0 else RIGHT) for at, words in enumerate(headings)]


def _mark(painter: QPainter, box: QRectF, badge: Badge, size: float) -> None:
    """Icon and words on a soft ground, as a chip is."""
    tone = current().tone(badge.tone)
    side = size * 1.1
    font = _fitting(badge.text, size, box.width() - side - size * 2.2, strong=True)
    wide = QFontMetricsF(font).horizontalAdvance(badge.text) + side + size * 2.0
    place = QRectF(box.x(), box.y(), min(wide, box.width()), box.height())
    painter.setPen(QPen(QColor(tone.line), 1))
    painter.setBrush(QColor(tone.soft))
    painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
    x = place.x() + size * 0.7
    if badge.icon:
        drawn = pixmap(badge.icon, QColor(tone.solid), max(8, round(side)), screen_ratio())
        painter.drawPixmap(QPointF(x, place.center().y() - side / 2), drawn)
    painter.setFont(font)
    painter.setPen(QColor(tone.ink))
    words = place.adjusted(size * 0.7 + side + size * 0.5, 0, 0, 0)
    painter.drawText(words, int(LEFT), badge.text)


def _text(
    painter: QPainter,
    box: QRectF,
    words: str,
    size: float,
    flags: Qt.AlignmentFlag = LEFT,
    *,
    muted: bool = False,
    strong: bool = False,
) -> None:
    colours = current().colours
    painter.setFont(_fitting(words, size, box.width(), strong=strong))
    painter.setPen(QColor(colours.muted if muted else colours.text))
    painter.drawText(box, int(flags), words)


def _fitting(words: str, size: float, room: float, *, strong: bool) -> QFont:
    """As large as wanted, or as the words have room for."""
    font = current().font(Type.BODY, strong=strong, figures=True)
    font.setPixelSize(max(SMALLEST, round(size)))
    wide = QFontMetricsF(font).horizontalAdvance(words)
    if wide > room > 0:
        font.setPixelSize(max(SMALLEST, int(font.pixelSize() * room / wide)))
    return font
