"""What the verbs of guiding are called, and what one can do when the centre turns one away."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

GUIDE_VERBS: dict[str, object] = {  # marked for translation, so only objects to the types
    "on_call.import_": QT_TRANSLATE_NOOP("verbs", "Jourlista lästes in"),
    "on_call.put": QT_TRANSLATE_NOOP("verbs", "Jourpass ändrades"),
    "on_call.remove": QT_TRANSLATE_NOOP("verbs", "Jourpass togs bort"),
    "redirects.lift": QT_TRANSLATE_NOOP("verbs", "Omdirigering hävdes"),
    "redirects.set": QT_TRANSLATE_NOOP("verbs", "Enhet omdirigerades"),
    "rules.begin": QT_TRANSLATE_NOOP("verbs", "Utkast till regler påbörjades"),
    "rules.drop": QT_TRANSLATE_NOOP("verbs", "Utkast till regler kastades"),
    "rules.publish": QT_TRANSLATE_NOOP("verbs", "Regler publicerades"),
    "rules.save": QT_TRANSLATE_NOOP("verbs", "Utkast till regler sparades"),
    "units.import_": QT_TRANSLATE_NOOP("verbs", "Enheter lästes in"),
    "units.restore": QT_TRANSLATE_NOOP("verbs", "Enhet togs i bruk igen"),
    "units.retire": QT_TRANSLATE_NOOP("verbs", "Enhet togs ur bruk"),
    "units.save": QT_TRANSLATE_NOOP("verbs", "Enhetskort sparades"),
    "packs.approve": QT_TRANSLATE_NOOP("verbs", "Innehållspaket godkändes"),
    "packs.edit": QT_TRANSLATE_NOOP("verbs", "Ämne i innehållspaket ändrades"),
    "packs.import_": QT_TRANSLATE_NOOP("verbs", "Innehållspaket lästes in"),
    "packs.retire": QT_TRANSLATE_NOOP("verbs", "Innehållspaket togs ur bruk"),
    "packs.take_back": QT_TRANSLATE_NOOP("verbs", "Lokal formulering togs tillbaka"),
    "journal.disclose_each": QT_TRANSLATE_NOOP("verbs", "Anteckningar lämnades ut som fil"),
    "referrals.book": QT_TRANSLATE_NOOP("verbs", "Tid bokades"),
    "referrals.hand_over": QT_TRANSLATE_NOOP("verbs", "Patienten lämnades över muntligt"),
    "referrals.make": QT_TRANSLATE_NOOP("verbs", "Patienten hänvisades"),
    "referrals.note_print": QT_TRANSLATE_NOOP("verbs", "Hänvisning skrevs ut"),
    "referrals.tell": QT_TRANSLATE_NOOP("verbs", "Hänvisning följdes upp"),
}

__all__ = ["GUIDE_VERBS", "QT_TRANSLATE_NOOP"]
