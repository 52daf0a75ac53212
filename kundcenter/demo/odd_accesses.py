"""Accesses that a reviewer of the log ought to ask about, one of each pattern."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from uuid import UUID

from kundcenter.demo.accesses import AccessLog
from kundcenter.demo.floor import Agent
from kundcenter.demo.overtime import Overtime
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.grounds import GroundCategory
from kundcenter.domain.log_review import MANY_PERSONS, MANY_SEARCHES, RETURNS
from kundcenter.domain.operators import Operator
from kundcenter.domain.people import Person

DAY, HOUR = 86_400.0, 3_600.0  # s
CURIOUS = "Vill se hur det gick för patienten."  # an operator's words, invented


class OddAccesses:
    """`neighbour` is opened again and again, `many` are opened within an hour."""

    def __init__(
        self,
        nurses: Sequence[Operator],
        people: Mapping[str, Person],
        many: Sequence[UUID],
        *,
        until: float,
    ) -> None:
        self._nurses, self._people, self._many, self._until = nurses, people, many, until

    def made(self, log: AccessLog, overtime: Overtime) -> Iterator[object]:
        """In the order of time."""
        curious, hasty = self._nurses[15], self._nurses[16]  # who have no particular call
        for days in range(RETURNS + 2, 2, -1):
            yield from self._returned(log, overtime, curious, self._until - days * DAY - 8 * HOUR)
        yield from self._hurried(log, overtime, hasty, self._until - 2 * DAY - 6 * HOUR)

    def _returned(
        self, log: AccessLog, overtime: Overtime, operator: Operator, at: float
    ) -> Iterator[object]:
        """Refused first, then opened on a reason that was stated."""
        agent, begins = yield from self._seated(log, overtime, operator, at, 300.0)
        person_id = self._people["upprepad"].id
        yield from log.stated(agent, begins + 60, person_id=person_id, level=Level.DENIED)
        reason = f"{GroundCategory.QUALITY}: {CURIOUS}"
        yield from log.stated(
            agent,
            begins + 90,
            person_id=person_id,
            level=Level.STATED,
            purpose=Purpose.QUALITY,
            reason=reason,
        )
        yield from log.session(agent, Activity.SIGN_OUT, begins + 300)

    def _hurried(
        self, log: AccessLog, overtime: Overtime, operator: Operator, at: float
    ) -> Iterator[object]:
        """More persons and more searches than anybody needs in an hour."""
        agent, begins = yield from self._seated(log, overtime, operator, at, HOUR)
        searches = [self._many[n % len(self._many)] for n in range(MANY_SEARCHES + 2)]
        for place, person_id in enumerate(searches):
            now = begins + 60 + 40.0 * place
            yield from log.person(
                agent, Activity.SEARCH, now, person_id=person_id, level=Level.OVERVIEW
            )
            if place <= MANY_PERSONS:
                yield from log.person(agent, Activity.READ, now + 5, person_id=person_id)
        yield from log.session(agent, Activity.SIGN_OUT, begins + HOUR)

    @staticmethod
    def _seated(
        log: AccessLog, overtime: Overtime, operator: Operator, at: float, length: float
    ) -> Generator[object, None, tuple[Agent, float]]:
        """Signed in, at the time or before; who and when."""
        begins = overtime.free(operator.id, at, length + 60)
        agent, session = overtime.worked(operator, begins, begins + length)
        yield session
        yield from log.session(agent, Activity.SIGN_IN, begins)
        return agent, begins
