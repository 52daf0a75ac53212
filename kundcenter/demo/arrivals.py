"""When callers call: a chance process by the hour, whose rate follows day, week, year and holidays.

Hours are counted backwards from the end until the calls are enough, so that the density is that of
the real centre whatever the number of calls.  Beyond ten years' worth the centre gets busier.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from kundcenter.demo.chance import chance_of, poisson
from kundcenter.demo.region import DemoTerms, Leg, Region
from kundcenter.domain.calendar import is_weekday, local

LONGEST = 10  # years back
_HOUR = timedelta(hours=1)
_HOURS_A_YEAR = 8_766


@dataclass(frozen=True, slots=True)
class Plan:
    """How many call each leg in each hour from `starts_at`; `busier` is 1 as a rule."""

    starts_at: datetime
    busier: float
    counts: dict[str, array[int]]

    def instants(self, leg: Leg, chance: Random) -> Iterator[float]:
        """The POSIX times of the leg's calls, in order."""
        hour = self.starts_at.timestamp()
        for count in self.counts[leg.queue]:
            yield from sorted(hour + 3600 * chance.random() for _ in range(count))
            hour += 3600


def expected(region: Region, leg: Leg, at: datetime) -> float:
    """The calls of an ordinary year's hour that begins at the instant."""
    clock = local(at)
    shape = leg.weekday if is_weekday(clock.date()) else leg.weekend
    a_year = region.calls_a_year * leg.share * region.months[clock.month - 1]
    return a_year / _HOURS_A_YEAR * shape[clock.hour] / leg.mean


def plan(region: Region, terms: DemoTerms) -> Plan:
    """Exactly `terms.calls` calls, the last of them before `terms.until`."""
    chance = chance_of(terms.seed, "arrivals")
    busier = max(1.0, terms.calls / (LONGEST * region.calls_a_year))
    backwards = {leg.queue: array("H") for leg in region.legs}
    at, left = terms.until.astimezone(UTC), terms.calls
    while left:
        at -= _HOUR
        for leg in region.legs:
            count = min(left, poisson(chance, busier * expected(region, leg, at)))
            backwards[leg.queue].append(count)
            left -= count
    for counts in backwards.values():
        counts.reverse()
    return Plan(at, busier, backwards)
