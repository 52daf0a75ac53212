"""The head of a page: what it is to the left, what one can do there to the right or beneath."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from ui.theme.space import spaced
from ui.widgets.buttons import Button
from ui.widgets.fitting import CHANGES


class Head(QWidget):
    """Buttons and words are never cut: where it is narrow the key caps go first, then the line
    breaks.  The tool tip tells a key whose cap has gone."""

    def __init__(
        self, lead: Sequence[QWidget], buttons: Sequence[Button], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        self._lead, self._acts = QWidget(), QWidget()
        words = spaced(QHBoxLayout(self._lead), gap="s")
        for part in lead:
            words.addWidget(part)
        words.addStretch()
        row = spaced(QHBoxLayout(self._acts), gap="s")
        row.addStretch()
        for button in self._buttons:
            row.addWidget(button)
        self._grid = spaced(QGridLayout(self), gap="s")
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._lead, 0, 0)
        self._grid.addWidget(self._acts, 0, 1)
        self._beside = True
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        least = max(self._lead.minimumSizeHint().width(), self._needed(keys=False))
        return QSize(least, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() in CHANGES:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        room, lead = self.width(), self._lead.sizeHint().width() + self._grid.horizontalSpacing()
        self._arrange(beside=lead + self._needed(keys=False) <= room)
        keys = self._needed(keys=True) + (lead if self._beside else 0) <= room
        for button in self._buttons:
            button.show_keys(keys)

    def _needed(self, *, keys: bool) -> int:
        """What the buttons need in one line, with their key caps or without."""
        shown = [button for button in self._buttons if not button.isHidden()]
        widths = [each.width_with_keys() if keys else each.width_without_keys() for each in shown]
        return sum(widths) + self._grid.horizontalSpacing() * max(0, len(shown) - 1)

    def _arrange(self, *, beside: bool) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        self._grid.removeWidget(self._acts)
        if beside:
            self._grid.addWidget(self._acts, 0, 1)
        else:
            self._grid.addWidget(self._acts, 1, 0, 1, 2)
        self._grid.activate()
        self.updateGeometry()
