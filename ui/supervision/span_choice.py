"""Which period: a day, a week, a month …, one's own; back and forward by one of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.calendar import iso_week, local
from kundcenter.domain.supervision import periods
from kundcenter.domain.supervision.periods import PeriodKind, Span, SpanWrong, offset_text
from kundcenter.domain.supervision.roster_terms import Pattern
from ui.caller_day import read_day
from ui.language import names
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.buttons import IconButton
from ui.widgets.combo import Combo, Option
from ui.widgets.field import Field
from ui.widgets.text import Text

ALL_BUT_SHIFT = tuple(kind for kind in PeriodKind if kind is not PeriodKind.SHIFT)
_DAYS = {PeriodKind.SHIFT: 1, PeriodKind.DAY: 1, PeriodKind.WEEK: 7}
_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.TERTIAL: 4, PeriodKind.YEAR: 12}


class SpanChoice(QWidget):
    """`chosen` carries the Span when the operator has chosen another; `span` is the one in force.

    Of an own period both days are in it.  Shifts are offered once `set_patterns` has told them.
    """

    chosen = Signal(object)

    def __init__(
        self,
        now: datetime,
        kinds: Sequence[PeriodKind] = ALL_BUT_SHIFT,
        *,
        kind: PeriodKind | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = local(now).date()
        self._patterns: tuple[Pattern, ...] = ()
        words = kind_words()
        self.kind = Combo(self.tr("Period"), [Option(each, words[each]) for each in kinds])
        self.kind.choose(kind or kinds[0])
        self.pattern = Combo(self.tr("Skift"))
        self.day = Field(self.tr("Dag"), longest=40)
        self.since = Field(self.tr("Från och med"), longest=40)
        self.until = Field(self.tr("Till och med"), longest=40)
        self._fields = (self.day, self.since, self.until)
        for field in self._fields:
            field.set_text(self._today.isoformat())
        self.back = IconButton(self.tr("Perioden före"), "chevron-left")
        self.on = IconButton(self.tr("Perioden efter"), "chevron-right")
        self.said = Text("", Type.SMALL, role="muted", wrap=True)
        self._span = periods.day(self._today)
        row = spaced(QHBoxLayout(), gap="s")
        for part in (self.kind, self.pattern, *self._fields):
            row.addWidget(part, 2, Qt.AlignmentFlag.AlignTop)
        for button in (self.back, self.on):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column = spaced(QVBoxLayout(self), gap="xs")
        column.addLayout(row)
        column.addWidget(self.said)
        self.kind.chosen.connect(lambda _: self._on_kind())
        self.pattern.chosen.connect(lambda _: self._settle())
        for field in self._fields:
            field.edit.editingFinished.connect(self._settle)
        self.back.clicked.connect(lambda: self.step(-1))
        self.on.clicked.connect(lambda: self.step(1))
        self._show_fields()
        self._take()

    @property
    def span(self) -> Span:
        return self._span

    def set_patterns(self, patterns: Sequence[Pattern]) -> None:
        """Offer these shifts; the one that is worked at a usual day's end is not guessed."""
        self._patterns = tuple(each for each in patterns if not each.ended)
        self.pattern.set_options([Option(each.code, each.name) for each in self._patterns])
        if self.pattern.value is None and self._patterns:
            self.pattern.choose(self._patterns[0].code)
        self._take()

    def show_span(self, span: Span, pattern: str = "") -> None:
        """Choose a period without telling of it."""
        first, last = span.days
        self.kind.choose(span.kind)
        if pattern:
            self.pattern.choose(pattern)
        self._write(first, last)
        self._show_fields()
        self._take()

    def step(self, by: int) -> None:
        """The period after, or before."""
        first, last = self._span.days
        kind = self._kind
        if kind in _DAYS:
            first += timedelta(days=by * _DAYS[kind])
        elif kind in _MONTHS:
            years, month = divmod(first.month - 1 + by * _MONTHS[kind], 12)
            first = date(first.year + years, month + 1, 1)
        else:
            days = (last - first).days + 1
            first, last = (each + timedelta(days=by * days) for each in (first, last))
        self._write(first, last)
        self._settle()

    @property
    def _kind(self) -> PeriodKind:
        return PeriodKind(self.kind.value or PeriodKind.DAY)

    def _on_kind(self) -> None:
        self._show_fields()
        self._settle()

    def _show_fields(self) -> None:
        own = self._kind is PeriodKind.OWN
        self.day.setVisible(not own)
        self.since.setVisible(own)
        self.until.setVisible(own)
        self.pattern.setVisible(self._kind is PeriodKind.SHIFT)

    def _write(self, first: date, last: date) -> None:
        for field, day in ((self.day, first), (self.since, first), (self.until, last)):
            field.set_text(day.isoformat())

    def _settle(self) -> None:
        before = self._span
        if self._take() and self._span != before:
            self.chosen.emit(self._span)

    def _take(self) -> bool:
        """Read what is written; whether it is a period."""
        own = self._kind is PeriodKind.OWN
        days: list[date] = []
        for field in (self.since, self.until) if own else (self.day,):
            field.clear_error()
            day = read_day(field.text(), self._today)
            if day is None:
                field.show_error(self.tr("Skriv dagen som 26/11 eller 2026-11-26."))
                return False
            days.append(day)
        try:
            span = self._made(days[0], days[-1]).checked()
        except SpanWrong:
            words = self.tr("Perioden ska vara högst fem år och sluta efter början.")
            (self.until if own else self.day).show_error(words)
            return False
        self._span = span
        self._write(days[0], days[-1])
        self.said.setText(span_words(span))
        return True

    def _made(self, day: date, until: date) -> Span:
        """Raises SpanWrong."""
        kind, pattern = self._kind, self.pattern.value
        shift = next((each for each in self._patterns if each.code == pattern), None)
        if kind is PeriodKind.SHIFT and shift is not None:
            return Span(kind, *shift.bounds(day), shift.name)
        made = {
            PeriodKind.WEEK: lambda: periods.week(day),
            PeriodKind.MONTH: lambda: periods.month(day.year, day.month),
            PeriodKind.TERTIAL: lambda: periods.tertial(day.year, (day.month - 1) // 4 + 1),
            PeriodKind.YEAR: lambda: periods.year(day.year),
            PeriodKind.OWN: lambda: periods.own_days(day, until),
        }
        return made.get(kind, lambda: periods.day(day))()


def kind_words() -> dict[PeriodKind, str]:
    """What the kinds of periods are called on the screen."""
    translate = QCoreApplication.translate
    return {
        PeriodKind.SHIFT: translate("SpanChoice", "Skift"),
        PeriodKind.DAY: translate("SpanChoice", "Dygn"),
        PeriodKind.WEEK: translate("SpanChoice", "Vecka"),
        PeriodKind.MONTH: translate("SpanChoice", "Månad"),
        PeriodKind.TERTIAL: translate("SpanChoice", "Tertial"),
        PeriodKind.YEAR: translate("SpanChoice", "År"),
        PeriodKind.OWN: translate("SpanChoice", "Egen period"),
    }


def span_words(span: Span) -> str:
    """The period in words, with its real hours where it is short, and a change of clocks."""
    translate = QCoreApplication.translate
    first, last = span.days
    if span.kind is PeriodKind.WEEK:
        year, week = iso_week(first)
        what = translate("SpanChoice", "Vecka {week} {year}, {first} till {last}")
        said = what.format(week=week, year=year, first=first, last=last)
    elif first == last or span.kind is PeriodKind.SHIFT:
        weekday = names().dayName(first.isoweekday())
        clock = f"{local(span.start):%H:%M}–{local(span.end):%H:%M}"
        said = f"{weekday} {first} {clock}"
        said += translate("SpanChoice", ", {hours:g} timmar").format(hours=round(span.hours, 2))
    else:
        said = translate("SpanChoice", "{first} till och med {last}").format(first=first, last=last)
    if len(span.offsets) > 1 and span.hours < 8 * 24:
        moved = " → ".join(map(offset_text, span.offsets))
        said += translate("SpanChoice", ". Klockan ställs om: {moved}").format(moved=moved)
    return said
