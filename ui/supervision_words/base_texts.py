"""The sentences for queues, presence and incidents.  Codes and facts in, Swedish out."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

BASE_SENTENCES: dict[str, str] = {
    "incident.ended": QT_TRANSLATE_NOOP("texts", "Händelsen är redan avslutad."),
    "incident.invalid": QT_TRANSLATE_NOOP(
        "texts",
        "Händelsen går inte att spara så. Tiderna ska ha varit, i ordning, och annat ska beskrivas"
        " med ord.",
    ),
    "incident.not_found": QT_TRANSLATE_NOOP("texts", "Händelsen finns inte."),
    "line.no_queue_switch": QT_TRANSLATE_NOOP(
        "texts",
        "Växeln kan inte stänga köer från den här arbetsplatsen. Be den som sköter växeln.",
    ),
    "presence.no_break": QT_TRANSLATE_NOOP("texts", "Det är ingen paus."),
    "presence.not_found": QT_TRANSLATE_NOOP("texts", "Pausen finns inte."),
    "presence.of_another": QT_TRANSLATE_NOOP("texts", "Pausen är en annan operatörs."),
    "queue_call.not_found": QT_TRANSLATE_NOOP("texts", "Samtalet som lämnade kön finns inte."),
    "queue_call.queue_unnamed": QT_TRANSLATE_NOOP("texts", "Växeln sade inte vilken kö det var."),
    "queue_call.too_many": QT_TRANSLATE_NOOP(
        "texts", "Det är för många samtal på en gång: {count}. Högst {limit} går."
    ),
    "queue_closure.invalid": QT_TRANSLATE_NOOP(
        "texts", "Kön går inte att stänga så. Ange kö och skäl, och en sluttid som inte har varit."
    ),
    "queue_closure.lifted": QT_TRANSLATE_NOOP("texts", "Kön är redan öppnad."),
    "queue_closure.not_found": QT_TRANSLATE_NOOP("texts", "Stängningen av kön finns inte."),
}
