"""What is hidden cannot be had back, by whoever knows the sum, the page and how it was made."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import pytest

from kundcenter.domain.supervision.counts import Tally
from kundcenter.domain.supervision.masks import Masked, is_small, masked

LIMIT = 3


def told(*counts: int, limit: int = 5) -> list[str] | None:
    rows = masked([Tally(str(at), count) for at, count in enumerate(counts)], limit)
    return None if rows is None else [each.shown(limit) for each in rows]


def picture(rows: tuple[Masked, ...] | None, sums: tuple[int, ...]) -> object:
    hidden = 0 < sum(sums) < LIMIT
    return (hidden or sums), None if rows is None else tuple(each.shown(LIMIT) for each in rows)


@pytest.mark.parametrize("split", [0, 2])
def test_every_small_count_could_be_another_of_the_same_page(split: int) -> None:
    """Every table of four rows: those that look alike differ in each of their small counts."""
    alike: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for counts in product(range(9), repeat=4):
        if sum(counts) > 8:
            continue  # some that look like it are not among these
        tallies = [Tally(str(at), count) for at, count in enumerate(counts)]
        rows = masked(tallies, LIMIT, lambda key: "one" if int(key) < split else "other")
        if rows is not None:
            alike[picture(rows, (sum(counts[:split]), sum(counts[split:])))].append(counts)
    asked = 0
    for tables in alike.values():
        for at in range(4):
            found = {each[at] for each in tables}
            if any(is_small(count, LIMIT) for count in found):
                asked += 1
                assert len(found) > 1, tables[0]
    assert asked > 50


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((9, 7, 5), ["9", "7", "5"]),
        ((0, 9), ["0", "9"]),
        ((50, 20, 1), ["50", "•", "<5"]),
        ((50, 20, 4, 2), ["50", "•", "<5", "<5"]),
        ((50, 20, 4, 4), ["50", "•", "<5", "<5"]),  # both would be four, of eight
        ((50, 2, 1, 0), ["•", "<5", "<5", "0"]),
        ((50, 1, 1), ["•", "<5", "<5"]),  # both would be one, of two
    ],
)
def test_so_many_are_hidden_that_none_can_be_had_back(
    counts: tuple[int, ...], shown: list[str]
) -> None:
    assert told(*counts) == shown


def test_of_a_small_sum_that_is_hidden_too_the_rows_say_that_they_are_small() -> None:
    assert told(3) == ["<5"]
    assert told(0, 1, 3) == ["0", "<5", "<5"]


@pytest.mark.parametrize("counts", [(1, 1, 1, 1), (1, 1, 1, 1, 1), (5, 1), (4, 4)])
def test_too_little_is_not_told_at_all(counts: tuple[int, ...]) -> None:
    assert told(*counts) is None


def test_each_part_that_has_a_sum_of_its_own_is_hidden_for_itself() -> None:
    tallies = [Tally("a1", 30), Tally("a2", 3), Tally("b1", 20), Tally("b2", 9), Tally("b3", 8)]
    rows = masked(tallies, part=lambda key: key[0])
    assert rows is not None
    assert [each.shown() for each in rows] == ["•", "<5", "20", "9", "8"]
    alone = [Tally("a1", 30), Tally("a2", 20), Tally("b1", 3)]
    assert masked(alone, part=lambda key: key[0]) is None
    assert masked(alone) is not None


def test_many_rows_take_no_time() -> None:
    tallies = [Tally(str(at), 1 + at % 40) for at in range(17_000)]
    rows = masked(tallies)
    assert rows is not None
    assert sum(each.small for each in rows) == 4 * 425
