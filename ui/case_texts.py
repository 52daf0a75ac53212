"""The sentences for the errors of cases.  Codes and facts in, Swedish out."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "case.not_found": QT_TRANSLATE_NOOP("texts", "Ärendet finns inte."),
    "case.invalid": QT_TRANSLATE_NOOP(
        "texts", "En uppgift i ärendet går inte att spara så. Se över den."
    ),
    "case.stage_wrong": QT_TRANSLATE_NOOP("texts", "Det går inte så som ärendet står nu."),
    "case.stale": QT_TRANSLATE_NOOP(
        "texts", "Någon annan har fört ärendet vidare. Se hur det är nu."
    ),
    "case.unanswerable": QT_TRANSLATE_NOOP(
        "texts", "Den som är anonym, eller inte vill ha svar, kan inte få något brev."
    ),
    "case.conflict_open": QT_TRANSLATE_NOOP(
        "texts", "Två har skrivit olika om samma sak. Välj mellan dem först."
    ),
    "case.conflict_not_found": QT_TRANSLATE_NOOP("texts", "Det är redan valt mellan uppgifterna."),
    "case.injury_undecided": QT_TRANSLATE_NOOP(
        "texts", "Ingen har beslutat om den misstänkta vårdskadan än. Chefläkaren gör det först."
    ),
    "case.owner_unfit": QT_TRANSLATE_NOOP(
        "texts", "Den kollegan får inte ha hand om sådana ärenden. Välj en annan."
    ),
    "case.too_many": QT_TRANSLATE_NOOP(
        "texts", "Högst {limit} ärenden åt gången, men det var {count}."
    ),
    "case.mail_not_allowed": QT_TRANSLATE_NOOP(
        "texts", "Regionen har inte tillåtit e-post till den adressen. Skicka ett brev."
    ),
    "case.file_too_large": QT_TRANSLATE_NOOP(
        "texts", "Filen är {size} byte. Högst {limit} kan läsas in."
    ),
    "mail.away": QT_TRANSLATE_NOOP(
        "texts", "E-postservern går inte att nå eller lita på ({why}). Skicka ett brev."
    ),
    "mail.refused": QT_TRANSLATE_NOOP(
        "texts", "E-postservern tog inte emot brevet ({status}). Skicka ett brev."
    ),
    "case_terms.not_found": QT_TRANSLATE_NOOP(
        "texts", "Den utgåvan av villkoren för ärenden finns inte."
    ),
    "case_terms.invalid": QT_TRANSLATE_NOOP(
        "texts", "Villkoren för ärenden stämmer inte: se över koder, namn och tider."
    ),
    "case_terms.stale": QT_TRANSLATE_NOOP(
        "texts", "Någon annan har publicerat nya villkor, nummer {number}. Öppna dem igen."
    ),
}
