"""Keys of the note's fields, and where in them the operator was writing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from ui.actions import Action

# The fields that the panel goes to by itself; to the others goes the card.
FIELD_KEYS: Mapping[str, Action] = {
    "informant": Action.INFORMANT,
    "findings": Action.FINDINGS,
    "patient_view": Action.PATIENT_VIEW,
    "deviation": Action.DEVIATION,
    "call_back_if": Action.CALL_BACK_IF,
    "background": Action.BACKGROUND,
    "unit": Action.UNIT,
    "understood": Action.SUMMARY,
    "support_topic": Action.SUPPORT,
}


def focus_on(target: QWidget) -> None:
    """Put the focus into a field; a row of alternatives has a place of its own for it."""
    take: Callable[[], object] = getattr(target, "take_focus", target.setFocus)
    take()


def caret_of(focus: QWidget) -> int:
    """The place of the caret in a text; 0 where there is none."""
    if isinstance(focus, QTextEdit):
        return focus.textCursor().position()
    return focus.cursorPosition() if isinstance(focus, QLineEdit) else 0


def put_caret(focus: QWidget | None, at: int) -> None:
    """Put the caret back, at most at the end."""
    if isinstance(focus, QTextEdit):
        cursor = focus.textCursor()
        cursor.setPosition(min(at, len(focus.toPlainText())))
        focus.setTextCursor(cursor)
    elif isinstance(focus, QLineEdit):
        focus.setCursorPosition(at)
