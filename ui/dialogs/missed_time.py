"""That nobody came, or that nobody answered when the unit rang."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.bookings import Booking
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.directory_keeper import DirectoryKeeper
from ui.services import Services
from ui.tasks import Tasks
from ui.times_words import booking_words, refused_words
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field


class MissedTimeDialog(Dialog):
    """A fact for the unit; whether anybody pays is the unit's to decide.  `said` a sentence."""

    said = Signal(str)

    def __init__(
        self, tasks: Tasks, services: Services, booking: Booking, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        keeper = DirectoryKeeper.of(tasks, services)
        super().__init__(
            translate("MissedTimeDialog", "Patienten kom inte"),
            sentence=booking_words(booking, keeper.name(booking.unit_id)),
            primary=translate("MissedTimeDialog", "Notera"),
            parent=parent,
        )
        self._tasks, self._services, self._booking = tasks, services, booking
        self.attempts = Field(
            self.tr("Hur många gånger har mottagningen ringt?"),
            help=self.tr("Efter tre gånger utan svar räknas besöket som uteblivet."),
            longest=2,
        )
        self.attempts.setVisible(booking.by_phone)
        self.text = Field(self.tr("Vad som sades, om det behövs"), longest=LINE_LIMIT)
        self.body.addWidget(self.attempts)
        self.body.addWidget(self.text)
        self.confirmed.connect(self._note)

    def _note(self) -> None:
        attempts = self.attempts.text().strip() or "0"
        if not (attempts.isascii() and attempts.isdecimal()):
            self.attempts.show_error(self.tr("Skriv ett tal."))
            self.attempts.setFocus()
            return
        self.set_busy(True)
        verb = partial(
            self._services.bookings.missed,
            self._booking.id,
            self.text.text(),
            attempts=int(attempts),
        )
        self._tasks.run(self, verb, lambda _: self._noted(), self._refuse)

    def _noted(self) -> None:
        self.said.emit(self.tr("Det är noterat."))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.text.show_error(refused_words(error))
