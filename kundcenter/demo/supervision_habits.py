"""What the demo region's supervisors work with, as resources/demo/supervision.toml has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from kundcenter.domain.supervision.feedback import About, FeedbackState
from kundcenter.domain.supervision.incidents import IncidentKind
from kundcenter.domain.supervision.roster_terms import PatternBreak
from kundcenter.domain.supervision.samples import CareLevel
from kundcenter.domain.supervision.surveys import Area


@dataclass(frozen=True, slots=True)
class PatternHabit:
    """One of a leg's shifts, by its queue and when it starts."""

    queue: str
    code: str
    name: str
    starts: time
    ends: time
    breaks: tuple[PatternBreak, ...]


@dataclass(frozen=True, slots=True)
class ClosureHabit:
    """So many hours before the region's end; it lasted for so many minutes."""

    hours: float
    minutes: int
    queue: str
    reason: str


@dataclass(frozen=True, slots=True)
class IncidentHabit:
    hours: float
    minutes: int
    kind: IncidentKind
    text: str = ""
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class TargetHabit:
    """`value` in thousandths of the figure's unit."""

    figure: str
    value: int
    at_least: bool
    queue: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class SurveyHabit:
    """`value` in thousandths; the period ended so many `days` before and was `length` days."""

    figure: str
    value: int
    days: int
    length: int
    answers: int
    asked: int
    source: str
    area: Area = Area.OWN


@dataclass(frozen=True, slots=True)
class OutcomeHabit:
    """How a judged call came out; without levels it was no advice."""

    weight: float
    given: CareLevel | None = None
    right: CareLevel | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class SampleHabit:
    title: str
    seed: str
    size: int
    judged: int
    hours: float
    outcomes: tuple[OutcomeHabit, ...]


@dataclass(frozen=True, slots=True)
class ReviewHabit:
    hours: float
    comment: str
    partly: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeedbackHabit:
    hours: float
    about: About
    text: str
    answer: str = ""
    state: FeedbackState = FeedbackState.OPEN


@dataclass(frozen=True, slots=True)
class SupervisionHabits:
    patterns: tuple[PatternHabit, ...]
    left_a_day: Mapping[str, float]
    closures: tuple[ClosureHabit, ...]
    incidents: tuple[IncidentHabit, ...]
    targets: tuple[TargetHabit, ...]
    surveys: tuple[SurveyHabit, ...]
    sample: SampleHabit
    review: ReviewHabit
    feedback: tuple[FeedbackHabit, ...]
