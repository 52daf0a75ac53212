"""Every benchmark still runs: on a store of next to nothing, where no budget is asked for."""

from __future__ import annotations

import math

import pytest

from tests.benchmarks.__main__ import BENCHMARKS, QUICK_SAMPLES, QUICK_SIZES
from tests.benchmarks.frame import Figure, Terms


@pytest.fixture(scope="module")
def terms(tmp_path_factory: pytest.TempPathFactory) -> Terms:
    stores = tmp_path_factory.mktemp("bench-stores")
    return Terms(stores, sizes=QUICK_SIZES, samples=QUICK_SAMPLES, quick=True)


@pytest.mark.parametrize("name", BENCHMARKS)
def test_a_benchmark_still_runs_and_measures_what_it_has_budgets_for(
    name: str, terms: Terms
) -> None:
    rows = list(BENCHMARKS[name].rows(terms))
    assert any(row.budgets for row in rows)
    for row in rows:
        assert all(math.isfinite(figure) for figure in row.figures.values()), row.path
        # A promise without its figure would be a missed one for ever.
        assert all(budget.figure in row.figures for budget in row.budgets), row.path
        assert row.figures.get(Figure.P50, 0.0) >= 0.0
