"""Shows holes and optional parts of a text by colour, beside the brackets that they stand in."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from kundcenter.domain.holes import HOLE_END, HOLE_START, PART_END, PART_START, holes
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.widgets.caret import qt_place

_PART_SIGNS = re.compile(f"[{PART_START}{PART_END}]")


class HoleMarks(QSyntaxHighlighter):
    """A required hole has another colour and an exclamation mark; an optional part quiet signs."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document

    def highlightBlock(self, text: str) -> None:
        if HOLE_START not in text and PART_START not in text and PART_END not in text:
            return
        for found in _PART_SIGNS.finditer(text):
            self._paint(text, found.start(), found.end(), ToneName.NEUTRAL)
        if HOLE_END in text:
            for hole in holes(text):
                tone = ToneName.WARNING if hole.required else ToneName.ACCENT
                self._paint(text, hole.start, hole.end, tone)

    def _paint(self, text: str, start: int, end: int, tone: ToneName) -> None:
        colours = current().tone(tone)
        form = QTextCharFormat()
        form.setForeground(QColor(colours.ink))
        form.setBackground(QColor(colours.soft))
        begin = qt_place(text, start)
        self.setFormat(begin, qt_place(text, end) - begin, form)
