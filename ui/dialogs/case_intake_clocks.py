"""The clocks of a matter that is being taken in, as they would run from what is written so far."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kundcenter.domain.calendar import at_clock, is_weekday, local
from kundcenter.domain.case_clocks import Clock, Heed, clocks, heed
from kundcenter.domain.case_codes import ClockKind
from kundcenter.domain.case_terms import CaseTimes
from kundcenter.domain.cases import Case
from ui.badges import Badge, Shape
from ui.claiming_words import day_words
from ui.labels import label
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.text import Text

_MARKS: dict[Heed, tuple[ToneName, Shape | str]] = {
    Heed.LATE: (ToneName.DANGER, Shape.TRIANGLE),
    Heed.TODAY: (ToneName.WARNING, Shape.SQUARE),
    Heed.SOON: (ToneName.WARNING, Shape.DIAMOND),
    Heed.CALM: (ToneName.NEUTRAL, Shape.RING),
    Heed.WAITING: (ToneName.INFO, "hold"),
    Heed.NOTICE: (ToneName.INFO, "info"),
    Heed.MET: (ToneName.SUCCESS, "check-circle"),
    Heed.MISSED: (ToneName.DANGER, "close"),
}


class ClocksCard(Card):
    """Each clock with its day, and the working days that are left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("ClocksCard", "Klockor"), icon="clock", parent=parent)
        self._column = spaced(QVBoxLayout(), gap="s")
        self.body.addLayout(self._column)
        self._none = Text(self.tr("Inget svar är att vänta."), role="muted", wrap=True)
        self.body.addWidget(self._none)
        self._rows: list[tuple[Text, Chip, Text]] = []
        self.shown: tuple[Clock, ...] = ()

    def show_case(self, case: Case, times: CaseTimes, now: datetime) -> None:
        """In place of those before."""
        self.shown = clocks(case, times)
        for _ in range(len(self.shown) - len(self._rows)):
            self._add()
        self._none.setVisible(not self.shown)
        today = local(now).date()
        for at, parts in enumerate(self._rows):
            for part in parts:
                part.setVisible(at < len(self.shown))
        for (name, chip, told), clock in zip(self._rows, self.shown, strict=False):
            how = heed(clock, times, now)
            name.setText(label(clock.kind))
            chip.show_badge(Badge(self._mark(clock, how, today), *_MARKS[how]))
            told.setText(self._told(clock, how, now))

    def _add(self) -> None:
        name, told = Text("", Type.STRONG, wrap=True), Text("", Type.SMALL, role="muted", wrap=True)
        chip = Chip(Badge(label(ClockKind.ANSWER)))
        row = spaced(QGridLayout(), gap="xs")
        row.setColumnStretch(0, 1)
        row.addWidget(name, 0, 0)
        row.addWidget(chip, 0, 1, Qt.AlignmentFlag.AlignRight)
        row.addWidget(told, 1, 0, 1, 2)
        self._column.addLayout(row)
        self._rows.append((name, chip, told))

    def _mark(self, clock: Clock, how: Heed, today: date) -> str:
        if how in {Heed.SOON, Heed.CALM}:
            count = weekdays_between(today, clock.day)
            one, many = self.tr("1 vardag"), self.tr("{count} vardagar")
            return one if count == 1 else many.format(count=count)
        return label(how)

    def _told(self, clock: Clock, how: Heed, now: datetime) -> str:
        if how is Heed.MET:
            return self.tr("Sägs eller lämnas nu.")
        day = dated(clock.day, now)
        if clock.kind is ClockKind.IVO:
            return self.tr("Efter {day} kan IVO avstå från att pröva.").format(day=day)
        return self.tr("Senast {day}").format(day=day)


def weekdays_between(today: date, day: date) -> int:
    """How many vardagar lie after today, up to the day itself."""
    days = (today + timedelta(days=n) for n in range(1, (day - today).days + 1))
    return sum(map(is_weekday, days))


def dated(day: date, now: datetime) -> str:
    """As one says it, with the year where it is another: torsdag 24 december."""
    words = day_words(at_clock(day, time(12)), now)
    return words if day.year == local(now).year else f"{words} {day.year}"
