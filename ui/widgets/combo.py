"""A list to choose from by typing any part of a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from ui.icons import pixmap, screen_ratio
from ui.theme.look import colour, current
from ui.widgets.labelled import Labelled


@dataclass(frozen=True, slots=True)
class Option:
    """One entry: `value` is what it means to the program, `text` what the operator reads."""

    value: str
    text: str


class TypeAheadBox(QComboBox):
    """A combo box that filters while one types and never keeps what is no entry.

    `unknown` carries what was typed and is taken away again.
    """

    unknown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self.line.editingFinished.connect(self._settle)
        self.currentIndexChanged.connect(lambda _: self._show_beginning())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; a value changed in passing is a wrong value."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is typed at once replaces what stands there, however one came here."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.line.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._settle()
        self._show_beginning()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        metrics = current().metrics
        role = "muted" if self.isEnabled() else "disabled"
        drawn = pixmap("chevron-down", colour(role), metrics.icon, screen_ratio())
        x = self.width() - metrics.icon - metrics.padding * 2 // 3
        QPainter(self).drawPixmap(x, (self.height() - metrics.icon) // 2, drawn)

    def _show_beginning(self) -> None:
        """Of a text that is wider than the field the beginning is read, unless one writes there."""
        if not self.line.hasFocus():
            self.line.setCursorPosition(0)

    def _settle(self) -> None:
        """Keep the entry that was written, whole or in part; else go back to the one before.

        Of several the first in the list is meant: it is the one that stands uppermost.
        """
        typed = self.line.text().strip().casefold()
        names = [self.itemText(at).casefold() for at in range(self.count())]
        meant = [at for at, name in enumerate(names) if name == typed]
        if typed and not meant:
            meant = [at for at, name in enumerate(names) if typed in name]
        if not meant:
            self.line.setText(self.itemText(self.currentIndex()))
            if typed:
                self.unknown.emit(typed)
        elif meant[0] != self.currentIndex():
            self.setCurrentIndex(meant[0])
            self.activated.emit(meant[0])
        else:
            self.line.setText(self.itemText(meant[0]))


class Combo(Labelled):
    """A labelled type-ahead list; `chosen` carries the value when the operator chooses."""

    chosen = Signal(str)

    def __init__(
        self,
        label: str,
        options: Sequence[Option] = (),
        *,
        help: str = "",
        keys: str = "",
        placeholder: str = "",
        box: TypeAheadBox | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.box = box or TypeAheadBox()
        super().__init__(label, self.box, help=help, keys=keys, parent=parent)
        self.box.line.setPlaceholderText(placeholder)
        self.box.line.setAccessibleName(label)
        self.box.view().setAccessibleName(label)
        self.set_options(options)
        self.box.activated.connect(self._on_activated)
        self.box.unknown.connect(self._on_unknown)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these; the chosen one stays if it is still among them."""
        kept = self.value
        self.box.clear()
        for option in options:
            self.box.addItem(option.text, option.value)
        self.choose(kept)

    @property
    def value(self) -> str | None:
        found = self.box.currentData()
        return found if isinstance(found, str) else None

    def choose(self, value: str | None) -> None:
        self.box.setCurrentIndex(-1 if value is None else self.box.findData(value))

    def take(self, value: str) -> None:
        """Choose as the operator would, so that it is told."""
        at = self.box.findData(value)
        if at >= 0:
            self.box.setCurrentIndex(at)
            self._on_activated(at)

    def _on_unknown(self, typed: str) -> None:
        self.show_error(self.tr("Inget i listan innehåller ”{typed}”.").format(typed=typed))

    def _on_activated(self, at: int) -> None:
        self.clear_error()
        value = self.box.itemData(at)
        if isinstance(value, str):
            self.chosen.emit(value)
