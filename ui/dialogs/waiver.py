"""That an entry need not be signed, and why."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.journal import WaiverReason
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.labels import label
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import Dialog


class WaiverDialog(Dialog):
    """`noted` when it stands in the record (PDL 3 kap. 10 §)."""

    noted = Signal()

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        entry_id: UUID,
        *,
        upon: int,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("WaiverDialog", "Anteckningen behöver inte signeras"),
            sentence=translate(
                "WaiverDialog", "Skälet antecknas i journalen med tid och ditt namn."
            ),
            primary=translate("WaiverDialog", "Anteckna"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._entry_id, self._upon = entry_id, upon
        self.reason = ChoiceRow(
            self.tr("Varför?"), [Choice(each, Badge(label(each))) for each in WaiverReason]
        )
        self.body.addWidget(self.reason)
        self.confirmed.connect(self._note)

    def _note(self) -> None:
        if self.reason.value is None:
            self.reason.show_error(self.tr("Välj ett skäl."))
            self.reason.take_focus()
            return
        self.set_busy(True)
        verb = partial(
            self._services.journal.sign_not_required,
            self._entry_id,
            upon=self._upon,
            reason=WaiverReason(self.reason.value),
        )
        self._tasks.run(self, verb, lambda _: self._done(), self._refuse)

    def _done(self) -> None:
        self.noted.emit()
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.reason.show_error(sentence(error))
