"""A note and what is not typed into it: an alarm's words, and the call that gets no note."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QTextCursor

from kundcenter.domain.alarms import EMERGENCY_OUTCOME
from kundcenter.domain.drafts import Unsaved
from kundcenter.domain.journal import Note
from ui.panels.note_form import NoteForm


def add_alarm(form: NoteForm, words: str) -> None:
    """Put the words after what is written; caret and undo stay.  Said once, they stand once."""
    edit = form.advice.edit
    if words in form.advice.text():
        return
    end = QTextCursor(edit.document())
    end.movePosition(QTextCursor.MoveOperation.End)
    lead = "\n" if form.advice.text().strip() else ""
    end.insertText(f"{lead}{words}\n")  # what is written next begins a line of its own
    if not form.outcome.value:
        form.outcome.choose(EMERGENCY_OUTCOME)


def holds_alarm(form: NoteForm, unkept: Unsaved | None, words: str) -> bool:
    """Whether the words stand in the note, or beside it."""
    beside = unkept.beside if unkept is not None else None
    return words in form.advice.text() or (beside is not None and words in beside.advice)


def only_outcome(note: Note, begun: Note) -> bool:
    """Whether nothing but an outcome has been chosen since the note was begun."""
    return replace(note, outcome=begun.outcome, unit_id=begun.unit_id) == begun
