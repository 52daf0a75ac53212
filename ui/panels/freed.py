"""The page of times: what has been let go, what begins soon, what is free, and who waits."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import Action
from ui.badges import Badge
from ui.keys import keys
from ui.panels.free_rooms import RoomsPart
from ui.panels.freed_minute import FreedMinute
from ui.panels.wait_list import WaitListPart
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.choice_row import Choice, Segments
from ui.widgets.speech import named
from ui.widgets.text import Text

MINUTE, SHORT, FREE, WAITS = "minute", "short", "free", "waits"
Part = FreedMinute | RoomsPart | WaitListPart


class FreedPage(QWidget):
    """One of four lists is in sight.  `said` carries a sentence, `refused` an error;
    `book_wanted` a Room that is to be booked for the patient on the card.
    """

    said = Signal(str)
    refused = Signal(object)
    book_wanted = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.minute = FreedMinute(tasks, services)
        self.short = RoomsPart(tasks, services, short_notice=True)
        self.free = RoomsPart(tasks, services)
        self.waits = WaitListPart(tasks, services)
        self._parts: dict[str, Part] = {
            MINUTE: self.minute,
            SHORT: self.short,
            FREE: self.free,
            WAITS: self.waits,
        }
        self.part = Segments(
            [
                Choice(MINUTE, Badge(self.tr("Återbud"), icon="timer")),
                Choice(SHORT, Badge(self.tr("Tider med kort varsel"), icon="clock")),
                Choice(FREE, Badge(self.tr("Lediga tider"), icon="calendar")),
                Choice(WAITS, Badge(self.tr("Väntelista"), icon="people")),
            ]
        )
        named(self.part, self.tr("Vilken lista"))
        self.part.choose(MINUTE)
        self._stack = QStackedWidget()
        for each in self._parts.values():
            each.said.connect(self.said)
            each.refused.connect(self.refused)
            self._stack.addWidget(each)
        for rooms in (self.short, self.free):
            rooms.book_wanted.connect(self.book_wanted)
        title = Text(self.tr("Tider"), Type.TITLE)
        title.setProperty("heading", True)
        head = spaced(QHBoxLayout(), gap="l")
        head.addWidget(title)
        head.addWidget(self.part, 1)
        column = spaced(QVBoxLayout(self), "l", "m")
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.part.chosen.connect(lambda _: self._show())
        keys().bind(self, Action.NEXT_TIMES, partial(self._step, 1))
        keys().bind(self, Action.LAST_TIMES, partial(self._step, -1))

    def take_focus(self) -> None:
        self._shown.take_focus()

    def refresh(self) -> None:
        self._shown.refresh()

    def forget(self) -> None:
        """The operator has left."""
        for each in self._parts.values():
            each.forget()
        self.part.choose(MINUTE)
        self._stack.setCurrentWidget(self.minute)

    @property
    def _shown(self) -> Part:
        return self._parts[self.part.value or MINUTE]

    def _step(self, by: int) -> None:
        names = list(self._parts)
        at = names.index(self.part.value or MINUTE)
        self.part.choose(names[(at + by) % len(names)])
        self._show()
        self.take_focus()

    def _show(self) -> None:
        self._stack.setCurrentWidget(self._shown)
        self.refresh()
