"""What one can do when the centre has turned away a place, a booked time, an offer, a queue."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from kundcenter.domain.capacity import read_times
from ui.actions import Action
from ui.times import day_and_time

Told = tuple[object, Action | None]  # words marked for translation, and a key that leads there

_OTHER_TIMES: Told = (QT_TRANSLATE_NOOP("ways", "Ledigt i stället: {times}"), None)
_RING_BACK: Told = (
    QT_TRANSLATE_NOOP("ways", "Ring patienten: löftet gäller inte. Ge en annan plats."),
    None,
)
_CALLBACKS: Told = (
    QT_TRANSLATE_NOOP("ways", "Se hur återuppringningen är nu"),
    Action.CALLBACKS,
)
_QUEUES: Told = (
    QT_TRANSLATE_NOOP("ways", "Se hur kön är nu, och ändra den igen om det behövs"),
    Action.CALLBACK_QUEUES,
)
_BOOKING: Told = (
    QT_TRANSLATE_NOOP("ways", "Ring patienten: tiden är inte bokad. Boka en annan."),
    None,
)
_OLD_TIME: Told = (
    QT_TRANSLATE_NOOP("ways", "Den gamla tiden står kvar. Välj en annan ny tid om det behövs."),
    None,
)
_FREED: Told = (QT_TRANSLATE_NOOP("ways", "Se vilka tider som är lediga nu"), Action.FREED)
_OFFERED: Told = (
    QT_TRANSLATE_NOOP("ways", "Ring patienten: någon annan fick tiden. Be om ursäkt."),
    None,
)

CLAIMING_WAYS: dict[tuple[str, str], tuple[Told, ...]] = {
    ("bookings.book", ""): (_BOOKING, _OTHER_TIMES, _FREED),
    ("bookings.rebook", ""): (_OLD_TIME, _OTHER_TIMES, _FREED),
    ("callback_queues.close", ""): (_QUEUES,),
    ("callback_queues.end", ""): (_QUEUES,),
    ("callback_queues.put", ""): (_QUEUES,),
    ("callback_queues.reopen", ""): (_QUEUES,),
    ("callback_queues.resize", ""): (_QUEUES,),
    ("callbacks.move", ""): (
        (
            QT_TRANSLATE_NOOP("ways", "Ring patienten: den gamla tiden gäller fortfarande."),
            None,
        ),
        _OTHER_TIMES,
        _CALLBACKS,
    ),
    ("callbacks.place", ""): (_RING_BACK, _OTHER_TIMES, _CALLBACKS),
    ("callbacks.take", ""): (
        (QT_TRANSLATE_NOOP("ways", "En kollega ringer. Ta nästa på listan"), Action.CALLBACKS),
    ),
    ("cancel_rules.publish", ""): (
        (
            QT_TRANSLATE_NOOP("ways", "Se vilka regler för avbokning som gäller nu"),
            Action.CANCEL_RULES,
        ),
    ),
    ("freed_times.accept", ""): (_OFFERED, _FREED),
    ("freed_times.offer", ""): (_FREED,),
    ("freed_times.take", ""): (_FREED,),
    ("timeslots.add", ""): (_FREED,),
    ("timeslots.close", ""): (_FREED,),
    ("timeslots.reopen", ""): (_FREED,),
    ("timeslots.resize", ""): (_FREED,),
}


def times_words(told: str) -> str:
    """The times of a fact as one reads them; as they are, where they are written otherwise."""
    try:
        return ", ".join(day_and_time(each) for each in read_times(told))
    except ValueError:
        return told
