"""What the demo region's directory knows, as data: by kind, by unit, and who is on call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from kundcenter.domain.access import Role
from kundcenter.domain.unit_cards import LineFunction, RelationKind
from kundcenter.domain.units import UnitKind


@dataclass(frozen=True, slots=True)
class LineHabit:
    """A line; without a number it is reached at the unit's own."""

    function: LineFunction
    number: str = ""
    hours: str = ""
    roles: frozenset[Role] = frozenset()
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Relative:
    kind: RelationKind
    hsa_id: str


@dataclass(frozen=True, slots=True)
class ShortDay:
    """Other hours `after` days from the region's end."""

    after: int
    opens: time
    closes: time
    comment: str = ""


@dataclass(frozen=True, slots=True)
class NoticeHabit:
    """A notice from `after` days from the region's end, for so many days."""

    text: str
    after: int
    days: int


@dataclass(frozen=True, slots=True)
class Shape:
    """What units of a kind have in common."""

    hours: str
    lines: tuple[LineHabit, ...]
    send_here: str
    not_here: str
    queue: bool = False
    bookable: bool = False
    youngest: int | None = None
    oldest: int | None = None
    takes: frozenset[str] = frozenset()
    refuses: frozenset[str] = frozenset()
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CardHabit:
    """What one unit has of its own; signed off `signed` days before the region's end."""

    hsa_id: str
    signed: int
    public_name: str = ""
    way: str = ""
    hours: str = ""
    latitude: str = ""
    longitude: str = ""
    lines: tuple[LineHabit, ...] = ()
    related: tuple[Relative, ...] = ()
    exceptions: tuple[ShortDay, ...] = ()
    notices: tuple[NoticeHabit, ...] = ()
    synonyms: tuple[str, ...] = ()
    youngest: int | None = None
    oldest: int | None = None
    takes: frozenset[str] = frozenset()
    bookable: bool = False


@dataclass(frozen=True, slots=True)
class RosterHabit:
    """Turns day after day, on a Swedish clock; until the next day unless `ends` is later."""

    function: str
    phone: str
    starts: time
    ends: time
    hsa_id: str = ""
    place: int = 1
    deputy: bool = False
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Directory:
    """All of it as data.  `towns` are degrees north and east."""

    towns: Mapping[str, tuple[str, str]]
    shapes: Mapping[UnitKind, Shape]
    cards: tuple[CardHabit, ...]
    roster: tuple[RosterHabit, ...]
