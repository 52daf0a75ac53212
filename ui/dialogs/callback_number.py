"""Another number for a promised call; a temporary one is forgotten afterwards."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.callbacks import Callback
from kundcenter.errors import KundcenterError
from ui.dialogs.unit_rows import read_number
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.widgets.check import Check
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field


class NumberDialog(Dialog):
    """`changed` when it has another number."""

    changed = Signal()

    def __init__(
        self, tasks: Tasks, services: Services, callback: Callback, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("NumberDialog", "Annat nummer"),
            primary=translate("NumberDialog", "Spara"),
            parent=parent,
        )
        self._tasks, self._services, self._callback = tasks, services, callback
        self.number = Field(self.tr("Nummer att ringa"), longest=32)
        self.temporary = Check(self.tr("Tillfälligt nummer, glöms efteråt"))
        self.temporary.setChecked(True)
        self.body.addWidget(self.number)
        self.body.addWidget(self.temporary)
        self.confirmed.connect(self._save)
        self.number.setFocus()

    def _save(self) -> None:
        number = read_number(self.number)
        if number is None:
            return
        self.set_busy(True)
        temporary = self.temporary.isChecked()
        verb = partial(self._services.callbacks.set_number, self._callback.id, number, temporary)
        self._tasks.run(self, verb, lambda _: self._saved(), self._refuse)

    def _saved(self) -> None:
        self.changed.emit()
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.number.show_error(sentence(error))
        self.number.setFocus()
