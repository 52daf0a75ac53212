"""What one's own shift is called on the screen: shares, breaks, and why a pause would be good."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.supervision.own_shift import Advice, OwnShift
from kundcenter.domain.supervision.roster_terms import RosterLimits
from kundcenter.domain.supervision.working_time import ActiveShare, Base, Mark
from ui.badges import Badge
from ui.supervision.live_words import percent
from ui.theme.colours import ToneName
from ui.times import lately

_MARKS = {
    Mark.NONE: (ToneName.NEUTRAL, "minus"),
    Mark.FINE: (ToneName.SUCCESS, "check-circle"),
    Mark.WARN: (ToneName.WARNING, "clock"),
    Mark.OVER: (ToneName.DANGER, "warning"),
}


def length(time: timedelta) -> str:
    """2 h 5 min; 38 min; hours and minutes are what one thinks in over a day."""
    translate = QCoreApplication.translate
    minutes = max(0, round(time / timedelta(minutes=1)))
    hours, rest = divmod(minutes, 60)
    if hours and rest:
        return translate("mine", "{hours} h {minutes} min").format(hours=hours, minutes=rest)
    if hours:
        return translate("mine", "{hours} h").format(hours=hours)
    return translate("mine", "{minutes} min").format(minutes=rest)


def share_badge(share: ActiveShare, limits: RosterLimits) -> Badge:
    """Where the share stands to its two marks."""
    translate = QCoreApplication.translate
    mark = share.mark(limits)
    words = {
        Mark.NONE: translate("mine", "Ingen arbetstid än"),
        Mark.FINE: translate("mine", "Under {warn} %"),
        Mark.WARN: translate("mine", "Från {warn} %"),
        Mark.OVER: translate("mine", "Över {most} %"),
    }[mark]
    told = words.format(warn=limits.warn_percent, most=limits.most_percent)
    return Badge(told, *_MARKS[mark])


def share_note(share: ActiveShare) -> str:
    """The numerator and the denominator, in words."""
    words = QCoreApplication.translate("mine", "{active} av {worked}")
    return words.format(active=length(share.active), worked=length(share.worked))


def base_words(base: Base | None) -> str:
    """What the working time was taken from."""
    translate = QCoreApplication.translate
    if base is Base.ROSTER:
        return translate("mine", "schemat, utan lunchrast")
    return translate("mine", "tiden du varit inloggad, utan lunchrast")


def span_words(own: OwnShift) -> str:
    """Which hours it is about."""
    translate = QCoreApplication.translate
    start = lately(own.start, own.now)
    if own.planned:
        words = translate("mine", "Passet {start}–{end} enligt schemat")
        return words.format(start=start, end=lately(own.end, own.now))
    if own.past:
        words = translate("mine", "Inloggad {start}–{end}")
        return words.format(start=start, end=lately(own.end, own.now))
    return translate("mine", "Sedan du loggade in {start}").format(start=start)


def advice_words(own: OwnShift, key: str) -> str:
    """Why a pause would be good, and how one takes it; empty when none is called for."""
    translate = QCoreApplication.translate
    advice = own.advice
    if advice is None:
        return ""
    if advice is Advice.HEAVY:
        words = translate("mine", "{count} tunga samtal i rad. Ta gärna en paus: {key}.")
    elif advice is Advice.SHARE:
        words = translate("mine", "Mer än {most} % aktiv rådgivning. Ta gärna en paus: {key}.")
    else:
        words = translate("mine", "{time} utan paus. Ta gärna en: {key}.")
    return words.format(
        count=own.heavy_in_row,
        most=own.limits.most_percent,
        time=length(own.without_break),
        key=key,
    )


def share_words(share: ActiveShare) -> str:
    """For screen readers: the share and what it is of."""
    words = QCoreApplication.translate("mine", "{percent}, {note}")
    return words.format(percent=percent(share.percent), note=share_note(share))
