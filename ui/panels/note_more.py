"""What most notes do without: decision support and a deviation from it, an interpreter."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.domain.journal import Note
from kundcenter.domain.triage import Alternative, CodeSet
from ui.actions import Action
from ui.badges import Badge
from ui.theme.colours import ToneName
from ui.theme.space import spaced
from ui.widgets.beside import Beside
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.combo import Combo, Option
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.text_area import TextArea


def choices(none: str, alternatives: tuple[Alternative, ...]) -> list[Choice]:
    """Alternatives of which none is one too, so that a choice can be taken back by keys."""
    found = [Choice("", Badge(none))]
    for each in alternatives:
        mark = ("warning", ToneName.WARNING) if each.risk else (None, ToneName.NEUTRAL)
        found.append(Choice(each.code, Badge(each.label, mark[1], mark[0])))
    return found


class MoreFields(QWidget):
    """`edited` at each change by the operator.  What follows from a choice appears with it."""

    edited = Signal()

    def __init__(self, codes: CodeSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.support_topic = Field(self.tr("Beslutsstödets ämne"), longest=300, parent=self)
        self.support_version = Field(self.tr("Beslutsstödets version"), longest=300, parent=self)
        self.deviation = ChoiceRow(
            self.tr("Avsteg från beslutsstödet"),
            choices(self.tr("Inget avsteg"), codes.deviations),
            keys=Action.DEVIATION,
            parent=self,
        )
        self.deviation_reason = TextArea(self.tr("Varför avsteg görs"), fewest=1, parent=self)
        self.interpreter_kind = ChoiceRow(
            self.tr("Tolk"),
            choices(self.tr("Ingen tolk"), codes.interpreters),
            parent=self,
        )
        self.interpreter_language = Combo(
            self.tr("Språk som tolkades"),
            [Option(each.code, each.label) for each in codes.languages],
            placeholder=self.tr("Skriv en del av ordet"),
            parent=self,
        )
        column = spaced(QVBoxLayout(self), gap="l")
        column.addWidget(Beside(self.support_topic, self.support_version, parent=self))
        for part in (
            self.deviation,
            self.deviation_reason,
            self.interpreter_kind,
            self.interpreter_language,
        ):
            column.addWidget(part)
        for field in (self.support_topic, self.support_version, self.deviation_reason):
            field.changed.connect(self._on_edited)
        for chosen in (self.deviation, self.interpreter_kind, self.interpreter_language):
            chosen.chosen.connect(self._on_edited)

    @property
    def fields(self) -> tuple[Labelled, ...]:
        return (
            self.support_topic,
            self.support_version,
            self.deviation,
            self.deviation_reason,
            self.interpreter_kind,
            self.interpreter_language,
        )

    def written_into(self, note: Note) -> Note:
        """The note with what stands in these fields."""
        deviation, kind = self.deviation.value or "", self.interpreter_kind.value or ""
        return replace(
            note,
            support_topic=self.support_topic.text(),
            support_version=self.support_version.text(),
            deviation=deviation,
            deviation_reason=self.deviation_reason.text() if deviation else "",
            interpreter_kind=kind,
            interpreter_language=(self.interpreter_language.value or "") if kind else "",
        )

    def show_note(self, note: Note) -> None:
        self.support_topic.set_text(note.support_topic)
        self.support_version.set_text(note.support_version)
        self.deviation.choose(note.deviation)
        self.deviation_reason.set_text(note.deviation_reason)
        self.interpreter_kind.choose(note.interpreter_kind)
        self.interpreter_language.choose(note.interpreter_language or None)
        self._show_what_is_asked()

    def deviate(self, code: str, reason: str) -> None:
        """Show a deviation that was told elsewhere, without a signal."""
        self.deviation.choose(code)
        self.deviation_reason.set_text(reason)
        self.deviation.clear_error()
        self._show_what_is_asked()

    def cite(self, topic: str, version: str) -> None:
        """Show which decision support was looked up, without a signal."""
        self.support_topic.set_text(topic)
        self.support_version.set_text(version)

    def empty(self) -> bool:
        return self.written_into(Note()) == Note()

    def _on_edited(self) -> None:
        self._show_what_is_asked()
        self.edited.emit()

    def _show_what_is_asked(self) -> None:
        self.deviation_reason.setVisible(bool(self.deviation.value))
        self.interpreter_language.setVisible(bool(self.interpreter_kind.value))
