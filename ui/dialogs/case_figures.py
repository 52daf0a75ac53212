"""The year's figures of cases: by kind, category, unit and e-service; copied, or as a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kundcenter.domain.calendar import local
from kundcenter.domain.case_exports import ExportNames, export_names, written_figures
from kundcenter.domain.case_figures import CaseFigures, FigureRow
from kundcenter.domain.case_terms import CaseTerms, labels
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.clip import put_on_clipboard
from ui.directory_keeper import DirectoryKeeper
from ui.labels import label
from ui.records import Column, RecordModel
from ui.services import Services
from ui.tasks import Lane, Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.page import Page
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

FILE_DIALOG = 820, 520
WIDE, HIGH = 940, 520  # pixels
LINES, FEW = 7, 4  # in sight; the fewer in large text
LARGE = 1.25
REPORTED = 2  # until the end of February one counts the year before (lag 2017:372)
KIND, CATEGORY, UNIT, SERVICE = "kind", "category", "unit", "service"


@dataclass(frozen=True, slots=True)
class Counted:
    """One line of the table."""

    name: str
    row: FigureRow


class CaseFiguresDialog(Dialog):
    """Names nobody, so looking at it leaves no record.  `said` carries a sentence."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("CaseFiguresDialog", "Årets tal"),
            sentence=translate(
                "CaseFiguresDialog",
                "Det som patientnämnden frågar efter. Ingen nämns.",
            ),
            primary=translate("CaseFiguresDialog", "Spara som fil"),
            secondary=translate("CaseFiguresDialog", "Stäng"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._units = DirectoryKeeper.of(tasks, services)
        self._figures: CaseFigures | None = None
        self._editions: tuple[CaseTerms, ...] = ()
        self._labels: dict[str, str] = {}
        today = local(services.now()).date()
        self.year = Field(self.tr("År"), longest=4)
        self.year.set_text(str(today.year - (today.month <= REPORTED)))
        self.sort = ChoiceRow(
            self.tr("Uppdelat efter"),
            [
                Choice(KIND, Badge(self.tr("Typ"))),
                Choice(CATEGORY, Badge(self.tr("Kategori"))),
                Choice(UNIT, Badge(self.tr("Enhet"))),
                Choice(SERVICE, Badge(self.tr("E-tjänst"))),
            ],
        )
        self.sort.choose(KIND)
        self.model = self._made_model()
        self.table = RecordTable(
            self.tr("Årets tal"), self.model, empty=EmptyState(self.tr("Inget det året"), "")
        )
        lines = FEW if current().metrics.scale >= LARGE else LINES
        self.table.setFixedHeight(round((lines + 1) * current().metrics.row))
        self.summary = Text("", role="muted", wrap=True)
        self.copy = Button(self.tr("Kopiera som text"), icon="copy")
        page = Page("none", "m")
        for part in (Beside(self.year, self.sort), self.table, self.summary):
            page.body.addWidget(part)
        page.body.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        page.body.addStretch(1)
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)
        self.sort.chosen.connect(lambda _: self._show_rows())
        self.year.changed.connect(lambda _: self._on_year())
        self.copy.clicked.connect(self._copy)
        self.confirmed.connect(self._ask_where)
        self._ready(False)
        self._look()

    # -- what is counted -----------------------------------------------------------------------

    def _on_year(self) -> None:
        if len(self.year.text().strip()) == 4:
            self._look()

    def _look(self) -> None:
        text = self.year.text().strip()
        if not (text.isascii() and text.isdecimal()):
            self.year.show_error(self.tr("Skriv ett år."))
            return
        self.busy_bar.set_busy(True)
        ask = partial(_counted, self._services, int(text))
        self._tasks.run(self, ask, self._show, self._refuse, topic="figures")

    def _show(self, found: tuple[CaseFigures, tuple[CaseTerms, ...]]) -> None:
        self.busy_bar.set_busy(False)
        self._figures, self._editions = found
        self._labels = labels(self._editions)
        self.year.clear_error()
        self._ready(True)
        figures = self._figures
        words = self.tr(
            "Klagomål, synpunkter, beröm och frågor: {received} inkomna, {answered} besvarade,"
            " {in_time} av dem i tid. Misstänkta vårdskador {injuries}, anmälda enligt lex Maria"
            " {lex_maria}. Rör barn: {children}."
        )
        self.summary.setText(
            words.format(
                received=figures.total.received,
                answered=figures.total.answered,
                in_time=figures.total.answered_in_time,
                injuries=figures.injuries,
                lex_maria=figures.lex_maria,
                children=figures.children,
            )
        )
        self._show_rows()

    def _show_rows(self) -> None:
        self.model.replace(self._rows() if self._figures is not None else ())

    def _rows(self) -> Iterator[Counted]:
        figures = self._figures
        assert figures is not None
        nothing = self.tr("Inte sagt")
        if self.sort.value == CATEGORY:
            for code, row in figures.by_category:
                yield Counted(f"{code} {self._labels.get(code, '')}".strip() or nothing, row)
        elif self.sort.value == UNIT:
            for unit, row in figures.by_unit:
                yield Counted(self._units.name(unit) if unit is not None else nothing, row)
        elif self.sort.value == SERVICE:
            for service, row in figures.by_service:
                yield Counted(label(service), row)
        else:
            for kind, row in figures.by_kind:
                yield Counted(label(kind), row)

    def _made_model(self) -> RecordModel[Counted]:
        def count(title: str, of: str, width: int) -> Column[Counted]:
            return Column(
                title,
                lambda each: _shown(getattr(each.row, of)),
                sort=lambda each: getattr(each.row, of),
                figures=True,
                width=width,
            )

        return RecordModel[Counted](
            (
                Column(self.tr("Vad"), lambda each: each.name, tip=lambda each: each.name),
                count(self.tr("Inkomna"), "received", 8),
                count(self.tr("Bekräftade i tid"), "confirmed_in_time", 14),
                count(self.tr("Besvarade"), "answered", 9),
                count(self.tr("I tid"), "answered_in_time", 6),
                count(self.tr("Dagar, median"), "median_days", 12),
                count(self.tr("Öppna"), "open", 6),
            ),
            key=lambda each: each.name,
            parent=self,
        )

    # -- out of the window ---------------------------------------------------------------------

    def _ready(self, ready: bool) -> None:
        self.primary.setEnabled(ready)
        self.copy.setEnabled(ready)

    def _names(self) -> ExportNames:
        figures = self._figures
        assert figures is not None
        units: list[tuple[UUID, str, str]] = []
        for unit, _ in figures.by_unit:
            card = self._units.unit(unit)
            if card is not None:
                units.append((card.unit.id, card.unit.hsa_id, card.unit.name))
        return export_names(units, self._editions)

    def _text(self) -> str:
        assert self._figures is not None
        return written_figures(self._figures, self._names())

    def _shows_the_year(self) -> bool:
        """Whether what is shown is of the year that is written; else it is asked for."""
        figures = self._figures
        if figures is not None and self.year.text().strip() == str(figures.year):
            return True
        self.year.setFocus()
        self._look()
        return False

    def _copy(self) -> None:
        if not self._shows_the_year():
            return
        put_on_clipboard(self._text())
        self.said.emit(self.tr("Årets tal är kopierade."))

    def _ask_where(self) -> None:
        if not self._shows_the_year():
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Spara årets tal"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("CSV-filer (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(self._file_name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setViewMode(QFileDialog.ViewMode.List)
        dialog.resize(*FILE_DIALOG)
        dialog.fileSelected.connect(self.write_to)
        dialog.open()

    @property
    def _file_name(self) -> str:
        return f"arenden-{self._figures.year}.csv" if self._figures is not None else "arenden.csv"

    def write_to(self, path: str) -> None:
        """Write the file whole or not at all; the file dialog has asked before it replaces one."""
        self.set_busy(True)
        files = self._services.case_files
        work = partial(files.write, path, self._file_name, self._text(), replace=True)
        self._tasks.run(self, work, lambda _: self._written(), self._refuse, lane=Lane.OUTSIDE)

    def _written(self) -> None:
        self.said.emit(self.tr("Årets tal är sparade."))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        wrong = error.code == "case.invalid"
        self.year.show_error(self.tr("Skriv ett år.") if wrong else sentence(error))


def _counted(services: Services, year: int) -> tuple[CaseFigures, tuple[CaseTerms, ...]]:
    """On the store's thread: the figures, and the editions for the names of the categories."""
    return services.cases.figures(year), services.case_terms.all()


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:g}".replace(".", ",")
