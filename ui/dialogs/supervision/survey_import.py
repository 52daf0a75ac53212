"""Bring in a file of measurements: what it would do is told first, then all is done or nothing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kundcenter.domain.supervision.survey_files import SurveyPlan, SurveySheet
from kundcenter.errors import KundcenterError
from ui.services import Services
from ui.supervision.aim_words import fault_words
from ui.tasks import Lane, Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

FILE_DIALOG = 760, 520
WIDE = 620  # pixels


class SurveyImportDialog(Dialog):
    """Choose a file, read what it would do, do it.  `said` carries a sentence."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("SurveyImportDialog", "Läs in mätningar"),
            sentence=translate(
                "SurveyImportDialog",
                "En CSV-fil med rubrikerna mått, från, till, värde, svar, tillfrågade, område,"
                " källa och kommentar. De fyra första behövs.",
            ),
            primary=translate("SurveyImportDialog", "Läs in"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._sheet = SurveySheet()
        self.file = Button(self.tr("Välj fil"), icon="search")
        self.file.clicked.connect(self._ask_which)
        self.outcome = Text(self.tr("Ingen fil är vald."), wrap=True)
        self.faults = TextArea(self.tr("Rader med fel"), fewest=4, most=6)
        self.faults.edit.setReadOnly(True)
        self.body.addWidget(self.file, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.outcome)
        self.body.addWidget(self.faults)
        self.primary.setEnabled(False)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        self.confirmed.connect(self._bring_in)

    def read(self, path: str) -> None:
        """Tell what bringing in the file would do."""
        self.set_busy(True)
        verb = partial(self._services.survey_files.read, path)
        self._tasks.run(
            self, verb, self._show_sheet, self._refuse, lane=Lane.OUTSIDE, topic="sheet"
        )

    def _ask_which(self) -> None:
        dialog = QFileDialog(self, self.tr("Välj en fil med mätningar"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Textfiler (*.csv *.tsv *.txt)"), self.tr("Alla filer (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.resize(*FILE_DIALOG)
        dialog.fileSelected.connect(self.read)
        dialog.open()

    def _show_sheet(self, sheet: SurveySheet) -> None:
        self._sheet = sheet
        self.faults.set_text("\n".join(map(fault_words, sheet.faults)))
        if sheet.faults:
            words = self.tr("Inget läses in. Fel i filen: {count}. Rätta den och välj den igen.")
            self._say(words.format(count=len(sheet.faults)))
            return
        verb = partial(self._services.surveys.plan, sheet.rows)
        self._tasks.run(self, verb, self._show_plan, self._refuse, topic="plan")

    def _show_plan(self, plan: SurveyPlan) -> None:
        words = self.tr("Nya: {new}. Ändrade: {changed}. Lika: {same}.")
        self._say(
            words.format(new=len(plan.new), changed=len(plan.changed), same=plan.same),
            ready=bool(plan.new or plan.changed),
        )

    def _say(self, words: str, *, ready: bool = False) -> None:
        self.set_busy(False)
        self.outcome.setText(words)
        self.primary.setEnabled(ready)
        if ready:
            self.primary.setFocus()

    def _bring_in(self) -> None:
        self.set_busy(True)
        verb = partial(self._services.surveys.import_, self._sheet.rows)
        self._tasks.run(self, verb, lambda _: self._done(), self._refuse)

    def _done(self) -> None:
        self.said.emit(self.tr("Mätningarna är inlästa."))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self._sheet = SurveySheet()
        self._say(sentence(error))
