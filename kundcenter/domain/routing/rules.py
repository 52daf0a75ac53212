"""Rules of routing as versioned data: for which need, which destinations, in which order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kundcenter.domain.calendar import DayClass
from kundcenter.domain.units import UnitKind
from kundcenter.errors import Conflict, NotFound, Refused


class RulesNotFound(NotFound):
    """No rule set has the id.  Facts: id."""

    code = "rules.not_found"


class RulesStale(Conflict):
    """Somebody has changed the draft since.  Facts: id, edition (the latest's)."""

    code = "rules.stale"


class RulesPublished(Conflict):
    """What is published is never changed.  Facts: id, number."""

    code = "rules.published"


class RulesDraftStands(Conflict):
    """There is a draft already, and one at a time is enough.  Facts: id."""

    code = "rules.draft_stands"


class CasesFail(Refused):
    """Cases of the table give another result than they should.  Facts: id, failing (their
    numbers in the table, from 1)."""

    code = "rules.cases_fail"


@dataclass(frozen=True, slots=True)
class When:
    """What a rule asks for; what is empty or None is asked of nobody.

    `opens`–`closes` are minutes after midnight in which the call is made, over midnight when
    `closes` is not after `opens`; ages in whole years, both included; `listed` whether the
    patient is listed at a unit of this region.
    """

    urgencies: frozenset[str] = frozenset()
    days: frozenset[DayClass] = frozenset()
    opens: int | None = None
    closes: int | None = None
    youngest: int | None = None
    oldest: int | None = None
    reasons: frozenset[str] = frozenset()
    listed: bool | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """When this is so, this outcome is offered; `order` 1 first.

    `kind` is the kind of unit it is looked for among, None for an outcome without a unit.
    `own`: only the patient's listed unit.  `sentence` says why, in the region's own words.
    """

    code: str
    order: int
    when: When
    outcome: str
    kind: UnitKind | None = None
    own: bool = False
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A line of the table that must hold before publishing: this need, this first outcome.

    `unit` is the HSA-id of the first unit, or nothing when any will do; `never` are outcomes
    that may not be offered at all.
    """

    name: str
    urgency: str
    at: datetime
    age: int | None = None
    reason: str = ""
    listed: str = ""
    municipality: str = ""
    first: str = ""
    unit: str = ""
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One version of the rules.  `number` is given when it is published, 0 is a draft.

    `edition` counts the savings of a draft.  The set in force is the one with the highest number.
    A draft that is given up is kept, as everything is, and says when in `dropped_at`.
    """

    id: UUID
    number: int
    title: str
    rules: tuple[Rule, ...]
    cases: tuple[Case, ...]
    edition: int
    changed_at: datetime
    changed_by: UUID
    published_at: datetime | None = None
    published_by: UUID | None = None
    review_on: date | None = None
    demonstration: bool = False
    dropped_at: datetime | None = None

    @property
    def is_draft(self) -> bool:
        """Whether it can be edited and published."""
        return self.number == 0 and self.dropped_at is None


def in_force(sets: Iterable[RuleSet]) -> RuleSet | None:
    """The published set with the highest number; of equals the one that was published last."""
    published = (each for each in sets if each.number > 0)
    return max(published, key=lambda each: (each.number, each.published_at, each.id), default=None)
