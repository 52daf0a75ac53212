"""The sentences for the errors of the roster.  Codes and facts in, Swedish out."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

ROSTER_SENTENCES: dict[str, str] = {
    "roster.no_shift_then": QT_TRANSLATE_NOOP("texts", "Inget skift pågår eller börjar då."),
    "roster.shift_unknown": QT_TRANSLATE_NOOP(
        "texts", "Inget skift har den koden. De som finns: {known}."
    ),
    "roster_terms.invalid": QT_TRANSLATE_NOOP(
        "texts", "Skiften går inte att publicera så. Se över tider, raster och gränser."
    ),
    "roster_terms.not_found": QT_TRANSLATE_NOOP("texts", "Utgåvan av skiften finns inte."),
    "roster_terms.stale": QT_TRANSLATE_NOOP(
        "texts", "Någon har publicerat andra skift. Se hur de är nu."
    ),
    "work_turn.file_too_large": QT_TRANSLATE_NOOP(
        "texts", "Filen är för stor för att vara ett schema."
    ),
    "work_turn.invalid": QT_TRANSLATE_NOOP(
        "texts", "En uppgift om passet går inte att spara så. Se över tider, raster och roll."
    ),
    "work_turn.not_found": QT_TRANSLATE_NOOP("texts", "Passet finns inte i schemat."),
    "work_turn.stale": QT_TRANSLATE_NOOP("texts", "Någon har ändrat passet. Se hur det är nu."),
    "work_turn.taken": QT_TRANSLATE_NOOP("texts", "Samma person har ett annat pass då."),
    "work_turn.too_many": QT_TRANSLATE_NOOP(
        "texts", "Det är för många pass på en gång: {count}. Högst {limit} går."
    ),
}
