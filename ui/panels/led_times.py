"""What whoever leads does with a unit's free times: add one, close or open it, resize it."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.capacity import Room
from ui.actions import Action
from ui.badges import Badge
from ui.claiming_words import room_badge
from ui.dialogs.led_time import CloseTimeDialog, PlacesDialog
from ui.dialogs.new_time import NewTimeDialog
from ui.keys import keys
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.theme.space import spaced
from ui.widgets.buttons import Button
from ui.widgets.check import Check
from ui.widgets.head import Head
from ui.widgets.key_hint import KeyHint, key_text
from ui.widgets.speech import named


class LedTimes(QWidget):
    """`turned` when closed and full times are to be listed or not; `added` carries a unit's id.

    `said` carries a sentence, `refused` an error.
    """

    said = Signal(str)
    refused = Signal(object)
    turned = Signal()
    added = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._room: Room | None = None
        self._unit: UUID | None = None
        self.every = Check(self.tr("Visa stängda och fulla"))
        self.add = Button(self.tr("Ny tid…"), icon="plus", keys=Action.TIME_NEW)
        self.places = Button(self.tr("Platser…"), icon="pen", keys=Action.TIME_PLACES)
        self.turn = Button(self.tr("Stäng…"), icon="lock", keys=Action.TIME_TURN)
        hint = KeyHint(Action.TIMES_EVERY)
        column = spaced(QVBoxLayout(self), gap="none")
        column.addWidget(Head((self.every, hint), (self.add, self.places, self.turn)))
        self._name_every()
        keys().changed.connect(self._name_every)
        keys().bind(self, Action.TIMES_EVERY, self.every.toggle)
        self.every.toggled.connect(lambda _: self.turned.emit())
        for button, action, act in (
            (self.add, Action.TIME_NEW, self._ask_new),
            (self.places, Action.TIME_PLACES, self._ask_places),
            (self.turn, Action.TIME_TURN, self._turn),
        ):
            button.clicked.connect(act)
            keys().bind(self, action, button.click)
        self.show_room(None, None)

    def show_room(self, room: Room | None, unit: UUID | None) -> None:
        """The acts are about this time, and a new one is of this unit."""
        self._room, self._unit = room, unit
        closed = room is not None and room.timeslot.closed
        words = self.tr("Öppna igen") if closed else self.tr("Stäng…")
        self.turn.setText(words)
        self.turn.setAccessibleName(words)
        self.turn.set_icon("undo" if closed else "lock")
        for button in (self.places, self.turn):
            button.setEnabled(room is not None)

    def forget(self) -> None:
        """The operator has left."""
        with QSignalBlocker(self.every):
            self.every.setChecked(False)
        self.show_room(None, None)

    def _name_every(self) -> None:
        named(self.every, self.every.text(), key_text(Action.TIMES_EVERY))

    def _ask_new(self) -> None:
        dialog = NewTimeDialog(self._tasks, self._services, self._unit, parent=self)
        dialog.said.connect(self.said)
        dialog.added.connect(self.added)
        dialog.open()

    def _ask_places(self) -> None:
        if self._room is not None:
            dialog = PlacesDialog(self._tasks, self._services, self._room, parent=self)
            dialog.said.connect(self.said)
            dialog.open()

    def _turn(self) -> None:
        """Closing says first who has the time; opening takes nothing from anybody."""
        room = self._room
        if room is None:
            return
        if not room.timeslot.closed:
            dialog = CloseTimeDialog(self._tasks, self._services, room, parent=self)
            dialog.said.connect(self.said)
            dialog.open()
            return
        self.turn.setEnabled(False)  # until it is known how it went
        verb = partial(self._services.timeslots.reopen, room.timeslot.id)
        self._tasks.run(self, verb, self._opened, self.refused.emit)

    def _opened(self, _: Changes) -> None:
        self.said.emit(self.tr("Tiden kan bokas igen."))


def state_badge(room: Room) -> Badge:
    """How a time stands; that it is closed is said first, also where more have it than fit."""
    if room.timeslot.closed:
        words = QCoreApplication.translate("claiming", "Stängd")
        if room.held:
            words = QCoreApplication.translate("claiming", "Stängd, {count} har den")
        return Badge(words.format(count=room.held), ToneName.NEUTRAL, "lock")
    return room_badge(room)
