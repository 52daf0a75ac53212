"""The floor of one leg: who is on duty and free, and so how long each caller has to wait.

First come, first served; the operator who has waited longest takes the call; one who is free later
than the caller has patience takes none.  An operator has one call at a time, by construction.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from random import Random
from uuid import UUID

from kundcenter.demo.chance import ID_BITS, id_at, instant
from kundcenter.demo.staff import Shift
from kundcenter.domain.operators import Operator

_AHEAD = 3_600  # s: a caller may wait for a shift that has not begun
_BREAK_FROM, _BREAK_WITHIN, _BREAK_LENGTH = 0.3, 0.35, 2_700  # of the shift; s
_BREATH = 45.0  # s between two calls, on average


@dataclass(order=True, slots=True)
class Agent:
    """An operator on duty.  Times are POSIX seconds; ordered by who is free first."""

    free: float
    turn: int
    operator: Operator = field(compare=False)
    session_id: UUID = field(compare=False)
    signed_in: float = field(compare=False)
    ends: float = field(compare=False)
    break_at: float = field(compare=False)
    breaks: list[tuple[float, float]] = field(compare=False, default_factory=list)


class Floor:
    """`came` and `left` gather who has come on and gone off duty since they were last emptied."""

    def __init__(self, shifts: Iterator[Shift], chance: Random) -> None:
        self._shifts = shifts
        self._chance = chance
        self._next = next(shifts, None)
        self._turn = 0
        self._agents: list[Agent] = []
        self.came: list[Agent] = []
        self.left: list[Agent] = []

    def first_free(self, at: float) -> Agent | None:
        """The operator who can take a call that comes at the time; None when nobody is on duty.

        Must be followed by `took` or `kept`.  Asked in the order of time.
        """
        self._change_shifts(at)
        while self._agents:
            agent = heappop(self._agents)
            starts = max(agent.free, at)
            if starts >= agent.ends:
                self.left.append(agent)
            elif starts >= agent.break_at:
                agent.free, agent.break_at = starts + _BREAK_LENGTH, agent.ends
                agent.breaks.append((starts, agent.free))
                heappush(self._agents, agent)
            else:
                return agent
        return None

    def took(self, agent: Agent, closed: float) -> None:
        """The operator has had a call and is done with it."""
        agent.free = closed + self._chance.expovariate(1 / _BREATH)
        heappush(self._agents, agent)

    def kept(self, agent: Agent) -> None:
        """The caller gave up; the operator is as free as before."""
        heappush(self._agents, agent)

    def close(self) -> None:
        """The end of time: all go home."""
        self.left += self._agents
        self._agents = []

    def _change_shifts(self, at: float) -> None:
        while self._next is not None and self._next.starts <= at + _AHEAD:
            shift, self._next = self._next, next(self._shifts, None)
            if shift.ends <= at:
                continue
            self._let_go(min(at, shift.starts))
            self._turn += 1
            signed_in = shift.starts - 60 - 240 * self._chance.random()
            agent = Agent(
                free=shift.starts,
                turn=self._turn,
                operator=shift.operator,
                session_id=id_at(instant(signed_in), self._chance.getrandbits(ID_BITS)),
                signed_in=signed_in,
                ends=shift.ends,
                break_at=shift.starts + self._break_after(shift.ends - shift.starts),
            )
            heappush(self._agents, agent)
            self.came.append(agent)

    def _break_after(self, length: float) -> float:
        return length * (_BREAK_FROM + _BREAK_WITHIN * self._chance.random())

    def _let_go(self, at: float) -> None:
        """Those whose shift is over leave before the next ones come."""
        gone = [agent for agent in self._agents if max(agent.ends, agent.free) <= at]
        if gone:
            self.left += gone
            self._agents = [agent for agent in self._agents if agent not in gone]
            heapify(self._agents)
