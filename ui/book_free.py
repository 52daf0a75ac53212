"""A free time that was found in a list is booked for the patient on the card in sight."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.changes import Changes
from kundcenter.domain.capacity import Room
from kundcenter.domain.people import Person
from kundcenter.errors import KundcenterError
from ui.dialogs.time_booked import TimeBookedDialog
from ui.directory_keeper import DirectoryKeeper
from ui.panels.cards import CardsPage
from ui.people import name_of
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.times_words import refused_words, room_words
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.notices import Severity
from ui.widgets.text import Text
from ui.window import Window


class BookFreeDialog(Dialog):
    """Whom, where and when, before it is booked; `booked` carries what was, as Changes."""

    booked = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        room: Room,
        person: Person,
        *,
        call_id: UUID,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("BookFreeDialog", "Boka tiden?"),
            primary=translate("BookFreeDialog", "Boka"),
            parent=parent,
        )
        self._tasks, self._services, self._room = tasks, services, room
        self._person, self._call_id = person, call_id
        self._unit = DirectoryKeeper.of(tasks, services).name(room.timeslot.unit_id)
        self._trouble = Banner(self.tr("Det gick inte."), ToneName.DANGER, icon="error", wrap=True)
        self._trouble.hide()
        self.body.addWidget(self._trouble)
        self.body.addWidget(Text(name_of(person), Type.LEAD, wrap=True))
        self.body.addWidget(Text(room_words(room, self._unit), wrap=True))
        kind = ", ".join(filter(None, (room.timeslot.category, room.timeslot.performer)))
        self.body.addWidget(Text(kind, role="muted", wrap=True))
        self.confirmed.connect(self._book)

    def _book(self) -> None:
        self.set_busy(True)
        verb = partial(
            self._services.bookings.book,
            self._room.timeslot.id,
            self._person.id,
            call_id=self._call_id,
        )
        self._tasks.run(self, verb, self._done, self._refuse)

    def _done(self, changes: Changes) -> None:
        self.accept()
        self.booked.emit(changes)
        parent = self.parentWidget()
        TimeBookedDialog(
            self._tasks, self._services, self._room, self._unit, changes, parent=parent
        ).open()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._trouble.say(refused_words(error))
        self._trouble.show()
        self.make_room()


class BookFree(QObject):
    """Books for whoever the card in sight is about; that there is nobody is told as a warning."""

    def __init__(self, tasks: Tasks, services: Services, window: Window, cards: CardsPage) -> None:
        super().__init__(window)
        self._tasks, self._services = tasks, services
        self._window, self._cards = window, cards

    def ask(self, room: Room) -> None:
        """The patient is whoever the card in sight is about."""
        card = self._cards.current
        if card is None:
            self._warn(self.tr("Öppna ett samtal först: tiden bokas för patienten på kortet."))
            return
        person = card.who.person
        if person is None:
            self._warn(self.tr("Ange på kortet vem tiden är till (F2)."))
            return
        BookFreeDialog(
            self._tasks, self._services, room, person, call_id=card.call.id, parent=self._window
        ).open()

    def _warn(self, words: str) -> None:
        """It stays until it is read: nothing was booked."""
        self._window.notices.say(words, severity=Severity.WARNING)
