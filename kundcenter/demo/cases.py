"""Particular persons and calls of the demo region, so that all that the program shows is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from kundcenter.demo.accesses import AccessLog
from kundcenter.demo.chance import ID_BITS, id_at, instant
from kundcenter.demo.floor import Agent
from kundcenter.demo.overtime import Overtime
from kundcenter.demo.region import Case, CaseCall, CasePerson
from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.blocks import Block, BlockKind, care_provider
from kundcenter.domain.calendar import local
from kundcenter.domain.calls import Call, CallState, Channel
from kundcenter.domain.identity import IdKind, PersonId, Sex
from kundcenter.domain.journal import Entry, EntryVersion, Note, Relation
from kundcenter.domain.operators import Operator
from kundcenter.domain.people import FormerIdentity, Person
from kundcenter.domain.special_notes import SpecialNote
from kundcenter.domain.units import Unit

TALK, WRAP_UP = 300.0, 240.0  # s
FEWEST = 100  # calls of a region: a smaller one has no particular cases


@dataclass(frozen=True, slots=True)
class CaseGround:
    """What the cases are made in: `founded` is when the persons were registered."""

    nurses: tuple[Operator, ...]
    units: tuple[Unit, ...]
    codes: str
    founded: datetime
    until: datetime


class Cases:
    """Makes the persons first, and their calls when everybody's working hours are known."""

    def __init__(self, case: Case, ground: CaseGround, chance: Random) -> None:
        self._case, self._ground, self._chance = case, ground, chance
        self._units: Mapping[str, UUID] = {unit.hsa_id: unit.id for unit in ground.units}
        self.people = {each.key: self._person(each) for each in case.persons}

    def persons(self) -> Iterator[object]:
        """Each person with what stands on top of the card."""
        ground = self._ground
        by = ground.nurses[-1].id
        for each in self._case.persons:
            person = self.people[each.key]
            yield person
            at = ground.founded + timedelta(days=1)
            if each.former:
                identity = PersonId(IdKind.LRES_LOCAL, each.former)
                yield FormerIdentity(self._id(at), person.id, identity, until_at=at, by=by)
            for note in each.notes:
                id = self._id(at)
                yield SpecialNote(id, person.id, note.kind, note.text, noted_at=at, noted_by=by)
            for unit in each.blocks:
                yield Block(
                    id=self._id(at),
                    person_id=person.id,
                    kind=BlockKind.INNER,
                    care_provider=care_provider(unit),
                    care_unit=unit,
                    valid_from=None,
                    valid_until=None,
                    asked_by=Relation.SELF,
                    set_at=at,
                    set_by=by,
                )

    def calls(self, log: AccessLog, overtime: Overtime) -> Iterator[object]:
        """The calls in the order of time, each with its session, its note and its accesses."""
        until = self._ground.until.timestamp()
        for number, each in enumerate(sorted(self._case.calls, key=lambda one: -one.hours)):
            nurse = self._ground.nurses[each.nurse % len(self._ground.nurses)]
            rang = overtime.free(nurse.id, until - 3_600 * each.hours, TALK + WRAP_UP + 60)
            agent, session = overtime.worked(nurse, rang, rang + TALK + WRAP_UP + 30)
            yield session
            yield from log.session(agent, Activity.SIGN_IN, rang - 30)
            yield from self._call(each, agent, log, rang=rang, number=number)
            yield from log.session(agent, Activity.SIGN_OUT, rang + TALK + WRAP_UP + 30)

    def _call(
        self, each: CaseCall, agent: Agent, log: AccessLog, *, rang: float, number: int
    ) -> Iterator[object]:
        operator, person = agent.operator, self.people[each.person]
        answered, ended = instant(rang + 5), instant(rang + TALK)
        saved = rang + TALK + 100
        call = Call(
            id=self._id(instant(rang)),
            channel=Channel.LINE,
            rang_at=instant(rang),
            queued_at=instant(rang - 60),
            number=each.phone or None,
            called="1177",
            queue="1177",
            line_call=f"demo-fall-{number + 1}",
            state=CallState.DONE,
            operator_id=operator.id,
            answered_at=answered,
            ended_at=ended,
            closed_at=instant(rang + TALK + WRAP_UP),
            outcome=each.outcome,
        )
        entry = Entry(
            id=self._id(instant(saved)),
            person_id=person.id,
            written_under=person.person_id,
            call_id=call.id,
            author_id=operator.id,
            author_name=operator.name,
            author_position=operator.position,
            care_unit=each.care_unit or operator.care_unit,
            contact_at=answered,
            created_at=instant(saved),
        )
        signed = instant(saved + 60) if each.signed else None
        version = EntryVersion(
            id=self._id(instant(saved)),
            entry_id=entry.id,
            number=1,
            note=self._note(each),
            written_at=instant(saved),
            written_by=operator.id,
            signed_at=signed,
            signed_by=operator.id if signed else None,
        )
        yield call
        yield from log.person(
            agent, Activity.SEARCH, rang + 20, person_id=person.id, level=Level.OVERVIEW
        )
        yield from log.person(agent, Activity.READ, rang + 25, person_id=person.id)
        yield entry
        yield version
        about = {"person_id": person.id, "entry_id": entry.id}
        yield from log.entry(agent, Activity.WRITE, saved, **about)
        if signed:
            yield from log.entry(agent, Activity.SIGN, saved + 60, **about)

    def _note(self, each: CaseCall) -> Note:
        return Note(
            codes=self._ground.codes,
            informant=each.informant,
            informant_name=each.informant_name,
            reason=each.reason,
            history=each.history,
            assessment=each.assessment,
            urgency=each.urgency,
            outcome=each.outcome,
            unit_id=self._units[each.unit] if each.unit else None,
            advice=each.advice,
            call_back_if=each.call_back_if,
        )

    def _person(self, each: CasePerson) -> Person:
        at = self._ground.founded
        kind = IdKind.PNR if each.number.isdigit() else IdKind.LRES_LOCAL
        identity = PersonId(kind, each.number)
        died: date | None = None
        if each.died:
            died = local(self._ground.until - timedelta(days=each.died)).date()
        return Person(
            id=self._id(at),
            person_id=identity,
            given_name=each.given,
            family_name=each.family,
            registered_at=at,
            sex=identity.sex or Sex.WOMAN,
            born_on=each.born,
            protection=each.protection,
            died_on=died.isoformat() if died else "",
            language=each.language,
        )

    def _id(self, at: datetime) -> UUID:
        return id_at(at, self._chance.getrandbits(ID_BITS))
