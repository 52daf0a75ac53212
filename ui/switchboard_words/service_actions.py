"""The actions of the service desk's page."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.action_names import Action, Row, Where

SERVICE_ROWS = (
    Row(
        Action.SERVICE_FIND,
        Where.SERVICE,
        "Ctrl+F",
        QT_TRANSLATE_NOOP("actions", "Sök kunskapskort"),
    ),
    Row(
        Action.SERVICE_SCOPE,
        Where.SERVICE,
        "Alt+1",
        QT_TRANSLATE_NOOP("actions", "Frågan är allmän eller individbunden"),
    ),
    Row(
        Action.SERVICE_COMPLEXITY,
        Where.SERVICE,
        "Alt+2",
        QT_TRANSLATE_NOOP("actions", "Frågan är enkel eller komplicerad"),
    ),
    Row(
        Action.SERVICE_NATURE,
        Where.SERVICE,
        "Alt+3",
        QT_TRANSLATE_NOOP("actions", "Frågan är administrativ eller medicinsk"),
    ),
    Row(
        Action.SERVICE_NEXT_HEADING,
        Where.SERVICE,
        "Ctrl+J",
        QT_TRANSLATE_NOOP("actions", "Nästa område"),
    ),
    Row(
        Action.SERVICE_LAST_HEADING,
        Where.SERVICE,
        "Ctrl+Shift+J",
        QT_TRANSLATE_NOOP("actions", "Förra området"),
    ),
    Row(
        Action.SERVICE_ANSWERED,
        Where.SERVICE,
        "Ctrl+Return",
        QT_TRANSLATE_NOOP("actions", "Kortet svarade på frågan"),
    ),
    Row(
        Action.SERVICE_REFERRED,
        Where.SERVICE,
        "Ctrl+R",
        QT_TRANSLATE_NOOP("actions", "Frågan hänvisades"),
    ),
    Row(
        Action.SERVICE_ASK,
        Where.SERVICE,
        "Ctrl+T",
        QT_TRANSLATE_NOOP("actions", "Obesvarad fråga till redaktören"),
    ),
    Row(
        Action.SERVICE_LINK,
        Where.SERVICE,
        "Ctrl+B",
        QT_TRANSLATE_NOOP("actions", "Kopiera kortets länk"),
    ),
    Row(
        Action.SERVICE_EDIT,
        Where.SERVICE,
        "Ctrl+Shift+E",
        QT_TRANSLATE_NOOP("actions", "Ändra kortet"),
    ),
    Row(
        Action.SERVICE_NEW,
        Where.SERVICE,
        "Ctrl+Shift+N",
        QT_TRANSLATE_NOOP("actions", "Nytt kunskapskort"),
    ),
    Row(
        Action.SERVICE_VERSIONS,
        Where.SERVICE,
        "Ctrl+Shift+H",
        QT_TRANSLATE_NOOP("actions", "Kortets versioner"),
    ),
    Row(
        Action.SERVICE_WAITING,
        Where.SERVICE,
        "Ctrl+Shift+W",
        QT_TRANSLATE_NOOP("actions", "Obesvarade frågor"),
    ),
    Row(
        Action.SERVICE_COUNTS,
        Where.SERVICE,
        "Ctrl+Shift+T",
        QT_TRANSLATE_NOOP("actions", "Antal frågor per kort"),
    ),
)
