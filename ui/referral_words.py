"""How a referral stands, in words and marks; where it goes; the weeks it is listed by."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from kundcenter.domain.calendar import at_clock, iso_week, local
from kundcenter.domain.referrals import ReferralState
from kundcenter.domain.triage import CodeSet
from ui.badges import Badge
from ui.labels import label
from ui.theme.colours import ToneName
from ui.times import clock, day_and_time

_MARKS = {
    ReferralState.MADE: (ToneName.WARNING, "clock"),
    ReferralState.REACHED: (ToneName.SUCCESS, "check-circle"),
    ReferralState.NOT_REACHED: (ToneName.DANGER, "close"),
    ReferralState.CANCELLED: (ToneName.NEUTRAL, "minus"),
}
_WEEK = timedelta(days=7)


def state_badge(state: ReferralState) -> Badge:
    """What came of it; nothing yet, when nobody has told."""
    return Badge(label(state), *_MARKS[state])


def outcome_words(code: str, codes: CodeSet) -> str:
    """The outcome's label; the code itself when the set does not have it."""
    return next((each.label for each in codes.outcomes if each.code == code), code)


def week_of(day: date) -> tuple[datetime, datetime]:
    """Monday's midnight and the next Monday's, by a Swedish clock."""
    monday = day - timedelta(days=day.weekday())
    return at_clock(monday, time()), at_clock(monday + _WEEK, time())


def in_week(at: datetime, start: datetime) -> str:
    """The day and the clock, lör 15:20, in the week that begins then; else with the date."""
    if not start <= at < week_of(local(start).date())[1]:
        return day_and_time(at)
    day = QLocale().dayName(local(at).isoweekday(), QLocale.FormatType.ShortFormat).rstrip(".")
    words = QCoreApplication.translate("referrals", "{day} {time}")
    return words.format(day=day, time=clock(at))


def week_words(start: datetime) -> str:
    """The number of the week and its days."""
    first = local(start).date()
    words = QCoreApplication.translate("referrals", "Vecka {week}, {first} till {last}")
    return words.format(
        week=iso_week(first)[1], first=first, last=first + _WEEK - timedelta(days=1)
    )
