"""The actions of an open case: what is done with it, and what is chosen of a difference."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.action_names import Action, Row, Where

OPEN_ROWS = (
    Row(Action.CASE_SAVE, Where.CASE, "Ctrl+S", QT_TRANSLATE_NOOP("actions", "Spara ändringarna")),
    Row(Action.CASE_PERSON, Where.CASE, "F2", QT_TRANSLATE_NOOP("actions", "Ange patient")),
    Row(
        Action.CASE_CONFIRM,
        Where.CASE,
        "Ctrl+B",
        QT_TRANSLATE_NOOP("actions", "Bekräfta mottagandet"),
    ),
    Row(Action.CASE_MINE, Where.CASE, "Ctrl+G", QT_TRANSLATE_NOOP("actions", "Ta hand om")),
    Row(
        Action.CASE_ASSIGN,
        Where.CASE,
        "Ctrl+Shift+O",
        QT_TRANSLATE_NOOP("actions", "Ge till en annan"),
    ),
    Row(Action.CASE_BEGIN, Where.CASE, "Ctrl+T", QT_TRANSLATE_NOOP("actions", "Börja utreda")),
    Row(
        Action.CASE_ASK,
        Where.CASE,
        "Ctrl+M",
        QT_TRANSLATE_NOOP("actions", "Motfråga eller nytt datum"),
    ),
    Row(
        Action.CASE_RESUME,
        Where.CASE,
        "Ctrl+R",
        QT_TRANSLATE_NOOP("actions", "Svar på motfrågan har kommit"),
    ),
    Row(Action.CASE_ANSWER, Where.CASE, "Ctrl+Shift+A", QT_TRANSLATE_NOOP("actions", "Besvara")),
    Row(
        Action.CASE_HAND_OVER,
        Where.CASE,
        "Ctrl+Shift+H",
        QT_TRANSLATE_NOOP("actions", "Lämna över"),
    ),
    Row(
        Action.CASE_PLACE,
        Where.CASE,
        "Ctrl+Shift+K",
        QT_TRANSLATE_NOOP("actions", "Plats i enhetens återuppringning"),
    ),
    Row(
        Action.CASE_WITHDRAW,
        Where.CASE,
        "Ctrl+Shift+W",
        QT_TRANSLATE_NOOP("actions", "Tas tillbaka av den som klagade"),
    ),
    Row(Action.CASE_CLOSE, Where.CASE, "Ctrl+D", QT_TRANSLATE_NOOP("actions", "Avsluta")),
    Row(Action.CASE_REOPEN, Where.CASE, "Ctrl+Shift+D", QT_TRANSLATE_NOOP("actions", "Öppna igen")),
    Row(
        Action.CASE_DECIDE,
        Where.CASE,
        "Ctrl+Shift+M",
        QT_TRANSLATE_NOOP("actions", "Beslut om vårdskada"),
    ),
    Row(
        Action.CASE_INFORM,
        Where.CASE,
        "Ctrl+I",
        QT_TRANSLATE_NOOP("actions", "Vad patienten har informerats om"),
    ),
    Row(Action.CASE_COMMENT, Where.CASE, "Ctrl+N", QT_TRANSLATE_NOOP("actions", "Kommentar")),
    Row(Action.CASE_LETTER, Where.CASE, "Ctrl+P", QT_TRANSLATE_NOOP("actions", "Brev")),
    Row(
        Action.CASE_HISTORY,
        Where.CASE,
        "Ctrl+H",
        QT_TRANSLATE_NOOP("actions", "Fältens historik"),
    ),
    Row(
        Action.CASE_KEEP,
        Where.CASE,
        "Alt+1",
        QT_TRANSLATE_NOOP("actions", "Skillnad: behåll det som gäller"),
    ),
    Row(
        Action.CASE_CHANGE,
        Where.CASE,
        "Alt+2",
        QT_TRANSLATE_NOOP("actions", "Skillnad: ta det andra"),
    ),
    Row(
        Action.CASE_OTHER,
        Where.CASE,
        "Alt+3",
        QT_TRANSLATE_NOOP("actions", "Skillnad: skriv något tredje"),
    ),
)

OPEN_PLACES: dict[Where, object] = {
    Where.CASE: QT_TRANSLATE_NOOP("actions", "Öppet ärende"),
}
