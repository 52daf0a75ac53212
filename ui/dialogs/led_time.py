"""A time that others book is closed, or gets another number of places."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.changes import Changes
from kundcenter.domain.capacity import MOST_SEATS, Room
from kundcenter.errors import KundcenterError
from ui.dialogs.queue_edit import whole
from ui.directory_keeper import DirectoryKeeper
from ui.freed_words import when_words
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.text import Text


class CloseTimeDialog(Dialog):
    """Says who has the time before it is closed; `said` carries a sentence."""

    said = Signal(str)

    def __init__(
        self, tasks: Tasks, services: Services, room: Room, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("CloseTimeDialog", "Stäng tiden?"),
            sentence=translate(
                "CloseTimeDialog", "Ingen kan boka den mer. Den kan öppnas igen under ”Visa stängda"
                " och fulla”.",
            ),
            primary=translate("CloseTimeDialog", "Stäng tiden"),
            parent=parent,
        )  # fmt: skip
        self._tasks, self._services, self._room = tasks, services, room
        self._trouble = Banner(
            self.tr("Det gick inte."), ToneName.WARNING, icon="warning", wrap=True
        )
        self._trouble.hide()
        keeper = DirectoryKeeper.of(tasks, services)
        for part in (
            self._trouble,
            Text(time_words(room, keeper), Type.LEAD, wrap=True),
            Text(held_words(room, closing=True), wrap=True),
        ):
            self.body.addWidget(part)
        self.confirmed.connect(self._close)

    def _close(self) -> None:
        self._trouble.hide()
        self.set_busy(True)
        verb = partial(self._services.timeslots.close, self._room.timeslot.id)
        self._tasks.run(self, verb, self._closed, self._refuse)

    def _closed(self, _: Changes) -> None:
        self.accept()
        self.said.emit(self.tr("Tiden är stängd."))

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._trouble.say(sentence(error))
        self._trouble.show()
        self.make_room()


class PlacesDialog(Dialog):
    """How many can have the time; `said` carries a sentence."""

    said = Signal(str)

    def __init__(
        self, tasks: Tasks, services: Services, room: Room, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("PlacesDialog", "Antal platser"),
            primary=translate("PlacesDialog", "Spara"),
            parent=parent,
        )
        self._tasks, self._services, self._room = tasks, services, room
        keeper = DirectoryKeeper.of(tasks, services)
        self.places = Field(self.tr("Platser"), longest=3)
        self.places.set_text(str(room.timeslot.capacity))
        for part in (
            Text(time_words(room, keeper), Type.LEAD, wrap=True),
            Text(held_words(room), wrap=True),
            self.places,
        ):
            self.body.addWidget(part)
        self.confirmed.connect(self._save)
        self.places.setFocus()
        self.places.edit.selectAll()

    def _save(self) -> None:
        places = whole(self.places, MOST_SEATS, least=1)
        if places is None:
            return
        self.set_busy(True)
        verb = partial(self._services.timeslots.resize, self._room.timeslot.id, places)
        self._tasks.run(self, verb, lambda _: self._saved(places), self._refuse)

    def _saved(self, places: int) -> None:
        self.accept()
        words = self.tr("Platser på tiden: {places}.").format(places=places)
        over = self._room.held - places
        if over > 0:
            more = self.tr("{count} fler har den redan, och behåller den.").format(count=over)
            words = " ".join((words, more))
        self.said.emit(words)

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.places.show_error(sentence(error))
        self.places.setFocus()


def time_words(room: Room, keeper: DirectoryKeeper) -> str:
    """Which time it is: its unit, when, and what sort."""
    slot = room.timeslot
    parts = keeper.name(slot.unit_id), when_words(slot, keeper.now), slot.category, slot.performer
    return ", ".join(filter(None, parts))


def held_words(room: Room, *, closing: bool = False) -> str:
    """How many have the time, who keep it whatever is changed; and what is being offered."""
    translate = QCoreApplication.translate
    booked = room.held - room.offered
    words = [translate("claiming", "Ingen är bokad på tiden.")]
    if booked:
        words = [translate("claiming", "Bokade: {count}. De behåller tiden.").format(count=booked)]
    if room.offered:
        told = translate("claiming", "Erbjudna just nu: {count}.").format(count=room.offered)
        words.append(told)
        if closing:
            words.append(translate("claiming", "Den som är erbjuden kan inte längre tacka ja."))
    return " ".join(words)
