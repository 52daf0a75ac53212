"""A short look at one unit: where it is, when it is open, its number."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from kundcenter.domain.units import Unit
from ui.numbers import shown_number
from ui.theme.space import spaced
from ui.widgets.dialog import Dialog
from ui.widgets.text import Text


class UnitDialog(Dialog):
    """Nothing can be changed here."""

    def __init__(self, unit: Unit, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(unit.name, primary=translate("UnitDialog", "Stäng"), parent=parent)
        grid = spaced(QGridLayout(), gap="m")
        rows = (
            (translate("UnitDialog", "Kommun"), unit.municipality),
            (translate("UnitDialog", "Telefon"), shown_number(unit.phone)),
            (translate("UnitDialog", "Öppet"), unit.hours),
            (translate("UnitDialog", "HSA-id"), unit.hsa_id),
        )
        for at, (name, value) in enumerate(rows):
            grid.addWidget(Text(name, role="muted"), at, 0)
            grid.addWidget(Text(value or "–", wrap=True), at, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.secondary.hide()
        self.confirmed.connect(self.accept)
