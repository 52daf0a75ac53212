"""The actions of what has limited room: call-backs, booked times, freed times."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.action_names import Action, Row, Where

_CALLBACK_ROWS = (
    Row(Action.CALLBACKS, Where.DESK, "Ctrl+M", QT_TRANSLATE_NOOP("actions", "Återuppringning")),
    Row(
        Action.PLACE,
        Where.CARD,
        "Ctrl+Shift+K",
        QT_TRANSLATE_NOOP("actions", "Plats i enhetens återuppringning"),
    ),
    Row(
        Action.CALL_LATER,
        Where.CARD,
        "Ctrl+G",
        QT_TRANSLATE_NOOP("actions", "Lova att ringa upp"),
    ),
    Row(Action.CALLBACK_DONE, Where.CALLBACKS, "Alt+1", QT_TRANSLATE_NOOP("actions", "Klar")),
    Row(
        Action.CALLBACK_NO_ANSWER,
        Where.CALLBACKS,
        "Alt+2",
        QT_TRANSLATE_NOOP("actions", "Inget svar"),
    ),
    Row(Action.CALLBACK_CANCEL, Where.CALLBACKS, "Alt+3", QT_TRANSLATE_NOOP("actions", "Avboka")),
    Row(
        Action.CALLBACK_RELEASE,
        Where.CALLBACKS,
        "Ctrl+R",
        QT_TRANSLATE_NOOP("actions", "Släpp återuppringningen"),
    ),
    Row(
        Action.CALLBACK_MOVE,
        Where.CALLBACKS,
        "Ctrl+J",
        QT_TRANSLATE_NOOP("actions", "Flytta till en annan tid"),
    ),
    Row(
        Action.CALLBACK_NUMBER,
        Where.CALLBACKS,
        "Ctrl+B",
        QT_TRANSLATE_NOOP("actions", "Annat nummer"),
    ),
    Row(
        Action.CALLBACK_HAND_ON,
        Where.CALLBACKS,
        "Ctrl+Shift+O",
        QT_TRANSLATE_NOOP("actions", "Lämna vidare löftet"),
    ),
    Row(
        Action.CALLBACK_QUEUES,
        Where.CALLBACKS,
        "Ctrl+Shift+N",
        QT_TRANSLATE_NOOP("actions", "Enheternas köer"),
    ),
)
_TIMES_ROWS = (
    Row(Action.TIMES, Where.CARD, "Ctrl+Shift+A", QT_TRANSLATE_NOOP("actions", "Patientens tider")),
    Row(Action.TIMES_REBOOK, Where.TIMES, "Ctrl+R", QT_TRANSLATE_NOOP("actions", "Boka om")),
    Row(Action.TIMES_BOOK, Where.TIMES, "Ctrl+N", QT_TRANSLATE_NOOP("actions", "Boka ny tid")),
    Row(
        Action.TIMES_QUEUE,
        Where.TIMES,
        "Ctrl+Shift+K",
        QT_TRANSLATE_NOOP("actions", "Ställ i enhetens kö"),
    ),
    Row(
        Action.CANCEL_RULES,
        Where.DESK,
        "Ctrl+F7",
        QT_TRANSLATE_NOOP("actions", "Regler för avbokning"),
    ),
)
_FREED_ROWS = (
    Row(Action.FREED, Where.DESK, "Ctrl+W", QT_TRANSLATE_NOOP("actions", "Tider")),
    Row(Action.NEXT_TIMES, Where.FREED, "Ctrl+J", QT_TRANSLATE_NOOP("actions", "Nästa lista")),
    Row(
        Action.LAST_TIMES,
        Where.FREED,
        "Ctrl+Shift+J",
        QT_TRANSLATE_NOOP("actions", "Föregående lista"),
    ),
    Row(Action.FIND_TIMES, Where.FREED, "Ctrl+F", QT_TRANSLATE_NOOP("actions", "Sök i listan")),
    Row(Action.TIME_NEW, Where.FREED, "Ctrl+Shift+T", QT_TRANSLATE_NOOP("actions", "Ny ledig tid")),
    Row(
        Action.TIME_TURN,
        Where.FREED,
        "Ctrl+Shift+C",
        QT_TRANSLATE_NOOP("actions", "Stäng tiden eller öppna den igen"),
    ),
    Row(Action.TIME_PLACES, Where.FREED, "Ctrl+P", QT_TRANSLATE_NOOP("actions", "Antal platser")),
    Row(
        Action.TIMES_EVERY,
        Where.FREED,
        "Ctrl+H",
        QT_TRANSLATE_NOOP("actions", "Visa stängda och fulla tider"),
    ),
    Row(
        Action.FREED_RING,
        Where.FREED,
        "Ctrl+G",
        QT_TRANSLATE_NOOP("actions", "Ring den som står på tur"),
    ),
    Row(Action.OFFER_ACCEPTED, Where.FREED, "Alt+1", QT_TRANSLATE_NOOP("actions", "Tackade ja")),
    Row(Action.OFFER_DECLINED, Where.FREED, "Alt+2", QT_TRANSLATE_NOOP("actions", "Tackade nej")),
    Row(Action.OFFER_UNREACHED, Where.FREED, "Alt+3", QT_TRANSLATE_NOOP("actions", "Svarade inte")),
    Row(
        Action.FREED_RELEASE,
        Where.FREED,
        "Ctrl+R",
        QT_TRANSLATE_NOOP("actions", "Lämna tiden till andra"),
    ),
    Row(
        Action.FREED_DROP,
        Where.FREED,
        "Ctrl+Shift+D",
        QT_TRANSLATE_NOOP("actions", "Erbjud inte tiden mer"),
    ),
    Row(
        Action.WAIT_ADD,
        Where.CARD,
        "Ctrl+Shift+X",
        QT_TRANSLATE_NOOP("actions", "Sätt upp på väntelista"),
    ),
    Row(
        Action.WAIT_NEW,
        Where.FREED,
        "Ctrl+Shift+N",
        QT_TRANSLATE_NOOP("actions", "Ny på väntelistan"),
    ),
    Row(Action.WAIT_END, Where.FREED, "Ctrl+D", QT_TRANSLATE_NOOP("actions", "Avsluta väntan")),
    Row(
        Action.WAIT_PRIORITY,
        Where.FREED,
        "Ctrl+B",
        QT_TRANSLATE_NOOP("actions", "Medicinsk prioritet"),
    ),
)

CLAIMING_ROWS = (*_CALLBACK_ROWS, *_TIMES_ROWS, *_FREED_ROWS)

CLAIMING_PLACES: dict[Where, object] = {
    Where.CALLBACKS: QT_TRANSLATE_NOOP("actions", "Återuppringning"),
    Where.FREED: QT_TRANSLATE_NOOP("actions", "Tider"),
    Where.TIMES: QT_TRANSLATE_NOOP("actions", "Patientens tider"),
}
