"""Another program wants a number rung: shown, and rung only when the operator says so."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.actions import Action
from ui.clip import put_on_clipboard
from ui.dialling import is_emergency
from ui.numbers import shown_number
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.key_hint import key_text
from ui.widgets.text import Text

DEAD_MS = 600  # a key that was on its way when it came must ring nobody up


class DialAskedDialog(Dialog):
    """`dialled` when the number is to be rung.

    It comes unasked, maybe while one writes: letters and Enter ring nobody, Ctrl+Enter does.
    """

    dialled = Signal()

    def __init__(self, number: str, *, rings: bool, parent: QWidget | None = None) -> None:
        """`rings` whether the exchange would ring it up; else it is copied."""
        translate = QCoreApplication.translate
        sentence = translate(
            "DialAskedDialog", "Ett annat program vill ringa numret. Inget rings förrän du trycker."
        )
        ring, copy = (
            translate("DialAskedDialog", "Ring"),
            translate("DialAskedDialog", "Kopiera numret"),
        )
        super().__init__(
            translate("DialAskedDialog", "Ring upp?"),
            primary=ring if rings else copy,
            sentence=sentence,
            secondary=translate("DialAskedDialog", "Ring inte"),
            parent=parent,
        )
        self._value, self._rings = number, rings
        self.primary.setDefault(False)
        self.secondary.setDefault(True)
        self.primary.setEnabled(False)
        self.number = Text(shown_number(number), Type.DISPLAY, figures=True)
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.number.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # on no button: a space presses none
        self.body.addWidget(self.number)
        if is_emergency(number):
            told = self.tr("112 rings inte upp härifrån. Larma med {keys}.")
            told = told.format(keys=key_text(Action.ALARM))
            self.body.addWidget(Banner(told, ToneName.DANGER, icon="warning", wrap=True))
            self.primary.hide()
        else:
            told = self.tr("{keys}: {what}").format(
                keys=key_text("Ctrl+Return"), what=self.primary.text()
            )
            self.body.addWidget(Text(told, role="muted", wrap=True))
        self._alive = QTimer(self)
        self._alive.setSingleShot(True)
        self._alive.timeout.connect(lambda: self.primary.setEnabled(True))
        self.confirmed.connect(self._confirm)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.primary.setEnabled(False)
        self._alive.start(DEAD_MS)

    def _confirm(self) -> None:
        self.accept()
        if self._rings:
            self.dialled.emit()
        else:
            put_on_clipboard(self._value)
