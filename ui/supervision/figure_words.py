"""The words of the figures on the screen: the definitions' own, in the language that it has.

On paper, in files and in JSON they are Swedish (domain.supervision.definitions).
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.supervision.definitions import (
    TOPICS,
    Definition,
    FigureCode,
    Topic,
    definition,
    filled,
)
from kundcenter.domain.supervision.limits import Limits


def shown_definition(code: FigureCode, limits: Limits = Limits()) -> Definition:
    """The definition as it is shown, with the limits that hold in its words."""
    known = definition(code)
    return Definition(
        known.code,
        known.topic,
        known.unit,
        _said(known.name, limits),
        _said(known.text, limits),
        _said(known.numerator, limits),
        _said(known.denominator, limits),
        known.source,
        known.direction,
        known.masked,
        known.decimals,
    )


def figure_name(code: FigureCode, limits: Limits = Limits()) -> str:
    """What a figure is called."""
    return _said(definition(code).name, limits)


def topic_name(topic: Topic) -> str:
    """What the figures of a topic are about."""
    return QCoreApplication.translate("figures", TOPICS[topic])


def _said(text: str, limits: Limits) -> str:
    return filled(QCoreApplication.translate("figures", text), limits) if text else ""
