"""When a desk asks the centre again (RELIABILITY 2.16).  Chance and time are handed in.

All times are seconds; `now` is a clock that never goes back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

FIRST, LONGEST = 0.5, 60.0  # of the back-off, where there is a centre to be spared
LONGEST_AWAY = 12.0  # where nobody answers: of twenty desks, nineteen are back in ten seconds (G6)
SPREAD = 30.0  # over which desks come back that have lost the centre at the same moment
POLL = 30.0
PATIENCE = 90.0  # with a centre that can be reached but does not answer for what was sent
STUCK_AFTER = 3

Uniform = Callable[[float, float], float]


@dataclass(frozen=True, slots=True)
class Rest:
    """How long to wait.  `breakable` says whether an operator who waits may end it."""

    seconds: float
    breakable: bool = False


class Pace:
    """Back-off with full jitter: nothing is learnt from a failure but to come less often."""

    def __init__(self, uniform: Uniform) -> None:
        """`uniform` draws a number between two, as `random.Random.uniform` does."""
        self._uniform = uniform
        self._failures = 0

    @property
    def failures(self) -> int:
        """How many times in a row it has failed."""
        return self._failures

    def succeeded(self) -> None:
        """There was an answer."""
        self._failures = 0

    def failed(
        self,
        *,
        after_contact: bool = False,
        user_waits: bool = False,
        least: float | None = None,
        away: bool = False,
    ) -> Rest:
        """How long to wait after one more failure.

        `after_contact` says that there were answers until now, as with all the other desks: they
        shall not come back together.  `user_waits`, that the operator has just done something.
        `least` is what the centre itself has asked for (Retry-After), and is obeyed.  `away`, that
        nobody has answered: to ask again costs the centre nothing.
        """
        longest = LONGEST_AWAY if away else LONGEST
        limit = min(longest, FIRST * 2.0**self._failures) if self._failures < 32 else longest
        self._failures += 1
        if least is not None:  # not all at the same second
            return Rest(max(0.0, least) + self._uniform(0.0, limit))
        if after_contact and not user_waits:
            return Rest(self._uniform(0.0, SPREAD), breakable=True)
        return Rest(self._uniform(0.0, limit))

    def poll(self) -> float:
        """How long until the centre is asked although nothing has happened."""
        return POLL * self._uniform(0.75, 1.25)


class Watchdog:
    """Notices that work waits, the centre can be reached, and still nothing gets through."""

    def __init__(self) -> None:
        self._since: float | None = None
        self._barks = 0

    @property
    def stuck(self) -> bool:
        """Whether beginning anew has not helped: a person has to know."""
        return self._barks >= STUCK_AFTER

    def settled(self) -> None:
        """What was sent has been answered for."""
        self._since, self._barks = None, 0

    def barks(self, now: float, *, waiting: bool, reachable: bool) -> bool:
        """Whether the conversation and its connection are to be dropped now."""
        if not (waiting and reachable):
            self._since = None
            return False
        if self._since is None:
            self._since = now
        if now - self._since < PATIENCE:
            return False
        self._since = now
        self._barks += 1
        return True
