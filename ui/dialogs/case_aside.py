"""Beside the facts of a case: its clocks, and all that has been done with it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.case_clocks import clocks
from kundcenter.domain.case_codes import InjuryDecision
from kundcenter.domain.case_terms import CaseTimes
from kundcenter.domain.cases import CaseStep, ToldCase
from ui.case_told import moment_words, step_text
from ui.case_words import clock_words, heed_badge, left_words
from ui.labels import label
from ui.records import Column, RecordModel
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.empty import EmptyState
from ui.widgets.table import RecordTable
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

ROWS = 2  # of the steps, in sight at least


class ClocksCard(Card):
    """Each clock by a mark and a sentence, the next to end uppermost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        words = QCoreApplication.translate("ClocksCard", "Klockor")
        super().__init__(words, icon="clock", parent=parent)
        self.waits = Text("", Type.SMALL, role="muted", wrap=True)
        self._rows = spaced(QVBoxLayout(), gap="xs")
        self.body.addLayout(self._rows)
        self.body.addWidget(self.waits)
        self.sentences: list[str] = []

    def show_clocks(self, told: ToldCase, times: CaseTimes, now: datetime) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        found = clocks(told.case, times)
        self.sentences = [clock_words(each, now) for each in found]
        marks = [heed_badge(each, times, now) for each in found]
        for clock, words, mark in zip(found, self.sentences, marks, strict=True):
            row = QWidget()
            across = spaced(QHBoxLayout(row), gap="s")
            across.addWidget(Chip(mark))
            plain = words.removesuffix(f", {left_words(clock, now)}")  # the mark tells it
            across.addWidget(Text(plain, Type.SMALL, wrap=True), 1)
            self._rows.addWidget(row)
        if not found:
            self.sentences = [self.tr("Ingen klocka går.")]
            self._rows.addWidget(Text(self.sentences[0], Type.SMALL, role="muted"))
        waits = "\n".join(self._waits(told))
        self.waits.setText(waits)
        self.waits.setVisible(bool(waits))

    def _waits(self, told: ToldCase) -> list[str]:
        case = told.case
        words: list[str] = []
        if case.paused_since is not None:
            waiting = self.tr("Väntar på den som hörde av sig sedan {day}: {reason}")
            words.append(waiting.format(day=case.paused_since, reason=case.pause_reason or "–"))
        if case.paused_days:
            words.append(self.tr("Har väntat {days} dagar i allt.").format(days=case.paused_days))
        if case.promised_on is not None:
            words.append(self.tr("Nytt datum är lovat: {day}.").format(day=case.promised_on))
        if case.decision is not InjuryDecision.UNDECIDED:
            decided = self.tr("Chefläkaren har beslutat: {decision}.")
            words.append(decided.format(decision=label(case.decision)))
        return words


class StepsPart(QWidget):
    """What was done, the latest first; the one under the cursor is told whole beneath."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: ToldCase | None = None
        self._now: datetime | None = None
        self.model = RecordModel[CaseStep](
            (
                Column(self.tr("När"), self._when, figures=True, width=12),
                Column(self.tr("Vad"), lambda step: label(step.act), spoken=self._text),
                Column(self.tr("Vem"), self._who, width=12),
            ),
            key=lambda step: step.id,
            parent=self,
        )
        self._empty = EmptyState(self.tr("Hämtar ärendet"), icon="clock")
        self.table = RecordTable(self.tr("Vad som har gjorts"), self.model, empty=self._empty)
        self.table.chosen.connect(self._tell)
        self.whole = TextArea(self.tr("Hela händelsen"), fewest=2, most=5)
        self.whole.edit.setReadOnly(True)
        self.table.setMinimumHeight(round(current().metrics.row * (ROWS + 0.5)))
        column = spaced(QVBoxLayout(self), gap="s")
        column.addWidget(self.table, 1)
        column.addWidget(self.whole)

    def show_steps(self, told: ToldCase, now: datetime) -> None:
        self._told, self._now = told, now
        chosen: CaseStep | None = self.table.current
        steps = list(reversed(told.steps))
        latest = bool(steps) and self.model.row_of(steps[0].id) < 0
        self._empty.say(self.tr("Inget har gjorts"), icon="clock")
        self.model.replace(steps)
        if steps and (chosen is None or latest):
            self.table.selectRow(0)
        self._tell(self.table.current)

    def _tell(self, step: CaseStep | None) -> None:
        self.whole.set_text(self._text(step) if step is not None else "")

    def _text(self, step: CaseStep) -> str:
        return "" if self._told is None else step_text(step, self._told.names)

    def _when(self, step: CaseStep) -> str:
        return moment_words(step.at, self._now) if self._now is not None else ""

    def _who(self, step: CaseStep) -> str:
        return "" if self._told is None else self._told.names.get(step.by, "–")
