"""Booked times and free times that come in from a unit's own booking system, and what they change.

A booking is known again by its number there (`bookingId` of crm:scheduling) together with the
unit, for two systems may use the same number.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kundcenter.domain.bookings import Booking, BookingKind, CareType
from kundcenter.domain.identity import PersonId
from kundcenter.domain.units import UnitKind, hsa_key
from kundcenter.errors import Refused

IMPORT_LIMIT = 500  # rows in one operation; a file is brought in in several

# Whose care is not specialist care (DOMAIN §6.1): it has another time limit.
_OTHER_CARE = frozenset({UnitKind.PRIMARY_CARE, UnitKind.MOTHER_AND_CHILD, UnitKind.OUT_OF_HOURS})


# What the unit's system says of a booking, by the names that both values have.
_TOLD = (
    "kind", "starts_at", "ends_at", "time_type", "purpose", "performer", "cancel_allowed",
    "rebook_allowed", "message_allowed", "preliminary", "by_phone", "letter_by_mediation",
)  # fmt: skip


class RowsTooMany(Refused):
    """More rows at once than one operation takes.  Facts: count, limit."""

    code = "booking.too_many"


@dataclass(frozen=True, slots=True)
class ImportedBooking:
    """One booking or invitation as the unit's own system tells it.

    `row` is its line in the file.  `source` is its number there.  A flag that is not there is
    False (DOMAIN §6.3: present and true).  `care_type` None: the unit's kind tells it
    (`care_of`).  The names are for a person who is not registered yet; RIV has none.
    Times are UTC; both are None of an open invitation and of nothing else.
    """

    row: int
    hsa_id: str
    source: str
    identity: PersonId
    kind: BookingKind
    starts_at: datetime | None
    ends_at: datetime | None
    care_type: CareType | None = None
    time_type: str = ""
    purpose: str = field(default="", repr=False)
    performer: str = ""
    resource: str = ""
    cancel_allowed: bool = False
    rebook_allowed: bool = False
    message_allowed: bool = False
    preliminary: bool = False
    by_phone: bool = False
    letter_by_mediation: bool = False
    given_name: str = field(default="", repr=False)
    family_name: str = field(default="", repr=False)

    @property
    def key(self) -> str:
        """What `Booking.source` keeps of it."""
        return source_key(self.hsa_id, self.source)

    def changes(self, there: Booking, care_type: CareType) -> bool:
        """Whether the booking that is there says something else; what was done here stays."""
        return care_type is not there.care_type or any(
            getattr(self, name) != getattr(there, name) for name in _TOLD
        )


@dataclass(frozen=True, slots=True)
class IncomingTime:
    """One free time of a unit; `source` as in ImportedBooking, never empty."""

    row: int
    hsa_id: str
    source: str
    time_type: str
    starts_at: datetime
    ends_at: datetime
    capacity: int = 1
    care_type: CareType | None = None
    performer: str = ""
    resource: str = ""
    within_guarantee: bool | None = None

    @property
    def key(self) -> str:
        return source_key(self.hsa_id, self.source)


class RowRefusal(StrEnum):
    """Why a row that could be read cannot be brought in here."""

    UNIT = "unit"  # no unit has the HSA-id
    PERSON = "person"  # nobody has the number, and the row has no name to register
    REPEATED = "repeated"  # the booking stands in the rows twice
    OTHER_PERSON = "other_person"  # the booking is there, and is somebody else's


@dataclass(frozen=True, slots=True)
class RowProblem:
    """`row` is the line in the file."""

    row: int
    why: RowRefusal


@dataclass(frozen=True, slots=True)
class BookingPlan:
    """What an import would do.  With any problem nothing is brought in.

    `persons` are those who would be registered.  `ended` counts the bookings that are there and
    do not stand any more: nothing that comes in makes them stand again.
    """

    new: tuple[ImportedBooking, ...] = ()
    changed: tuple[ImportedBooking, ...] = ()
    same: int = 0
    ended: int = 0
    persons: frozenset[PersonId] = field(default=frozenset(), repr=False)
    problems: tuple[RowProblem, ...] = ()


def source_key(hsa_id: str, source: str) -> str:
    """One text for a number of a unit's system; spelt upper or lower case, a unit is the same."""
    return f"{hsa_key(hsa_id)}#{source}"


def care_of(kind: UnitKind) -> CareType:
    """Whether a unit of the kind gives specialist care."""
    return CareType.OTHER if kind in _OTHER_CARE else CareType.SPECIALIST


def repeated(rows: tuple[ImportedBooking, ...]) -> tuple[RowProblem, ...]:
    """The rows whose booking stands among them already.  Raises RowsTooMany."""
    if len(rows) > IMPORT_LIMIT:
        raise RowsTooMany(count=len(rows), limit=IMPORT_LIMIT)
    met: set[str] = set()
    found: list[RowProblem] = []
    for row in rows:
        if row.key in met:
            found.append(RowProblem(row.row, RowRefusal.REPEATED))
        met.add(row.key)
    return tuple(found)
