"""One shift: its letter, its times by the clock, its breaks, and the days it is worked on."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.domain.calendar import DayClass
from kundcenter.domain.supervision.roster_files import read_breaks, read_clock, shown_breaks
from kundcenter.domain.supervision.roster_sheets import Unfit
from kundcenter.domain.supervision.roster_terms import (
    NAME_LIMIT,
    Pattern,
    breaks_fit,
    clean_code,
    varied,
)
from kundcenter.domain.text import LINE_LIMIT
from ui.supervision.roster_words import day_class_words
from ui.theme.look import current
from ui.theme.space import spaced
from ui.widgets.beside import Beside
from ui.widgets.check import Check
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled

WIDE = 680  # pixels
CODE_LIMIT = 8  # characters


class PatternDialog(Dialog):
    """The code of one that has been published stays: turns are kept with it."""

    def __init__(
        self,
        known: Pattern | None,
        taken: frozenset[str],
        *,
        code_stays: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`taken` are the codes of the others."""
        translate = QCoreApplication.translate
        super().__init__(
            translate("PatternDialog", "Skift"),
            sentence=translate(
                "PatternDialog",
                "Slutar det före sin början är det på nästa dag. Lika tider är ett helt dygn."
                " Rasten är ingen arbetstid, pausen är det.",
            ),
            primary=translate("PatternDialog", "Klar"),
            parent=parent,
        )
        self._taken = taken
        self.code = Field(
            self.tr("Kod"), longest=CODE_LIMIT, help=self.tr("En bokstav går fortast: D, K, N.")
        )
        self.name = Field(self.tr("Vad det heter"), longest=NAME_LIMIT)
        self.starts = Field(self.tr("Börjar"), longest=5)
        self.ends = Field(self.tr("Slutar"), longest=5)
        self.breaks = Field(
            self.tr("Raster och pauser"),
            longest=LINE_LIMIT,
            help=self.tr("Som RAST 12:00 45, PAUS 14:15 15, eller inga."),
        )
        self.days = {day: Check(day_class_words(day)) for day in DayClass}
        self.ended = Check(self.tr("Används inte längre"))
        row = spaced(QHBoxLayout(), gap="l")
        for check in self.days.values():
            row.addWidget(check)
        row.addStretch()
        self.body.addWidget(Beside(self.code, self.name))
        self.body.addWidget(Beside(self.starts, self.ends))
        self.body.addWidget(self.breaks)
        self.body.addLayout(row)
        self.body.addWidget(self.ended)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        for day, check in self.days.items():
            check.setChecked(known is None or not known.days or day in known.days)
        if known is not None:
            self.code.set_text(known.code)
            self.code.edit.setReadOnly(code_stays)
            self.name.set_text(known.name)
            self.starts.set_text(f"{known.starts:%H:%M}")
            self.ends.set_text(f"{known.ends:%H:%M}")
            self.breaks.set_text(shown_breaks(known.breaks))
            self.ended.setChecked(known.ended)
        (self.name if known is not None and code_stays else self.code).setFocus()

    def pattern(self) -> Pattern | None:
        """What was written; None when something is wrong, which is said at its field."""
        try:
            return self._read()
        except _Wrong as wrong:
            wrong.field.show_error(wrong.words)
            wrong.field.setFocus()
            return None

    def _read(self) -> Pattern:
        code = clean_code(self.code.text())
        if code is None:
            words = self.tr("Skriv en kod av bokstäver och siffror, högst åtta.")
            raise _Wrong(self.code, words)
        if code in self._taken:
            raise _Wrong(self.code, self.tr("Koden är upptagen."))
        name = " ".join(self.name.text().split())
        if not name:
            raise _Wrong(self.name, self.tr("Skriv vad skiftet heter."))
        starts, ends = self._clock(self.starts), self._clock(self.ends)
        try:
            breaks = read_breaks(" ".join(self.breaks.text().split())) or ()
        except Unfit:
            words = self.tr("Skriv som RAST 12:00 45, PAUS 14:15 15.")
            raise _Wrong(self.breaks, words) from None
        base = Pattern(code, name, starts, ends, days=self._days())
        pattern = varied(base, starts, ends, breaks)
        if not breaks_fit(pattern):
            words = self.tr("Rasterna måste ligga inom passet och får inte överlappa varandra.")
            raise _Wrong(self.breaks, words)
        return replace(pattern, ended=self.ended.isChecked())

    def _days(self) -> tuple[DayClass, ...]:
        """All of them, and none of them, are every day."""
        days = tuple(day for day, check in self.days.items() if check.isChecked())
        return () if len(days) == len(self.days) else days

    def _clock(self, field: Field) -> time:
        try:
            clock = read_clock(field.text().strip())
        except Unfit:
            clock = None
        if clock is None:
            raise _Wrong(field, self.tr("Skriv tiden som 07:00."))
        return clock


class _Wrong(Exception):
    """What is wrong, and at which field.  Never leaves this module."""

    def __init__(self, field: Labelled, words: str) -> None:
        super().__init__(words)
        self.field, self.words = field, words
