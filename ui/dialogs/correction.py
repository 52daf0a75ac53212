"""Why a signed entry is corrected."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.drafts import FormKind
from ui.kept_form import KeptForm
from ui.services import Services
from ui.tasks import Tasks
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field


class CorrectionDialog(Dialog):
    """The reason stays in the record, beside the correction.  `given` carries it."""

    given = Signal(str)

    def __init__(
        self, tasks: Tasks, services: Services, entry_id: UUID, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("CorrectionDialog", "Rätta anteckningen"),
            sentence=translate(
                "CorrectionDialog",
                "Den signerade texten finns kvar. Rättelsen blir en ny version med tid och namn.",
            ),
            primary=translate("CorrectionDialog", "Börja rätta"),
            parent=parent,
        )
        self.reason = Field(self.tr("Varför rättas anteckningen?"), longest=300)
        self.body.addWidget(self.reason)
        KeptForm(self, tasks, services, (FormKind.CORRECTION, entry_id), {"reason": self.reason})
        self.reason.setFocus()
        self.confirmed.connect(self._give)

    def _give(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self.reason.show_error(self.tr("Skriv varför anteckningen rättas."))
            return
        self.accept()
        self.given.emit(reason)
