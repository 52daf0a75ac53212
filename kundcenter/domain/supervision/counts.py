"""Counts of calls that can be added to each other: of hours to days, of days to months.

DOMAIN §13.1.  A wait is kept as its whole seconds (floor) in a histogram, so that the median and
any service level are exact on whole seconds for whatever is added up; the mean is of milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Waits:
    """How long a number of calls waited.

    `seconds` is how many waited so many whole seconds; `total_ms` and `longest_ms` are of the waits
    themselves, in whole milliseconds.
    """

    seconds: Mapping[int, int] = field(default_factory=dict)
    count: int = 0
    total_ms: int = 0
    longest_ms: int = 0

    def merged(self, *others: Waits) -> Waits:
        """All of them together."""
        return total_waits((self, *others))

    def within(self, seconds: int) -> int:
        """How many waited less than so many seconds and one: those that did not wait longer.

        A wait of 180.4 s is within 180 s, as a clock that shows whole seconds says.
        """
        return sum(count for wait, count in self.seconds.items() if wait <= seconds)

    def under(self, seconds: int) -> int:
        """How many waited less than so many seconds."""
        return sum(count for wait, count in self.seconds.items() if wait < seconds)

    def quantile(self, share: float) -> float | None:
        """The wait that a share did not exceed, in whole seconds; None of none.

        Between two waits the mean of them, where the share falls on the border: the median of
        12, 15, 370 and 550 is 192.5.
        """
        if not self.count:
            return None
        place = share * self.count
        first = min(max(int(place) if place > int(place) else int(place) - 1, 0), self.count - 1)
        second = min(int(place), self.count - 1)
        return (self._at(first) + self._at(second)) / 2

    @property
    def mean(self) -> float | None:
        """In seconds; None of none."""
        return self.total_ms / 1000 / self.count if self.count else None

    @property
    def longest(self) -> float | None:
        """In seconds; None of none."""
        return self.longest_ms / 1000 if self.count else None

    def _at(self, place: int) -> int:
        """The wait in that place, from 0, of all in order."""
        seen = 0
        for wait in sorted(self.seconds):
            seen += self.seconds[wait]
            if place < seen:
                return wait
        raise IndexError(place)


NO_WAITS = Waits()


def waits_of(waits_ms: Iterable[int]) -> Waits:
    """The histogram of single waits, in milliseconds."""
    seconds: dict[int, int] = {}
    count = total = longest = 0
    for wait in waits_ms:
        second = wait // 1000
        seconds[second] = seconds.get(second, 0) + 1
        count += 1
        total += wait
        longest = max(longest, wait)
    return Waits(seconds, count, total, longest)


def total_waits(parts: Iterable[Waits]) -> Waits:
    some = [each for each in parts if each.count]
    if len(some) < 2:
        return some[0] if some else NO_WAITS
    seconds: dict[int, int] = {}
    known = seconds.get
    for each in some:
        for wait, count in each.seconds.items():
            seconds[wait] = known(wait, 0) + count
    return Waits(
        seconds,
        sum(each.count for each in some),
        sum(each.total_ms for each in some),
        max(each.longest_ms for each in some),
    )


@dataclass(frozen=True, slots=True)
class CallCounts:
    """The calls that joined a queue, or all queues.

    A call counts once for each queue that it joined, when it joined it.  `answered`: some desk
    answered it.  `abandoned`: the caller left before that.  `unknown`: it rang, nobody answered,
    and nobody has told that the caller left.  `handled` of the answered are over; the times, in
    milliseconds, are of those alone.  `waiting`: what comes of them is not known yet; they are not
    offered before it is, for a share would fall while a telephone rings.
    """

    answered: Waits = field(default_factory=Waits)
    abandoned: Waits = field(default_factory=Waits)
    unknown: int = 0
    handled: int = 0
    talk_ms: int = 0
    hold_ms: int = 0
    wrap_ms: int = 0
    waiting: int = 0

    @property
    def offered(self) -> int:
        return self.answered.count + self.abandoned.count + self.unknown

    def short(self, seconds: int) -> int:
        """How many left before so many seconds had passed."""
        return self.abandoned.under(seconds)

    @property
    def handled_ms(self) -> int:
        return self.talk_ms + self.hold_ms + self.wrap_ms

    @property
    def empty(self) -> bool:
        return not (self.offered or self.waiting)

    def merged(self, *others: CallCounts) -> CallCounts:
        return total_counts((self, *others))


NO_CALLS = CallCounts()


def total_counts(parts: Iterable[CallCounts]) -> CallCounts:
    """All of them together; none is no call."""
    some = [each for each in parts if not each.empty]
    if len(some) < 2:
        return some[0] if some else NO_CALLS
    return CallCounts(
        answered=total_waits(each.answered for each in some),
        abandoned=total_waits(each.abandoned for each in some),
        unknown=sum(each.unknown for each in some),
        handled=sum(each.handled for each in some),
        talk_ms=sum(each.talk_ms for each in some),
        hold_ms=sum(each.hold_ms for each in some),
        wrap_ms=sum(each.wrap_ms for each in some),
        waiting=sum(each.waiting for each in some),
    )


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of a sort, and their times together where the sort has a time."""

    key: str
    count: int
    total_ms: int = 0


def total_tallies(parts: Iterable[Tally]) -> tuple[Tally, ...]:
    """One of each key, the most first; those that are as many in the order of their keys."""
    found: dict[str, tuple[int, int]] = {}
    for each in parts:
        counted, summed = found.get(each.key, (0, 0))
        found[each.key] = (counted + each.count, summed + each.total_ms)
    made = (Tally(key, *numbers) for key, numbers in found.items() if numbers[0])
    return tuple(sorted(made, key=lambda each: (-each.count, each.key)))
