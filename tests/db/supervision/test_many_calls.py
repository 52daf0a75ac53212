"""Many calls at once: what was counted in steps is what the slow sum gives.

KUNDCENTER_FAULTS=full makes it a hundred thousand.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine, text

from db.base import Unit
from db.bulk import write as write_bulk
from db.supervision.cell_keeping import SqlFigureKeeping
from db.supervision.cell_triggers import statements
from db.supervision.cells import SqlFigures
from kundcenter.domain.calls import Call, CallState, Channel
from kundcenter.domain.supervision import periods
from kundcenter.domain.supervision.dimensions import Dimension, Grain
from tests.db.supervision.figure_rows import QUEUES, Rows, write
from tests.db.supervision.slow_figures import SlowFigures, told_of
from tests.faults.checks import FULL

COUNT = 100_000 if FULL else 1_500
WEEK = periods.week(datetime(2026, 10, 22, tzinfo=UTC).date())  # with the night of 25 hours
AFTER = datetime(2027, 1, 1, tzinfo=UTC)


def test_a_week_of_calls(local: Engine) -> None:
    made = Rows(17, WEEK.start, WEEK.end, operators=max(4, COUNT // 500))
    with local.begin() as connection:
        write(connection, made.parents())
        write(connection, made.of_calls(COUNT))
    done = 1
    while done:
        with local.begin() as connection:
            keeping = SqlFigureKeeping(connection, lambda: AFTER)
            done = keeping.freshen(WEEK.start, WEEK.end, most_hours=97)
    with local.begin() as connection:
        held = connection.execute(text("SELECT count(*) FROM figure_marks WHERE grain = 'D'"))
        assert held.scalar() == 4 * 7
        found, slow = SqlFigures(Unit(connection)), SlowFigures(connection)
        (whole,) = found.calls(WEEK.start, WEEK.end)
        assert whole.counts.offered > COUNT * 0.8
        assert told_of(whole.counts) == slow.calls(WEEK.start, WEEK.end).told
        for day in found.calls(WEEK.start, WEEK.end, Grain.DAY):
            assert told_of(day.counts) == slow.calls(day.start, day.end).told
        for hour in found.calls(WEEK.start, WEEK.end, Grain.HOUR)[::9]:
            assert told_of(hour.counts) == slow.calls(hour.start, hour.end).told
        queues = {each.queue: each for each in found.calls(WEEK.start, WEEK.end, by_queue=True)}
        assert set(queues) == set(QUEUES)
        for queue, row in queues.items():
            assert told_of(row.counts) == slow.calls(WEEK.start, WEEK.end, queue).told
        offered = sum(each.count for each in found.tallies(WEEK.start, WEEK.end, Dimension.QUEUE))
        assert offered == whole.counts.offered


def test_what_comes_by_the_bulk_is_counted_too(local: Engine) -> None:
    """It writes without the triggers; so nothing that was counted before it holds."""
    at = WEEK.start + timedelta(hours=5)
    ids = Rows(2, WEEK.start, WEEK.end)

    def call() -> Call:
        return Call(
            id=ids.id(),
            channel=Channel.LINE,
            rang_at=at,
            queued_at=at,
            queue="1177",
            state=CallState.ABANDONED,
            ended_at=at,
            closed_at=at,
        )

    for count in (1, 2):
        write_bulk(local, [call()])
        with local.begin() as connection:
            (whole,) = SqlFigures(Unit(connection)).calls(WEEK.start, WEEK.end)
            assert whole.counts.offered == count
            keeping = SqlFigureKeeping(connection, lambda: AFTER)
            assert keeping.freshen(WEEK.start, WEEK.end, most_hours=10_000) == 4 * 7 * 24 + 4
    with local.begin() as connection:
        query = text("SELECT count(*) FROM sqlite_master WHERE name LIKE 'figures\\_%' ESCAPE '\\'")
        assert connection.execute(query).scalar() == len(list(statements("sqlite")))
