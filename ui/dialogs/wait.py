"""Somebody waits for a time: what for, where, when, on how short a notice; and that it ends."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.domain.calendar import at_clock, local
from kundcenter.domain.drafts import FormKind
from kundcenter.domain.freed_times import ToldWait, Wait, WaitDraft
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.caller_day import read_day
from ui.dialogs.unit_rows import read_number
from ui.directory_keeper import DirectoryKeeper
from ui.kept_form import Fields, KeptForm
from ui.numbers import shown_number
from ui.people import name_of
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.unit_source import DirectoryUnits
from ui.widgets.check import Check
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.found_box import FoundCombo
from ui.widgets.labelled import Labelled
from ui.widgets.page import Page
from ui.widgets.text import Text

WIDE, HIGH = 720, 570  # pixels
TOP = Qt.AlignmentFlag.AlignTop
HOURS = (2, 4, 12, 24, 48, 72, 168, 336)  # of notice that are offered
DAY = 24


class WaitDialog(Dialog):
    """`said` carries a sentence when it is kept.  With `told` an entry is changed: then unit and
    time type stand, since another place is another wait.
    """

    said = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        person_id: UUID,
        *,
        told: ToldWait | None = None,
        unit_id: UUID | None = None,
        number: str = "",
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("WaitDialog", "På väntelistan")
            if told is not None
            else translate("WaitDialog", "Sätt upp på väntelistan"),
            sentence=name_of(told.person)
            if told is not None
            else translate(
                "WaitDialog", "Lämnar någon återbud rings den som passar och står på tur."
            ),
            primary=translate("WaitDialog", "Spara"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._person_id, self._old = person_id, told.wait if told is not None else None
        self._keeper = DirectoryKeeper.of(tasks, services)
        self._make_fields()
        self._lay_out()
        self._fill(unit_id, number)
        about = FormKind.WAIT, person_id if self._old is None else self._old.id
        KeptForm(self, tasks, services, about, self._texts())
        self.confirmed.connect(self._keep)

    def _make_fields(self) -> None:
        self.unit = FoundCombo(self.tr("Enhet"), placeholder=self.tr("Skriv en del av namnet"))
        self.unit.find_in(DirectoryUnits(self._keeper.directory))
        self.time_type = Field(
            self.tr("Tidstyp"), longest=100, help=self.tr("Enhetens egen, som i deras tidbok.")
        )
        self.number = Field(self.tr("Nummer att ringa"), longest=32)
        days = self.tr("Som 26/11 eller torsdag. Tomt: när som helst.")
        self.earliest = Field(self.tr("Tidigast"), longest=40, help=days)
        self.latest = Field(self.tr("Senast"), longest=40)
        self.notice = Combo(
            self.tr("Behöver veta det"),
            [Option(str(hours), self._before(hours)) for hours in HOURS],
        )
        self.starts = Field(self.tr("Klockan från"), longest=5, placeholder="08:00")
        self.ends = Field(self.tr("Klockan till"), longest=5, placeholder="17:00")
        locale = QLocale()
        short = QLocale.FormatType.ShortFormat
        self.days = {day: Check(locale.dayName(day, short).rstrip(".")) for day in range(1, 8)}
        for day, box in self.days.items():
            box.setAccessibleName(locale.dayName(day))
        self.others = Check(self.tr("Kan få tid vid andra enheter också"))
        self.guarantee = Field(
            self.tr("Vårdgarantins dag"), longest=40, help=self.tr("Om den är känd.")
        )
        self.comment = Field(self.tr("Kommentar"), longest=LINE_LIMIT)

    def _before(self, hours: int) -> str:
        if hours % DAY or hours < 2 * DAY:
            return self.tr("{count} timmar före").format(count=hours)
        return self.tr("{count} dygn före").format(count=hours // DAY)

    def _lay_out(self) -> None:
        page = Page("none", "m")
        rows: tuple[tuple[tuple[Labelled, int], ...], ...] = (
            ((self.unit, 3), (self.time_type, 2)),
            ((self.number, 3), (self.notice, 2)),
            ((self.earliest, 1), (self.latest, 1)),
            ((self.starts, 1), (self.ends, 1), (self.guarantee, 2)),
        )
        for row in rows:
            across = spaced(QHBoxLayout(), gap="m")
            for field, share in row:
                across.addWidget(field, share, TOP)
            page.body.addLayout(across)
        page.body.addWidget(Text(self.tr("Dagar som passar; ingen kryssad: alla"), Type.STRONG))
        week = spaced(QHBoxLayout(), gap="m")
        for box in self.days.values():
            week.addWidget(box)
        week.addStretch()
        page.body.addLayout(week)
        page.body.addWidget(self.others)
        page.body.addWidget(self.comment)
        page.body.addStretch()
        self.body.addWidget(page)
        self.fit_page(page, WIDE, HIGH)

    def _texts(self) -> Fields:
        """What is kept until it is saved.  The number is that of the call, which may be another."""
        names = ["earliest", "latest", "starts", "ends", "guarantee", "comment"]
        if self._old is None:
            names.append("time_type")
        return {name: getattr(self, name) for name in names}

    def _fill(self, unit_id: UUID | None, number: str) -> None:
        wait = self._old
        if wait is None:
            if unit_id is not None:
                self.unit.choose(str(unit_id))
            self.number.set_text(shown_number(number) if number else "")
            self.notice.choose(str(DAY))
            return
        self.unit.choose(str(wait.unit_id))
        self.time_type.set_text(wait.time_type)
        for field in (self.unit, self.time_type):
            field.setEnabled(False)
        self.number.set_text(shown_number(wait.number) if wait.number else "")
        hours = int(wait.notice.total_seconds() // 3600)
        if hours not in HOURS:
            offered = sorted({*HOURS, hours})
            self.notice.set_options([Option(str(each), self._before(each)) for each in offered])
        self.notice.choose(str(hours))
        for field, at in (
            (self.earliest, wait.earliest),
            (self.latest, wait.latest),
            (self.guarantee, wait.guaranteed_by),
        ):
            field.set_text(str(local(at).date()) if at is not None else "")
        for clock_field, at_time in ((self.starts, wait.from_clock), (self.ends, wait.to_clock)):
            clock_field.set_text(f"{at_time:%H:%M}" if at_time is not None else "")
        for day, box in self.days.items():
            box.setChecked(day in wait.weekdays)
        self.others.setChecked(wait.other_units)
        self.comment.set_text(wait.comment)

    # -- what was written ----------------------------------------------------------------------

    def _keep(self) -> None:
        draft = self._draft()
        if draft is None:
            return
        self.set_busy(True)
        waits = self._services.wait_list
        verb = (
            partial(waits.add, draft)
            if self._old is None
            else partial(waits.change, self._old.id, draft)
        )
        self._tasks.run(self, verb, lambda _: self._kept(), self._refuse)

    def _draft(self) -> WaitDraft | None:
        """What was written; None when something is wrong, which is said at its field."""
        if self.unit.value is None:
            return self._wrong(self.unit, self.tr("Välj en enhet."))
        if not self.time_type.text().strip():
            return self._wrong(self.time_type, self.tr("Skriv vilken sorts tid."))
        number = read_number(self.number)
        if number is None:
            return None
        moments: dict[str, datetime | None] = {}
        for name in ("earliest", "latest", "guarantee"):
            field: Field = getattr(self, name)
            day = read_day(field.text(), local(self._keeper.now).date()) if field.text() else None
            if field.text().strip() and day is None:
                return self._wrong(field, self.tr("Skriv dagen som 26/11 eller 2026-11-26."))
            end = time(23, 59) if name != "earliest" else time()
            moments[name] = at_clock(day, end) if day is not None else None
        clocks: dict[str, time | None] = {}
        for name in ("starts", "ends"):
            clock_field: Field = getattr(self, name)
            try:
                clocks[name] = _clock(clock_field.text())
            except ValueError:
                return self._wrong(clock_field, self.tr("Skriv klockan som 08:00."))
        return WaitDraft(
            person_id=self._person_id,
            unit_id=UUID(self.unit.value),
            time_type=self.time_type.text().strip(),
            number=number,
            earliest=moments["earliest"],
            latest=moments["latest"],
            notice=timedelta(hours=int(self.notice.value or DAY)),
            from_clock=clocks["starts"],
            to_clock=clocks["ends"],
            weekdays=frozenset(day for day, box in self.days.items() if box.isChecked()),
            other_units=self.others.isChecked(),
            booking_id=self._old.booking_id if self._old is not None else None,
            guaranteed_by=moments["guarantee"],
            comment=self.comment.text().strip(),
        )

    def _wrong(self, field: Labelled, words: str) -> WaitDraft | None:
        """Say it at the field; there is no draft then."""
        field.show_error(words)
        field.setFocus()
        return None

    def _kept(self) -> None:
        self.said.emit(
            self.tr("Patienten står på väntelistan.")
            if self._old is None
            else self.tr("Raden på väntelistan är ändrad.")
        )
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        names = {"from_clock": "starts", "to_clock": "ends", "guaranteed_by": "guarantee"}
        name = str(error.facts.get("field", ""))
        field = getattr(self, names.get(name, name), None)
        self._wrong(field if isinstance(field, Labelled) else self.unit, sentence(error))


class EndWaitDialog(Dialog):
    """Says why somebody waits no longer; `said` carries a sentence."""

    said = Signal(str)

    def __init__(
        self, tasks: Tasks, services: Services, wait: Wait, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("EndWaitDialog", "Avsluta väntan?"),
            sentence=translate("EndWaitDialog", "Patienten erbjuds inga lediga tider mer."),
            primary=translate("EndWaitDialog", "Avsluta väntan"),
            secondary=translate("EndWaitDialog", "Låt stå kvar"),
            parent=parent,
        )
        self._tasks, self._services, self._wait = tasks, services, wait
        self.text = Field(self.tr("Varför, om det behövs"), longest=LINE_LIMIT)
        self.body.addWidget(self.text)
        self.confirmed.connect(self._end)

    def _end(self) -> None:
        self.set_busy(True)
        verb = partial(self._services.wait_list.end, self._wait.id, self.text.text().strip())
        self._tasks.run(self, verb, lambda _: self._ended(), self._refuse)

    def _ended(self) -> None:
        self.said.emit(self.tr("Väntan är avslutad."))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.text.show_error(sentence(error))


class PriorityDialog(Dialog):
    """The medical priority of one who waits: higher is asked before all others."""

    def __init__(
        self, tasks: Tasks, services: Services, wait: Wait, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("PriorityDialog", "Medicinsk prioritet"),
            sentence=translate(
                "PriorityDialog", "Den med högre prioritet rings före alla andra som passar."
            ),
            primary=translate("PriorityDialog", "Spara"),
            parent=parent,
        )
        self._tasks, self._services, self._wait = tasks, services, wait
        self.level = ChoiceRow(
            self.tr("Prioritet"),
            [
                Choice("0", Badge(self.tr("Ingen"), icon="minus")),
                *(Choice(str(n), Badge(str(n), icon="shape-diamond")) for n in range(1, 4)),
            ],
            marks=("0", "1", "2", "3"),
        )
        self.level.choose(str(min(3, wait.priority)))
        self.body.addWidget(self.level)
        self.confirmed.connect(self._set)

    def _set(self) -> None:
        self.set_busy(True)
        level = int(self.level.value or 0)
        verb = partial(self._services.wait_list.set_priority, self._wait.id, level)
        self._tasks.run(self, verb, lambda _: self.accept(), self._refuse)

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.level.show_error(sentence(error))


def _clock(text: str) -> time | None:
    """08:00, 8.30 or 8; None when nothing is written.  Raises ValueError."""
    words = text.strip().replace(".", ":")
    if not words:
        return None
    hours, _, minutes = words.partition(":")
    if not (hours.isascii() and hours.isdecimal() and (not minutes or minutes.isdecimal())):
        raise ValueError(text)
    return time(int(hours), int(minutes or 0))
