"""What the verbs of what has limited room are called: call-backs, booked and freed times."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

_CALLBACK_VERBS: dict[str, object] = {  # marked for translation, so only objects to the types
    "callback_queues.put": QT_TRANSLATE_NOOP("verbs", "Kö för återuppringning ändrades"),
    "callback_queues.end": QT_TRANSLATE_NOOP("verbs", "Kö för återuppringning avslutades"),
    "callback_queues.resize": QT_TRANSLATE_NOOP("verbs", "Antalet platser i en kö ändrades"),
    "callback_queues.close": QT_TRANSLATE_NOOP("verbs", "Tid i en kö stängdes"),
    "callback_queues.reopen": QT_TRANSLATE_NOOP("verbs", "Tid i en kö öppnades igen"),
    "callbacks.place": QT_TRANSLATE_NOOP("verbs", "Patient placerades i återuppringning"),
    "callbacks.move": QT_TRANSLATE_NOOP("verbs", "Återuppringning flyttades"),
    "callbacks.set_number": QT_TRANSLATE_NOOP("verbs", "Återuppringning fick ett annat nummer"),
    "callbacks.promise": QT_TRANSLATE_NOOP("verbs", "Löfte att ringa upp"),
    "callbacks.take": QT_TRANSLATE_NOOP("verbs", "Återuppringning togs"),
    "callbacks.release": QT_TRANSLATE_NOOP("verbs", "Återuppringning släpptes"),
    "callbacks.tried": QT_TRANSLATE_NOOP("verbs", "Återuppringning utan svar"),
    "callbacks.done": QT_TRANSLATE_NOOP("verbs", "Återuppringning blev klar"),
    "callbacks.cancel": QT_TRANSLATE_NOOP("verbs", "Återuppringning avbokades"),
    "callbacks.expire": QT_TRANSLATE_NOOP("verbs", "Löfte om återuppringning bröts"),
    "callbacks.hand_on": QT_TRANSLATE_NOOP("verbs", "Löfte att ringa upp lämnades vidare"),
}
_TIMES_VERBS: dict[str, object] = {
    "bookings.book": QT_TRANSLATE_NOOP("verbs", "Tid bokades åt patient"),
    "bookings.cancel": QT_TRANSLATE_NOOP("verbs", "Patients tid avbokades"),
    "bookings.rebook": QT_TRANSLATE_NOOP("verbs", "Patients tid bokades om"),
    "bookings.import_": QT_TRANSLATE_NOOP("verbs", "Bokade tider lästes in"),
    "bookings.missed": QT_TRANSLATE_NOOP("verbs", "Uteblivet besök noterades"),
    "cancel_rules.publish": QT_TRANSLATE_NOOP("verbs", "Regler för avbokning publicerades"),
}
_FREED_VERBS: dict[str, object] = {
    "freed_times.accept": QT_TRANSLATE_NOOP("verbs", "Patient tackade ja till en ledig tid"),
    "freed_times.decline": QT_TRANSLATE_NOOP("verbs", "Ledig tid togs inte"),
    "freed_times.drop": QT_TRANSLATE_NOOP("verbs", "Ledig tid erbjuds inte mer"),
    "freed_times.offer": QT_TRANSLATE_NOOP("verbs", "Ledig tid erbjöds"),
    "freed_times.release": QT_TRANSLATE_NOOP("verbs", "Ledig tid lämnades till andra"),
    "freed_times.take": QT_TRANSLATE_NOOP("verbs", "Ledig tid togs om hand"),
    "timeslots.add": QT_TRANSLATE_NOOP("verbs", "Tider lades till"),
    "timeslots.close": QT_TRANSLATE_NOOP("verbs", "Tid stängdes"),
    "timeslots.reopen": QT_TRANSLATE_NOOP("verbs", "Tid öppnades igen"),
    "timeslots.resize": QT_TRANSLATE_NOOP("verbs", "Antalet platser på en tid ändrades"),
    "wait_list.add": QT_TRANSLATE_NOOP("verbs", "Patient sattes upp på väntelista"),
    "wait_list.change": QT_TRANSLATE_NOOP("verbs", "Rad på väntelista ändrades"),
    "wait_list.end": QT_TRANSLATE_NOOP("verbs", "Väntan på tid avslutades"),
    "wait_list.set_priority": QT_TRANSLATE_NOOP("verbs", "Medicinsk prioritet på väntelista"),
}
_TELEQ_VERBS: dict[str, object] = {
    "teleq.exported": QT_TRANSLATE_NOOP("verbs", "Återuppringningar lämnades till teleQ"),
    "teleq.come_back": QT_TRANSLATE_NOOP("verbs", "Återuppringningar kom tillbaka från teleQ"),
}

CLAIMING_VERBS: dict[str, object] = {
    **_CALLBACK_VERBS,
    **_TIMES_VERBS,
    **_FREED_VERBS,
    **_TELEQ_VERBS,
}

__all__ = ["CLAIMING_VERBS", "QT_TRANSLATE_NOOP"]
