"""When the demo's operators were at their desks, their breaks, and how long callers were parked."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from kundcenter.demo.chance import ID_BITS, id_at, instant
from kundcenter.demo.courses import Course
from kundcenter.demo.floor import Agent
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.presences import Presence, PresenceKind

_PARKED, _FOR = 0.14, 55.0  # of the answered calls; s, on average
_MOST = 0.5  # of a talk that somebody is parked


class Attendance:
    """With a chance of its own: what was made before there was any stays as it was."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance

    def of(self, agent: Agent, closed: float) -> Iterator[Presence]:
        """The presence of one session that ended at the time, and the breaks in it."""
        yield self._presence(
            agent, PresenceKind.SIGNED_IN, None, min(agent.signed_in, closed), closed
        )
        for starts, ends in agent.breaks:
            if starts < closed:
                kind = PresenceKind.PAUSE
                yield self._presence(agent, kind, BreakKind.LUNCH, starts, min(ends, closed))

    def parked(self, course: Course) -> int:
        """For how many milliseconds the caller of an answered call was parked."""
        if course.answered is None or self._chance.random() >= _PARKED:
            return 0
        talk = course.ended - course.answered
        return int(1_000 * min(self._chance.expovariate(1 / _FOR), _MOST * talk))

    def _presence(
        self,
        agent: Agent,
        kind: PresenceKind,
        why: BreakKind | None,
        starts: float,
        ends: float,
    ) -> Presence:
        starts_at, ends_at = instant(starts), instant(ends)
        return Presence(
            id=id_at(starts_at, self._chance.getrandbits(ID_BITS)),
            operator_id=agent.operator.id,
            session_id=agent.session_id,
            kind=kind,
            why=why,
            starts_at=starts_at,
            seen_at=ends_at,
            ends_at=ends_at,
        )
