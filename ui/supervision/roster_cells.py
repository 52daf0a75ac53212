"""The marks in the cells of the roster: shape and words, never a colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.calendar import local
from kundcenter.domain.supervision.lone_working import LoneWorking
from kundcenter.domain.supervision.work_turns import WorkTurn
from ui.badges import Badge
from ui.supervision.roster_words import hours_figures, short_clock
from ui.theme.colours import ToneName

_NEARLY_A_DAY = timedelta(hours=23)  # the shortest day of the year


def turn_badge(turn: WorkTurn) -> Badge:
    """D 7–16"""
    begins, ends = local(turn.starts_at).time(), local(turn.ends_at).time()
    times = f"{short_clock(begins)}–{short_clock(ends)}"
    return Badge(f"{turn.pattern} {times}".strip(), ToneName.ACCENT)


def counted(counts: Mapping[str, int]) -> str:
    """D 4 · D8 1 · egna 2: how many of each; turns with times of their own have no letter"""
    own = QCoreApplication.translate("roster", "egna")
    return " · ".join(f"{code or own}\u00a0{count}" for code, count in counts.items())


def all_turns(counts: Mapping[str, int]) -> str:
    """How many in all, as a day's column has no room for each; nothing where there is none."""
    return str(sum(counts.values()) or "")


def alone_badge(found: LoneWorking) -> Badge | None:
    """9:00: how long one nurse is planned alone"""
    if not found.minutes:
        return None
    return Badge(hours_figures(timedelta(minutes=found.minutes)), ToneName.WARNING, "warning")


def nobody_badge(found: LoneWorking) -> Badge | None:
    """15:00: how long none is; nothing where no nurse is planned all day, as in a week ahead"""
    planned = found.alone or len(found.nobody) != 1 or found.nobody[0].lasts < _NEARLY_A_DAY
    if not found.empty_minutes or not planned:
        return None
    return Badge(hours_figures(timedelta(minutes=found.empty_minutes)), ToneName.DANGER, "error")
