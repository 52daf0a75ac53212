"""A list to choose from that is too long to be shown: only what is found stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from ui.widgets.combo import Combo, Option, TypeAheadBox

MOST = 25  # entries at once: who does not see theirs types a letter more
_STEPS = {Qt.Key.Key_Up, Qt.Key.Key_Down}


class OptionSource(Protocol):
    """Where the entries are found."""

    def find(self, text: str) -> Sequence[Option]:
        """At most `MOST`, the likeliest first; for no text those one may want anyway."""
        ...

    def option(self, value: str) -> Option | None:
        """The entry of a value; None when there is none."""
        ...


class NoOptions:
    """Nothing is known yet."""

    def find(self, text: str) -> Sequence[Option]:
        return ()

    def option(self, value: str) -> Option | None:
        return None


class FoundBox(TypeAheadBox):
    """Holds what was chosen and what is found for the letters, however many there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source: OptionSource = NoOptions()
        self.kept: Option | None = None
        # What is found stands there already; a typing error is found too, which Qt would not.
        completer = self.completer()
        assert completer is not None
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.line.textEdited.connect(self._on_typed)
        self.activated.connect(self._on_taken)

    def keep(self, option: Option | None) -> None:
        """Show this as chosen, without a signal."""
        self.kept = option
        self._fill(() if option is None else (option,))
        self.setCurrentIndex(-1 if option is None else 0)
        self.line.setText("" if option is None else option.text)
        self._show_beginning()

    def take(self, option: Option) -> None:
        """Choose it as the operator would."""
        self._fill((option,))
        self.setCurrentIndex(0)
        self.activated.emit(0)

    def showPopup(self) -> None:
        """Opened without a letter it has what one may want anyway."""
        shown = self.kept
        found = [each for each in self.source.find("") if each != shown]
        self._fill([*([shown] if shown else []), *found][:MOST])
        self.setCurrentIndex(0 if shown else -1)
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows would choose the next entry of whatever was found last."""
        if event.key() in _STEPS and not self.view().isVisible():
            self.showPopup()
            return
        super().keyPressEvent(event)

    def _fill(self, options: Sequence[Option]) -> None:
        written, at = self.line.text(), self.line.cursorPosition()
        with QSignalBlocker(self):
            self.clear()
            for option in options:
                self.addItem(option.text, option.value)
            self.setCurrentIndex(-1)
        self.line.setText(written)
        self.line.setCursorPosition(at)

    def _on_typed(self, text: str) -> None:
        self._fill(self.source.find(text) if text.strip() else ())

    def _on_taken(self, at: int) -> None:
        value = self.itemData(at)
        if isinstance(value, str):
            self.kept = Option(value, self.itemText(at))

    def _settle(self) -> None:
        """Keep what was found first, as it stood uppermost; else go back to the one before."""
        typed = self.line.text().strip()
        if self.kept is not None and typed.casefold() in {"", self.kept.text.casefold()}:
            self.line.setText(self.kept.text)
            return
        found = self.source.find(typed) if typed else ()
        same = [each for each in found if each.text.casefold() == typed.casefold()]
        if meant := (same or list(found))[:1]:
            self.take(meant[0])
            return
        self.line.setText(self.kept.text if self.kept else "")
        if typed:
            self.unknown.emit(typed)


class FoundCombo(Combo):
    """A labelled box of this kind; `chosen` carries the value when the operator chooses."""

    box: FoundBox

    def __init__(
        self,
        label: str,
        *,
        help: str = "",
        keys: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            label, help=help, keys=keys, placeholder=placeholder, box=FoundBox(), parent=parent
        )

    def find_in(self, source: OptionSource) -> None:
        """Find the entries here from now on; the chosen one stays if it is known here too."""
        kept = self.box.kept
        self.box.source = source
        known = source.option(kept.value) if kept is not None else None
        if known != kept:
            self.box.keep(known)

    @property
    def value(self) -> str | None:
        return self.box.kept.value if self.box.kept is not None else None

    def set_options(self, options: Sequence[Option]) -> None:
        """A short list, found as it stands."""
        self.find_in(Listed(options))

    def choose(self, value: str | None) -> None:
        self.box.keep(None if value is None else self.box.source.option(value))

    def take(self, value: str) -> None:
        option = self.box.source.option(value)
        if option is not None:
            self.box.take(option)


class Listed:
    """A list whose entries have every word that is typed; those that begin with it first."""

    def __init__(self, options: Sequence[Option]) -> None:
        self._by_value = {option.value: option for option in options}
        self._folded = [(option.text.casefold(), option) for option in options]

    def find(self, text: str) -> Sequence[Option]:
        words = text.casefold().split()
        if not words:
            return tuple(option for _, option in self._folded[:MOST])
        met = [pair for pair in self._folded if all(word in pair[0] for word in words)]
        met.sort(key=lambda pair: not pair[0].startswith(words[0]))
        return tuple(option for _, option in met[:MOST])

    def option(self, value: str) -> Option | None:
        return self._by_value.get(value)
