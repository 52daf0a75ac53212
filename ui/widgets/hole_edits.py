"""Changes of a text with holes, each of them one step that can be undone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from kundcenter.domain.holes import PART_END, PART_START, Hole, Span, holes, parts
from ui.widgets.caret import own_place, qt_place

KEEP = QTextCursor.MoveMode.KeepAnchor


class HoleEdits:
    """Fills holes of one edit, and keeps what is written from cutting them in two."""

    def __init__(self, edit: QTextEdit) -> None:
        self._edit = edit

    @property
    def text(self) -> str:
        return self._edit.toPlainText()

    def selected(self) -> tuple[int, int]:
        """From where to where the selection reaches, in characters."""
        text, cursor = self.text, self._edit.textCursor()
        start = own_place(text, cursor.selectionStart())
        return start, own_place(text, cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        text, cursor = self.text, self._edit.textCursor()
        cursor.setPosition(qt_place(text, start))
        cursor.setPosition(qt_place(text, end), KEEP)
        self._edit.setTextCursor(cursor)

    def fill(self, hole: Hole, value: str) -> None:
        """Put a value into a hole, and make the part around it a part of the text."""
        text = self.text
        cursor = self._edit.textCursor()
        cursor.beginEditBlock()
        cursor.setPosition(qt_place(text, hole.start))
        cursor.setPosition(qt_place(text, hole.end), KEEP)
        cursor.insertText(value)
        span = next((s for s in parts(text) if s.start < hole.start < s.end), None)
        if span is not None:
            end = span.end + len(value) - (hole.end - hole.start)
            self._cut_sign(cursor, end - 1)
            self._cut_sign(cursor, span.start)
            after = hole.start - 1 + len(value)
        else:
            after = hole.start + len(value)
        cursor.endEditBlock()
        cursor.setPosition(qt_place(self.text, after))
        self._edit.setTextCursor(cursor)

    def grasp(self, key: int | None) -> None:
        """Before something is written: no hole is cut in two."""
        text = self.text
        start, end = self.selected()
        wide = (start, end)
        for hole in holes(text):
            inside = hole.start < start < hole.end or hole.start < end < hole.end
            erased = start == end and (
                (key == Qt.Key.Key_Backspace and end == hole.end)
                or (key == Qt.Key.Key_Delete and start == hole.start)
            )
            if inside or erased:
                wide = min(wide[0], hole.start), max(wide[1], hole.end)
        if wide != (start, end):
            self.select(*wide)

    def part_here(self, key: int | None) -> Span | None:
        """The optional part that the next change begins, if it is in one."""
        text = self.text
        start, end = self.selected()
        for span in parts(text):
            first, last = span.start + 1, span.end - 1
            if start == end and key == Qt.Key.Key_Backspace:
                last += 1
            if start == end and key == Qt.Key.Key_Delete:
                first -= 1
            if first <= start and end <= last:
                return span
        return None

    def begin_part(self, span: Span) -> None:
        """Somebody writes in the part: its signs go, in the same step."""
        text = self.text
        cursor = QTextCursor(self._edit.document())
        cursor.joinPreviousEditBlock()
        ahead = text.find(PART_START, span.start + 1)
        end = text.find(PART_END, span.start)
        if end >= 0 and (ahead < 0 or end < ahead):
            self._cut_sign(cursor, end)
        if text[span.start : span.start + 1] == PART_START:
            self._cut_sign(cursor, span.start)
        cursor.endEditBlock()

    def _cut_sign(self, cursor: QTextCursor, place: int) -> None:
        cursor.setPosition(qt_place(self.text, place))
        cursor.deleteChar()
