"""What every benchmark shares: figures, budgets and the verdict on them, percentiles, growth."""

from __future__ import annotations

import gc
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from time import perf_counter_ns, thread_time_ns
from types import MappingProxyType
from typing import TypeVar

K = TypeVar("K")
SELDOM = 4


class Figure(StrEnum):
    """What a row tells; a budget names one of these."""

    P50 = "p50"
    P95 = "p95"
    P99 = "p99"
    MOST = "max"
    CPU = "CPU"  # milliseconds of the thread that did the work, the median
    RATIO = "× floor"  # p50 over the floor's p50
    RATIO_99 = "p99 × floor"  # p99 over the floor's p99
    GROWTH = "b"  # of t = a·N^b
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that a figure may be."""

    figure: Figure
    most: float

    def __str__(self) -> str:
        return f"{self.figure} ≤ {self.most:g}"


@dataclass(frozen=True, slots=True)
class Row:
    """One measured path at one size; times in milliseconds unless `unit` says otherwise.

    `size` is how many calls the store holds, 0 where it does not matter; `count` how many samples
    there were.  A row without budgets is a floor, or is there to be looked at.
    """

    benchmark: str
    path: str
    figures: Mapping[Figure, float]
    size: int = 0
    count: int = 1
    unit: str = "ms"
    budgets: tuple[Budget, ...] = ()

    @property
    def missed(self) -> tuple[Budget, ...]:
        """The budgets that it did not keep; one without its figure is missed too."""
        return tuple(
            budget
            for budget in self.budgets
            if not self.figures.get(budget.figure, math.inf) <= budget.most
        )

    @property
    def kept(self) -> bool | None:
        """None where nothing was promised."""
        return not self.missed if self.budgets else None


@dataclass(frozen=True, slots=True)
class Terms:
    """How much is measured: at which sizes, from how many samples, and where stores are kept.

    `quick` measures next to nothing: it tells only whether the benchmarks still run.
    """

    stores: Path
    sizes: tuple[int, ...]
    samples: int = 1_000
    long: bool = False
    quick: bool = False

    def smaller(self, path: tuple[int, str]) -> bool:
        """Whether a path (size, name) is only there to show growth up to the largest size."""
        return path[0] not in {0, self.sizes[-1]}


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of each run of one work, by the clock and of the thread's own CPU."""

    clock: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def take(self, work: Callable[[], object]) -> None:
        cpu, start = thread_time_ns(), perf_counter_ns()
        work()
        end = perf_counter_ns()
        self.clock.append((end - start) / 1e6)
        self.cpu.append((thread_time_ns() - cpu) / 1e6)


def interleaved(
    works: Mapping[K, Callable[[], object]],
    count: int,
    *,
    warm: int = 20,
    seldom: Callable[[K], bool] = lambda _: False,
) -> dict[K, Times]:
    """Each work's times, taken in turn, so that the machine's moods strike all alike.

    The works of one round are done in their order, so one may use what another has made.  Those
    that are `seldom` of interest are done in every fourth round: their medians are enough.
    """
    for _ in range(warm):
        for work in works.values():
            work()
    gc.collect()
    times = {name: Times() for name in works}
    for turn in range(count):
        for name, work in works.items():
            if turn % SELDOM == 0 or not seldom(name):
                times[name].take(work)
    return times


def percentile(times: Sequence[float], share: float) -> float:
    """The smallest of the times that `share` of them do not exceed.  Raises on none."""
    ordered = sorted(times)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def timings(
    benchmark: str,
    path: str,
    times: Times,
    *,
    size: int = 0,
    floor: Times | None = None,
    budgets: Sequence[Budget] = (),
) -> Row:
    """The row of a path's times, with ratios when there is a floor."""
    clock = times.clock
    figures = {
        Figure.P50: percentile(clock, 0.5),
        Figure.P95: percentile(clock, 0.95),
        Figure.P99: percentile(clock, 0.99),
        Figure.MOST: max(clock),
    }
    if times.cpu:
        figures[Figure.CPU] = percentile(times.cpu, 0.5)
    if floor is not None:
        figures[Figure.RATIO] = figures[Figure.P50] / percentile(floor.clock, 0.5)
        figures[Figure.RATIO_99] = figures[Figure.P99] / percentile(floor.clock, 0.99)
    return Row(
        benchmark,
        path,
        MappingProxyType(figures),
        size=size,
        count=len(clock),
        budgets=tuple(budgets),
    )


def value(
    benchmark: str,
    path: str,
    amount: float,
    unit: str,
    *,
    size: int = 0,
    most: float | None = None,
) -> Row:
    """The row of one count or amount."""
    return Row(
        benchmark,
        path,
        MappingProxyType({Figure.VALUE: amount}),
        size=size,
        unit=unit,
        budgets=() if most is None else (Budget(Figure.VALUE, most),),
    )


def growth(rows: Iterable[Row], figure: Figure, *, most: float | None = None) -> Row:
    """The row of the growth exponent of one path, from its rows at all sizes."""
    measured = tuple(rows)
    b = exponent((row.size, row.figures[figure]) for row in measured)
    return replace(
        measured[-1],
        path=f"{measured[-1].path}: growth of {figure}",
        figures=MappingProxyType({Figure.GROWTH: b}),
        size=0,
        count=len(measured),
        unit="b",
        budgets=() if most is None else (Budget(Figure.GROWTH, most),),
    )


def exponent(points: Iterable[tuple[int, float]]) -> float:
    """b of t = a·N^b by least squares over the logarithms; 0 for fewer than two sizes."""
    return slope([(math.log(n), math.log(t)) for n, t in points if n > 0 and t > 0])


def slope(points: Iterable[tuple[float, float]]) -> float:
    """That of the line through the points by least squares; 0 for fewer than two places."""
    found = tuple(points)
    if len({x for x, _ in found}) < 2:
        return 0.0
    mean_x = sum(x for x, _ in found) / len(found)
    mean_y = sum(y for _, y in found) / len(found)
    spread = sum((x - mean_x) ** 2 for x, _ in found)
    return sum((x - mean_x) * (y - mean_y) for x, y in found) / spread
