"""The actions of an alarm that goes on: what has been said to 112, and that it is over."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.action_names import Action, Row, Where

ALARM_PLACES = {
    Where.ALARM: QT_TRANSLATE_NOOP("actions", "Larm 112"),
}
ALARM_ROWS = (
    Row(
        Action.ALARM_ANSWERED,
        Where.ALARM,
        "Ctrl+Shift+A",
        QT_TRANSLATE_NOOP("actions", "112 svarade mig"),
    ),
    Row(Action.ALARM_PLACE, Where.ALARM, "F2", QT_TRANSLATE_NOOP("actions", "Var är patienten?")),
    Row(
        Action.CLOSE_ALARM,
        Where.ALARM,
        "Ctrl+Shift+K",
        QT_TRANSLATE_NOOP("actions", "Stäng larmet"),
    ),
    Row(
        Action.ALARM_ITEM_1,
        Where.ALARM,
        "Ctrl+1",
        QT_TRANSLATE_NOOP("actions", "Sagt: var patienten är"),
    ),
    Row(
        Action.ALARM_ITEM_2,
        Where.ALARM,
        "Ctrl+2",
        QT_TRANSLATE_NOOP("actions", "Sagt: vad som har hänt"),
    ),
    Row(
        Action.ALARM_ITEM_3,
        Where.ALARM,
        "Ctrl+3",
        QT_TRANSLATE_NOOP("actions", "Sagt: om patienten är vaken och andas"),
    ),
    Row(
        Action.ALARM_ITEM_4,
        Where.ALARM,
        "Ctrl+4",
        QT_TRANSLATE_NOOP("actions", "Sagt: numret att ringa tillbaka på"),
    ),
    Row(
        Action.ALARM_ITEM_5,
        Where.ALARM,
        "Ctrl+5",
        QT_TRANSLATE_NOOP("actions", "Sagt: vem som möter"),
    ),
    Row(
        Action.ALARM_ITEM_6,
        Where.ALARM,
        "Ctrl+6",
        QT_TRANSLATE_NOOP("actions", "Sagt till inringaren: lägg inte på"),
    ),
)
