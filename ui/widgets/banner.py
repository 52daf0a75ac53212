"""A line across the whole window that stays as long as it is true."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.speech import announce, named
from ui.widgets.text import Glyph, Text


class Banner(QFrame):
    """Sentence and icon on a ground of a tone; `loud` for what must not be overlooked, `wrap`
    where it is narrower than its sentence."""

    def __init__(
        self,
        sentence: str,
        tone: ToneName = ToneName.WARNING,
        *,
        icon: str = "info",
        loud: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, sentence)
        self.setProperty("tone", tone.value)
        self.setProperty("loud", loud)
        row = spaced(QHBoxLayout(self), ("l", "s" if wrap else "xs"), "s")
        if not wrap:
            row.addStretch()
        role = f"{tone.value}_on" if loud else tone.value
        self._glyph = Glyph(icon, role, scale=0.9)
        self._text = Text(sentence, Type.STRONG if loud else Type.SMALL, role=role, wrap=wrap)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignVCenter)
        if wrap:
            row.addWidget(self._text, 1)
            return
        row.addWidget(self._text, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()

    @property
    def sentence(self) -> str:
        return self._text.text()

    def say(self, sentence: str) -> None:
        """Another sentence in the same place, spoken at once."""
        if sentence != self.sentence:
            self._text.setText(sentence)
            named(self, sentence)
            announce(self, sentence, urgent=True)
