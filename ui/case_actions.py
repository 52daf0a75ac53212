"""The actions of cases: their page, taking one in.  Those of an open case are elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.action_names import Action, Row, Where
from ui.case_open_actions import OPEN_PLACES, OPEN_ROWS

_PAGE_ROWS = (
    Row(Action.CASES, Where.DESK, "Ctrl+Ä", QT_TRANSLATE_NOOP("actions", "Ärenden")),
    Row(
        Action.NEW_CASE,
        Where.DESK,
        "Ctrl+Shift+Ä",
        QT_TRANSLATE_NOOP("actions", "Nytt ärende: klagomål, synpunkt, beröm"),
    ),
    Row(Action.NEXT_CASES, Where.CASES, "Ctrl+J", QT_TRANSLATE_NOOP("actions", "Nästa lista")),
    Row(
        Action.LAST_CASES,
        Where.CASES,
        "Ctrl+Shift+J",
        QT_TRANSLATE_NOOP("actions", "Föregående lista"),
    ),
    Row(
        Action.FIND_CASE,
        Where.CASES,
        "Ctrl+F",
        QT_TRANSLATE_NOOP("actions", "Sök i listan, eller på nummer"),
    ),
    Row(Action.CASE_TAKE, Where.CASES, "Ctrl+G", QT_TRANSLATE_NOOP("actions", "Ta hand om")),
    Row(
        Action.CASE_GIVE,
        Where.CASES,
        "Ctrl+Shift+O",
        QT_TRANSLATE_NOOP("actions", "Ge till en annan"),
    ),
    Row(
        Action.IMPORT_CASES,
        Where.CASES,
        "Ctrl+I",
        QT_TRANSLATE_NOOP("actions", "Läs in ur en e-tjänst"),
    ),
    Row(Action.CASE_TERMS, Where.CASES, "Ctrl+B", QT_TRANSLATE_NOOP("actions", "Villkor")),
    Row(Action.CASE_FIGURES, Where.CASES, "Ctrl+T", QT_TRANSLATE_NOOP("actions", "Årets tal")),
)

_INTAKE_ROWS = (
    Row(
        Action.CASE_INTAKE_PRINT,
        Where.CASE_INTAKE,
        "Ctrl+P",
        QT_TRANSLATE_NOOP("actions", "Skriv ut bekräftelsen"),
    ),
)

CASE_ROWS: tuple[Row, ...] = (*_PAGE_ROWS, *_INTAKE_ROWS, *OPEN_ROWS)

CASE_PLACES: dict[Where, object] = {
    Where.CASES: QT_TRANSLATE_NOOP("actions", "Ärenden"),
    Where.CASE_INTAKE: QT_TRANSLATE_NOOP("actions", "Ta emot ett ärende"),
    **OPEN_PLACES,
}
