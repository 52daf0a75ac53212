"""Tables and charts of any period, down to their rows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kundcenter.domain.supervision.definitions import Unit
from kundcenter.domain.supervision.exploring import Exploration, Query
from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.dialogs.supervision.explore_rows import ExploreRowsDialog
from ui.directory_keeper import DirectoryKeeper
from ui.keys import keys
from ui.panels.supervision.explore_ask import ExploreAsk
from ui.panels.supervision.explore_mix_table import mix_model
from ui.panels.supervision.explore_out import ExploreOut
from ui.panels.supervision.explore_table import (
    BEFORE,
    CHANGE,
    RATIO,
    Named,
    UnitNames,
    explore_model,
)
from ui.records import RecordModel
from ui.services import Services, current_codes
from ui.supervision.explore_mixes import column_names, mix_chart, mix_meaning
from ui.supervision.explore_words import chart_of, gaps, line_name, meaning, told_by, unit_of
from ui.supervision.span_choice import span_words
from ui.tasks import Tasks
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.busy import BusyBar
from ui.widgets.buttons import Button
from ui.widgets.chart import ChartView
from ui.widgets.empty import EmptyState
from ui.widgets.head import Head
from ui.widgets.page import Page
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

SIDE_BY_SIDE = 900  # pixels at ordinary text size
ROWS = 9  # of the table that are in sight at least
FEW = 6  # beneath the chart


class ExploreView(QWidget):
    """`said` carries a sentence, `refused` an error, for a notice.

    A table names nobody, and looking at it leaves no record; the calls behind a row do.
    """

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._units = DirectoryKeeper.of(tasks, services)
        self._found: Exploration | None = None
        self.ask = ExploreAsk(services.now())
        self.busy = BusyBar(self.tr("Räknar"))
        self.chart = ChartView(self.tr("Diagram"))
        self.model = self._plain_model = explore_model(self._query, self)
        self._mix_shown: object = None
        self._mix_table: RecordTable | None = None
        self._mix_model: RecordModel[Named] | None = None
        self._out = ExploreOut(tasks, services, self._names, self)
        self.table = RecordTable(self.tr("Tabell"), self.model, empty=_nothing())
        self._plain = self.table
        self._tables = QStackedWidget()
        self._tables.addWidget(self.table)
        self.meaning = Text("", Type.SMALL, role="muted", wrap=True)
        self.since = Text("", Type.SMALL, role="warning", wrap=True)
        self.rows = Button(self.tr("Samtalen bakom"), icon="list", keys=Action.EXPLORE_ROWS)
        self.export = Button(self.tr("Spara som fil"), icon="save", keys=Action.EXPLORE_EXPORT)
        self._both = QWidget()
        self._sides = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight, self._both), gap="m")
        self._sides.addWidget(self.chart, 2)
        self._sides.addWidget(self._tables, 3)
        page = Page("none", "s")
        for part in (self.ask, self.busy):
            page.body.addWidget(part)
        page.body.addWidget(Head((self.ask.distribution,), (self.rows, self.export)))
        page.body.addWidget(self._both, 1)
        page.body.addWidget(self.meaning)
        page.body.addWidget(self.since)
        column = spaced(QVBoxLayout(self), "none", "none")
        column.addWidget(page)
        self.since.hide()
        self._listen()
        self._arrange()

    # -- what the page asks --------------------------------------------------------------------

    def take_focus(self) -> None:
        self.ask.by.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Read again what is shown."""
        self._look(self.ask.query)

    def forget(self) -> None:
        """The operator has left."""
        self._found = None
        for model in (self._plain_model, self._mix_model):
            if model is not None:
                model.replace(())

    @property
    def found(self) -> Exploration | None:
        """What is shown."""
        return self._found

    # -- what is shown -------------------------------------------------------------------------

    def _look(self, query: Query) -> None:
        self.busy.set_busy(True)
        work = partial(_asked, self._services, query)
        self._tasks.run(self, work, self._show, self._refuse, topic="explore")

    def _show(self, found: tuple[Exploration, tuple[str, ...]]) -> None:
        self.busy.set_busy(False)
        before, (self._found, queues) = self._found, found
        self.ask.set_queues(queues)
        self._show_lines()
        self._choose_first(before)

    def _show_lines(self) -> None:
        found = self._found
        if found is None:
            return
        names = self._names(found)
        total = Named(self.tr("Totalt"), found.total, -1)
        every = [Named(*each) for each in zip(names, found.lines, range(len(names)), strict=True)]
        if found.query.is_split:
            codes = current_codes(self._services)
            self._show_mix(found, [*every, total], column_names(found, codes))
            chart, lying = mix_chart(found, names, codes)
        else:
            self._show_plain(found, [*every, total])
            chart, lying = chart_of(found, names)
        self.chart.show_chart(chart, lying=lying, empty=self.tr("Inget under perioden"))
        self.meaning.setText(self._meaning(found))
        missing = gaps(found)
        self.since.setVisible(bool(missing))
        self.since.setText(" ".join(missing))
        self._show_acts()

    def _show_plain(self, found: Exploration, rows: list[Named]) -> None:
        self.table, self.model = self._plain, self._plain_model
        self._tables.setCurrentWidget(self.table)
        self.model.replace(rows)
        beside = found.versus is not None
        self.table.show_column(BEFORE, beside)
        self.table.show_column(CHANGE, beside)
        quotient = any(each.line.now.denominator is not None for each in rows)
        self.table.show_column(RATIO, quotient)

    def _show_mix(self, found: Exploration, rows: list[Named], names: list[str]) -> None:
        """A table of other columns is another table."""
        shown = (found.query.split, found.query.share, tuple(names))
        if self._mix_shown != shown:
            self._take_mix_away()
            self._mix_shown = shown
            self._mix_model = mix_model(found, names, self)
            self._mix_table = RecordTable(self.tr("Tabell"), self._mix_model, empty=_nothing())
            self._tables.addWidget(self._mix_table)
            self._listen_to(self._mix_table)
        assert self._mix_table is not None
        assert self._mix_model is not None
        self.table, self.model = self._mix_table, self._mix_model
        self._tables.setCurrentWidget(self.table)
        self.model.replace(rows)

    def _take_mix_away(self) -> None:
        if self._mix_table is not None and self._mix_model is not None:
            self._tables.removeWidget(self._mix_table)
            self._mix_table.deleteLater()
            self._mix_model.deleteLater()

    def _choose_first(self, before: Exploration | None) -> None:
        """A row is chosen as soon as there is one, so that its calls are one key away."""
        chosen, found = self.table.current, self._found
        asked = (before and before.query.by, before and before.query.split)
        anew = found is not None and asked != (found.query.by, found.query.split)
        if self.model.rowCount() and (chosen is None or (anew and chosen.whole)):
            self.table.selectRow(0)
            self._show_acts()

    def _meaning(self, found: Exploration) -> str:
        if found.query.is_split:
            return mix_meaning(found)
        said = [meaning(found)]
        known = told_by(found)
        if known is not None and known.denominator:
            words = self.tr("Täljare: {numerator}. Nämnare: {denominator}.")
            said.append(words.format(numerator=known.numerator, denominator=known.denominator))
        if found.versus is not None:
            words = self.tr("Jämförs med {period}.")
            said.append(words.format(period=span_words(found.versus)))
            if unit_of(found.query)[0] is Unit.PERCENT:
                said.append(self.tr("Ändringen är i procentenheter (p.e.)."))
        return " ".join(said)

    def _names(self, found: Exploration) -> list[str]:
        codes, names = current_codes(self._services), UnitNames(self._units)
        return [line_name(each, found.query, codes, names) for each in found.lines]

    def _show_acts(self) -> None:
        chosen = self.table.current
        there = isinstance(chosen, Named) and not chosen.whole
        self.rows.setEnabled(there)
        self.export.setEnabled(self._found is not None)

    def _refuse(self, error: KundcenterError) -> None:
        self.busy.set_busy(False)
        self.refused.emit(error)

    def _listen(self) -> None:
        self.ask.asked.connect(self._look)
        self._listen_to(self.table)
        self.chart.chosen.connect(self._on_bar)
        self.chart.opened.connect(lambda _: self._ask_rows())
        self.rows.clicked.connect(self._ask_rows)
        self.export.clicked.connect(self._ask_where)
        self._out.said.connect(self.said)
        self._out.refused.connect(self.refused)
        self._units.changed.connect(self._show_lines)
        keys().bind(self, Action.EXPLORE_ROWS, self._ask_rows)
        keys().bind(self, Action.EXPLORE_EXPORT, self._ask_where)

    def _listen_to(self, table: RecordTable) -> None:
        table.chosen.connect(self._on_row)
        table.opened.connect(lambda _: self._ask_rows())
        table.sort_by(0)

    def _on_row(self, row: object) -> None:
        if isinstance(row, Named) and not row.whole:
            self.chart.choose(row.at)
        self._show_acts()

    def _on_bar(self, place: int) -> None:
        found = self._found
        if found is not None and place < len(found.lines):
            self.table.choose((False, found.lines[place].key))

    # -- where it lies -------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_sides"):
            self._arrange()

    def _arrange(self) -> None:
        metrics = current().metrics
        beside = self.width() >= SIDE_BY_SIDE * metrics.scale
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._tables.setMinimumHeight(round((ROWS if beside else FEW) * metrics.row))

    # -- the rows, and out of the window -------------------------------------------------------

    def _ask_rows(self) -> None:
        found, chosen = self._found, self.table.current
        if found is None or not isinstance(chosen, Named) or chosen.whole:
            return
        dialog = ExploreRowsDialog(
            self._tasks, self._services, found.query, (chosen.line.key, chosen.name), self.window()
        )
        dialog.refused.connect(self.refused)
        dialog.open()

    def _ask_where(self) -> None:
        if self._found is not None:
            self._out.ask_where(self._found)

    def _query(self) -> Query:
        assert self._found is not None
        return self._found.query


def _nothing() -> EmptyState:
    return EmptyState(QCoreApplication.translate("ExploreView", "Inget under perioden"), "")


def _asked(services: Services, query: Query) -> tuple[Exploration, tuple[str, ...]]:
    """On the store's thread: the answer, and the queues that can be asked for."""
    return services.explore.look(query), services.explore.queues(query)
