"""The lists of the quality page, each with what it reads and how its rows are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from kundcenter.domain.access import Function
from kundcenter.domain.supervision.approvals import Due, DueState
from kundcenter.domain.supervision.content_deviations import ContentDeviation
from kundcenter.domain.supervision.feedback import FeedbackState
from kundcenter.domain.triage import CodeSet
from kundcenter.services.supervision.call_reviews import ToldReview
from kundcenter.services.supervision.feedback import ToldFeedback
from ui.badges import Badge, Shape
from ui.labels import label
from ui.records import Column, RecordModel
from ui.services import Services, current_codes
from ui.theme.colours import ToneName
from ui.times import day_and_time

SINCE = timedelta(days=90)  # of the deviations
_DUE = {
    DueState.PASSED: (ToneName.DANGER, Shape.SQUARE),
    DueState.WAITS: (ToneName.WARNING, Shape.DIAMOND),
    DueState.SOON: (ToneName.INFO, Shape.RING),
}
_FEEDBACK = {
    FeedbackState.OPEN: (ToneName.WARNING, Shape.DIAMOND),
    FeedbackState.TAKEN_UP: (ToneName.INFO, Shape.RING),
    FeedbackState.CHANGED: (ToneName.SUCCESS, Shape.DOT),
    FeedbackState.DECLINED: (ToneName.NEUTRAL, Shape.DASH),
}
_READ = {True: (ToneName.SUCCESS, Shape.DOT), False: (ToneName.WARNING, Shape.DIAMOND)}


class QualityList(StrEnum):
    """Which list is in sight."""

    REVIEWS = "reviews"
    MINE = "mine"  # reviews of one's own calls
    FEEDBACK = "feedback"
    SENT = "sent"  # one's own feedback
    DEVIATIONS = "deviations"
    DUE = "due"


# Whose each list is.  Who leads has their own calls' reviews there too.
FUNCTIONS = {
    QualityList.REVIEWS: Function.REVIEW_CALLS,
    QualityList.MINE: Function.OWN_FIGURES,
    QualityList.FEEDBACK: Function.ANSWER_FEEDBACK,
    QualityList.SENT: Function.GIVE_FEEDBACK,
    QualityList.DEVIATIONS: Function.COUNT_REFERRALS,
    QualityList.DUE: Function.ANSWER_FEEDBACK,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One list: what it is called, how it is read (on the store's thread) and shown."""

    name: str
    nothing: str
    words: str
    read: Callable[[Services, datetime], Sequence[object]]
    columns: Callable[[], tuple[Column[Any], ...]]
    key: Callable[[Any], Any]


def lists_of(services: Services) -> dict[QualityList, Shown]:
    """All of them, in the order of the keys."""
    translate = QCoreApplication.translate
    codes = current_codes(services)
    return {
        QualityList.REVIEWS: Shown(
            translate("QualityLists", "Genomgångar"),
            translate("QualityLists", "Inga genomgångna samtal"),
            translate(
                "QualityLists",
                "Genomgångar läses av den som hade samtalet och av ledningen, av ingen annan.",
            ),
            lambda s, _: s.call_reviews.latest(),
            lambda: _reviews(whose=True),
            lambda each: each.review.id,
        ),
        QualityList.MINE: Shown(
            translate("QualityLists", "Mina samtal"),
            translate("QualityLists", "Inget av dina samtal är genomgånget"),
            translate(
                "QualityLists",
                "Genomgångar av dina egna samtal. Enter öppnar; säg till när du har läst.",
            ),
            lambda s, _: s.call_reviews.mine(),
            lambda: _reviews(whose=False),
            lambda each: each.review.id,
        ),
        QualityList.FEEDBACK: Shown(
            translate("QualityLists", "Återkoppling"),
            translate("QualityLists", "Ingen återkoppling"),
            translate(
                "QualityLists",
                "Det som sagts om innehållet, till den som äger det. Enter öppnar och svarar.",
            ),
            lambda s, _: s.feedback.latest(),
            lambda: _feedback(sender=True),
            lambda each: each.feedback.id,
        ),
        QualityList.SENT: Shown(
            translate("QualityLists", "Min återkoppling"),
            translate("QualityLists", "Du har inte lämnat någon återkoppling"),
            translate("QualityLists", "Det du har sagt om innehållet, och vad det blev av det."),
            lambda s, _: s.feedback.mine(),
            lambda: _feedback(sender=False),
            lambda each: each.feedback.id,
        ),
        QualityList.DEVIATIONS: Shown(
            translate("QualityLists", "Avsteg"),
            translate("QualityLists", "Inga avsteg från reglerna på 90 dagar"),
            translate(
                "QualityLists",
                "Hur ofta man valde annat än reglerna de senaste 90 dagarna. Ingen nämns.",
            ),
            lambda s, now: s.feedback.deviations(now - SINCE, now),
            lambda: _deviations(codes),
            lambda each: (each.rules, each.deviation, each.outcome),
        ),
        QualityList.DUE: Shown(
            translate("QualityLists", "Att granska"),
            translate("QualityLists", "Inget innehåll väntar på granskning"),
            translate(
                "QualityLists",
                "Stöd, regler, fraser och kort vars granskning är försenad eller nära, och"
                " det som väntar på att fastställas.",
            ),
            lambda s, _: s.feedback.due(),
            _due,
            lambda each: (each.about, each.id),
        ),
    }


def model_of(shown: Shown, parent: QObject) -> RecordModel[Any]:
    """The rows of a list."""
    return RecordModel[Any](shown.columns(), key=shown.key, parent=parent)


def _reviews(*, whose: bool) -> tuple[Column[ToldReview], ...]:
    translate = QCoreApplication.translate
    columns = [
        Column[ToldReview](
            translate("QualityLists", "Påbörjad"),
            lambda each: day_and_time(each.review.begun_at),
            sort=lambda each: each.review.begun_at,
            figures=True,
            width=16,
        ),
        Column[ToldReview](
            translate("QualityLists", "Samtalet"),
            lambda each: day_and_time(each.at) if each.at else "–",
            sort=lambda each: each.at,
            figures=True,
            width=16,
        ),
    ]
    if whose:
        columns.append(
            Column[ToldReview](
                translate("QualityLists", "Hade samtalet"), lambda each: each.operator
            )
        )
    columns += [
        Column[ToldReview](translate("QualityLists", "Går igenom"), lambda each: each.reviewer),
        Column[ToldReview](
            translate("QualityLists", "Läge"), _review_state, badge=_read_badge, width=18
        ),
    ]
    return tuple(columns)


def _review_state(each: ToldReview) -> str:
    translate = QCoreApplication.translate
    if each.review.written_at is None:
        return translate("QualityLists", "Inte skriven")
    return (
        translate("QualityLists", "Läst")
        if each.review.seen_at is not None
        else translate("QualityLists", "Att läsa")
    )


def _read_badge(each: ToldReview) -> Badge:
    if each.review.written_at is None:
        return Badge(_review_state(each), ToneName.NEUTRAL, Shape.RING)
    return Badge(_review_state(each), *_READ[each.review.seen_at is not None])


def _feedback(*, sender: bool) -> tuple[Column[ToldFeedback], ...]:
    translate = QCoreApplication.translate
    columns = [
        Column[ToldFeedback](
            translate("QualityLists", "Skickad"),
            lambda each: day_and_time(each.feedback.sent_at),
            sort=lambda each: each.feedback.sent_at,
            figures=True,
            width=16,
        ),
        Column[ToldFeedback](
            translate("QualityLists", "Sort"),
            lambda each: label(each.feedback.draft.about),
            width=16,
        ),
        Column[ToldFeedback](
            translate("QualityLists", "Text"), lambda each: each.feedback.draft.name, width=20
        ),
        Column[ToldFeedback](
            translate("QualityLists", "Vad som sägs"),
            lambda each: " ".join(each.feedback.draft.text.split()),
        ),
    ]
    if sender:
        columns.append(
            Column[ToldFeedback](
                translate("QualityLists", "Av"), lambda each: each.sender, width=13
            )
        )
    columns.append(
        Column[ToldFeedback](
            translate("QualityLists", "Läge"),
            lambda each: label(each.feedback.state),
            badge=lambda each: Badge(label(each.feedback.state), *_FEEDBACK[each.feedback.state]),
            width=16,
        )
    )
    return tuple(columns)


def _deviations(codes: CodeSet) -> tuple[Column[ContentDeviation], ...]:
    translate = QCoreApplication.translate
    reasons = {each.code: each.label for each in codes.deviations}
    outcomes = {each.code: each.label for each in codes.outcomes}

    def share(each: ContentDeviation) -> float:
        return 100 * each.count / each.of

    return (
        Column[ContentDeviation](
            translate("QualityLists", "Regler"),
            lambda each: (
                translate("QualityLists", "Utgåva {n}").format(n=each.rules)
                if each.rules
                else translate("QualityLists", "Utan regler")
            ),
            sort=lambda each: each.rules,
            width=12,
        ),
        Column[ContentDeviation](
            translate("QualityLists", "Avsteg"),
            lambda each: reasons.get(each.deviation, each.deviation),
        ),
        Column[ContentDeviation](
            translate("QualityLists", "Valde i stället"),
            lambda each: outcomes.get(each.outcome, each.outcome),
        ),
        Column[ContentDeviation](
            translate("QualityLists", "Antal"),
            lambda each: str(each.count),
            sort=lambda each: each.count,
            figures=True,
            width=7,
        ),
        Column[ContentDeviation](
            translate("QualityLists", "Av alla"),
            lambda each: f"{share(each):.1f} %".replace(".", ","),
            sort=share,
            figures=True,
            width=9,
        ),
    )


def _due() -> tuple[Column[Due], ...]:
    translate = QCoreApplication.translate
    return (
        Column[Due](
            translate("QualityLists", "Läge"),
            lambda each: label(each.state),
            sort=lambda each: list(DueState).index(each.state),
            badge=lambda each: Badge(label(each.state), *_DUE[each.state]),
            width=21,
        ),
        Column[Due](
            translate("QualityLists", "Senast"),
            lambda each: each.on.isoformat() if each.on else "–",
            sort=lambda each: each.on.isoformat() if each.on else "",
            figures=True,
            width=11,
        ),
        Column[Due](translate("QualityLists", "Sort"), lambda each: label(each.about), width=16),
        Column[Due](translate("QualityLists", "Text"), lambda each: each.name),
        Column[Due](translate("QualityLists", "Ägare"), lambda each: each.owner or "–", width=14),
    )
