"""What the verbs of the switchboard and of the service desk are called."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

SWITCHBOARD_VERBS: dict[str, object] = {  # marked for translation, so only objects to the types
    "absences.end": QT_TRANSLATE_NOOP("verbs", "Frånvaro avslutades"),
    "absences.set": QT_TRANSLATE_NOOP("verbs", "Frånvaro antecknades"),
    "calls.mark_handled": QT_TRANSLATE_NOOP("verbs", "Samtal markerades som hanterade"),
    "contacts.import_": QT_TRANSLATE_NOOP("verbs", "Telefonkatalog lästes in"),
    "contacts.put": QT_TRANSLATE_NOOP("verbs", "Rad i telefonkatalogen sparades"),
    "contacts.retire": QT_TRANSLATE_NOOP("verbs", "Rad i telefonkatalogen togs ur bruk"),
    "contacts.retire_others": QT_TRANSLATE_NOOP(
        "verbs", "Rader i telefonkatalogen togs ur bruk vid inläsning"
    ),
    "inquiries.note": QT_TRANSLATE_NOOP("verbs", "Fråga om en person antecknades"),
    "messages.failed": QT_TRANSLATE_NOOP("verbs", "Meddelande gick inte att skicka"),
    "messages.printed": QT_TRANSLATE_NOOP("verbs", "Meddelande skrevs ut"),
    "messages.received": QT_TRANSLATE_NOOP("verbs", "Meddelande kom fram"),
    "messages.sent": QT_TRANSLATE_NOOP("verbs", "Meddelande skickades"),
    "messages.withdraw": QT_TRANSLATE_NOOP("verbs", "Meddelande togs tillbaka"),
    "messages.write": QT_TRANSLATE_NOOP("verbs", "Meddelande skrevs"),
    "modes.lift": QT_TRANSLATE_NOOP("verbs", "Läge för centret hävdes"),
    "modes.set": QT_TRANSLATE_NOOP("verbs", "Läge för centret ändrades"),
    "questions.note": QT_TRANSLATE_NOOP("verbs", "Fråga till servicedisken antecknades"),
    "questions.settle": QT_TRANSLATE_NOOP("verbs", "Obesvarad fråga togs om hand"),
    "switchboard_terms.publish": QT_TRANSLATE_NOOP("verbs", "Växelns villkor publicerades"),
    "topics.import_": QT_TRANSLATE_NOOP("verbs", "Kunskapskort lästes in"),
    "topics.put": QT_TRANSLATE_NOOP("verbs", "Kunskapskort sparades"),
    "topics.restore": QT_TRANSLATE_NOOP("verbs", "Kunskapskort togs i bruk igen"),
    "topics.retire": QT_TRANSLATE_NOOP("verbs", "Kunskapskort togs ur bruk"),
    "transfers.begin": QT_TRANSLATE_NOOP("verbs", "Samtal kopplades vidare"),
    "transfers.end": QT_TRANSLATE_NOOP("verbs", "Hur det gick att koppla ett samtal"),
}
