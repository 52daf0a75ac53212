"""All units of the region in memory, and the search in them for every key that is pressed.

A word may be a beginning, a part, or have one error; å, ä and ö, capitals, spaces and hyphens
make no difference; a kind has several names, and a number or an HSA-id is found as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from itertools import chain, islice
from operator import or_
from uuid import UUID

from kundcenter.domain.opening import is_open
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.domain.unit_cards import Criteria, UnitCard
from kundcenter.domain.unit_index import UnitIndex
from kundcenter.domain.unit_keys import bits_of, units_of
from kundcenter.domain.unit_words import name_order, squeezed, typed_words
from kundcenter.domain.units import UnitKind, hsa_key

LATER_LIMIT = 1_000  # cards changed after the index was made; then it is made anew


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which units are wanted; what is not set lets all through.

    `reason` and `age` (whole years) ask the unit's own criteria.  `open_at` lets through what is
    known to be open then, never what nobody knows.  `retired` has the retired ones come last.
    """

    kinds: frozenset[UnitKind] = frozenset()
    municipality: str = ""
    reason: str = ""
    age: int | None = None
    queue: bool = False
    bookable: bool = False
    open_at: datetime | None = None
    retired: bool = False

    def takes(self, card: UnitCard) -> bool:
        """Whether the unit is wanted as far as its card tells, opening hours left aside."""
        details = card.details
        if (self.queue and not details.queue) or (self.bookable and not details.bookable):
            return False
        return _takes(details.criteria, self.reason, self.age)


ALL = Sieve()


class _OpenUnits:
    """Which units of an index are open at one minute; each timetable is asked for once."""

    def __init__(self, index: UnitIndex, minute: datetime) -> None:
        self.minute = minute
        self._index = index
        self._timetables: dict[int, bool] = {}
        self._known = (0, 0)  # units that were asked for, and those of them that are open

    def among(self, units: int) -> int:
        """Those of the set that are known to be open."""
        asked, opened = self._known
        found = []
        for at in units_of(units & ~asked):
            timetable = self._index.timetables[at]
            state = self._timetables.get(timetable)
            if state is None:
                state = is_open(self._index.cards[at].details.hours, self.minute)
                self._timetables[timetable] = state
            if state:
                found.append(at)
        opened |= bits_of(found, len(self._index.cards))
        self._known = (asked | units, opened)  # both at once: lists are filled in other threads
        return units & opened


class _Part:
    """An index, without those of its cards that have later versions elsewhere."""

    def __init__(self, index: UnitIndex, hidden: int = 0) -> None:
        self.index = index
        self.hidden = hidden
        self._open: _OpenUnits | None = None

    def found(self, words: tuple[str, ...], sieve: Sieve) -> Iterator[tuple[int, UnitCard]]:
        """The units with their rank, the best first."""
        seen, retired, wanted = self.hidden, self.index.retired, self._wanted(sieve)
        if not sieve.retired:
            wanted &= ~retired
        last: list[tuple[int, int]] = []
        for rank, tier in enumerate(self.index.tiers(words)):
            fresh = tier & ~seen & wanted
            seen |= tier
            if sieve.open_at is not None and fresh:
                fresh = self._open_at(sieve.open_at).among(fresh)
            last += [(rank + _RETIRED, at) for at in units_of(fresh & retired)]
            for at in units_of(fresh & ~retired):
                if sieve.takes(self.index.cards[at]):
                    yield rank, self.index.cards[at]
        for rank, at in last:
            if sieve.takes(self.index.cards[at]):
                yield rank, self.index.cards[at]

    def by_rank(self, words: tuple[str, ...], limit: int) -> Iterator[list[UnitCard]]:
        """The units in use, those of one rank at a time, at most `limit` of each."""
        seen = self.hidden | self.index.retired
        for tier in self.index.tiers(words):
            fresh = islice(units_of(tier & ~seen), limit)
            seen |= tier
            yield [self.index.cards[at] for at in fresh]

    def _wanted(self, sieve: Sieve) -> int:
        """The set of those of the kinds and in the municipality; -1 is all."""
        wanted = -1
        if sieve.kinds:
            wanted = reduce(or_, (self.index.kinds.get(kind, 0) for kind in sieve.kinds))
        if sieve.municipality:
            name = squeezed(sieve.municipality)
            places = self.index.places.items()
            wanted &= reduce(or_, (units for place, units in places if squeezed(place) == name), 0)
        return wanted

    def _open_at(self, at: datetime) -> _OpenUnits:
        minute = at.replace(second=0, microsecond=0)  # hours are whole minutes
        known = self._open
        if known is None or known.minute != minute:
            known = self._open = _OpenUnits(self.index, minute)
        return known


_RETIRED = 10  # ranks after those of units in use


class Directory:
    """The units as they stand at one moment.  A later one shares what has not changed."""

    def __init__(self, base: UnitIndex, later: Iterable[UnitCard] = ()) -> None:
        self._base = base
        self._later = {card.id: card for card in later}
        self._parts = [_Part(base)]
        if self._later:
            older = [base.by_id[id] for id in self._later if id in base.by_id]
            self._parts = [_Part(base, bits_of(older, len(base.cards)))]
            self._parts.append(_Part(UnitIndex(self._later.values())))
        self._cards: tuple[UnitCard, ...] | None = None

    @staticmethod
    def of(cards: Iterable[UnitCard]) -> Directory:
        return Directory(UnitIndex(cards))

    def with_cards(self, cards: Iterable[UnitCard]) -> Directory:
        """The directory with other versions of these cards, and with those that are new."""
        later = {**self._later, **{card.id: card for card in cards}}
        if len(later) <= LATER_LIMIT:
            return Directory(self._base, later.values())
        kept = (card for card in self._base.cards if card.id not in later)
        return Directory.of(chain(kept, later.values()))

    @property
    def cards(self) -> tuple[UnitCard, ...]:
        """Every unit by name, the retired ones too."""
        if self._cards is None:
            kept = (card for card in self._base.cards if card.id not in self._later)
            every = chain(kept, self._later.values())
            self._cards = tuple(sorted(every, key=name_order)) if self._later else self._base.cards
        return self._cards

    def get(self, unit_id: UUID) -> UnitCard | None:
        if unit_id in self._later:
            return self._later[unit_id]
        at = self._base.by_id.get(unit_id)
        return None if at is None else self._base.cards[at]

    def by_hsa(self, hsa_id: str) -> UnitCard | None:
        """The unit with the HSA-id in any case; one in use goes before a retired one."""
        key = hsa_key(hsa_id)
        found = [
            part.index.cards[at]
            for part in self._parts
            for at in part.index.by_hsa.get(key, ())
            if not part.hidden >> at & 1
        ]
        return min(found, key=lambda card: card.retired_at is not None, default=None)

    def find(self, text: str, sieve: Sieve = ALL, limit: int = 50) -> tuple[UnitCard, ...]:
        """The units that all words of the text find, the best first; all by name for no text.

        An equal name goes before a name that begins so, that before words that begin so, parts
        of words, and words with one error.
        """
        words = typed_words(text[:LINE_LIMIT])
        if text.strip() and not words:
            return ()
        found = [list(islice(part.found(words, sieve), limit)) for part in self._parts]
        if len(found) == 1:
            return tuple(card for _, card in found[0])
        ranked = sorted(chain(*found), key=lambda each: (each[0], name_order(each[1])))
        return tuple(card for _, card in ranked[:limit])

    def by_rank(self, words: tuple[str, ...], limit: int) -> Iterator[list[UnitCard]]:
        """The units in use that the words find, those of one rank at a time, in the order of
        `find`; of each rank at least the first `limit` by name, and none is looked for before it
        is asked for.
        """
        for ranked in zip(*(part.by_rank(words, limit) for part in self._parts), strict=True):
            yield sorted(chain(*ranked), key=name_order) if len(ranked) > 1 else ranked[0]


def _takes(criteria: Criteria, reason: str, age: int | None) -> bool:
    """Whether the unit takes such a patient, by what it has signed off."""
    if reason and criteria.turns_away(reason):
        return False
    if age is None:
        return True
    youngest, oldest = criteria.youngest, criteria.oldest
    return (youngest is None or youngest <= age) and (oldest is None or age <= oldest)
