"""Another time for a promised call: another interval of its queue, or another moment."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.changes import Change
from kundcenter.domain.calendar import local
from kundcenter.domain.callbacks import Callback, CallbackKind
from kundcenter.domain.capacity import Room
from kundcenter.errors import KundcenterError
from ui.claiming_words import promised_words, ring_words, said_words
from ui.dialogs.placing_times import TimesTable
from ui.dialogs.say import Said
from ui.dialogs.say_claim import SayClaimDialog
from ui.directory_keeper import DirectoryKeeper
from ui.link import Marks
from ui.moments import read_moment, tomorrow
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field

WIDE = 580  # pixels


class _MovingDialog(Dialog):
    """Says what is promised until now.  `said` carries what was promised instead."""

    said = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        callback: Callback,
        title: str,
        parent: QWidget | None,
    ) -> None:
        translate = QCoreApplication.translate
        keeper = DirectoryKeeper.of(tasks, services)
        start, end = callback.promised_from, callback.promised_to
        if callback.kind is not CallbackKind.QUEUE:
            end = start  # of one's own a moment was said, and no interval
        words = translate("MoveCallbackDialog", "Nu är det lovat {time}.")
        super().__init__(
            title,
            sentence=words.format(time=promised_words(start, end, keeper.now)),
            primary=translate("MoveCallbackDialog", "Flytta"),
            parent=parent,
        )
        self._tasks, self._services, self._callback = tasks, services, callback
        self._keeper = keeper
        self.words = Said()
        self.words.hide()

    def _move_to(self, at: datetime) -> None:
        self.set_busy(True)
        verb = partial(self._services.callbacks.move, self._callback.id, at)
        words = self.words.words.text()
        self._tasks.run(self, verb, lambda _: self._moved(words), self._refuse)

    def _moved(self, words: str) -> None:
        """A notice is gone before a centre has answered, so there it is a dialog that waits."""
        translate = QCoreApplication.translate
        host = self.parentWidget()
        self.accept()
        if not Marks.of(self._tasks, self._services).there:
            moved = translate("MoveCallbackDialog", "Flyttad. {words}")
            self.said.emit(moved.format(words=words))
            return
        SayClaimDialog(
            self._tasks,
            self._services,
            Change("callback", self._callback.id),
            translate("MoveCallbackDialog", "Flytt till en annan tid"),
            words,
            lost=translate(
                "MoveCallbackDialog",
                "Det gick inte att flytta. Den gamla tiden gäller fortfarande.",
            ),
            parent=None if host is None else host.window(),
        ).open()

    def _refuse(self, error: KundcenterError) -> None:
        """Say why it stays where it is."""
        raise NotImplementedError


class MoveCallbackDialog(_MovingDialog):
    """Another interval of the same queue."""

    def __init__(
        self, tasks: Tasks, services: Services, callback: Callback, parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("MoveCallbackDialog", "Flytta till en annan tid")
        super().__init__(tasks, services, callback, title, parent)
        self._trouble = Banner(
            self.tr("Det gick inte."), ToneName.WARNING, icon="warning", wrap=True
        )
        self._trouble.hide()
        self.times = TimesTable(services)
        self.times.chosen.connect(lambda _: self._show_said())
        self.times.opened.connect(lambda _: self._move())
        for part in (self._trouble, self.times, self.words):
            self.body.addWidget(part)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        self.confirmed.connect(self._move)
        self._ask()
        self.times.setFocus()

    def _ask(self) -> None:
        verb = partial(_rooms, self._services, self._callback)
        self._tasks.run(self, verb, self._show, self._say, topic="rooms")

    def _show(self, rooms: tuple[Room, ...]) -> None:
        own = self._callback.timeslot_id
        self.times.show_rooms([each for each in rooms if each.timeslot.id != own])
        self._show_said()

    def _show_said(self) -> None:
        room = self.times.room
        self.words.setVisible(room is not None)
        if room is not None:
            slot, unit = room.timeslot, self._keeper.name(self._callback.unit_id)
            words = said_words(slot.starts_at, slot.ends_at, self._keeper.now, unit)
            self.words.say(words)
        self.make_room()

    def _move(self) -> None:
        room = self.times.room
        if room is not None:
            self._move_to(room.timeslot.starts_at)

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._say(error)
        self._ask()

    def _say(self, error: KundcenterError) -> None:
        self._trouble.say(sentence(error))
        self._trouble.show()
        self.make_room()


class PutOffDialog(_MovingDialog):
    """Another moment for one's own promise."""

    def __init__(
        self, tasks: Tasks, services: Services, callback: Callback, parent: QWidget | None = None
    ) -> None:
        title = QCoreApplication.translate("PutOffDialog", "Lova en annan tid")
        super().__init__(tasks, services, callback, title, parent)
        self.due = Field(
            self.tr("När vi ringer"),
            help=self.tr("Som 21:00 eller {day} 21:00.").format(day=tomorrow(self._keeper.now)),
            longest=20,
        )
        self.body.addWidget(self.due)
        self.body.addWidget(self.words)
        self.due.changed.connect(lambda _: self._show_said())
        self.confirmed.connect(self._move)
        self.due.setFocus()

    def _due(self) -> datetime | None:
        try:
            return read_moment(self.due.text(), self._keeper.now)
        except ValueError:
            return None

    def _show_said(self) -> None:
        due = self._due()
        self.words.setVisible(due is not None)
        if due is not None:
            self.words.say(ring_words(due, self._keeper.now))
        self.make_room()

    def _move(self) -> None:
        due = self._due()
        if due is None:
            words = self.tr("Skriv tiden som 21:00 eller {day} 21:00.")
            self.due.show_error(words.format(day=tomorrow(self._keeper.now)))
            return
        self._move_to(due)

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.due.show_error(sentence(error))
        self.due.setFocus()


def _rooms(services: Services, callback: Callback) -> tuple[Room, ...]:
    """On the store's thread: the times of the queue that the call-back is in."""
    queues = services.callback_queues.all()
    queue = next((each for each in queues if each.id == callback.queue_id), None)
    if queue is None:
        return ()
    today = local(services.now()).date()
    return services.callback_queues.rooms(queue.id, today, queue.days_ahead + 1)
