"""A few values under one another that are added, changed and removed: part of a larger form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.records import Column, RecordModel
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

LINES = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A value in its place."""

    place: int
    value: Any


class Rows(QWidget):
    """`asked` for a new one carries None, for a change the place; `changed` when they differ."""

    asked = Signal(object)
    changed = Signal()

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Line]],
        *,
        empty: str,
        add: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values: list[Any] = []
        self.model = RecordModel[Line](columns, key=lambda line: line.place, parent=self)
        self.table = RecordTable(name, self.model, empty=EmptyState(empty))
        self.table.setFixedHeight(round((LINES + 1) * current().metrics.row))
        self.add = Button(add, ButtonKind.QUIET, icon="plus")
        self.change = Button(
            self.tr("Ändra"),
            ButtonKind.QUIET,
            icon="pen",
            name=self.tr("Ändra i {list}").format(list=name),
        )
        self.remove = Button(
            self.tr("Ta bort"),
            ButtonKind.QUIET,
            icon="trash",
            name=self.tr("Ta bort ur {list}").format(list=name),
        )
        self.add.clicked.connect(lambda: self.asked.emit(None))
        self.change.clicked.connect(self._ask)
        self.remove.clicked.connect(self._remove)
        self.table.opened.connect(lambda _: self._ask())
        self.table.chosen.connect(lambda _: self._show_acts())
        erase = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table, self.remove.click)
        erase.setContext(Qt.ShortcutContext.WidgetShortcut)
        head = spaced(QHBoxLayout(), gap="s")
        head.addWidget(Text(name, Type.STRONG), 1)
        for button in (self.add, self.change, self.remove):
            head.addWidget(button)
        column = spaced(QVBoxLayout(self), gap="xs")
        column.addLayout(head)
        column.addWidget(self.table)
        self._show_acts()

    @property
    def values(self) -> tuple[Any, ...]:
        """From the top."""
        return tuple(self._values)

    def set_values(self, values: Sequence[Any]) -> None:
        self._values = list(values)
        self._show()

    def put(self, place: int | None, value: Any) -> None:
        """A value in a place, or a new one beneath."""
        if place is None:
            self._values.append(value)
        else:
            self._values[place] = value
        self._show()
        self.table.choose(len(self._values) - 1 if place is None else place)
        self.changed.emit()

    def _ask(self) -> None:
        if self.table.current is not None:
            self.asked.emit(self.table.current.place)

    def _remove(self) -> None:
        if self.table.current is not None:
            del self._values[self.table.current.place]
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        self.model.replace([Line(place, value) for place, value in enumerate(self._values)])
        self._show_acts()

    def _show_acts(self) -> None:
        for button in (self.change, self.remove):
            button.setEnabled(self.table.current is not None)
