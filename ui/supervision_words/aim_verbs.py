"""The words for what was done with targets, measurements and samples."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

AIM_VERBS: dict[str, object] = {
    "targets.put": QT_TRANSLATE_NOOP("verbs", "Mål sattes"),
    "targets.remove": QT_TRANSLATE_NOOP("verbs", "Mål togs bort"),
    "surveys.put": QT_TRANSLATE_NOOP("verbs", "Mätning antecknades"),
    "surveys.import_": QT_TRANSLATE_NOOP("verbs", "Mätningar lästes in"),
    "surveys.remove": QT_TRANSLATE_NOOP("verbs", "Mätning togs bort"),
    "samples.draw": QT_TRANSLATE_NOOP("verbs", "Urval av samtal drogs"),
    "samples.judge": QT_TRANSLATE_NOOP("verbs", "Samtal i urval bedömdes"),
}
