"""Which unit is to be redirected, or no longer; what is said of it comes after."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.redirect import LiftDialog, RedirectDialog
from ui.directory_keeper import DirectoryKeeper
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.look import current
from ui.unit_finder import UnitFinder
from ui.widgets.dialog import Dialog

WIDE = 640  # pixels


class WhichUnitDialog(Dialog):
    """Opens the dialog that asks where to instead, or, of a redirected unit, to lift the order."""

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("WhichUnitDialog", "Omdirigera en enhet"),
            sentence=translate("WhichUnitDialog", "Sök enheten som ingen ska skickas till nu."),
            primary=translate("WhichUnitDialog", "Gå vidare"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._keeper = DirectoryKeeper.of(tasks, services)
        self.unit = UnitFinder(self.tr("Enhet"), self._keeper)
        self.body.addWidget(self.unit)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        self.confirmed.connect(self._go)

    def open(self) -> None:
        super().open()
        self.unit.setFocus()

    def _go(self) -> None:
        card = self.unit.unit
        if card is None:
            self.unit.show_error(self.tr("Sök och välj en enhet."))
            return
        order = self._keeper.redirect_of(card.id)
        above = self.parentWidget()
        self.accept()
        if order is not None:
            LiftDialog(self._tasks, self._services, order, parent=above).open()
        else:
            RedirectDialog(self._tasks, self._services, card, parent=above).open()
