"""The sentences for the errors of targets, measurements and samples."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "target.not_found": QT_TRANSLATE_NOOP("texts", "Målet finns inte längre."),
    "target.stale": QT_TRANSLATE_NOOP("texts", "Någon har ändrat målet. Se hur det är nu."),
    "target.taken": QT_TRANSLATE_NOOP(
        "texts", "Ett annat mål gäller för måttet den tiden. Ändra eller avsluta det först."
    ),
    "target.invalid": QT_TRANSLATE_NOOP(
        "texts", "Målet går inte att spara så. Se över talet och dagarna."
    ),
    "survey.not_found": QT_TRANSLATE_NOOP("texts", "Mätningen finns inte längre."),
    "survey.stale": QT_TRANSLATE_NOOP("texts", "Någon har ändrat mätningen. Se hur den är nu."),
    "survey.taken": QT_TRANSLATE_NOOP(
        "texts", "Mätningen finns redan: samma mått, område, källa och period. Ändra den i stället."
    ),
    "survey.too_many": QT_TRANSLATE_NOOP(
        "texts", "Det är för många mätningar på en gång: {count}. Högst {limit} går."
    ),
    "survey.invalid": QT_TRANSLATE_NOOP(
        "texts", "Mätningen går inte att spara så. Se över talet, dagarna och antalet svar."
    ),
    "survey.file_too_large": QT_TRANSLATE_NOOP(
        "texts", "Filen är för stor för att vara en fil med mätningar."
    ),
    "survey.file_faulty": QT_TRANSLATE_NOOP(
        "texts", "Rader med fel i filen: {count}. Den första är rad {line}. Inget är inläst."
    ),
    "sample.not_found": QT_TRANSLATE_NOOP("texts", "Urvalet finns inte."),
    "sample.invalid": QT_TRANSLATE_NOOP(
        "texts", "Urvalet går inte att dra så. Se över dagarna och fröet."
    ),
    "sample.too_large": QT_TRANSLATE_NOOP(
        "texts", "Ett urval har minst ett och högst {limit} samtal."
    ),
    "sample.call_not_in": QT_TRANSLATE_NOOP("texts", "Samtalet hör inte till urvalet."),
    "sample.own_call": QT_TRANSLATE_NOOP(
        "texts", "Det är ditt eget samtal. Någon annan bedömer det."
    ),
    "sample.judgement_invalid": QT_TRANSLATE_NOOP(
        "texts", "Bedömningen går inte ihop. Välj vårdnivå om det var rådgivning, annars ingen."
    ),
}
