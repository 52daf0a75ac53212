"""The actions of guiding: the directory, where to, content packs, referrals."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.action_names import Action, Row, Where

GUIDE_ROWS = (
    Row(Action.UNITS, Where.DESK, "Ctrl+7", QT_TRANSLATE_NOOP("actions", "Enheter")),
    Row(Action.REFERRALS, Where.DESK, "Ctrl+8", QT_TRANSLATE_NOOP("actions", "Hänvisade")),
    Row(Action.GUIDANCE, Where.DESK, "Ctrl+9", QT_TRANSLATE_NOOP("actions", "Vägledning")),
    Row(Action.ROUTE, Where.CARD, "Ctrl+E", QT_TRANSLATE_NOOP("actions", "Vart?")),
    Row(Action.LOOK_UP, Where.CARD, "Ctrl+T", QT_TRANSLATE_NOOP("actions", "Slå upp beslutsstöd")),
    Row(Action.CONSULT, Where.DESK, "Ctrl+O", QT_TRANSLATE_NOOP("actions", "Jour nu")),
    Row(
        Action.UNIT_CARD, Where.CARD, "Ctrl+Shift+F9", QT_TRANSLATE_NOOP("actions", "Enhetens kort")
    ),
    Row(Action.ADD_UNIT, Where.UNITS, "Ctrl+Shift+N", QT_TRANSLATE_NOOP("actions", "Ny enhet")),
    Row(Action.FIND_UNIT, Where.UNITS, "Ctrl+F", QT_TRANSLATE_NOOP("actions", "Sök enhet")),
    Row(
        Action.IMPORT_UNITS,
        Where.UNITS,
        "Ctrl+Shift+O",
        QT_TRANSLATE_NOOP("actions", "Läs in enheter ur en fil"),
    ),
    Row(Action.REDIRECT, Where.UNITS, "Ctrl+R", QT_TRANSLATE_NOOP("actions", "Omdirigera enheten")),
    Row(
        Action.RETIRE_UNIT,
        Where.UNITS,
        "Ctrl+Shift+D",
        QT_TRANSLATE_NOOP("actions", "Ta enheten ur bruk eller i bruk"),
    ),
    Row(
        Action.UNIT_HISTORY,
        Where.UNITS,
        "Ctrl+J",
        QT_TRANSLATE_NOOP("actions", "Enhetens tidigare versioner"),
    ),
    Row(Action.ROSTER, Where.UNITS, "Ctrl+B", QT_TRANSLATE_NOOP("actions", "Jourlistan")),
    Row(
        Action.REFER, Where.CARD, "Ctrl+Shift+E", QT_TRANSLATE_NOOP("actions", "Lämna över (SBAR)")
    ),
    Row(Action.TELL_REACHED, Where.REFERRALS, "Alt+1", QT_TRANSLATE_NOOP("actions", "Nådd")),
    Row(Action.TELL_NOT_REACHED, Where.REFERRALS, "Alt+2", QT_TRANSLATE_NOOP("actions", "Ej nådd")),
    Row(Action.TELL_CANCELLED, Where.REFERRALS, "Alt+3", QT_TRANSLATE_NOOP("actions", "Avbokad")),
    Row(
        Action.EARLIER_WEEK, Where.REFERRALS, "Ctrl+J", QT_TRANSLATE_NOOP("actions", "Veckan före")
    ),
    Row(
        Action.LATER_WEEK,
        Where.REFERRALS,
        "Ctrl+Shift+J",
        QT_TRANSLATE_NOOP("actions", "Veckan efter"),
    ),
    Row(
        Action.ENTRY_EXPORT,
        Where.ENTRY,
        "Ctrl+E",
        QT_TRANSLATE_NOOP("actions", "Exportera anteckningen"),
    ),
    Row(
        Action.BEGIN_RULES,
        Where.GUIDANCE,
        "Ctrl+Shift+N",
        QT_TRANSLATE_NOOP("actions", "Nytt utkast till regler"),
    ),
    Row(Action.TRY_RULES, Where.GUIDANCE, "Ctrl+R", QT_TRANSLATE_NOOP("actions", "Prova fallen")),
    Row(
        Action.PUBLISH_RULES,
        Where.GUIDANCE,
        "Ctrl+Return",
        QT_TRANSLATE_NOOP("actions", "Publicera reglerna"),
    ),
    Row(
        Action.IMPORT_PACK,
        Where.GUIDANCE,
        "Ctrl+Shift+O",
        QT_TRANSLATE_NOOP("actions", "Läs in innehållspaket"),
    ),
    Row(
        Action.APPROVE_PACK,
        Where.GUIDANCE,
        "Ctrl+G",
        QT_TRANSLATE_NOOP("actions", "Godkänn innehållspaket"),
    ),
    Row(
        Action.EDIT_TOPIC,
        Where.GUIDANCE,
        "Ctrl+B",
        QT_TRANSLATE_NOOP("actions", "Egen lydelse av ett ämne"),
    ),
    Row(Action.FIND_TOPIC, Where.GUIDANCE, "Ctrl+F", QT_TRANSLATE_NOOP("actions", "Sök ämne")),
)

GUIDE_PLACES: dict[Where, object] = {
    Where.UNITS: QT_TRANSLATE_NOOP("actions", "Enheter"),
    Where.REFERRALS: QT_TRANSLATE_NOOP("actions", "Hänvisade"),
    Where.GUIDANCE: QT_TRANSLATE_NOOP("actions", "Vägledning"),
}
