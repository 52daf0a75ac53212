"""How often each card was asked for in a period; copied, or as a file.  It names nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kundcenter.domain.calendar import day_bounds, local
from kundcenter.domain.records import written_table
from kundcenter.domain.service_desk.questions import TopicCount
from kundcenter.domain.unit_cells import guarded
from kundcenter.errors import KundcenterError
from ui.clip import put_on_clipboard
from ui.labels import label
from ui.records import Column, RecordModel
from ui.service_desk.topic_keeper import TopicKeeper
from ui.services import Services
from ui.tasks import Lane, Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.page import Page
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

WIDE, HIGH = 860, 440  # pixels
FILE_DIALOG = 820, 520
LINES, FEW = 6, 3
LARGE = 1.25


@dataclass(frozen=True, slots=True)
class Counted:
    """One line of the table."""

    at: int
    count: TopicCount
    name: str


class CountsDialog(Dialog):
    """`said` carries a sentence for a notice."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("CountsDialog", "Antal frågor per kort"),
            sentence=translate("CountsDialog", "Bara antal. Ingen som har frågat nämns."),
            primary=translate("CountsDialog", "Spara som fil"),
            secondary=translate("CountsDialog", "Stäng"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._keeper = TopicKeeper.of(tasks, services)
        today = local(services.now()).date()
        self.first = Field(self.tr("Från och med"), longest=10)
        self.last = Field(self.tr("Till och med"), longest=10)
        self.first.set_text(today.replace(day=1).isoformat())
        self.last.set_text(today.isoformat())
        self.model = RecordModel[Counted](
            (
                Column(self.tr("Område"), lambda each: label(each.count.heading), width=24),
                Column(self.tr("Kort"), lambda each: each.name),
                Column(
                    self.tr("Antal"),
                    lambda each: str(each.count.count),
                    sort=lambda each: each.count.count,
                    figures=True,
                    width=8,
                ),
            ),
            key=lambda each: each.at,
            parent=self,
        )
        self.table = RecordTable(
            self.tr("Antal frågor"),
            self.model,
            empty=EmptyState(self.tr("Ingen fråga de dagarna"), icon="list"),
        )
        lines = FEW if current().metrics.scale >= LARGE else LINES
        self.table.setFixedHeight(round((lines + 1) * current().metrics.row))
        self.total = Text("", role="muted")
        self.copy = Button(self.tr("Kopiera som text"), icon="copy")
        page = Page("none", "m")
        for part in (Beside(self.first, self.last), self.table, self.total):
            page.body.addWidget(part)
        page.body.addStretch(1)
        self.body.addWidget(page, 1)
        self.add_act(self.copy)
        self.fit_page(page, WIDE, HIGH)
        for field in (self.first, self.last):
            field.changed.connect(lambda _: self._look())
        self.copy.clicked.connect(self._copy)
        self.confirmed.connect(self._ask_where)
        self._ready(False)
        self._look()

    def _day(self, field: Field) -> date | None:
        try:
            return date.fromisoformat(field.text().strip())
        except ValueError:
            return None

    def _look(self) -> None:
        """While a day is being written nothing is asked for."""
        self._ready(False)
        first, last = self._day(self.first), self._day(self.last)
        if first is None or last is None:
            return
        if last < first:
            self.last.show_error(self.tr("Slutet ligger före början."))
            return
        self.last.clear_error()
        start, end = day_bounds(first)[0], day_bounds(last)[1]
        self.busy_bar.set_busy(True)
        verb = partial(self._services.questions.counts, start, end)
        self._tasks.run(self, verb, self._show, self._refuse, topic="counts")

    def _show(self, counts: tuple[TopicCount, ...]) -> None:
        self.busy_bar.set_busy(False)
        self.model.replace([Counted(at, each, self._name(each)) for at, each in enumerate(counts)])
        total = sum(each.count for each in counts)
        self.total.setText(self.tr("{total} frågor tillsammans").format(total=total))
        self._ready(True)

    def _name(self, count: TopicCount) -> str:
        if count.topic_id is None:
            return self.tr("Utan kort")
        topic = self._keeper.topic(count.topic_id)
        return topic.told.title if topic is not None else self.tr("Ett kort som inte finns här")

    def _text(self) -> str:
        headings = (self.tr("Område"), self.tr("Kod"), self.tr("Kort"), self.tr("Antal"))
        rows = [
            (label(e.count.heading), e.count.heading.value, e.name, str(e.count.count))
            for e in self.model.records
        ]
        return written_table(headings, (tuple(map(guarded, row)) for row in rows))

    # -- out of the window ---------------------------------------------------------------------

    def _ready(self, ready: bool) -> None:
        self.primary.setEnabled(ready)
        self.copy.setEnabled(ready)

    def _copy(self) -> None:
        put_on_clipboard(self._text())
        self.said.emit(self.tr("Antalen är kopierade."))

    @property
    def _file_name(self) -> str:
        return f"fragor-{self.first.text().strip()}-{self.last.text().strip()}.csv"

    def _ask_where(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Spara antalen"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("CSV-filer (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(self._file_name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setViewMode(QFileDialog.ViewMode.List)
        dialog.resize(*FILE_DIALOG)
        dialog.fileSelected.connect(self.write_to)
        dialog.open()

    def write_to(self, path: str) -> None:
        """Write the file whole or not at all; the file dialog has asked before it replaces one."""
        self.set_busy(True)
        files = self._services.case_files
        work = partial(files.write, path, self._file_name, self._text(), replace=True)
        self._tasks.run(self, work, lambda _: self._written(), self._refuse, lane=Lane.OUTSIDE)

    def _written(self) -> None:
        self.said.emit(self.tr("Antalen är sparade."))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.first.show_error(sentence(error))
