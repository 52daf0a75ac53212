"""What the screen says of a unit: its address, its days, how old what we know is, what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from kundcenter.domain.calendar import DayClass, day_class, eve_on, holidays_on, local
from kundcenter.domain.opening import Hours, openings_on
from kundcenter.domain.opening_text import hours_text
from kundcenter.domain.redirects import Redirect
from kundcenter.domain.unit_cards import Criteria, Details, PhoneLine, Spot, UnitCard
from ui.badges import Badge
from ui.labels import label
from ui.numbers import shown_number
from ui.theme.colours import ToneName
from ui.times import clock, day_and_time, lately

OLD_AFTER = timedelta(days=180)  # then a unit has to look at its criteria again
MILLION = 1_000_000

_FIELDS: dict[str, object] = {
    "name": QT_TRANSLATE_NOOP("units", "Namn"),
    "kind": QT_TRANSLATE_NOOP("units", "Typ"),
    "municipality": QT_TRANSLATE_NOOP("units", "Kommun"),
    "phone": QT_TRANSLATE_NOOP("units", "Telefon"),
    "hsa_id": QT_TRANSLATE_NOOP("units", "HSA-id"),
    "public_name": QT_TRANSLATE_NOOP("units", "Namn utåt"),
    "street": QT_TRANSLATE_NOOP("units", "Gata"),
    "postal": QT_TRANSLATE_NOOP("units", "Postadress"),
    "way": QT_TRANSLATE_NOOP("units", "Hitta dit"),
    "spot": QT_TRANSLATE_NOOP("units", "Läge på kartan"),
    "hours": QT_TRANSLATE_NOOP("units", "Öppettider"),
    "lines": QT_TRANSLATE_NOOP("units", "Telefonlinjer"),
    "notices": QT_TRANSLATE_NOOP("units", "Tillfällig information"),
    "related": QT_TRANSLATE_NOOP("units", "Andra enheter"),
    "synonyms": QT_TRANSLATE_NOOP("units", "Kallas även"),
    "queue": QT_TRANSLATE_NOOP("units", "Har teleQ"),
    "bookable": QT_TRANSLATE_NOOP("units", "Kan bokas från 1177"),
    "web": QT_TRANSLATE_NOOP("units", "Webbplats"),
    "youngest": QT_TRANSLATE_NOOP("units", "Från ålder"),
    "oldest": QT_TRANSLATE_NOOP("units", "Till och med ålder"),
    "takes": QT_TRANSLATE_NOOP("units", "Tar emot för"),
    "refuses": QT_TRANSLATE_NOOP("units", "Tar inte emot för"),
    "send_here": QT_TRANSLATE_NOOP("units", "Skicka hit"),
    "not_here": QT_TRANSLATE_NOOP("units", "Skicka inte hit"),
    "signed_off_on": QT_TRANSLATE_NOOP("units", "Godkänt den"),
    "signed_off_by": QT_TRANSLATE_NOOP("units", "Godkänt av"),
    "retired": QT_TRANSLATE_NOOP("units", "Ur bruk"),
}


def field_word(name: str) -> str:
    """What a field of a unit's card is called."""
    return QCoreApplication.translate("units", str(_FIELDS[name]))


def address(details: Details) -> str:
    """Street and postal address in a line."""
    return ", ".join(filter(None, (details.street, details.postal)))


def age_badge(criteria: Criteria, now: datetime) -> Badge:
    """When the unit looked at it last; a warning when that is long ago or never was."""
    translate = QCoreApplication.translate
    day = criteria.signed_off_on
    if day is None:
        return Badge(translate("units", "Inte godkänt av enheten"), ToneName.WARNING, "warning")
    days = (local(now).date() - day).days
    if days > OLD_AFTER.days:
        words = translate("units", "Godkänt {day}, för {days} dagar sedan")
        return Badge(words.format(day=day, days=days), ToneName.WARNING, "clock")
    return Badge(translate("units", "Godkänt {day}").format(day=day), ToneName.SUCCESS, "check")


def ages_text(criteria: Criteria) -> str:
    """For which ages; nothing when for all."""
    translate, youngest, oldest = QCoreApplication.translate, criteria.youngest, criteria.oldest
    if youngest is not None and oldest is not None:
        words = translate("units", "{youngest}–{oldest} år")
    elif youngest is not None:
        words = translate("units", "från {youngest} år")
    elif oldest is not None:
        words = translate("units", "till och med {oldest} år")
    else:
        return ""
    return words.format(youngest=youngest, oldest=oldest)


def day_word(day: date) -> str:
    """mån 16 nov"""
    locale = QLocale()
    form = QLocale.FormatType.ShortFormat
    name = locale.dayName(day.isoweekday(), form).rstrip(".")
    return f"{name} {day.day} {locale.monthName(day.month, form).rstrip('.')}"


def day_kind(day: date) -> str:
    """Why a day is no ordinary weekday: its feast or eve by name; nothing when it is."""
    named = holidays_on(day)
    if named:
        return str(named[0])
    eve = eve_on(day)
    if eve is not None:
        return str(eve)
    if day_class(day) is DayClass.SON_OCH_HELGDAG and day.isoweekday() != 7:
        return QCoreApplication.translate("units", "helgdag")
    return ""


def openings_text(hours: Hours, day: date) -> str:
    """The times of one day, with their comments; told as well when it is closed all day."""
    translate = QCoreApplication.translate
    spans = openings_on(hours, day)
    other = next((each for each in hours.exceptions if each.first <= day <= each.last), None)
    remark = other.comment if other is not None else ""
    if not spans:
        words = translate("units", "stängt")
        return f"{words} ({remark})" if remark else words
    told = []
    for opens, closes, comment in spans:
        until = (
            "24:00" if local(closes).date() > day and clock(closes) == "00:00" else clock(closes)
        )
        told.append(f"{clock(opens)}–{until}" + (f" ({comment})" if comment else ""))
    return ", ".join(told)


def until_text(at: datetime | None, now: datetime) -> str:
    """till 18:00; nothing when there is no end"""
    if at is None:
        return ""
    return QCoreApplication.translate("units", "till {time}").format(time=lately(at, now))


def redirect_text(redirect: Redirect, name: Callable[[UUID | None], str], now: datetime) -> str:
    """Omdirigering gäller: X → Y till 18:00. Skäl: …"""
    translate = QCoreApplication.translate
    unit, to = name(redirect.unit_id) or "–", name(redirect.to_id)
    until = until_text(redirect.ends_at, now) or translate("units", "tills vidare")
    if redirect.to_id is None:
        words = translate(
            "units", "Omdirigering gäller: skicka ingen till {unit} {until}. Skäl: {why}"
        )
    else:
        words = translate("units", "Omdirigering gäller: {unit} → {to} {until}. Skäl: {why}")
    return words.format(unit=unit, to=to or "–", until=until, why=redirect.reason)


def spot_text(spot: Spot | None) -> str:
    """57.782600, 14.161800; nothing when it is not known."""
    return "" if spot is None else f"{_degrees(spot.latitude)}, {_degrees(spot.longitude)}"


def read_spot(text: str) -> Spot | None:
    """A place written in degrees with a point, the latitude first; None for an empty text.

    Raises ValueError when it is none.
    """
    if not text.strip():
        return None
    north, east = (_millionths(part) for part in text.replace(";", ",").split(","))
    if not (-90 * MILLION <= north <= 90 * MILLION and -180 * MILLION <= east <= 180 * MILLION):
        raise ValueError(text)
    return Spot(north, east)


def differences(older: UnitCard, newer: UnitCard) -> tuple[tuple[str, str, str], ...]:
    """The fields that differ: the field's word, what stood there, what stands there now."""
    pairs = (
        (older.unit, newer.unit),
        (older.details, newer.details),
        (older.details.criteria, newer.details.criteria),
    )
    found = [each for before, after in pairs for each in _differing(before, after)]
    if (older.retired_at is None) != (newer.retired_at is None):
        stood, stands = (_said(each.retired_at is not None) for each in (older, newer))
        found.append((field_word("retired"), stood, stands))
    return tuple(found)


def _differing(before: Any, after: Any) -> Iterator[tuple[str, str, str]]:
    for each in fields(before):
        stood, stands = getattr(before, each.name), getattr(after, each.name)
        if each.name in _FIELDS and stood != stands:
            yield field_word(each.name), _said(stood) or "–", _said(stands) or "–"


def _said(value: Any) -> str:
    """A value of a card in words."""
    translate = QCoreApplication.translate
    match value:
        case bool():
            return translate("units", "ja") if value else translate("units", "nej")
        case None:
            return ""
        case Hours():
            return hours_text(value)
        case Spot():
            return spot_text(value)
        case tuple() | frozenset():
            each = [_part(part) for part in value]
            return "; ".join(sorted(each) if isinstance(value, frozenset) else each)
        case _:
            return _part(value)


def _part(value: Any) -> str:
    if isinstance(value, PhoneLine):
        told = (label(value.function), shown_number(value.number), value.comment)
        return " ".join(filter(None, told))
    if hasattr(value, "starts_at") and hasattr(value, "text"):
        ends = f"–{day_and_time(value.ends_at)}" if value.ends_at else "–"
        return f"{day_and_time(value.starts_at)}{ends} {value.text}"
    if hasattr(value, "hsa_id"):
        return f"{label(value.kind)} {value.hsa_id}"
    try:
        return label(value)
    except (KeyError, AttributeError, TypeError):
        return str(value)


def _degrees(millionths: int) -> str:
    whole, part = divmod(abs(millionths), MILLION)
    return f"{'-' if millionths < 0 else ''}{whole}.{part:06}"


def _millionths(text: str) -> int:
    """Without a float: 57.7826 is 57 782 600."""
    sign = -1 if text.strip().startswith("-") else 1
    whole, _, part = text.strip().lstrip("+-").partition(".")
    if not whole.isdecimal() or (part and not part.isdecimal()):
        raise ValueError(text)
    return sign * (int(whole) * MILLION + int(part[:6].ljust(6, "0") or "0"))
