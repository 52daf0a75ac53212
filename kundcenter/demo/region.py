"""The demo region as values, read from resources/demo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cache

import msgspec

import resources.demo
from kundcenter.demo.directory import Directory
from kundcenter.demo.matters import Matter
from kundcenter.demo.snippets import Phrase
from kundcenter.demo.supervision_habits import SupervisionHabits
from kundcenter.demo.switchboard_habits import SwitchboardHabits
from kundcenter.domain.access import Role
from kundcenter.domain.identity import Sex
from kundcenter.domain.journal import Relation
from kundcenter.domain.people import Protection
from kundcenter.domain.special_notes import SpecialKind
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.units import UnitKind

A_MONTH = 15_000  # calls, at 180 000 a year
SEED = 1177


@dataclass(frozen=True, slots=True)
class DemoTerms:
    """What is to be made: how many calls, ending when, from which seed, in which codes.

    `until` is an aware instant; nothing that is made lies after it.
    """

    until: datetime
    codes: CodeSet
    calls: int = A_MONTH
    seed: int = SEED


@dataclass(frozen=True, slots=True)
class Municipality:
    name: str
    hospital: str
    share: float


@dataclass(frozen=True, slots=True)
class Place:
    """A unit of the directory; `hospital` is its catchment area, empty for the whole region."""

    hsa_id: str
    name: str
    kind: UnitKind
    municipality: str
    phone: str
    hours: str
    hospital: str = ""


@dataclass(frozen=True, slots=True)
class ShiftPattern:
    """A shift on a Swedish clock, and how many work it."""

    starts: time
    ends: time
    weekday: int
    weekend: int


@dataclass(frozen=True, slots=True)
class Leg:
    """One of the centre's legs: a queue, its callers' day by the hour, its shifts.

    `advice` says whether its operators write in the record.
    """

    queue: str
    called: str
    share: float
    weekday: tuple[float, ...]
    weekend: tuple[float, ...]
    shifts: tuple[ShiftPattern, ...]
    advice: bool = False

    @property
    def mean(self) -> float:
        """The shape's average hour over an ordinary week."""
        return (5 * sum(self.weekday) + 2 * sum(self.weekend)) / 168


@dataclass(frozen=True, slots=True)
class Post:
    user: str
    position: str
    roles: frozenset[Role]
    count: int
    queue: str = ""
    care_unit: str = ""


@dataclass(frozen=True, slots=True)
class Generation:
    """Given names that are typical of those born before a year and after the one before."""

    born_before: int
    women: str
    men: str


@dataclass(frozen=True, slots=True)
class Level:
    """The phrases of a contact reason at one level of urgency; a case is history and assessment."""

    cases: tuple[tuple[str, str], ...] = ()
    advice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReasonHabit:
    """Who calls for a contact reason, when, how urgently, and what is then written."""

    weight: float
    urgency: Mapping[str, float]
    acute: Level = Level()
    soon: Level = Level()
    calm: Level = Level()
    ages: Mapping[str, float] = field(default_factory=dict)
    months: tuple[float, ...] = (1.0,) * 12
    guide: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sex: Sex | None = None
    youngest: int = 0
    oldest: int = 150


@dataclass(frozen=True, slots=True)
class Guidance:
    """Codes by urgency and time of day, informants by age, outcomes of calls without a note."""

    urgencies: Mapping[str, Mapping[str, Mapping[str, float]]]
    informants: Mapping[str, Mapping[str, float]]
    without_note: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Phrases:
    """What any note may hold beside the words of its contact reason."""

    since: tuple[str, ...]
    since_now: tuple[str, ...]
    happened: tuple[str, ...]
    happened_now: tuple[str, ...]
    degrees: tuple[str, ...]
    history_more: tuple[str, ...]
    background_child: tuple[str, ...]
    background_adult: tuple[str, ...]
    background_old: tuple[str, ...]
    advice_more: tuple[str, ...]
    speaker: Mapping[str, Mapping[Sex, tuple[str, ...]]]
    correction_reasons: tuple[str, ...]
    correction_added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseNote:
    """A note on top of a person's card."""

    kind: SpecialKind
    text: str


@dataclass(frozen=True, slots=True)
class CasePerson:
    """A particular person.  `died` is in days before the region's end, 0 for the living."""

    key: str
    number: str
    given: str
    family: str
    born: date | None = None
    died: int = 0
    former: str = ""
    language: str = ""
    protection: Protection = Protection.NONE
    notes: tuple[CaseNote, ...] = ()
    blocks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseCall:
    """A call about a particular person, `hours` before the region's end, with its note."""

    person: str
    nurse: int
    hours: float
    reason: str
    urgency: str
    outcome: str
    history: str
    assessment: str
    advice: str
    call_back_if: str = ""
    unit: str = ""
    care_unit: str = ""
    phone: str = ""
    informant: Relation = Relation.SELF
    informant_name: str = ""
    signed: bool = True


@dataclass(frozen=True, slots=True)
class Case:
    """All that is particular, kept out of what is left to chance."""

    persons: tuple[CasePerson, ...]
    calls: tuple[CaseCall, ...]


@dataclass(frozen=True, slots=True)
class Region:
    name: str
    care_unit: str
    calls_a_year: int
    reserve_prefix: str
    reserve_pattern: str
    months: tuple[float, ...]
    caller_series: tuple[str, ...]
    municipalities: tuple[Municipality, ...]
    units: tuple[Place, ...]
    legs: tuple[Leg, ...]
    posts: tuple[Post, ...]
    generations: tuple[Generation, ...]
    guidance: Guidance
    phrases: Phrases
    reasons: Mapping[str, ReasonHabit]
    person_numbers: tuple[str, ...]
    cases: Case
    directory: Directory
    switchboard: SwitchboardHabits
    supervision: SupervisionHabits
    snippets: tuple[Phrase, ...] = ()
    matters: tuple[Matter, ...] = ()


@cache
def published() -> Region:
    """The demo region that the program carries."""
    read = resources.demo.table
    return msgspec.convert(
        {
            **read("region"),
            **read("units"),
            **read("centre"),
            **read("names"),
            **read("snippets"),
            **read("cases"),
            **read("matters"),
            **read("switchboard"),
            **read("supervision"),
            "directory": read("directory"),
            "guidance": read("guidance"),
            "phrases": read("phrases"),
            "reasons": resources.demo.reasons(),
            "person_numbers": resources.demo.person_numbers(),
        },
        Region,
    )
