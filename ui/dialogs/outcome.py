"""What came of a call that has no entry."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.triage import CodeSet
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog


class OutcomeDialog(Dialog):
    """Offers every outcome; those that ask for no record entry come first."""

    def __init__(self, codes: CodeSet, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("OutcomeDialog", "Avsluta samtalet"),
            sentence=translate(
                "OutcomeDialog", "Samtalet har ingen anteckning. Vad ledde det till?"
            ),
            primary=translate("OutcomeDialog", "Avsluta"),
            parent=parent,
        )
        first = sorted(codes.outcomes, key=lambda outcome: outcome.journal)
        self.outcome = Combo(
            self.tr("Samtalet ledde till"),
            [Option(outcome.code, outcome.label) for outcome in first],
        )
        self.body.addWidget(self.outcome)
        self.outcome.setFocus()
