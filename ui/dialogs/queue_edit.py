"""A unit's call-back queue as it is written: unit, category, the week's spans."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.domain.callback_queues import (
    LONGEST_INTERVAL,
    MOST_DAYS_AHEAD,
    CallbackQueue,
    MenuCategory,
    QueueDraft,
    QueueSpan,
)
from kundcenter.domain.capacity import MOST_SEATS
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.directory_keeper import DirectoryKeeper
from ui.labels import label
from ui.records import Column
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.space import spaced
from ui.unit_finder import UnitFinder
from ui.widgets.banner import Banner
from ui.widgets.beside import Beside
from ui.widgets.check import Check
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.page import Page
from ui.widgets.rows import Line, Rows

WIDE, HIGH, SPAN_WIDE = 680, 540, 560  # pixels
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")
WEEK = range(1, 8)


def minutes_of(text: str) -> int:
    """08:00 as minutes after midnight; 24:00 is the end of the day.  Raises ValueError."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None or not text.strip().isascii():
        raise ValueError(text)
    hours, minutes = int(found[1]), int(found[2])
    if minutes > 59 or hours * 60 + minutes > 24 * 60:
        raise ValueError(text)
    return hours * 60 + minutes


def minutes_text(minutes: int) -> str:
    """480 as 08:00."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def day_name(day: int, *, short: bool = False) -> str:
    """The name of a weekday, 1 Monday–7 Sunday."""
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return QLocale().dayName(day, form).rstrip(".")


def whole(field: Field, most: int, *, least: int = 0) -> int | None:
    """The number in a field; None when it is none, which is said at the field."""
    text = field.text().strip()
    if text.isascii() and text.isdecimal() and least <= int(text) <= most:
        return int(text)
    words = QCoreApplication.translate("QueueEditDialog", "Skriv ett tal från {least} till {most}.")
    field.show_error(words.format(least=least, most=most))
    field.setFocus()
    return None


class SpanDialog(Dialog):
    """One span of the week, for as many days as are ticked."""

    def __init__(self, span: QueueSpan | None = None, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("SpanDialog", "Pass i kön"),
            primary=translate("SpanDialog", "Klart"),
            parent=parent,
        )
        self.days = [Check(day_name(day, short=True)) for day in WEEK]
        self.opens = Field(self.tr("Från"), longest=5)
        self.closes = Field(self.tr("Till"), longest=5)
        self.interval = Field(self.tr("Minuter per tid"), longest=3)
        self.places = Field(self.tr("Platser per tid"), longest=3)
        row = spaced(QHBoxLayout(), gap="m")
        for box in self.days:
            row.addWidget(box)
        row.addStretch()
        self.body.addLayout(row)
        self.body.addWidget(Beside(self.opens, self.closes))
        self.body.addWidget(Beside(self.interval, self.places))
        self.setMinimumWidth(round(SPAN_WIDE * current().metrics.scale))
        known = span or QueueSpan(1, 8 * 60, 11 * 60, 30, 4)
        for day, box in zip(WEEK, self.days, strict=True):
            box.setChecked(day == known.day if span else day <= 5)
        self.opens.set_text(minutes_text(known.opens))
        self.closes.set_text(minutes_text(known.closes))
        self.interval.set_text(str(known.interval))
        self.places.set_text(str(known.places))

    def spans(self) -> tuple[QueueSpan, ...]:
        """One for each day; none when something is wrong, which is said at its field."""
        clocks = []
        for field in (self.opens, self.closes):
            try:
                clocks.append(minutes_of(field.text()))
            except ValueError:
                self._wrong(field, self.tr("Skriv tiden som 08:00."))
                return ()
        opens, closes = clocks
        interval = whole(self.interval, LONGEST_INTERVAL, least=1)
        places = whole(self.places, MOST_SEATS) if interval is not None else None
        if interval is None or places is None:
            return ()
        if closes < opens + interval:
            self._wrong(self.closes, self.tr("Passet är kortare än en tid."))
            return ()
        days = [day for day, box in zip(WEEK, self.days, strict=True) if box.isChecked()]
        if not days:
            self._wrong(self.opens, self.tr("Kryssa för minst en dag."))
        return tuple(QueueSpan(day, opens, closes, interval, places) for day in days)

    def _wrong(self, field: Field, words: str) -> None:
        field.show_error(words)
        field.setFocus()


class QueueEditDialog(Dialog):
    """`saved` when it stands.  Who is placed already stays placed, whatever is changed."""

    saved = Signal()

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        queue: CallbackQueue | None = None,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("QueueEditDialog", "Ändra kön")
            if queue
            else translate("QueueEditDialog", "Ny kö"),
            sentence=translate(
                "QueueEditDialog", "De som redan har en plats behåller den, vad som än ändras."
            ),
            primary=translate("QueueEditDialog", "Spara"),
            parent=parent,
        )
        self._tasks, self._services, self._queue = tasks, services, queue
        keeper = DirectoryKeeper.of(tasks, services)
        self.unit = UnitFinder(self.tr("Enhet"), keeper)
        self.category = Combo(
            self.tr("Ärende"), [Option(each, label(each)) for each in MenuCategory]
        )
        self.ahead = Field(self.tr("Dagar framåt"), help=self.tr("0: bara i dag."), longest=2)
        self.same_day = Check(self.tr("Samma dag-garantin gäller här"))
        self.comment = Field(self.tr("Kommentar"), longest=LINE_LIMIT)
        self.spans = self._made_spans()
        self._trouble = Banner(
            self.tr("Det gick inte."), ToneName.WARNING, icon="warning", wrap=True
        )
        self._lay_out()
        self.confirmed.connect(self._save)
        self._fill(queue)

    def _made_spans(self) -> Rows:
        def days(line: Line) -> str:
            return day_name(line.value.day)

        def times(line: Line) -> str:
            return f"{minutes_text(line.value.opens)}–{minutes_text(line.value.closes)}"

        rows = Rows(
            self.tr("Pass i veckan"),
            (
                Column(self.tr("Dag"), days, sort=lambda line: line.value.day),
                Column(self.tr("Tid"), times, figures=True, width=14),
                Column(
                    self.tr("Minuter"), lambda line: str(line.value.interval), figures=True, width=9
                ),
                Column(
                    self.tr("Platser"), lambda line: str(line.value.places), figures=True, width=9
                ),
            ),
            empty=self.tr("Lägg till ett pass"),
            add=self.tr("Lägg till"),
        )
        rows.asked.connect(self._ask_span)
        return rows

    def _lay_out(self) -> None:
        page = Page(margins="none", gap="m")
        self._trouble.hide()
        for part in (
            self._trouble,
            self.unit,
            Beside(self.category, self.ahead),
            self.spans,
            self.same_day,
            self.comment,
        ):
            page.body.addWidget(part)
        page.body.addStretch()
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)

    def _fill(self, queue: CallbackQueue | None) -> None:
        self.unit.setVisible(queue is None)
        self.category.setEnabled(queue is None)
        self.category.choose(queue.category if queue else MenuCategory.ADVICE)
        self.ahead.set_text(str(queue.days_ahead if queue else 3))
        self.same_day.setChecked(queue.same_day if queue else True)
        if queue is not None:
            self.comment.set_text(queue.comment)
            self.spans.set_values(queue.spans)
        (self.ahead if queue else self.unit).setFocus()

    def _ask_span(self, place: int | None) -> None:
        span = self.spans.values[place] if place is not None else None
        dialog = SpanDialog(span, parent=self)
        dialog.confirmed.connect(partial(self._put_spans, dialog, place))
        dialog.open()

    def _put_spans(self, dialog: SpanDialog, place: int | None) -> None:
        spans = dialog.spans()
        if not spans:
            return
        first, *others = spans
        self.spans.put(place, first)
        for each in others:
            self.spans.put(None, each)
        dialog.accept()

    def _save(self) -> None:
        queue, unit = self._queue, self.unit.unit
        if queue is None and unit is None:
            self.unit.show_error(self.tr("Välj en enhet i listan."))
            return
        ahead = whole(self.ahead, MOST_DAYS_AHEAD)
        if ahead is None:
            return
        unit_id = queue.unit_id if queue is not None else unit.id  # type: ignore[union-attr]
        draft = QueueDraft(
            unit_id,
            MenuCategory(self.category.value or MenuCategory.OTHER),
            tuple(sorted(self.spans.values, key=lambda each: (each.day, each.opens))),
            ahead,
            self.same_day.isChecked(),
            self.comment.text().strip(),
        )
        self.set_busy(True)
        verb = partial(
            self._services.callback_queues.put,
            queue.id if queue is not None else None,
            draft,
            upon=queue.number if queue is not None else 0,
        )
        self._tasks.run(self, verb, lambda _: self._saved(), self._refuse)

    def _saved(self) -> None:
        self.saved.emit()
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._trouble.say(sentence(error))
        self._trouble.show()
        self.make_room()
