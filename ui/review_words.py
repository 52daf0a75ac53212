"""The words for the patterns and verdicts of a log review, and the marks that go with them."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kundcenter.domain.log_review import Pattern, Verdict
from kundcenter.services.log_review import ReviewedAccess
from ui.badges import Badge
from ui.grounds import told
from ui.theme.colours import ToneName

_PATTERNS: dict[Pattern, object] = {
    Pattern.EMERGENCY: QT_TRANSLATE_NOOP("review", "spärr öppnad"),
    Pattern.DENIED: QT_TRANSLATE_NOOP("review", "nekad"),
    Pattern.OUTSIDE_TASK: QT_TRANSLATE_NOOP("review", "utanför uppgiften"),
    Pattern.SAME_NAME: QT_TRANSLATE_NOOP("review", "samma efternamn"),
    Pattern.COLLEAGUE: QT_TRANSLATE_NOOP("review", "en kollegas namn"),
    Pattern.PROTECTED: QT_TRANSLATE_NOOP("review", "skyddade uppgifter"),
    Pattern.MANY_PERSONS: QT_TRANSLATE_NOOP("review", "många personer på en timme"),
    Pattern.MANY_SEARCHES: QT_TRANSLATE_NOOP("review", "många sökningar på en timme"),
    Pattern.RETURNS: QT_TRANSLATE_NOOP("review", "återkommer utan samtal"),
    Pattern.PRINTED: QT_TRANSLATE_NOOP("review", "utskrift"),
    Pattern.OTHER_CALL: QT_TRANSLATE_NOOP("review", "samtalet gällde inte personen"),
    Pattern.CALL_BY_HAND: QT_TRANSLATE_NOOP("review", "handregistrerat samtal utan anteckning"),
    Pattern.MANY_ON_ONE_CALL: QT_TRANSLATE_NOOP("review", "många personer på ett samtal"),
    Pattern.UNREVIEWED: QT_TRANSLATE_NOOP("review", "ogranskad i mer än ett dygn"),
}
_VERDICTS: dict[Verdict, object] = {
    Verdict.IN_ORDER: QT_TRANSLATE_NOOP("review", "I sin ordning"),
    Verdict.ASKED: QT_TRANSLATE_NOOP("review", "Frågan är ställd"),
    Verdict.UNAUTHORISED: QT_TRANSLATE_NOOP("review", "Obehörig åtkomst"),
}
_MARKS = {
    Verdict.IN_ORDER: (ToneName.SUCCESS, "check"),
    Verdict.ASKED: (ToneName.WARNING, "help"),
    Verdict.UNAUTHORISED: (ToneName.DANGER, "warning"),
}


def pattern_words(patterns: tuple[Pattern, ...]) -> str:
    """The words for several patterns, one after the other."""
    return ", ".join(_said(_PATTERNS[pattern]) for pattern in patterns)


def verdict_words(verdict: Verdict) -> str:
    return _said(_VERDICTS[verdict])


def verdict_badge(access: ReviewedAccess) -> Badge | None:
    """The mark of the latest finding, or none."""
    if access.finding is None:
        return None
    verdict = access.finding.verdict
    return Badge(verdict_words(verdict), *_MARKS[verdict])


def person_words(access: ReviewedAccess) -> str:
    """The person's name; for a protected person that it is protected; a dash for nobody."""
    hidden = QCoreApplication.translate("review", "Skyddad uppgift")
    return hidden if access.protected else access.person or "–"


def access_words(access: ReviewedAccess) -> str:
    """The whole access in a line or two, for who has chosen it in a list."""
    translate, record = QCoreApplication.translate, access.record
    words = translate("review", "{what} ({level}) av {who} hos {unit}. Person: {person}.").format(
        what=record.activity,
        level=record.level,
        who=access.operator or "–",
        unit=record.care_unit or "–",
        person=person_words(access),
    )
    if record.reason:
        reason = translate("review", "Skäl: {reason}").format(reason=told(record.reason))
        words = f"{words} {reason}"
    if access.patterns:
        patterns = translate("review", "Utpekad för: {patterns}.").format(
            patterns=pattern_words(access.patterns)
        )
        words = f"{words} {patterns}"
    return words


def _said(words: object) -> str:
    return QCoreApplication.translate("review", str(words))
