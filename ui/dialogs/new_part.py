"""What a call is about as well: one key opens the dialog, the next chooses."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.parts import PartKind
from ui.badges import Badge
from ui.labels import label
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import Dialog

# Those that can be worked today; complaints get a panel of their own.
KINDS = (
    (PartKind.ADVICE, "note"),
    (PartKind.SWITCHBOARD, "phone"),
    (PartKind.SERVICE, "help"),
    (PartKind.CANCELLATION, "calendar"),
)


class NewPartDialog(Dialog):
    """`chosen` carries a PartKind."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("NewPartDialog", "Ny del i samtalet"),
            sentence=translate(
                "NewPartDialog", "Till exempel ett barn till, eller en fråga om något annat."
            ),
            primary=translate("NewPartDialog", "Lägg till"),
            parent=parent,
        )
        self._row = ChoiceRow(
            self.tr("Vad gäller det?"),
            [Choice(kind, Badge(label(kind), icon=icon)) for kind, icon in KINDS],
        )
        self._row.choose(PartKind.ADVICE)
        self.body.addWidget(self._row)
        self._row.take_focus()
        self.confirmed.connect(self._on_confirmed)

    def _on_confirmed(self) -> None:
        kind = PartKind(self._row.value or PartKind.ADVICE)
        self.accept()
        self.chosen.emit(kind)
