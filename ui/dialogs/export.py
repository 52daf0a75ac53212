"""A signed entry leaves as a file for another record system."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kundcenter.domain.exports import ExportedNotes
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.services import Services
from ui.tasks import Lane, Tasks
from ui.texts import sentence
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field

FILE_DIALOG = 820, 520


class ExportDialog(Dialog):
    """Asks who gets it, notes that in the record, then where to.  `said` carries a sentence."""

    said = Signal(str)

    def __init__(
        self, tasks: Tasks, services: Services, entry_id: UUID, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("ExportDialog", "Exportera anteckningen"),
            sentence=translate(
                "ExportDialog",
                "Som GetCareDocumentation 3.0, för ett annat journalsystem. Utlämnandet noteras i"
                " journalen med mottagare, tid och ditt namn.",
            ),
            primary=translate("ExportDialog", "Välj var"),
            parent=parent,
        )
        self._tasks, self._services, self._entry_id = tasks, services, entry_id
        self._exported: ExportedNotes | None = None
        self.recipient = Field(self.tr("Vem får anteckningen?"), longest=LINE_LIMIT)
        self.body.addWidget(self.recipient)
        self.confirmed.connect(self._take)

    def _take(self) -> None:
        if self._exported is not None:  # it is noted already; only the file is missing
            self._ask_where(self._exported)
            return
        recipient = self.recipient.text().strip()
        if not recipient:
            self.recipient.show_error(self.tr("Skriv vem som får anteckningen."))
            self.recipient.setFocus()
            return
        self.set_busy(True)
        verb = partial(self._services.journal.take_export, (self._entry_id,), recipient)
        self._tasks.run(self, verb, self._on_taken, self._refuse)

    def _on_taken(self, exported: ExportedNotes) -> None:
        self.set_busy(False)
        self._exported = exported
        self.recipient.setEnabled(False)
        self._ask_where(exported)

    def _ask_where(self, exported: ExportedNotes) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Exportera anteckningen"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("XML-filer (*.xml)"))
        dialog.setDefaultSuffix("xml")
        dialog.selectFile(exported.file_name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setViewMode(QFileDialog.ViewMode.List)
        dialog.resize(*FILE_DIALOG)
        dialog.fileSelected.connect(self.write_to)
        dialog.open()

    def write_to(self, name: str) -> None:
        """Write the file whole or not at all; the file dialog has asked before it replaces one."""
        if self._exported is None:
            return
        self.set_busy(True)
        work = partial(self._services.exports.write, self._exported, name, replace=True)
        self._tasks.run(self, work, lambda _: self._written(), self._refuse, lane=Lane.OUTSIDE)

    def _written(self) -> None:
        self.said.emit(self.tr("Anteckningen är exporterad."))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.recipient.show_error(sentence(error))
