"""What two desks and a centre cost: push of real verbs, filling a desk, and one change across.

In one process and without a network, so that it is the stores and the verbs that are measured.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import perf_counter
from uuid import UUID

from sqlalchemy import insert, select

from db.connect import open_local
from db.tables import metadata
from tests.benchmarks.frame import Budget, Figure, Row, Terms, interleaved, timings, value
from tests.ground import KEY, WHOLE, WOMAN, Clock, fill_central, fill_local, opened
from tests.postgres import PostgresServer, shared_server
from tests.sync.ground import Centre, Side, a_centre, a_side, shared

NAME = "exchange"
FLOOR = "floor: rows into SQLCipher, in one go"
CALLS, QUICK_CALLS = 500, 3
ACROSS = (Budget(Figure.P95, 50),)
IDLE = (Budget(Figure.P95, 10),)


def rows(terms: Terms) -> Iterator[Row]:
    """Push, filling, one change across, and nothing to do."""
    with ExitStack() as stack:
        centre, one, other = stack.enter_context(_three(terms.stores))
        person = _nurse_at(one, centre)
        for _ in range(QUICK_CALLS if terms.quick else CALLS):
            _call(one, person)
        yield from _push(one, centre)
        yield from _fill(other, centre, terms)
        works = {
            (0, "one change desk → centre → desk"): lambda: _across(one, other, centre),
            (0, "nothing to do"): lambda: one.talk(centre),
        }
        times = interleaved(works, max(terms.samples // 5, 5), warm=3)
        for (_, name), budgets in zip(works, (ACROSS, IDLE), strict=True):
            yield timings(NAME, name, times[0, name], budgets=budgets)


@contextmanager
def _three(folder: Path) -> Iterator[tuple[Centre, Side, Side]]:
    folder.mkdir(parents=True, exist_ok=True)
    clock = Clock()
    with ExitStack() as stack:
        own = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=folder)))
        server: PostgresServer = stack.enter_context(shared_server(own))
        url = stack.enter_context(server.clone("empty", fill_central))
        centre = stack.enter_context(a_centre(url, clock))
        one, other = (
            a_side(stack, own / f"{name}.db", clock, centre, name) for name in ("one", "other")
        )
        yield centre, one, other


def _nurse_at(side: Side, centre: Centre) -> UUID:
    side.nurse()
    person = side.person(WOMAN)
    side.talk(centre)
    return person


def _call(side: Side, person: UUID) -> None:
    desk = side.desk
    call = desk.calls.register("+46701740605").the("call")
    entry = desk.journal.write(person, WHOLE, call_id=call).the("entry")
    desk.journal.sign(entry, upon=1)


def _push(side: Side, centre: Centre) -> Iterator[Row]:
    count = side.local.waiting().count
    start = perf_counter()
    side.talk(centre)
    taken = (perf_counter() - start) * 1000 / count
    yield value(NAME, "push of real verbs, one", taken, "ms", size=count, most=1.0)


def _fill(side: Side, centre: Centre, terms: Terms) -> Iterator[Row]:
    start = perf_counter()
    side.talk(centre)
    taken = (perf_counter() - start) * 1000
    count = sum(map(len, shared(side.engine).values()))
    yield value(NAME, FLOOR, _bare(centre, terms.stores) / count, "ms", size=count)
    yield value(NAME, "filling a desk, one row", taken / count, "ms", size=count, most=1 / 7)


def _bare(centre: Centre, folder: Path) -> float:
    """Milliseconds to write the same rows to a bare file of the same schema."""
    with tempfile.TemporaryDirectory(dir=folder) as own, centre.engine.connect() as source:
        path = Path(own) / "bare.db"
        fill_local(path)
        tables = [each for each in metadata.sorted_tables if not each.name.startswith("centre_")]
        found = {
            table: [dict(row) for row in source.execute(select(table)).mappings()]
            for table in tables
        }
        with opened(open_local(path, KEY)) as engine, engine.begin() as connection:
            start = perf_counter()
            for table, content in found.items():
                if content:
                    connection.execute(insert(table), content)
            return (perf_counter() - start) * 1000


def _across(one: Side, other: Side, centre: Centre) -> None:
    one.desk.calls.register("+46701740605")
    one.talk(centre)
    other.talk(centre)
