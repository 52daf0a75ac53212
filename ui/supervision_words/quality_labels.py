"""The words for the codes of reviews, of feedback, and of what figures are broken down by."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kundcenter.domain.supervision.approvals import DueState
from kundcenter.domain.supervision.call_reviews import Grade
from kundcenter.domain.supervision.exploring import By, Split, Versus
from kundcenter.domain.supervision.feedback import About, FeedbackState
from kundcenter.domain.supervision.review_criteria import Criterion, Phase

QUALITY_PAIRS: tuple[tuple[StrEnum, object], ...] = (
    (About.PACK, QT_TRANSLATE_NOOP("labels", "Beslutsstöd")),
    (About.RULES, QT_TRANSLATE_NOOP("labels", "Hänvisningsregler")),
    (About.SNIPPET, QT_TRANSLATE_NOOP("labels", "Fras")),
    (About.TOPIC, QT_TRANSLATE_NOOP("labels", "Kunskapskort")),
    (About.UNIT, QT_TRANSLATE_NOOP("labels", "Enhet")),
    (FeedbackState.OPEN, QT_TRANSLATE_NOOP("labels", "Väntar")),
    (FeedbackState.TAKEN_UP, QT_TRANSLATE_NOOP("labels", "Tas om hand")),
    (FeedbackState.CHANGED, QT_TRANSLATE_NOOP("labels", "Ändrat")),
    (FeedbackState.DECLINED, QT_TRANSLATE_NOOP("labels", "Ändras inte")),
    (DueState.PASSED, QT_TRANSLATE_NOOP("labels", "Granskning försenad")),
    (DueState.WAITS, QT_TRANSLATE_NOOP("labels", "Väntar på fastställande")),
    (DueState.SOON, QT_TRANSLATE_NOOP("labels", "Granskas snart")),
    (Phase.OPEN, QT_TRANSLATE_NOOP("labels", "Öppna")),
    (Phase.LISTEN, QT_TRANSLATE_NOOP("labels", "Lyssna")),
    (Phase.ANALYSE, QT_TRANSLATE_NOOP("labels", "Analysera")),
    (Phase.MOTIVATE, QT_TRANSLATE_NOOP("labels", "Motivera")),
    (Phase.CLOSE, QT_TRANSLATE_NOOP("labels", "Avsluta")),
    (Phase.RECORD, QT_TRANSLATE_NOOP("labels", "Dokumentera")),
    (Grade.YES, QT_TRANSLATE_NOOP("labels", "Ja")),
    (Grade.PARTLY, QT_TRANSLATE_NOOP("labels", "Delvis")),
    (Grade.NO, QT_TRANSLATE_NOOP("labels", "Nej")),
    (Grade.NOT_APPLICABLE, QT_TRANSLATE_NOOP("labels", "Inte aktuellt")),
    (By.HOUR, QT_TRANSLATE_NOOP("labels", "Timme")),
    (By.WEEKDAY, QT_TRANSLATE_NOOP("labels", "Veckodag")),
    (By.DAY, QT_TRANSLATE_NOOP("labels", "Dag")),
    (By.MONTH, QT_TRANSLATE_NOOP("labels", "Månad")),
    (By.QUEUE, QT_TRANSLATE_NOOP("labels", "Kö")),
    (By.REASON, QT_TRANSLATE_NOOP("labels", "Kontaktorsak")),
    (By.GROUP, QT_TRANSLATE_NOOP("labels", "Vårdnivå")),
    (By.OUTCOME, QT_TRANSLATE_NOOP("labels", "Hänvisning")),
    (By.URGENCY, QT_TRANSLATE_NOOP("labels", "Angelägenhetsgrad")),
    (By.UNIT, QT_TRANSLATE_NOOP("labels", "Enhet")),
    (By.DEVIATION, QT_TRANSLATE_NOOP("labels", "Avsteg från beslutsstödet")),
    (By.INTERPRETER, QT_TRANSLATE_NOOP("labels", "Tolk")),
    (By.PART_KIND, QT_TRANSLATE_NOOP("labels", "Vad samtalet gällde")),
    (By.FOLLOW_UP, QT_TRANSLATE_NOOP("labels", "Hur det gick")),
    (By.CANCELLATION, QT_TRANSLATE_NOOP("labels", "Skäl till avbokning")),
    (By.CASE, QT_TRANSLATE_NOOP("labels", "Ärendetyp")),
    (By.QUESTION, QT_TRANSLATE_NOOP("labels", "Vem som svarade")),
    (Split.NONE, QT_TRANSLATE_NOOP("labels", "Inte delat")),
    (Split.GROUP, QT_TRANSLATE_NOOP("labels", "Vårdnivå")),
    (Split.URGENCY, QT_TRANSLATE_NOOP("labels", "Angelägenhetsgrad")),
    (Versus.NONE, QT_TRANSLATE_NOOP("labels", "Ingen jämförelse")),
    (Versus.BEFORE, QT_TRANSLATE_NOOP("labels", "Perioden före")),
    (Versus.YEAR, QT_TRANSLATE_NOOP("labels", "Samma period året före")),
)
# As review_criteria has them; marked here, where the translation is looked for.
_CRITERIA: dict[str, object] = {
    "O1": QT_TRANSLATE_NOOP("criteria", "Presenterade sig och frågade vad samtalet gäller"),
    "O2": QT_TRANSLATE_NOOP("criteria", "Uteslöt livshot innan annat togs upp"),
    "O3": QT_TRANSLATE_NOOP(
        "criteria", "Tog reda på vem som är patient och talade med den som har besvären"
    ),
    "L1": QT_TRANSLATE_NOOP("criteria", "Lät den som ringde berätta till punkt"),
    "L2": QT_TRANSLATE_NOOP("criteria", "Frågade om oro och förväntningar"),
    "A1": QT_TRANSLATE_NOOP("criteria", "Ställde de frågor som beslutsstödet anger"),
    "A2": QT_TRANSLATE_NOOP("criteria", "Sammanfattade vad som sagts"),
    "A3": QT_TRANSLATE_NOOP("criteria", "Bedömde hur bråttom det är utifrån det som kommit fram"),
    "M1": QT_TRANSLATE_NOOP("criteria", "Förklarade varför rådet gavs"),
    "M2": QT_TRANSLATE_NOOP("criteria", "Kom överens med den som ringde om vad som ska göras"),
    "S1": QT_TRANSLATE_NOOP("criteria", "Sade när och vart man hör av sig igen"),
    "S2": QT_TRANSLATE_NOOP("criteria", "Förvissade sig om att rådet var förstått"),
    "D1": QT_TRANSLATE_NOOP("criteria", "Anteckningen stämmer med samtalet"),
    "D2": QT_TRANSLATE_NOOP("criteria", "Anteckningen säger vem som lämnat uppgifterna"),
}


def criterion_text(criterion: Criterion) -> str:
    """The question in the language of the screen."""
    source = str(_CRITERIA.get(criterion.code, criterion.text))
    return QCoreApplication.translate("criteria", source)
