"""From the card to the patient's times: the control question, the list, and what is wished."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.bookings import Booking
from kundcenter.domain.callback_queues import MenuCategory
from kundcenter.domain.unit_cards import UnitCard
from ui.dialogs.cancel_time import CancelTimeDialog
from ui.dialogs.choose_time import ChooseTimeDialog
from ui.dialogs.control_question import ControlQuestionDialog
from ui.dialogs.place import About, PlaceDialog
from ui.dialogs.times import TimesDialog
from ui.directory_keeper import DirectoryKeeper
from ui.services import Services
from ui.tasks import Tasks


class PatientTimes(QObject):
    """`said` carries a sentence for a notice."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, host: QWidget) -> None:
        super().__init__(host)
        self._tasks, self._services, self._host = tasks, services, host
        self._keeper = DirectoryKeeper.of(tasks, services)

    def ask(self, about: About, unit: UnitCard | None, *, child: bool) -> None:
        """Nothing of the times is shown, or even read, before the question is answered."""
        if about.call_id is None:
            return
        window = self._host.window()
        dialog = ControlQuestionDialog(
            self._tasks, self._services, about.person_id, about.call_id, parent=window
        )
        dialog.verified.connect(partial(self._show, about, child))
        dialog.book.connect(partial(self._book, about, unit))
        dialog.queue.connect(partial(self._queue, about, unit, None))
        dialog.open()

    def _show(self, about: About, child: bool, bookings: tuple[Booking, ...]) -> None:
        dialog = TimesDialog(
            self._tasks,
            self._services,
            about.person_id,
            bookings,
            about.call_id,
            child=child,
            parent=self._host.window(),
        )
        dialog.said.connect(self.said)
        dialog.queue.connect(partial(self._queue_of, about, dialog))
        dialog.place.connect(partial(self._place_first, about, dialog))
        dialog.open()

    def _book(self, about: About, unit: UnitCard | None) -> None:
        ChooseTimeDialog(
            self._tasks,
            self._services,
            about.person_id,
            unit_id=unit.id if unit is not None else None,
            call_id=about.call_id,
            parent=self._host.window(),
        ).open()

    def _queue_of(self, about: About, over: QWidget, unit_id: UUID | None) -> None:
        self._queue(about, self._keeper.unit(unit_id), over)

    def _place_first(
        self, about: About, over: QWidget, unit_id: UUID, asked: CancelTimeDialog
    ) -> None:
        """The place first, and the time is let go then: never without either."""
        dialog = self._queue(about, self._keeper.unit(unit_id), over)
        dialog.placed.connect(asked.let_go)
        dialog.rejected.connect(asked.not_placed)

    def _queue(self, about: About, unit: UnitCard | None, over: QWidget | None) -> PlaceDialog:
        """A place in the unit's call-back queue, where the patient asks for another time."""
        dialog = PlaceDialog(
            self._tasks,
            self._services,
            about,
            unit=unit,
            category=MenuCategory.BOOK,
            parent=over if over is not None else self._host.window(),
        )
        dialog.open()
        return dialog
