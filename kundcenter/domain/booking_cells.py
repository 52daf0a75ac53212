"""One cell of a file of booked times or free times: from text to what is kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kundcenter.domain.booking_sheets import (
    SOURCE_LIMIT,
    BookingFault,
    Unusable,
    as_booking_fault,
    care_by_word,
    must_say,
    number_of,
    one_of,
    swedish_instant,
)
from kundcenter.domain.bookings import BookingKind
from kundcenter.domain.capacity import MOST_SEATS
from kundcenter.domain.people import NAME_LIMIT
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.domain.unit_cells import flag_of
from kundcenter.domain.unit_sheets import Wrong, hsa_id_of

_CLOCK = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})[ T]([0-9]{2})[:.]([0-9]{2})(?::([0-9]{2}))?")
_DIGITS = re.compile("([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})")
_KINDS = {
    **dict.fromkeys(("", "bokad", "bokad tid", "booked"), BookingKind.BOOKED),
    **dict.fromkeys(
        ("tidsatt_kallelse", "tidsatt kallelse", "kallelse", "invitation"),
        BookingKind.TIMED_INVITATION,
    ),
    **dict.fromkeys(
        ("oppen_kallelse", "öppen kallelse", "open invitation"), BookingKind.OPEN_INVITATION
    ),
}


def instant_of(text: str) -> datetime | None:
    """A Swedish clock's YYYY-MM-DD HH:MM, or crm:scheduling's fourteen digits; None for nothing.

    Raises Unusable.
    """
    said = one_of(text)
    if not said:
        return None
    match = _CLOCK.fullmatch(said) or _DIGITS.fullmatch(said)
    if match is None:
        raise Unusable(BookingFault.INSTANT)
    try:
        at = datetime(*(int(part or 0) for part in match.groups()))  # type: ignore[arg-type]  # noqa: DTZ001 (a clock's)
    except ValueError:
        raise Unusable(BookingFault.INSTANT) from None
    return swedish_instant(at)


def when(text: str) -> datetime:
    """As `instant_of`, but never nothing.  Raises Unusable."""
    found = instant_of(text)
    if found is None:
        raise Unusable(BookingFault.MISSING)
    return found


def unit_of(text: str) -> str:
    """An HSA-id.  Raises Unusable."""
    try:
        return hsa_id_of(text)
    except Wrong as wrong:
        raise Unusable(as_booking_fault(wrong.fault)) from None


def source_of(text: str) -> str:
    """The number in the unit's own system.  Raises Unusable."""
    return must_say(text, limit=SOURCE_LIMIT)


def sort_of(text: str) -> BookingKind:
    """Booked, timed or open invitation; nothing is booked.  Raises Unusable."""
    word = one_of(text).lower()
    if word not in _KINDS:
        raise Unusable(BookingFault.KIND)
    return _KINDS[word]


def allowed(text: str) -> bool:
    """Ja or nej; an empty cell is nej: what is not there is not allowed.  Raises Unusable."""
    try:
        return flag_of(text)
    except Wrong as wrong:
        raise Unusable(as_booking_fault(wrong.fault)) from None


def perhaps(text: str) -> bool | None:
    """Ja, nej, or nothing said.  Raises Unusable."""
    return allowed(text) if one_of(text) else None


def places_of(text: str) -> int:
    """How many can come at the time; nothing is one.  Raises Unusable."""
    said = one_of(text) or "1"
    if not re.fullmatch("[0-9]{1,4}", said) or not 1 <= int(said) <= MOST_SEATS:
        raise Unusable(BookingFault.PLACES)
    return int(said)


def _line(text: str) -> str:
    return one_of(text, limit=LINE_LIMIT)


def _own_number(text: str) -> str:
    return one_of(text, limit=SOURCE_LIMIT)


def _name(text: str) -> str:
    return one_of(text, limit=NAME_LIMIT)


@dataclass(frozen=True, slots=True)
class BookingColumn:
    """One column: its heading, the headings that mean the same, and how its cell is read.

    `key` is the field of ImportedBooking or IncomingTime.
    """

    key: str
    heading: str
    also: tuple[str, ...]
    read: Callable[[str], Any]
    needed: bool = False


def booking_columns(today: date) -> tuple[BookingColumn, ...]:
    """Those of a file of bookings; `today` tells which century a short number means."""
    return (
        BookingColumn(
            "identity",
            "personnummer",
            ("person", "personal number"),
            lambda text: number_of(text, today),
            True,
        ),
        BookingColumn("hsa_id", "hsa-id", ("hsaid", "hsa id"), unit_of, True),
        BookingColumn(
            "source",
            "boknings-id",
            ("bokningsid", "bookingid", "booking id"),
            source_of,
            True,
        ),
        BookingColumn("kind", "typ", ("kind", "type"), sort_of),
        BookingColumn("starts_at", "start", ("starts",), instant_of, True),
        BookingColumn("ends_at", "slut", ("end", "ends"), instant_of, True),
        BookingColumn("care_type", "vårdtyp", ("care type",), care_by_word),
        BookingColumn("time_type", "tidstyp", ("time type",), one_of),
        BookingColumn("purpose", "ändamål", ("purpose",), _line),
        BookingColumn("performer", "vårdgivare", ("performer",), _line),
        BookingColumn("resource", "resurs", ("resource",), _line),
        BookingColumn("cancel_allowed", "får avbokas", ("cancel allowed",), allowed),
        BookingColumn("rebook_allowed", "får ombokas", ("rebooking allowed",), allowed),
        BookingColumn("message_allowed", "får meddelas", ("message allowed",), allowed),
        BookingColumn("preliminary", "preliminär", ("preliminary",), allowed),
        BookingColumn("by_phone", "på telefon", ("by phone",), allowed),
        BookingColumn("letter_by_mediation", "förmedlad kallelse", ("mediated letter",), allowed),
        BookingColumn("given_name", "förnamn", ("given name", "first name"), _name),
        BookingColumn("family_name", "efternamn", ("family name", "last name"), _name),
    )


TIME_COLUMNS = (
    BookingColumn("hsa_id", "hsa-id", ("hsaid", "hsa id"), unit_of, True),
    BookingColumn("starts_at", "start", ("starts",), when, True),
    BookingColumn("ends_at", "slut", ("end", "ends"), when, True),
    BookingColumn("time_type", "tidstyp", ("time type",), must_say, True),
    BookingColumn("source", "tid-id", ("tidid", "time id"), _own_number),
    BookingColumn("capacity", "platser", ("places",), places_of),
    BookingColumn("care_type", "vårdtyp", ("care type",), care_by_word),
    BookingColumn("performer", "vårdgivare", ("performer",), _line),
    BookingColumn("resource", "resurs", ("resource",), _line),
    BookingColumn("within_guarantee", "inom vårdgarantin", ("within guarantee",), perhaps),
)
# A file with one of these is of bookings; what has neither is of free times.
OF_BOOKINGS = frozenset(
    {"personnummer", "person", "personal number"}
    | {"boknings-id", "bokningsid", "bookingid", "booking id"}
)
