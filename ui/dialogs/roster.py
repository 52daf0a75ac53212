"""The roster of who is on call: the turns of the coming fourteen days, written by hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.calendar import local
from kundcenter.domain.on_call import Duty, Turn, TurnFault
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.dialogs.unit_rows import read_number
from ui.directory_keeper import DirectoryKeeper
from ui.moments import read_moment
from ui.numbers import shown_number
from ui.records import Column, RecordModel
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.theme.space import spaced
from ui.times import day_and_time
from ui.unit_faults import turn_fault
from ui.widgets.buttons import Button
from ui.widgets.check import Check
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.table import RecordTable

WIDE, HIGH, TURN_WIDE, MARGIN = 1000, 360, 640, 48  # pixels
AHEAD = timedelta(days=14)
TOP = Qt.AlignmentFlag.AlignTop


class TurnDialog(Dialog):
    """One turn: which function, when, in which order, at which number."""

    def __init__(
        self, now: datetime, duty: Duty | None = None, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("TurnDialog", "Ändra passet")
            if duty
            else translate("TurnDialog", "Nytt pass"),
            primary=translate("TurnDialog", "Spara"),
            parent=parent,
        )
        self._now, self.duty = now, duty
        self.function = Field(self.tr("Funktion"), longest=100)
        self.starts = Field(self.tr("Från"), longest=20)
        self.ends = Field(self.tr("Till"), longest=20)
        self.starts.set_help(self.tr("Som 18:00 eller 2026-11-21 18:00."))
        self.place = Field(self.tr("Plats i ringordningen"), longest=2)
        self.phone = Field(self.tr("Nummer"), longest=32)
        self.name = Field(self.tr("Namn"), longest=LINE_LIMIT)
        self.comment = Field(self.tr("Kommentar"), longest=LINE_LIMIT)
        self.deputy = Check(self.tr("Ersättare: rings när ingen annan svarar"))
        self.body.addWidget(self.function)
        for pair in ((self.starts, self.ends), (self.place, self.phone), (self.name, self.comment)):
            row = spaced(QHBoxLayout(), gap="m")
            for field in pair:
                row.addWidget(field, 1, TOP)
            self.body.addLayout(row)
        self.body.addWidget(self.deputy)
        self.setMinimumWidth(round(TURN_WIDE * current().metrics.scale))
        self.starts.set_text(day_and_time(duty.starts_at if duty else now))
        self.place.set_text(str(duty.place) if duty else "1")
        if duty is not None:
            self.function.set_text(duty.function)
            self.ends.set_text(day_and_time(duty.ends_at))
            self.phone.set_text(shown_number(duty.phone))
            self.name.set_text(duty.name)
            self.comment.set_text(duty.comment)
            self.deputy.setChecked(duty.deputy)

    def turn(self) -> Turn | None:
        """What was written; None when something is wrong, which is said at its field."""
        if not self.function.text().strip():
            self._wrong(self.function, self.tr("Skriv vilken jour det är."))
            return None
        moments = []
        for field in (self.starts, self.ends):
            try:
                moments.append(read_moment(field.text(), self._now))
            except ValueError:
                self._wrong(field, self.tr("Skriv tiden som 2026-11-21 18:00."))
                return None
        starts, ends = moments
        if ends <= starts:
            self._wrong(self.ends, self.tr("Slutet ligger före början."))
            return None
        place = self.place.text().strip()
        if not (place.isascii() and place.isdecimal() and int(place) > 0):
            self._wrong(self.place, self.tr("Skriv 1 för den som rings först."))
            return None
        number = read_number(self.phone)
        if number is None:
            return None
        return Turn(
            function=self.function.text().strip(),
            unit_id=self.duty.unit_id if self.duty else None,
            starts_at=starts,
            ends_at=ends,
            place=int(place),
            phone=number,
            name=self.name.text().strip(),
            deputy=self.deputy.isChecked(),
            comment=self.comment.text().strip(),
        )

    def refuse(self, error: KundcenterError) -> None:
        """Say what is wrong at the field that it is about."""
        self.set_busy(False)
        names = {"starts_at": "starts", "ends_at": "ends"}
        name = str(error.facts.get("field", ""))
        field: Any = getattr(self, names.get(name, name), None)
        if not isinstance(field, Labelled):
            field = self.place if error.code == "duty.taken" else self.function
        fault = error.facts.get("fault")
        said = sentence(error)
        if isinstance(fault, TurnFault):
            said = f"{said} ({turn_fault(fault)})"
        self._wrong(field, said)

    def _wrong(self, field: Labelled, words: str) -> None:
        field.show_error(words)
        field.setFocus()


class RosterDialog(Dialog):
    """`said` carries a sentence for a notice."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("RosterDialog", "Jourlistan, de närmaste fjorton dagarna"),
            primary=translate("RosterDialog", "Stäng"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._keeper = DirectoryKeeper.of(tasks, services)
        self.secondary.hide()
        self.confirmed.connect(self.accept)
        self.model = RecordModel[Duty](
            (
                Column(self.tr("Funktion"), lambda duty: duty.function, width=20),
                Column(
                    self.tr("Från"),
                    lambda duty: day_and_time(duty.starts_at),
                    sort=lambda duty: (duty.starts_at, duty.function, duty.deputy, duty.place),
                    figures=True,
                    width=16,
                ),
                Column(
                    self.tr("Till"),
                    lambda duty: day_and_time(duty.ends_at),
                    sort=lambda duty: duty.ends_at,
                    figures=True,
                    width=16,
                ),
                Column(self.tr("Ordning"), self._order, width=10),
                Column(self.tr("Nummer"), lambda duty: shown_number(duty.phone), width=13),
                Column(self.tr("Namn"), lambda duty: duty.name),
            ),
            key=lambda duty: duty.id,
            parent=self,
        )
        self._empty = EmptyState(
            self.tr("Ingen står i jourlistan"),
            self.tr("Lägg till det första passet."),
            icon="phone",
        )
        self.table = RecordTable(self.tr("Jourlistan"), self.model, empty=self._empty)
        self.table.sort_by(1)
        self.add = Button(self.tr("Nytt pass"), icon="plus")
        self.change = Button(self.tr("Ändra"), icon="pen", keys="Return")
        self.remove = Button(self.tr("Ta bort"), icon="trash", keys="Delete")
        self.add.clicked.connect(lambda: self._ask(None))
        self.change.clicked.connect(self._ask_chosen)
        self.remove.clicked.connect(self._remove)
        self.table.opened.connect(lambda _: self._ask_chosen())
        self.table.chosen.connect(lambda _: self._show_acts())
        erase = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table, self.remove.click)
        erase.setContext(Qt.ShortcutContext.WidgetShortcut)
        row = spaced(QHBoxLayout(), gap="s")
        for button in (self.add, self.change, self.remove):
            row.addWidget(button)
        row.addStretch()
        self.body.addLayout(row)
        self.body.addWidget(self.table, 1)
        self._fit()
        tasks.changed.connect(self._on_changed)
        self._show_acts()
        self.refresh()

    def refresh(self) -> None:
        """From today's first minute: a turn of this morning can still be corrected."""
        now = self._keeper.now
        begin = local(now).replace(hour=0, minute=0, second=0, microsecond=0)
        verb = partial(self._services.on_call.between, begin, now + AHEAD)
        self._tasks.run(self, verb, self._show, self._refuse, topic="roster")

    def _show(self, duties: tuple[Duty, ...]) -> None:
        self.model.replace(duties)
        self._show_acts()

    def _ask_chosen(self) -> None:
        if self.table.current is not None:
            self._ask(self.table.current)

    def _ask(self, duty: Duty | None) -> None:
        dialog = TurnDialog(self._keeper.now, duty, parent=self)
        dialog.confirmed.connect(partial(self._put, dialog))
        dialog.open()

    def _put(self, dialog: TurnDialog) -> None:
        turn, duty = dialog.turn(), dialog.duty
        if turn is None:
            return
        dialog.set_busy(True)
        upon = duty.number if duty else 0
        verb = partial(self._services.on_call.put, duty.id if duty else None, turn, upon=upon)
        self._tasks.run(dialog, verb, lambda _: dialog.accept(), dialog.refuse)

    def _remove(self) -> None:
        duty: Duty | None = self.table.current
        if duty is None:
            return
        words = self.tr("{function}, {start}–{end}.").format(
            function=duty.function,
            start=day_and_time(duty.starts_at),
            end=day_and_time(duty.ends_at),
        )
        dialog = Dialog(
            self.tr("Ta bort passet?"),
            sentence=words,
            primary=self.tr("Ta bort"),
            danger=True,
            parent=self,
        )
        dialog.confirmed.connect(partial(self._removed, dialog, duty))
        dialog.open()

    def _removed(self, dialog: Dialog, duty: Duty) -> None:
        dialog.accept()
        verb = partial(self._services.on_call.remove, duty.id, upon=duty.number)
        self._tasks.run(self, verb, refused=self._refuse)

    def _order(self, duty: Duty) -> str:
        return self.tr("Ersättare") if duty.deputy else str(duty.place)

    def _refuse(self, error: KundcenterError) -> None:
        self.said.emit(sentence(error))
        self._empty.say(sentence(error), icon="error")

    def _show_acts(self) -> None:
        may = self.table.current is not None
        for button in (self.change, self.remove):
            button.setEnabled(may)

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("duty"):
            self.refresh()

    def _fit(self) -> None:
        scale, parent = current().metrics.scale, self.parentWidget()
        width, height = round(WIDE * scale), round(HIGH * scale)
        if parent is not None:
            host = parent.window().size()
            width = min(width, host.width() - 2 * MARGIN)
            height = min(height, host.height() - 6 * MARGIN)
        self.setMinimumWidth(width)
        self.table.setMinimumHeight(height)
