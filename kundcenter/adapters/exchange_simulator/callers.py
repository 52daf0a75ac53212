"""Simulated callers: when they call, how long they wait, how long they talk.

All of it comes from one seed and none of it from what the operators do, so the same seed and start
give the same callers whoever answers.  Shares and lengths are assumptions in the order of
DOMAIN §13.3 (8.4 minutes a call, wrap-up included); telephone numbers are PTS's fictional ones.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from kundcenter.adapters.exchange_simulator.day_curve import calls_an_hour, most_calls_an_hour
from kundcenter.domain.phone_numbers import FICTIONAL_SERIES

MAIN_QUEUE = "1177"
CALLED = {MAIN_QUEUE: "1177"}
CALLED_ELSE = "0980319200"

WITHHELD = 0.06
KEYED_IN = 0.62
SHORT = 0.04  # hang up within five seconds: a wrong number, a change of mind
_SHORTEST, _SHORT_LIMIT = 0.5, 5.0
_PATIENCE_MEDIAN, _PATIENCE_SPREAD = 540.0, 0.9
_TALK_MEAN, _TALK_SPREAD = 336.0, 0.6
_SHORTEST_TALK = 20.0
_QUEUE_WEIGHT = {MAIN_QUEUE: 0.8}
_QUEUE_WEIGHT_ELSE = 0.15


@dataclass(frozen=True, slots=True)
class Caller:
    """One who calls.  `patience` and `talk` in seconds; `number` None is withheld."""

    queue: str
    called: str = field(repr=False)
    number: str | None = field(repr=False)
    keyed_id: str | None = field(repr=False)
    patience: float
    talk: float
    name: str | None = field(default=None, repr=False)


def fictional_numbers() -> tuple[str, ...]:
    """All of PTS's, in national form, as an exchange delivers them."""
    swedish = "+46"
    return tuple(
        f"0{number.value.removeprefix(swedish)}" for series in FICTIONAL_SERIES for number in series
    )


class Arrivals:
    """A Poisson process whose rate follows the day curve, by thinning (Lewis and Shedler 1979).

    Times are seconds after `started_at`, an aware time with a real time zone.
    """

    def __init__(
        self,
        *,
        seed: int,
        started_at: datetime,
        a_year: int,
        queues: Sequence[str],
        persons: Sequence[str],
    ) -> None:
        self._chance = random.Random(f"arrivals {seed}")  # noqa: S311 - to be played again
        self._started_at = started_at
        self._a_year = a_year
        self._queues = tuple(queues)
        self._weights = [_QUEUE_WEIGHT.get(queue, _QUEUE_WEIGHT_ELSE) for queue in queues]
        self._persons = tuple(persons)
        self._numbers = fictional_numbers()

    def next_after(self, at: float) -> tuple[float, Caller]:
        """When the next one calls, and who it is.  Asked in the order of time."""
        most = most_calls_an_hour(self._a_year) / 3600
        while True:
            at += self._chance.expovariate(most)
            rate = calls_an_hour(self._local(at), self._a_year) / 3600
            if self._chance.random() * most < rate:
                return at, self._caller()

    def _local(self, at: float) -> datetime:
        utc = self._started_at.timestamp() + at
        return datetime.fromtimestamp(utc, tz=self._started_at.tzinfo)

    def _caller(self) -> Caller:
        chance = self._chance
        (queue,) = chance.choices(self._queues, self._weights)
        number = chance.choice(self._numbers)
        person = chance.choice(self._persons)
        return Caller(
            queue=queue,
            called=CALLED.get(queue, CALLED_ELSE),
            number=None if chance.random() < WITHHELD else number,
            keyed_id=person if chance.random() < KEYED_IN else None,
            patience=self._patience(),
            talk=max(_SHORTEST_TALK, self._lognormal(_TALK_MEAN, _TALK_SPREAD, mean=True)),
        )

    def _patience(self) -> float:
        if self._chance.random() < SHORT:
            return self._chance.uniform(_SHORTEST, _SHORT_LIMIT)
        return _SHORT_LIMIT + self._lognormal(_PATIENCE_MEDIAN, _PATIENCE_SPREAD)

    def _lognormal(self, middle: float, spread: float, *, mean: bool = False) -> float:
        centre = math.log(middle) - (spread**2 / 2 if mean else 0.0)
        return self._chance.lognormvariate(centre, spread)


def expected_load(at: datetime, a_year: int) -> float:
    """Erlangs: calls an hour times hours of work a call (talk and a wrap-up of half as long)."""
    return calls_an_hour(at, a_year) * timedelta(seconds=_TALK_MEAN * 1.5) / timedelta(hours=1)
