"""Whether a unit is open, in a few words, and when that changes."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from kundcenter.domain.calendar import local
from kundcenter.domain.opening import Opening, OpenState
from ui.badges import Badge
from ui.theme.colours import ToneName
from ui.times import clock, day_and_time

SOON = timedelta(minutes=60)  # then it is told in minutes
_MINUTE = timedelta(minutes=1)


def opening_badge(opening: Opening, now: datetime) -> Badge:
    """Open until when, closed until when, or unknown.  The tone warns of what closes soon."""
    translate = QCoreApplication.translate
    if opening.state is OpenState.UNKNOWN:
        return Badge(translate("opening", "Öppettid okänd"), ToneName.INFO, "help")
    if opening.state is OpenState.CLOSED:
        return Badge(_closed(opening.opens_at, now), ToneName.NEUTRAL, "close")
    closes_at = opening.closes_at
    if closes_at is None:
        return Badge(translate("opening", "Öppet dygnet runt"), ToneName.SUCCESS, "check-circle")
    left = closes_at - now
    if left <= SOON:
        words = translate("opening", "Öppet, stänger om {minutes} min")
        told = words.format(minutes=max(1, left // _MINUTE))
        return Badge(told, ToneName.WARNING, "clock")
    words = translate("opening", "Öppet, stänger {when}")
    told = words.format(when=when_words(closes_at, now))
    return Badge(told, ToneName.SUCCESS, "check-circle")


def when_words(at: datetime, now: datetime) -> str:
    """An instant to come: "17:00", "i morgon 08:00", "mån 08:00" or "2026-12-28 08:00"."""
    translate = QCoreApplication.translate
    days = (local(at).date() - local(now).date()).days
    if days == 0:
        return clock(at)
    if days == 1:
        return translate("opening", "i morgon {time}").format(time=clock(at))
    if 1 < days < 7:
        form = QLocale.FormatType.ShortFormat
        day = QLocale().dayName(local(at).isoweekday(), form).rstrip(".")
        return translate("opening", "{day} {time}").format(day=day, time=clock(at))
    return day_and_time(at)


def _closed(opens_at: datetime | None, now: datetime) -> str:
    translate = QCoreApplication.translate
    if opens_at is None:
        return translate("opening", "Stängt, nästa öppning okänd")
    left = opens_at - now
    if left <= SOON:
        minutes = max(1, -(-left // _MINUTE))
        return translate("opening", "Stängt, öppnar om {minutes} min").format(minutes=minutes)
    return translate("opening", "Stängt, öppnar {when}").format(when=when_words(opens_at, now))
