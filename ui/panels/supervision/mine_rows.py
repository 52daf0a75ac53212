"""What is read for one's own shift, and the two lists of it: breaks, and for leads the team."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.supervision.own_shift import OwnBreak, OwnShift, TeamShare
from kundcenter.domain.supervision.periods import PeriodKind, Span
from ui.badges import Badge
from ui.records import Column, RecordModel
from ui.services import Services
from ui.supervision.break_words import break_name
from ui.supervision.live_words import NOTHING, percent
from ui.supervision.mine_words import length, share_badge
from ui.times import clock

translate = QCoreApplication.translate
TEAM_BACK = timedelta(hours=8)  # of whoever leads without a turn on the roster


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read at once; `team` only for those who lead."""

    own: OwnShift
    team: tuple[TeamShare, ...] | None = None
    spans: tuple[Span, ...] = ()  # one's own shifts before, the newest first


def read_mine(services: Services, *, leads: bool, span: Span | None = None) -> Seen:
    """On the store's thread.  The shift that goes on, or one of those before."""
    own, spans = services.figures.mine(span), services.figures.my_shifts()
    if not leads or span is not None:
        return Seen(own, None, spans)
    start = own.start if own.planned else min(own.start, own.now - TEAM_BACK)
    end = max(own.now, start + timedelta(minutes=1))
    return Seen(own, services.figures.operators(Span(PeriodKind.OWN, start, end)), spans)


def break_model(parent: QWidget) -> RecordModel[OwnBreak]:
    """One's own breaks."""
    return RecordModel[OwnBreak](
        (
            Column(translate("MineRows", "Vad"), lambda each: break_name(each.why)),
            Column(
                translate("MineRows", "Från"),
                lambda each: clock(each.starts_at),
                figures=True,
                width=9,
            ),
            Column(translate("MineRows", "Till"), _end_of, figures=True, width=9),
            Column(translate("MineRows", "Längd"), _length_of, figures=True, width=14),
        ),
        key=lambda each: each.id,
        parent=parent,
    )


def team_model(parent: QWidget) -> RecordModel[TeamShare]:
    """In the order in which it is given: nobody is sorted by a figure."""
    return RecordModel[TeamShare](
        (
            Column(translate("MineRows", "Namn"), lambda each: each.name),
            Column(
                translate("MineRows", "I passet"),
                lambda each: percent(each.share.percent),
                figures=True,
                width=10,
            ),
            Column(
                translate("MineRows", "Läge"),
                lambda each: _badge(each).text,
                badge=_badge,
                width=18,
            ),
            Column(
                translate("MineRows", "Fyra veckor"),
                lambda each: percent(each.weeks.percent),
                figures=True,
                width=12,
            ),
            Column(
                translate("MineRows", "Läge"),
                lambda each: _badge_weeks(each).text,
                badge=_badge_weeks,
                width=18,
            ),
        ),
        key=lambda each: each.operator_id,
        parent=parent,
    )


def _end_of(each: OwnBreak) -> str:
    return translate("MineRows", "pågår") if each.ends_at is None else clock(each.ends_at)


def _length_of(each: OwnBreak) -> str:
    return NOTHING if each.ends_at is None else length(each.ends_at - each.starts_at)


def _badge(each: TeamShare) -> Badge:
    return share_badge(each.share, each.limits)


def _badge_weeks(each: TeamShare) -> Badge:
    return share_badge(each.weeks, each.limits)
