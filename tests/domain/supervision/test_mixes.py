"""Rows of notes by their care levels: sums, shares, and that nothing hidden can be had back."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from random import Random
from time import perf_counter

import pytest

from kundcenter.domain.supervision.dimensions import PairCount
from kundcenter.domain.supervision.mixes import Mix, hidden_places, mix_lines, mix_of

PAIRS = (
    PairCount("FEBER", "VC", 30),
    PairCount("FEBER", "EGENVARD", 70),
    PairCount("HOSTA", "EGENVARD", 40),
    PairCount("HOSTA", "NY", 10),
    PairCount("RYGG", "112", 2),
)
ORDER = ("EGENVARD", "VC", "AKUT", "112")


def test_columns_stand_as_the_care_levels_do_and_rows_by_their_size() -> None:
    mix = mix_of(PAIRS, ORDER)
    assert mix.columns == ("EGENVARD", "VC", "112", "NY")  # of AKUT there is nothing
    assert mix.rows == ("FEBER", "HOSTA", "RYGG")
    assert mix.counts == ((70, 30, 0, 0), (40, 0, 0, 10), (0, 0, 2, 0))
    assert mix.summed()[-1] == (110, 30, 2, 10, 152)


def test_rows_that_are_given_stand_there_even_with_nothing() -> None:
    mix = mix_of(PAIRS, ORDER, ("RYGG", "BUK", "FEBER", "HOSTA"))
    assert mix.rows == ("RYGG", "BUK", "FEBER", "HOSTA")
    assert mix.counts[1] == (0, 0, 0, 0)


def test_counts_and_shares_of_the_row() -> None:
    lines, total = mix_lines(mix_of(PAIRS, ORDER), share=False)
    assert [part.value for part in lines[0].parts] == [70, 30, 0, 0]
    assert (lines[0].now.value, total.now.value) == (100, 152)
    shares, whole = mix_lines(mix_of(PAIRS, ORDER), share=True)
    assert [(p.value, p.numerator, p.denominator) for p in shares[1].parts] == [
        (80, 40, 50), (0, 0, 50), (0, 0, 50), (20, 10, 50),
    ]  # fmt: skip
    assert whole.parts[1].value == pytest.approx(100 * 30 / 152)
    assert shares[1].now.value == 50  # the row's own count, whatever its parts are told as


def test_of_nothing_there_is_no_share() -> None:
    rows = ("BUK", "FEBER", "HOSTA", "RYGG")
    lines, _ = mix_lines(mix_of(PAIRS, ORDER, rows), share=True)
    assert [part.value for part in lines[0].parts] == [None] * 4
    assert lines[0].now.value == 0
    nothing, total = mix_lines(mix_of((), ORDER), share=True)
    assert (nothing, total.now.value, total.parts) == ((), 0, ())


def test_small_counts_are_hidden_with_what_would_give_them_back() -> None:
    lines, total = mix_lines(mix_of(PAIRS, ORDER), share=False, limit=5)
    shown = [[part.hidden or part.value for part in line.parts] for line in (*lines, total)]
    assert shown[2] == [0, 0, "<5", 0]
    assert lines[2].now.hidden == "<5"
    assert total.parts[2].hidden == "<5"
    assert all(part.numerator is None for line in lines for part in line.parts if part.hidden)


def test_a_share_does_not_tell_a_hidden_sum() -> None:
    mix = Mix(("a", "b"), ("x", "y"), ((6, 3), (50, 60)))
    lines, _ = mix_lines(mix, share=True, limit=5)
    for line in lines:
        if line.now.hidden:
            assert all(part.hidden or not part.numerator for part in line.parts)


def test_nothing_that_is_hidden_can_be_had_back() -> None:
    """Against linear algebra: of every hidden count there are several values that fit the rest."""
    chance = Random(85)
    seen = 0
    for _ in range(150):
        rows, columns = chance.randint(2, 5), chance.randint(2, 5)
        cells = tuple(
            tuple(chance.choice((0, 0, 1, 2, 3, 4, 7, 20, 90)) for _ in range(columns))
            for _ in range(rows)
        )
        names = tuple(map(str, range(rows))), tuple(map(str, range(columns)))
        table = Mix(*names, cells).summed()
        hidden = hidden_places(table, 5)
        assert {at for at, stands in hidden.items() if stands == "<5"} == {
            (r, c) for r, c in product(range(rows + 1), range(columns + 1)) if 0 < table[r][c] < 5
        }
        assert not any(table[r][c] == 0 for r, c in hidden)
        fixed = _fixed(sorted(hidden), rows, columns)
        assert not fixed, (cells, fixed)
        seen += len(hidden)
    assert seen > 500


def test_what_is_few_even_together_is_hidden_with_more() -> None:
    """1 and 1 beside their sum tell themselves: two is made of nothing else."""
    table = Mix(("a", "b"), ("x", "y", "z"), ((1, 1, 30), (40, 50, 60))).summed()
    hidden = hidden_places(table, 5)
    in_row = [at for at in hidden if at[0] == 0 and at[1] < 3]
    assert sum(table[r][c] for r, c in in_row) >= 5 or (0, 3) in hidden


def _fixed(hidden: list[tuple[int, int]], rows: int, columns: int) -> list[tuple[int, int]]:
    """Hidden entries that the sums leave no choice of: nought in every vector of the null space."""
    matrix = []
    for row in range(rows + 1):
        matrix.append([_sign(at[1], columns) if at[0] == row else 0 for at in hidden])
    for column in range(columns + 1):
        matrix.append([_sign(at[0], rows) if at[1] == column else 0 for at in hidden])
    reduced, pivots = _reduced([[Fraction(each) for each in line] for line in matrix])
    free = [at for at in range(len(hidden)) if at not in pivots]
    return [
        hidden[pivot]
        for line, pivot in zip(reduced, pivots, strict=False)
        if all(line[at] == 0 for at in free)
    ]


def _sign(place: int, last: int) -> int:
    return -1 if place == last else 1


def _reduced(matrix: list[list[Fraction]]) -> tuple[list[list[Fraction]], list[int]]:
    pivots: list[int] = []
    width = len(matrix[0])
    for column in range(width):
        at = len(pivots)
        found = next((n for n in range(at, len(matrix)) if matrix[n][column]), None)
        if found is None:
            continue
        matrix[at], matrix[found] = matrix[found], matrix[at]
        head = matrix[at][column]
        matrix[at] = [each / head for each in matrix[at]]
        for n, line in enumerate(matrix):
            if n != at and line[column]:
                by = line[column]
                matrix[n] = [a - by * b for a, b in zip(line, matrix[at], strict=True)]
        pivots.append(column)
    return matrix, pivots


def test_many_units_are_masked_at_once() -> None:
    chance = Random(3)
    cells = tuple(tuple(chance.choice((0, 0, 1, 3, 9, 40)) for _ in range(9)) for _ in range(400))
    table = Mix(tuple(map(str, range(400))), tuple(map(str, range(9))), cells).summed()
    begun = perf_counter()
    hidden = hidden_places(table, 5)
    assert perf_counter() - begun < 2  # some tens of milliseconds
    assert len(hidden) > 1_000
