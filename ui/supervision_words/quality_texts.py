"""The sentences of reviewed calls, of feedback, and of figures that one looks around in."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

QUALITY_SENTENCES: dict[str, str] = {
    "call_review.invalid": QT_TRANSLATE_NOOP(
        "texts", "Genomgången går inte att spara så. Svara på minst en fråga."
    ),
    "call_review.not_found": QT_TRANSLATE_NOOP("texts", "Genomgången finns inte."),
    "call_review.not_reviewable": QT_TRANSLATE_NOOP(
        "texts", "Bara ett samtal som är besvarat och avslutat kan gås igenom."
    ),
    "call_review.of_another": QT_TRANSLATE_NOOP("texts", "Genomgången är mellan två andra."),
    "call_review.own_call": QT_TRANSLATE_NOOP(
        "texts", "Ett eget samtal går man inte igenom själv."
    ),
    "call_review.seen": QT_TRANSLATE_NOOP(
        "texts", "Genomgången är läst av den som hade samtalet, och ändras inte mer."
    ),
    "call_review.unwritten": QT_TRANSLATE_NOOP("texts", "Genomgången är inte skriven än."),
    "explore.page_gone": QT_TRANSLATE_NOOP(
        "texts", "Det finns inga fler samtal där. Öppna listan på nytt."
    ),
    "explore.query_wrong": QT_TRANSLATE_NOOP(
        "texts", "Det måttet går inte att dela upp så. Välj ett annat."
    ),
    "book.too_large": QT_TRANSLATE_NOOP(
        "texts", "Tabellen har {count} rader. Högst {limit} går att spara: välj en kortare period."
    ),
    "figures.span_wrong": QT_TRANSLATE_NOOP(
        "texts", "Perioden ska sluta efter att den börjar och vara högst fem år."
    ),
    "feedback.invalid": QT_TRANSLATE_NOOP(
        "texts", "Skriv vad återkopplingen gäller och vad som är fel."
    ),
    "feedback.needs_reason": QT_TRANSLATE_NOOP("texts", "Skriv varför innehållet inte ändras."),
    "feedback.not_found": QT_TRANSLATE_NOOP("texts", "Återkopplingen finns inte."),
}
