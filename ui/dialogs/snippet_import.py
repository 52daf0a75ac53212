"""Bring in a file of snippets: what it would do is told first, then all is done or nothing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from kundcenter.domain.snippet_files import Sheet
from kundcenter.domain.snippets import Plan, Scope
from kundcenter.errors import KundcenterError
from ui.labels import label
from ui.services import Services
from ui.snippet_words import explained, told
from ui.tasks import Lane, Tasks
from ui.theme.look import current
from ui.theme.space import spaced
from ui.widgets.buttons import Button
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

FILE_DIALOG = (760, 520)
SHOWN_FAULTS = 100


class SnippetImportDialog(Dialog):
    """Choose a file, read what it would do, do it."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("SnippetImportDialog", "Läs in fraser"),
            sentence=translate(
                "SnippetImportDialog",
                "En CSV-fil med rubrikerna kod, rubrik, text, nivå, granskas senast och fält."
                " Kod och text behövs.",
            ),
            primary=translate("SnippetImportDialog", "Läs in"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._path = ""
        self._sheet = Sheet()
        self.scope = Combo(
            self.tr("Nivå för rader utan egen"), [Option(scope, label(scope)) for scope in Scope]
        )
        self.scope.choose(Scope.PERSONAL)
        self.scope.chosen.connect(lambda _: self._read())
        self.file = Button(self.tr("Välj fil"), icon="search")
        self.file.clicked.connect(self._ask_which)
        self.outcome = Text(self.tr("Ingen fil är vald."), wrap=True)
        self.faults = TextArea(self.tr("Rader med fel"), fewest=4, most=6)
        self.faults.edit.setReadOnly(True)
        row = spaced(QHBoxLayout(), gap="m")
        row.addWidget(self.scope, 1)
        row.addWidget(self.file, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.body.addWidget(self.outcome)
        self.body.addWidget(self.faults)
        self.primary.setEnabled(False)
        self.setMinimumWidth(round(620 * current().metrics.scale))
        self.confirmed.connect(self._bring_in)

    def read(self, path: str) -> None:
        """Tell what bringing in the file would do."""
        self._path = path
        self._read()

    def _ask_which(self) -> None:
        dialog = QFileDialog(self, self.tr("Välj en fil med fraser"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Textfiler (*.csv *.tsv *.txt)"), self.tr("Alla filer (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.resize(*FILE_DIALOG)
        dialog.fileSelected.connect(self.read)
        dialog.open()

    def _read(self) -> None:
        if not self._path:
            return
        self.set_busy(True)
        scope = Scope(self.scope.value or Scope.PERSONAL)
        verb = partial(self._services.snippet_files.read, self._path, scope)
        self._tasks.run(
            self, verb, self._show_sheet, self._refuse, lane=Lane.OUTSIDE, topic="sheet"
        )

    def _show_sheet(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.faults.set_text("\n".join(told(fault) for fault in sheet.faults[:SHOWN_FAULTS]))
        if sheet.faults:
            words = self.tr(
                "Inget läses in. Rader med fel: {faults}. Hela rader: {sound}. Rätta filen och välj"
                " den igen."
            )
            self._say(words.format(faults=len(sheet.faults), sound=len(sheet.rows)))
            return
        verb = partial(self._services.snippets.plan, sheet.rows)
        self._tasks.run(self, verb, self._show_plan, self._refuse, topic="plan")

    def _show_plan(self, plan: Plan) -> None:
        words = self.tr("{new} nya fraser, {changed} ändras, {same} är redan lika.")
        counts = {"new": len(plan.new), "changed": len(plan.changed), "same": plan.same}
        self._say(words.format(**counts), ready=bool(plan.new or plan.changed))

    def _bring_in(self) -> None:
        self.set_busy(True)
        verb = partial(self._services.snippets.import_, self._sheet.rows)
        self._tasks.run(self, verb, lambda _: self._brought_in(), self._refuse)

    def _brought_in(self) -> None:
        self.said.emit(self.tr("Fraserna är inlästa."))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.faults.set_text("")
        self._say(explained(error))

    def _say(self, words: str, *, ready: bool = False) -> None:
        self.set_busy(False)
        self.primary.setEnabled(ready)
        self.outcome.setText(words)
