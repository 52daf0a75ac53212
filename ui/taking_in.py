"""A matter is taken in by key, from wherever one is; on an open card it is linked to its call."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kundcenter.domain.access import Function
from kundcenter.domain.calls import Call
from kundcenter.domain.case_numbers import case_number
from ui.dialogs.case_intake import CaseIntakeDialog
from ui.dialogs.case_intake_parts import IntakeAbout
from ui.directory_keeper import DirectoryKeeper
from ui.panels.cards import CardsPage
from ui.services import Services
from ui.tasks import Tasks
from ui.window import Window


class TakingIn(QObject):
    """`said` carries a sentence for a notice."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, window: Window, cards: CardsPage) -> None:
        super().__init__(window)
        self._tasks, self._services = tasks, services
        self._window, self._cards = window, cards

    def ask(self) -> None:
        """Open the form; what the card in sight knows stands in it."""
        self._open(self._about)

    def ask_of(self, call: Call) -> None:
        """Open the form, linked to a call out of the log."""
        number = "" if call.number_hidden else call.number or ""
        self._open(IntakeAbout(call_id=call.id, number=number))

    def _open(self, about: IntakeAbout) -> None:
        if not DirectoryKeeper.of(self._tasks, self._services).may(Function.TAKE_CASE):
            return
        dialog = CaseIntakeDialog(self._tasks, self._services, about, parent=self._window)
        dialog.taken.connect(self._on_taken)
        dialog.open()

    @property
    def _about(self) -> IntakeAbout:
        card = self._cards.current
        if card is None or not card.isVisible():
            return IntakeAbout()
        unit, person, call = card.view.claims.unit, card.who.person, card.call
        # Of a protected one nothing is written that need not be; whoever handles it has the person.
        hidden = call.number_hidden or (person is not None and person.protected)
        return IntakeAbout(
            call_id=call.id,
            person=person,
            number="" if hidden else call.number or "",
            unit_id=unit.id if unit is not None else None,
        )

    def _on_taken(self, case_id: UUID) -> None:
        words = self.tr("Ärendet {number} är registrerat.")
        self.said.emit(words.format(number=case_number(case_id)))
