"""The access log with a million records: samples, patterns, and what a patient is told.

The floor is the driver reading the records of the same month, so that it is seen what the rules
cost.  The store's thread does nothing else meanwhile, so that nobody should notice it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from db.access_log import access_log
from db.people import people
from kundcenter.adapters.paper.lazy import access_pages
from kundcenter.domain.identity import PersonId
from kundcenter.domain.log_review import LONGEST_PERIOD, Period
from kundcenter.start.opening import OpenDesk
from tests.benchmarks.frame import Budget, Figure, Row, Terms, growth, interleaved, timings, value
from tests.benchmarks.stores import LOGGED, REVIEWER, UNTIL, copied, opened

NAME = "review"
DRAWN = 20
KEY = "floor: the month's records, driver alone"
WEEK = Period(UNTIL - timedelta(days=7), UNTIL)
MONTH = Period(UNTIL - LONGEST_PERIOD, UNTIL)
KEPT = Period(UNTIL - LOGGED, UNTIL)
# The most a look may take, p95 in milliseconds; goals of our own, for nobody else has set any.
BUDGETS = {
    "sample of a week": 250,
    "sample of 31 days": 1_000,
    "patterns of a week": 500,
    "patterns of 31 days": 2_000,
    "accesses to the most opened person": 250,
    "report to the most opened person, to its PDF": 1_500,
}


def rows(terms: Terms) -> Iterator[Row]:
    """Each look at every size beside its floor, and how many records there are."""
    with ExitStack() as stack:
        desks = {}
        for size in terms.sizes:
            folder = stack.enter_context(copied(terms.stores, size))
            desks[size] = stack.enter_context(opened(folder, REVIEWER))
        works = {
            (size, name): look
            for size, desk in desks.items()
            for name, look in _looks(desk, terms.stores).items()
        }
        times = interleaved(works, max(1, terms.samples // 100), warm=0 if terms.quick else 1)
        measured = []
        for (size, name), taken in times.items():
            budgets = [Budget(Figure.P95, BUDGETS[name])] if name in BUDGETS else ()
            floor = times[size, KEY]
            row = timings(NAME, name, taken, size=size, floor=floor, budgets=budgets)
            measured.append(row)
        yield from sorted(measured, key=lambda row: (row.path != KEY, row.path))
        for name in BUDGETS:
            yield growth((row for row in measured if row.path == name), Figure.P50)
        for size, desk in desks.items():
            yield value(NAME, "records in the log", _count(desk, KEPT), "", size=size)
            yield value(NAME, "records of 31 days", _count(desk, MONTH), "", size=size)


def _looks(desk: OpenDesk, cache: Path) -> dict[str, Callable[[], object]]:
    review, pages = desk.desk.log_review, access_pages(cache)
    with desk.engine.connect() as connection:
        most = (
            select(access_log.c.person_id)
            .where(access_log.c.person_id.is_not(None))
            .group_by(access_log.c.person_id)
            .order_by(func.count().desc())
            .limit(1)
        )
        whom = select(people.c.id_kind, people.c.id_value).where(
            people.c.id == most.scalar_subquery()
        )
        opened_most = PersonId(*connection.execute(whom).one())
    return {
        KEY: lambda: _raw(desk, MONTH),
        "sample of a week": lambda: review.sample(WEEK, DRAWN),
        "sample of 31 days": lambda: review.sample(MONTH, DRAWN),
        "patterns of a week": lambda: review.patterns(WEEK),
        "patterns of 31 days": lambda: review.patterns(MONTH),
        "accesses to the most opened person": lambda: review.of_person(opened_most, KEPT),
        "report to the most opened person, to its PDF": lambda: pages(
            review.take_report(opened_most, KEPT)
        ),
    }


def _raw(desk: OpenDesk, period: Period) -> object:
    query = (
        "SELECT * FROM access_log WHERE operator_id IN (SELECT id FROM operators) "
        "AND at >= ? AND at < ? ORDER BY at, n"
    )
    pooled = desk.engine.raw_connection()
    try:
        driver: Any = pooled.driver_connection
        return driver.execute(query, (_text(period.start), _text(period.end))).fetchall()
    finally:
        pooled.close()


def _text(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M:%S.%f")


def _count(desk: OpenDesk, period: Period) -> int:
    query = (
        select(func.count())
        .select_from(access_log)
        .where(access_log.c.at >= period.start, access_log.c.at < period.end)
    )
    with desk.engine.connect() as connection:
        return connection.execute(query).scalar_one()
