"""A unit's whole card over the desk, from the palette, from a note, from a call's card."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialling import Dialling
from ui.directory_keeper import DirectoryKeeper
from ui.services import Services, current_codes
from ui.tasks import Tasks
from ui.theme.look import current
from ui.unit_view import UnitCardView
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState

WIDE, HIGH, MARGIN = 620, 520, 48  # pixels


class UnitCardDialog(Dialog):
    """Nothing can be changed here; a related unit is shown in the same place."""

    def __init__(
        self, tasks: Tasks, services: Services, unit_id: UUID, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("UnitCardDialog", "Enhetens kort"),
            primary=translate("UnitCardDialog", "Stäng"),
            parent=parent,
        )
        self._keeper = DirectoryKeeper.of(tasks, services)
        self._unit_id = unit_id
        self.view = UnitCardView(self._keeper, current_codes(services))
        self.view.unit_wanted.connect(self._show)
        dialling = Dialling.of(tasks, services)
        self.view.dial_wanted.connect(lambda number: dialling.dial(number, self))
        self._nothing = EmptyState(
            self.tr("Enheten finns inte i katalogen"),
            self.tr("Den kan vara borttagen, eller så är katalogen inte inläst än."),
            icon="building",
        )
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._nothing, 1)
        self.secondary.hide()
        self.confirmed.connect(self.accept)
        self._keeper.changed.connect(self._renew)
        self._keeper.aged.connect(self._renew)
        self._fit()
        self._renew()

    def _show(self, unit_id: UUID) -> None:
        self._unit_id = unit_id
        self._renew()

    def _renew(self) -> None:
        card = self._keeper.unit(self._unit_id)
        self.view.show_card(card)
        self.view.setVisible(card is not None)
        self._nothing.setVisible(card is None)

    def _fit(self) -> None:
        """As large as its window allows."""
        scale, parent = current().metrics.scale, self.parentWidget()
        width, height = round(WIDE * scale), round(HIGH * scale)
        if parent is not None:
            host = parent.window().size()
            width = min(width, host.width() - 2 * MARGIN)
            height = min(height, host.height() - 5 * MARGIN)
        self.setMinimumWidth(width)
        self.view.setMinimumHeight(height)
