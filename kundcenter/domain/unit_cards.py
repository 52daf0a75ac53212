"""What the directory knows of a unit beside its name: lines, hours, place, whom it takes.

The shape is HSA's (DOMAIN §9.6).  A card is replaced by its next version; what it was is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.opening import Hours
from kundcenter.domain.units import Unit
from kundcenter.errors import Conflict, Refused


class UnitStale(Conflict):
    """Somebody has written a later version of the card.  Facts: id, number (the latest's)."""

    code = "unit.stale"


class UnitRetired(Refused):
    """Callers are sent to the unit no more.  Facts: id."""

    code = "unit.retired"


class UnitNotRetired(Refused):
    """The unit is in use; there is nothing to take back.  Facts: id."""

    code = "unit.not_retired"


class UnitReplacesItself(Refused):
    """A unit does not take its own place.  Facts: id."""

    code = "unit.replaces_itself"


class LineFunction(StrEnum):
    """What a telephone line is for.  The first five are HSA's reserved names (DOMAIN §8)."""

    CANCELLATION = "Avbokning"
    BOOKING = "Bokning"
    TRANSPORT = "Sjukresebeställning"
    PRESCRIPTIONS = "Receptförnyelse"
    ADVICE = "Rådgivning"
    RECEPTION = "Reception"
    STAFF = "Vårdpersonal"  # care to care
    ON_CALL = "Jour"
    OTHER = "Övrigt"


class RelationKind(StrEnum):
    """How one unit stands to another, by HSA-id."""

    PART_OF = "DEL_AV"
    TAKES_OVER = "TAR_OVER"  # when this one is closed, that one takes its patients
    SAME_HOUSE = "SAMMA_HUS"


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """A number in E.164, or a short one.  `roles`: shown to these only; none is everybody."""

    function: LineFunction
    number: str
    hours: Hours = field(default_factory=Hours)
    roles: frozenset[Role] = frozenset()
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Temporary information, from one instant until another; None is without an end."""

    text: str
    starts_at: datetime
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RelatedUnit:
    kind: RelationKind
    hsa_id: str


@dataclass(frozen=True, slots=True)
class Spot:
    """Where on the map, in millionths of a degree (WGS 84): integers, for operations."""

    latitude: int
    longitude: int


@dataclass(frozen=True, slots=True)
class Criteria:
    """Whom to send here and whom not, as the unit has signed it off.

    Ages are in whole years, `oldest` included; None is without a limit (HSA visitingRuleAge).
    `takes` and `refuses` are contact reasons; an empty `takes` is all of them.
    """

    youngest: int | None = None
    oldest: int | None = None
    takes: frozenset[str] = frozenset()
    refuses: frozenset[str] = frozenset()
    send_here: str = ""
    not_here: str = ""
    signed_off_on: date | None = None
    signed_off_by: str = ""

    def turns_away(self, reason: str) -> bool:
        """Whether whoever calls for the reason is not taken."""
        return reason in self.refuses or (bool(self.takes) and reason not in self.takes)


@dataclass(frozen=True, slots=True)
class Details:
    """All of a card but what every unit has.

    `queue`: it has a teleQ queue in which one can place.  `bookable`: 1177 books times there.
    """

    public_name: str = ""
    street: str = ""
    postal: str = ""
    way: str = ""  # entrance, floor, how to find it
    spot: Spot | None = None
    hours: Hours = field(default_factory=Hours)
    lines: tuple[PhoneLine, ...] = ()
    notices: tuple[Notice, ...] = ()
    criteria: Criteria = field(default_factory=Criteria)
    related: tuple[RelatedUnit, ...] = ()
    synonyms: tuple[str, ...] = ()
    queue: bool = False
    bookable: bool = False
    web: str = ""


@dataclass(frozen=True, slots=True)
class UnitCard:
    """A unit with its details, in one of its versions.

    `id` is the unit's.  `number` counts from 1; 0 is a unit that has no card yet.  `retired_at`
    says that callers are sent there no more, `replaced_by` which unit has taken its place.
    """

    unit: Unit
    details: Details = field(default_factory=Details)
    number: int = 0
    changed_at: datetime | None = None
    changed_by: UUID | None = None
    retired_at: datetime | None = None
    replaced_by: UUID | None = None

    @property
    def id(self) -> UUID:
        return self.unit.id

    def must_be_in_use(self) -> None:
        """Raise UnitRetired when callers are sent there no more."""
        if self.retired_at is not None:
            raise UnitRetired(id=self.id)

    def retired(self, at: datetime, other: UnitCard | None = None) -> UnitCard:
        """Out of use; the other unit, which must be in use, has taken its place.

        So no chain of replacements can come back.  Raises UnitRetired, UnitReplacesItself.
        """
        self.must_be_in_use()
        if other is not None:
            if other.id == self.id:
                raise UnitReplacesItself(id=self.id)
            other.must_be_in_use()
        return replace(self, retired_at=at, replaced_by=other.id if other else None)

    def restored(self) -> UnitCard:
        """In use again, with nobody in its place.  Raises UnitNotRetired."""
        if self.retired_at is None:
            raise UnitNotRetired(id=self.id)
        return replace(self, retired_at=None, replaced_by=None)


@dataclass(frozen=True, slots=True)
class CardVersion:
    """What a card was when it was saved; never changed."""

    id: UUID
    card: UnitCard
