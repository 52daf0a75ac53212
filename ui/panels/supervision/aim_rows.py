"""The lists of targets and of measurements."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from kundcenter.domain.supervision.survey_files import amount_text
from kundcenter.domain.supervision.surveys import SurveyResult
from kundcenter.domain.supervision.targets import FIRST_DAY, Target
from ui.labels import label
from ui.records import Column, RecordModel
from ui.supervision.aim_words import (
    aim_words,
    figure_name,
    period_words,
    value_words,
)
from ui.supervision.live_words import queue_name
from ui.times import day_and_time

TENTHS = 100  # of thousandths


def target_model(parent: QObject) -> RecordModel[Target]:
    """Targets by kind and name, with when they hold."""
    translate = QCoreApplication.translate
    return RecordModel[Target](
        (
            Column(translate("aims", "Slag"), lambda each: label(each.kind), width=10),
            Column(translate("aims", "Mått"), _named),
            Column(
                translate("aims", "Värde"),
                lambda each: aim_words(each.aim),
                sort=lambda each: each.value,
                figures=True,
                width=16,
            ),
            Column(
                translate("aims", "Gäller"),
                _holds,
                sort=lambda each: (each.valid_from, each.valid_to is not None),
                width=22,
            ),
        ),
        key=lambda each: each.id,
        parent=parent,
    )


def survey_model(parent: QObject) -> RecordModel[SurveyResult]:
    """Measurements with their period, the value and who answered."""
    translate = QCoreApplication.translate
    return RecordModel[SurveyResult](
        (
            Column(translate("aims", "Mått"), lambda each: figure_name(each.figure)),
            Column(translate("aims", "Område"), lambda each: label(each.area), width=10),
            Column(
                translate("aims", "Period"),
                _measured,
                sort=lambda each: (each.period_to, each.period_from),
                width=24,
            ),
            Column(
                translate("aims", "Värde"),
                lambda each: value_words(each.figure, each.value),
                sort=lambda each: each.value,
                figures=True,
                width=12,
            ),
            Column(
                translate("aims", "Svar"),
                lambda each: str(each.answers or ""),
                sort=lambda each: each.answers or None,
                figures=True,
                width=8,
            ),
            Column(translate("aims", "Källa"), lambda each: each.source, width=18),
        ),
        key=lambda each: each.id,
        parent=parent,
    )


def told_target(target: Target) -> str:
    """What the columns of a target have no room for."""
    translate = QCoreApplication.translate
    parts = [f"{_named(target)}: {aim_words(target.aim)}."]
    if target.source:
        parts.append(translate("aims", "Källa: {source}.").format(source=target.source))
    if target.year:
        parts.append(translate("aims", "Mätt {year}.").format(year=target.year))
    if target.set_at is None:
        parts.append(translate("aims", "Följer med programmet; ingen har satt det här."))
    else:
        words = translate("aims", "Satt {at}, version {number}.")
        parts.append(words.format(at=day_and_time(target.set_at), number=target.number))
    return " ".join(parts)


def told_survey(survey: SurveyResult) -> str:
    """What the columns of a measurement have no room for."""
    translate = QCoreApplication.translate
    parts = []
    if survey.very_satisfied:
        parts.append(translate("aims", "Över 74: mycket nöjd."))
    rate = survey.response_rate
    if rate is not None:
        words = translate("aims", "{answers} av {asked} svarade, {share} %.")
        share = amount_text(round(rate * 10) * TENTHS)
        parts.append(words.format(answers=survey.answers, asked=survey.asked, share=share))
    if survey.source:
        parts.append(translate("aims", "Källa: {source}.").format(source=survey.source))
    if survey.comment:
        parts.append(survey.comment)
    words = translate("aims", "Antecknad {at}, version {number}.")
    parts.append(words.format(at=day_and_time(survey.noted_at), number=survey.number))
    return " ".join(parts)


def _named(target: Target) -> str:
    """The figure, and the queue when it is not of all."""
    name = figure_name(target.figure)
    return f"{name}, {queue_name(target.queue)}" if target.queue else name


def _holds(target: Target) -> str:
    return period_words(target.valid_from, target.valid_to, since=FIRST_DAY)


def _measured(survey: SurveyResult) -> str:
    return period_words(survey.period_from, survey.period_to)
