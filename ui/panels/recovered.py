"""Text that was never saved, beside a note that was saved after it: nothing is written over."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.journal import Note
from ui.actions import Action
from ui.theme.colours import ToneName
from ui.theme.space import spaced
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.text import Text

TEXTS = (
    "history",
    "background",
    "assessment",
    "advice",
    "call_back_if",
    "patient_view_text",
    "deviation_reason",
)


class RecoveredText(QWidget):
    """`inserting` when the text is wanted in the note, `dropping` when it is not."""

    inserting = Signal()
    dropping = Signal()

    def __init__(self, note: Note, saved: Note, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = note
        self.lost = lost_texts(note, saved)
        sentence = self.tr("Återställd text, inte sparad. Anteckningen har en nyare version.")
        column = spaced(QVBoxLayout(self), ("l", "m"), "s")
        column.addWidget(Banner(sentence, ToneName.WARNING, icon="undo", wrap=True))
        for text in self.lost.values():
            words = Text(text, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(words)
        row = spaced(QHBoxLayout(), gap="s")
        insert = Button(self.tr("Infoga i anteckningen"), icon="plus")
        drop = Button(self.tr("Ta bort den återställda texten"), ButtonKind.QUIET, icon="trash")
        insert.clicked.connect(self.inserting)
        insert.answer_to(Action.INSERT_RECOVERED, cap=True)
        drop.answer_to(Action.DROP_RECOVERED)
        drop.clicked.connect(self.dropping)
        row.addWidget(insert)
        row.addWidget(drop)
        row.addStretch()
        column.addLayout(row)


class RecoveredSlot(QWidget):
    """Where such a text stands while the operator has not decided about it.

    `inserting` carries the texts by the names of the fields; `changed` when one came or went.
    """

    inserting = Signal(object)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: RecoveredText | None = None
        self._column = spaced(QVBoxLayout(self), gap="none")
        self.hide()

    @property
    def note(self) -> Note | None:
        """The note it is from, if any."""
        return self._shown.note if self._shown is not None else None

    def offer(self, note: Note, saved: Note) -> None:
        """Show what `note` has and `saved` has not; what is shown already stays."""
        if self._shown is None and lost_texts(note, saved):
            self._shown = RecoveredText(note, saved)
            self._shown.inserting.connect(self._on_inserting)
            self._shown.dropping.connect(self.drop)
            self._column.addWidget(self._shown)
            self.show()

    def drop(self) -> None:
        """It is decided."""
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None
            self.hide()
            self.changed.emit()

    def _on_inserting(self) -> None:
        if self._shown is not None:
            self.inserting.emit(self._shown.lost)


def lost_texts(note: Note, saved: Note) -> dict[str, str]:
    """The free texts of `note` that `saved` does not hold, by the names of the fields."""
    return {
        name: getattr(note, name)
        for name in TEXTS
        if getattr(note, name).strip() and getattr(note, name).strip() not in getattr(saved, name)
    }


def with_texts(note: Note, lost: dict[str, str]) -> dict[str, str]:
    """The texts of the note with what was lost after them, by the names of the fields."""
    names = {each.name for each in fields(note)}
    return {
        name: "\n".join(filter(None, (getattr(note, name).rstrip(), text)))
        for name, text in lost.items()
        if name in names
    }
