"""Booked times and invitations, and what their own flags allow (DOMAIN §6.3, crm:scheduling)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kundcenter.errors import NotFound, Refused


class ResultCode(StrEnum):
    """The result codes of crm:scheduling 2.0 (DOMAIN §6.3); the screen finds the words."""

    OK = "OK"
    INFO = "INFO"
    ERROR = "ERROR"
    RESERVED = "REQUESTED_TIME_IS_ALREADY_RESERVED"
    PASSED = "REQUESTED_TIME_HAS_ALREADY_PASSED"
    NOT_AVAILABLE = "REQUESTED_TIME_IS_NO_LONGER_AVAILABLE"
    TOO_LATE_TO_BOOK = "TOO_LATE_TO_MAKE_APPOINTMENT"
    OCCUPIED = "USER_IS_ALREADY_OCCUPIED"
    BOOKING_NOT_ALLOWED = "APPOINTMENT_IS_NOT_ALLOWED"
    ALREADY_CANCELLED = "APPOINTMENT_IS_ALREADY_CANCELED"
    ALREADY_UPDATED = "APPOINTMENT_IS_ALREADY_UPDATED"
    TOO_LATE_TO_UPDATE = "TOO_LATE_TO_UPDATE_APPOINTMENT"
    DOES_NOT_EXIST = "APPOINTMENT_DOES_NOT_EXIST"
    UPDATE_NOT_ALLOWED = "UPDATE_APPOINTMENT_IS_NOT_ALLOWED"
    TOO_LATE_TO_CANCEL = "TOO_LATE_TO_CANCEL_APPOINTMENT"
    CANCEL_NOT_ALLOWED = "CANCEL_IS_NOT_ALLOWED"
    ALREADY_CONFIRMED = "APPOINTMENT_IS_ALREADY_CONFIRMED"
    TOO_LATE_TO_CONFIRM = "TOO_LATE_TO_CONFIRM_APPOINTMENT"
    CONFIRM_NOT_ALLOWED = "CONFIRM_IS_NOT_ALLOWED"


class BookingNotFound(NotFound):
    """No booking has the id.  Facts: id."""

    code = "booking.not_found"


class BookingRefused(Refused):
    """A rule of the booking stands against it.  Facts: id, result (a ResultCode), times."""

    code = "booking.refused"


class BookingUnverified(Refused):
    """The caller's answer to the control question is not of any of the person's bookings.

    Facts: left (how many more answers may be tried in this call).
    """

    code = "booking.unverified"


class BookingInvalid(Refused):
    """What is known of a booking cannot be kept.  Facts: field, row (from 1, in a file)."""

    code = "booking.invalid"


class BookingKind(StrEnum):
    BOOKED = "BOKAD"
    TIMED_INVITATION = "TIDSATT_KALLELSE"  # changed with UpdateBooking, and then a booking
    OPEN_INVITATION = "OPPEN_KALLELSE"  # has no time yet; booked with MakeBooking


class BookingState(StrEnum):
    STANDING = "STAENDE"
    CANCELLED = "AVBOKAD"
    REBOOKED = "OMBOKAD"  # another booking took its place: `replaced_by`
    VISITED = "GENOMFORD"
    MISSED = "UTEBLIVEN"


class CareType(StrEnum):
    SPECIALIST = "SPECIALISTVARD"
    OTHER = "OVRIG_VARD"  # vårdcentral, kvinnohälsovård …


@dataclass(frozen=True, slots=True)
class Booking:
    """One person's time at a unit, or an invitation to take one.

    The flags are the booking's own: present and true, or not allowed (DOMAIN rule 23).
    `times` are None for an open invitation.  The chain of rebookings goes by `replaces` and
    `replaced_by`.  `source` is the number that the unit's own booking system gives it.
    """

    id: UUID
    person_id: UUID
    unit_id: UUID
    kind: BookingKind
    state: BookingState
    state_at: datetime
    starts_at: datetime | None
    ends_at: datetime | None
    timeslot_id: UUID | None = None
    seat: int = 0
    care_type: CareType = CareType.OTHER
    time_type: str = ""
    purpose: str = field(default="", repr=False)
    performer: str = ""
    cancel_allowed: bool = False
    rebook_allowed: bool = False
    message_allowed: bool = False
    preliminary: bool = False
    by_phone: bool = False  # called, not visited
    letter_by_mediation: bool = False  # the invitation went by Skatteverket's mediation
    source: str = ""
    made_at: datetime | None = None
    made_by: UUID | None = None
    call_id: UUID | None = None
    replaces: UUID | None = None
    replaced_by: UUID | None = None
    free_next: bool = (
        False  # the unit cancelled too late: the next visit for the same issue is free
    )

    @property
    def standing(self) -> bool:
        return self.state is BookingState.STANDING

    def comes(self, day_start: datetime) -> bool:
        """Whether it stands and is of the day that begins then or later, or has no time yet."""
        return self.standing and (self.starts_at is None or self.starts_at >= day_start)

    def meets(self, other: Booking) -> bool:
        """Whether both stand and one goes on while the other does."""
        if not (self.standing and other.standing):
            return False
        if self.starts_at is None or other.starts_at is None:
            return False
        ends = self.ends_at or self.starts_at, other.ends_at or other.starts_at
        return self.starts_at < ends[1] and other.starts_at < ends[0]

    def must_stand(self) -> None:
        """Raise BookingRefused unless it stands: what it is now says why."""
        if not self.standing:
            raise BookingRefused(id=self.id, result=_NOT_STANDING[self.state])

    def told(self, state: BookingState, at: datetime) -> Booking:
        return replace(self, state=state, state_at=at)


_NOT_STANDING = {
    BookingState.CANCELLED: ResultCode.ALREADY_CANCELLED,
    BookingState.REBOOKED: ResultCode.ALREADY_UPDATED,
    BookingState.VISITED: ResultCode.PASSED,
    BookingState.MISSED: ResultCode.PASSED,
}


class Control(StrEnum):
    """What the caller is asked before anything of a booking is said (DOMAIN §6.4)."""

    UNIT = "ENHET"
    DATE = "DATUM"
