"""The actions of the page that tells how things stand: each room of it has its rows."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.action_names import Action, Row, Where
from ui.supervision_words.roster_actions import ROSTER_ROWS

_DESK: tuple[Row, ...] = (
    Row(Action.SUPERVISION, Where.DESK, "Ctrl+F11", QT_TRANSLATE_NOOP("actions", "Läget")),
    Row(
        Action.SHIFT_SUMMARY,
        Where.DESK,
        "Ctrl+Shift+F11",
        QT_TRANSLATE_NOOP("actions", "Skiftets sammanfattning"),
    ),
    Row(Action.OWN_FIGURES, Where.DESK, "Ctrl+F3", QT_TRANSLATE_NOOP("actions", "Mitt pass")),
    Row(Action.BIG_SCREEN, Where.DESK, "Shift+F11", QT_TRANSLATE_NOOP("actions", "Storskärm")),
    Row(
        Action.CLOSE_QUEUE,
        Where.DESK,
        "Ctrl+Shift+F6",
        QT_TRANSLATE_NOOP("actions", "Stäng eller öppna en kö"),
    ),
    Row(
        Action.INCIDENT,
        Where.DESK,
        "Ctrl+Shift+F10",
        QT_TRANSLATE_NOOP("actions", "Anteckna en händelse"),
    ),
)
_TABS: tuple[Row, ...] = (
    Row(
        Action.SUPERVISION_NOW,
        Where.SUPERVISION,
        "Alt+1",
        QT_TRANSLATE_NOOP("actions", "Läget just nu"),
    ),
    Row(
        Action.SUPERVISION_MINE,
        Where.SUPERVISION,
        "Alt+2",
        QT_TRANSLATE_NOOP("actions", "Mitt eget pass"),
    ),
    Row(
        Action.SUPERVISION_SHIFT, Where.SUPERVISION, "Alt+3", QT_TRANSLATE_NOOP("actions", "Skift")
    ),
    Row(
        Action.SUPERVISION_EXPLORE,
        Where.SUPERVISION,
        "Alt+4",
        QT_TRANSLATE_NOOP("actions", "Statistik"),
    ),
    Row(
        Action.SUPERVISION_QUALITY,
        Where.SUPERVISION,
        "Alt+5",
        QT_TRANSLATE_NOOP("actions", "Kvalitet"),
    ),
    Row(
        Action.SUPERVISION_ROSTER,
        Where.SUPERVISION,
        "Alt+6",
        QT_TRANSLATE_NOOP("actions", "Schema"),
    ),
    Row(
        Action.SUPERVISION_AIMS,
        Where.SUPERVISION,
        "Alt+7",
        QT_TRANSLATE_NOOP("actions", "Mål och mätningar"),
    ),
)
_NOW: tuple[Row, ...] = (  # Alt+R to Alt+U, Alt+I, Alt+J
    Row(
        Action.LIVE_REDIRECT,
        Where.SUPERVISION,
        "Alt+R",
        QT_TRANSLATE_NOOP("actions", "Omdirigera en enhet"),
    ),
    Row(
        Action.LIVE_QUEUES, Where.SUPERVISION, "Alt+S", QT_TRANSLATE_NOOP("actions", "Till köerna")
    ),
    Row(
        Action.LIVE_SWITCHED,
        Where.SUPERVISION,
        "Alt+T",
        QT_TRANSLATE_NOOP("actions", "Till det som är stängt eller omdirigerat"),
    ),
    Row(
        Action.MINE_BREAK,
        Where.SUPERVISION,
        "Alt+U",
        QT_TRANSLATE_NOOP("actions", "Vad var pausen?"),
    ),
    Row(
        Action.MINE_BEFORE,
        Where.SUPERVISION,
        "Alt+I",
        QT_TRANSLATE_NOOP("actions", "Ditt pass före"),
    ),
    Row(
        Action.MINE_AFTER,
        Where.SUPERVISION,
        "Alt+J",
        QT_TRANSLATE_NOOP("actions", "Ditt pass efter"),
    ),
)
_AIMS: tuple[Row, ...] = (  # Alt+G to Alt+L
    Row(
        Action.AIMS_NEXT,
        Where.SUPERVISION,
        "Alt+G",
        QT_TRANSLATE_NOOP("actions", "Mål eller mätningar"),
    ),
    Row(
        Action.AIMS_NEW,
        Where.SUPERVISION,
        "Alt+H",
        QT_TRANSLATE_NOOP("actions", "Nytt mål eller ny mätning"),
    ),
    Row(
        Action.AIMS_IMPORT,
        Where.SUPERVISION,
        "Alt+K",
        QT_TRANSLATE_NOOP("actions", "Läs in mätningar"),
    ),
    Row(
        Action.SAMPLES,
        Where.SUPERVISION,
        "Alt+L",
        QT_TRANSLATE_NOOP("actions", "Urval för bedömning"),
    ),
)
_SHIFT: tuple[Row, ...] = (  # Alt+M to Alt+P
    Row(
        Action.SUMMARY_PRINT,
        Where.SUPERVISION,
        "Alt+M",
        QT_TRANSLATE_NOOP("actions", "Visa sidorna och skriv ut"),
    ),
    Row(
        Action.SUMMARY_NOW,
        Where.SUPERVISION,
        "Alt+N",
        QT_TRANSLATE_NOOP("actions", "Skiftet som lämnas över"),
    ),
    Row(
        Action.SUMMARY_JSON,
        Where.SUPERVISION,
        "Alt+O",
        QT_TRANSLATE_NOOP("actions", "Spara sammanfattningen som JSON"),
    ),
    Row(
        Action.SUMMARY_NEXT,
        Where.SUPERVISION,
        "Alt+P",
        QT_TRANSLATE_NOOP("actions", "Mellan mått, överlämning och köer"),
    ),
)
_EXPLORE: tuple[Row, ...] = (  # Alt+V to Alt+Z
    Row(
        Action.EXPLORE_ROWS,
        Where.SUPERVISION,
        "Alt+V",
        QT_TRANSLATE_NOOP("actions", "Samtalen bakom raden"),
    ),
    Row(
        Action.REVIEW_DRAW,
        Where.SUPERVISION,
        "Alt+W",
        QT_TRANSLATE_NOOP("actions", "Dra samtal att gå igenom"),
    ),
    Row(
        Action.EXPLORE_EXPORT,
        Where.SUPERVISION,
        "Alt+X",
        QT_TRANSLATE_NOOP("actions", "Spara statistiken som fil"),
    ),
    Row(
        Action.FEEDBACK_NEW,
        Where.SUPERVISION,
        "Alt+Z",
        QT_TRANSLATE_NOOP("actions", "Lämna återkoppling på innehåll"),
    ),
)

SUPERVISION_ROWS: tuple[Row, ...] = (
    *_DESK,
    *_TABS,
    *_NOW,
    *ROSTER_ROWS,
    *_AIMS,
    *_SHIFT,
    *_EXPLORE,
)
SUPERVISION_PLACES: dict[Where, object] = {
    Where.SUPERVISION: QT_TRANSLATE_NOOP("actions", "Läget"),
}
