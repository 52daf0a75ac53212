"""Callers who may still wait: not offered before it is known what came of them, in any store."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial

from sqlalchemy import Engine, text, update

from db.base import Unit
from db.calls import calls
from db.supervision.cell_keeping import SqlFigureKeeping
from db.supervision.cell_pieces import seconds
from db.supervision.cells import SqlFigures
from kundcenter.domain.supervision.counts import CallCounts
from kundcenter.domain.supervision.dimensions import Dimension
from tests.db.supervision.figure_rows import Rows, row, write
from tests.db.supervision.slow_figures import SlowFigures, told_of
from tests.db.supervision.watched import seen_by_all

START = datetime(2026, 11, 20, 6, tzinfo=UTC)
END = START + timedelta(hours=5)
MINUTE = timedelta(minutes=1)


def test_at_any_time_the_figures_are_those_of_the_rows_then(engine: Engine) -> None:
    """Counted ahead every half an hour, with changes between; some callers wait at each."""
    made = Rows(29, START, START + timedelta(hours=3))
    with engine.begin() as connection:
        write(connection, made.parents())
        write(connection, made.of_calls(250))
    _first_asked(engine)
    waited = 0
    for minutes in range(90, 300, 30):
        now = START + minutes * MINUTE
        _keep_up(engine, now)
        with engine.begin() as connection:
            slow = SlowFigures(connection, now)
            found = SqlFigures(Unit(connection), partial(_same, now))
            for first, last in ((0, 300), (20, 160), (60, 180), (0, minutes)):
                time = START + first * MINUTE, START + last * MINUTE
                (whole,) = found.calls(*time)
                assert told_of(whole.counts) == slow.calls(*time).told
                told = {each.key: each.count for each in found.tallies(*time, Dimension.QUEUE)}
                expected = slow.tallies(*time).get("QUEUE", {})
                assert told == {key: count for key, (count, _) in expected.items()}
                waited += whole.counts.waiting
    assert waited > 10
    assert not whole.counts.waiting


def test_who_rings_is_counted_once_it_is_known_or_an_hour_later(engine: Engine) -> None:
    ids = Rows(3, START, END)
    first, second = ids.id(), ids.id()
    at = START + 40 * MINUTE
    told = {"channel": "line", "queue": "1177", "queued_at": at, "rang_at": at, "state": "RINGER"}
    with engine.begin() as connection:
        write(connection, iter([(calls, row(calls, id=each, **told)) for each in (first, second)]))
    _first_asked(engine)
    for minutes, offered, waiting in ((41, 0, 2), (70, 0, 2), (99, 0, 2), (100, 2, 0), (130, 2, 0)):
        now = START + minutes * MINUTE
        _keep_up(engine, now)
        counts = _counts(engine, now)
        assert (counts.offered, counts.unknown, counts.waiting) == (offered, offered, waiting)
    with engine.begin() as connection:
        assert connection.execute(  # the hour of the callers is held once nobody may wait in it
            text("SELECT count(*) FROM figure_marks WHERE source = 'calls' AND starts = :hour"),
            {"hour": seconds(START)},
        ).scalar()
        answer = {"answered_at": at + 75 * MINUTE, "state": "PAGAENDE"}
        connection.execute(update(calls).where(calls.c.id == first).values(answer))
    counts = _counts(engine, START + 131 * MINUTE)
    assert (counts.answered.count, counts.unknown, counts.waiting) == (1, 1, 0)


def _same(at: datetime) -> datetime:
    return at


def _first_asked(engine: Engine) -> None:
    """At the centre nothing is counted ahead before somebody has asked."""
    with engine.begin() as connection:
        keeping = SqlFigureKeeping(connection, lambda: END)
        keeping.freshen(START - timedelta(hours=2), START, most_hours=99)
    seen_by_all(engine)


def _keep_up(engine: Engine, now: datetime) -> None:
    done = 1
    while done:
        with engine.begin() as connection:
            done = SqlFigureKeeping(connection, lambda: now).freshen(START, END, most_hours=99)
    with engine.begin() as connection:  # nobody counts for nothing
        assert not SqlFigureKeeping(connection, lambda: now).wanting([(START, END)])


def _counts(engine: Engine, now: datetime) -> CallCounts:
    with engine.begin() as connection:
        (whole,) = SqlFigures(Unit(connection), lambda: now).calls(START, END)
    return whole.counts
