"""A section: a raised sheet with a heading, room to the right of it, and a body."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.speech import named
from ui.widgets.text import Glyph, Text


class Card(QFrame):
    """Put widgets into `body`, and small ones that belong to the heading into `trailing`."""

    def __init__(
        self,
        title: str,
        *,
        hint: str = "",
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, title, hint)
        column = spaced(QVBoxLayout(self), ("l", "m"), "s")
        head = spaced(QHBoxLayout(), gap="s")
        if icon:
            head.addWidget(Glyph(icon, "muted"))
        self._title = Text(title, Type.LEAD, wrap=True)  # in a narrow column it breaks
        self._title.setProperty("heading", True)
        head.addWidget(self._title, 1)
        self._hint = Text(hint, Type.SMALL, role="muted")
        if not hint:  # never shown here: without a parent it would be a window of its own
            self._hint.hide()
        head.addWidget(self._hint)
        self._title.setProperty("cardTitle", True)  # as high as a button, with or without one
        self.trailing = spaced(QHBoxLayout(), gap="s")
        head.addLayout(self.trailing)
        column.addLayout(head)
        self.body = spaced(QVBoxLayout(), gap="m")
        column.addLayout(self.body, 1)

    def set_hint(self, hint: str) -> None:
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        named(self, self._title.text(), hint)
