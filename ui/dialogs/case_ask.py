"""A counter-question to whoever complained, and by when the answer comes (motfråga)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.calendar import local, next_weekday
from kundcenter.domain.case_clocks import answer_day
from kundcenter.domain.case_codes import AnswerBy
from kundcenter.domain.case_states import LONGEST
from kundcenter.domain.cases import Case
from ui.caller_day import read_day
from ui.case_keeper import CaseKeeper
from ui.case_words import day_words
from ui.dialogs.case_act import CaseActDialog
from ui.services import Services
from ui.tasks import Tasks
from ui.widgets.check import Check
from ui.widgets.field import Field


class AskDialog(CaseActDialog):
    """What is asked or told; whether the clock waits for them, a new date, or both."""

    def __init__(
        self, tasks: Tasks, services: Services, case: Case, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            tasks,
            services,
            case,
            translate("AskDialog", "Motfråga eller nytt datum"),
            name="ask",
            primary=translate("AskDialog", "Noterat"),
            told=translate("AskDialog", "Motfrågan är noterad."),
            parent=parent,
        )
        keeper = CaseKeeper.of(tasks, services)
        self._today = local(keeper.now).date()
        self.question = self.add_text(
            self.tr("Vad som frågas, eller varför det dröjer"), name="question"
        )
        self.waits = Check(self.tr("Vänta på svaret: klockan står still till dess"))
        self.waits.setChecked(case.paused_since is None)
        self.add(self.waits)
        until = answer_day(case, keeper.times, self._today)
        self.day = self._add(
            "day", Field(self.tr("Nytt datum för svaret, om ett har meddelats"), longest=30)
        )
        self.day.set_help(
            self.tr("Nu ska svaret lämnas senast {day}.").format(day=day_words(until, self._today))
        )
        self.day.changed.connect(self._show_day)
        self.way = self.add_way(self.tr("Hur sägs det?"), case.facts.answer_by)
        self.remember(("question", "day"))

    def verb(self) -> Callable[[], object] | None:
        question = self.needs(self.question, self.tr("Skriv vad som frågas eller sägs."))
        if question is None:
            return None
        day = self._day()
        if day is None and (self.day.text().strip() or not self.waits.isChecked()):
            words = self.tr("Skriv en dag efter i dag, som {day}, eller vänta på svaret.")
            self.day.show_error(words.format(day=next_weekday(self._today)))
            self.day.setFocus()
            return None
        if self.waits.isChecked():
            self._done_words = self.tr("Motfrågan är noterad.")
        else:
            self._done_words = self.tr("Det nya datumet är noterat.")
        return partial(
            self._services.cases.ask,
            self._case.id,
            question,
            by_way=AnswerBy(self.way.value or AnswerBy.TELEPHONE),
            waits=self.waits.isChecked(),
            day=day,
        )

    def _day(self) -> date | None:
        day = read_day(self.day.text(), self._today) if self.day.text().strip() else None
        return day if day is not None and self._today < day <= self._today + LONGEST else None

    def _show_day(self, _: str) -> None:
        """The day as it was understood."""
        day = self._day()
        self.day.set_help("" if day is None else day_words(day, self._today))
