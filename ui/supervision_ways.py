"""What one can do when the centre has turned away a claim of the supervisor's."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.actions import Action

Told = tuple[object, Action | None]  # words marked for translation, and a key that leads there

_QUEUE: Told = (QT_TRANSLATE_NOOP("ways", "Se vilka köer som är stängda nu"), Action.CLOSE_QUEUE)
_ROSTER: Told = (
    QT_TRANSLATE_NOOP("ways", "Se hur schemat är nu, och ändra det igen"),
    Action.SUPERVISION,
)
_AIMS: Told = (
    QT_TRANSLATE_NOOP("ways", "Se vilka mål och mätningar som gäller nu"),
    Action.SUPERVISION,
)

SUPERVISION_WAYS: dict[tuple[str, str], tuple[Told, ...]] = {
    ("queue_closures.close", ""): (_QUEUE,),
    ("queue_closures.open", ""): (_QUEUE,),
    ("roster_terms.publish", ""): (_ROSTER,),
    ("roster.put", ""): (_ROSTER,),
    ("roster.remove", ""): (_ROSTER,),
    ("roster.import_", ""): (_ROSTER,),
    ("targets.put", ""): (_AIMS,),
    ("targets.remove", ""): (_AIMS,),
    ("surveys.put", ""): (_AIMS,),
    ("surveys.import_", ""): (_AIMS,),
    ("surveys.remove", ""): (_AIMS,),
}
