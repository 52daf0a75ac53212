"""How a call goes: the caller waits and is answered, gives up, or is sent on to somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from kundcenter.demo.chance import spread
from kundcenter.demo.floor import Agent, Floor
from kundcenter.domain.calls import CallState

_SHORT, _SHORT_LIMIT = 0.04, 5.0  # hang up at once: a wrong number, a change of mind; s
_PATIENCE, _PATIENCE_SPREAD = 1_250.0, 0.9  # s
_PASSED_ON, _RINGS_OUT = 0.012, 20.0  # nobody lifted the handset; s
_LIFT, _LIFT_WITHIN = 1.5, 6.0  # s from ring to answer
_NOTED = 0.66  # of the answered calls to a leg that gives advice
_TALK, _WRAP = {True: 430.0, False: 215.0}, {True: 210.0, False: 40.0}  # s, with a note or without
_TALK_SPREAD, _WRAP_SPREAD = 0.6, 0.5
_SHORTEST_TALK = 15.0


@dataclass(frozen=True, slots=True)
class Course:
    """One call's instants in POSIX seconds; `answered` is None when nobody answered.

    `agent` is who answered, `noted` whether something is written in a record.
    """

    state: CallState
    came: float
    rang: float
    answered: float | None
    ended: float
    closed: float
    agent: Agent | None = None
    noted: bool = False


class Courses:
    """Nothing happens after `until`: what would come later comes then."""

    def __init__(self, floor: Floor, chance: Random, *, advice: bool, until: float) -> None:
        self._floor = floor
        self._chance = chance
        self._advice = advice
        self._until = until

    def of(self, came: float) -> Course:
        """The course of a call that comes at the time.  Asked in the order of time."""
        chance, until = self._chance, self._until
        agent = self._floor.first_free(came)
        gives_up = came + self._patience()
        rang = max(came, agent.free) + 1.0 + chance.random() if agent else gives_up
        answered = rang + _LIFT + _LIFT_WITHIN * chance.random()
        if agent is None or answered > gives_up:
            ended = min(gives_up, until)
            state, rang = CallState.ABANDONED, min(rang, ended)
        elif chance.random() < _PASSED_ON:
            ended = min(rang + _RINGS_OUT, until)
            state, rang = CallState.PASSED_ON, min(rang, ended)
        else:
            return self._answered(came, rang, answered, agent=agent)
        if agent:
            self._floor.kept(agent)
        return Course(state, came, rang, answered=None, ended=ended, closed=ended)

    def _answered(self, came: float, rang: float, answered: float, *, agent: Agent) -> Course:
        chance, until = self._chance, self._until
        noted = self._advice and chance.random() < _NOTED
        ended = answered + max(_SHORTEST_TALK, spread(chance, _TALK[noted], _TALK_SPREAD))
        closed = ended + spread(chance, _WRAP[noted], _WRAP_SPREAD)
        self._floor.took(agent, closed)
        return Course(
            CallState.DONE,
            came,
            min(rang, until),
            answered=min(answered, until),
            ended=min(ended, until),
            closed=min(closed, until),
            agent=agent,
            noted=noted,
        )

    def _patience(self) -> float:
        chance = self._chance
        if chance.random() < _SHORT:
            return 0.5 + (_SHORT_LIMIT - 0.5) * chance.random()
        return _SHORT_LIMIT + spread(chance, _PATIENCE, _PATIENCE_SPREAD)
