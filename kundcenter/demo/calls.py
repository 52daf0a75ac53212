"""The calls of one leg, from ring to done, with all that the operators wrote about them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from random import Random
from uuid import UUID

from kundcenter.demo.accesses import AccessLog
from kundcenter.demo.attendance import Attendance
from kundcenter.demo.chance import ID_BITS, Weighted, id_at, instant, one
from kundcenter.demo.courses import Course, Courses
from kundcenter.demo.entries import Entries, Talk, Written
from kundcenter.demo.floor import Agent, Floor
from kundcenter.demo.people import Population, Resident
from kundcenter.demo.region import Leg
from kundcenter.domain.access_log import Activity
from kundcenter.domain.calls import Call, Channel
from kundcenter.domain.identity import PersonId, Sex
from kundcenter.domain.operators import Session
from kundcenter.domain.people import Person

_SIBLING = 0.01  # of the notes: the call is about two patients
_AGAIN = 0.09  # of the calls: about what somebody called about lately
_REMEMBERED = 400  # patients who may call again about the same
_UNNAMED = 0.006  # of the notes: a patient whom nobody can identify
_DESCRIBED = (
    ("Okänd man", Sex.MAN),
    ("Okänd kvinna", Sex.WOMAN),
    ("Okänd ung man", Sex.MAN),
    ("Okänd äldre kvinna", Sex.WOMAN),
)

Made = tuple[float, list[object]]


class LegCalls:
    """Makes the leg's calls: each with its arrival and the values to store, parents first."""

    def __init__(
        self,
        leg: Leg,
        *,
        chance: Random,
        floor: Floor,
        population: Population,
        entries: Entries,
        log: AccessLog,
        attendance: Attendance,
        without_note: Weighted[str],
        until: float,
    ) -> None:
        self._leg = leg
        self._chance = chance
        self._floor = floor
        self._courses = Courses(floor, chance, advice=leg.advice, until=until)
        self._population = population
        self._entries = entries
        self._log = log
        self._attendance = attendance
        self._without_note = without_note
        self._until = until
        self._count = 0
        self._lately: deque[tuple[Resident, str]] = deque(maxlen=_REMEMBERED)

    def made(self, arrivals: Iterable[float]) -> Iterator[Made]:
        for came in arrivals:
            course = self._courses.of(came)
            yield came, self._shift_changes() + self._values(course)
        self._floor.close()
        yield self._until, self._shift_changes()

    def _values(self, course: Course) -> list[object]:
        chance, agent, answered = self._chance, course.agent, course.answered
        resident, reason = self._caller(course.came)
        id = id_at(instant(course.rang), chance.getrandbits(ID_BITS))
        if agent is None or answered is None:
            return [self._call(id, course, resident)]
        written: list[Written] = []
        if course.noted:
            talk = Talk(id, answered, answered, course.ended, course.closed)
            written = self._written(resident, agent, talk, reason=reason)
        outcome = written[-1].note.outcome if written else self._without_note.at(chance.random())
        call = self._call(id, course, resident, outcome=outcome)
        return [call, *(value for each in written for value in each.values)]

    def _call(
        self, id: UUID, course: Course, resident: Resident, *, outcome: str | None = None
    ) -> Call:
        leg = self._leg
        self._count += 1
        ended_at = instant(course.ended)
        return Call(
            id=id,
            channel=Channel.LINE,
            rang_at=instant(course.rang),
            queued_at=instant(course.came),
            number=resident.number,
            called=leg.called,
            queue=leg.queue,
            line_call=f"demo-{leg.queue}-{self._count}",
            state=course.state,
            operator_id=course.agent.operator.id if course.agent else None,
            answered_at=None if course.answered is None else instant(course.answered),
            ended_at=ended_at,
            closed_at=instant(course.closed) if course.agent else ended_at,
            outcome=outcome,
            wrap_up_until=instant(course.closed) if course.agent else None,
            held_ms=self._attendance.parked(course),
        )

    def _caller(self, came: float) -> tuple[Resident, str | None]:
        """Who is called about, and for what reason when it is about the same as lately."""
        chance = self._chance
        if self._lately and chance.random() < _AGAIN:
            return one(chance, self._lately)
        return self._population.caller(chance, instant(came)), None

    def _written(
        self, resident: Resident, agent: Agent, talk: Talk, *, reason: str | None
    ) -> list[Written]:
        """The call's notes, mostly one; two patients share the time."""
        chance = self._chance
        if chance.random() < _UNNAMED:
            return [self._about_unnamed(agent, talk)]
        if chance.random() >= _SIBLING:
            written = [self._entries.about(resident, agent, talk, reason=reason)]
        else:
            other = self._population.caller(chance, instant(talk.answered))
            first, second = _shared(talk)
            written = [
                self._entries.about(resident, agent, first, reason=reason),
                self._entries.about(other, agent, second),
            ]
        self._lately.append((resident, written[0].note.reason))
        return written

    def _about_unnamed(self, agent: Agent, talk: Talk) -> Written:
        """Somebody is registered without a number: care may not wait for one."""
        at = instant(talk.answered)
        id = id_at(at, self._chance.getrandbits(ID_BITS))
        name, sex = one(self._chance, _DESCRIBED)
        person = Person(id, PersonId.unknown(id), name, "", registered_at=at, sex=sex)
        home = self._population.resident(0).municipality
        written = self._entries.about(Resident(person, None, home, lot=0), agent, talk)
        return Written(written.note, [person, *written.values])

    def _shift_changes(self) -> list[object]:
        """The sessions that ended since the last call, and who signed in and out."""
        floor, values = self._floor, list[object]()
        for agent in floor.left:
            closed = min(max(agent.ends, agent.free), self._until)
            operator = agent.operator
            values.append(
                Session(
                    id=agent.session_id,
                    operator_id=operator.id,
                    roles=operator.roles,
                    care_unit=operator.care_unit,
                    opened_at=instant(min(agent.signed_in, self._until)),
                    closed_at=instant(closed),
                )
            )
            values += self._log.session(agent, Activity.SIGN_OUT, closed)
            values += self._attendance.of(agent, closed)
        for agent in floor.came:
            values += self._log.session(agent, Activity.SIGN_IN, agent.signed_in)
        floor.left, floor.came = [], []
        return values


def _shared(talk: Talk) -> tuple[Talk, Talk]:
    """The time of one call about two patients: the first note is done before the second."""
    third = (talk.closed - talk.ended) / 3
    done = talk.ended + third
    return replace(talk, closed=done), replace(talk, answered=done, ended=done + third)
