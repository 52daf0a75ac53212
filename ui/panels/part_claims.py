"""What a part of a call can claim by key: a place in a queue, a promise, the patient's times."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.calendar import local
from kundcenter.domain.calls import Call
from kundcenter.domain.journal import Note
from kundcenter.domain.parts import Part
from kundcenter.domain.unit_cards import UnitCard
from ui.actions import Action
from ui.dialogs.place import About, PlaceDialog
from ui.dialogs.promise import PromiseDialog
from ui.dialogs.wait import WaitDialog
from ui.directory_keeper import DirectoryKeeper
from ui.keys import keys
from ui.panels.note_form import NoteForm
from ui.panels.patient_times import PatientTimes
from ui.panels.who import WhoPanel
from ui.services import Services, current_codes
from ui.tasks import Tasks

ADULT = 18  # years; for who is younger somebody else speaks most often


class PartClaims(QObject):
    """Bound to the part: its keys do something while it is in sight.  `said` carries a sentence."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, view: QWidget) -> None:
        super().__init__(view)
        self._tasks, self._services, self._view = tasks, services, view
        self._keeper = DirectoryKeeper.of(tasks, services)
        self._patient_times = PatientTimes(tasks, services, view)
        self._patient_times.said.connect(self.said)
        acts: dict[Action, Callable[[], object]] = {
            Action.PLACE: self.place,
            Action.CALL_LATER: self.call_later,
            Action.TIMES: self.times,
            Action.WAIT_ADD: self.wait,
        }
        for action, act in acts.items():
            keys().bind(view, action, partial(self._about_somebody, act))
        self._who.person_view.claim_wanted.connect(lambda action: acts[action]())

    def place(self) -> None:
        """A place in the call-back queue of the unit on the card, or of another."""
        about = self.about
        if about is not None:
            PlaceDialog(
                self._tasks, self._services, about, unit=self.unit, parent=self._view.window()
            ).open()

    def call_later(self) -> None:
        """Promise the patient that somebody here rings."""
        about = self.about
        if about is not None:
            PromiseDialog(self._tasks, self._services, about, parent=self._view.window()).open()

    def times(self) -> None:
        """The patient's booked times, once the caller has answered a question about one."""
        about, person = self.about, self._who.person
        if about is not None and person is not None:
            age = person.age(local(self._services.now()).date())
            self._patient_times.ask(about, self.unit, child=age is not None and age < ADULT)

    def wait(self) -> None:
        """Onto a unit's waiting list, for a time or an earlier one."""
        about, unit = self.about, self.unit
        if about is not None:
            dialog = WaitDialog(
                self._tasks,
                self._services,
                about.person_id,
                unit_id=unit.id if unit is not None else None,
                number=about.number,
                parent=self._view.window(),
            )
            dialog.said.connect(self.said)
            dialog.open()

    # -- what the card knows ------------------------------------------------------------------

    @property
    def about(self) -> About | None:
        """Whom the part is about, and what is known; None before anybody is opened."""
        person, call, note = self._who.person, self._call, self._note
        if person is None:
            return None
        reasons = current_codes(self._services).reasons
        reason = next((each.label for each in reasons if note and each.code == note.reason), "")
        return About(
            person.id,
            number=call.number or "",
            urgency=(note.urgency or "") if note is not None else "",
            reason=reason,
            language=person.language,
            call_id=call.id,
            entry_id=self._part.entry_id,
        )

    @property
    def unit(self) -> UnitCard | None:
        """The unit that the note guides to, else the one the patient is listed at."""
        form = self._form
        if form is None:
            return None
        chosen = (form.unit.value if form.unit.isVisible() else None) or form.where.listed.value
        return self._keeper.unit(UUID(chosen)) if chosen else None

    def _about_somebody(self, act: Callable[[], object]) -> None:
        """Ask first whom it is about, where nobody has been opened."""
        if self._who.person is not None:
            act()
            return
        self._who.take_focus()
        self._who.number.show_error(self.tr("Ange först vem samtalet gäller."))

    @property
    def _who(self) -> WhoPanel:
        who = getattr(self._view, "who", None)
        assert isinstance(who, WhoPanel)
        return who

    @property
    def _call(self) -> Call:
        call = getattr(self._view, "call", None)
        assert isinstance(call, Call)
        return call

    @property
    def _part(self) -> Part:
        part = getattr(self._view, "part", None)
        assert isinstance(part, Part)
        return part

    @property
    def _form(self) -> NoteForm | None:
        form = getattr(self._view, "form", None)
        return form if isinstance(form, NoteForm) else None

    @property
    def _note(self) -> Note | None:
        return self._form.note if self._form is not None else None
