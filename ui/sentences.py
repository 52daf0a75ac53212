"""A whole sentence into a text and out of it again, as one step that can be undone."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from ui.widgets.text_area import TextArea


def stands(area: TextArea, sentence: str) -> bool:
    """Whether the text has the sentence, word for word."""
    return bool(sentence) and sentence in area.text()


def put_in(area: TextArea, sentence: str) -> None:
    """After what is written; nothing when it stands there already."""
    if stands(area, sentence):
        return
    text = area.text()
    between = "" if not text or text[-1].isspace() else " "
    cursor = QTextCursor(area.edit.document())
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText(between + sentence)


def take_out(area: TextArea, sentence: str) -> None:
    """Without it, and without the space before it; nothing when it has been changed since."""
    start = area.text().find(sentence)
    if not sentence or start < 0:
        return
    before = 1 if start and area.text()[start - 1] == " " else 0
    after = 1 if not start and area.text()[len(sentence) : len(sentence) + 1] == " " else 0
    cursor = QTextCursor(area.edit.document())
    cursor.setPosition(start - before)
    end = start + len(sentence) + after
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
