"""Times that nobody has: those with short notice, or those of a unit in a period."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.capacity import Room
from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.directory_keeper import DirectoryKeeper
from ui.freed_words import left_badge, short_words, when_words
from ui.keys import keys
from ui.link import Marks, mark_column
from ui.panels.led_times import LedTimes, state_badge
from ui.records import Column, RecordModel
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.unit_source import DirectoryUnits
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.combo import Combo, Option
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.finder import matching
from ui.widgets.found_box import FoundCombo
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

SHOWN = 300  # times; nobody reads more of them
SPANS = ("1", "3", "7", "14", "30", "90")  # days ahead
ORDINARY = "14"
LEFT, UNIT, WITH, PLACES, STATE = 0, 2, 4, 5, 6  # their columns


class RoomsPart(QWidget):
    """`book_wanted` carries a Room for the patient on the card; `said` a sentence, `refused` an
    error.  Nobody is named here.  Whoever leads has the acts of `LedTimes` on a unit's times.
    """

    said = Signal(str)
    refused = Signal(object)
    book_wanted = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        *,
        short_notice: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._services, self._short = tasks, services, short_notice
        self._keeper = DirectoryKeeper.of(tasks, services)
        self._rooms: tuple[Room, ...] = ()
        self.words = Field(
            self.tr("Sök bland tiderna"),
            keys=Action.FIND_TIMES,
            placeholder=self.tr("Enhet, tidstyp eller vem man träffar"),
            longest=120,
        )
        self.unit = FoundCombo(
            self.tr("Enhet"),
            keys=Action.FIND_TIMES,
            placeholder=self.tr("Skriv en del av namnet"),
        )
        told = self.tr("{count} dagar framåt")
        self.span = Combo(
            self.tr("Hur långt"), [Option(days, told.format(count=days)) for days in SPANS]
        )
        self.span.choose(ORDINARY)
        self.led = LedTimes(tasks, services)
        marks = Marks.of(tasks, services)
        self.model = self._made_model(marks)
        marks.changed.connect(self.model.renew)
        self._empty = EmptyState(
            self.tr("Inga tider med kort varsel") if short_notice else self.tr("Välj en enhet"),
            self.tr("Här visas lediga tider som börjar inom tre dygn.") if short_notice else "",
            icon="calendar",
        )
        self.table = RecordTable(self._title, self.model, empty=self._empty)
        self.table.sort_by(0)
        self.table.show_column(UNIT, short_notice)  # of one unit it would say the same each time
        self._show_kind()
        self.book = Button(
            self.tr("Boka för patienten på kortet"),
            ButtonKind.PRIMARY,
            icon="calendar",
            keys="Return",
        )
        self.count = Text("", Type.SMALL, role="muted")
        self._lay_out()
        self._listen()

    @property
    def _title(self) -> str:
        return self.tr("Tider med kort varsel") if self._short else self.tr("Lediga tider")

    @property
    def _every(self) -> bool:
        """Whether closed and full times are listed too."""
        return self._leads and self.led.every.isChecked()

    @property
    def _leads(self) -> bool:
        return not self._short and self._keeper.may(Function.MANAGE_CAPACITY)

    # -- what the page asks --------------------------------------------------------------------

    def take_focus(self) -> None:
        reason = Qt.FocusReason.ShortcutFocusReason
        if self._short or self.unit.value is not None:
            self.table.setFocus(reason)
        else:
            self.unit.setFocus(reason)

    def refresh(self) -> None:
        self._show_kind()
        if self._short:
            look = self._services.timeslots.short_notice
            self._tasks.run(self, look, self._show, self.refused.emit, topic="rooms")
            return
        unit = self.unit.value
        if unit is None:
            self._show(())
            return
        now, times = self._services.now(), self._services.timeslots
        verb = partial(
            partial(times.of_unit, UUID(unit))
            if self._every
            else partial(times.free, unit_id=UUID(unit)),
            start=now,
            end=now + timedelta(days=int(self.span.value or ORDINARY)),
        )
        self._tasks.run(self, verb, self._show, self._refuse, topic="rooms")

    def forget(self) -> None:
        """The operator has left."""
        self._rooms = ()
        self.words.set_text("")
        self.unit.choose(None)
        self.span.choose(ORDINARY)
        self.led.forget()
        self.model.replace(())
        self._show_acts()

    # -- the list ------------------------------------------------------------------------------

    def _show(self, rooms: tuple[Room, ...]) -> None:
        self._rooms = rooms if self._every else tuple(room for room in rooms if room.free)
        if not self._short:
            self._empty.say(*self._nothing())
        self._sift()

    def _nothing(self) -> tuple[str, str]:
        """What is said where nothing is listed, and what to do."""
        if self.unit.value is None:
            return self.tr("Välj en enhet"), ""
        words = self.tr("Enheten har inga tider") if self._every else self.tr("Inga lediga tider")
        return words, self.tr("Välj en längre tid, eller en annan enhet.")

    def _sift(self) -> None:
        found = matching(self._rooms, self.words.text(), self._told) if self._short else self._rooms
        self.table.show_column(WITH, any(room.timeslot.performer for room in found))
        self.model.replace(found[:SHOWN])
        words = (
            self.tr("De {count} första visas.") if len(found) > SHOWN else self.tr("Tider: {count}")
        )
        self.count.setText(words.format(count=min(SHOWN, len(found))) if found else "")
        if found and self.table.current is None:
            self.table.selectRow(0)
        self._show_acts()

    def _told(self, room: Room) -> str:
        slot = room.timeslot
        return " ".join((self._keeper.name(slot.unit_id), slot.category, slot.performer))

    def _show_acts(self) -> None:
        room: Room | None = self.table.current
        self.book.setEnabled(room is not None and room.free > 0)
        unit = self.unit.value
        self.led.show_room(room, None if unit is None else UUID(unit))

    def _show_kind(self) -> None:
        """What only whoever leads has; of every time it is said how it stands."""
        self.led.setVisible(self._leads)
        for column in (LEFT, PLACES):
            self.table.show_column(column, not self._every)
        self.table.show_column(STATE, self._every)

    def _when(self, room: Room) -> str:
        """In short beside how it stands: in large text the clock would be cut off."""
        words = short_words if self._every else when_words
        return words(room.timeslot, self._keeper.now)

    def _refuse(self, error: KundcenterError) -> None:
        self.refused.emit(error)
        self.model.replace(())

    def _refuse_act(self, error: KundcenterError) -> None:
        """What is shown is old, most likely."""
        self.refused.emit(error)
        self.refresh()

    def _book(self) -> None:
        room: Room | None = self.table.current
        if room is None:
            return
        if room.free:
            self.book_wanted.emit(room)
        else:
            self.said.emit(self.tr("På den tiden finns ingen ledig plats."))

    def _on_added(self, unit_id: UUID) -> None:
        """The unit's times are shown where none was chosen."""
        if self.unit.value is None:
            self.unit.choose(str(unit_id))
        self.refresh()

    # -- the parts -----------------------------------------------------------------------------

    def _made_model(self, marks: Marks) -> RecordModel[Room]:
        return RecordModel[Room](
            (
                Column(
                    self.tr("Börjar om"),
                    lambda room: left_badge(room.timeslot.starts_at, self._keeper.now).text,
                    badge=lambda room: left_badge(room.timeslot.starts_at, self._keeper.now),
                    sort=lambda room: room.timeslot.starts_at,
                    width=14,
                ),
                Column(
                    self.tr("Tid"),
                    self._when,
                    tip=lambda room: when_words(room.timeslot, self._keeper.now),
                    sort=lambda room: room.timeslot.starts_at,
                    width=26,
                ),
                Column(self.tr("Enhet"), lambda room: self._keeper.name(room.timeslot.unit_id)),
                Column(self.tr("Tidstyp"), lambda room: room.timeslot.category, width=16),
                Column(self.tr("Hos"), lambda room: room.timeslot.performer, width=16),
                Column(
                    self.tr("Platser"),
                    lambda room: str(room.free),
                    sort=lambda room: room.free,
                    figures=True,
                    width=7,
                ),
                Column(
                    self.tr("Läge"),
                    lambda room: state_badge(room).text,
                    badge=state_badge,
                    tip=lambda room: state_badge(room).text,
                    width=15,
                ),
                *mark_column(marks, lambda room: marks.badge("timeslot", room.timeslot.id)),
            ),
            key=lambda room: room.timeslot.id,
            parent=self,
        )

    def _lay_out(self) -> None:
        top = spaced(QHBoxLayout(), gap="m")
        if self._short:
            top.addWidget(self.words, 1)
            for part in (self.unit, self.span):
                part.setParent(self)
                part.hide()
        else:
            top.addWidget(self.unit, 2)
            top.addWidget(self.span, 1)
            self.words.setParent(self)
            self.words.hide()
        foot = spaced(QHBoxLayout(), gap="m")
        foot.addWidget(self.book)
        foot.addStretch()
        foot.addWidget(self.count)
        column = spaced(QVBoxLayout(self), gap="m")
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.led)
        column.addLayout(foot)

    def _listen(self) -> None:
        self.words.changed.connect(lambda _: self._sift())
        self.words.submitted.connect(self._to_list)
        self.unit.chosen.connect(lambda _: self.refresh())
        self.span.chosen.connect(lambda _: self.refresh())
        self.table.opened.connect(lambda _: self._book())
        self.table.chosen.connect(lambda _: self._show_acts())
        self.book.clicked.connect(self._book)
        self.led.turned.connect(self.refresh)
        self.led.added.connect(self._on_added)
        self.led.said.connect(self.said)
        self.led.refused.connect(self._refuse_act)
        keys().bind(self, Action.FIND_TIMES, self._to_search)
        self._tasks.changed.connect(self._on_changed)
        self._keeper.changed.connect(self._on_directory)
        self._keeper.aged.connect(self._on_time)
        self._on_directory()

    def _to_search(self) -> None:
        field = self.words if self._short else self.unit
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_list(self) -> None:
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_directory(self) -> None:
        if not self._short:
            self.unit.find_in(DirectoryUnits(self._keeper.directory))
            self._show_kind()
        self.model.renew()

    def _on_time(self) -> None:
        if self.isVisible():
            self.model.renew()

    def _on_changed(self, changes: Changes) -> None:
        news = changes.of("timeslot") or changes.of("booking") or changes.of("freed_time")
        if news and self.isVisible():
            self.refresh()
