"""The directory as routing needs it: cards by kind, and how far away each is.

Built once for a directory and kept as long as that directory is asked about; one call then looks
at each unit of a kind no more than once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import repeat
from math import asin, cos, dist, inf, radians, sin, sqrt
from typing import Protocol
from uuid import UUID

from kundcenter.domain.calendar import local
from kundcenter.domain.opening import Hours, openings_on
from kundcenter.domain.unit_cards import Spot, UnitCard
from kundcenter.domain.units import UnitKind, hsa_key

EARTH = 6_371_000  # metres
MICRO = 1_000_000
DAYS_KEPT = 100_000  # of all different hours together
ROUNDING = 1e-9  # the part of a distance by which two ways to reckon it may differ, at most
KEPT = 2  # grounds: the directory in use, and the one that it is being exchanged for

# Chords of a sphere of radius 1 are at most 2 long; what is in the municipality goes before all.
_ONE_DAY = timedelta(days=1)
_IN_MUNICIPALITY = -8.0
_NOWHERE = (0.0, 0.0, 0.0)  # inside the earth, farther away than Sweden is long
Place = tuple[float, float, float]
Near = tuple[float, float | None, UnitCard]  # rank, chord where both places are known, card
Stretches = tuple[tuple[datetime, datetime], ...]


class Cards(Protocol):
    """A directory, as far as routing is concerned."""

    @property
    def cards(self) -> Iterable[UnitCard]: ...


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the patient is.  `about`: only the municipality is known, and its middle is taken."""

    place: Place | None
    municipality: str
    about: bool


@dataclass(frozen=True, slots=True)
class KindCards:
    """The cards of one kind by name, their places, and which lie in a municipality.

    `band` is the same places from the south to the north, each with its place among the cards:
    whoever is near is near in latitude too, so most of a country need not be measured.
    """

    cards: tuple[UnitCard, ...]
    places: tuple[Place, ...]
    towns: dict[str, tuple[int, ...]]
    band: tuple[int, ...]
    heights: tuple[float, ...]
    band_places: tuple[Place, ...]

    def nearest(self, origin: Origin, limit: int) -> list[Near]:
        """The nearest cards, each with the number it is ranked by, the smallest first.

        By distance where both places are known.  Where only the municipality is, its own units
        come first.  Of equals, and where nothing is known, by name.
        """
        own = self.towns.get(folded(origin.municipality), ())
        here = origin.place
        if here is None:
            keys = dict.fromkeys(range(min(limit + len(own), len(self.cards))), 0.0)
        else:
            keys = self._around(here, limit)
        for at in own:
            if origin.about:
                key = 0.0 if here is None else dist(here, self.places[at])
                keys[at] = key + _IN_MUNICIPALITY
            elif self.places[at] is _NOWHERE:
                keys[at] = 0.0  # somewhere in the patient's own municipality
        return [
            (key, chord(here, self.places[at]), self.cards[at])
            for key, at in sorted(zip(keys.values(), keys, strict=True))[:limit]
        ]

    def _around(self, here: Place, limit: int) -> dict[int, float]:
        """The distances of the nearest: as many as are asked for, or more, and none nearer is
        left out.
        """
        middle, count, every = bisect_left(self.heights, here[2]), 2 * limit, len(self.band)
        while True:
            low, high = max(middle - count, 0), min(middle + count, every)
            # Nothing outside the band is nearer than this.
            below = here[2] - self.heights[low] if low else inf
            above = self.heights[high - 1] - here[2] if high < every else inf
            sure = min(below, above) * (1 - ROUNDING)
            chords = list(map(dist, repeat(here), self.band_places[low:high]))
            whole = (low, high) == (0, every)
            if whole or sum(map(sure.__ge__, chords)) >= limit:
                near = zip(self.band[low:high], chords, strict=True)
                return {at: far for at, far in near if far <= sure}
            count *= 2


@dataclass(frozen=True, slots=True, eq=False)
class RoutingGround:
    """All that does not depend on the need."""

    cards: tuple[UnitCard, ...]
    kinds: dict[UnitKind, KindCards]
    by_id: dict[UUID, UnitCard]
    by_hsa: dict[str, UnitCard]  # by hsa_key
    hours: dict[UUID, int]  # units with the same number have the same hours
    middles: dict[str, Place]
    as_of: datetime | None
    _days: dict[tuple[int, date], Stretches] = field(default_factory=dict)  # by hours and day

    @classmethod
    def of(cls, cards: Iterable[UnitCard]) -> RoutingGround:
        """The ground of the cards; their order does not matter."""
        every = tuple(sorted(cards, key=_order))
        kinds: dict[UnitKind, list[UnitCard]] = defaultdict(list)
        same: dict[Hours, int] = {}
        for card in every:
            kinds[card.unit.kind].append(card)
        return cls(
            cards=every,
            kinds={kind: _kind_cards(some) for kind, some in kinds.items()},
            by_id={card.id: card for card in every},
            by_hsa={hsa_key(card.unit.hsa_id): card for card in every},
            hours={card.id: same.setdefault(card.details.hours, len(same)) for card in every},
            middles=_middles(every),
            as_of=max((c.changed_at for c in every if c.changed_at), default=None),
        )

    def origin(self, spot: Spot | None, municipality: str) -> Origin:
        if spot is not None:
            return Origin(place_of(spot), municipality, about=False)
        return Origin(self.middles.get(folded(municipality)), municipality, about=True)

    def is_open(self, card: UnitCard, at: datetime) -> bool:
        """Whether the unit is known to be open at the instant, as opening_at says it."""
        today = local(at).date()
        for day in (today, today - _ONE_DAY):
            for start, end in self._begins(card, day):
                if start <= at < end:
                    return True
        return False

    def opens(self, card: UnitCard, after: datetime, by: datetime) -> bool:
        """Whether the unit is known to open after one instant and not later than another."""
        day, last = local(after).date(), local(by).date()
        while day <= last:
            if any(after < start <= by for start, _ in self._begins(card, day)):
                return True
            day += _ONE_DAY
        return False

    def _begins(self, card: UnitCard, day: date) -> Stretches:
        """What begins on the day, and is kept: a directory is asked about the same few days all
        the time.
        """
        key = self.hours[card.id], day
        found = self._days.get(key)
        if found is None:
            if len(self._days) >= DAYS_KEPT:
                self._days.clear()
            told = openings_on(card.details.hours, day)
            found = self._days[key] = tuple((start, end) for start, end, _ in told)
        return found


def ground_of(directory: Cards) -> RoutingGround:
    """The ground of a directory; of the same directory the same one."""
    return directory if isinstance(directory, RoutingGround) else _kept(_Same(directory))


def chord(one: Place | None, other: Place | None) -> float | None:
    """Straight through the earth, whose radius is 1; None when either place is unknown."""
    if one is None or other is None or one is _NOWHERE or other is _NOWHERE:
        return None
    return dist(one, other)


def metres(chord: float | None) -> int | None:
    """The same along the earth's surface."""
    return None if chord is None else round(2 * EARTH * asin(min(1.0, chord / 2)))


def place_of(spot: Spot | None) -> Place:
    """The spot on a sphere of radius 1."""
    if spot is None:
        return _NOWHERE
    north, east = radians(spot.latitude / MICRO), radians(spot.longitude / MICRO)
    return cos(north) * cos(east), cos(north) * sin(east), sin(north)


def folded(municipality: str) -> str:
    """A municipality in the spelling by which two are compared."""
    return " ".join(municipality.split()).casefold()


class _Same:
    """A directory, equal to itself alone: nobody compares 17 000 cards to find a ground."""

    __slots__ = ("directory",)

    def __init__(self, directory: Cards) -> None:
        self.directory = directory

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.directory is self.directory

    def __hash__(self) -> int:
        return id(self.directory)


@lru_cache(maxsize=KEPT)
def _kept(same: _Same) -> RoutingGround:
    return RoutingGround.of(same.directory.cards)


def _order(card: UnitCard) -> tuple[str, str, UUID]:
    return card.unit.name, card.unit.hsa_id, card.id


def _kind_cards(cards: list[UnitCard]) -> KindCards:
    towns: dict[str, list[int]] = defaultdict(list)
    for at, card in enumerate(cards):
        towns[folded(card.unit.municipality)].append(at)
    places = tuple(place_of(card.details.spot) for card in cards)
    band = sorted(range(len(places)), key=lambda at: places[at][2])
    return KindCards(
        cards=tuple(cards),
        places=places,
        towns={town: tuple(some) for town, some in towns.items() if town},
        band=tuple(band),
        heights=tuple(places[at][2] for at in band),
        band_places=tuple(places[at] for at in band),
    )


def _middles(cards: tuple[UnitCard, ...]) -> dict[str, Place]:
    """The middle of each municipality's units, brought back to the surface."""
    sums: dict[str, list[Place]] = defaultdict(list)
    for card in cards:
        if card.details.spot is not None and card.unit.municipality:
            sums[folded(card.unit.municipality)].append(place_of(card.details.spot))
    middles = {}
    for town, places in sums.items():
        x, y, z = (sum(part) / len(places) for part in zip(*places, strict=True))
        long = sqrt(x * x + y * y + z * z)
        if long:
            middles[town] = (x / long, y / long, z / long)
    return middles
