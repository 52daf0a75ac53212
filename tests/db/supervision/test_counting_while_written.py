"""At the centre rows come in while another counts: nothing that was noted is lost between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Engine, event

from db.base import Unit
from db.calls import calls
from db.connect import open_central
from db.supervision.cell_keeping import SqlFigureKeeping
from db.supervision.cells import SqlFigures
from tests.db.supervision.figure_rows import Rows, row, write
from tests.db.supervision.watched import seen_by_all
from tests.ground import fill_central, opened
from tests.postgres import PostgresServer

START = datetime(2026, 11, 20, 6, tzinfo=UTC)
TIME = START, START + timedelta(hours=2)
AFTER = datetime(2027, 1, 1, tzinfo=UTC)


@pytest.fixture
def central(postgres_server: PostgresServer) -> Iterator[Engine]:
    with postgres_server.clone("empty", fill_central) as url, opened(open_central(url)) as engine:
        yield engine


def test_a_row_that_comes_between_any_two_steps_of_the_counting_is_counted(
    central: Engine,
) -> None:
    """Before every statement of the one who counts, in turn, another commits a row."""
    assert not _freshen(central)  # from now on everybody says what they change
    seen_by_all(central)
    made = Rows(4, *TIME)
    written = 0

    def come() -> None:
        nonlocal written
        told = {"channel": "line", "queue": "1177", "queued_at": START, "rang_at": START}
        with central.begin() as connection:
            write(connection, iter([(calls, row(calls, id=made.id(), **told, state="RINGER"))]))
        written += 1

    for step in count():
        come()  # what is held is stale: there is something to forget and to count
        with _before(central, step, come) as done:
            assert _freshen(central)
        assert _offered(central) == written
        if not done:
            break
        assert _freshen(central)  # it was noted, whenever it came, and the hour counted again
        assert _offered(central) == written
        assert not _freshen(central)
    assert step > 8


@contextmanager
def _before(engine: Engine, step: int, act: Callable[[], None]) -> Iterator[list[int]]:
    """Act once, before the statement of that number on the first connection that is used."""
    done: list[int] = []
    seen: list[object] = []

    def hear(connection: Any, *_: object) -> None:
        if done or (seen and seen[0] is not connection):
            return
        seen.append(connection)
        if len(seen) > step + 1:  # the first has given the one who counts their moment
            done.append(step)
            act()

    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield done
    finally:
        event.remove(engine, "before_cursor_execute", hear)


def _freshen(engine: Engine) -> int:
    with engine.begin() as connection:
        return SqlFigureKeeping(connection, lambda: AFTER).freshen(*TIME, most_hours=1_000)


def _offered(engine: Engine) -> int:
    with engine.begin() as connection:
        (whole,) = SqlFigures(Unit(connection)).calls(*TIME)
    return whole.counts.offered
