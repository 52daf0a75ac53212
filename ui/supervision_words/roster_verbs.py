"""What the verbs of the roster are called."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

ROSTER_VERBS: dict[str, object] = {  # marked for translation, so only objects to the types
    "roster.import_": QT_TRANSLATE_NOOP("verbs", "Schema lästes in"),
    "roster.put": QT_TRANSLATE_NOOP("verbs", "Pass i schemat sparades"),
    "roster.remove": QT_TRANSLATE_NOOP("verbs", "Pass i schemat togs bort"),
    "roster_terms.publish": QT_TRANSLATE_NOOP("verbs", "Skift och raster publicerades"),
}
