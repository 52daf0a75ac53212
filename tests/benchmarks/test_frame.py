"""The frame of the benchmarks: figures, budgets that can be missed, growth that is seen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.benchmarks import __main__ as program
from tests.benchmarks import report
from tests.benchmarks.counts import read_trace
from tests.benchmarks.frame import (
    Budget,
    Figure,
    Row,
    Terms,
    Times,
    exponent,
    growth,
    interleaved,
    percentile,
    slope,
    timings,
    value,
)

FLOOR = Times([1.0] * 99 + [2.0])


def row(*clock: float, size: int = 0, budgets: tuple[Budget, ...] = ()) -> Row:
    return timings("b", "path", Times(list(clock)), size=size, floor=FLOOR, budgets=budgets)


@pytest.mark.parametrize(("share", "expected"), [(0.0, 1), (0.5, 50), (0.95, 95), (1.0, 100)])
def test_a_percentile_is_one_of_the_times(share: float, expected: float) -> None:
    assert percentile([float(n) for n in range(100, 0, -1)], share) == expected


def test_a_row_tells_how_many_times_its_floor_it_took() -> None:
    figures = row(3.0, 3.0, 8.0).figures
    assert (figures[Figure.P50], figures[Figure.RATIO]) == (3.0, 3.0)
    assert (figures[Figure.MOST], figures[Figure.RATIO_99]) == (8.0, 8.0)


def test_a_budget_that_is_just_reached_is_kept() -> None:
    kept = row(4.0, 4.0, budgets=(Budget(Figure.RATIO, 4), Budget(Figure.P99, 4)))
    assert kept.kept
    assert kept.missed == ()


def test_a_budget_can_be_missed_and_is_named() -> None:
    ratio, worst = Budget(Figure.RATIO, 2), Budget(Figure.P99, 10)
    missed = row(3.0, 3.0, budgets=(ratio, worst))
    assert missed.kept is False
    assert missed.missed == (ratio,)
    assert "× floor ≤ 2 MISSED, p99 ≤ 10 kept" in report.table([missed])


def test_a_budget_without_its_figure_is_missed() -> None:
    without_floor = timings("b", "path", Times([1.0]), budgets=(Budget(Figure.RATIO, 9),))
    assert without_floor.kept is False
    assert "MISSED" in report.table([without_floor])


def test_a_figure_that_is_no_number_misses_its_budget() -> None:
    assert value("b", "path", float("nan"), "MB", most=1).kept is False


def test_nothing_is_kept_where_nothing_was_promised() -> None:
    assert row(1.0).kept is None
    assert report.verdict([row(1.0), value("b", "p", 3, "", most=2)]).startswith("0 of 1 ")


@pytest.mark.parametrize("b", [0.0, 0.5, 1.0, 2.0])
def test_growth_is_found_in_the_times(b: float) -> None:
    points = [(n, 0.3 * n**b) for n in (10_000, 100_000, 1_000_000)]
    assert exponent(points) == pytest.approx(b)


def test_a_path_that_grows_with_the_store_misses_its_budget() -> None:
    flat = [row(2.0, size=n) for n in (10_000, 1_000_000)]
    steep = [row(n / 10_000, size=n) for n in (10_000, 1_000_000)]
    assert growth(flat, Figure.P50, most=0.1).kept
    assert growth(steep, Figure.P50, most=0.1).kept is False


def test_one_size_alone_tells_of_no_growth() -> None:
    assert exponent([(10_000, 3.0)]) == 0.0
    assert slope([]) == 0.0


def test_works_take_turns_and_are_all_counted() -> None:
    said: list[str] = []
    works = {"a": lambda: said.append("a"), "b": lambda: said.append("b")}
    times = interleaved(works, 3, warm=1)
    assert said == ["a", "b"] * 4
    assert [len(each.clock) for each in times.values()] == [3, 3]
    assert all(each.cpu for each in times.values())


def test_what_is_seldom_of_interest_is_done_in_every_fourth_round() -> None:
    works = {"often": lambda: None, "seldom": lambda: None}
    times = interleaved(works, 9, warm=0, seldom=lambda name: name == "seldom")
    assert [len(each.clock) for each in times.values()] == [9, 3]


def test_the_table_and_the_json_tell_the_same(tmp_path: Path) -> None:
    rows = [row(3.0, size=10_000, budgets=(Budget(Figure.RATIO, 2),)), value("b", "v", 2, "kB")]
    report.write(rows, tmp_path / "run.json", at=datetime.now(UTC), command="c")
    kept = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert [each["missed"] for each in kept["rows"]] == [["× floor"], []]
    assert kept["rows"][0]["figures"]["p50"] == 3.0
    assert "10 000" in report.table(rows)
    assert "2 kB" in report.table(rows)


def test_syncs_are_counted_between_the_marks_of_a_trace() -> None:
    trace = """
12 access("mark:ring", F_OK) = -1 ENOENT
12 fdatasync(7) = 0
13 fdatasync(9 <unfinished ...>
12 <... fdatasync resumed>) = 0
12 faccessat2(AT_FDCWD, "mark:close", F_OK, 0) = -1 ENOENT
12 access("/etc/other", F_OK) = 0
12 access("mark:ring", F_OK) = -1 ENOENT
12 fsync(7) = 0
12 access("mark:done", F_OK) = -1 ENOENT
12 fsync(7) = 0
"""
    assert read_trace(trace) == {"ring": [2, 1], "close": [0]}


class Broken:
    NAME = "broken"

    @staticmethod
    def rows(_terms: Terms) -> Iterator[Row]:
        yield value("broken", "path", 3, "MB", most=2)


@pytest.mark.parametrize(("asked", "code"), [((), 0), (("--strict",), 1)])
def test_a_missed_budget_fails_the_run_only_when_asked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, asked: tuple[str, ...], code: int
) -> None:
    monkeypatch.setattr(program, "BENCHMARKS", {"broken": Broken})
    assert program.main(["broken", "--out", str(tmp_path / "bench"), *asked]) == code
    assert "MISSED" in (tmp_path / "bench" / "run.txt").read_text(encoding="utf-8")
