"""Boxes to tick, each with a key of its own; any number of them may be ticked."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from ui.theme.space import spaced
from ui.widgets.check import Check
from ui.widgets.key_hint import KeyHint
from ui.widgets.labelled import Labelled
from ui.widgets.speech import named

CHANGES = {QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.StyleChange}


class Boxes(QWidget):
    """Those that are shown, in as many columns of the same width as fit."""

    def __init__(self, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self._parts = self._shown = tuple(parts)
        self._grid = spaced(QGridLayout(self), gap="s")
        self._columns = 0
        for part in parts:
            part.setParent(self)
        self._arrange(2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_only(self, shown: Collection[QWidget]) -> None:
        """Show these, in the order in which all of them are."""
        wanted = tuple(part for part in self._parts if part in shown)
        if wanted != self._shown:
            self._shown, self._columns = wanted, 0
            self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() in CHANGES:
            self._fit()
        return super().event(event)

    @property
    def _widest(self) -> int:
        return max((part.minimumSizeHint().width() for part in self._shown), default=0)

    def _fit(self) -> None:
        gap = self._grid.horizontalSpacing()
        columns = max(1, (self.width() + gap) // max(1, self._widest + gap))
        self._arrange(min(columns, max(1, len(self._shown))))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for part in self._parts:
            self._grid.removeWidget(part)
            part.setVisible(part in self._shown)
        for number, part in enumerate(self._shown):
            self._grid.addWidget(part, number // columns, number % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)


class TickRow(Labelled):
    """`changed` when the operator ticks.  A box is (value, words, key)."""

    changed = Signal()

    def __init__(
        self,
        label: str,
        boxes: Sequence[tuple[str, str, str]],
        *,
        help: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._by_key = {key.casefold(): value for value, _, key in boxes}
        self.boxes: dict[str, Check] = {}
        self._parts = {value: self._made(value, words, key) for value, words, key in boxes}
        self._shown = frozenset(self._parts)
        self._row = Boxes(tuple(self._parts.values()))
        super().__init__(label, self._row, help=help, parent=parent)

    @property
    def values(self) -> tuple[str, ...]:
        """What is ticked, in the order of the boxes."""
        return tuple(value for value, box in self.boxes.items() if box.isChecked())

    def show_only(self, values: Collection[str]) -> None:
        """Offer these alone."""
        self._shown = frozenset(values)
        self._row.show_only([part for value, part in self._parts.items() if value in values])

    def strike(self, key: str) -> bool:
        """Tick or untick the box with the key; whether there is one."""
        value = self._by_key.get(key.casefold())
        if value is None or value not in self._shown or not self.isVisible():
            return False
        self.boxes[value].click()
        return True

    def clear(self) -> None:
        """Untick all, without a signal."""
        for box in self.boxes.values():
            held = box.blockSignals(True)
            box.setChecked(False)
            box.blockSignals(held)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if held or not self.strike(event.text()):
            super().keyPressEvent(event)

    def _made(self, value: str, words: str, key: str) -> QWidget:
        box = self.boxes[value] = Check(words)
        named(box, words, key.upper())
        box.toggled.connect(lambda _: self._on_ticked())
        part = QWidget()
        across = spaced(QHBoxLayout(part), gap="xs")
        across.addWidget(box)
        across.addWidget(KeyHint(key.upper(), part))
        across.addStretch()
        return part

    def _on_ticked(self) -> None:
        self.clear_error()
        self.changed.emit()
