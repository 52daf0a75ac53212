"""The note: what is told, judged and advised, in the order in which it is written down."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from kundcenter.domain.journal import Note, Relation
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.units import Unit
from ui.badges import urgency_badge
from ui.labels import label
from ui.panels.note_view import NoteView
from ui.theme.look import current
from ui.theme.space import spaced
from ui.widgets.beside import Beside
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.combo import Combo, Option
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.text_area import TextArea


class NoteForm(QWidget):
    """Every field of a Note.  `edited` at each change by the operator."""

    edited = Signal()

    def __init__(self, codes: CodeSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes = codes
        self._base = Note()
        self._units: tuple[Unit, ...] = ()
        self.informant = Combo(
            self.tr("Uppgiftslämnare"),
            [Option(relation, label(relation)) for relation in Relation],
        )
        self.informant_name = Field(self.tr("Uppgiftslämnarens namn"), longest=300)
        self.reason = Combo(
            self.tr("Kontaktorsak"),
            [Option(reason.code, reason.label) for reason in codes.reasons],
            keys="F3",
            placeholder=self.tr("Skriv en del av ordet"),
        )
        self.history = TextArea(self.tr("Symtom och anamnes"), keys="F4", fewest=3)
        self.background = TextArea(
            self.tr("Bakgrund"),
            placeholder=self.tr("Sjukdomar, läkemedel, överkänslighet, graviditet"),
            fewest=1,
        )
        self.assessment = TextArea(self.tr("Bedömning"), keys="F7", fewest=2)
        self.urgency = ChoiceRow(
            self.tr("Hur bråttom"),
            [Choice(u.code, urgency_badge(u.code, u.label)) for u in codes.urgencies],
            keys="F8",
        )
        self.outcome = Combo(
            self.tr("Hänvisning"),
            [Option(outcome.code, outcome.label) for outcome in codes.outcomes],
            keys="F9",
            placeholder=self.tr("Skriv en del av ordet"),
        )
        self.unit = Combo(self.tr("Enhet"), placeholder=self.tr("Skriv en del av namnet"))
        self.advice = TextArea(
            self.tr("Råd och information"),
            keys="F10",
            placeholder=self.tr("Råd som gavs, och när den som ringer ska höra av sig igen"),
            fewest=2,
        )
        self._lay_out()
        self._listen()
        self.show_note(Note())

    @property
    def note(self) -> Note:
        """The note as it stands in the fields."""
        unit = self.unit.value
        return replace(
            self._base,
            informant=Relation(self.informant.value or Relation.SELF),
            informant_name=self.informant_name.text() if self._names_informant else "",
            reason=self.reason.value or "",
            history=self.history.text(),
            background=self.background.text(),
            assessment=self.assessment.text(),
            urgency=self.urgency.value or "",
            outcome=self.outcome.value or "",
            unit_id=UUID(unit) if unit and self._needs_unit else None,
            advice=self.advice.text(),
        )

    def show_note(self, note: Note) -> None:
        """Fill the fields in with a note that was saved, or an empty one."""
        self._base = replace(note, codes="")
        self.informant.choose(note.informant)
        self.informant_name.set_text(note.informant_name)
        self.reason.choose(note.reason or None)
        self.history.set_text(note.history)
        self.background.set_text(note.background)
        self.assessment.set_text(note.assessment)
        self.urgency.choose(note.urgency or None)
        self.outcome.choose(note.outcome or None)
        self.unit.choose(str(note.unit_id) if note.unit_id else None)
        self.advice.set_text(note.advice)
        self._show_what_is_asked()

    def show_units(self, units: tuple[Unit, ...]) -> None:
        """The units that callers can be guided to."""
        self._units = units
        chosen = self._base.unit_id
        self.unit.set_options([Option(str(unit.id), _named(unit)) for unit in units])
        if chosen and self.unit.value is None:
            self.unit.choose(str(chosen))

    @property
    def unit_name(self) -> str:
        """The unit that the note guides to, as the list names it; empty when there is none."""
        chosen = self.note.unit_id
        return next((_named(unit) for unit in self._units if unit.id == chosen), "")

    def show_missing(self, missing: tuple[str, ...], sentence: str) -> None:
        """Put a sentence under each field that is missing, and go to the first."""
        for name in reversed(missing):
            field = self._field(name)
            field.show_error(sentence)
            _focus(field)

    def clear_errors(self) -> None:
        for field in self._fields():
            field.clear_error()

    def _fields(self) -> tuple[Labelled, ...]:
        return (
            self.informant,
            self.informant_name,
            self.reason,
            self.history,
            self.background,
            self.assessment,
            self.urgency,
            self.outcome,
            self.unit,
            self.advice,
        )

    def _field(self, name: str) -> Labelled:
        field = self.unit if name == "unit_id" else getattr(self, name)
        assert isinstance(field, Labelled)
        return field

    @property
    def _names_informant(self) -> bool:
        return self.informant.value not in (None, Relation.SELF)

    @property
    def _needs_unit(self) -> bool:
        code = self.outcome.value
        return bool(code) and self._codes.outcome(str(code)).unit_required

    def _lay_out(self) -> None:
        column = spaced(QVBoxLayout(self), gap="l")
        column.addWidget(Beside(self.reason, self.informant))
        column.addWidget(self.informant_name)
        column.addWidget(self.history)
        column.addWidget(self.background)
        column.addWidget(self.assessment)
        column.addWidget(self.urgency)
        column.addWidget(Beside(self.outcome, self.unit))
        column.addWidget(self.advice)
        column.addStretch()

    def _listen(self) -> None:
        for combo in (self.informant, self.reason, self.outcome, self.unit):
            combo.chosen.connect(self._on_edited)
        for area in (self.history, self.background, self.assessment, self.advice):
            area.changed.connect(self._on_edited)
        self.informant_name.changed.connect(self._on_edited)
        self.urgency.chosen.connect(self._on_edited)

    def _on_edited(self) -> None:
        self._show_what_is_asked()
        self.edited.emit()

    def _show_what_is_asked(self) -> None:
        self.informant_name.setVisible(self._names_informant)
        self.unit.setVisible(self._needs_unit)


def _named(unit: Unit) -> str:
    return f"{unit.name}, {unit.municipality}"


def _focus(field: Labelled) -> None:
    if isinstance(field, ChoiceRow):
        field.take_focus()
    else:
        field.setFocus()


class NotePanel(QScrollArea):
    """The form, scrolling by itself; in its place the note to be read when it is signed."""

    def __init__(self, codes: CodeSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = NoteForm(codes)
        self._view = NoteView(codes)
        self._view.hide()
        self._inside = QWidget()
        column = spaced(QVBoxLayout(self._inside), "l")
        column.addWidget(self.form)
        column.addWidget(self._view)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Anteckning"))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        self.form.edited.connect(self._show_caret)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A field that is gone to by its key is in sight: nobody writes where nothing is seen."""
        if now is not None and self.form.isAncestorOf(now):
            # Not ensureWidgetVisible: of a text it shows the caret and no more.
            middle = now.mapTo(self._inside, now.rect().center())
            around = now.height() // 2 + current().metrics.space("xl")
            self.ensureVisible(middle.x(), middle.y(), 0, around)
            self._show_caret()

    def _show_caret(self) -> None:
        edit, inside = self.focusWidget(), self.widget()
        if isinstance(edit, QTextEdit) and inside is not None:
            line = edit.cursorRect()
            at = edit.viewport().mapTo(inside, line.bottomLeft())
            self.ensureVisible(at.x(), at.y(), 0, 2 * line.height())

    def set_locked(self, locked: bool) -> None:
        """A signed note is read, not written in."""
        if locked:
            self._view.show_note(self.form.note, self.form.unit_name)
        if locked == self.form.isHidden():
            return
        had_focus = self.form.isAncestorOf(self.focusWidget())
        self.form.setHidden(locked)
        self.form.setEnabled(not locked)  # a hidden field would still take the focus, and keys
        self._view.setVisible(locked)
        if had_focus:
            self.setFocus()
