"""A list that is searched by typing: the letters go to the field, the arrows to the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.records import RecordModel
from ui.theme.space import spaced
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.table import RecordTable

_MOVES = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class Finder(QWidget):
    """`typed` carries what is searched for; the first of what is shown is always chosen."""

    typed = Signal(str)
    opened = Signal(object)  # the record of a double click; Enter belongs to the dialog around

    def __init__(
        self,
        label: str,
        model: RecordModel[Any],
        *,
        list_name: str,
        placeholder: str = "",
        empty: EmptyState | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.field = Field(label, placeholder=placeholder, longest=120)
        self.table = RecordTable(list_name, model, empty=empty)
        column = spaced(QVBoxLayout(self), gap="m")
        column.addWidget(self.field)
        column.addWidget(self.table, 1)
        self.field.changed.connect(self.typed)
        self.field.edit.installEventFilter(self)
        self.table.opened.connect(self.opened)
        self.setFocusProxy(self.field)

    def show_records(self, records: Sequence[object], *, keep: bool = False) -> None:
        """Show these.  With `keep` a choice that was made by hand stays, if it is still there."""
        moved = keep and self.table.currentIndex().row() > 0
        self._model.replace(records)
        if records and not (moved and self.table.currentIndex().isValid()):
            self.table.selectRow(0)
            self.table.scrollToTop()

    @property
    def records(self) -> tuple[Any, ...]:
        """What is shown, from the top."""
        return self._model.records

    @property
    def current(self) -> Any | None:
        return self.table.current

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress:
            key = cast("QKeyEvent", event).key()
            if key in _MOVES:
                QApplication.sendEvent(self.table, event)
                return True
        return False


def matching(records: Sequence[Any], text: str, words: Callable[[Any], str]) -> list[Any]:
    """Those whose words have every word of the text; those that begin with it first."""
    parts = text.casefold().split()
    if not parts:
        return list(records)
    told = [(words(record).casefold(), record) for record in records]
    found = [pair for pair in told if all(part in pair[0] for part in parts)]
    found.sort(key=lambda pair: _rank(pair[0], parts[0]))
    return [record for _, record in found]


def _rank(words: str, first: str) -> int:
    if words.startswith(first):
        return 0
    return 1 if f" {first}" in words else 2
