"""What may stand in a booking that comes from a unit's own system."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kundcenter.domain.bookings import BookingInvalid, BookingKind
from kundcenter.domain.calendar import is_instant
from kundcenter.domain.imported_bookings import ImportedBooking
from kundcenter.domain.people import NameInvalid, clean_name
from kundcenter.domain.text import line

SOURCE_LIMIT = 80  # characters of a number in the unit's own system
HSA_LIMIT = 64
CODE_LIMIT = 100
LAST_ROW = 10_000_000  # of a file
EARLIEST = datetime(2005, 1, 1, tzinfo=UTC)  # before it the calendar's holidays are others
LATEST = datetime(2200, 1, 1, tzinfo=UTC)
LONGEST_VISIT = timedelta(days=366)  # an admission may be booked too


def checked_row(row: ImportedBooking) -> ImportedBooking:
    """The row as it is stored.  Raises BookingInvalid, TextInvalid."""
    if not 0 < row.row <= LAST_ROW:
        raise BookingInvalid(field="row")
    for name in ("starts_at", "ends_at"):
        at = getattr(row, name)
        open_invitation = row.kind is BookingKind.OPEN_INVITATION
        if (at is None) is not open_invitation:
            raise BookingInvalid(field=name)
        if at is not None and not (is_instant(at) and EARLIEST <= at < LATEST):
            raise BookingInvalid(field=name)
    starts, ends = row.starts_at, row.ends_at
    if starts and ends and not timedelta() < ends - starts <= LONGEST_VISIT:
        raise BookingInvalid(field="ends_at")
    checked = replace(
        row,
        hsa_id=line(row.hsa_id, "hsa_id", limit=HSA_LIMIT),
        source=line(row.source, "source", limit=SOURCE_LIMIT),
        time_type=line(row.time_type, "time_type", limit=CODE_LIMIT),
        purpose=line(row.purpose, "purpose"),
        performer=line(row.performer, "performer"),
        resource=line(row.resource, "resource"),
        given_name=_name(row.given_name, "given_name"),
        family_name=_name(row.family_name, "family_name"),
    )
    if not checked.hsa_id:
        raise BookingInvalid(field="hsa_id")
    if not checked.source:
        raise BookingInvalid(field="source")
    return checked


def _name(text: str, field: str) -> str:
    """A name, or none.  Raises BookingInvalid."""
    if not text.strip():
        return ""
    try:
        return clean_name(text)
    except NameInvalid:
        raise BookingInvalid(field=field) from None
