"""Booked times and free times out of RIV-TA crm:scheduling 1.1 (DOMAIN §6.3, §9.4).

Read are saved answers, with their SOAP envelope or without: GetSubjectOfCareScheduleResponse has
bookings and timed invitations, GetAvailableTimeslotsResponse has free times.  Elements are known
by their namespaces; what is not named here is passed over.  An element that may stand once and
stands twice is a fault, for one of two flags would win.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import BinaryIO, TypeVar

from kundcenter.adapters.passing_markup import Element, Enough, PassingMarkup
from kundcenter.domain.booking_cells import source_of, unit_of, when
from kundcenter.domain.booking_files import time_source
from kundcenter.domain.booking_sheets import (
    BookingFault,
    BookingFileTooLarge,
    BookingSheet,
    Collecting,
    Unusable,
    as_booking_fault,
    must_follow,
    number_of,
    one_of,
)
from kundcenter.domain.bookings import BookingKind, CareType
from kundcenter.domain.imported_bookings import ImportedBooking, IncomingTime
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.domain.unit_sheets import FILE_LIMIT, RowFault

T = TypeVar("T")

CORE = "urn:riv:crm:scheduling:1"
ADDED = "urn:riv:crm:scheduling:1.1"
SCHEDULE = "urn:riv:crm:scheduling:GetSubjectOfCareScheduleResponder:1"
AVAILABLE = "urn:riv:crm:scheduling:GetAvailableTimeslotsResponder:1"

_ANSWERS = {
    (SCHEDULE, "GetSubjectOfCareScheduleResponse"): True,
    (AVAILABLE, "GetAvailableTimeslotsResponse"): False,
}
# What a TimeslotType has; `perfomer` is how the national schema spells it in another type, and
# some producers here too.
_NAMES = {
    **{
        (CORE, name): name
        for name in (
            "startTimeInclusive", "endTimeExclusive", "healthcare_facility", "performer",
            "bookingId", "subject_of_care", "purpose", "resourceName", "performerName",
            "resourceID", "timeTypeName", "timeTypeID", "careTypeName", "careTypeID",
            "cancel_booking_allowed", "rebooking_allowed", "message_allowed",
        )
    },
    (CORE, "perfomer"): "performer",
    (ADDED, "isInvitation"): "isInvitation",
}  # fmt: skip
_BOOLEAN = {"true": True, "1": True, "false": False, "0": False}  # xs:boolean


def read_scheduling(file: BinaryIO, today: date) -> BookingSheet:
    """The rows of an open file, from where it stands.

    Raises BookingFileTooLarge; everything else is a fault with its line.
    """
    return _Reader(today).read(file)


class _Reader(PassingMarkup):
    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._collecting = Collecting()
        self._booked: bool | None = None  # which answer it is; None before one was met
        self._detail: _Detail | None = None
        self._depth = 0

    def read(self, file: BinaryIO) -> BookingSheet:
        if self.feed(file, FILE_LIMIT, BookingFileTooLarge) and self._booked is None:
            self._collecting.fault(1, BookingFault.NOT_RIV)
        return self._collecting.sheet(self.line, self.encoding)

    def fault(self, line: int, fault: RowFault, name: str = "") -> None:
        self._collecting.fault(line, as_booking_fault(fault), name)

    def full(self) -> bool:
        return self._collecting.full

    def begin(self, element: Element) -> None:
        answer = _ANSWERS.get((element.space, element.name))
        if answer is not None:
            if self._booked is not None:  # an answer within an answer
                self._collecting.fault(element.line, BookingFault.NOT_RIV, element.name)
                raise Enough
            self._booked = answer
        elif self._booked is not None and self._detail is None and _is_detail(element):
            self._detail = _Detail(element.line)
            self._depth = len(self.open)

    def end(self, element: Element, text: str) -> None:
        detail = self._detail
        if detail is None:
            return
        if len(self.open) == self._depth:
            self._detail = None
            self._collect(detail)
        elif len(self.open) == self._depth + 1:
            name = _NAMES.get((element.space, element.name))
            if name is not None:
                detail.say(name, text, element.line)

    def _collect(self, detail: _Detail) -> None:
        try:
            if self._booked:
                self._collecting.add(_booking(detail, self._today))
            else:
                self._collecting.add(_time(detail))
        except Unusable as wrong:
            self._collecting.refuse(detail.line_of(wrong.column), wrong)
        if self._collecting.full:
            raise Enough


def _is_detail(element: Element) -> bool:
    return element.name == "timeslotDetail" and element.space in (SCHEDULE, AVAILABLE)


class _Detail:
    """One timeslotDetail that is being read; `line` is where it begins."""

    def __init__(self, line: int) -> None:
        self.line = line
        self._said: dict[str, tuple[str, int]] = {}
        self._twice = ""

    def say(self, name: str, text: str, line: int) -> None:
        if name in self._said:
            self._twice = self._twice or name
        self._said[name] = (text, line)

    def line_of(self, name: str) -> int:
        return self._said.get(name, ("", self.line))[1]

    def once(self) -> None:
        """Raise Unusable when an element stands twice."""
        if self._twice:
            raise Unusable(BookingFault.TWICE, self._twice)

    def read(self, name: str, reader: Callable[[str], T]) -> T:
        """What the element says, nothing where it is not there.  Raises Unusable."""
        try:
            return reader(self._said.get(name, ("", 0))[0])
        except Unusable as wrong:
            raise Unusable(wrong.fault, name) from None

    def first(self, *names: str) -> str:
        """The first element of the names that says something, on one line.  Raises Unusable."""
        said = (self.read(name, lambda text: one_of(text, limit=LINE_LIMIT)) for name in names)
        return next(filter(None, said), "")

    def flag(self, name: str) -> bool:
        """Present and true (DOMAIN §6.3).  Raises Unusable for what is no boolean."""
        if name not in self._said:
            return False
        found = _BOOLEAN.get(self._said[name][0])
        if found is None:
            raise Unusable(BookingFault.FLAG, name)
        return found


def _booking(detail: _Detail, today: date) -> ImportedBooking:
    detail.once()
    starts_at = detail.read("startTimeInclusive", when)
    ends_at = detail.read("endTimeExclusive", when)
    _must_follow(starts_at, ends_at)
    invited = detail.flag("isInvitation")
    return ImportedBooking(
        row=detail.line,
        hsa_id=detail.read("healthcare_facility", unit_of),
        source=detail.read("bookingId", source_of),
        identity=detail.read("subject_of_care", lambda text: number_of(text, today)),
        kind=BookingKind.TIMED_INVITATION if invited else BookingKind.BOOKED,
        starts_at=starts_at,
        ends_at=ends_at,
        care_type=_care(detail),
        time_type=detail.first("timeTypeID", "timeTypeName"),
        purpose=detail.first("purpose"),
        performer=detail.first("performerName", "performer"),
        resource=detail.first("resourceName", "resourceID"),
        cancel_allowed=detail.flag("cancel_booking_allowed"),
        rebook_allowed=detail.flag("rebooking_allowed"),
        message_allowed=detail.flag("message_allowed"),
    )


def _time(detail: _Detail) -> IncomingTime:
    detail.once()
    starts_at = detail.read("startTimeInclusive", when)
    ends_at = detail.read("endTimeExclusive", when)
    _must_follow(starts_at, ends_at)
    kind = detail.first("timeTypeID", "timeTypeName")
    if not kind:
        raise Unusable(BookingFault.MISSING, "timeTypeID")
    return IncomingTime(
        row=detail.line,
        hsa_id=detail.read("healthcare_facility", unit_of),
        source=time_source(
            starts_at, kind, detail.first("resourceID", "performer", "resourceName")
        ),
        time_type=kind,
        starts_at=starts_at,
        ends_at=ends_at,
        care_type=_care(detail),
        performer=detail.first("performerName", "performer"),
        resource=detail.first("resourceName", "resourceID"),
    )


def _must_follow(starts_at: datetime, ends_at: datetime) -> None:
    try:
        must_follow(starts_at, ends_at)
    except Unusable as wrong:
        raise Unusable(wrong.fault, "endTimeExclusive") from None


def _care(detail: _Detail) -> CareType | None:
    """Specialist care where the words say so; else the unit's kind will tell.

    careTypeID is each system's own code, so nothing is read out of it.
    """
    name = detail.first("careTypeName").lower()
    return CareType.SPECIALIST if "specialist" in name else None
