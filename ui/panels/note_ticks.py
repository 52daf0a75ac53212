"""Boxes to tick by keys: findings answered yes or no, pieces of advice given or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from ui.icons import pixmap, screen_ratio
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.combo import Option
from ui.widgets.labelled import Labelled
from ui.widgets.speech import named

GAP = 8
POOL = 20  # boxes; more than any reason has
ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}


class Tick(StrEnum):
    """How a box stands."""

    NONE = ""
    YES = "PRESENT"
    NO = "ABSENT"


class TickBox(QAbstractButton):
    """One box with its words.  `turned` when the operator has changed it."""

    turned = Signal()

    def __init__(self, words: Mapping[Tick, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.option, self._words = Option("", ""), words
        self.tick = Tick.NONE
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        self.hide()

    def show_option(self, option: Option, tick: Tick) -> None:
        """Stand for something, or for something else than before."""
        self.option = option
        self.setText(option.text)
        self.show_tick(tick)
        self.updateGeometry()

    def show_tick(self, tick: Tick) -> None:
        """Show how it stands, without a signal."""
        self.tick = tick
        named(self, f"{self.option.text}: {self._words[tick]}")
        self.update()

    def turn(self, tick: Tick) -> None:
        """As the operator wants it; the same answer again takes it back."""
        self.show_tick(Tick.NONE if tick is self.tick else tick)
        self.turned.emit()

    def sizeHint(self) -> QSize:
        metrics = current().metrics
        words = QFontMetrics(current().font(Type.BODY, strong=True))
        width = words.horizontalAdvance(self.text()) + metrics.icon + self._mark_width()
        return QSize(width + 2 * GAP + 2 * metrics.padding, metrics.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        appearance = current()
        colours, metrics = appearance.colours, appearance.metrics
        tones = {Tick.YES: ToneName.ACCENT, Tick.NO: ToneName.NEUTRAL}
        ground, edge, ink = colours.raised, colours.edge, colours.text
        if self.tick is not Tick.NONE:
            tone = appearance.tone(tones[self.tick])
            ground, edge, ink = tone.soft, tone.solid, tone.ink
        elif self.underMouse():
            ground = colours.hover
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(ground))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, metrics.radius, metrics.radius)
        x, side = metrics.padding, metrics.icon
        if self.tick is not Tick.NONE:  # a shape and a word: never the colour alone
            sign = "check" if self.tick is Tick.YES else "minus"
            drawn = pixmap(sign, QColor(ink), side, screen_ratio())
            painter.drawPixmap(x, (self.height() - side) // 2, drawn)
        x += side + GAP
        painter.setPen(QColor(ink))
        painter.setFont(appearance.font(Type.BODY, strong=self.tick is Tick.YES))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        right = self.width() - metrics.padding - self._mark_width()
        painter.drawText(QRectF(x, 0, right - x, self.height()), flags, self.text())
        painter.setFont(appearance.font(Type.SMALL, strong=True))
        mark = "" if self.tick is Tick.NONE else self._words[self.tick]
        place = QRectF(right, 0, self._mark_width(), self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            event.ignore()  # a button would go to its neighbour; the grid knows rows
            return
        super().keyPressEvent(event)

    def _mark_width(self) -> int:
        small = QFontMetrics(current().font(Type.SMALL, strong=True))
        words = [word for tick, word in self._words.items() if tick is not Tick.NONE]
        return max(map(small.horizontalAdvance, words))

    def _on_clicked(self) -> None:
        cycle = [tick for tick in Tick if tick in self._words]
        self.show_tick(cycle[(cycle.index(self.tick) + 1) % len(cycle)])
        self.turned.emit()


class TickGrid(QWidget):
    """The boxes, in as many columns as fit.  Tab comes here once; arrows go from box to box.

    Space turns a box; J and N answer it and go on to the next.
    """

    turned = Signal()

    def __init__(self, words: Mapping[Tick, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._grid = spaced(QGridLayout(self), gap="xs")
        # Made beforehand: a box that comes later would be last in the order of Tab.
        self._pool = [TickBox(words, self) for _ in range(POOL)]
        for box in self._pool:
            box.turned.connect(self.turned)
        self.boxes: list[TickBox] = []
        self._columns = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these boxes; those that were offered already keep their ticks."""
        if [box.option for box in self.boxes] == list(options):
            return
        before = {box.option.value: box.tick for box in self.boxes}
        while len(self._pool) < len(options):
            self._pool.append(TickBox(self._words, self))
            self._pool[-1].turned.connect(self.turned)
        self.boxes = self._pool[: len(options)]
        for box, option in zip(self.boxes, options, strict=True):
            box.show_option(option, before.get(option.value, Tick.NONE))
        self._columns = 0
        for box in self._pool:
            self._grid.removeWidget(box)
            box.setVisible(box in self.boxes)
            box.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        if self.boxes:
            self.boxes[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setFocusProxy(self.boxes[0])
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = next((n for n, box in enumerate(self.boxes) if box.hasFocus()), None)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: self._columns,
            Qt.Key.Key_Up: -self._columns,
        }
        key = Qt.Key(event.key())
        if at is None or held:
            super().keyPressEvent(event)
        elif key in steps:
            self._go(at + steps[key])
        elif key in {Qt.Key.Key_J, Qt.Key.Key_N}:
            answer = Tick.YES if key == Qt.Key.Key_J else Tick.NO
            self.boxes[at].turn(answer if answer in self._words else Tick.NONE)
            self._go(at + 1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._fit()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        widest = max((box.sizeHint().width() for box in self.boxes), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def _go(self, at: int) -> None:
        if 0 <= at < len(self.boxes):
            for box in self.boxes:  # Tab comes back to where one was
                box.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.boxes[at].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setFocusProxy(self.boxes[at])
            self.boxes[at].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fit(self) -> None:
        if not self.boxes:
            return
        gap = self._grid.horizontalSpacing()
        widest = max(box.sizeHint().width() for box in self.boxes)
        columns = max(1, min(len(self.boxes), (self.width() + gap) // (widest + gap)))
        if columns == self._columns:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for number, box in enumerate(self.boxes):
            self._grid.addWidget(box, number // columns, number % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)


class Ticks(Labelled):
    """A labelled grid of boxes; hidden while it has none.  `changed` when one is turned."""

    changed = Signal()

    def __init__(
        self,
        label: str,
        words: Mapping[Tick, str],
        *,
        help: str = "",
        keys: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.grid = TickGrid(words)
        super().__init__(label, self.grid, help=help, keys=keys, parent=parent)
        self.grid.turned.connect(self._on_turned)

    @property
    def ticked(self) -> dict[str, Tick]:
        """The boxes that are not empty, in their order."""
        return {box.option.value: box.tick for box in self.grid.boxes if box.tick is not Tick.NONE}

    def show_ticks(self, ticked: Mapping[str, Tick]) -> None:
        for box in self.grid.boxes:
            box.show_tick(ticked.get(box.option.value, Tick.NONE))

    def set_options(self, options: Sequence[Option]) -> None:
        self.grid.set_options(options)

    def take_focus(self) -> None:
        self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_turned(self) -> None:
        self.clear_error()
        self.changed.emit()
