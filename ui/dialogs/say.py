"""What is said to the caller, in letters that are read at arm's length."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.dialog import Dialog
from ui.widgets.speech import announce
from ui.widgets.text import Text

WIDE = 680  # pixels


class Said(Card):
    """A sentence to read aloud; `told` beneath it is for the operator."""

    def __init__(self, *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("Said", "Säg till den som ringer"),
            icon="headset",
            parent=parent,
        )
        self.words = Text("", Type.DISPLAY if large else Type.TITLE, wrap=True)
        self.told = Text("", role="muted", wrap=True)
        column = spaced(QVBoxLayout(), gap="xs")
        column.addWidget(self.words)
        column.addWidget(self.told)
        self.body.addLayout(column)

    def say(self, words: str, told: str = "") -> None:
        """Show a sentence; a screen reader reads it at once."""
        if words != self.words.text():
            self.words.setText(words)
            announce(self.words, words)
        self.told.setText(told)
        self.told.setVisible(bool(told))


class SayDialog(Dialog):
    """Shown when it stands: what was promised, and what the operator should know of it."""

    def __init__(
        self,
        title: str,
        words: str,
        *,
        told: str = "",
        warned: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            title, primary=QCoreApplication.translate("SayDialog", "Sagt"), parent=parent
        )
        self.secondary.hide()
        self.confirmed.connect(self.accept)
        self.said = Said(large=True)
        self.said.say(words, told)
        self.body.addWidget(self.said)
        if warned:
            self.body.addWidget(Banner(warned, ToneName.WARNING, icon="warning", wrap=True))
        self.setMinimumWidth(round(WIDE * current().metrics.scale))

    def open(self) -> None:
        """As high as the sentence needs, once its width is known."""
        super().open()
        QTimer.singleShot(0, self, self.make_room)
