"""A chart as a value: what is drawn on the screen and on paper, and read as a table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChartKind(StrEnum):
    BARS = "STAPLAR"
    STACKED = "STAPLADE"
    LINES = "LINJER"


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values, a value for each label.  None: no value, shown as a gap and as "–"."""

    name: str
    values: tuple[float | None, ...]
    dashed: bool = False  # what others are compared with: a period before


@dataclass(frozen=True, slots=True)
class Mark:
    """A value that is drawn as a line through the chart, as a target is."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn.  Every series has as many values as there are labels.

    `unit` is the word after a value ("%", "s", "samtal"); `decimals` as the values are written.
    """

    title: str
    unit: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    kind: ChartKind = ChartKind.BARS
    marks: tuple[Mark, ...] = ()
    decimals: int = 0

    def __post_init__(self) -> None:
        if any(len(each.values) != len(self.labels) for each in self.series):
            raise ValueError("a series has a value for each label")

    @property
    def top(self) -> float:
        """The highest value or mark, 0 of none."""
        values = [value for each in self.series for value in each.values if value is not None]
        if self.kind is ChartKind.STACKED:
            columns = zip(*(each.values for each in self.series), strict=True)
            values = [sum(value or 0 for value in column) for column in columns]
        return max([*values, *(mark.value for mark in self.marks)], default=0.0)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return all(value is None for each in self.series for value in each.values)
