"""The demo region's switchboard: people in directories, who is away, what was taken and asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from kundcenter.demo.chance import ID_BITS, chance_of, id_at, one
from kundcenter.demo.names import Names, user_name
from kundcenter.demo.switchboard_habits import DirectoryHabit, SwitchboardHabits
from kundcenter.demo.topics import topics
from kundcenter.domain.identity import Sex
from kundcenter.domain.operators import Operator
from kundcenter.domain.phone_numbers import FICTIONAL_SERIES
from kundcenter.domain.service_desk.axes import Axes
from kundcenter.domain.service_desk.questions import Question, QuestionDraft
from kundcenter.domain.service_desk.topics import Topic, TopicVersion
from kundcenter.domain.switchboard.absences import Absence
from kundcenter.domain.switchboard.contacts import (
    Contact,
    ContactDraft,
    ContactKind,
    ContactNumber,
    NumberKind,
)
from kundcenter.domain.switchboard.inquiries import Inquiry, InquiryDraft
from kundcenter.domain.switchboard.messages import (
    Message,
    MessageChannel,
    MessageDraft,
    MessageState,
    MessageStep,
    MessageStepKind,
)
from kundcenter.domain.switchboard.terms import SwitchboardTerms
from kundcenter.domain.switchboard.terms_default import DEFAULT
from kundcenter.domain.units import Unit

MOBILE, OFFICE = FICTIONAL_SERIES[0], FICTIONAL_SERIES[3]
ADDRESSES = "example.com"
_WOMEN = 0.7
_BEFORE = timedelta(minutes=90)  # so long ago most who are away went
_STEP_OF = {
    MessageState.SENT: MessageStepKind.SENT,
    MessageState.FAILED: MessageStepKind.FAILED,
    MessageState.PRINTED: MessageStepKind.PRINTED,
    MessageState.RECEIVED: MessageStepKind.RECEIVED,
}


@dataclass(frozen=True, slots=True)
class SwitchboardGround:
    """Who works there, and where people may be reached; `until` is the region's end."""

    units: tuple[Unit, ...]
    takers: tuple[Operator, ...]
    editor: Operator
    names: Names
    founded: datetime
    until: datetime
    seed: int


@dataclass(slots=True)
class Switchboard:
    """Makes the values, each after those that it refers to."""

    habits: SwitchboardHabits
    ground: SwitchboardGround
    _chance: Random = field(init=False)
    _extension: int = field(init=False)

    def __post_init__(self) -> None:
        self._chance = chance_of(self.ground.seed, "switchboard")
        self._extension = self.habits.first_extension - 1

    def values(self) -> Iterator[object]:
        yield self._terms()
        contacts = [*self._functions()]
        for directory in self.habits.directories:
            contacts += self._people(directory)
        yield from contacts
        yield from self._absences(contacts)
        yield from self._messages(contacts)
        for topic in self._topics():
            yield topic
            yield TopicVersion(topic)
        yield from self._questions()
        yield from self._inquiries()

    def _terms(self) -> SwitchboardTerms:
        ground = self.ground
        return SwitchboardTerms(
            id=self._id(ground.founded),
            number=1,
            content=replace(DEFAULT, greetings=self.habits.greetings),
            published_at=ground.founded,
            published_by=ground.editor.id,
            comment="Demonstration",
            demonstration=True,
        )

    def _functions(self) -> Iterator[Contact]:
        directory = self.habits.directories[0].name
        for number, function in enumerate(self.habits.functions, start=1):
            extension = self._next_extension()
            yield self._contact(
                ContactDraft(
                    directory=directory,
                    name=function.name,
                    kind=ContactKind.FUNCTION,
                    title=function.title,
                    numbers=(ContactNumber(NumberKind.DESK, extension, hidden=function.hidden),),
                    extension=extension,
                    email=f"funktion{number}@{ADDRESSES}",
                    words=function.words,
                    key=f"F{number:04d}",
                )
            )

    def _people(self, directory: DirectoryHabit) -> Iterator[Contact]:
        titles = self.habits.titles if directory.hsa else self.habits.municipal_titles
        for number in range(1, directory.people + 1):
            sex = Sex.WOMAN if self._chance.random() < _WOMEN else Sex.MAN
            given = self.ground.names.given(sex, self._chance.randint(1961, 1999), self._fraction())
            family = self.ground.names.family(self._fraction())
            unit = one(self._chance, self.ground.units) if directory.hsa else None
            workplace = one(self._chance, directory.workplaces) if directory.workplaces else ""
            extension = self._next_extension() if directory.hsa else ""
            yield self._contact(
                ContactDraft(
                    directory=directory.name,
                    name=f"{given} {family}",
                    title=one(self._chance, titles),
                    unit_id=unit.id if unit else None,
                    workplace=workplace,
                    municipality=unit.municipality if unit else "Jönköping",
                    numbers=self._numbers(extension, number),
                    extension=extension,
                    email=f"{user_name(given, family)}@{ADDRESSES}",
                    key=f"P{number:05d}",
                )
            )

    def _numbers(self, extension: str, number: int) -> tuple[ContactNumber, ...]:
        """Every third has a mobile number too, which is not given to callers."""
        office = f"+{int(OFFICE.first[1:]) + number % 100}"
        first = ContactNumber(NumberKind.DESK, extension or office)
        if number % 3:
            return (first,)
        mobile = f"+{int(MOBILE.first[1:]) + number % 95}"
        return first, ContactNumber(NumberKind.MOBILE, mobile, hidden=True)

    def _contact(self, told: ContactDraft) -> Contact:
        at = self.ground.founded
        return Contact(self._id(at), told, changed_at=at, changed_by=self.ground.editor.id)

    def _absences(self, contacts: list[Contact]) -> Iterator[Absence]:
        people = [each for each in contacts if each.told.kind is ContactKind.PERSON]
        for at, contact in enumerate(people[:: self.habits.away_every]):
            habit = self.habits.absences[at % len(self.habits.absences)]
            starts = self.ground.until - _BEFORE * self._fraction()
            back = None if habit.hours is None else starts + timedelta(hours=habit.hours)
            beside = people[(at * self.habits.away_every + 1) % len(people)]
            yield Absence(
                id=self._id(starts),
                contact_id=contact.id,
                reason=habit.reason,
                starts_at=starts,
                back_at=back,
                deputy_id=beside.id if at % 2 else None,
                comment="",
                set_by=one(self._chance, self.ground.takers).id,
            )

    def _messages(self, contacts: list[Contact]) -> Iterator[object]:
        for number, habit in enumerate(self.habits.messages):
            at = self.ground.until - timedelta(minutes=habit.minutes)
            by = self.ground.takers[number % len(self.ground.takers)].id
            to = contacts[number * 7]
            told = MessageDraft(
                channel=habit.channel,
                text=habit.text,
                contact_id=to.id,
                address=to.told.email if habit.channel is MessageChannel.MAIL else "",
                callback=f"+{int(MOBILE.first[1:]) + number}",
                caller="Kim Exempel",
                urgent=habit.urgent,
                read_back=True,
            )
            gone = at + timedelta(minutes=2)
            kind = _STEP_OF.get(habit.state)
            message = Message(
                id=self._id(at),
                draft=told,
                state=habit.state,
                written_at=at,
                written_by=by,
                state_at=gone if kind else at,
                tries=1 if habit.channel is MessageChannel.MAIL and kind else 0,
            )
            yield message
            yield MessageStep(self._id(at), message.id, MessageStepKind.WRITTEN, at, by)
            if kind:
                yield MessageStep(self._id(gone), message.id, kind, gone, by, fault=habit.fault)

    def _topics(self) -> Iterator[Topic]:
        ground = self.ground
        return topics(ground.editor, ground.units, seed=ground.seed, at=ground.until)

    def _questions(self) -> Iterator[Question]:
        for habit in self.habits.questions:
            axes = Axes(habit.scope, habit.complexity, habit.nature)
            for _ in range(habit.times):
                at = self.ground.until - timedelta(hours=1 + 200 * self._fraction())
                told = QuestionDraft(
                    axes, habit.handler, habit.heading, unanswered=habit.unanswered
                )
                by = one(self._chance, self.ground.takers).id
                yield Question(self._id(at), told, at, by)

    def _inquiries(self) -> Iterator[Inquiry]:
        for habit in self.habits.inquiries:
            at = self.ground.until - timedelta(minutes=habit.minutes)
            told = InquiryDraft(habit.asker, habit.asked, habit.answer, who=habit.who)
            yield Inquiry(self._id(at), told, at, one(self._chance, self.ground.takers).id)

    def _next_extension(self) -> str:
        self._extension += 1
        return str(self._extension)

    def _fraction(self) -> float:
        return self._chance.random()

    def _id(self, at: datetime) -> UUID:
        return id_at(at, self._chance.getrandbits(ID_BITS))
