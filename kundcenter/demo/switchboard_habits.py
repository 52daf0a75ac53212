"""What the demo region's switchboard works with, as resources/demo/switchboard.toml has it."""

from __future__ import annotations

from dataclasses import dataclass

from kundcenter.domain.service_desk.axes import Complexity, HandledBy, Nature, Scope
from kundcenter.domain.service_desk.topics import Heading
from kundcenter.domain.switchboard.absences import AbsenceReason
from kundcenter.domain.switchboard.inquiries import Answer, Asked, Asker
from kundcenter.domain.switchboard.messages import MessageChannel, MessageState
from kundcenter.domain.switchboard.terms import Greeting


@dataclass(frozen=True, slots=True)
class DirectoryHabit:
    """`hsa`: its people work at the region's units, and not at `workplaces`."""

    name: str
    people: int
    hsa: bool = False
    workplaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FunctionHabit:
    name: str
    title: str
    words: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class AbsenceHabit:
    """`hours` None: nobody knows until when."""

    reason: AbsenceReason
    hours: int | None = None


@dataclass(frozen=True, slots=True)
class MessageHabit:
    """Taken so many minutes before the region's end."""

    minutes: int
    state: MessageState
    channel: MessageChannel
    text: str
    urgent: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True)
class QuestionHabit:
    heading: Heading
    scope: Scope
    complexity: Complexity
    nature: Nature
    handler: HandledBy
    times: int = 1
    unanswered: str = ""


@dataclass(frozen=True, slots=True)
class InquiryHabit:
    minutes: int
    asker: Asker
    asked: Asked
    answer: Answer
    who: str = ""


@dataclass(frozen=True, slots=True)
class SwitchboardHabits:
    """One in `away_every` people is away."""

    first_extension: int
    directories: tuple[DirectoryHabit, ...]
    titles: tuple[str, ...]
    municipal_titles: tuple[str, ...]
    functions: tuple[FunctionHabit, ...]
    away_every: int
    absences: tuple[AbsenceHabit, ...]
    greetings: tuple[Greeting, ...]
    messages: tuple[MessageHabit, ...]
    questions: tuple[QuestionHabit, ...]
    inquiries: tuple[InquiryHabit, ...]
