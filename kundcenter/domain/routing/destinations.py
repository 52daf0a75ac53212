"""What routing answers: where to, in which order, and what is left out, each with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kundcenter.domain.opening import Opening, OpenState
from kundcenter.domain.routing.why import Why
from kundcenter.domain.unit_cards import UnitCard


@dataclass(frozen=True, slots=True)
class Destination:
    """One place, or an outcome that needs none; a proposal, for the nurse to decide on.

    `outcome` is a code of the code set.  `arrives_at` is when the patient is expected there, and
    `opening` how the unit stands then; without a unit they are the need's own time and None.
    `rule` is the code of the rule that offers it, empty for 112, which no rule needs to offer.
    `too_late`: the unit is closed then, and does not open within the time that the urgency gives.
    """

    outcome: str
    unit: UnitCard | None
    whys: tuple[Why, ...]
    arrives_at: datetime
    opening: Opening | None = None
    rule: str = ""
    too_late: bool = False

    @property
    def closed(self) -> bool:
        """Whether the unit is known to be closed when the patient arrives."""
        return self.opening is not None and self.opening.state is OpenState.CLOSED


@dataclass(frozen=True, slots=True)
class Excluded:
    """A unit that would have been near at hand, and why it is not offered."""

    unit: UnitCard
    why: Why


@dataclass(frozen=True, slots=True)
class Routes:
    """The ranked destinations, the best first.

    `rules_number` is that of the rule set, 0 without one or for a draft.  `as_of` is when the
    directory was last changed, None when nothing says.  `whys` are about the need as a whole: what
    is unknown.  `further` counts the units of the kinds asked for that are in neither list, since
    enough nearer ones are.
    """

    destinations: tuple[Destination, ...]
    excluded: tuple[Excluded, ...]
    rules_number: int
    as_of: datetime | None
    whys: tuple[Why, ...] = ()
    further: int = 0

    def rank(self, outcome: str, unit_id: UUID | None) -> int:
        """The place of a destination, 1 the first; 0 when it is not among them."""
        for place, each in enumerate(self.destinations, start=1):
            there = each.unit.id if each.unit is not None else None
            if (each.outcome, there) == (outcome, unit_id):
                return place
        return 0
