"""Finding persons and calls in small and large stores: does it stay as quick as it was?

All stores are open at the same time and asked in turn, so growth is not the machine's mood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from itertools import cycle
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select

from db.calls import calls
from db.journal import entries
from db.people import people
from kundcenter.demo.region import published
from kundcenter.domain.identity import PersonId
from kundcenter.domain.people import Protection
from kundcenter.start.opening import OpenDesk
from tests.benchmarks.counts import listening, scans
from tests.benchmarks.floors import FLOOR, disk
from tests.benchmarks.frame import Budget, Figure, Row, Terms, growth, interleaved, timings, value
from tests.benchmarks.stores import SEED, copied, opened
from tests.ground import ASKED

NAME = "find"
KEY = "floor: one row by its key, driver alone"
PERSONS = 2_000  # different ones are asked for, so that the cache does not know the answer
MOST = 200_000  # rows that they are chosen from
RESERVE = re.compile(published().reserve_pattern)
B = 0.1
# The most a look may take, p99 in milliseconds.
BUDGETS = {
    "people.find": 5.0,
    "people.search, a number": 5.0,
    "people.search, a telephone number": 10.0,
    "people.search, two names": 10.0,
    "people.search, a name and a year": 10.0,
    "people.search, a common beginning": 10.0,
    "people.look_alikes": 10.0,
    "people.open": 20.0,
    "people.open, the longest history": 20.0,
    "people.of_caller": 10.0,
    "people.radar_of_number": 5.0,
    "journal.open": 20.0,
    "journal.search": 20.0,
    "journal.search, the longest history": 20.0,
    "journal.unsigned": 5.0,
    "journal.unsigned_of_mine": 5.0,
    "calls.latest 50": 5.0,
    "calls.logged 200": 20.0,
    "calls.mine": 5.0,
    "calls.get": 5.0,
    "snippets.mine": 5.0,
    "units.all": 5.0,
}
# What leaves no access record behind; everything else waits for the disk.
READS = {
    "people.radar_of_number",
    "journal.unsigned",
    "journal.unsigned_of_mine",
    "calls.latest 50",
    "calls.logged 200",
    "calls.mine",
    "calls.get",
    "snippets.mine",
    "units.all",
}
BEGINNINGS = ("an", "jo", "ka", "ma", "er", "li", "sv", "be")
WORDS = ("feber", "ont", "medicin", "hosta", "barnet", "ring igen")


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
        times = interleaved(works, terms.samples, seldom=terms.smaller)
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
            if name in BUDGETS and name != "units.all":  # a directory that is kept in memory
                found = _scanned(desks[largest], look)
                yield value(NAME, f"{name}: tables read whole", found, "", size=largest, most=0)


def _looks(desk: OpenDesk) -> dict[str, Callable[[], object]]:
    """What an operator asks, each time for somebody or something else."""
    journal, known = desk.desk.journal, _known(desk)
    people, calls_made = desk.desk.people, desk.desk.calls
    begun, words, longest = cycle(BEGINNINGS), cycle(WORDS), known.longest
    person, call, entry = cycle(known.people), cycle(known.calls), cycle(known.entries)

    def search(text: str) -> object:
        return people.search(text, reserve_pattern=RESERVE)

    def alike() -> object:
        who = next(person)
        return people.look_alikes(who.given, who.family, who.born)

    return {
        KEY: _by_key(desk, cycle(known.people)),
        "people.find": lambda: people.find(next(person).identity),
        "people.search, a number": lambda: search(next(person).identity.value),
        "people.search, a telephone number": lambda: search(next(call)[1]),
        "people.search, two names": lambda: search(next(person).beginning),
        "people.search, a name and a year": lambda: search(next(person).with_year),
        "people.search, a common beginning": lambda: search(next(begun)),
        "people.look_alikes": alike,
        "people.open": lambda: people.open(next(entry)[1], ASKED),
        "people.open, the longest history": lambda: people.open(longest, ASKED),
        "people.of_caller": lambda: people.of_caller(next(call)[1]),
        "people.radar_of_number": lambda: people.radar_of_number(next(call)[1]),
        "journal.open": lambda: journal.open(next(entry)[0], ASKED),
        "journal.search": lambda: journal.search(next(entry)[1], next(words), ASKED),
        "journal.search, the longest history": lambda: journal.search(longest, next(words), ASKED),
        "journal.unsigned": journal.unsigned,
        "journal.unsigned_of_mine": journal.unsigned_of_mine,
        "calls.latest 50": lambda: calls_made.latest(50),
        "calls.logged 200": lambda: calls_made.logged(200),
        "calls.mine": calls_made.mine,
        "calls.get": lambda: calls_made.get(next(call)[0]),
        "snippets.mine": desk.desk.snippets.mine,
        "units.all": desk.desk.units.all,
    }


@dataclass(frozen=True, slots=True)
class Somebody:
    """One whom the store knows."""

    identity: PersonId
    given: str
    family: str
    born: date | None

    @property
    def beginning(self) -> str:
        """What one types of two names."""
        return f"{self.family[:4]} {self.given[:3]}"

    @property
    def with_year(self) -> str:
        born = self.born or self.identity.birth_date
        return f"{self.family[:3]} {born.year if born else 1980}"


@dataclass(frozen=True, slots=True)
class Known:
    """What is asked for: persons, calls (id, number), entries (id, person's id)."""

    people: list[Somebody]
    calls: list[tuple[UUID, str]]
    entries: list[tuple[UUID, UUID]]
    longest: UUID  # whose history has the most entries


def _known(desk: OpenDesk) -> Known:
    """The same in every store of one size, so that a run can be repeated."""
    chance = Random(SEED)
    with desk.engine.connect() as connection:

        def some(query: Select[Any]) -> list[Any]:
            """So many of the rows, by keys at random: to sort them all would take minutes."""
            found = connection.execute(query).all()
            return chance.sample(found, min(PERSONS, len(found)))

        named = select(
            people.c.id_kind,
            people.c.id_value,
            people.c.given_name,
            people.c.family_name,
            people.c.born_on,
        ).where(
            people.c.protection == Protection.NONE,
            people.c.given_name != "",
            people.c.family_name != "",
        )
        persons = [
            Somebody(PersonId(row[0], row[1]), row[2], row[3], row[4])
            for row in some(named.order_by(people.c.id_value).limit(MOST))
        ]
        rung = select(calls.c.id, calls.c.number).where(calls.c.number.is_not(None))
        written = select(entries.c.id, entries.c.person_id)
        longest = connection.execute(
            select(entries.c.person_id)
            .group_by(entries.c.person_id)
            .order_by(func.count().desc())
            .limit(1)
        ).scalar_one()
        return Known(
            persons,
            [(row[0], row[1]) for row in some(rung.order_by(calls.c.number).limit(MOST))],
            [(row[0], row[1]) for row in some(written.order_by(entries.c.person_id).limit(MOST))],
            longest,
        )


def _by_key(desk: OpenDesk, known: Iterator[Somebody]) -> Callable[[], object]:
    query = "SELECT * FROM people WHERE id_value = ? AND id_kind = ?"

    def look() -> object:
        identity = next(known).identity
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
