"""What is written on a unit's card, what comes in of other units, and what that would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from kundcenter.domain.redirects import Redirect
from kundcenter.domain.routing.rules import RuleSet
from kundcenter.domain.unit_cards import Criteria, Details, UnitCard
from kundcenter.domain.units import Unit, UnitKind, hsa_key
from kundcenter.errors import Refused

_V = TypeVar("_V", Details, Criteria)

IMPORT_LIMIT = 500  # units in one operation; a file is brought in in several

_DETAILS = frozenset(each.name for each in fields(Details))
_CRITERIA = frozenset(each.name for each in fields(Criteria))
# Of the hours only the week, and of the lines only those for everybody: HSA knows no more of them.
PARTS_GIVEN = frozenset({"spans", "public_lines"})
FIELDS_GIVEN = _DETAILS | _CRITERIA | PARTS_GIVEN
FIELDS_GUESSED = frozenset({"name", "kind"})


class UnitsTooMany(Refused):
    """More units at once than one operation takes.  Facts: count, limit."""

    code = "unit.too_many"


class UnitRepeated(Refused):
    """The same HSA-id stands twice among those that come in together.  Facts: row (from 1)."""

    code = "unit.repeated"


@dataclass(frozen=True, slots=True)
class UnitWording:
    """What every unit has.  `phone` is E.164 or a short number, or nothing."""

    hsa_id: str
    name: str
    kind: UnitKind
    municipality: str = ""
    phone: str = ""

    @classmethod
    def of(cls, unit: Unit) -> UnitWording:
        return cls(unit.hsa_id, unit.name, unit.kind, unit.municipality, unit.phone)

    def unit(self, id: UUID, hours: str = "") -> Unit:
        """The unit that has this wording; `hours` is what was written before there were cards."""
        return Unit(
            id, self.hsa_id, self.name, self.kind, self.municipality, self.phone, hours=hours
        )


@dataclass(frozen=True, slots=True)
class IncomingUnit:
    """One unit that comes in from elsewhere.

    `given` names the fields of Details, or of its Criteria, that the file had; the others stay as
    they are on the card, and so do the name and the kind if `guessed` names them, and a
    municipality or a number that came in empty.  PARTS_GIVEN are parts of a field.  The HSA-id's
    spelling is the file's.
    """

    wording: UnitWording
    details: Details
    given: frozenset[str] = frozenset()
    guessed: frozenset[str] = frozenset()

    def upon(self, card: UnitCard) -> tuple[UnitWording, Details]:
        """What the card says when this has come in."""
        there, came = card.unit, self.wording
        wording = UnitWording(
            came.hsa_id,
            there.name if "name" in self.guessed else came.name,
            there.kind if "kind" in self.guessed else came.kind,
            came.municipality or there.municipality,
            came.phone or there.phone,
        )
        details = _laid(card.details, self.details, self.given & _DETAILS)
        criteria = _laid(details.criteria, self.details.criteria, self.given & _CRITERIA)
        details = self._laid_partly(details, self.given & PARTS_GIVEN - self._whole)
        return wording, replace(details, criteria=criteria)

    @property
    def _whole(self) -> frozenset[str]:
        """The parts of what is given as a whole."""
        parts = {"hours": "spans", "lines": "public_lines"}
        return frozenset(parts[name] for name in self.given & parts.keys())

    def _laid_partly(self, details: Details, parts: frozenset[str]) -> Details:
        """Days of exception and numbers for some roles only stay."""
        if "spans" in parts:
            hours = replace(details.hours, spans=self.details.hours.spans)
            details = replace(details, hours=hours)
        if "public_lines" in parts:
            inner = tuple(line for line in details.lines if line.roles)
            details = replace(details, lines=(*self.details.lines, *inner))
        return details


@dataclass(frozen=True, slots=True)
class UnitPlan:
    """What an import would do: which come as new, which change a card, how many are the same."""

    new: tuple[IncomingUnit, ...] = ()
    changed: tuple[tuple[UnitCard, IncomingUnit], ...] = ()
    same: int = 0


@dataclass(frozen=True, slots=True)
class DirectoryView:
    """The directory at the instant `as_of`, as far as the operator's roles may see it.

    `redirects` are those that stand, `rules` the set in force, if one has been published.
    """

    cards: tuple[UnitCard, ...]
    redirects: tuple[Redirect, ...]
    rules: RuleSet | None
    as_of: datetime


def planned(there: Mapping[str, UnitCard], rows: tuple[IncomingUnit, ...]) -> UnitPlan:
    """What bringing in the rows would do to the cards that are there, by `hsa_key`.

    The rows must be checked.  Raises UnitsTooMany, UnitRepeated.
    """
    if len(rows) > IMPORT_LIMIT:
        raise UnitsTooMany(count=len(rows), limit=IMPORT_LIMIT)
    met: set[str] = set()
    new: list[IncomingUnit] = []
    changed: list[tuple[UnitCard, IncomingUnit]] = []
    for at, row in enumerate(rows, start=1):
        key = hsa_key(row.wording.hsa_id)
        if key in met:
            raise UnitRepeated(row=at)
        met.add(key)
        card = there.get(key)
        if card is None:
            new.append(row)
        elif row.upon(card) != (UnitWording.of(card.unit), card.details):
            changed.append((card, row))
    return UnitPlan(tuple(new), tuple(changed), len(rows) - len(new) - len(changed))


def _laid(older: _V, newer: _V, names: frozenset[str]) -> _V:
    """The older value with these fields of the newer one."""
    return replace(older, **{name: getattr(newer, name) for name in sorted(names)})
