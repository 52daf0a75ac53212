"""Finding persons and calls in small and large stores: does it stay as quick as it was?

All stores are open at the same time and asked in turn, so growth is not the machine's mood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import cycle
from random import Random
from typing import Any

from sqlalchemy import func, select

from db.calls import calls
from db.journal import entries
from db.people import people
from kundcenter.domain.identity import PersonId
from kundcenter.start.opening import OpenDesk
from tests.benchmarks.counts import listening, scans
from tests.benchmarks.floors import FLOOR, disk
from tests.benchmarks.frame import Budget, Figure, Row, Terms, growth, interleaved, timings, value
from tests.benchmarks.stores import SEED, copied, opened
from tests.ground import ASKED

NAME = "find"
KEY = "floor: one row by its key, driver alone"
PERSONS = 2_000  # different ones are asked for, so that the cache does not know the answer
B = 0.1
# The most a look may take, p99 in milliseconds.
BUDGETS = {
    "people.find": 5.0,
    "people.open": 20.0,
    "people.open, the longest history": 20.0,
    "people.of_caller": 10.0,
    "calls.latest 50": 5.0,
    "calls.latest 200": 5.0,
    "calls.mine": 5.0,
    "calls.get": 5.0,
    "journal.unsigned": 5.0,
}
READS = {"calls.latest 50", "calls.latest 200", "calls.mine", "calls.get", "journal.unsigned"}


def rows(terms: Terms) -> Iterator[Row]:
    """Each look at every size beside its floor, its growth, and that no table is read whole."""
    with ExitStack() as stack:
        desks = {}
        for size in terms.sizes:
            folder = stack.enter_context(copied(terms.stores, size))
            desks[size] = stack.enter_context(opened(folder))
        floor = stack.enter_context(disk(terms.stores))
        looks = {size: _looks(desk) for size, desk in desks.items()}
        works = {(0, FLOOR): floor} | {
            (size, name): look for size, each in looks.items() for name, look in each.items()
        }
        times = interleaved(works, terms.samples)
        measured = [timings(NAME, FLOOR, times[0, FLOOR])]
        for size, name in times:
            if name != FLOOR:
                measured.append(
                    timings(
                        NAME,
                        name,
                        times[size, name],
                        size=size,
                        floor=times[(size, KEY) if name in READS else (0, FLOOR)],
                        budgets=[Budget(Figure.P99, BUDGETS[name])] if name in BUDGETS else (),
                    )
                )
        yield from sorted(measured, key=lambda row: (row.path not in {FLOOR, KEY}, row.path))
        for name in BUDGETS:
            yield growth((row for row in measured if row.path == name), Figure.P50, most=B)
        largest = max(desks)
        for name, look in looks[largest].items():
            if name in BUDGETS:
                found = _scanned(desks[largest], look)
                yield value(NAME, f"{name}: tables read whole", found, "", size=largest, most=0)


def _looks(desk: OpenDesk) -> dict[str, Callable[[], object]]:
    """What an operator asks, each time for somebody or something else."""
    services = desk.desk
    chance = Random(SEED)
    with desk.engine.connect() as connection:
        known = [
            (row.id, PersonId(row.id_kind, row.id_value))
            for row in connection.execute(
                select(people.c.id, people.c.id_kind, people.c.id_value)
                .where(people.c.id_value != "")
                .order_by(func.random())
                .limit(PERSONS)
            )
        ]
        patients = [
            row.person_id
            for row in connection.execute(
                select(entries.c.person_id).order_by(func.random()).limit(PERSONS)
            )
        ]
        longest = connection.execute(
            select(entries.c.person_id)
            .group_by(entries.c.person_id)
            .order_by(func.count().desc())
            .limit(1)
        ).scalar_one()
        rung = [
            (row.id, row.number)
            for row in connection.execute(
                select(calls.c.id, calls.c.number)
                .where(calls.c.number.is_not(None))
                .order_by(func.random())
                .limit(PERSONS)
            )
        ]
    for each in (known, patients, rung):
        chance.shuffle(each)
    person, patient, call = cycle(known), cycle(patients), cycle(rung)
    return {
        KEY: _by_key(desk, cycle(known)),
        "people.find": lambda: services.people.find(next(person)[1]),
        "people.open": lambda: services.people.open(next(patient), ASKED),
        "people.open, the longest history": lambda: services.people.open(longest, ASKED),
        "people.of_caller": lambda: services.people.of_caller(next(call)[1]),
        "calls.latest 50": lambda: services.calls.latest(50),
        "calls.latest 200": lambda: services.calls.latest(200),
        "calls.mine": services.calls.mine,
        "calls.get": lambda: services.calls.get(next(call)[0]),
        "journal.unsigned": services.journal.unsigned,
    }


def _by_key(desk: OpenDesk, known: Iterator[tuple[Any, PersonId]]) -> Callable[[], object]:
    query = "SELECT * FROM people WHERE id_value = ? AND id_kind = ?"

    def look() -> object:
        identity = next(known)[1]
        pooled = desk.engine.raw_connection()
        try:
            driver: Any = pooled.driver_connection
            return driver.execute(query, (identity.value, identity.kind.value)).fetchall()
        finally:
            pooled.close()

    return look


def _scanned(desk: OpenDesk, look: Callable[[], object]) -> int:
    with listening(desk.engine) as heard:
        look()
    return sum(len(scans(desk.engine, statement, values)) for statement, values in heard)
