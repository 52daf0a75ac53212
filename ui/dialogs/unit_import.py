"""Bring in a file of units: what it would do is told first, then five hundred are done at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kundcenter.domain.unit_sheets import UnitSheet
from kundcenter.domain.unit_wordings import IMPORT_LIMIT, IncomingUnit, UnitPlan
from kundcenter.errors import KundcenterError
from ui.services import Services
from ui.tasks import Lane, Tasks
from ui.theme.look import current
from ui.unit_faults import explained, told
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

FILE_DIALOG = (760, 520)
SHOWN = 100


class UnitImportDialog(Dialog):
    """Choose a file, read what it would do, do it.

    A file with a fault is refused whole.  Each five hundred units are one operation; should one
    be refused, it is told how many are in, and the same file can be brought in again.
    """

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("UnitImportDialog", "Läs in enheter"),
            sentence=translate(
                "UnitImportDialog",
                "En CSV-fil med rubriker, eller en XML-fil ur HSA. HSA-id avgör vilken enhet det"
                " är. Det som filen inte har står kvar på kortet.",
            ),
            primary=translate("UnitImportDialog", "Läs in"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._rows: tuple[IncomingUnit, ...] = ()
        self._wanted: list[IncomingUnit] = []  # those that are new or change something
        self._planned = self._new = self._changed = self._done = 0
        self._archived = self._odd_ids = 0
        self._changes: list[str] = []
        self.file = Button(self.tr("Välj fil"), icon="search")
        self.file.clicked.connect(self._ask_which)
        self.outcome = Text(self.tr("Ingen fil är vald."), wrap=True)
        self.rows = TextArea(self.tr("Rader med fel, eller enheter som ändras"), fewest=6, most=8)
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
        verb = partial(self._services.unit_files.read, path)
        self._tasks.run(
            self, verb, self._show_sheet, self._refuse, lane=Lane.OUTSIDE, topic="sheet"
        )

    def _ask_which(self) -> None:
        dialog = QFileDialog(self, self.tr("Välj en fil med enheter"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Text och XML (*.csv *.tsv *.txt *.xml)"), self.tr("Alla filer (*)")]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.resize(*FILE_DIALOG)
        dialog.fileSelected.connect(self.read)
        dialog.open()

    # -- the dry run ---------------------------------------------------------------------------

    def _show_sheet(self, sheet: UnitSheet) -> None:
        self._rows, self._wanted, self._changes = tuple(sheet.rows), [], []
        self._archived, self._odd_ids = sheet.archived, sheet.odd_ids
        self._planned = self._new = self._changed = self._done = 0
        self.rows.set_text("\n".join(told(fault) for fault in sheet.faults[:SHOWN]))
        if sheet.faults:
            words = self.tr("Inget läses in. Fel i filen: {faults}. Rätta den och välj den igen.")
            self._say(words.format(faults=len(sheet.faults)))
        elif not self._rows:
            self._say(self.tr("Filen har inga enheter."))
        else:
            self._plan_next()

    def _plan_next(self) -> None:
        """A plan takes no more rows than an operation does."""
        rows = self._rows[self._planned : self._planned + IMPORT_LIMIT]
        verb = partial(self._services.units.plan, rows)
        self._tasks.run(self, verb, partial(self._add_plan, len(rows)), self._refuse, topic="plan")

    def _add_plan(self, count: int, plan: UnitPlan) -> None:
        self._planned += count
        self._new += len(plan.new)
        self._changed += len(plan.changed)
        self._wanted += [*plan.new, *(incoming for _, incoming in plan.changed)]
        self._changes += [card.unit.name for card, _ in plan.changed]
        if self._planned < len(self._rows):
            self._show_progress(self._planned, len(self._rows))
            self._plan_next()
            return
        words = self.tr("{new} nya enheter, {changed} ändras, {same} är redan lika.")
        if self._archived:
            left_out = self.tr("{count} nedlagda är utelämnade.")
            words = f"{words} {left_out.format(count=self._archived)}"
        if self._odd_ids:
            odd = self.tr("{count} HSA-id har ovanlig form och behålls.")
            words = f"{words} {odd.format(count=self._odd_ids)}"
        same = len(self._rows) - self._new - self._changed
        self.rows.set_text(_listed(self._changes))
        self._say(
            words.format(new=self._new, changed=self._changed, same=same),
            ready=bool(self._wanted),
        )

    # -- for good ------------------------------------------------------------------------------

    def _bring_in(self) -> None:
        self.set_busy(True)
        self.file.setEnabled(False)
        self._bring_next()

    def _bring_next(self) -> None:
        rows = tuple(self._wanted[self._done : self._done + IMPORT_LIMIT])
        self._show_progress(self._done, len(self._wanted))
        verb = partial(self._services.units.import_, rows)
        self._tasks.run(self, verb, lambda _: self._brought_in(len(rows)), self._refuse_rest)

    def _brought_in(self, count: int) -> None:
        self._done += count
        if self._done < len(self._wanted):
            self._bring_next()
            return
        words = self.tr("Enheterna är inlästa: {count}.")
        self.said.emit(words.format(count=self._done))
        self.accept()

    def _refuse_rest(self, error: KundcenterError) -> None:
        words = self.tr("{why} Inlästa: {done} av {all}. Läs in samma fil igen för resten.")
        counts = {"done": self._done, "all": len(self._wanted)}
        self.file.setEnabled(True)
        self.rows.set_text("")
        self._say(words.format(why=explained(error), **counts))

    def _refuse(self, error: KundcenterError) -> None:
        self.rows.set_text("")
        self._say(explained(error))

    def _show_progress(self, done: int, whole: int) -> None:
        self.outcome.setText(self.tr("{done} av {all}").format(done=done, all=whole))

    def _say(self, words: str, *, ready: bool = False) -> None:
        self.set_busy(False)
        self.primary.setEnabled(ready)
        self.outcome.setText(words)


def _listed(names: Sequence[str]) -> str:
    more = len(names) - SHOWN
    told = "\n".join(names[:SHOWN])
    return f"{told}\n… {more}" if more > 0 else told
