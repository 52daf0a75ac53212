"""Many buttons, each as wide as its words, in as many lines as they need."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.space import spaced
from ui.widgets.buttons import Button
from ui.widgets.fitting import CHANGES


class ButtonLines(QWidget):
    """Where more than `most` lines would be needed the key caps go; the tool tip tells the key."""

    def __init__(
        self, buttons: Sequence[Button], *, most: int = 2, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._buttons, self._most = tuple(buttons), most
        self._shown: tuple[Button, ...] = ()
        self._lines: tuple[tuple[Button, ...], ...] = ()
        self._column = spaced(QVBoxLayout(self), gap="s")
        for button in self._buttons:
            button.setParent(self)
            button.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_only(self, shown: Collection[Button]) -> None:
        """Show these, in the order in which all of them are."""
        self._shown = tuple(button for button in self._buttons if button in shown)
        for button in self._buttons:
            button.setVisible(button in self._shown)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        widest = max((each.width_without_keys() for each in self._shown), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() in CHANGES:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        with_keys = self._broken(keys=True)
        lines = with_keys if len(with_keys) <= self._most else self._broken(keys=False)
        for button in self._shown:
            button.show_keys(lines is with_keys)
        self._arrange(lines)

    def _broken(self, *, keys: bool) -> tuple[tuple[Button, ...], ...]:
        """The buttons in lines that fit."""
        lines: list[list[Button]] = []
        left, gap = 0, self._column.spacing()
        for button in self._shown:
            width = button.width_with_keys() if keys else button.width_without_keys()
            if not lines or width > left:
                lines.append([])
                left = self.width()
            lines[-1].append(button)
            left -= width + gap
        return tuple(map(tuple, lines))

    def _arrange(self, lines: tuple[tuple[Button, ...], ...]) -> None:
        if lines == self._lines:
            return
        self._lines = lines
        while (item := self._column.takeAt(0)) is not None:
            row = item.layout()
            while row is not None and row.takeAt(0) is not None:
                pass
        for line in lines:
            row = spaced(QHBoxLayout(), gap="s")
            for button in line:
                row.addWidget(button)
            row.addStretch()
            self._column.addLayout(row)
        self.updateGeometry()
