"""Where the note guides, held against the list: which place it has, by which rules."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from kundcenter.domain.journal import Note
from kundcenter.domain.routing.destinations import Destination, Routes
from kundcenter.domain.routing.need import Need
from kundcenter.domain.routing.why import WhyCode

Terms = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Guided:
    """What was chosen, and how the list stood then.

    `rules` is the number of the rule set, 0 when there was no list; `rank` the place, 1 the first,
    0 when it was not in the list; `first` the suggestion that stood uppermost.  `restored` when
    it was chosen before the program died: whom it was about is not known at once then.
    """

    outcome: str = ""
    unit_id: UUID | None = None
    terms: Terms = ()
    rules: int = 0
    rank: int = 0
    first: Destination | None = None
    restored: bool = False

    @property
    def deviates(self) -> bool:
        """Whether the list was there and something else than its first was chosen.

        112 stands in every list; where no rule has put anything above it, nothing is suggested.
        """
        first = self.first
        if first is None or not self.outcome or not self.rules or self.rank == 1:
            return False
        return bool(first.rule) or any(why.code is WhyCode.LIFE_THREAT for why in first.whys)

    def same(self, note: Note, terms: Terms) -> bool:
        """Whether the note still guides there, for the same need; time alone changes nothing."""
        if (self.outcome, self.unit_id) != (note.outcome, note.unit_id):
            return False
        return self.terms == (terms[:2] if self.restored else terms)


def terms_of(need: Need) -> Terms:
    """A need without its moment; urgency and reason first."""
    return (need.urgency, need.reason, need.age, need.sex, need.listed, need.municipality)


def guided(note: Note, terms: Terms, routes: Routes | None) -> Guided:
    """How the note's choice stands in a list."""
    if routes is None or not routes.destinations:
        return Guided(note.outcome, note.unit_id, terms)
    rank = routes.rank(note.outcome, note.unit_id)
    first = routes.destinations[0]
    return Guided(note.outcome, note.unit_id, terms, routes.rules_number, rank, first)
