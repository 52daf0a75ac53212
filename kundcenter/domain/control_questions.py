"""The one question that a caller answers before anything of a booking is said (DOMAIN §6.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from kundcenter.domain.bookings import Booking, BookingInvalid, Control
from kundcenter.domain.calendar import local
from kundcenter.domain.names import words
from kundcenter.domain.text import line
from kundcenter.domain.unit_cards import UnitCard
from kundcenter.domain.units import hsa_key

TRIES = 3  # answers in one call about one person

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
_SLASH = re.compile(r"(\d{1,2})[/.](\d{1,2})\.?(?:[ /.-]*(\d{4}))?")
_SPOKEN = re.compile(
    r"(?:[a-zåäö]+dag(?:en)?[ ,]*)?(?:den )?(\d{1,2})(?::?e)? ([a-z]{3,9})\.?(?: (\d{4}))?"
)
# What half of all units are called tells nothing of which one is meant.
_ANY_UNIT = frozenset(
    words("vårdcentral vårdcentralen mottagning mottagningen klinik kliniken avdelning avdelningen")
    + words("sjukhus sjukhuset enhet enheten läkarhus läkarhuset akut akuten på i till och")
)

Day = tuple[int, int, int | None]  # month, day, and the year if it was said


def answer_fits(
    control: Control, answer: str, bookings: Iterable[Booking], cards: Mapping[UUID, UnitCard]
) -> bool:
    """Whether the answer is right of at least one of the bookings.

    Every booking is looked at, so that how long it takes tells nothing of which.  A unit is
    answered by its id, its HSA-id or a name of it; a date by year-month-day, `24/11` or `24
    november`.  Raises BookingInvalid for what nobody could read, whoever's bookings they are.
    """
    if control is Control.DATE:
        day = said_day(answer)
        right = [_is_day(day, each) for each in bookings]
    else:
        said = line(answer, "answer")
        if not said:
            raise BookingInvalid(field="answer")
        right = [_is_unit(said, cards.get(each.unit_id)) for each in bookings]
    return any(right)


def said_day(answer: str) -> Day:
    """The day that was said.  Raises BookingInvalid, TextInvalid."""
    said = line(answer, "answer").casefold()
    if match := _ISO.fullmatch(said):
        day: Day = int(match[2]), int(match[3]), int(match[1])
    elif match := _SLASH.fullmatch(said):
        day = int(match[2]), int(match[1]), _year(match[3])
    elif (match := _SPOKEN.fullmatch(said)) and match[2][:3] in _MONTHS:
        day = _MONTHS.index(match[2][:3]) + 1, int(match[1]), _year(match[3])
    else:
        raise BookingInvalid(field="answer")
    try:
        date(day[2] or 2024, day[0], day[1])  # a leap year: the 29th of February may be said
    except ValueError:
        raise BookingInvalid(field="answer") from None
    return day


def _year(text: str | None) -> int | None:
    return int(text) if text else None


def _is_day(day: Day, booking: Booking) -> bool:
    if booking.starts_at is None:
        return False
    on = local(booking.starts_at)
    return (on.month, on.day) == day[:2] and day[2] in {None, on.year}


def _is_unit(said: str, card: UnitCard | None) -> bool:
    if card is None:
        return False
    unit = card.unit
    if said == str(unit.id) or hsa_key(said) == hsa_key(unit.hsa_id):
        return True
    names = unit.name, card.details.public_name, *card.details.synonyms
    place = frozenset(words(unit.municipality))
    told = _telling(said, place)
    return bool(told) and any(told == _telling(name, place) for name in names)


def _telling(name: str, place: frozenset[str]) -> frozenset[str]:
    """The words that tell one unit from another; where it lies only when nothing else does."""
    found = frozenset(words(name)) - _ANY_UNIT
    return found - place or found
