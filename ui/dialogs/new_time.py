"""A time that a unit lets others book, as whoever leads writes it down."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from kundcenter.domain.calendar import at_clock, local
from kundcenter.domain.capacity import MOST_SEATS, Room
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.domain.visit_times import CODE_LIMIT, LONGEST_LOOK, NewTime
from kundcenter.errors import KundcenterError
from ui.caller_day import read_day
from ui.claiming_words import day_words, span_words
from ui.dialogs.queue_edit import minutes_of, minutes_text, whole
from ui.directory_keeper import DirectoryKeeper
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.unit_source import DirectoryUnits
from ui.widgets.banner import Banner
from ui.widgets.beside import Beside
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.found_box import FoundCombo
from ui.widgets.labelled import Labelled
from ui.widgets.page import Page

WIDE, HIGH = 680, 400  # pixels
NAMED = 6  # kinds of times that are named beneath the field
DAY = 24 * 60  # minutes
AHEAD = LONGEST_LOOK - timedelta(days=1)  # nobody looks farther ahead


class WrongHere(Exception):
    """What is written in a field cannot be used, and why, for whoever wrote it."""

    def __init__(self, field: Labelled, words: str) -> None:
        super().__init__()
        self.field, self.words = field, words


class NewTimeDialog(Dialog):
    """`said` carries a sentence, and `added` the unit's id, when the time can be booked.

    What was written stands when it is refused.  Two times may be at the same hour: a unit has more
    than one room.
    """

    said = Signal(str)
    added = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        unit_id: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("NewTimeDialog", "Ny ledig tid"),
            sentence=translate("NewTimeDialog", "Tiden kan bokas av alla så snart den är sparad."),
            primary=translate("NewTimeDialog", "Lägg till"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._keeper = DirectoryKeeper.of(tasks, services)
        self._trouble = Banner(
            self.tr("Det gick inte."), ToneName.WARNING, icon="warning", wrap=True
        )
        self._trouble.hide()
        self._make_fields()
        self._lay_out()
        self.confirmed.connect(self._add)
        self.unit.chosen.connect(lambda _: self._ask_types())
        if unit_id is not None:
            self.unit.choose(str(unit_id))
        self._ask_types()

    def open(self) -> None:
        """The unit is mostly the one that was chosen: one begins with the day."""
        super().open()
        if self.unit.value is not None:
            self.day.setFocus()

    def _make_fields(self) -> None:
        self.unit = FoundCombo(self.tr("Enhet"), placeholder=self.tr("Skriv en del av namnet"))
        self.unit.find_in(DirectoryUnits(self._keeper.directory))
        self.day = Field(
            self.tr("Dag"), longest=40, help=self.tr("Som 26/11, torsdag eller i morgon.")
        )
        self.starts = Field(self.tr("Från"), longest=5, placeholder="08:00")
        self.ends = Field(self.tr("Till"), longest=5, placeholder="08:30")
        self.time_type = Field(self.tr("Tidstyp"), longest=CODE_LIMIT)
        self.places = Field(self.tr("Platser"), longest=3)
        self.places.set_text("1")
        self.performer = Field(
            self.tr("Hos"), longest=LINE_LIMIT, help=self.tr("Om det ska sägas vem man träffar.")
        )

    def _lay_out(self) -> None:
        page = Page("none", "m")
        for part in (
            self._trouble,
            Beside(self.unit, self.day),
            Beside(self.starts, self.ends),
            Beside(self.time_type, self.places),
            self.performer,
        ):
            page.body.addWidget(part)
        page.body.addStretch()
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)

    # -- the unit's own kinds of times ---------------------------------------------------------

    def _ask_types(self) -> None:
        self._show_types(())
        if self.unit.value is None:
            return
        now = self._keeper.now
        verb = partial(
            self._services.timeslots.of_unit,
            UUID(self.unit.value),
            start=now,
            end=now + LONGEST_LOOK,
        )
        self._tasks.run(self, verb, self._show_types, self._say, topic="types")

    def _show_types(self, rooms: tuple[Room, ...]) -> None:
        """Offered while one types; another may be written."""
        types = sorted({room.timeslot.category for room in rooms})
        completer = QCompleter(types, self.time_type.edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = completer.popup()
        assert popup is not None
        popup.setAccessibleName(self.tr("Tidstyp"))
        self.time_type.edit.setCompleter(completer)
        words = self.tr("Enhetens egen, som i deras tidbok.")
        if types:
            words = self.tr("Enheten har {types}.").format(types=", ".join(types[:NAMED]))
        self.time_type.set_help(words)
        self.make_room()

    # -- what was written ----------------------------------------------------------------------

    def _add(self) -> None:
        self._trouble.hide()
        try:
            time = self._time()
        except WrongHere as wrong:
            self._wrong(wrong.field, wrong.words)
            return
        if time is None:
            return
        self.set_busy(True)
        verb = partial(self._services.timeslots.add, (time,))
        self._tasks.run(self, verb, lambda _: self._added(time), self._refuse)

    def _time(self) -> NewTime | None:
        """What was written; None when it is said already what is wrong.  Raises WrongHere."""
        if self.unit.value is None:
            raise WrongHere(self.unit, self.tr("Välj en enhet."))
        period = self._read_period(self._read_day())
        if not self.time_type.text().strip():
            raise WrongHere(self.time_type, self.tr("Skriv vilken sorts tid."))
        places = whole(self.places, MOST_SEATS, least=1)
        if places is None:
            return None
        return NewTime(
            UUID(self.unit.value),
            self.time_type.text().strip(),
            *period,
            places,
            performer=self.performer.text().strip(),
        )

    def _read_day(self) -> date:
        today = local(self._keeper.now).date()
        day, words = read_day(self.day.text(), today), ""
        if day is None:
            words = self.tr("Skriv dagen som 26/11 eller 2026-11-26.")
        elif day < today:
            words = self.tr("Dagen har redan varit.")
        elif day - today > AHEAD:
            words = self.tr("Högst ett år framåt.")
        if day is None or words:
            raise WrongHere(self.day, words)
        return day

    def _read_period(self, day: date) -> tuple[datetime, datetime]:
        clocks: list[int] = []
        moments: list[datetime] = []
        for field in (self.starts, self.ends):
            try:
                minutes = _minutes(field.text())
            except ValueError:
                raise WrongHere(field, self.tr("Skriv klockan som 08:00.")) from None
            at = _moment(day, minutes)
            if at is None:
                words = self.tr("Klockan ställs fram den natten: {clock} finns inte.")
                raise WrongHere(field, words.format(clock=minutes_text(minutes)))
            clocks.append(minutes)
            moments.append(at)
        if clocks[1] <= clocks[0]:
            raise WrongHere(self.ends, self.tr("Tiden måste sluta efter att den har börjat."))
        if moments[0] <= self._keeper.now:
            raise WrongHere(self.starts, self.tr("Tiden har redan börjat. Skriv en senare."))
        return moments[0], moments[1]

    def _wrong(self, field: Labelled, words: str) -> None:
        """Say it at the field, and go there."""
        field.show_error(words)
        field.setFocus()

    def _added(self, time: NewTime) -> None:
        words = self.tr("Tiden är tillagd: {day} {span}.").format(
            day=day_words(time.starts_at, self._keeper.now),
            span=span_words(time.starts_at, time.ends_at),
        )
        self.accept()
        self.said.emit(words)
        self.added.emit(time.unit_id)

    def _refuse(self, error: KundcenterError) -> None:
        """At the field it is about; what was written stands."""
        self.set_busy(False)
        names = {"starts_at": "starts", "ends_at": "ends", "capacity": "places"}
        name = str(error.facts.get("field", ""))
        field = getattr(self, names.get(name, name), None)
        if isinstance(field, Labelled):
            self._wrong(field, sentence(error))
        else:
            self._say(error)

    def _say(self, error: KundcenterError) -> None:
        self._trouble.say(sentence(error))
        self._trouble.show()
        self.make_room()


def _minutes(text: str) -> int:
    """08:00, 8.30 or 8 as minutes after midnight; 24:00 is the day's end.  Raises ValueError."""
    words = text.strip()
    return minutes_of(words if set(words) & {":", "."} else f"{words}:00")


def _moment(day: date, minutes: int) -> datetime | None:
    """The instant when the clock shows so; None on the night when it never does."""
    midnight = datetime.combine(day + timedelta(days=minutes // DAY), datetime.min.time())
    told = midnight + timedelta(minutes=minutes % DAY)
    at = at_clock(told.date(), told.time())
    return at if local(at).time() == told.time() else None
