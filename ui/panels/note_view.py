"""A signed note, to be read: the same order as it was written in, without the fields."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.domain.journal import Note, Relation
from kundcenter.domain.triage import CodeSet
from ui.badges import urgency_badge
from ui.labels import label
from ui.theme.metrics import Type
from ui.theme.space import emptied, spaced
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.text import Text


class NoteView(QWidget):
    """Shows what was filled in; what was left empty has no line."""

    def __init__(self, codes: CodeSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes = codes
        self._card = Card(self.tr("Anteckning"), icon="note")
        column = spaced(QVBoxLayout(self), gap="none")
        column.addWidget(self._card)
        column.addStretch(1)

    def show_note(self, note: Note, unit: str) -> None:
        """`unit` is the name of the unit the note guides to, empty when there is none."""
        emptied(self._card.body)
        told_by = label(note.informant)
        if note.informant is not Relation.SELF and note.informant_name:
            told_by = f"{told_by}: {note.informant_name}"
        reasons = {reason.code: reason.label for reason in self._codes.reasons}
        outcomes = {outcome.code: outcome.label for outcome in self._codes.outcomes}
        urgencies = {urgency.code: urgency.label for urgency in self._codes.urgencies}
        outcome = outcomes.get(note.outcome, note.outcome)
        self._add(self.tr("Kontaktorsak"), reasons.get(note.reason, note.reason))
        self._add(self.tr("Uppgiftslämnare"), told_by)
        self._add(self.tr("Symtom och anamnes"), note.history)
        self._add(self.tr("Bakgrund"), note.background)
        self._add(self.tr("Bedömning"), note.assessment)
        if note.urgency in urgencies:
            mark = Chip(urgency_badge(note.urgency, urgencies[note.urgency]))
            self._put(self.tr("Hur bråttom"), mark)
        self._add(self.tr("Hänvisning"), ", ".join(part for part in (outcome, unit) if part))
        self._add(self.tr("Råd och information"), note.advice)

    def _add(self, name: str, text: str) -> None:
        if text.strip():
            words = Text(text, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._put(name, words)

    def _put(self, name: str, content: QWidget) -> None:
        lines = spaced(QVBoxLayout(), gap="xs")
        lines.addWidget(Text(name, Type.SMALL, role="muted"))
        lines.addWidget(content, 0, Qt.AlignmentFlag(0))
        held = QWidget()
        held.setLayout(lines)
        self._card.body.addWidget(held)
