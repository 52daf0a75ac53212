"""Work outside the shifts: when an operator is free for it, and the session it is done in."""

from __future__ import annotations

from collections import defaultdict
from random import Random
from uuid import UUID

from kundcenter.demo.chance import ID_BITS, id_at, instant
from kundcenter.demo.floor import Agent
from kundcenter.domain.operators import Operator, Session

_STEP = 900.0  # s
_MARGIN = 600.0  # s between two sessions


class Overtime:
    """Learns the sessions of the shifts; an operator is never in two at once."""

    def __init__(self, chance: Random, *, since: float) -> None:
        self._chance, self._since = chance, since
        self._taken: dict[UUID, list[tuple[float, float]]] = defaultdict(list)

    def learn(self, session: Session) -> None:
        """One session of a shift.  Those that ended long ago are forgotten."""
        closed = (
            session.closed_at.timestamp() if session.closed_at else session.opened_at.timestamp()
        )
        if closed >= self._since:
            self._taken[session.operator_id].append((session.opened_at.timestamp(), closed))

    def free(self, operator_id: UUID, at: float, length: float) -> float:
        """The last time, at `at` or earlier, from which the operator is free for so long (s)."""
        taken = self._taken[operator_id]
        while any(begins - _MARGIN < at + length and at - _MARGIN < ends for begins, ends in taken):
            at -= _STEP
        return at

    def worked(self, operator: Operator, begins: float, ends: float) -> tuple[Agent, Session]:
        """The operator at a workplace of the evening, and the session."""
        opened = begins - 30
        self._taken[operator.id].append((opened, ends))
        session = Session(
            id=id_at(instant(opened), self._chance.getrandbits(ID_BITS)),
            operator_id=operator.id,
            roles=operator.roles,
            care_unit=operator.care_unit,
            opened_at=instant(opened),
            closed_at=instant(ends),
        )
        agent = Agent(
            free=begins,
            turn=0,
            operator=operator,
            session_id=session.id,
            signed_in=opened,
            ends=ends,
            break_at=ends,
        )
        return agent, session
