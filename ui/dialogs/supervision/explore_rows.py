"""The calls behind one row of the statistics: no numbers, no names; each look is logged."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kundcenter.domain.calendar import local
from kundcenter.domain.calls import CallState
from kundcenter.domain.supervision.exploring import MOST_ROWS, Query
from kundcenter.domain.supervision.key_words import QUEUES
from kundcenter.domain.supervision.summary_words import clock
from kundcenter.errors import KundcenterError
from kundcenter.services.supervision.explore import CallPage, CallRow
from ui.labels import label
from ui.records import Column, RecordModel
from ui.services import Services, current_codes
from ui.supervision.explore_words import measure_word
from ui.tasks import Tasks
from ui.theme.look import current
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.head import Head
from ui.widgets.page import Page
from ui.widgets.speech import announce
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

WIDE, HIGH = 900, 520  # pixels
LINES, FEW = 9, 5  # in sight; the fewer in large text
LARGE = 1.25
BACK, ON = "Alt+Left", "Alt+Right"


class ExploreRowsDialog(Dialog):
    """`row` is the key of the row and its name.  `refused` carries an error for a notice."""

    refused = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        query: Query,
        row: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        key, name = row
        super().__init__(
            translate("ExploreRowsDialog", "Samtalen bakom"),
            sentence=f"{measure_word(query)}: {name}",
            primary=translate("ExploreRowsDialog", "Stäng"),
            parent=parent,
        )
        self.secondary.hide()
        self.confirmed.connect(self.accept)
        codes = current_codes(services)
        self._outcomes = {each.code: each.label for each in codes.outcomes}
        self.model = self._made_model()
        self.table = RecordTable(
            self.tr("Samtalen bakom"),
            self.model,
            empty=EmptyState(self.tr("Inga samtal att visa"), ""),
        )
        lines = FEW if current().metrics.scale >= LARGE else LINES
        self.table.setFixedHeight(round((lines + 1) * current().metrics.row))
        self.back = Button(self.tr("Föregående"), icon="chevron-left", keys=BACK)
        self.on = Button(self.tr("Nästa"), icon="chevron-right", keys=ON)
        self.told = Text("", role="muted", wrap=True)
        page = Page("none", "m")
        page.body.addWidget(self.table)
        page.body.addWidget(self.told)
        page.body.addWidget(Head((), (self.back, self.on)))
        page.body.addStretch(1)
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)
        self._tasks, self._rows = tasks, partial(services.explore.rows, query, key)
        self._before: int | None = None
        self._next: int | None = None
        for button, chord in ((self.back, BACK), (self.on, ON)):
            button.hide()
            QShortcut(QKeySequence(chord), self, button.click)
        self.back.clicked.connect(lambda: self._turn(self._before))
        self.on.clicked.connect(lambda: self._turn(self._next))
        self._turn(0)

    def _turn(self, start: int | None) -> None:
        """Another page; each is a look of its own."""
        if start is None:
            return
        self.busy_bar.set_busy(True)
        for button in (self.back, self.on):
            button.setEnabled(False)
        ask = partial(self._rows, start)
        self._tasks.run(self, ask, self._show, self._refuse, topic="rows")

    def _show(self, page: CallPage) -> None:
        self.busy_bar.set_busy(False)
        self._before, self._next = page.before, page.next
        self.model.replace(page.rows)
        for button, to in ((self.back, page.before), (self.on, page.next)):
            button.setVisible(page.total > MOST_ROWS)
            button.setEnabled(to is not None)
        self.told.setText(self._words(page))
        if page.rows:
            self.table.selectRow(0)
            self.table.scrollToTop()
            self.table.setFocus()
            announce(self.table, self.told.text())

    def _words(self, page: CallPage) -> str:
        if page.total > MOST_ROWS:
            words = self.tr(
                "Visar {first}–{last} av {count} samtal, de äldsta först. Varje samtal som visas"
                " står i loggen."
            )
        else:
            words = self.tr(
                "{count} samtal. Det som inte hör till något samtal visas inte. Varje samtal som"
                " visas står i loggen."
            )
        last = min(page.start + MOST_ROWS, page.total)
        return words.format(first=page.start + 1, last=last, count=page.total)

    def _refuse(self, error: KundcenterError) -> None:
        self.busy_bar.set_busy(False)
        self.refused.emit(error)
        self.reject()

    def _made_model(self) -> RecordModel[CallRow]:
        return RecordModel[CallRow](
            (
                Column(
                    self.tr("Tid"),
                    lambda each: f"{local(each.at):%Y-%m-%d %H:%M}",
                    sort=lambda each: each.at,
                    figures=True,
                    width=16,
                ),
                Column(self.tr("Kö"), lambda each: QUEUES.get(each.queue, each.queue), width=14),
                Column(self.tr("Läge"), lambda each: label(CallState(each.state)), width=9),
                Column(
                    self.tr("Väntan"),
                    lambda each: clock(each.waited_s),
                    sort=lambda each: each.waited_s,
                    figures=True,
                    width=8,
                ),
                Column(
                    self.tr("Samtal"),
                    lambda each: "–" if each.talked_s is None else clock(each.talked_s),
                    sort=lambda each: each.talked_s,
                    figures=True,
                    width=8,
                ),
                Column(
                    self.tr("Hänvisning"),
                    lambda each: self._outcomes.get(each.outcome, each.outcome) or "–",
                ),
            ),
            key=lambda each: each.id,
            parent=self,
        )
