"""The lists of a summary: its figures beside their targets, and what is handed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QObject

from kundcenter.domain.supervision.hand_over_items import (
    HandOver,
    HandOverItem,
    HandOverPart,
    moment,
)
from kundcenter.domain.supervision.summary import NOTHING, Line, QueueLine
from ui.badges import Badge
from ui.records import Column, RecordModel
from ui.supervision.aim_words import aimed_words
from ui.supervision.live_words import queue_name, verdict_badge
from ui.supervision_words.hand_over_words import shown, shown_text
from ui.theme.colours import ToneName

USUAL = 4  # the column that gives way in large text: what it says stands below the list too
INDENT = "\N{EM SPACE}"  # an item stands under its part


@dataclass(frozen=True, slots=True)
class Handed:
    """One row: a part with its count, or one of its items."""

    place: int
    part: HandOverPart
    item: HandOverItem | None = None


def line_model(parent: QObject, name: Callable[[Line], str]) -> RecordModel[Line]:
    """Every figure with what it is made of; `name` gives what it is called."""
    translate = QCoreApplication.translate
    return RecordModel[Line](
        (
            Column(translate("summary", "Mått"), name, tip=name),
            Column(
                translate("summary", "Utfall"),
                lambda each: each.shown,
                sort=lambda each: each.value,
                figures=True,
                width=9,
            ),
            Column(
                translate("summary", "Täljare / nämnare"),
                lambda each: each.ratio,
                sort=lambda each: each.denominator,
                figures=True,
                width=18,
            ),
            Column(
                translate("summary", "Mål"),
                aimed_words,
                badge=_aimed,
                spoken=_spoken,
                width=17,
            ),
            Column(
                translate("summary", "Brukar"),
                lambda each: each.usual,
                tip=lambda each: each.spread,
                figures=True,
                width=9,
            ),
        ),
        key=lambda each: each.code,
        parent=parent,
    )


def queue_model(parent: QObject, name: Callable[[Line], str]) -> RecordModel[QueueLine]:
    """What every queue is judged by, with the verdict in a word, a shape and a colour."""
    translate = QCoreApplication.translate
    return RecordModel[QueueLine](
        (
            Column(
                translate("summary", "Kö och mått"),
                lambda each: queue_figure(each, name(each.line)),
                tip=lambda each: queue_figure(each, name(each.line)),
            ),
            Column(
                translate("summary", "Utfall"),
                lambda each: each.line.shown,
                sort=lambda each: each.line.value,
                figures=True,
                width=9,
            ),
            Column(
                translate("summary", "Mål"),
                aim_of_queue,
                tip=aim_of_queue,
                width=18,
            ),
            Column(
                translate("summary", "Bedömning"),
                lambda each: _judged_words(each.line),
                badge=lambda each: verdict_badge(each.line.verdict),
                width=14,
            ),
        ),
        key=lambda each: (each.queue, each.line.code),
        parent=parent,
    )


def handed_model(parent: QObject) -> RecordModel[Handed]:
    """Every part with its count, and under it what it is made of; nobody is named."""
    translate = QCoreApplication.translate
    return RecordModel[Handed](
        (
            Column(translate("summary", "Överlämning"), _what, tip=_what),
            Column(translate("summary", "Tid"), _time, figures=True, width=17),
            Column(translate("summary", "Läge"), _late_words, badge=_late, width=10),
        ),
        key=lambda each: (each.part.kind, each.place),
        parent=parent,
    )


def handed_rows(told: HandOver) -> Iterator[Handed]:
    """One row of each part, and one of each item that it tells of; what is empty comes last."""
    for part in sorted(told.parts, key=lambda each: not (each.count or each.words)):
        yield Handed(0, part)
        for place, item in enumerate(part.items, start=1):
            yield Handed(place, part, item)


def _aimed(each: Line) -> Badge | None:
    """The target with the shape and the colour of whether it is met."""
    badge = verdict_badge(each.verdict)
    return None if badge is None else replace(badge, text=aimed_words(each))


def _spoken(each: Line) -> str:
    badge = verdict_badge(each.verdict)
    aim = aimed_words(each)
    return f"{aim}: {badge.text}" if badge else aim


def queue_figure(each: QueueLine, name: str) -> str:
    """1177 på telefon: Medelväntetid"""
    return f"{queue_name(each.queue)}: {name}"


def aim_of_queue(each: QueueLine) -> str:
    """The target, and whether it is the queue's own."""
    aim = aimed_words(each.line)
    if not each.own:
        return aim
    return QCoreApplication.translate("summary", "{aim}, eget").format(aim=aim)


def _judged_words(line: Line) -> str:
    badge = verdict_badge(line.verdict)
    return badge.text if badge else NOTHING


def _what(each: Handed) -> str:
    if each.item is None:
        return f"{shown_text(each.part.title)}: {shown(each.part.tells)}"
    return INDENT + (shown(each.item.said) or each.item.what)


def _time(each: Handed) -> str:
    return moment(each.item.at) if each.item and each.item.at else ""


def _late_words(each: Handed) -> str:
    badge = _late(each)
    return badge.text if badge else ""


def _late(each: Handed) -> Badge | None:
    if each.item is None or not each.item.late:
        return None
    return Badge(QCoreApplication.translate("summary", "Sen"), ToneName.DANGER, "warning")
