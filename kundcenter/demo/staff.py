"""Who works at the centre, and their shifts: the same order round and round, so nobody works twice
in a row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from kundcenter.demo.chance import ID_BITS, chance_of, id_at
from kundcenter.demo.names import Names, user_name
from kundcenter.demo.region import Leg, Region
from kundcenter.domain.calendar import is_weekday, local, shift_bounds
from kundcenter.domain.identity import Sex
from kundcenter.domain.operators import Operator

_DAY = timedelta(days=1)
_WOMEN = 0.85  # of those who work at such centres


@dataclass(frozen=True, slots=True)
class Shift:
    """Times are POSIX seconds."""

    operator: Operator
    starts: float
    ends: float


@dataclass(frozen=True, slots=True)
class Staff:
    """Everybody, and those who answer in each queue."""

    operators: tuple[Operator, ...]
    by_queue: dict[str, tuple[Operator, ...]]


def staff(region: Region, names: Names, *, seed: int, at: datetime, busier: float) -> Staff:
    """The operators, added about the instant; a busier region has more who answer calls."""
    chance = chance_of(seed, "staff")
    taken: set[str] = set()
    by_queue: dict[str, list[Operator]] = {leg.queue: [] for leg in region.legs}
    operators: list[Operator] = []
    for post in region.posts:
        count = round(post.count * busier) if post.queue else post.count
        for place in range(count):
            sex = Sex.WOMAN if chance.random() < _WOMEN else Sex.MAN
            given = names.given(sex, chance.randint(1961, 1999), chance.random())
            family = names.family(chance.random())
            user = post.user if place == 0 else _free(user_name(given, family), taken)
            taken.add(user)
            added_at = at + timedelta(seconds=len(operators))
            operator = Operator(
                id=id_at(added_at, chance.getrandbits(ID_BITS)),
                user_name=user,
                name=f"{given} {family}",
                position=post.position,
                roles=post.roles,
                care_unit=post.care_unit or region.care_unit,
                added_at=added_at,
            )
            operators.append(operator)
            if post.queue:
                by_queue[post.queue].append(operator)
    return Staff(tuple(operators), {queue: tuple(found) for queue, found in by_queue.items()})


def shifts(
    leg: Leg, workers: tuple[Operator, ...], *, since: datetime, until: datetime, busier: float
) -> Iterator[Shift]:
    """The leg's shifts in the order in which they start."""
    day, last = local(since).date() - _DAY, local(until).date()
    turn = 0
    while day <= last:
        weekday = is_weekday(day)
        for pattern in sorted(leg.shifts, key=lambda pattern: pattern.starts):
            starts, ends = shift_bounds(day, pattern.starts, pattern.ends)
            for _ in range(round((pattern.weekday if weekday else pattern.weekend) * busier)):
                operator = workers[turn % len(workers)]
                turn += 1
                yield Shift(operator, starts.timestamp(), ends.timestamp())
        day += _DAY


def _free(user: str, taken: set[str]) -> str:
    """The user name, or the first of name2, name3 … that nobody has."""
    tries = (user if number == 1 else f"{user}{number}" for number in range(1, 1_000))
    return next(name for name in tries if name not in taken)
