"""Text that was never saved, beside a note that was saved after it: nothing is written over."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.domain.journal import Note
from ui.panels.note_form import NoteForm
from ui.theme.space import spaced
from ui.widgets.field import Field
from ui.widgets.recovered_text import RecoveredText
from ui.widgets.text_area import TextArea

TEXTS = (
    "history",
    "background",
    "assessment",
    "advice",
    "call_back_if",
    "patient_view_text",
    "deviation_reason",
)


class RecoveredSlot(QWidget):
    """Where such a text stands while the operator has not decided about it.

    `inserting` carries the texts by the names of the fields; `changed` when one came or went.
    """

    inserting = Signal(object)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: RecoveredText | None = None
        self._note: Note | None = None
        self._column = spaced(QVBoxLayout(self), gap="none")
        self.hide()

    @property
    def note(self) -> Note | None:
        """The note it is from, if any."""
        return self._note

    def offer(self, note: Note, saved: Note, sentence: str = "") -> None:
        """Show what `note` has and `saved` has not; what is shown already stays."""
        if self._shown is None and (lost := lost_texts(note, saved)):
            newer = self.tr("Återställd text, inte sparad. Anteckningen har en nyare version.")
            self._note = note
            self._shown = RecoveredText(lost, sentence or newer)
            self._shown.inserting.connect(self._on_inserting)
            self._shown.dropping.connect(self.drop)
            self._column.addWidget(self._shown)
            self.show()

    def drop(self) -> None:
        """It is decided."""
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = self._note = None
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


def write_texts(form: NoteForm, lost: dict[str, str]) -> None:
    """Write what was lost into the form, after what stands there."""
    for name, text in with_texts(form.note, lost).items():
        field = form.fields[name]
        assert isinstance(field, TextArea | Field)
        field.set_text(text)


def with_lost(note: Note, other: Note) -> Note:
    """The note with those free texts of the other after its own that it does not hold."""
    held: dict[str, Any] = dict(with_texts(note, lost_texts(other, note)))
    return replace(note, **held)


def with_texts(note: Note, lost: dict[str, str]) -> dict[str, str]:
    """The texts of the note with what was lost after them, by the names of the fields."""
    names = {each.name for each in fields(note)}
    return {
        name: "\n".join(filter(None, (getattr(note, name).rstrip(), text)))
        for name, text in lost.items()
        if name in names
    }
