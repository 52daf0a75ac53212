"""The actions of the call log, and of ringing a unit up."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.action_names import Action, Row, Where

LOG_ROWS = (
    Row(Action.LOG_NEXT, Where.LOG, "Ctrl+J", QT_TRANSLATE_NOOP("actions", "Nästa lista")),
    Row(
        Action.LOG_LAST, Where.LOG, "Ctrl+Shift+J", QT_TRANSLATE_NOOP("actions", "Föregående lista")
    ),
    Row(Action.LOG_FIND, Where.LOG, "Ctrl+F", QT_TRANSLATE_NOOP("actions", "Sök samtal")),
    Row(Action.LOG_HANDLED, Where.LOG, "Alt+1", QT_TRANSLATE_NOOP("actions", "Hanterat")),
    Row(
        Action.LOG_ALL_HANDLED,
        Where.LOG,
        "Ctrl+Shift+D",
        QT_TRANSLATE_NOOP("actions", "Markera alla hanterade"),
    ),
    Row(Action.LOG_RING, Where.LOG, "Ctrl+G", QT_TRANSLATE_NOOP("actions", "Ring tillbaka")),
    Row(Action.LOG_CASE, Where.LOG, "Ctrl+B", QT_TRANSLATE_NOOP("actions", "Ärende ur samtalet")),
    Row(Action.RING_UNIT, Where.UNITS, "Ctrl+G", QT_TRANSLATE_NOOP("actions", "Ring enheten")),
)
