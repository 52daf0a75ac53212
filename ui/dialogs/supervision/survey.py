"""One measurement that others have made: what, of when, how much, and who answered."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.supervision.definitions import DEFINITIONS, FigureCode
from kundcenter.domain.supervision.survey_files import amount_text
from kundcenter.domain.supervision.surveys import Area, Measurement, SurveyInvalid, SurveyResult
from kundcenter.domain.text import LINE_LIMIT, TextInvalid
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.labels import label
from ui.services import Services
from ui.supervision.aim_words import figure_name, value_help, value_of, written_day
from ui.tasks import Tasks
from ui.texts import sentence
from ui.widgets.beside import Beside
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.page import Page

WIDE, HIGH = 700, 460  # pixels
FIRST = (FigureCode.NKI, FigureCode.FOLJS)  # what surveys tell; the others were counted before


class SurveyDialog(Dialog):
    """A new one, or the next version of `survey`.  Closes itself when it is kept."""

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        survey: SurveyResult | None = None,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("SurveyDialog", "Ändra mätningen")
            if survey
            else translate("SurveyDialog", "Ny mätning"),
            sentence=translate(
                "SurveyDialog",
                "Det som andra har mätt: enkäter och tidigare mätningar. Det räknas aldrig här.",
            ),
            primary=translate("SurveyDialog", "Spara"),
            parent=parent,
        )
        self._tasks, self._services, self._survey = tasks, services, survey
        others = (code for code in DEFINITIONS if code not in FIRST)
        self.figure = Combo(
            self.tr("Mått"), [Option(each, figure_name(each)) for each in (*FIRST, *others)]
        )
        self.area = ChoiceRow(
            self.tr("Område"), [Choice(each, Badge(label(each))) for each in Area]
        )
        self.value = Field(self.tr("Värde"), longest=20)
        self.period_from = Field(self.tr("Mätt från"), longest=10)
        self.period_to = Field(self.tr("Mätt till och med"), longest=10)
        self.answers = Field(self.tr("Svar"), longest=9, help=self.tr("Tomt: inte sagt."))
        self.asked = Field(self.tr("Tillfrågade"), longest=9, help=self.tr("Tomt: inte sagt."))
        self.source = Field(self.tr("Källa"), longest=LINE_LIMIT)
        self.comment = Field(self.tr("Kommentar"), longest=LINE_LIMIT)
        self._fill(survey)
        page = Page("none", "m")
        for part in (
            Beside(self.figure, self.area),
            Beside(self.value, self.source),
            Beside(self.period_from, self.period_to),
            Beside(self.answers, self.asked),
            self.comment,
        ):
            page.body.addWidget(part)
        page.body.addStretch(1)
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)
        self.figure.chosen.connect(lambda _: self._on_figure())
        self.confirmed.connect(self._keep)

    def _fill(self, survey: SurveyResult | None) -> None:
        self.figure.choose(survey.figure if survey else FigureCode.NKI)
        self.area.choose(survey.area if survey else Area.OWN)
        self._on_figure()
        if survey is None:
            return
        self.value.set_text(amount_text(survey.value))
        self.period_from.set_text(survey.period_from.isoformat())
        self.period_to.set_text(survey.period_to.isoformat())
        self.answers.set_text(str(survey.answers or ""))
        self.asked.set_text(str(survey.asked or ""))
        self.source.set_text(survey.source)
        self.comment.set_text(survey.comment)

    def _on_figure(self) -> None:
        self.value.set_help(value_help(self._figure))

    @property
    def _figure(self) -> str:
        return self.figure.value or FigureCode.NKI

    def measurement(self) -> Measurement | None:
        """What is written; None when something is wrong, which is said at its field."""
        value = value_of(self._figure, self.value.text())
        first, last = written_day(self.period_from.text()), written_day(self.period_to.text())
        answers, asked = _count(self.answers.text()), _count(self.asked.text())
        day = self.tr("Skriv datumet som 2026-11-21.")
        number = self.tr("Skriv ett tal.")
        for field, missing, words in (
            (self.value, value is None, f"{number} {value_help(self._figure)}"),
            (self.period_from, first is None, day),
            (self.period_to, last is None, day),
            (self.answers, answers is None, number),
            (self.asked, asked is None, number),
        ):
            if missing:
                self._wrong(field, words)
                return None
        if value is None or first is None or last is None or answers is None or asked is None:
            return None
        written = Measurement(
            self._figure,
            first,
            last,
            value,
            answers,
            self.source.text(),
            Area(self.area.value or Area.OWN),
            asked,
            self.comment.text(),
        )
        try:
            return written.checked()
        except (SurveyInvalid, TextInvalid) as error:
            self._refuse(error)
            return None

    def _keep(self) -> None:
        measurement = self.measurement()
        if measurement is None:
            return
        survey = self._survey
        self.set_busy(True)
        verb = partial(
            self._services.surveys.put,
            survey.id if survey else None,
            measurement,
            upon=survey.number if survey else 0,
        )
        self._tasks.run(self, verb, lambda _: self.accept(), self._refuse)

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        words = {
            "value": self.tr("Ett sådant värde kan måttet inte ha. {help}").format(
                help=value_help(self._figure)
            ),
            "period_to": self.tr("Sista dagen ligger före den första, eller före år 2000."),
            "answers": self.tr("Fler kan inte ha svarat än som tillfrågades."),
        }
        name = str(error.facts.get("field", ""))
        field = {
            "value": self.value,
            "period_to": self.period_to,
            "answers": self.answers,
            "asked": self.asked,
            "comment": self.comment,
        }.get(name, self.source)
        plain = error.code == "survey.invalid" and name in words
        self._wrong(field, words[name] if plain else sentence(error))

    def _wrong(self, field: Field, words: str) -> None:
        field.show_error(words)
        field.setFocus()


def _count(text: str) -> int | None:
    """A whole number; nothing written is 0, None is no number."""
    bare = "".join(text.split())
    if not bare:
        return 0
    return int(bare) if bare.isascii() and bare.isdecimal() else None
