"""Booked times and cancellations in words: when, how it stands, what the rules say, what to say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication, QLocale

from kundcenter.domain.bookings import (
    Booking,
    BookingKind,
    BookingRefused,
    BookingState,
    ResultCode,
)
from kundcenter.domain.calendar import local
from kundcenter.domain.cancellations import (
    Assessment,
    CancelFacts,
    CancelledBy,
    CancelReason,
    FeeCode,
)
from kundcenter.domain.capacity import Room
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.labels import label
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.times import clock

DAY_HOURS = 24
translate = QCoreApplication.translate
_STATES = {
    BookingState.STANDING: (ToneName.SUCCESS, "check-circle"),
    BookingState.CANCELLED: (ToneName.NEUTRAL, "close"),
    BookingState.REBOOKED: (ToneName.NEUTRAL, "refresh"),
    BookingState.VISITED: (ToneName.NEUTRAL, "check"),
    BookingState.MISSED: (ToneName.WARNING, "warning"),
}


# -- when ----------------------------------------------------------------------------------------


def day_words(day: date) -> str:
    """torsdag 26 november 2026"""
    locale = QLocale()
    return translate("times", "{weekday} {date} {month} {year}").format(
        weekday=locale.dayName(day.isoweekday()),
        date=day.day,
        month=locale.monthName(day.month),
        year=day.year,
    )


def moment_words(at: datetime) -> str:
    """torsdag 26 november 2026 klockan 10:00; a midnight as the night that leads to the day."""
    there = local(at)
    if there.time() == time():
        return translate("times", "natten till {day}, klockan 00:00").format(
            day=day_words(there.date())
        )
    return translate("times", "{day} klockan {time}").format(
        day=day_words(there.date()), time=clock(at)
    )


def listed_when(at: datetime | None) -> str:
    """tor 2026-11-26 10:00, for a list; of an open invitation that there is no time."""
    if at is None:
        return translate("times", "Ingen tid än")
    there = local(at)
    short = QLocale().dayName(there.isoweekday(), QLocale.FormatType.ShortFormat).rstrip(".")
    return f"{short} {there:%Y-%m-%d %H:%M}"


def hours_words(hours: int) -> str:
    """tre hela vardagar (72 timmar)"""
    days = hours // DAY_HOURS
    if hours % DAY_HOURS or not 1 <= days <= 3:
        return translate("times", "{days} hela vardagar ({hours} timmar)").format(
            days=days, hours=hours
        )
    words = (
        translate("times", "en hel vardag (24 timmar)"),
        translate("times", "två hela vardagar (48 timmar)"),
        translate("times", "tre hela vardagar (72 timmar)"),
    )
    return words[days - 1]


# -- how a booking stands -------------------------------------------------------------------------


def booking_badge(booking: Booking) -> Badge:
    """How it stands; of one that stands, what kind it is."""
    if not booking.standing:
        return Badge(label(booking.state), *_STATES[booking.state])
    if booking.kind is BookingKind.OPEN_INVITATION:
        return Badge(label(booking.kind), ToneName.INFO, "note")
    if booking.kind is BookingKind.TIMED_INVITATION:
        return Badge(label(booking.kind), ToneName.INFO, "calendar")
    if booking.preliminary:
        return Badge(translate("times", "Preliminärt bokad"), ToneName.WARNING, "clock")
    return Badge(label(booking.kind), *_STATES[booking.state])


def allowed_words(booking: Booking, now: datetime) -> str:
    """What the booking's own flags let the operator do; nothing once it has begun."""
    if not booking.standing or (booking.starts_at is not None and booking.starts_at <= now):
        return ""
    if booking.kind is BookingKind.OPEN_INVITATION:
        named = [translate("times", "boka tid")]
    else:
        named = [translate("times", "boka om")] if booking.rebook_allowed else []
    if booking.cancel_allowed:
        named.insert(0, translate("times", "avboka"))
    if booking.message_allowed:
        named.append(translate("times", "meddelande"))
    return ", ".join(named) or translate("times", "bara mottagningen")


def booking_words(booking: Booking, unit: str) -> str:
    """Where and when, on one line."""
    when = moment_words(booking.starts_at) if booking.starts_at else label(booking.kind).lower()
    return ", ".join(filter(None, (unit, when)))


def room_words(room: Room, unit: str) -> str:
    """Where and when a free time is."""
    slot = room.timeslot
    return ", ".join(filter(None, (unit, moment_words(slot.starts_at))))


def refused_words(error: KundcenterError) -> str:
    """Why the booking was refused: by its result code where it has one (DOMAIN §6.3)."""
    if isinstance(error, BookingRefused):
        try:
            return f"{label(ResultCode(str(error.facts.get('result'))))}."
        except ValueError:
            pass
    return sentence(error)


# -- what the rules say ---------------------------------------------------------------------------


def verdict_badge(told: Assessment, facts: CancelFacts) -> Badge:
    """In time or not: a word, a shape and a colour."""
    if told.row == 5:
        return Badge(translate("times", "Ingen tid är bokad"), ToneName.SUCCESS, "check-circle")
    if told.rule is None:
        return Badge(
            translate("times", "Ingen regel finns för den här tiden"), ToneName.NEUTRAL, "help"
        )
    if not told.late:
        return Badge(translate("times", "I tid"), ToneName.SUCCESS, "check-circle")
    if facts.by is CancelledBy.UNIT:
        return Badge(
            translate("times", "Mottagningen avbokar för sent"), ToneName.WARNING, "warning"
        )
    return Badge(translate("times", "Efter gränsen: räknas som sen"), ToneName.WARNING, "warning")


def rule_lines(told: Assessment, region: str) -> list[str]:
    """The deadline, the rule it is by, and what it makes of the case; a line each."""
    if told.row == 5:
        return [
            translate(
                "times", "En öppen kallelse som aldrig har bokats kostar inget att tacka nej till."
            )
        ]
    rule = told.rule
    if rule is None or told.deadline is None:
        return [translate("times", "Reglerna säger inget om den. Mottagningen avgör.")]
    limit = translate("times", "Gränsen: {deadline}, {hours} före.")
    name = ", ".join(filter(None, (region, label(rule.care_type).lower())))
    by = translate("times", "Regel: {name} (regler nr {edition}).").format(
        name=name, edition=told.edition
    )
    lines = [
        limit.format(deadline=moment_words(told.deadline), hours=hours_words(rule.hours)),
        f"{by} {translate('times', 'Källa: {source}.').format(source=rule.source)}"
        if rule.source
        else by,
    ]
    return [*lines, *_outcome(told)]


def _outcome(told: Assessment) -> list[str]:
    if told.code is FeeCode.FEE:
        words = translate(
            "times", "Avgiften är {amount} kr enligt reglerna. Mottagningen beslutar om den."
        )
        return [words.format(amount=told.amount)]
    if told.code is FeeCode.NONE_EXCEPTION:
        return [translate("times", "Skälet antecknas. Mottagningen avgör om det är ett undantag.")]
    return []


def consequences(told: Assessment) -> list[str]:
    """What it means that the unit cancels, and too late (DOMAIN §6.1)."""
    if told.code is not FeeCode.NONE_BY_UNIT:
        return []
    lines = [translate("times", "Patienten betalar inget för den här tiden.")]
    if told.free_next:
        lines.append(translate("times", "Nästa planerade besök för samma sak är avgiftsfritt."))
    if told.travel_paid:
        lines.append(translate("times", "Mottagningen ersätter också resan."))
    return lines


def to_say(told: Assessment | None, booking: Booking, facts: CancelFacts) -> str:
    """The sentence to say aloud.  It never promises that nobody will have to pay (DOMAIN §6.2)."""
    if facts.reason is CancelReason.DECEASED:
        return translate("times", "Jag beklagar sorgen. Jag avbokar tiden.")
    if booking.kind is BookingKind.OPEN_INVITATION:
        return translate("times", "Jag tackar nej till kallelsen åt dig.")
    if told is None or told.rule is None:
        return translate("times", "Mottagningen kan svara på om avbokningen kostar något.")
    if facts.by is CancelledBy.UNIT:
        return translate(
            "times",
            "Mottagningen har avbokat tiden. Enligt regionens regler ska du inte betala för den;"
            " mottagningen beslutar.",
        )
    return _said_of(told)


def _said_of(told: Assessment) -> str:
    if not told.late:
        return translate("times", "Du avbokar i tid.")
    if told.code is FeeCode.NONE_EXCEPTION:
        return translate(
            "times",
            "Du avbokar senare än gränsen. Jag antecknar skälet. Mottagningen bedömer det och kan"
            " skicka en faktura.",
        )
    return translate("times", "Du avbokar senare än gränsen. Mottagningen kan skicka en faktura.")


def to_say_booked(unit: str, at: datetime, *, moved: bool = False) -> str:
    """What is said of a time that has been booked."""
    words = translate("times", "Din tid är {when} på {unit}.")
    if moved:
        words = translate("times", "Din nya tid är {when} på {unit}. Den gamla tiden är avbokad.")
    return words.format(when=moment_words(at), unit=unit)


def times_words(times: Sequence[datetime]) -> str:
    """Other times that are free, on one line."""
    return ", ".join(listed_when(at) for at in times)
