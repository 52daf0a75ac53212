"""One number with what it is, what it is measured against, and how it stands; and rows of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.badges import Badge
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.tips import plain_tip
from ui.widgets.chip import Chip
from ui.widgets.speech import named
from ui.widgets.text import Text, repolish

NARROWEST = 150  # pixels of a tile at ordinary text size
_TOP = Qt.AlignmentFlag.AlignTop


class Tile(QFrame):
    """`title` stays; the number, the note beneath and the mark change.

    What it says is its accessible name: it is read as one sentence.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._told = title, ""
        column = spaced(QVBoxLayout(self), ("m", "s"), "xs")
        column.addWidget(Text(title, Type.SMALL, role="muted", wrap=True), 0, _TOP)
        self._value = Text("–", Type.DISPLAY, figures=True)
        column.addWidget(self._value)
        self._note = Text("", Type.SMALL, role="muted", wrap=True)
        column.addWidget(self._note)
        column.addStretch(1)
        self._chip = Chip(Badge(title))
        self._more = spaced(QVBoxLayout(), gap="xs")
        column.addLayout(self._more)
        foot = spaced(QHBoxLayout(), gap="none")
        foot.addWidget(self._chip)
        foot.addStretch(1)
        column.addLayout(foot)
        self._chip.hide()
        self._note.hide()
        named(self, title)

    def explain(self, sentence: str) -> None:
        """How the number is made: its tip, and what a screen reader adds."""
        self._told = sentence
        self.setToolTip(plain_tip(sentence))
        named(self, self.words, sentence)

    def add(self, part: QWidget) -> None:
        """Something drawn under the note, which says no more than the words do."""
        self._more.addWidget(part)

    @property
    def words(self) -> str:
        """All that it says."""
        badge = "" if self._chip.isHidden() else self._chip.badge.text
        told = (self._value.text(), self._note.text(), badge)
        return f"{self._title}: {', '.join(part for part in told if part)}"

    @property
    def value(self) -> str:
        return self._value.text()

    def show_value(self, value: str, note: str = "", badge: Badge | None = None) -> None:
        """Another number; without a badge nothing is said of how it stands."""
        self._value.setText(value)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        if badge is not None:
            self._chip.show_badge(badge)
        self._chip.setVisible(badge is not None)
        tone = badge.tone.value if badge is not None else ""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            repolish(self)
        named(self, self.words, self._told)


class Tiles(QWidget):
    """Tiles side by side, all of one width, in as many rows as their words need."""

    def __init__(self, tiles: Sequence[Tile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = tuple(tiles)
        self._grid = spaced(QGridLayout(self), gap="m")
        self._columns = 0
        self._arrange(len(self._tiles))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._narrowest(), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._fit()
        return super().event(event)

    def _shown(self) -> list[Tile]:
        return [tile for tile in self._tiles if not tile.isHidden()]

    def _narrowest(self) -> int:
        least = round(NARROWEST * current().metrics.scale)
        return max([least, *(tile.minimumSizeHint().width() for tile in self._shown())])

    def _fit(self) -> None:
        shown = len(self._shown())
        if not shown:
            return
        gap = self._grid.horizontalSpacing()
        fitting = max(1, (self.width() + gap) // (self._narrowest() + gap))
        rows = -(-shown // min(fitting, shown))
        self._arrange(-(-shown // rows))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for number, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, number // columns, number % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self.updateGeometry()
