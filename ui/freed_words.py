"""Freed times, offers and waits in words and marks: how long is left by shape as well as colour."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QLocale

from kundcenter.domain.calendar import local
from kundcenter.domain.capacity import Timeslot
from kundcenter.domain.freed_times import FreedItem, Wait
from kundcenter.domain.matching import Match, MatchReason
from kundcenter.domain.people import Person
from ui.badges import Badge, Shape
from ui.claiming_words import day_words, span_words
from ui.numbers import shown_number
from ui.theme.colours import ToneName
from ui.times import clock

SOON = timedelta(hours=2)
TODAY = timedelta(hours=24)
translate = QCoreApplication.translate  # under this name the texts are found for translation


def left_words(until: datetime, now: datetime) -> str:
    """How long until then, in the units that tell enough: 12 min, 3 tim 5 min, 4 dygn."""
    minutes = max(0, int((until - now).total_seconds() // 60))
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        return translate("claiming", "{count} dygn").format(count=hours // 24)
    if hours:
        return translate("claiming", "{hours} tim {minutes} min").format(hours=hours, minutes=rest)
    return translate("claiming", "{minutes} min").format(minutes=minutes)


def left_badge(until: datetime, now: datetime) -> Badge:
    """How long until it begins: a triangle when it is soon, a dot today, a ring after that."""
    left = until - now
    if left <= timedelta():
        return Badge(translate("claiming", "Har börjat"), ToneName.NEUTRAL, Shape.DASH)
    words = left_words(until, now)
    if left <= SOON:
        return Badge(words, ToneName.DANGER, Shape.TRIANGLE)
    if left <= TODAY:
        return Badge(words, ToneName.WARNING, Shape.DOT)
    return Badge(words, ToneName.NEUTRAL, Shape.RING)


def when_words(timeslot: Timeslot, now: datetime) -> str:
    """The day and the clocks, as one says them: i morgon 10:15–10:45."""
    words = translate("claiming", "{day} {span}")
    span = span_words(timeslot.starts_at, timeslot.ends_at)
    return words.format(day=day_words(timeslot.starts_at, now), span=span)


def short_words(timeslot: Timeslot, now: datetime) -> str:
    """The day and the clock for a list: i morgon 10:15, mån 23/11 10:15."""
    there = local(timeslot.starts_at)
    if there.date() - local(now).date() <= timedelta(days=1):
        day = day_words(timeslot.starts_at, now)
    else:
        short = QLocale().dayName(there.isoweekday(), QLocale.FormatType.ShortFormat).rstrip(".")
        day = f"{short} {there.day}/{there.month}"
    words = translate("claiming", "{day} {span}")
    return words.format(day=day, span=clock(timeslot.starts_at))


def spoken_words(timeslot: Timeslot, unit: str, now: datetime) -> str:
    """The sentence that is said to whoever answers."""
    words = translate(
        "claiming", "Det har blivit en ledig tid på {unit} {day} klockan {start}. Passar den?"
    )
    day, start = day_words(timeslot.starts_at, now), clock(timeslot.starts_at)
    return words.format(unit=unit, day=day, start=start)


def item_badge(item: FreedItem, me: UUID | None, now: datetime) -> Badge:
    """Who works on it."""
    freed = item.freed
    if freed.leased_by is None or freed.leased_until is None or freed.leased_until <= now:
        return Badge(translate("claiming", "Ledig"), ToneName.SUCCESS, Shape.RING)
    if freed.leased_by == me:
        return Badge(translate("claiming", "Du har den"), ToneName.INFO, Shape.DOT)
    return Badge(translate("claiming", "Tagen"), ToneName.NEUTRAL, "lock")


def because_words(match: Match, now: datetime) -> str:
    """Why this one comes now, in a sentence that can be told to anybody who asks."""
    wait = match.wait
    if match.because is MatchReason.PRIORITY:
        words = translate("claiming", "Medicinsk prioritet {priority}.")
        return words.format(priority=wait.priority)
    if match.because is MatchReason.GUARANTEE and wait.guaranteed_by is not None:
        words = translate("claiming", "Vårdgarantin går ut först: {day}.")
        return words.format(day=local(wait.guaranteed_by).date())
    words = translate("claiming", "Har väntat längst: sedan {day} ({count} dygn).")
    return words.format(day=local(wait.added_at).date(), count=max(0, (now - wait.added_at).days))


def number_words(number: str, person: Person | None) -> str:
    """The number to ring, told to be hidden where the person is protected."""
    if not number:
        return ""
    if person is not None and person.protected:
        return translate("claiming", "{number} (skyddat nummer)").format(
            number=shown_number(number)
        )
    return shown_number(number)


def notice_words(notice: timedelta) -> str:
    """How long before one needs to know: 2 tim, 3 dygn."""
    hours = int(notice.total_seconds() // 3600)
    if not hours:
        return translate("claiming", "Inget")
    if hours < 24 or hours % 24:
        return translate("claiming", "{count} tim").format(count=hours)
    return translate("claiming", "{count} dygn").format(count=hours // 24)


def suits_words(wait: Wait) -> str:
    """Which days and clocks suit: mån, tis 08:00–12:00; nothing when any does."""
    locale, short = QLocale(), QLocale.FormatType.ShortFormat
    days = ", ".join(locale.dayName(day, short).rstrip(".") for day in sorted(wait.weekdays))
    clocks = ""
    if wait.from_clock is not None and wait.to_clock is not None:
        words = translate("claiming", "{start}–{end}")
        clocks = words.format(start=f"{wait.from_clock:%H:%M}", end=f"{wait.to_clock:%H:%M}")
    elif wait.from_clock is not None:
        clocks = translate("claiming", "från {start}").format(start=f"{wait.from_clock:%H:%M}")
    elif wait.to_clock is not None:
        clocks = translate("claiming", "till {end}").format(end=f"{wait.to_clock:%H:%M}")
    return " ".join(filter(None, (days, clocks)))


def period_words(wait: Wait) -> str:
    """The days between which the time is to be; nothing when any will do."""
    if wait.earliest is not None and wait.latest is not None:
        words = translate("claiming", "{first} till {last}")
        return words.format(first=local(wait.earliest).date(), last=local(wait.latest).date())
    if wait.earliest is not None:
        return translate("claiming", "från {first}").format(first=local(wait.earliest).date())
    if wait.latest is not None:
        return translate("claiming", "till {last}").format(last=local(wait.latest).date())
    return ""


def priority_badge(priority: int) -> Badge | None:
    """Set by who may: higher comes first; nothing for the ordinary."""
    if priority <= 0:
        return None
    return Badge(str(priority), ToneName.WARNING, Shape.DIAMOND)
