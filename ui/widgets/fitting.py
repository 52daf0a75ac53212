"""Small controls side by side: in one row where there is room, else in two columns or one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.theme.space import spaced

CHANGES = {QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.StyleChange}


class Fitting(QWidget):
    """Never asks for more width than the widest of them; more lines come beneath."""

    def __init__(self, parts: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        self._grid = spaced(QGridLayout(self), gap="xs")
        self._columns = 0
        self._arrange(2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._widths), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() in CHANGES:
            wanted = (len(self._parts), 2)
            self._arrange(next((n for n in wanted if self._needed(n) <= self.width()), 1))
        return super().event(event)

    def _needed(self, columns: int) -> int:
        gap, widths = self._grid.horizontalSpacing(), self._widths
        return sum(max(widths[n::columns]) + gap for n in range(columns)) - gap

    @property
    def _widths(self) -> list[int]:
        return [part.minimumSizeHint().width() for part in self._parts]

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for number, part in enumerate(self._parts):
            self._grid.addWidget(part, number // columns, number % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self._grid.activate()
