"""Rows that leave a desk by age: what was counted of them stays, and what is not known is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, delete, text, update

from db.base import Unit
from db.calls import calls
from db.supervision.cell_keeping import SqlFigureKeeping
from db.supervision.cells import SqlFigures
from kundcenter.domain.supervision.counts import CallCounts
from tests.db.supervision.figure_rows import Row, Rows, row, write

HOUR = timedelta(hours=1)
NOW = datetime.now(UTC)  # the triggers go by the machine's clock
START = (NOW - timedelta(days=95)).replace(minute=0, second=0, microsecond=0)
TIME = START, START + 3 * HOUR
AT = calls.c.queued_at


def test_an_hour_that_changed_before_its_rows_left_keeps_its_count(local: Engine) -> None:
    """Both may come in one pull: then nobody could count between."""
    with local.begin() as connection:
        write(connection, _some(1, 30))
    _keep_up(local)
    with local.begin() as connection:
        one = connection.execute(calls.select().order_by(AT).limit(1)).one()
        connection.execute(update(calls).where(calls.c.id == one.id).values(held_ms=5))
        connection.execute(delete(calls))
    _keep_up(local)
    assert _counts(local).offered == 30
    with local.begin() as connection:
        assert not connection.execute(text("SELECT count(*) FROM figure_stale")).scalar()


def test_what_was_not_counted_is_counted_before_rows_leave(local: Engine) -> None:
    """Neither what was never counted nor what has changed since is lost."""
    with local.begin() as connection:
        write(connection, _some(1, 20))
    for more in range(2, 4):
        with local.begin() as connection:
            SqlFigureKeeping(connection, lambda: NOW).before_leaving()
            write(connection, _some(more, 10))
    with local.begin() as connection:
        SqlFigureKeeping(connection, lambda: NOW).before_leaving()
        connection.execute(delete(calls).where(AT < START + 2 * HOUR))
        connection.execute(update(calls).values(held_ms=7))  # those that are left are sealed too
        connection.execute(delete(calls))
    _keep_up(local)
    assert _counts(local).offered == 40


@pytest.mark.parametrize("days", [95, 20])
def test_a_time_that_begins_within_an_hour_whose_rows_have_left_says_so(
    local: Engine, days: int
) -> None:
    start = START + timedelta(days=95 - days)
    ragged = start + timedelta(minutes=45), start + 2 * HOUR
    whole = start, start + 3 * HOUR
    other = whole[0], whole[1] - timedelta(minutes=1)
    elsewhere = ragged[0] - 9 * HOUR, ragged[1]
    with local.begin() as connection:
        write(connection, _some(1, 30, start))
    _keep_up(local, whole)
    times = [whole, ragged, other, elsewhere]
    for gone in (False, True):
        with local.begin() as connection:
            found = SqlFigures(Unit(connection), lambda: NOW)
            assert found.torn(times) == (frozenset({1, 2}) if gone and days > 60 else frozenset())
            assert not found.torn([whole])
            connection.execute(delete(calls))


def _some(seed: int, count: int, start: datetime = START) -> Iterator[Row]:
    """Answered calls, each five minutes after the one before."""
    ids = Rows(seed, start, start + HOUR)
    for number in range(count):
        at = start + number * timedelta(minutes=5)
        told = {"queued_at": at, "rang_at": at, "answered_at": at + timedelta(seconds=9)}
        done = {"state": "KLART", "ended_at": at + timedelta(seconds=99)}
        line = {"channel": "line", "queue": "1177", "line_call": f"{seed}-{number}"}
        yield calls, row(calls, id=ids.id(), **line, **told, **done)


def _keep_up(engine: Engine, time: tuple[datetime, datetime] = TIME) -> None:
    with engine.begin() as connection:
        SqlFigureKeeping(connection, lambda: NOW).freshen(*time, most_hours=1_000)


def _counts(engine: Engine) -> CallCounts:
    with engine.begin() as connection:
        (whole,) = SqlFigures(Unit(connection), lambda: NOW).calls(*TIME)
    return whole.counts
