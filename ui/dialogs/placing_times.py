"""The intervals of a queue that one may be placed in, with how much room each has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from kundcenter.domain.capacity import Room
from ui.badges import Badge
from ui.claiming_words import day_words, room_badge, span_words
from ui.records import Column, RecordModel
from ui.services import Services
from ui.theme.look import current
from ui.widgets.empty import EmptyState
from ui.widgets.table import RecordTable

LINES, FEW = 4, 3  # in sight; the fewer in large text
LARGE = 1.25


class TimesTable(RecordTable):
    """`room` is the one under the cursor; what is full or past is not offered."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        self._now = services.now
        model = RecordModel[Room](
            (
                Column(
                    translate("TimesTable", "Dag"),
                    lambda room: day_words(room.timeslot.starts_at, services.now()),
                    sort=lambda room: room.timeslot.starts_at,
                ),
                Column(
                    translate("TimesTable", "Tid"),
                    lambda room: span_words(room.timeslot.starts_at, room.timeslot.ends_at),
                    sort=lambda room: room.timeslot.starts_at,
                    figures=True,
                    width=13,
                ),
                Column(
                    translate("TimesTable", "Lediga platser"),
                    lambda room: room_badge(room).text,
                    badge=_badge,
                    width=16,
                ),
            ),
            key=lambda room: room.timeslot.id,
        )
        super().__init__(
            translate("TimesTable", "Lediga tider"),
            model,
            empty=EmptyState(translate("TimesTable", "Lediga tider"), icon="calendar"),
            parent=parent,
        )
        model.setParent(self)
        self._model = model
        lines = FEW if current().metrics.scale >= LARGE else LINES
        self.setFixedHeight((lines + 1) * current().metrics.row)

    @property
    def room(self) -> Room | None:
        """The interval under the cursor."""
        found = self.current
        return found if isinstance(found, Room) else None

    def show_none(self) -> None:
        """Nothing has been asked for yet, which is not the same as nothing free."""
        self._say(
            QCoreApplication.translate("TimesTable", "Välj vad ärendet gäller"),
            QCoreApplication.translate("TimesTable", "Då visas tiderna som är lediga."),
        )
        self._model.replace(())

    def show_rooms(self, rooms: Sequence[Room]) -> None:
        """Those that somebody can still be placed in; the first of them is chosen."""
        now = self._now()
        free = [each for each in rooms if each.free and each.timeslot.cutoff_at > now]
        self._say(
            QCoreApplication.translate("TimesTable", "Ingen ledig tid"),
            QCoreApplication.translate("TimesTable", "Välj ett annat ärende eller en annan enhet."),
        )
        self._model.replace(free)
        if free and self.room is None:
            self.selectRow(0)

    def _say(self, title: str, words: str) -> None:
        if self._empty is not None:
            self._empty.say(title, words)

    def take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _badge(room: Room) -> Badge:
    return room_badge(room)
