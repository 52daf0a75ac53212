"""What is known of a case, to be changed where it stands; several may do so at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.case_codes import CaseField, CaseKind
from kundcenter.domain.case_fields import checked, lacks
from kundcenter.domain.case_terms import Category
from kundcenter.domain.cases import CaseFacts, FieldEdit
from kundcenter.domain.drafts import FormKind
from ui.actions import Action
from ui.dialogs.case_editors import CategoryCombo, Editor, UnitCombo, editors
from ui.kept_form import Kept
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.space import spaced
from ui.unit_source import DirectoryUnits
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.dialog import Dialog
from ui.widgets.text import Text

Said = Callable[[CaseField, str], str]
OLD = "old."  # before the name of a field: what was seen when one began to write in it
F = CaseField
_MATTER = (
    (F.KIND, F.CATEGORY),
    (F.EVENT, F.UNIT),
    (F.PROVIDER, F.HEARD),
    (F.INJURY, F.RECIPIENT),
)
_WHO = (
    (F.COMPLAINANT, F.NAME),
    (F.RELATION, F.CONSENT),
    (F.PATIENT, F.PROTECTED),
    (F.CHILD, F.LANGUAGE),
)
_ANSWER = ((F.ANSWER_BY, F.NUMBER), (F.EMAIL, F.ADDRESS))


@dataclass(slots=True)
class _Seen:
    """What one has seen of a field: its value, and how the editor shows that."""

    value: str = ""
    shown: str = ""


class FactsPart(QWidget):
    """`changed` at every key and choice.  Nothing is sent before it is asked for by `edits`.

    What others write meanwhile comes in where one has written nothing; where one has, one's own
    stands with a word about theirs, and both are kept when it is sent.
    """

    changed = Signal()
    person_wanted = Signal()

    def __init__(self, kind: CaseKind, said: Said, parent: QWidget | None = None) -> None:
        """`said` tells a field's value as it is read."""
        super().__init__(parent)
        self._said = said
        self.editors: dict[CaseField, Editor] = editors(kind)
        self._seen = {name: _Seen() for name in self.editors}
        self._now = CaseFacts(kind)
        self.person = Text("", wrap=True)
        self.seek = Button(self.tr("Ange patient"), icon="search")
        self.seek.answer_to(Action.CASE_PERSON, cap=True)
        self.seek.clicked.connect(self.person_wanted)
        self._lay_out()
        for editor in self.editors.values():
            editor.changed.connect(self._on_changed)

    # -- what is shown -------------------------------------------------------------------------

    def show_facts(self, facts: CaseFacts, person: str) -> None:
        """As the case stands now; what is being written stays."""
        self._now = facts
        self.person.setText(person or self.tr("Ingen patient är angiven."))
        missing = lacks(facts)
        for name, editor in self.editors.items():
            needed = self.tr("Saknas.") if name in missing else ""
            editor.set_help(needed)
            seen, value = self._seen[name], facts.value(name)
            if editor.text() in {seen.shown, value}:
                self._take(name, value)
            elif value != seen.value:
                self._warn(name, value)
        self.changed.emit()

    def know_categories(self, categories: tuple[Category, ...]) -> None:
        combo = self.editors[CaseField.CATEGORY]
        assert isinstance(combo, CategoryCombo)
        combo.offer(categories)

    def know_units(self, units: DirectoryUnits) -> None:
        combo = self.editors[CaseField.UNIT]
        assert isinstance(combo, UnitCombo)
        combo.know(units)
        self._seen[CaseField.UNIT].shown = self._seen[CaseField.UNIT].value

    # -- what is written -----------------------------------------------------------------------

    @property
    def edits(self) -> tuple[FieldEdit, ...]:
        """What differs from what was seen."""
        return tuple(
            FieldEdit(name, self._seen[name].value, editor.text())
            for name, editor in self.editors.items()
            if editor.text() != self._seen[name].shown
        )

    def sent(self, edits: tuple[FieldEdit, ...]) -> None:
        """The case has them now, or keeps them beside what others wrote: the next look tells.

        What is written on meanwhile is written upon the value as it was kept.
        """
        for edit in edits:
            if edit.name in self.editors:
                self._seen[edit.name] = _Seen(checked(edit.name, edit.new), edit.new)
        self.changed.emit()

    def put(self, name: CaseField, old: str, new: str) -> None:
        """As if it had been written upon the value that was seen then."""
        editor = self.editors[name]
        if editor.text() == self._seen[name].shown and self._now.value(name) != new:
            self._seen[name].value = old
            editor.set_text(new)
            if self._now.value(name) != old:
                self._warn(name, self._now.value(name))

    def show_error(self, name: str, sentence: str) -> bool:
        """Say it at the field, and go there; whether there is one."""
        editor = self.editors.get(CaseField(name)) if name in set(CaseField) else None
        if editor is None:
            return False
        editor.show_error(sentence)
        editor.setFocus()
        return True

    @property
    def written_in(self) -> CaseField | None:
        """The field that has the focus."""
        found = (name for name, each in self.editors.items() if _holds_focus(each))
        return next(found, None)

    def _warn(self, name: CaseField, value: str) -> None:
        words = self.tr("Någon annan har skrivit: {value}")
        self.editors[name].warn(words.format(value=self._said(name, value)))

    def _take(self, name: CaseField, value: str) -> None:
        editor = self.editors[name]
        if value != self._seen[name].value or editor.text() != self._seen[name].shown:
            editor.set_text(value)
        editor.warn("")
        self._seen[name] = _Seen(value, editor.text())

    def _on_changed(self) -> None:
        self.changed.emit()

    # -- how it is laid out --------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = spaced(QVBoxLayout(self), gap="m")
        told = Card(self.tr("Vad som har sagts"), icon="note")
        for name in (F.WORDS, F.SUMMARY, F.WANTED):
            told.body.addWidget(self.editors[name])
        matter = Card(self.tr("Vad det gäller"), icon="building")
        self._pairs(matter, _MATTER)
        matter.body.addWidget(self.editors[F.REGISTRY])
        who = Card(self.tr("Vem det gäller"), icon="person")
        row = spaced(QHBoxLayout(), gap="s")
        row.addWidget(self.person, 1)
        row.addWidget(self.seek)
        who.body.addLayout(row)
        self._pairs(who, _WHO)
        answer = Card(self.tr("Svaret går till"), icon="arrow-right")
        self._pairs(answer, _ANSWER)
        for card in (told, matter, who, answer):
            column.addWidget(card)
        column.addStretch()

    def _pairs(self, card: Card, pairs: tuple[tuple[CaseField, CaseField], ...]) -> None:
        for first, second in pairs:
            card.body.addWidget(Beside(self.editors[first], self.editors[second]))


def _holds_focus(editor: Editor) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is editor or editor.isAncestorOf(focus))


class KeptFacts(Kept):
    """Keeps only what was changed, with what was seen of it: all else may have moved on since."""

    def __init__(
        self, dialog: Dialog, tasks: Tasks, services: Services, case_id: UUID, part: FactsPart
    ) -> None:
        """Made when the case is shown, and not before."""
        super().__init__(dialog, tasks, services, (FormKind.CASE_EDIT, case_id))
        self._part = part
        self._begin((part.changed,))

    def _texts(self) -> dict[str, str]:
        texts: dict[str, str] = {}
        for edit in self._part.edits:
            texts |= {edit.name: edit.new, OLD + edit.name: edit.old}
        return texts

    def _give_back(self, texts: Mapping[str, str]) -> None:
        before = self._part.edits
        for name in CaseField:
            if name in texts and name in self._part.editors:
                self._part.put(name, texts.get(OLD + name, ""), texts[name])
        if self._part.edits != before:
            QTimer.singleShot(0, self, self._mark)
