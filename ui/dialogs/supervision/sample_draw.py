"""Draw a sample: which calls, how many, and by which seed it can be drawn again."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.changes import Changes
from kundcenter.domain.calendar import day_bounds, local
from kundcenter.domain.supervision.samples import (
    SEED_LIMIT,
    TITLE_LIMIT,
    Frame,
    Picked,
    SampleInvalid,
    SampleTooLarge,
)
from kundcenter.domain.text import TextInvalid
from kundcenter.errors import KundcenterError
from ui.services import Services
from ui.supervision.aim_words import written_day
from ui.supervision.queue_choice import QueueChoice
from ui.tasks import Tasks
from ui.texts import sentence
from ui.widgets.beside import Beside
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.page import Page

WIDE, HIGH = 640, 330  # pixels
SIZE = 30  # calls that one has time to judge in a day
ONE_DAY = timedelta(days=1)


class SampleDrawDialog(Dialog):
    """`drawn` carries the id of the sample that was kept."""

    drawn = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("SampleDrawDialog", "Dra ett urval"),
            sentence=translate(
                "SampleDrawDialog",
                "Alla besvarade samtal som ringde under dagarna har samma chans.",
            ),
            primary=translate("SampleDrawDialog", "Dra"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        first, last = _last_month(local(services.now()).date())
        self.title = Field(self.tr("Benämning"), longest=TITLE_LIMIT)
        self.size_ = Field(self.tr("Antal samtal"), longest=3, help=self.tr("Högst 400."))
        self.first = Field(self.tr("Från och med"), longest=10)
        self.last = Field(self.tr("Till och med"), longest=10)
        self.queue = QueueChoice(tasks, services)
        self.seed = Field(
            self.tr("Frö"),
            longest=SEED_LIMIT,
            help=self.tr("Samma frö ger samma samtal igen."),
        )
        self.size_.set_text(str(SIZE))
        self.first.set_text(first.isoformat())
        self.last.set_text(last.isoformat())
        self.seed.set_text(f"{first:%Y-%m} 1")
        page = Page("none", "m")
        for part in (
            Beside(self.title, self.size_),
            Beside(self.first, self.last),
            Beside(self.queue, self.seed),
        ):
            page.body.addWidget(part)
        page.body.addStretch(1)
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)
        self.confirmed.connect(self._pick)

    def frame_(self) -> Frame | None:
        """What is written; None when something is wrong, which is said at its field."""
        first, last = written_day(self.first.text()), written_day(self.last.text())
        size = self.size_.text().strip()
        day = self.tr("Skriv datumet som 2026-11-21.")
        for field, good, words in (
            (self.size_, size.isascii() and size.isdecimal(), self.tr("Skriv ett tal.")),
            (self.first, first is not None, day),
            (self.last, last is not None, day),
        ):
            if not good:
                self._wrong(field, words)
                return None
        if first is None or last is None:
            return None
        frame = Frame(
            day_bounds(first)[0],
            day_bounds(last)[1],
            self.seed.text(),
            int(size),
            self.queue.queue,
            self.title.text(),
        )
        try:
            return frame.checked()
        except (SampleInvalid, SampleTooLarge, TextInvalid) as error:
            self._refuse(error)
            return None

    def _pick(self) -> None:
        frame = self.frame_()
        if frame is None:
            return
        self.set_busy(True)
        verb = partial(self._services.samples.pick, frame)
        self._tasks.run(self, verb, partial(self._keep, frame), self._refuse)

    def _keep(self, frame: Frame, picked: Picked) -> None:
        if not picked.call_ids:
            self.set_busy(False)
            if frame.queue:
                words = self.tr("Inget besvarat samtal ringde till kön under de dagarna.")
                self._wrong(self.queue, words)
            else:
                self._wrong(self.first, self.tr("Inget besvarat samtal ringde under de dagarna."))
            return
        verb = partial(self._services.samples.draw, frame, picked.call_ids, picked.population)
        self._tasks.run(self, verb, self._on_kept, self._refuse)

    def _on_kept(self, changes: Changes) -> None:
        self.drawn.emit(changes.the("sample"))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        name = str(error.facts.get("field", ""))
        words = {
            "seed": self.tr("Skriv ett frö: vilket ord eller tal som helst."),
            "end": self.tr("Sista dagen ligger före den första, eller mer än ett år efter."),
        }
        field: dict[str, Field | QueueChoice] = {
            "seed": self.seed,
            "end": self.last,
            "queue": self.queue,
            "title": self.title,
        }
        if isinstance(error, SampleTooLarge):
            self._wrong(self.size_, sentence(error))
            return
        plain = isinstance(error, SampleInvalid) and name in words
        self._wrong(field.get(name, self.first), words[name] if plain else sentence(error))

    def _wrong(self, field: Field | QueueChoice, words: str) -> None:
        field.show_error(words)
        field.setFocus()


def _last_month(today: date) -> tuple[date, date]:
    """The first and the last day of the month before."""
    last = today.replace(day=1) - ONE_DAY
    return last.replace(day=1), last
