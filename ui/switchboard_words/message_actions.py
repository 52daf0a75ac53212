"""The actions of the list of messages, and of the switchboard's terms."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.action_names import Action, Row, Where

MESSAGE_ROWS: tuple[Row, ...] = (
    Row(Action.MESSAGES, Where.DESK, "Ctrl+Shift+F7", QT_TRANSLATE_NOOP("actions", "Meddelanden")),
    Row(
        Action.SWITCHBOARD_TERMS,
        Where.DESK,
        "Ctrl+Shift+F8",
        QT_TRANSLATE_NOOP("actions", "Växelns hälsningar, mallar och dagtid"),
    ),
    Row(
        Action.MESSAGE_NEXT, Where.MESSAGES, "Ctrl+J", QT_TRANSLATE_NOOP("actions", "Andra listan")
    ),
    Row(
        Action.MESSAGE_SEND,
        Where.MESSAGES,
        "Ctrl+G",
        QT_TRANSLATE_NOOP("actions", "Skicka nu"),
    ),
    Row(Action.MESSAGE_PRINT, Where.MESSAGES, "Ctrl+P", QT_TRANSLATE_NOOP("actions", "Skriv ut")),
    Row(
        Action.MESSAGE_RECEIVED,
        Where.MESSAGES,
        "Ctrl+B",
        QT_TRANSLATE_NOOP("actions", "Mottagaren har fått det"),
    ),
    Row(
        Action.MESSAGE_WITHDRAW,
        Where.MESSAGES,
        "Ctrl+Shift+R",
        QT_TRANSLATE_NOOP("actions", "Ta tillbaka meddelandet"),
    ),
)

MESSAGE_PLACES: dict[Where, object] = {
    Where.MESSAGES: QT_TRANSLATE_NOOP("actions", "Meddelanden"),
}
