"""The words for what was done with queues, presence and incidents."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

BASE_VERBS: dict[str, object] = {
    "queue_calls.note": QT_TRANSLATE_NOOP("verbs", "Samtal som lämnade kön antecknades"),
    "queue_closures.close": QT_TRANSLATE_NOOP("verbs", "Kö stängdes"),
    "queue_closures.open": QT_TRANSLATE_NOOP("verbs", "Kö öppnades"),
    "presences.begin": QT_TRANSLATE_NOOP("verbs", "Närvaro eller paus började"),
    "presences.seen": QT_TRANSLATE_NOOP("verbs", "Närvaro bekräftades"),
    "presences.end": QT_TRANSLATE_NOOP("verbs", "Närvaro eller paus slutade"),
    "presences.explain": QT_TRANSLATE_NOOP("verbs", "Slag av paus antecknades"),
    "incidents.note": QT_TRANSLATE_NOOP("verbs", "Händelse antecknades"),
    "incidents.end": QT_TRANSLATE_NOOP("verbs", "Händelse avslutades"),
    "incidents.word": QT_TRANSLATE_NOOP("verbs", "Händelse beskrevs"),
    "incidents.notice": QT_TRANSLATE_NOOP("verbs", "Händelse upptäcktes av arbetsplatsen"),
    "incidents.cease": QT_TRANSLATE_NOOP("verbs", "Händelse var över"),
}
