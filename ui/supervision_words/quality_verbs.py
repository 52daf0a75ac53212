"""What was done with reviews of calls and with feedback, in words."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

QUALITY_VERBS: dict[str, object] = {
    "call_reviews.begin": QT_TRANSLATE_NOOP("verbs", "Samtal togs till genomgång"),
    "call_reviews.seen": QT_TRANSLATE_NOOP("verbs", "Genomgång lästes"),
    "call_reviews.write": QT_TRANSLATE_NOOP("verbs", "Genomgång skrevs"),
    "feedback.answer": QT_TRANSLATE_NOOP("verbs", "Återkoppling besvarades"),
    "feedback.send": QT_TRANSLATE_NOOP("verbs", "Återkoppling skickades"),
}
