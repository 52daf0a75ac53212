"""The summary of a shift and of a year: the document, and its pages.

PERFORMANCE §6: a shift's PDF at most 500 ms and a year's at most 1 s, whatever the store holds.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from kundcenter.adapters.paper.summary import SummaryPages
from kundcenter.domain.supervision.periods import Span
from kundcenter.domain.supervision.summary import SummaryOrder
from tests.benchmarks import figures
from tests.benchmarks.frame import Budget, Figure, Row, Terms, growth, interleaved, timings
from tests.ground import Ground

NAME = "summary"
SHIFT_PAGES, YEAR_PAGES = "a shift's pages", "a year's pages"
BUDGETS = {SHIFT_PAGES: 500.0, YEAR_PAGES: 1_000.0}
MOST_SAMPLES = 40  # each takes some tenths of a second


def rows(terms: Terms) -> Iterator[Row]:
    """The document and the pages at every size, and how they grow."""
    sizes = figures.QUICK_SIZES[:1] if terms.quick else terms.sizes
    terms.stores.mkdir(parents=True, exist_ok=True)
    works: dict[tuple[int, str], Callable[[], object]] = {}
    with ExitStack() as stack:
        pages = SummaryPages(Path(stack.enter_context(tempfile.TemporaryDirectory())))
        for size in sizes:
            own = stack.enter_context(tempfile.TemporaryDirectory(dir=terms.stores))
            ground = figures.filled(Path(own), size)
            while ground.desk.figures.keep_up():
                pass
            for name, work in _works(ground, pages).items():
                works[size, name] = work
        count = 1 if terms.quick else min(terms.samples, MOST_SAMPLES)
        times = interleaved(works, count, warm=0 if terms.quick else 2)
    measured = []
    for (size, name), taken in times.items():
        budgets = [Budget(Figure.P95, BUDGETS[name])] if name in BUDGETS else ()
        measured.append(timings(NAME, name, taken, size=size, budgets=budgets))
    yield from sorted(measured, key=lambda row: row.path)
    for name in BUDGETS if len(sizes) > 1 else ():
        yield growth((row for row in measured if row.path == name), Figure.P50, most=0.1)


def _works(ground: Ground, pages: SummaryPages) -> dict[str, Callable[[], object]]:
    def document(span: Span) -> Callable[[], object]:
        return partial(ground.desk.summaries.of, SummaryOrder(span))

    shift, year = (ground.desk.summaries.of(SummaryOrder(s)) for s in (figures.SHIFT, figures.YEAR))
    return {
        "a shift's document": document(figures.SHIFT),
        "a year's document": document(figures.YEAR),
        SHIFT_PAGES: partial(pages, shift),
        YEAR_PAGES: partial(pages, year),
    }
