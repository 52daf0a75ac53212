"""Whom one rings now: who is on call, other regions by night, languages, interpreters."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.consult import LanguageLine, Region
from kundcenter.domain.on_call import Duty, ranked
from kundcenter.domain.opening import Opening
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.directory_keeper import DirectoryKeeper
from ui.numbers import shown_number
from ui.opening_words import opening_badge, when_words
from ui.records import Column, RecordModel
from ui.services import Services, current_codes
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

WIDE, HIGH, MARGIN = 1040, 330, 48  # pixels
DUTIES, REGIONS, LANGUAGES = "duties", "regions", "languages"


@dataclass(frozen=True, slots=True)
class Rung:
    """Somebody on call in the order in which one rings; `at` counts within the function."""

    duty: Duty
    at: int


@dataclass(frozen=True, slots=True)
class Reached:
    """Another region now: `by` answers in its place."""

    region: Region
    by: Region | None
    own: bool


@dataclass(frozen=True, slots=True)
class Spoken:
    line: LanguageLine
    opening: Opening


class ConsultDialog(Dialog):
    """Nothing can be changed here.  The digits go between its three lists."""

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("ConsultDialog", "Jour nu"),
            primary=translate("ConsultDialog", "Stäng"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._keeper = DirectoryKeeper.of(tasks, services)
        self.secondary.hide()
        self.confirmed.connect(self.accept)
        self.which = ChoiceRow(
            self.tr("Vad du söker"),
            [
                Choice(DUTIES, Badge(self.tr("Jour nu"), icon="phone")),
                Choice(REGIONS, Badge(self.tr("Andra regioner"), icon="building")),
                Choice(LANGUAGES, Badge(self.tr("Språk och tolk"), icon="people")),
            ],
        )
        self.which.choose(DUTIES)
        self.which.chosen.connect(self._turn)
        self._stack = QStackedWidget()
        self._pages = {
            DUTIES: self._duties(),
            REGIONS: self._regions(),
            LANGUAGES: self._languages(),
        }
        for page in self._pages.values():
            self._stack.addWidget(page)
        self.body.addWidget(self.which)
        self.body.addWidget(self._stack, 1)
        self._fit()
        self._keeper.aged.connect(self._renew)
        tasks.changed.connect(self._on_changed)
        self._renew()

    # -- the three lists -----------------------------------------------------------------------

    def _duties(self) -> QWidget:
        self.duties = RecordModel[Rung](
            (
                Column(self.tr("Funktion"), lambda rung: rung.duty.function, width=24),
                Column(
                    self.tr("Ring"),
                    lambda rung: self._order(rung).text,
                    badge=self._order,
                    width=12,
                ),
                Column(self.tr("Nummer"), lambda rung: shown_number(rung.duty.phone), width=13),
                Column(self.tr("Namn"), lambda rung: rung.duty.name, width=20),
                Column(self.tr("Till"), lambda rung: self._until(rung.duty), width=15),
                Column(self.tr("Kommentar"), lambda rung: self._remark(rung.duty)),
            ),
            key=lambda rung: rung.duty.id,
            parent=self,
        )
        self._none = EmptyState(self.tr("Hämtar jourlistan"), icon="phone")
        self.on_call = RecordTable(self.tr("Jour nu"), self.duties, empty=self._none)
        return self._page(self.on_call)

    def _regions(self) -> QWidget:
        model = RecordModel[Reached](
            (
                Column(self.tr("Region"), lambda each: each.region.name, width=20),
                Column(
                    self.tr("Därifrån"), lambda each: shown_number(each.region.inside), width=12
                ),
                Column(
                    self.tr("Utifrån"), lambda each: shown_number(each.region.outside), width=16
                ),
                Column(
                    self.tr("Svarar nu"), lambda each: self._answers(each).text, badge=self._answers
                ),
            ),
            key=lambda each: each.region.code,
            parent=self,
        )
        self.regions = RecordTable(self.tr("Andra regioner"), model)
        self._region_model = model
        consult = self._services.consult
        words = self.tr("Innehåll {version}, granskat {day}.")
        if not consult.reviewed:
            words = self.tr("Innehåll {version}, inte granskat.")
        told = words.format(version=consult.version, day=consult.reviewed)
        if consult.demonstration:
            made_up = self.tr("Påhittat för demonstration.")
            told = f"{told} {made_up}"
        return self._page(self.regions, told)

    def _languages(self) -> QWidget:
        model = RecordModel[Spoken](
            (
                Column(self.tr("Språk"), lambda each: each.line.name, width=20),
                Column(self.tr("Nummer"), lambda each: shown_number(each.line.number), width=16),
                Column(self.tr("Öppet"), lambda each: self._spoken(each).text, badge=self._spoken),
            ),
            key=lambda each: (each.line.code, each.line.number),
            parent=self,
        )
        self.languages = RecordTable(self.tr("Språk"), model)
        self._language_model = model
        kinds = ", ".join(kind.label for kind in current_codes(self._services).interpreters)
        words = self.tr(
            "Tolk: {kinds}. Språk och typ skrivs i anteckningen ({where}) och följer med"
            " hänvisningen."
        )
        where = self.tr("Beslutsstöd och tolk")
        return self._page(self.languages, words.format(kinds=kinds, where=where))

    def _page(self, table: RecordTable, words: str = "") -> QWidget:
        page = QWidget()
        column = spaced(QVBoxLayout(page), gap="s")
        column.addWidget(table, 1)
        if words:
            column.addWidget(Text(words, Type.SMALL, role="muted", wrap=True))
        return page

    # -- what stands in them -------------------------------------------------------------------

    def _renew(self) -> None:
        now, consult = self._keeper.now, self._services.consult
        self._region_model.replace(
            Reached(region, consult.answering_for(region.code, now), region.code == consult.own)
            for region in consult.regions
        )
        self._language_model.replace(
            Spoken(line, opening) for line, opening in consult.languages_at(now)
        )
        self._tasks.run(self, self._services.on_call.now, self._show, self._refuse, topic="on-call")

    def _show(self, duties: tuple[Duty, ...]) -> None:
        self._none.say(
            self.tr("Ingen står i jourlistan just nu"),
            self.tr("Listan skrivs på sidan Enheter."),
            icon="phone",
        )
        rungs = (
            Rung(duty, at)
            for _, those in ranked(duties, self._keeper.now)
            for at, duty in enumerate(those, start=1)
        )
        self.duties.replace(rungs)

    def _turn(self, which: str) -> None:
        self._stack.setCurrentWidget(self._pages[which])

    def _order(self, rung: Rung) -> Badge:
        if rung.duty.deputy:
            return Badge(self.tr("Ersättare"), ToneName.NEUTRAL, "people")
        if rung.at == 1:
            return Badge(self.tr("Först"), ToneName.SUCCESS, "phone-out")
        return Badge(self.tr("Sedan"), ToneName.INFO, "chevron-right")

    def _until(self, duty: Duty) -> str:
        return when_words(duty.ends_at, self._keeper.now)

    def _remark(self, duty: Duty) -> str:
        unit = self._keeper.name(duty.unit_id)
        return " · ".join(filter(None, (unit, duty.comment)))

    def _answers(self, each: Reached) -> Badge:
        if each.by is not None and each.by.code == self._services.consult.own:
            return Badge(self.tr("Vi svarar nu"), ToneName.WARNING, "headset")
        if each.by is not None:
            words = self.tr("{region} svarar nu").format(region=each.by.name)
            return Badge(words, ToneName.WARNING, "moon")
        if each.own:
            return Badge(self.tr("Här"), ToneName.ACCENT, "home")
        return Badge(self.tr("Regionen själv"), ToneName.SUCCESS, "check")

    def _spoken(self, each: Spoken) -> Badge:
        return opening_badge(each.opening, self._keeper.now)

    def _refuse(self, error: KundcenterError) -> None:
        self._none.say(sentence(error), icon="error")

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("duty"):
            self._renew()

    def _fit(self) -> None:
        scale, parent = current().metrics.scale, self.parentWidget()
        width, height = round(WIDE * scale), round(HIGH * scale)
        if parent is not None:
            host = parent.window().size()
            width = min(width, host.width() - 2 * MARGIN)
            height = min(height, host.height() - 7 * MARGIN)
        self.setMinimumWidth(width)
        self._stack.setMinimumHeight(height)
