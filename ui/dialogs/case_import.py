"""Bring in a file of an e-service: what it would do is told first, then it is done by parts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kundcenter.domain.case_files import IMPORT_LIMIT, CasePlan, ImportedCase
from kundcenter.domain.case_sheets import CaseSheet
from kundcenter.errors import KundcenterError
from ui.case_faults import fault_words, problem_words
from ui.services import Services
from ui.tasks import Lane, Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

FILE_DIALOG = (760, 520)
SHOWN = 100


class CaseImportDialog(Dialog):
    """Choose a file, read what it would do, do it.

    A file with a fault is refused whole.  Each five hundred cases are one operation; should one
    be refused, it is told how many are in, and the same file can be brought in again: what is
    there already is left alone.
    """

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("CaseImportDialog", "Läs in ärenden ur en e-tjänst"),
            sentence=translate(
                "CaseImportDialog",
                "En CSV- eller JSON-fil ur 1177:s e-tjänster eller 1177 direkt. Ärendets nummer"
                " i e-tjänsten avgör om det finns redan.",
            ),
            primary=translate("CaseImportDialog", "Läs in"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._rows: tuple[ImportedCase, ...] = ()
        self._wanted: list[ImportedCase] = []
        self._problems: list[str] = []
        self._planned = self._persons = self._done = 0
        self.file = Button(self.tr("Välj fil"), icon="search")
        self.file.clicked.connect(self._ask_which)
        self.outcome = Text(self.tr("Ingen fil är vald."), wrap=True)
        self.rows = TextArea(self.tr("Rader med fel"), fewest=6, most=8)
        self.rows.edit.setReadOnly(True)
        self.body.addWidget(self.file, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.outcome)
        self.body.addWidget(self.rows)
        self.primary.setEnabled(False)
        self.setMinimumWidth(round(660 * current().metrics.scale))
        self.confirmed.connect(self._bring_in)

    def read(self, path: str) -> None:
        """Tell what bringing in the file would do."""
        self.set_busy(True)
        verb = partial(self._services.case_files.read, path)
        self._tasks.run(
            self, verb, self._show_sheet, self._refuse, lane=Lane.OUTSIDE, topic="sheet"
        )

    def _ask_which(self) -> None:
        dialog = QFileDialog(self, self.tr("Välj en fil med ärenden"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Text och JSON (*.csv *.tsv *.txt *.json)"), self.tr("Alla filer (*)")]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.resize(*FILE_DIALOG)
        dialog.fileSelected.connect(self.read)
        dialog.open()

    # -- the dry run ---------------------------------------------------------------------------

    def _show_sheet(self, sheet: CaseSheet) -> None:
        self._rows, self._wanted, self._problems = tuple(sheet.rows), [], []
        self._planned = self._persons = self._done = 0
        self.rows.set_text("\n".join(fault_words(fault) for fault in sheet.faults[:SHOWN]))
        if sheet.faults:
            words = self.tr("Inget läses in. Fel i filen: {faults}. Rätta den och välj den igen.")
            self._say(words.format(faults=len(sheet.faults)))
        elif not self._rows:
            self._say(self.tr("Filen har inga ärenden."))
        else:
            self._plan_next()

    def _plan_next(self) -> None:
        """A plan takes no more rows than an operation does."""
        rows = self._rows[self._planned : self._planned + IMPORT_LIMIT]
        verb = partial(self._services.cases.plan, rows)
        self._tasks.run(self, verb, partial(self._add_plan, len(rows)), self._refuse, topic="plan")

    def _add_plan(self, count: int, plan: CasePlan) -> None:
        self._planned += count
        self._wanted += plan.new
        self._persons += len(plan.persons)
        self._problems += [problem_words(each) for each in plan.problems]
        if self._planned < len(self._rows):
            self._show_progress(self._planned, len(self._rows))
            self._plan_next()
            return
        if self._problems:
            words = self.tr("Inget läses in. Rader som inte går att använda här: {count}.")
            self.rows.set_text("\n".join(self._problems[:SHOWN]))
            self._say(words.format(count=len(self._problems)))
            return
        same = len(self._rows) - len(self._wanted)
        words = self.tr("{new} nya ärenden, {same} finns redan och lämnas som de är.")
        told = words.format(new=len(self._wanted), same=same)
        if self._persons:
            persons = self.tr("Personer som läggs upp: {count}.").format(count=self._persons)
            told = f"{told} {persons}"
        self._say(told, ready=bool(self._wanted))

    # -- for good ------------------------------------------------------------------------------

    def _bring_in(self) -> None:
        self.set_busy(True)
        self.file.setEnabled(False)
        self._bring_next()

    def _bring_next(self) -> None:
        rows = tuple(self._wanted[self._done : self._done + IMPORT_LIMIT])
        self._show_progress(self._done, len(self._wanted))
        verb = partial(self._services.cases.import_, rows)
        self._tasks.run(self, verb, lambda _: self._brought_in(len(rows)), self._refuse_rest)

    def _brought_in(self, count: int) -> None:
        self._done += count
        if self._done < len(self._wanted):
            self._bring_next()
            return
        self.said.emit(self.tr("Ärendena är inlästa: {count}.").format(count=self._done))
        self.accept()

    def _refuse_rest(self, error: KundcenterError) -> None:
        words = self.tr("{why} Inlästa: {done} av {all}. Läs in samma fil igen för resten.")
        counts = {"done": self._done, "all": len(self._wanted)}
        self.file.setEnabled(True)
        self.rows.set_text("")
        self._say(words.format(why=sentence(error), **counts))

    def _refuse(self, error: KundcenterError) -> None:
        self.rows.set_text("")
        self._say(sentence(error))

    def _show_progress(self, done: int, whole: int) -> None:
        self.outcome.setText(self.tr("{done} av {all}").format(done=done, all=whole))

    def _say(self, words: str, *, ready: bool = False) -> None:
        self.set_busy(False)
        self.primary.setEnabled(ready)
        self.outcome.setText(words)
