"""Leaving with text that no version holds: it is kept for its writer, and that is said."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.widgets.dialog import Dialog


class LeaveDialog(Dialog):
    """Going back is what Enter and Esc do.  `closing` the program, else signing out; `kept` is
    whether the text will be there when the same operator signs in again."""

    private = False  # it tells of no one, and must be seen to be answered

    def __init__(self, *, closing: bool, kept: bool = True, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        if kept:
            sentence = translate(
                "LeaveDialog",
                "Den är inte journalförd förrän du sparar. Den finns kvar här, krypterad, och"
                " kommer tillbaka när du loggar in igen.",
            )
        elif closing:
            sentence = translate("LeaveDialog", "Om du stänger programmet nu försvinner den.")
        else:
            sentence = translate("LeaveDialog", "Om du loggar ut nu försvinner den.")
        anyway = (
            translate("LeaveDialog", "Stäng ändå")
            if closing
            else translate("LeaveDialog", "Logga ut ändå")
        )
        super().__init__(
            translate("LeaveDialog", "Det finns text som inte är sparad"),
            sentence=sentence,
            primary=anyway if kept else translate("LeaveDialog", "Kasta texten"),
            secondary=translate("LeaveDialog", "Gå tillbaka"),
            danger=True,
            parent=parent,
        )
        self.confirmed.connect(self.accept)
