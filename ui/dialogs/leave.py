"""Leaving with text that no version holds: asked first, for nobody else can bring it back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.widgets.dialog import Dialog


class LeaveDialog(Dialog):
    """Going back is what Enter and Esc do.  `closing` the program, else signing out."""

    private = False  # it tells of no one, and must be seen to be answered

    def __init__(self, *, closing: bool, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        sentence = translate("LeaveDialog", "Om du loggar ut nu försvinner den.")
        if closing:
            sentence = translate("LeaveDialog", "Om du stänger programmet nu försvinner den.")
        super().__init__(
            translate("LeaveDialog", "Det finns text som inte är sparad"),
            sentence=sentence,
            primary=translate("LeaveDialog", "Kasta texten"),
            secondary=translate("LeaveDialog", "Gå tillbaka"),
            danger=True,
            parent=parent,
        )
        self.confirmed.connect(self.accept)
