"""What stands where there is nothing yet: an icon, a sentence and the way on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.buttons import Button
from ui.widgets.speech import named
from ui.widgets.text import Glyph, Text


class EmptyState(QWidget):
    """Centred in the room it is given.  `action` is a ready button or nothing."""

    def __init__(
        self,
        title: str,
        sentence: str = "",
        *,
        icon: str = "list",
        action: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, title, sentence)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = spaced(QVBoxLayout(self), "m", "s")
        column.addStretch(2)
        self._glyph = Glyph(icon, "muted", scale=1.6)
        self._glyph.setProperty("medallion", True)
        column.addWidget(self._glyph, 0, middle)
        column.addSpacing(4)
        self._title = Text(title, Type.LEAD, wrap=True)
        self._title.setProperty("heading", True)
        self._title.setAlignment(middle)
        column.addWidget(self._title)
        self._sentence = Text(sentence, role="muted", wrap=True)
        self._sentence.setAlignment(middle)
        self._measure()
        if not sentence:  # never shown here: without a parent it would be a window of its own
            self._sentence.hide()
        held = QHBoxLayout()
        held.addStretch(1)
        held.addWidget(self._sentence, 8)
        held.addStretch(1)
        column.addLayout(held)
        if action is not None:
            column.addSpacing(8)
            column.addWidget(action, 0, middle)
        column.addStretch(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is low the words matter and the picture goes."""
        super().resizeEvent(event)
        self._glyph.setVisible(self.height() >= 5.5 * current().metrics.control)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_sentence"):
            self._measure()

    def _measure(self) -> None:
        self._sentence.setMaximumWidth(round(460 * current().metrics.scale))

    def say(self, title: str, sentence: str = "", icon: str | None = None) -> None:
        """Other words: nothing found is not the same as nothing there."""
        named(self, title, sentence)
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        if icon is not None:
            self._glyph.show_icon(icon, "muted")
