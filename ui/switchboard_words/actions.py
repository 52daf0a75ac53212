"""The actions of the switchboard and of the service desk."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.action_names import Action, Row, Where
from ui.switchboard_words.log_actions import LOG_ROWS
from ui.switchboard_words.message_actions import MESSAGE_PLACES, MESSAGE_ROWS
from ui.switchboard_words.service_actions import SERVICE_ROWS

_DESK_ROWS = (
    Row(Action.DISPATCH, Where.DESK, "Ctrl+Å", QT_TRANSLATE_NOOP("actions", "Växel")),
    Row(Action.SERVICE, Where.DESK, "Ctrl+Ö", QT_TRANSLATE_NOOP("actions", "Servicedisk")),
    Row(
        Action.SECRECY,
        Where.DESK,
        "Ctrl+Shift+Å",
        QT_TRANSLATE_NOOP("actions", "Någon frågar efter en person"),
    ),
    Row(
        Action.NEW_MESSAGE,
        Where.DESK,
        "Ctrl+Shift+Ö",
        QT_TRANSLATE_NOOP("actions", "Nytt meddelande"),
    ),
    Row(
        Action.MODE, Where.DESK, "Ctrl+F8", QT_TRANSLATE_NOOP("actions", "Dag, natt eller nödläge")
    ),
)

_DISPATCH_ROWS = (
    Row(
        Action.DISPATCH_FIND,
        Where.DISPATCH,
        "Ctrl+F",
        QT_TRANSLATE_NOOP("actions", "Sök person, enhet eller svarsgrupp"),
    ),
    Row(
        Action.DISPATCH_ASK,
        Where.DISPATCH,
        "Ctrl+G",
        QT_TRANSLATE_NOOP("actions", "Fråga först, och koppla sedan"),
    ),
    Row(
        Action.DISPATCH_WAIT,
        Where.DISPATCH,
        "Ctrl+Return",
        QT_TRANSLATE_NOOP("actions", "Låt vänta tills det är ledigt"),
    ),
    Row(
        Action.DISPATCH_VOICEMAIL,
        Where.DISPATCH,
        "Ctrl+B",
        QT_TRANSLATE_NOOP("actions", "Till röstbrevlådan"),
    ),
    Row(
        Action.DISPATCH_DEPUTY,
        Where.DISPATCH,
        "Ctrl+D",
        QT_TRANSLATE_NOOP("actions", "Visa den som ersätter"),
    ),
    Row(
        Action.DISPATCH_BRIEF,
        Where.DISPATCH,
        "Ctrl+T",
        QT_TRANSLATE_NOOP("actions", "Text som följer med samtalet"),
    ),
    Row(
        Action.DISPATCH_NEXT_CALL,
        Where.DISPATCH,
        "Ctrl+Tab",
        QT_TRANSLATE_NOOP("actions", "Nästa samtal som väntar här"),
    ),
    Row(
        Action.DISPATCH_TOGGLE,
        Where.DISPATCH,
        "Alt+1",
        QT_TRANSLATE_NOOP("actions", "Växla mellan de två"),
    ),
    Row(
        Action.DISPATCH_JOIN, Where.DISPATCH, "Alt+2", QT_TRANSLATE_NOOP("actions", "Tala alla tre")
    ),
    Row(
        Action.DISPATCH_COMPLETE,
        Where.DISPATCH,
        "Alt+3",
        QT_TRANSLATE_NOOP("actions", "Koppla ihop dem"),
    ),
    Row(
        Action.DISPATCH_DROP,
        Where.DISPATCH,
        "Alt+4",
        QT_TRANSLATE_NOOP("actions", "Släpp den som tillfrågas, eller sluta vänta"),
    ),
    Row(
        Action.DISPATCH_ABSENCE,
        Where.DISPATCH,
        "Ctrl+R",
        QT_TRANSLATE_NOOP("actions", "Frånvaro"),
    ),
    Row(
        Action.DISPATCH_EDIT,
        Where.DISPATCH,
        "Ctrl+Shift+E",
        QT_TRANSLATE_NOOP("actions", "Ändra raden i katalogen"),
    ),
    Row(
        Action.DISPATCH_NEW,
        Where.DISPATCH,
        "Ctrl+Shift+N",
        QT_TRANSLATE_NOOP("actions", "Ny rad i katalogen"),
    ),
)

SWITCHBOARD_ROWS: tuple[Row, ...] = (
    *_DESK_ROWS,
    *_DISPATCH_ROWS,
    *SERVICE_ROWS,
    *MESSAGE_ROWS,
    *LOG_ROWS,
)

SWITCHBOARD_PLACES: dict[Where, object] = {
    Where.DISPATCH: QT_TRANSLATE_NOOP("actions", "Växel"),
    Where.SERVICE: QT_TRANSLATE_NOOP("actions", "Servicedisk"),
    **MESSAGE_PLACES,
}
