"""A file of booked times or of free times as it was read: every row, or every fault with its line.

With any fault no row is given out, so that nobody brings in half a file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from kundcenter.domain import identity
from kundcenter.domain.bookings import BookingKind, CareType
from kundcenter.domain.calendar import at_clock, local
from kundcenter.domain.identity import IdKind, PersonId, PersonIdInvalid
from kundcenter.domain.imported_bookings import ImportedBooking, IncomingTime
from kundcenter.domain.unit_sheets import ROW_LIMIT, RowFault, Wrong, one_line
from kundcenter.errors import Refused

FAULTS_TOLD = 100  # nobody reads more of them
SOURCE_LIMIT = 64  # characters of a number in the unit's own system
CODE_LIMIT = 100
LONGEST = timedelta(hours=24)  # of one visit
_YEARS = range(2000, 2100)


class BookingFileTooLarge(Refused):
    """The file holds more than booked times.  Facts: size, limit (bytes)."""

    code = "booking.file_too_large"


class BookingFault(StrEnum):
    """Why a row cannot be used, or the whole file.  Those that RowFault has too are the same."""

    NO_HEADINGS = "no_headings"  # one that is needed is missing: `column` says which
    HEADING = "heading"
    HEADING_TWICE = "heading_twice"
    CELLS = "cells"
    QUOTES = "quotes"
    MISSING = "missing"
    HSA_ID = "hsa_id"
    FLAG = "flag"  # neither true nor false
    TOO_LONG = "too_long"
    SIGNS = "signs"
    LETTERS = "letters"
    REPEATED = "repeated"  # the number stands in the file already, of the same unit
    TOO_MANY = "too_many"
    NOTHING = "nothing"  # no row at all
    MARKUP = "markup"
    DOCTYPE = "doctype"
    NESTED = "nested"
    NUMBER = "number"  # no person's number
    INSTANT = "instant"  # no time, or one that no Swedish clock shows
    ORDER = "order"  # it ends before it begins, or lasts more than a day
    KIND = "kind"  # the sort of booking is unknown, or does not go with its times
    CARE = "care"  # the sort of care is unknown
    PLACES = "places"  # not a number of places, 1–500
    TWICE = "twice"  # an element that may stand once stands again
    PLACEMENT = "placement"  # no id of a place in a queue
    OUTCOME = "outcome"  # the outcome of a call-back is unknown
    DIGITS = "digits"  # a number in a text that holds none
    UNREADABLE = "unreadable"  # one of several files: too large, no text, or not to be opened
    NOT_RIV = "not_riv"  # XML of something else than crm:scheduling's two answers


class Unusable(Exception):
    """One cell cannot be used.  Never leaves the readers of files."""

    def __init__(self, fault: BookingFault, column: str = "") -> None:
        super().__init__(fault)
        self.fault, self.column = fault, column


@dataclass(frozen=True, slots=True)
class SheetFault:
    """What is wrong, on which line (from 1), under which heading or in which element."""

    line: int
    fault: BookingFault
    column: str = ""


@dataclass(frozen=True, slots=True)
class BookingSheet:
    """What was read: bookings or free times, never both; nothing as soon as there is a fault.

    `seen` counts the rows of the file; `encoding` is how it was read.
    """

    bookings: tuple[ImportedBooking, ...] = ()
    times: tuple[IncomingTime, ...] = ()
    faults: tuple[SheetFault, ...] = ()
    seen: int = 0
    encoding: str = ""


@dataclass(slots=True)
class Collecting:
    """Rows and faults as they come from a file."""

    _bookings: list[ImportedBooking] = field(default_factory=list)
    _times: list[IncomingTime] = field(default_factory=list)
    _faults: list[SheetFault] = field(default_factory=list)
    _met: set[str] = field(default_factory=set)
    _seen: int = 0

    @property
    def full(self) -> bool:
        """Whether there is nothing more to be gained from reading on."""
        return len(self._faults) >= FAULTS_TOLD or self._seen > ROW_LIMIT

    def add(self, row: ImportedBooking | IncomingTime) -> None:
        """A row that could be read; its number may still have been met."""
        self._seen += 1
        if self._seen > ROW_LIMIT:
            self.fault(row.row, BookingFault.TOO_MANY)
        elif row.key in self._met:
            self.fault(row.row, BookingFault.REPEATED)
        elif isinstance(row, ImportedBooking):
            self._bookings.append(row)
        else:
            self._times.append(row)
        self._met.add(row.key)

    def refuse(self, line: int, wrong: Unusable) -> None:
        """A row with a fault."""
        self._seen += 1
        self.fault(line, wrong.fault, wrong.column)

    def fault(self, line: int, fault: BookingFault, column: str = "") -> None:
        self._faults.append(SheetFault(line, fault, column))

    def sheet(self, line: int, encoding: str = "") -> BookingSheet:
        """All that was read; `line` is the last one's."""
        if not (self._bookings or self._times or self._faults):
            self.fault(line, BookingFault.NOTHING)
        if self._faults:
            told = tuple(self._faults[:FAULTS_TOLD])
            return BookingSheet(faults=told, seen=self._seen, encoding=encoding)
        return BookingSheet(
            tuple(self._bookings), tuple(self._times), seen=self._seen, encoding=encoding
        )


def as_booking_fault(fault: RowFault) -> BookingFault:
    """The same fault of a text, of whichever file it stands in."""
    return BookingFault(fault.value)


def one_of(text: str, *, limit: int = CODE_LIMIT) -> str:
    """One line.  Raises Unusable."""
    try:
        return one_line(text, limit=limit)
    except Wrong as wrong:
        raise Unusable(as_booking_fault(wrong.fault)) from None


def must_say(text: str, *, limit: int = CODE_LIMIT) -> str:
    """One line that is not empty.  Raises Unusable."""
    said = one_of(text, limit=limit)
    if not said:
        raise Unusable(BookingFault.MISSING)
    return said


def number_of(text: str, today: date) -> PersonId:
    """A person's number in any spelling; our own mark of the unidentified is none.

    Raises Unusable.
    """
    try:
        found = identity.parse(must_say(text), today).person_id
    except PersonIdInvalid:
        raise Unusable(BookingFault.NUMBER) from None
    if found.kind is IdKind.OKAND:
        raise Unusable(BookingFault.NUMBER)
    return found


def swedish_instant(at: datetime) -> datetime:
    """What a Swedish clock shows, in UTC; of the hour that comes twice the first is meant.

    `at` has no zone.  Raises Unusable for the hour that no clock shows in spring.
    """
    if at.year not in _YEARS:  # first: the year 1 begins before any instant there is
        raise Unusable(BookingFault.INSTANT)
    found = at_clock(at.date(), at.time())
    if local(found).replace(tzinfo=None) != at:
        raise Unusable(BookingFault.INSTANT)
    return found


def must_follow(starts_at: datetime, ends_at: datetime) -> None:
    """Raise Unusable unless the end comes after the beginning, within a day."""
    if not timedelta() < ends_at - starts_at <= LONGEST:
        raise Unusable(BookingFault.ORDER)


def must_fit(kind: BookingKind, starts_at: datetime | None, ends_at: datetime | None) -> None:
    """An open invitation has no times; everything else has both, in order.  Raises Unusable."""
    if kind is BookingKind.OPEN_INVITATION:
        if starts_at is not None or ends_at is not None:
            raise Unusable(BookingFault.KIND)
    elif starts_at is None or ends_at is None:
        raise Unusable(BookingFault.MISSING)
    else:
        must_follow(starts_at, ends_at)


def care_by_word(text: str) -> CareType | None:
    """The sort of care; None when nothing is said.  Raises Unusable."""
    word = one_of(text).lower()
    if not word:
        return None
    if word not in _CARE:
        raise Unusable(BookingFault.CARE)
    return _CARE[word]


_CARE = {
    **dict.fromkeys(("specialistvard", "specialistvård", "specialist"), CareType.SPECIALIST),
    **dict.fromkeys(
        ("ovrig_vard", "övrig vård", "övrig", "primärvård", "other"), CareType.OTHER
    ),
}  # fmt: skip
