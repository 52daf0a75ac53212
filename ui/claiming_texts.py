"""The sentences for the errors of what has limited room: call-backs, booked and freed times."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

_CALLBACKS: dict[str, str] = {
    "timeslot.not_found": QT_TRANSLATE_NOOP("texts", "Tiden finns inte."),
    "timeslot.full": QT_TRANSLATE_NOOP("texts", "Tiden är full. Välj en annan."),
    "timeslot.closed": QT_TRANSLATE_NOOP("texts", "Tiden är stängd. Välj en annan."),
    "timeslot.late": QT_TRANSLATE_NOOP("texts", "Tiden har gått ut. Välj en senare."),
    "timeslot.capacity_invalid": QT_TRANSLATE_NOOP(
        "texts", "En tid har från inga till 500 platser, och slutar efter att den har börjat."
    ),
    "timeslot.seat_lost": QT_TRANSLATE_NOOP(
        "texts", "Platsen har gått till någon annan. Välj en annan."
    ),
    "callback_queue.not_found": QT_TRANSLATE_NOOP("texts", "Kön för återuppringning finns inte."),
    "callback_queue.stale": QT_TRANSLATE_NOOP(
        "texts", "Någon annan har ändrat kön. Öppna den igen."
    ),
    "callback_queue.taken": QT_TRANSLATE_NOOP(
        "texts", "Enheten har redan en kö för det ärendet. Ändra den i stället."
    ),
    "callback_queue.invalid": QT_TRANSLATE_NOOP(
        "texts", "Köns schema stämmer inte (pass {at}): dag, tid eller antal platser."
    ),
    "callback_queue.no_such_time": QT_TRANSLATE_NOOP(
        "texts", "Kön har ingen tid som börjar då. Välj en i listan."
    ),
    "callback.not_found": QT_TRANSLATE_NOOP("texts", "Återuppringningen finns inte."),
    "callback.state_wrong": QT_TRANSLATE_NOOP(
        "texts", "Återuppringningen är redan avslutad, eller så har någon ändrat den."
    ),
    "callback.of_another": QT_TRANSLATE_NOOP(
        "texts", "En annan operatör har tagit återuppringningen."
    ),
    "callback.needs_number": QT_TRANSLATE_NOOP("texts", "Skriv numret att ringa upp på."),
    "callback.needs_person": QT_TRANSLATE_NOOP(
        "texts", "En plats i kön gäller en känd patient. Ange vem det gäller (F2) först."
    ),
    "callback.needs_outcome": QT_TRANSLATE_NOOP("texts", "Skriv vad det blev av uppringningen."),
    "callback.due_invalid": QT_TRANSLATE_NOOP(
        "texts", "Välj en tid som inte har varit, och högst ett år bort."
    ),
    "callback.entry_of_another": QT_TRANSLATE_NOOP(
        "texts", "Anteckningen gäller en annan patient."
    ),
    "callback.kind_wrong": QT_TRANSLATE_NOOP(
        "texts", "Det går inte med den sortens återuppringning."
    ),
    "callback.needs_criteria": QT_TRANSLATE_NOOP(
        "texts", "Skriv när patienten ska ringa tidigare än så."
    ),
}
_TIMES: dict[str, str] = {
    "booking.not_found": QT_TRANSLATE_NOOP("texts", "Tiden finns inte."),
    "booking.refused": QT_TRANSLATE_NOOP("texts", "Det går inte med den här tiden."),
    "booking.unverified": QT_TRANSLATE_NOOP(
        "texts", "Svaret stämmer inte med någon av patientens tider. Försök kvar: {left}."
    ),
    "booking.invalid": QT_TRANSLATE_NOOP("texts", "En uppgift om tiden går inte att spara."),
    "cancellation.invalid": QT_TRANSLATE_NOOP(
        "texts", "Uppgifterna om avbokningen går inte ihop. Se över dem."
    ),
    "cancel_rules.not_found": QT_TRANSLATE_NOOP("texts", "Den utgåvan av reglerna finns inte."),
    "cancel_rules.stale": QT_TRANSLATE_NOOP(
        "texts", "Någon annan har publicerat nya regler, nummer {number}. Öppna dem igen."
    ),
    "cancel_rules.invalid": QT_TRANSLATE_NOOP(
        "texts", "Regel {at} stämmer inte. Se över ålder, datum, timmar och belopp."
    ),
}
_FREED: dict[str, str] = {
    "freed_time.not_found": QT_TRANSLATE_NOOP("texts", "Den lediga tiden finns inte."),
    "freed_time.gone": QT_TRANSLATE_NOOP("texts", "Tiden är redan bokad, eller har passerat."),
    "freed_time.of_another": QT_TRANSLATE_NOOP(
        "texts", "En annan operatör ringer om tiden just nu."
    ),
    "offer.open": QT_TRANSLATE_NOOP("texts", "Tiden är erbjuden till någon just nu."),
    "offer.not_found": QT_TRANSLATE_NOOP("texts", "Erbjudandet finns inte."),
    "offer.answered": QT_TRANSLATE_NOOP("texts", "Erbjudandet är redan besvarat."),
    "wait.not_found": QT_TRANSLATE_NOOP("texts", "Raden på väntelistan finns inte."),
    "wait.invalid": QT_TRANSLATE_NOOP(
        "texts", "Raden på väntelistan stämmer inte: se över tider, dagar och nummer."
    ),
    "wait.unfit": QT_TRANSLATE_NOOP("texts", "Tiden passar inte det som patienten väntar på."),
    "wait.ended": QT_TRANSLATE_NOOP("texts", "Patienten väntar inte längre."),
    "wait.stands": QT_TRANSLATE_NOOP(
        "texts", "Patienten står redan på väntelistan för det vid enheten."
    ),
    "timeslot.too_many": QT_TRANSLATE_NOOP(
        "texts", "Högst {limit} tider åt gången, men det var {count}."
    ),
    "timeslot.period_wrong": QT_TRANSLATE_NOOP(
        "texts", "Perioden slutar innan den börjar, eller är längre än ett år."
    ),
}
_FILES: dict[str, str] = {
    "booking.too_many": QT_TRANSLATE_NOOP(
        "texts", "Högst {limit} bokningar åt gången, men det var {count}."
    ),
    "booking.file_too_large": QT_TRANSLATE_NOOP(
        "texts", "Filen är {size} byte. Högst {limit} kan läsas in."
    ),
    "teleq.away": QT_TRANSLATE_NOOP(
        "texts", "Mappen för utbyte med teleQ går inte att nå ({why})."
    ),
    "teleq.file_too_large": QT_TRANSLATE_NOOP(
        "texts", "Filen är {size} byte. Högst {limit} kan läsas in."
    ),
    "teleq.row_invalid": QT_TRANSLATE_NOOP(
        "texts", "En uppgift om återuppringningen går inte att använda."
    ),
    "teleq.too_many": QT_TRANSLATE_NOOP(
        "texts", "Högst {limit} återuppringningar åt gången, men det var {count}."
    ),
}

SENTENCES: dict[str, str] = {**_CALLBACKS, **_TIMES, **_FREED, **_FILES}
