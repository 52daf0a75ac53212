"""What helps while a note is written: snippets, questions about red flags, the earlier contact."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.operators import Operator
from kundcenter.domain.repeats import Course
from kundcenter.domain.snippets import NoteField, Setting
from kundcenter.services.people import PersonCard
from ui.dialogs.correction import CorrectionDialog
from ui.dialogs.dissent import DissentDialog
from ui.expander import Expander
from ui.panels.informant import Informant
from ui.panels.note import NoteForm, NotePanel
from ui.panels.note_guide import NoteGuide
from ui.panels.note_support import NoteSupport
from ui.panels.who import WhoPanel
from ui.services import Services
from ui.tasks import Tasks
from ui.widgets.red_flags import RedFlagPanel
from ui.widgets.text_area import TextArea

OF_THE_PATIENT = (NoteField.HISTORY, NoteField.BACKGROUND, NoteField.ASSESSMENT)


class NoteAids(QObject):
    """`alarm_wanted` when 112 is asked for beside a red flag."""

    alarm_wanted = Signal()

    def __init__(
        self, tasks: Tasks, services: Services, panel: NotePanel, who: WhoPanel, parent: QWidget
    ) -> None:
        super().__init__(parent)
        form = panel.form
        self._tasks, self._services = tasks, services
        self._form, self._who, self._now = form, who, services.now
        self._writer: Operator | None = None
        self.flags = RedFlagPanel(services.red_flags, who.parentWidget())
        self.flags.alarm_wanted.connect(self.alarm_wanted)
        self._texts = {field: _area(form, field) for field in NoteField}
        self.expander = Expander(tasks, services.snippets, self._setting, parent=self)
        for field, area in self._texts.items():
            area.set_snippets(self.expander, field)
        form.edited.connect(self.look)
        form.shown.connect(self.look)
        form.shown.connect(self._show_course)
        form.course.chosen.connect(self._on_course_said)
        who.identified.connect(self._on_identified)
        who.forgotten.connect(self._on_forgotten)
        Informant(form, who, self)
        self.guide = NoteGuide(tasks, services, form, who, parent)
        self.support = NoteSupport(tasks, services, panel, who, self)
        who.course_chosen.connect(self._on_course)

    def begin(self) -> None:
        """A call has come: who writes, and with which snippets, is asked for."""
        self._tasks.run(self, self._services.operators.me, self._on_writer, lambda _: None)
        self.expander.refresh()
        self.guide.begin()

    def look(self) -> None:
        """Have what is told of the patient looked at for words that call for a question.

        What the nurse advises names the same signs: "hör av dig vid andnöd".  So does a question
        of the decision support that was answered no.
        """
        told = (area.text() for field, area in self._texts.items() if field in OF_THE_PATIENT)
        self.flags.look_at(self.support.without_denied("\n".join(told)))

    def go_to_hole(self, sentence: str) -> bool:
        """Go to the first hole that must be filled in before signing; False when there is none."""
        for area in self._texts.values():
            holes = area.open_required()
            if holes:
                area.show_error(sentence)
                area.go_to_hole(holes[0])
                return True
        return False

    def settle(self) -> None:
        """A text goes into the record: what nobody filled in is left out, what was used counted."""
        for area in self._texts.values():
            area.settle()
        self.expander.flush()

    def ask_dissent(self, entry_id: UUID, then: Callable[[], object]) -> None:
        """Note beside the entry what the patient holds to be wrong in it."""
        window = self._form.window()
        dialog = DissentDialog(self._tasks, self._services, entry_id, parent=window)
        dialog.noted.connect(then)
        dialog.open()

    def ask_correction(self, entry_id: UUID, then: Callable[[str], object]) -> None:
        """Ask why the signed entry is corrected, and go on with the reason."""
        window = self._form.window()
        dialog = CorrectionDialog(self._tasks, self._services, entry_id, parent=window)
        dialog.given.connect(then)
        dialog.open()

    def _setting(self) -> Setting:
        writer, person = self._writer, self._who.person
        if writer is None:
            return Setting(self._now(), person=person)
        units = (unit.name for unit in self._form.units if unit.hsa_id == writer.care_unit)
        return Setting(self._now(), writer.name, next(units, ""), person)

    def _on_writer(self, writer: Operator) -> None:
        self._writer = writer

    def _on_identified(self, card: PersonCard) -> None:
        self._form.offer_course(bool(card.history))
        self._show_course()

    def _on_course_said(self, course: str) -> None:
        """Nothing said of how it is now is also: compared with nothing."""
        if not course:
            self._form.follow_nothing()
        self._show_course()

    def _on_forgotten(self) -> None:
        """What was compared with another person's earlier contact is compared no more."""
        self._form.offer_course(False)
        self._form.follow_nothing()
        self._show_course()

    def _show_course(self) -> None:
        """What the note says stands in the radar too, also when a lost text has come back."""
        self._who.person_view.radar.show_course(self._form.course.value or "")

    def _on_course(self, course: Course, entry_id: UUID) -> None:
        if self._form.isEnabled():  # a note that is read, or being signed, stays as it is
            self._form.follow(entry_id, course)


def _area(form: NoteForm, field: NoteField) -> TextArea:
    area = form.fields[field]
    assert isinstance(area, TextArea)
    return area
