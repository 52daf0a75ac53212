"""What a sample tells: how often the level of care was the right one, and how sure that is."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kundcenter.domain.supervision.samples import (
    CareLevel,
    Sample,
    SampledCall,
    Triage,
    latest,
)

_Z = 1.959963984540054  # 95 % of a normal distribution lie within


@dataclass(frozen=True, slots=True)
class Share:
    """`numerator` of `denominator`, with the 95 % interval by Wilson's formula, in percent.

    All three are None when the denominator is 0.  The sample may be a large part of all calls;
    the interval does not count on that, and is rather too wide than too narrow.
    """

    numerator: int
    denominator: int

    @property
    def value(self) -> float | None:
        return 100 * self.numerator / self.denominator if self.denominator else None

    @property
    def interval(self) -> tuple[float, float] | None:
        n = self.denominator
        if not n:
            return None
        p, z2 = self.numerator / n, _Z * _Z
        centre = (p + z2 / (2 * n)) / (1 + z2 / n)
        half = _Z * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
        # At the ends the formula gives 0 and 1 exactly, but for what a division loses.
        low = 0.0 if self.numerator == 0 else 100 * (centre - half)
        high = 100.0 if self.numerator == n else 100 * (centre + half)
        return low, high


@dataclass(frozen=True, slots=True)
class LevelRow:
    """The judged calls that were given one level."""

    level: CareLevel
    count: int
    right: int
    over: int
    under: int
    elsewhere: int

    @property
    def share(self) -> Share:
        """How many of them were right."""
        return Share(self.right, self.count)


@dataclass(frozen=True, slots=True)
class SampleResult:
    """Counts of calls.  `rated` are the advisory ones of which the right level could be judged;
    `matrix` counts them by the level given and the level judged right.
    """

    drawn: int
    population: int
    judged: int
    advisory: int
    unclear: int  # advisory, but nobody can tell what had been right
    rated: int
    right: int
    over: int
    under: int
    elsewhere: int
    by_level: tuple[LevelRow, ...] = ()
    matrix: tuple[tuple[CareLevel, CareLevel, int], ...] = ()

    @property
    def left(self) -> int:
        return self.drawn - self.judged

    @property
    def advisory_share(self) -> Share:
        return Share(self.advisory, self.judged)

    @property
    def right_share(self) -> Share:
        return Share(self.right, self.rated)

    @property
    def over_share(self) -> Share:
        return Share(self.over, self.rated)

    @property
    def under_share(self) -> Share:
        return Share(self.under, self.rated)


def result(sample: Sample, judged: Iterable[SampledCall]) -> SampleResult:
    """The figures of a sample by the judgement that stands of each call."""
    stand = [
        each.judgement
        for call_id, each in latest(judged).items()
        if each.sample_id == sample.id and call_id in sample.call_ids
    ]
    pairs = Counter(
        (each.given, each.right)
        for each in stand
        if each.given is not None and each.right is not None
    )
    ways = Counter(each.triage for each in stand if each.triage is not None)
    advisory = sum(each.advisory for each in stand)
    rated = ways.total()
    rows = []
    for level in CareLevel:
        of = Counter(each.triage for each in stand if each.given is level)
        of.pop(None, None)
        if of:
            rows.append(
                LevelRow(
                    level,
                    of.total(),
                    of[Triage.RIGHT],
                    of[Triage.OVER],
                    of[Triage.UNDER],
                    of[Triage.ELSEWHERE],
                )
            )
    return SampleResult(
        drawn=len(sample.call_ids),
        population=sample.population,
        judged=len(stand),
        advisory=advisory,
        unclear=advisory - rated,
        rated=rated,
        right=ways[Triage.RIGHT],
        over=ways[Triage.OVER],
        under=ways[Triage.UNDER],
        elsewhere=ways[Triage.ELSEWHERE],
        by_level=tuple(rows),
        matrix=tuple(
            (given, right, pairs[given, right])
            for given in CareLevel
            for right in CareLevel
            if pairs[given, right]
        ),
    )
