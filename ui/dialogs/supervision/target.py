"""One target, comparison or limit: what it is for, its value, and when it holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.changes import Changes
from kundcenter.domain.calendar import local
from kundcenter.domain.supervision.definitions import DEFINITIONS, FigureCode
from kundcenter.domain.supervision.limits import BY_QUEUE, Setting
from kundcenter.domain.supervision.survey_files import amount_text
from kundcenter.domain.supervision.targets import (
    FIRST_DAY,
    Aim,
    AimKind,
    Target,
    TargetInvalid,
    TargetTaken,
    made_way,
)
from kundcenter.domain.text import LINE_LIMIT, TextInvalid
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.labels import label
from ui.services import Services
from ui.supervision.aim_words import (
    aim_words,
    figure_name,
    value_help,
    value_of,
    written_day,
)
from ui.supervision.queue_choice import QueueChoice
from ui.tasks import Tasks
from ui.texts import sentence
from ui.widgets.beside import Beside
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.page import Page

WIDE, HIGH = 700, 480  # pixels
_NOBODY = UUID(int=0)  # what is only looked at beforehand is set by no one
LEAST, MOST = "least", "most"


class TargetDialog(Dialog):
    """A new one, or the next version of `target`.  Closes itself when it is kept.

    `said` carries a sentence then, and `kept` its id.
    """

    said = Signal(str)
    kept = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        there: Sequence[Target],
        target: Target | None = None,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("TargetDialog", "Ändra målet")
            if target
            else translate("TargetDialog", "Nytt mål"),
            sentence=translate(
                "TargetDialog",
                "Ett mål nås eller nås inte, en jämförelse visas bara bredvid, och en gräns styr"
                " hur siffrorna räknas.",
            ),
            primary=translate("TargetDialog", "Spara"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._there, self._target = tuple(there), target
        self.kind = ChoiceRow(
            self.tr("Slag"), [Choice(each, Badge(label(each))) for each in AimKind]
        )
        self.figure = Combo(self.tr("Mått"), [])
        self.bound = ChoiceRow(
            self.tr("Målet är"),
            [
                Choice(LEAST, Badge(self.tr("Minst"))),
                Choice(MOST, Badge(self.tr("Högst"))),
            ],
        )
        self.value = Field(self.tr("Värde"), longest=20)
        self.queue = QueueChoice(tasks, services, (each.queue for each in self._there))
        self.valid_from = Field(self.tr("Gäller från"), longest=10)
        self.valid_to = Field(
            self.tr("Gäller till och med"), longest=10, help=self.tr("Tomt: tills vidare.")
        )
        self.source = Field(self.tr("Källa"), longest=LINE_LIMIT)
        self.year = Field(self.tr("Mätt år"), longest=4, help=self.tr("Tomt: inte sagt."))
        self._lay_out()
        self._fill(target, services.now())
        self.kind.chosen.connect(lambda _: self._on_kind())
        self.figure.chosen.connect(lambda _: self._on_figure())
        self.queue.chosen.connect(lambda _: self._tell_way())
        for field in (self.value, self.valid_from, self.valid_to):
            field.changed.connect(lambda _: self._tell_way())
        self.bound.chosen.connect(lambda _: self._tell_way())
        self.confirmed.connect(self._keep)
        self._tell_way()

    def _lay_out(self) -> None:
        page = Page("none", "m")
        for part in (
            self.kind,
            Beside(self.figure, self.queue),
            Beside(self.value, self.bound),
            Beside(self.valid_from, self.valid_to),
            Beside(self.source, self.year),
        ):
            page.body.addWidget(part)
        page.body.addStretch(1)
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)

    def _fill(self, target: Target | None, now: datetime) -> None:
        if target is None:
            today = local(now).date()
            aim = Aim(FigureCode.ANSW, 0, valid_from=today)
        else:
            aim = target.aim
            self.kind.setEnabled(False)  # another kind or figure is another target
            self.figure.setEnabled(False)
        self.kind.choose(aim.kind)
        self._on_kind()
        self.figure.choose(aim.figure)
        self._on_figure()
        self.bound.choose(LEAST if aim.at_least else MOST)
        self.value.set_text(amount_text(aim.value) if target else "")
        self.queue.show_queue(aim.queue)
        always = target is not None and aim.valid_from == FIRST_DAY
        self.valid_from.set_text("" if always else aim.valid_from.isoformat())
        self.valid_to.set_text(aim.valid_to.isoformat() if aim.valid_to else "")
        self.source.set_text(aim.source)
        self.year.set_text(str(aim.year) if aim.year else "")
        (self.value if target else self.figure).setFocus()

    def _on_kind(self) -> None:
        """A limit has neither bound nor year, and other names."""
        kind, before = self._kind, self.figure.value
        codes: Sequence[str] = tuple(Setting if kind is AimKind.SETTING else DEFINITIONS)
        self.figure.set_options([Option(each, figure_name(each)) for each in codes])
        self.figure.choose(before if before in codes else codes[0])
        self.bound.setVisible(kind is AimKind.TARGET)
        self.year.setVisible(kind is AimKind.COMPARISON)
        self._on_figure()

    def _on_figure(self) -> None:
        self.value.set_help(value_help(self._figure))
        self.queue.setVisible(self._of_queue)
        self._tell_way()

    @property
    def _kind(self) -> AimKind:
        return AimKind(self.kind.value or AimKind.TARGET)

    @property
    def _of_queue(self) -> bool:
        """Whether one queue may have another than the others."""
        return self._kind is not AimKind.SETTING or self._figure in BY_QUEUE

    @property
    def _figure(self) -> str:
        return self.figure.value or FigureCode.ANSW

    def aim(self) -> Aim | None:
        """What is written; None when something is wrong, which is said at its field."""
        value = value_of(self._figure, self.value.text())
        if value is None:
            self._wrong(
                self.value, self.tr("Skriv ett tal. {help}").format(help=value_help(self._figure))
            )
            return None
        written = self._written(value)
        if written is None:
            return None
        try:
            return written.checked()
        except (TargetInvalid, TextInvalid) as error:
            self._refuse(error)
            return None

    def _written(self, value: int) -> Aim | None:
        first = FIRST_DAY if not self.valid_from.text().strip() else None
        first = first or written_day(self.valid_from.text())
        last = written_day(self.valid_to.text())
        if first is None:
            self._wrong(self.valid_from, self.tr("Skriv datumet som 2026-11-21."))
            return None
        if last is None and self.valid_to.text().strip():
            self._wrong(self.valid_to, self.tr("Skriv datumet som 2026-11-21."))
            return None
        year = self.year.text().strip() if self._kind is AimKind.COMPARISON else ""
        if year and not (year.isascii() and year.isdecimal()):
            self._wrong(self.year, self.tr("Skriv ett år."))
            return None
        return Aim(
            self._figure,
            value,
            at_least=self.bound.value != MOST,
            queue=self.queue.queue if self._of_queue else "",
            valid_from=first,
            valid_to=last,
            kind=self._kind,
            source=self.source.text(),
            year=int(year or 0),
        )

    def _tell_way(self) -> None:
        """Which target ends when this one begins, before it is kept."""
        value = value_of(self._figure, self.value.text())
        first = written_day(self.valid_from.text())
        help_ = self.tr("Tomt: från början.")
        if value is not None and first is not None:
            aim = self._preview(value)
            ended = self._ended_by(aim) if aim is not None else ()
            if ended:
                words = self.tr("{aim} slutar då gälla: sista dagen blir {day}.")
                last = ended[0].valid_to
                assert last is not None
                help_ = words.format(aim=aim_words(ended[0].aim), day=last.isoformat())
        self.valid_from.set_help(help_)

    def _preview(self, value: int) -> Aim | None:
        first, last = written_day(self.valid_from.text()), written_day(self.valid_to.text())
        if first is None:
            return None
        queue = self.queue.queue if self._of_queue else ""
        return Aim(
            self._figure, value, queue=queue, valid_from=first, valid_to=last, kind=self._kind
        )

    def _ended_by(self, aim: Aim) -> tuple[Target, ...]:
        own = self._target.id if self._target else None
        others = [each for each in self._there if each.id != own]
        now = self._services.now()
        try:
            return made_way(aim, others, now, _NOBODY)
        except TargetTaken:
            return ()  # said when it is kept

    def _keep(self) -> None:
        aim = self.aim()
        if aim is None:
            return
        target = self._target
        self.set_busy(True)
        verb = partial(
            self._services.targets.put,
            target.id if target else None,
            aim,
            upon=target.number if target else 0,
        )
        self._tasks.run(self, verb, self._on_kept, self._refuse)

    def _on_kept(self, changes: Changes) -> None:
        self.said.emit(self.tr("Målet är sparat."))
        self.kept.emit(self._target.id if self._target else changes.of("target")[-1])
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        words = {
            "value": self.tr("Ett sådant värde kan måttet inte ha. {help}").format(
                help=value_help(self._figure)
            ),
            "valid_from": self.tr("Skriv en dag från år 2000."),
            "valid_to": self.tr("Sista dagen ligger före den första."),
            "year": self.tr("Skriv ett år från 2000."),
        }
        name = str(error.facts.get("field", ""))
        fields: dict[str, Field | QueueChoice] = {
            "value": self.value,
            "valid_to": self.valid_to,
            "year": self.year,
            "queue": self.queue,
            "source": self.source,
        }
        field = fields.get(name, self.valid_from)
        plain = error.code == "target.invalid" and name in words
        self._wrong(field, words[name] if plain else sentence(error))

    def _wrong(self, field: Field | QueueChoice, words: str) -> None:
        field.show_error(words)
        field.setFocus()
