"""The lists of a log review: accesses, and the draws that have been made."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from kundcenter.services.log_review import DrawnSample, ReviewedAccess
from ui.grounds import told
from ui.records import Column, RecordModel
from ui.review_words import pattern_words, person_words, verdict_badge, verdict_words
from ui.times import day_and_time


def access_model(parent: QObject) -> RecordModel[ReviewedAccess]:
    """Accesses with who, whom, why, what pointed them out and what was found."""
    translate = QCoreApplication.translate
    return RecordModel[ReviewedAccess](
        (
            Column(
                translate("review", "Tid"),
                lambda each: day_and_time(each.record.at),
                sort=lambda each: each.record.at,
                figures=True,
                width=16,
            ),
            Column(translate("review", "Operatör"), lambda each: each.operator, width=12),
            Column(translate("review", "Vad"), lambda each: each.record.activity, width=9),
            Column(translate("review", "Person"), person_words, width=14),
            Column(
                translate("review", "Skäl"),
                lambda each: told(each.record.reason),
                width=13,
            ),
            Column(translate("review", "Utpekad för"), lambda each: pattern_words(each.patterns)),
            Column(
                translate("review", "Bedömning"),
                lambda each: verdict_words(each.finding.verdict) if each.finding else "",
                badge=verdict_badge,
                width=15,
            ),
        ),
        key=lambda each: each.record.id,
        parent=parent,
    )


def draw_model(parent: QObject) -> RecordModel[DrawnSample]:
    """Draws with their period and how many of their accesses are judged."""
    translate = QCoreApplication.translate
    return RecordModel[DrawnSample](
        (
            Column(
                translate("review", "Draget"),
                lambda each: day_and_time(each.draw.drawn_at),
                sort=lambda each: each.draw.drawn_at,
                figures=True,
                width=18,
            ),
            Column(
                translate("review", "Från"),
                lambda each: day_and_time(each.draw.period.start),
                sort=lambda each: each.draw.period.start,
                figures=True,
                width=18,
            ),
            Column(
                translate("review", "Till"),
                lambda each: day_and_time(each.draw.period.end),
                sort=lambda each: each.draw.period.end,
                figures=True,
                width=18,
            ),
            Column(
                translate("review", "Bedömda"),
                lambda each: translate("review", "{judged} av {all}").format(
                    judged=each.judged, all=len(each.draw.access_ids)
                ),
                sort=lambda each: each.judged,
            ),
        ),
        key=lambda each: each.draw.id,
        parent=parent,
    )
