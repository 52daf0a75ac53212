"""Who tells, when the patient is a child: a warning beside a silent "Patienten själv"."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject

from kundcenter.domain.journal import Relation
from ui.panels.note_form import NoteForm
from ui.panels.who import WhoPanel
from ui.people import age_of, today

YOUNG = 13  # years; from when a child tells for itself is the nurse's to judge: this only asks


class Informant(QObject):
    """Marks the field until somebody has chosen; it stops nobody."""

    def __init__(self, form: NoteForm, who: WhoPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._form, self._who = form, who
        self._chosen = False
        self._about: UUID | None = None
        form.informant.chosen.connect(self._on_chosen)
        form.shown.connect(self._on_shown)
        who.identified.connect(self._on_another)
        who.forgotten.connect(self._on_another)

    def _on_chosen(self) -> None:
        self._chosen = True
        self._look()

    def _on_shown(self) -> None:
        self._chosen = False
        self._look()

    def _on_another(self) -> None:
        person = self._who.person
        about = person.id if person else None
        if about != self._about:  # the same one is shown anew when a fact has changed
            self._about, self._chosen = about, False
        self._look()

    def _look(self) -> None:
        person, informant = self._who.person, self._form.informant
        age = person.age(today()) if person else None
        doubtful = (
            person is not None
            and age is not None
            and age < YOUNG
            and not self._chosen
            and informant.value in (None, Relation.SELF)
        )
        words = self.tr("Patienten är {age}. Välj vem som lämnar uppgifterna.")
        informant.warn(words.format(age=age_of(person)) if person and doubtful else "")
