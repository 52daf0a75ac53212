"""What one can do when the centre has turned away a claim of the switchboard's."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.actions import Action

Told = tuple[object, Action | None]  # words marked for translation, and a key that leads there

_ROW: Told = (QT_TRANSLATE_NOOP("ways", "Se hur raden är nu, och ändra den igen"), Action.DISPATCH)
_IMPORT: Told = (
    QT_TRANSLATE_NOOP("ways", "Se vilka rader som finns, och läs in filen igen"),
    Action.DISPATCH,
)
_TOPIC: Told = (
    QT_TRANSLATE_NOOP("ways", "Se hur kortet är nu, och ändra det igen"),
    Action.SERVICE,
)
_MODE: Told = (QT_TRANSLATE_NOOP("ways", "Se vilket läge som gäller nu"), Action.MODE)

SWITCHBOARD_WAYS: dict[tuple[str, str], tuple[Told, ...]] = {
    ("contacts.put", ""): (_ROW,),
    ("contacts.retire", ""): (_ROW,),
    ("contacts.import_", ""): (_IMPORT,),
    ("contacts.retire_others", ""): (_IMPORT,),
    ("topics.import_", ""): (_TOPIC,),
    ("topics.put", ""): (_TOPIC,),
    ("topics.retire", ""): (_TOPIC,),
    ("topics.restore", ""): (_TOPIC,),
    ("switchboard_terms.publish", ""): (
        (
            QT_TRANSLATE_NOOP("ways", "Se vad som gäller nu, och publicera igen"),
            Action.SWITCHBOARD_TERMS,
        ),
    ),
    ("modes.set", ""): (_MODE,),
    ("modes.lift", ""): (_MODE,),
}
