"""The composed text of a note, to be read: headings and paragraphs, the same as on paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.domain.composition import Section
from ui.badges import URGENCY, urgency_badge
from ui.theme.metrics import Type
from ui.theme.space import emptied, spaced
from ui.widgets.chip import Chip
from ui.widgets.speech import named
from ui.widgets.text import Text


class NoteText(QWidget):
    """Sections in their order.  Struck through when the text no longer stands."""

    def __init__(self, *, struck: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._struck = struck
        self._shown: tuple[Section, ...] | None = None
        self._column = spaced(QVBoxLayout(self), gap="m")
        named(self, self.tr("Anteckningens text"))

    def show_sections(self, sections: Sequence[Section], urgency: str = "") -> None:
        """`urgency` is the code whose mark stands beside its words."""
        if tuple(sections) == self._shown:
            return
        self._shown = tuple(sections)
        emptied(self._column)
        for section in sections:
            if section.key == "urgency" and urgency in URGENCY and not self._struck:
                self._put(section.heading, Chip(urgency_badge(urgency, section.text)))
            else:
                self._put(section.heading, self._words(section.text))

    def _words(self, text: str) -> QWidget:
        words = Text(text, wrap=True, role="muted" if self._struck else "text")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if self._struck:
            font = words.font()
            font.setStrikeOut(True)
            words.setFont(font)
        return words

    def _put(self, name: str, content: QWidget) -> None:
        lines = spaced(QVBoxLayout(), gap="xs")
        lines.addWidget(Text(name, Type.SMALL, role="muted"))
        lines.addWidget(content, 0, Qt.AlignmentFlag(0))
        held = QWidget()
        held.setLayout(lines)
        self._column.addWidget(held)
        held.show()
