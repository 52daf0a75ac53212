"""The hidden number of whoever calls, for the one operator who has the call open."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.domain.calls import Call
from ui.numbers import number_on_card
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.text import Glyph, Text


class HiddenCaller(QWidget):
    """In sight only while a call has a number that strip, tabs and lists do not show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Text("", Type.SMALL, role="muted", wrap=True, figures=True)
        across = spaced(QHBoxLayout(self), gap="s")
        across.addWidget(Glyph("phone", "muted"))
        across.addWidget(self._words, 1)
        self.hide()

    def show_call(self, call: Call) -> None:
        """The call as the store gives it to who has it; to anybody else it gives no number."""
        hidden = call.number_hidden and bool(call.number)
        words = self.tr("Att ringa tillbaka på: {number}. Det visas bara här.")
        self._words.setText(words.format(number=number_on_card(call)) if hidden else "")
        self.setVisible(hidden)
