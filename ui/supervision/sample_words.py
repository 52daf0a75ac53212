"""Samples in words: what they are called, of which days, how a judgement stands."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kundcenter.domain.supervision.sample_results import Share
from kundcenter.domain.supervision.samples import Judgement, Sample, Triage
from ui.badges import Badge
from ui.labels import label
from ui.supervision.live_words import queue_name
from ui.theme.colours import ToneName

_TRIAGE: dict[Triage, tuple[object, ToneName, str]] = {
    Triage.RIGHT: (QT_TRANSLATE_NOOP("samples", "Rätt nivå"), ToneName.SUCCESS, "check"),
    Triage.OVER: (QT_TRANSLATE_NOOP("samples", "För hög nivå"), ToneName.WARNING, "chevron-up"),
    Triage.UNDER: (QT_TRANSLATE_NOOP("samples", "För låg nivå"), ToneName.DANGER, "chevron-down"),
    Triage.ELSEWHERE: (QT_TRANSLATE_NOOP("samples", "Annan vård"), ToneName.WARNING, "arrow-right"),
}


def title_words(sample: Sample) -> str:
    """Its title, else its seed; and the queue."""
    name = sample.title or sample.seed
    return f"{name}, {queue_name(sample.queue)}" if sample.queue else name


def days_words(sample: Sample) -> str:
    """2026-10-01 – 2026-10-31"""
    first, last = sample.days
    return first.isoformat() if first == last else f"{first.isoformat()} – {last.isoformat()}"


def triage_words(triage: Triage) -> str:
    return QCoreApplication.translate("samples", str(_TRIAGE[triage][0]))


def judged_badge(judgement: Judgement | None) -> Badge | None:
    """How a judgement stands, in a word, a shape and a colour."""
    translate = QCoreApplication.translate
    if judgement is None:
        return None
    if not judgement.advisory:
        return Badge(translate("samples", "Ingen rådgivning"), ToneName.NEUTRAL, "minus")
    if judgement.triage is None:
        return Badge(translate("samples", "Går inte att bedöma"), ToneName.NEUTRAL, "help")
    _, tone, icon = _TRIAGE[judgement.triage]
    return Badge(triage_words(judgement.triage), tone, icon)


def levels_words(judgement: Judgement) -> str:
    """Egenvård → Primärvård; only one when they are the same."""
    if judgement.given is None:
        return ""
    if judgement.right in {None, judgement.given}:
        return label(judgement.given)
    assert judgement.right is not None
    return f"{label(judgement.given)} → {label(judgement.right)}"


def percent(value: float) -> str:
    """66,7"""
    return f"{value:.1f}".replace(".", ",")


def share_words(share: Share) -> str:
    """26 av 30 · 86,7 % (70,3–94,7)"""
    translate = QCoreApplication.translate
    value, interval = share.value, share.interval
    if value is None or interval is None:
        return "–"
    words = translate("samples", "{part} av {whole} · {value} % ({low}–{high})")
    return words.format(
        part=share.numerator,
        whole=share.denominator,
        value=percent(value),
        low=percent(interval[0]),
        high=percent(interval[1]),
    )
