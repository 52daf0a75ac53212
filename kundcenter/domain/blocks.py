"""What patients have blocked, and by what lift it is seen all the same.

Patientdatalagen (2008:355) 4 kap. 4 § (the patient may block between units; a guardian may not
block a child's data; that blocked data exist may be shown) and 5 § (lifting).  The rule is that
of the national service CheckBlocks, DOMAIN §2.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.calendar import is_instant
from kundcenter.domain.journal import Entry, Relation
from kundcenter.domain.text import LINE_LIMIT, checked, line
from kundcenter.errors import NotFound, Refused

LIFT_LASTS = timedelta(hours=2)
SHORTEST_REASON = 10  # characters
ADULT = 18  # years
NOTE = "voo"  # the information type of a record entry
EXEMPT = frozenset({"lak", "upp"})  # prescriptions and warnings are never blocked


class BlockNotFound(NotFound):
    """No block has the id.  Facts: id."""

    code = "block.not_found"


class EntryBlocked(Refused):
    """The patient has blocked the entry for the operator's unit.  Facts: id, person_id."""

    code = "block.entry_blocked"

    @property
    def person_id(self) -> UUID:
        """Whose entry it is."""
        person_id = self.facts["person_id"]
        assert isinstance(person_id, UUID)
        return person_id


class GuardianMayNotBlock(Refused):
    """A guardian may not block a child's data (PDL 4 kap. 4 §)."""

    code = "block.guardian"


class BlockIsOfPatient(Refused):
    """A block is the wish of the patient, or of who is appointed to speak for them."""

    code = "block.of_patient"


class BlockUnitInvalid(Refused):
    """An inner block names a unit's HSA-id, an outer one a care provider's."""

    code = "block.unit_invalid"


class BlockPeriodInvalid(Refused):
    """A period that ends before it begins blocks nothing."""

    code = "block.period_invalid"


class BlockAlreadyRevoked(Refused):
    """The block has been revoked.  Facts: id."""

    code = "block.already_revoked"


class RevocationNeedsReason(Refused):
    """A block that is taken away says why."""

    code = "block.revocation_needs_reason"


class LiftNeedsReason(Refused):
    """Whoever opens what is blocked says why, in at least ten characters.  Facts: minimum."""

    code = "lift.needs_reason"


class LiftNeedsUnits(Refused):
    """Only relevant units are opened: at least one is chosen (PDL 4 kap. 5 §)."""

    code = "lift.needs_units"


class BlockKind(StrEnum):
    INNER = "INRE"  # between units of one care provider
    OUTER = "YTTRE"  # against other care providers


class LiftGround(StrEnum):
    """On what ground blocked data are opened (PDL 4 kap. 5 §; lag 2022:913 3 kap. 3 §)."""

    CONSENT = "SAMTYCKE"
    EMERGENCY = "NODOPPNING"
    LACKS_DECISION = "BESLUTSOFORMAGA"


def hsa(text: str) -> str:
    """An HSA-id as it is compared: upper case, no space around it."""
    return text.strip().upper()


def care_provider(care_unit: str) -> str:
    """The care provider of a unit: what stands before the hyphen of its HSA-id."""
    return hsa(care_unit).partition("-")[0]


@dataclass(frozen=True, slots=True)
class Revocation:
    """That the patient does not want the block any more."""

    id: UUID
    block_id: UUID
    revoked_at: datetime
    revoked_by: UUID
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Block:
    """A block.  `care_unit` is empty for an outer one.  Without a period it is for all time.

    `asked_by` is who told of the patient's wish.
    """

    id: UUID
    person_id: UUID
    kind: BlockKind
    care_provider: str
    care_unit: str
    valid_from: datetime | None
    valid_until: datetime | None
    asked_by: Relation
    set_at: datetime
    set_by: UUID
    revoked: Revocation | None = None

    @property
    def in_force(self) -> bool:
        return self.revoked is None

    def revoked_by(self, revocation: Revocation) -> Block:
        if self.revoked is not None:
            raise BlockAlreadyRevoked(id=self.id)
        return replace(self, revoked=revocation)

    def covers(self, begins: datetime | None, ends: datetime | None) -> bool:
        """Whether the period of a record touches that of the block; both ends belong to it.

        What has no time cannot be shown to lie outside.
        """
        after = self.valid_until is not None and begins is not None and begins > self.valid_until
        before = self.valid_from is not None and ends is not None and ends < self.valid_from
        return not (after or before)


@dataclass(frozen=True, slots=True)
class Lift:
    """A temporary revoke: until `until` the units' data are open to the operator.

    Without an operator it is for everybody of `care_unit`.
    """

    id: UUID
    person_id: UUID
    operator_id: UUID | None
    care_unit: str
    ground: LiftGround
    reason: str = field(repr=False)
    units: tuple[str, ...]
    lifted_at: datetime
    until: datetime

    @property
    def told(self) -> str:
        """The ground and the reason, as the access record has them."""
        return f"{self.ground}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Seat:
    """Who looks, from which unit, and when."""

    operator_id: UUID
    care_unit: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a record, as the rule of CheckBlocks asks about it."""

    care_unit: str
    begins: datetime | None = None
    ends: datetime | None = None
    information: str = NOTE


@dataclass(frozen=True, slots=True)
class HiddenUnit:
    """A unit that holds blocked data.  How many and which is not told (PDL 4 kap. 5 §)."""

    care_unit: str


def withholds(block: Block, piece: Piece, seat: Seat) -> bool:
    """Whether this one block keeps the piece from the seat.

    A seat without a known unit is nobody's own unit, and is kept out.
    """
    if piece.information in EXEMPT or not block.in_force:
        return False
    theirs, own = care_provider(piece.care_unit), care_provider(seat.care_unit)
    if theirs != block.care_provider or not block.covers(piece.begins, piece.ends):
        return False
    if block.kind is BlockKind.OUTER:
        return own != block.care_provider
    of_unit = hsa(piece.care_unit) == block.care_unit and hsa(seat.care_unit) != block.care_unit
    return of_unit and own in {"", block.care_provider}


def opens(lift: Lift, piece: Piece, seat: Seat) -> bool:
    """Whether this one lift opens the piece to the seat."""
    if not lift.lifted_at <= seat.at < lift.until:
        return False
    if lift.operator_id is None:
        mine = bool(lift.care_unit) and lift.care_unit == hsa(seat.care_unit)
    else:
        mine = lift.operator_id == seat.operator_id
    return mine and hsa(piece.care_unit) in lift.units


@dataclass(frozen=True, slots=True)
class Reach:
    """How far one seat sees into one person's record."""

    seat: Seat
    blocks: tuple[Block, ...] = ()
    lifts: tuple[Lift, ...] = ()

    def sees(self, entry: Entry) -> bool:
        return not self._blocked(entry) or self.lift_of(entry) is not None

    def visible(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Those that are not blocked, or whose block is lifted for the seat."""
        return tuple(entry for entry in entries if self.sees(entry))

    def hides(self, entries: Iterable[Entry]) -> bool:
        """Whether blocked data exist: all that may be shown before a ground is chosen."""
        return any(not self.sees(entry) for entry in entries)

    def hidden(self, entries: Iterable[Entry]) -> tuple[HiddenUnit, ...]:
        """The units that hold blocked data; for the first step of an emergency opening only."""
        units = {hsa(entry.care_unit) for entry in entries if not self.sees(entry)}
        return tuple(HiddenUnit(unit) for unit in sorted(units))

    def must(self, entry: Entry) -> None:
        """Raise EntryBlocked unless the seat sees the entry."""
        if not self.sees(entry):
            raise EntryBlocked(id=entry.id, person_id=entry.person_id)

    def lift_of(self, entry: Entry) -> Lift | None:
        """The lift without which the entry would be hidden."""
        if not self._blocked(entry):
            return None
        piece = _piece(entry)
        blocks = [block for block in self.blocks if withholds(block, piece, self.seat)]
        return next(
            (
                lift
                for lift in self.lifts
                if opens(lift, piece, self.seat)
                # A unit that held nothing blocked was not opened: what is blocked later stays so.
                and all(block.set_at <= lift.lifted_at for block in blocks)
            ),
            None,
        )

    def lifted(self, entries: Iterable[Entry]) -> tuple[tuple[Entry, Lift], ...]:
        """The entries that are seen by a lift only; each such look is logged as an emergency."""
        found = ((entry, self.lift_of(entry)) for entry in entries)
        return tuple((entry, lift) for entry, lift in found if lift is not None)

    def _blocked(self, entry: Entry) -> bool:
        piece = _piece(entry)
        return any(withholds(block, piece, self.seat) for block in self.blocks)


def _piece(entry: Entry) -> Piece:
    """The time that counts is that of the contact (blockComparisonTime)."""
    return Piece(entry.care_unit, entry.contact_at, entry.contact_at)


_UNIT = re.compile(r"[A-Z0-9]{1,31}-[A-Z0-9]{1,31}")
_PROVIDER = re.compile(r"[A-Z0-9]{1,31}")


def holder(kind: BlockKind, text: str) -> tuple[str, str]:
    """The care provider and the care unit that a block is to name.  Raises BlockUnitInvalid."""
    named = hsa(text)
    if kind is BlockKind.INNER and _UNIT.fullmatch(named):
        return care_provider(named), named
    if kind is BlockKind.OUTER and _PROVIDER.fullmatch(care_provider(named)):
        return care_provider(named), ""
    raise BlockUnitInvalid(kind=kind)


def checked_period(begins: datetime | None, ends: datetime | None) -> None:
    """Raise BlockPeriodInvalid when the period ends before it begins, or not in our time."""
    if not all(is_instant(at) for at in (begins, ends) if at is not None):
        raise BlockPeriodInvalid
    if begins is not None and ends is not None and ends < begins:
        raise BlockPeriodInvalid


def lift_reason(text: str) -> str:
    """The reason as it is kept: one line.  Raises LiftNeedsReason, TextInvalid."""
    reason = line(text, "reason")
    if len(reason) < SHORTEST_REASON:
        raise LiftNeedsReason(minimum=SHORTEST_REASON)
    return reason


def lifted_unit(text: str) -> str:
    """A unit that is opened, as it is compared.  Raises LiftNeedsUnits, TextInvalid."""
    unit = hsa(checked(text, "units", limit=LINE_LIMIT))
    if not unit:
        raise LiftNeedsUnits
    return unit


def revocation_reason(text: str) -> str:
    """The reason as it is kept: one line.  Raises RevocationNeedsReason, TextInvalid."""
    reason = line(text, "reason")
    if not reason:
        raise RevocationNeedsReason
    return reason


_GUARDIANS = {Relation.GUARDIAN, Relation.LEGAL_GUARDIAN}
_SPEAKERS = {Relation.SELF, Relation.TRUSTEE, Relation.ADMINISTRATOR}


def must_be_patients_wish(asked_by: Relation, age: int | None) -> None:
    """Raise GuardianMayNotBlock or BlockIsOfPatient unless they may ask for a block.

    A child of unknown age is a child.
    """
    if asked_by in _GUARDIANS and (age is None or age < ADULT):
        raise GuardianMayNotBlock
    if asked_by not in _SPEAKERS:
        raise BlockIsOfPatient(asked_by=asked_by)
