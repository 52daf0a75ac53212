"""The marks of an axis: even numbers from 0 to above the highest value."""

from __future__ import annotations

import pytest

from kundcenter.domain.supervision.chart_scale import MOST_TICKS, shown_labels, ticks


@pytest.mark.parametrize(
    ("most", "marks"),
    [
        (100, (0, 20, 40, 60, 80, 100)),
        (85, (0, 20, 40, 60, 80, 100)),
        (7, (0, 2, 4, 6, 8)),
        (0.9, (0, 0.2, 0.4, 0.6, 0.8, 1.0)),
        (1_234, (0, 250, 500, 750, 1_000, 1_250)),
        (5, (0, 1, 2, 3, 4, 5)),
    ],
)
def test_the_marks_are_even(most: float, marks: tuple[float, ...]) -> None:
    assert ticks(most) == marks


@pytest.mark.parametrize("most", [0, -3, float("nan"), float("inf")])
def test_an_axis_of_nothing_goes_from_nought_to_one(most: float) -> None:
    assert ticks(most) == (0, 1)


def test_calls_are_whole() -> None:
    assert ticks(2, whole=True) == (0, 1, 2)
    assert ticks(0.3, whole=True) == (0, 1)
    assert all(mark == int(mark) for most in range(1, 3_000) for mark in ticks(most, whole=True))


def test_the_highest_value_is_within_and_the_marks_are_few() -> None:
    for n in range(1, 4_000):
        most = n * 0.37
        marks = ticks(most)
        assert marks[0] == 0
        assert marks[-1] >= most
        assert 2 <= len(marks) <= MOST_TICKS
        assert marks[-2] < most  # no empty room above


def test_every_label_is_written_where_there_is_room() -> None:
    assert shown_labels(12, 600, 50) == 1
    assert shown_labels(24, 600, 50) == 2
    assert shown_labels(0, 600, 50) == shown_labels(5, 0, 50) == 1
