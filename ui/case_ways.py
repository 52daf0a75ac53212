"""What one can do when the centre has turned away a claim upon a case."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.actions import Action

Told = tuple[object, Action | None]  # words marked for translation, and a key that leads there

_CASES: Told = (QT_TRANSLATE_NOOP("ways", "Se hur ärendet är nu"), Action.CASES)

CASE_WAYS: dict[tuple[str, str], tuple[Told, ...]] = {
    ("case_terms.publish", ""): (
        (
            QT_TRANSLATE_NOOP("ways", "Se vilka villkor som gäller nu"),
            Action.CASE_TERMS,
        ),
    ),
    ("cases.assign", ""): (
        (QT_TRANSLATE_NOOP("ways", "En kollega hann före. Ta nästa på listan"), Action.CASES),
    ),
    ("cases.assign", "case.owner_unfit"): (
        (QT_TRANSLATE_NOOP("ways", "Ge ärendet till någon annan"), Action.CASES),
    ),
    ("cases.close", ""): (
        (
            QT_TRANSLATE_NOOP("ways", "Ärendet är öppet. Läs det som är nytt, och avsluta igen"),
            Action.CASES,
        ),
    ),
    ("cases.close", "case.conflict_open"): (
        (
            QT_TRANSLATE_NOOP("ways", "Öppna ärendet, och välj mellan de två uppgifterna först"),
            Action.CASES,
        ),
    ),
    ("cases.close", "case.injury_undecided"): (
        (
            QT_TRANSLATE_NOOP("ways", "Be chefläkaren besluta om vårdskadan först"),
            Action.CASES,
        ),
    ),
    ("cases.reopen", ""): (_CASES,),
}
