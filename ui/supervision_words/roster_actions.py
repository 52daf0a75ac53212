"""The actions of the roster."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.action_names import Action, Row, Where

ROSTER_ROWS: tuple[Row, ...] = (  # Alt+A to Alt+F
    Row(Action.ROSTER_NEW, Where.SUPERVISION, "Alt+A", QT_TRANSLATE_NOOP("actions", "Nytt pass")),
    Row(
        Action.ROSTER_TERMS,
        Where.SUPERVISION,
        "Alt+B",
        QT_TRANSLATE_NOOP("actions", "Skift, raster och gränser"),
    ),
    Row(
        Action.ROSTER_IMPORT,
        Where.SUPERVISION,
        "Alt+C",
        QT_TRANSLATE_NOOP("actions", "Läs in schema"),
    ),
    Row(
        Action.ROSTER_BEFORE,
        Where.SUPERVISION,
        "Alt+D",
        QT_TRANSLATE_NOOP("actions", "Schemats vecka före"),
    ),
    Row(
        Action.ROSTER_AFTER,
        Where.SUPERVISION,
        "Alt+E",
        QT_TRANSLATE_NOOP("actions", "Schemats vecka efter"),
    ),
    Row(
        Action.ROSTER_NOW,
        Where.SUPERVISION,
        "Alt+F",
        QT_TRANSLATE_NOOP("actions", "Schemats vecka nu"),
    ),
)
