"""Choose among free times: for a first booking, for an invitation, or in place of an old time."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.changes import Changes
from kundcenter.domain.bookings import Booking
from kundcenter.domain.calendar import at_clock, local
from kundcenter.domain.cancellations import CancelFacts
from kundcenter.domain.capacity import Room, read_times
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.caller_day import read_day
from ui.dialogs.time_booked import TimeBookedDialog
from ui.directory_keeper import DirectoryKeeper
from ui.records import Column, RecordModel
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.times import clock
from ui.times_words import (
    booking_words,
    listed_when,
    refused_words,
    times_words,
)
from ui.unit_source import DirectoryUnits
from ui.widgets.banner import Banner
from ui.widgets.beside import Beside
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.found_box import FoundCombo
from ui.widgets.table import RecordTable

WIDE, HIGH, MARGIN = 900, 300, 48  # pixels
AROUND = 440  # pixels of the height for what stands above and beneath the list
AHEAD = timedelta(days=28)  # how far one looks at once
MOST = 200  # times: nobody reads more of them


class ChooseTimeDialog(Dialog):
    """`booked` carries what was booked as Changes.

    With `old` the new time takes its place in one go: until the new one stands the old one does.
    `facts` are then why it is left.  An open invitation is `old` without a time.
    """

    booked = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        person_id: UUID,
        *,
        old: Booking | None = None,
        facts: CancelFacts | None = None,
        unit_id: UUID | None = None,
        call_id: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        self._keeper = DirectoryKeeper.of(tasks, services)
        moves = old is not None and old.starts_at is not None
        words = ""
        if moves and old is not None:
            words = translate(
                "ChooseTimeDialog", "Den gamla tiden står tills den nya är bokad: {old}"
            )
            words = words.format(old=booking_words(old, self._keeper.name(old.unit_id)))
        super().__init__(
            translate("ChooseTimeDialog", "Boka om")
            if moves
            else translate("ChooseTimeDialog", "Boka en tid"),
            sentence=words,
            primary=translate("ChooseTimeDialog", "Boka"),
            secondary=translate("ChooseTimeDialog", "Behåll den gamla tiden")
            if moves
            else translate("ChooseTimeDialog", "Avbryt"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._person_id, self._old, self._facts = person_id, old, facts
        self._moves, self._call_id = moves, call_id
        self._trouble = Banner(self.tr("Det gick inte."), ToneName.DANGER, icon="error", wrap=True)
        self._trouble.hide()
        self._make_search(old.unit_id if old is not None else unit_id)
        self._make_list()
        for part in (self._trouble, Beside(self.unit, self.first)):
            self.body.addWidget(part)
        self.body.addWidget(self.table, 1)
        self.confirmed.connect(self._book)
        self._fit()
        self._look()
        if self.unit.value is None:
            self.unit.setFocus()
        else:
            self.table.setFocus()

    # -- the parts -----------------------------------------------------------------------------

    def _make_search(self, unit_id: UUID | None) -> None:
        self.unit = FoundCombo(self.tr("Mottagning"), placeholder=self.tr("Skriv en del av namnet"))
        self.unit.find_in(DirectoryUnits(self._keeper.directory))
        if unit_id is not None:
            self.unit.choose(str(unit_id))
        if self._old is not None:  # whoever moves a time stays where it is (DOMAIN §6.3)
            self.unit.setEnabled(False)
            self.unit.set_help(self.tr("Samma mottagning och slag av besök."))
        self.first = Field(
            self.tr("Tidigast"),
            longest=40,
            help=self.tr("Som 26/11, torsdag eller i morgon. Tomt: nu."),
        )
        self.unit.chosen.connect(lambda _: self._look_anew())
        self.first.changed.connect(lambda _: self._look_anew())

    def _make_list(self) -> None:
        self.model = RecordModel[Room](
            (
                Column(
                    self.tr("När"),
                    lambda room: listed_when(room.timeslot.starts_at),
                    sort=lambda room: room.timeslot.starts_at,
                    width=18,
                ),
                Column(
                    self.tr("Till"),
                    lambda room: clock(room.timeslot.ends_at),
                    figures=True,
                    width=6,
                ),
                Column(self.tr("Besök"), lambda room: room.timeslot.category, width=16),
                Column(self.tr("Hos"), lambda room: room.timeslot.performer),
                Column(
                    self.tr("Platser"),
                    lambda room: str(room.free),
                    sort=lambda room: room.free,
                    figures=True,
                    width=8,
                ),
                Column(
                    self.tr("Vårdgarantin"),
                    lambda room: _guarantee(room).text,
                    badge=_guarantee,
                    width=14,
                ),
            ),
            key=lambda room: room.timeslot.id,
            parent=self,
        )
        self._empty = EmptyState(self.tr("Välj en mottagning"), icon="calendar")
        self.table = RecordTable(self.tr("Lediga tider"), self.model, empty=self._empty)
        self.table.opened.connect(lambda _: self.primary.click())
        self.table.chosen.connect(lambda _: self._show_way())

    # -- what is free --------------------------------------------------------------------------

    def _look_anew(self) -> None:
        """What was refused concerned another question."""
        self._trouble.hide()
        self._look()

    def _look(self) -> None:
        unit = self.unit.value
        start = self._start()
        if unit is None or start is None:
            self._show(())
            return
        verb = partial(
            self._services.timeslots.free,
            unit_id=UUID(unit),
            time_type=self._old.time_type if self._old is not None else "",
            start=start,
            end=start + AHEAD,
        )
        self._tasks.run(self, verb, self._show, self._tell, topic="free")

    def _start(self) -> datetime | None:
        """From when on one looks; None when it is no day, which is said at the field."""
        now = self._services.now()
        self.first.clear_error()
        if not self.first.text().strip():
            return now
        day = read_day(self.first.text(), local(now).date())
        if day is None:
            self.first.warn(self.tr("Skriv dagen som 26/11."))
            return now
        self.first.warn("")
        return max(now, at_clock(day, now.time().min))

    def _show(self, rooms: tuple[Room, ...]) -> None:
        free = [room for room in rooms if room.free > 0][:MOST]
        if self.unit.value is not None:
            self._empty.say(
                self.tr("Inga lediga tider på fyra veckor"),
                self.tr("Välj en senare dag, eller ställ patienten i mottagningens kö."),
                icon="calendar",
            )
        self.model.replace(free)
        if free and self.table.current is None:
            self.table.selectRow(0)
        self._show_way()

    def _show_way(self) -> None:
        room: Room | None = self.table.current
        self.primary.setEnabled(room is not None)
        words = self.tr("Boka")
        if room is not None:
            words = self.tr("Boka {when}").format(when=listed_when(room.timeslot.starts_at))
        self.primary.setText(words)
        self.primary.setAccessibleName(words)

    # -- what is done --------------------------------------------------------------------------

    def _book(self) -> None:
        room: Room | None = self.table.current
        if room is None:
            return
        self._trouble.hide()
        self.set_busy(True)
        bookings, slot = self._services.bookings, room.timeslot
        if self._moves and self._old is not None and self._facts is not None:
            verb = partial(
                bookings.rebook, self._old.id, slot.id, self._facts, call_id=self._call_id
            )
        else:
            verb = partial(
                bookings.book,
                slot.id,
                self._person_id,
                invitation=self._old.id if self._old is not None else None,
                call_id=self._call_id,
            )
        self._tasks.run(self, verb, partial(self._done, room), self._refuse)

    def _done(self, room: Room, changes: Changes) -> None:
        self.accept()
        self.booked.emit(changes)
        unit = self._keeper.name(room.timeslot.unit_id)
        parent = self.parentWidget()
        TimeBookedDialog(
            self._tasks, self._services, room, unit, changes, moved=self._moves, parent=parent
        ).open()

    def _refuse(self, error: KundcenterError) -> None:
        """It was not booked: what is free has changed, most likely."""
        self.set_busy(False)
        self._tell(error)
        self._look()

    def _tell(self, error: KundcenterError) -> None:
        """What came between, what is free instead, and that the old time stands."""
        words = [refused_words(error)]
        try:
            times = read_times(str(error.facts.get("times", "")))
        except ValueError:
            times = ()
        if times:
            words.append(self.tr("Ledigt i stället: {times}.").format(times=times_words(times)))
        if self._moves:
            words.append(self.tr("Den gamla tiden står kvar."))
        self._trouble.say(" ".join(words))
        self._trouble.show()
        self.make_room()

    def _fit(self) -> None:
        scale, host = current().metrics.scale, self.host
        width, height = round(WIDE * scale), round(HIGH * scale)
        if host is not None:
            room = host.size()
            width = min(width, room.width() - 2 * MARGIN)
            height = max(160, min(height, room.height() - round(AROUND * scale)))
        self.setMinimumWidth(width)
        self.table.setMinimumHeight(height)


def _guarantee(room: Room) -> Badge:
    """Whether the time lies within the care guarantee, where the unit tells (DOMAIN §6.3)."""
    translate = QCoreApplication.translate
    within = room.timeslot.within_guarantee
    if within is None:
        return Badge(translate("ChooseTimeDialog", "Okänt"), ToneName.NEUTRAL, "help")
    if within:
        return Badge(translate("ChooseTimeDialog", "Inom"), ToneName.SUCCESS, "check-circle")
    return Badge(translate("ChooseTimeDialog", "Utanför"), ToneName.WARNING, "warning")
