"""The hidden number of whoever calls, for the one operator who has the call open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.domain.calls import Call
from ui.numbers import number_on_card
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.text import Glyph, Text


class HiddenCaller(QWidget):
    """In sight only while a call has a number that strip, tabs and lists do not show.

    `dial_wanted` carries the number when it is to be rung back.
    """

    dial_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = ""
        self._words = Text("", Type.SMALL, role="muted", wrap=True, figures=True)
        across = spaced(QHBoxLayout(self), gap="s")
        across.addWidget(Glyph("phone", "muted"))
        across.addWidget(self._words, 1)
        self.ring = Button(self.tr("Ring tillbaka"), ButtonKind.QUIET, icon="phone-out")
        self.ring.clicked.connect(lambda: self.dial_wanted.emit(self._number))
        across.addWidget(self.ring)
        self.hide()

    def show_call(self, call: Call) -> None:
        """The call as the store gives it to who has it; to anybody else it gives no number."""
        hidden = call.number_hidden and bool(call.number)
        self._number = (call.number or "") if hidden else ""
        self.ring.setEnabled(not call.on_line)  # whom one talks with is not rung
        words = self.tr("Att ringa tillbaka på: {number}. Det visas bara här.")
        self._words.setText(words.format(number=number_on_card(call)) if hidden else "")
        self.setVisible(hidden)
