"""The units' call-back queues, and how much room their times have: for whoever leads."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.calendar import local
from kundcenter.domain.callback_queues import CallbackQueue
from kundcenter.domain.capacity import MOST_SEATS, Room
from kundcenter.errors import KundcenterError
from ui.claiming_words import day_words, room_badge, span_words
from ui.dialogs.queue_edit import QueueEditDialog, day_name, minutes_text, whole
from ui.directory_keeper import DirectoryKeeper
from ui.labels import label
from ui.records import Column, RecordModel
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.space import spaced
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

WIDE, HIGH, LOW, MARGIN = 1000, 220, 160, 48  # pixels


class QueuesDialog(Dialog):
    """`said` carries a sentence for a notice."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("QueuesDialog", "Enheternas köer för återuppringning"),
            primary=translate("QueuesDialog", "Stäng"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._keeper = DirectoryKeeper.of(tasks, services)
        self.secondary.hide()
        self.confirmed.connect(self.accept)
        self._trouble = Banner(self.tr("Det gick inte."), ToneName.DANGER, icon="error", wrap=True)
        self._trouble.hide()
        self._empty = EmptyState(
            self.tr("Inga köer"), self.tr("Lägg till en kö för en enhet."), icon="queue"
        )
        self.model = self._queue_model()
        self.queues = RecordTable(self.tr("Köer"), self.model, empty=self._empty)
        self._rooms = self._room_model()
        self.times = RecordTable(
            self.tr("Köns tider"),
            self._rooms,
            empty=EmptyState(self.tr("Välj en kö för att se dess tider"), icon="clock"),
        )
        self.add = Button(self.tr("Ny kö"), icon="plus")
        self.change = Button(self.tr("Ändra"), icon="pen")
        self.end = Button(self.tr("Avsluta kön"), icon="trash")
        self.resize_ = Button(self.tr("Antal platser"), icon="pen")
        self.close_ = Button(self.tr("Stäng tiden"), icon="lock")
        self._lay_out()
        self._listen()
        self._show_acts()
        self.refresh()

    @property
    def queue(self) -> CallbackQueue | None:
        found = self.queues.current
        return found if isinstance(found, CallbackQueue) else None

    @property
    def room(self) -> Room | None:
        found = self.times.current
        return found if isinstance(found, Room) else None

    # -- what is shown -------------------------------------------------------------------------

    def refresh(self) -> None:
        self._tasks.run(
            self, self._services.callback_queues.all, self._show, self._refuse, topic="queues"
        )

    def _show(self, queues: tuple[CallbackQueue, ...]) -> None:
        self.model.replace(queues)
        if queues and self.queue is None:
            self.queues.selectRow(0)
            self.queues.setFocus()
        self._ask_rooms()
        self._show_acts()

    def _ask_rooms(self) -> None:
        queue = self.queue
        self._show_acts()
        if queue is None:
            self._rooms.replace(())
            return
        today = local(self._keeper.now).date()
        verb = partial(self._services.callback_queues.rooms, queue.id, today, queue.days_ahead + 1)
        self._tasks.run(self, verb, self._show_rooms, self._refuse, topic="rooms")

    def _show_rooms(self, rooms: tuple[Room, ...]) -> None:
        now = self._keeper.now
        self._rooms.replace([each for each in rooms if each.timeslot.ends_at > now])
        self._show_acts()

    def _show_acts(self) -> None:
        for button in (self.change, self.end):
            button.setEnabled(self.queue is not None)
        room = self.room
        for button in (self.resize_, self.close_):
            button.setEnabled(room is not None)
        closed = room is not None and room.timeslot.closed
        words = self.tr("Öppna tiden") if closed else self.tr("Stäng tiden")
        self.close_.setText(words)

    def _queue_model(self) -> RecordModel[CallbackQueue]:
        def unit(queue: CallbackQueue) -> str:
            return self._keeper.name(queue.unit_id)

        return RecordModel[CallbackQueue](
            (
                Column(self.tr("Enhet"), unit, tip=unit),
                Column(self.tr("Ärende"), lambda each: label(each.category), width=14),
                Column(self.tr("Pass"), schedule_words, tip=schedule_words, width=34),
                Column(
                    self.tr("Dagar framåt"),
                    lambda each: str(each.days_ahead),
                    figures=True,
                    width=13,
                ),
                Column(
                    self.tr("Samma dag"),
                    lambda each: self.tr("Ja") if each.same_day else self.tr("Nej"),
                    width=11,
                ),
            ),
            key=lambda each: each.id,
            parent=self,
        )

    def _room_model(self) -> RecordModel[Room]:
        return RecordModel[Room](
            (
                Column(
                    self.tr("Dag"),
                    lambda room: day_words(room.timeslot.starts_at, self._keeper.now),
                    sort=lambda room: room.timeslot.starts_at,
                ),
                Column(
                    self.tr("Tid"),
                    lambda room: span_words(room.timeslot.starts_at, room.timeslot.ends_at),
                    sort=lambda room: room.timeslot.starts_at,
                    figures=True,
                    width=13,
                ),
                Column(
                    self.tr("Platser"),
                    lambda room: str(room.timeslot.capacity),
                    figures=True,
                    width=9,
                ),
                Column(self.tr("Placerade"), lambda room: str(room.held), figures=True, width=11),
                Column(
                    self.tr("Ledigt"),
                    lambda room: room_badge(room).text,
                    badge=room_badge,
                    width=16,
                ),
            ),
            key=lambda room: room.timeslot.id,
            parent=self,
        )

    def _lay_out(self) -> None:
        self.body.addWidget(self._trouble)
        for table, acts, share in (
            (self.queues, (self.add, self.change, self.end), 2),
            (self.times, (self.resize_, self.close_), 3),
        ):
            part = spaced(QVBoxLayout(), gap="s")
            row = spaced(QHBoxLayout(), gap="s")
            row.addWidget(Text(table.accessibleName()))
            row.addStretch()
            for button in acts:
                row.addWidget(button)
            part.addLayout(row)
            part.addWidget(table, 1)
            self.body.addLayout(part, share)
        scale, parent = current().metrics.scale, self.parentWidget()
        width, rest = round(WIDE * scale), 0
        if parent is not None:
            host = parent.window().size()
            width, rest = min(width, host.width() - 2 * MARGIN), host.height() - 7 * MARGIN
        self.setMinimumWidth(width)
        for table, high in ((self.queues, HIGH), (self.times, LOW)):
            least = round(high * scale)
            table.setMinimumHeight(min(least, max(90, rest // 2 - 40)) if rest else least)

    def _listen(self) -> None:
        self.queues.chosen.connect(lambda _: self._ask_rooms())
        self.queues.opened.connect(lambda _: self._edit())
        self.times.chosen.connect(lambda _: self._show_acts())
        for button in (self.add, self.change, self.end, self.resize_, self.close_):
            button.clicked.connect(self._trouble.hide)
        self.times.opened.connect(lambda _: self._ask_size())
        self.add.clicked.connect(self._add)
        self.change.clicked.connect(self._edit)
        self.end.clicked.connect(self._ask_end)
        self.resize_.clicked.connect(self._ask_size)
        self.close_.clicked.connect(self._turn)
        self._tasks.changed.connect(self._on_changed)

    # -- what is done --------------------------------------------------------------------------

    def _add(self) -> None:
        self._edit_of(None)

    def _edit(self) -> None:
        if self.queue is not None:
            self._edit_of(self.queue)

    def _edit_of(self, queue: CallbackQueue | None) -> None:
        dialog = QueueEditDialog(self._tasks, self._services, queue, parent=self)
        dialog.saved.connect(lambda: self.said.emit(self.tr("Kön är sparad.")))
        dialog.open()

    def _ask_end(self) -> None:
        queue = self.queue
        if queue is None:
            return
        words = self.tr("{unit}, {category}. De som har en plats blir uppringda som lovat.")
        dialog = Dialog(
            self.tr("Avsluta kön?"),
            sentence=words.format(
                unit=self._keeper.name(queue.unit_id), category=label(queue.category).lower()
            ),
            primary=self.tr("Avsluta kön"),
            danger=True,
            parent=self,
        )
        dialog.confirmed.connect(partial(self._end, dialog, queue))
        dialog.open()

    def _end(self, dialog: Dialog, queue: CallbackQueue) -> None:
        dialog.accept()
        verb = partial(self._services.callback_queues.end, queue.id, upon=queue.number)
        self._tasks.run(self, verb, refused=self._refuse)

    def _ask_size(self) -> None:
        queue, room = self.queue, self.room
        if queue is not None and room is not None:
            dialog = SizeDialog(self._tasks, self._services, queue, room, parent=self)
            dialog.open()

    def _turn(self) -> None:
        queue, room = self.queue, self.room
        if queue is None or room is None:
            return
        queues = self._services.callback_queues
        verb = queues.reopen if room.timeslot.closed else queues.close
        work = partial(verb, queue.id, room.timeslot.starts_at)
        self._tasks.run(self, work, refused=self._refuse)

    def _refuse(self, error: KundcenterError) -> None:
        self._trouble.say(sentence(error))
        self._trouble.show()
        self.make_room()

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("callback_queue"):
            self.refresh()
        elif changes.of("timeslot") or changes.of("callback"):
            self._ask_rooms()


class SizeDialog(Dialog):
    """How many one interval has room for."""

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        queue: CallbackQueue,
        room: Room,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        words = translate(
            "SizeDialog", "{time}: {held} är placerade. Ingen av dem förlorar sin plats."
        )
        slot = room.timeslot
        super().__init__(
            translate("SizeDialog", "Antal platser"),
            sentence=words.format(time=span_words(slot.starts_at, slot.ends_at), held=room.held),
            primary=translate("SizeDialog", "Spara"),
            parent=parent,
        )
        self._tasks, self._services, self._queue, self._room = tasks, services, queue, room
        self.places = Field(self.tr("Platser"), longest=3)
        self.places.set_text(str(slot.capacity))
        self.body.addWidget(self.places)
        self.confirmed.connect(self._save)
        self.places.setFocus()
        self.places.edit.selectAll()

    def _save(self) -> None:
        places = whole(self.places, MOST_SEATS)
        if places is None:
            return
        self.set_busy(True)
        starts = self._room.timeslot.starts_at
        verb = partial(self._services.callback_queues.resize, self._queue.id, starts, places)
        self._tasks.run(self, verb, lambda _: self.accept(), self._refuse)

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.places.show_error(sentence(error))


def schedule_words(queue: CallbackQueue) -> str:
    """The spans in short, days that are alike together: mån–fre 08:00–11:00 (4 per 30 min)."""
    words = QCoreApplication.translate(
        "QueuesDialog", "{days} {start}–{end} ({places} per {interval} min)"
    )
    alike: dict[tuple[int, int, int, int], list[int]] = {}
    for each in queue.spans:
        alike.setdefault((each.opens, each.closes, each.interval, each.places), []).append(each.day)
    return ", ".join(
        words.format(
            days=days_words(days),
            start=minutes_text(opens),
            end=minutes_text(closes),
            places=places,
            interval=interval,
        )
        for (opens, closes, interval, places), days in alike.items()
    )


def days_words(days: list[int]) -> str:
    """mån–fre, where none between them is missing; else mån, ons."""
    days = sorted(set(days))
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"{day_name(days[0], short=True)}–{day_name(days[-1], short=True)}"
    return ", ".join(day_name(day, short=True) for day in days)
