"""How long it takes until a verb is on the disk, beside a bare write to the same disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

from tests.benchmarks import counts
from tests.benchmarks.floors import FLOOR, RAW, disk, raw_row
from tests.benchmarks.frame import Budget, Figure, Row, Terms, growth, interleaved, timings
from tests.benchmarks.shift import Calls
from tests.benchmarks.stores import copied, opened

NAME = "save"
# Four times the floor for the verb, its operation and its access record, once more for the mirror.
BUDGETS = (Budget(Figure.RATIO, 5), Budget(Figure.P99, 10), Budget(Figure.RATIO_99, 7))


def rows(terms: Terms) -> Iterator[Row]:
    """The floors, each verb at every size, its growth, and work that is counted."""
    with ExitStack() as stack:
        works: dict[tuple[int, str], Callable[[], object]] = {
            (0, FLOOR): stack.enter_context(disk(terms.stores)),
            (0, RAW): stack.enter_context(raw_row(terms.stores)),
        }
        for size in terms.sizes:
            desk = stack.enter_context(opened(stack.enter_context(copied(terms.stores, size))))
            works |= {(size, name): verb for name, verb in Calls(desk.desk).verbs.items()}
        times = interleaved(works, terms.samples, seldom=terms.smaller)
    floor = times[0, FLOOR]
    yield timings(NAME, FLOOR, floor)
    yield timings(NAME, RAW, times[0, RAW], floor=floor)
    measured = [
        timings(NAME, verb, taken, size=size, floor=floor, budgets=BUDGETS)
        for (size, verb), taken in times.items()
        if size
    ]
    verbs = dict.fromkeys(row.path for row in measured)
    for verb in verbs:
        yield from (row for row in measured if row.path == verb)
    for verb in verbs:
        yield growth((row for row in measured if row.path == verb), Figure.P50, most=0.1)
    with copied(terms.stores, min(terms.sizes)) as folder:
        yield from counts.rows(folder, NAME)
