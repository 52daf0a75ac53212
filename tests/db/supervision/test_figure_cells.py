"""Every figure out of cells and rows is that of the slow sum over the rows, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, Engine, delete, select, text, update

from db.base import Unit
from db.calls import calls
from db.connect import open_central
from db.journal import entry_versions
from db.people import people
from db.supervision.cell_keeping import SqlFigureKeeping
from db.supervision.cell_pieces import seconds
from db.supervision.cells import SqlFigures
from kundcenter.domain.calls import CallState
from kundcenter.domain.supervision.dimensions import Dimension, Grain
from tests.db.supervision.figure_rows import Row, Rows, row, write
from tests.db.supervision.slow_figures import SlowFigures, told_of
from tests.db.supervision.watched import seen_by_all
from tests.ground import fill_central, opened

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
AUTUMN = datetime(2026, 10, 23, 20, tzinfo=UTC), datetime(2026, 10, 27, 3, tzinfo=UTC)
SPRING = datetime(2026, 3, 27, 20, tzinfo=UTC), datetime(2026, 3, 31, 3, tzinfo=UTC)
AFTER = datetime(2027, 1, 1, tzinfo=UTC)
COUNTED = [each for each in Dimension if each is not Dimension.GROUP]
MUCH = 1_000_000  # hours


@pytest.mark.parametrize("time", [AUTUMN, SPRING], ids=["autumn", "spring"])
def test_whatever_is_counted_ahead_the_figures_are_those_of_the_rows(
    engine: Engine, time: tuple[datetime, datetime]
) -> None:
    start, end = time
    made = Rows(11, start, end)
    with engine.begin() as connection:
        write(connection, _all_sorts(made, 100))
    _agree(engine, time)
    # The hours are counted in three steps, with changes between: some cells hold, some do not.
    for most, change in ((90, _answer_some), (200, _write_more), (MUCH, _change_notes)):
        _freshen(engine, time, most)
        _agree(engine, time)
        with engine.begin() as connection:
            change(connection, made)
        _agree(engine, time)
    _freshen_all(engine, time)
    _agree(engine, time)
    with engine.begin() as connection:
        held = set(
            connection.execute(text("SELECT grain FROM figure_marks WHERE grain != 'watch'"))
        )
        assert {"H", "D"} <= {grain for (grain,) in held}
        within = {"first": seconds(start), "last": seconds(end) - 3_600}
        query = text("SELECT count(*) FROM figure_stale WHERE hour BETWEEN :first AND :last")
        assert not connection.execute(query, within).scalar()


def test_days_become_months_and_months_are_used(engine: Engine) -> None:
    """The hours of a month are taken away once it is summed up: its figures stay."""
    time = datetime(2026, 1, 31, 23, tzinfo=UTC), datetime(2026, 2, 28, 23, tzinfo=UTC)
    with engine.begin() as connection:
        write(connection, _all_sorts(Rows(5, *time), 60))
        slow = SlowFigures(connection)
    _freshen_all(engine, time)
    with engine.begin() as connection:
        for table in ("figure_calls", "figure_tallies", "figure_marks"):
            connection.execute(text(f"DELETE FROM {table} WHERE grain IN ('H', 'D')"))
        found = SqlFigures(Unit(connection))
        (whole,) = found.calls(*time)
        assert whole.counts.offered > 40
        assert told_of(whole.counts) == slow.calls(*time).told
        assert _plain(found.all_tallies(*time, COUNTED)) == _some(slow.tallies(*time))


def test_nothing_at_all(engine: Engine) -> None:
    with engine.begin() as connection:
        found = SqlFigures(Unit(connection))
        assert found.since() is None
        (whole,) = found.calls(*AUTUMN)
        assert whole.counts.empty
        assert not any(found.all_tallies(*AUTUMN, COUNTED).values())
        assert found.calls(*AUTUMN, by_queue=True) == ()
        assert len(found.calls(*AUTUMN, Grain.DAY)) == 5
        assert found.calls(*AUTUMN, Grain.WEEKDAY_HOUR) == ()
        assert found.rows(*AUTUMN, Dimension.QUEUE, "", 10) == ()
    assert _freshen(engine, AUTUMN, MUCH) == 0  # an empty store has nothing to count
    _agree(engine, AUTUMN)


def test_one_call_that_rings_in_one_hour_and_is_answered_in_the_next(engine: Engine) -> None:
    """It counts where it joined the queue; two desks' clocks differ, and the first counts."""
    first = datetime(2026, 11, 20, 6, 59, 59, 900_000, tzinfo=UTC)
    then = first + timedelta(milliseconds=300)
    one, other = Rows(1, *AUTUMN).id(), Rows(2, *AUTUMN).id()
    time = first.replace(minute=0, second=0, microsecond=0), first + 3 * HOUR
    same = {"channel": "line", "queue": "1177", "line_call": "x"}
    with engine.begin() as connection:
        rang = row(calls, id=one, **same, queued_at=first, rang_at=first, state="VIDARE")
        write(connection, iter([(calls, rang)]))
    _freshen_all(engine, time)
    _agree(engine, time)
    with engine.begin() as connection:
        here = row(calls, id=other, **same, queued_at=then, rang_at=then, state="PAGAENDE")
        write(connection, iter([(calls, {**here, "answered_at": then + 30 * HOUR / 3600})]))
    _agree(engine, time)
    with engine.begin() as connection:
        rows = SqlFigures(Unit(connection)).calls(*time, Grain.HOUR)
    assert [each.counts.answered.count for each in rows] == [1, 0, 0, 0]
    assert [each.counts.unknown for each in rows] == [0, 0, 0, 0]
    _freshen_all(engine, time)
    with engine.begin() as connection:  # the row of the second desk alone changes the first hour
        over = {"ended_at": then + HOUR, "state": CallState.WRAP_UP}
        connection.execute(update(calls).where(calls.c.id == other).values(over))
    _agree(engine, time)


def test_the_next_answer_ends_the_wrap_up_before_it_wherever_that_call_is_counted(
    engine: Engine,
) -> None:
    start = datetime(2026, 11, 20, 6, tzinfo=UTC)
    time = start, start + 4 * HOUR
    ids = Rows(3, *time)
    operator, first, second = ids.id(), ids.id(), ids.id()
    done = {"channel": "line", "queue": "1177", "operator_id": operator, "state": "KLART"}
    talk = {
        "queued_at": start,
        "rang_at": start,
        "answered_at": start,
        "ended_at": start + 50 * timedelta(minutes=1),
        "wrap_up_until": start + 90 * timedelta(minutes=1),
    }
    with engine.begin() as connection:
        write(connection, iter([(calls, row(calls, id=first, **done, **talk))]))
    _freshen_all(engine, time)
    assert _wrap(engine, time) == 40 * 60_000
    later = start + 70 * timedelta(minutes=1)
    ring = {"queued_at": later, "rang_at": later, "state": "RINGER"}
    with engine.begin() as connection:
        write(connection, iter([(calls, row(calls, id=second, **{**done, **ring}))]))
    _freshen_all(engine, time)
    assert _wrap(engine, time) == 40 * 60_000
    with engine.begin() as connection:
        answer = {"answered_at": later + timedelta(seconds=5), "state": CallState.TALKING}
        connection.execute(update(calls).where(calls.c.id == second).values(answer))
    assert _wrap(engine, time) == 20 * 60_000 + 5_000
    _agree(engine, time)


def test_a_row_that_leaves_a_desk_by_age_leaves_what_was_counted(local: Engine) -> None:
    """What is past was not wrong; a row of late that is undone was."""
    now = datetime.now(UTC)
    for age, left in ((timedelta(days=75), 1), (timedelta(days=20), 0)):
        at = (now - age).replace(minute=5)
        time = at - 2 * HOUR, at + 2 * HOUR
        ids = Rows(age.days, *time)
        told = {"channel": "line", "queue": "1177", "queued_at": at, "rang_at": at}
        with local.begin() as connection:
            write(connection, iter([(calls, row(calls, id=ids.id(), **told, state="VIDARE"))]))
            other = row(calls, id=ids.id(), **told, state="RINGER")
            write(connection, iter([(calls, other)]))
        _freshen_all(local, time)
        with local.begin() as connection:
            connection.execute(delete(calls).where(calls.c.queued_at == at))
            (whole,) = SqlFigures(Unit(connection)).calls(*time)
        assert whole.counts.offered == 2 * left


def test_at_the_centre_nobody_counts_over_what_another_is_writing(central: Engine) -> None:
    """A transaction that saw no cell yet changes a row of an hour that is counted meanwhile."""
    start = datetime(2026, 11, 20, 6, tzinfo=UTC)
    time = start, start + 2 * HOUR
    ids = Rows(4, *time)
    told = {"channel": "line", "queue": "1177", "queued_at": start, "rang_at": start}
    first, second = ids.id(), ids.id()
    assert not _freshen(central, time, MUCH)  # from now on everybody says what they change
    seen_by_all(central)
    with central.connect() as writer:
        writer.execute(text("SELECT 1 FROM calls"))  # its moment is that of before the counting
        assert _freshen(central, time, MUCH) == 8
        write(writer, iter([(calls, row(calls, id=first, **told, state="RINGER"))]))
        _agree(central, time)
        writer.commit()
    _agree(central, time)
    assert _offered(central, time) == 1
    with central.connect() as writer:
        write(writer, iter([(calls, row(calls, id=second, **told, state="RINGER"))]))
        assert _freshen(central, time, MUCH) == 1  # what the first one changed
        writer.commit()
    assert _offered(central, time) == 2
    _agree(central, time)


def test_no_look_reads_a_whole_table(local: Engine) -> None:
    """Neither a look at cells nor one at rows; nor a trigger, or each save would."""
    heard: list[str] = []
    with local.begin() as connection:
        write(connection, _all_sorts(Rows(9, *AUTUMN), 12))
    with local.begin() as connection:
        some = connection.execute(select(calls.c.id).limit(1)).scalar_one()
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.set_trace_callback(heard.append)
        found = SqlFigures(Unit(connection))
        found.foresee([(AUTUMN[0] + n * DAY, AUTUMN[0] + n * DAY + 9 * HOUR) for n in range(3)])
        found.all_tallies(*AUTUMN, COUNTED)
        found.calls(*AUTUMN, Grain.HOUR)
        found.since()
        for dimension in COUNTED:
            found.rows(*AUTUMN, dimension, "", 5)
        connection.execute(update(calls).where(calls.c.id == some).values(answered_at=AUTUMN[0]))
        SqlFigureKeeping(connection, lambda: AFTER).freshen(*AUTUMN, most_hours=MUCH)
        raw.set_trace_callback(None)
        looks = [each for each in heard if each.startswith(("SELECT", "DELETE", "UPDATE"))]
        assert len(looks) > 40
        whole = {
            "calls",
            "entries",
            "entry_versions",
            "callback_steps",
            "callbacks",
            "figure_marks",
        }
        for look in looks:
            for plan in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {look}"):
                words = plan[3].split()
                assert not (words[0] == "SCAN" and words[1] in whole), (look, plan)


# -- what they share ---------------------------------------------------------------------------


@pytest.fixture
def central(request: pytest.FixtureRequest) -> Iterator[Engine]:
    server = request.getfixturevalue("postgres_server")
    with server.clone("empty", fill_central) as url, opened(open_central(url)) as engine:
        yield engine


def _all_sorts(made: Rows, count: int) -> Iterator[Row]:
    yield from made.parents()
    yield from made.of_calls(count)
    yield from made.notes(count // 4)
    yield from made.others(count // 12)


def _answer_some(connection: Connection, made: Rows) -> None:
    """Calls that rang are answered late, and one moves to another hour."""
    chance = Random(1)
    found = connection.execute(
        select(calls.c.id, calls.c.queued_at).where(calls.c.line_call.is_not(None)).order_by("id")
    ).all()
    for id, at in chance.sample(found, 12):
        told = {"answered_at": at + made.some(300), "operator_id": made.operators[0]}
        connection.execute(update(calls).where(calls.c.id == id).values(told))
    id, at = found[0]
    connection.execute(update(calls).where(calls.c.id == id).values(queued_at=at + 2 * HOUR))


def _write_more(connection: Connection, made: Rows) -> None:
    """Rows come late, as from a desk that was away, and some persons turn out to be one."""
    for place, merged in enumerate(made.people[5:20]):
        _merge(connection, made.people[place % 5], merged)
    write(connection, made.of_calls(30))
    write(connection, made.notes(6))
    write(connection, made.others(3))


def _change_notes(connection: Connection, made: Rows) -> None:
    """Notes get another version; a call-back was promised for later; persons are parted again."""
    for merged in made.people[10:16]:
        _merge(connection, None, merged)
    for (entry,) in connection.execute(select(entry_versions.c.entry_id).distinct().limit(9)).all():
        told = row(entry_versions, id=made.id(), entry_id=entry, number=9, outcome="AKUT")
        write(connection, iter([(entry_versions, told)]))
    later = datetime(2028, 1, 1, tzinfo=UTC)
    connection.execute(
        text("UPDATE callbacks SET promised_to = :at"), {"at": _bound(connection, later)}
    )
    connection.execute(text("UPDATE referrals SET state = 'NADD'"))


def _merge(connection: Connection, kept: UUID | None, merged: UUID) -> None:
    connection.execute(update(people).where(people.c.id == merged).values(merged_into=kept))


def _bound(connection: Connection, at: datetime) -> object:
    return at.isoformat(" ", "microseconds")[:26] if connection.dialect.name == "sqlite" else at


def _freshen(engine: Engine, time: tuple[datetime, datetime], most: int) -> int:
    with engine.begin() as connection:
        return SqlFigureKeeping(connection, lambda: AFTER).freshen(*time, most_hours=most)


def _freshen_all(engine: Engine, time: tuple[datetime, datetime]) -> None:
    """At the centre the first time is only the beginning."""
    _freshen(engine, time, MUCH)
    seen_by_all(engine)
    while _freshen(engine, time, MUCH):
        pass


def _agree(engine: Engine, time: tuple[datetime, datetime]) -> None:
    """Every look at every part of the time gives what the slow sum gives."""
    start, end = time
    chance = Random(3)
    length = (end - start) / timedelta(microseconds=1)
    cuts = sorted(start + timedelta(microseconds=chance.randrange(int(length))) for _ in range(4))
    ragged = start + HOUR + timedelta(minutes=45)
    short = [(ragged + n * DAY, ragged + n * DAY + timedelta(hours=8.75)) for n in range(3)]
    spans = [time, *pairwise([start, *cuts, end]), (start + HOUR, start + 10 * HOUR), *short]
    with engine.begin() as connection:
        slow, found = SlowFigures(connection), SqlFigures(Unit(connection))
        found.foresee([(start + HOUR, start + 10 * HOUR), time, *short, short[0]])
        for span in spans:
            (whole,) = found.calls(*span)
            assert told_of(whole.counts) == slow.calls(*span).told
            told = {each.queue: each.counts for each in found.calls(*span, by_queue=True)}
            for queue, counts in told.items():
                assert told_of(counts) == slow.calls(*span, queue).told
            assert sum(each.offered for each in told.values()) == whole.counts.offered
            assert _plain(found.all_tallies(*span, COUNTED)) == _some(slow.tallies(*span))
        for grain in (Grain.HOUR, Grain.DAY, Grain.MONTH):
            rows = found.calls(*time, grain)
            assert (rows[0].start, rows[-1].end) == time
            assert all(a.end == b.start for a, b in pairwise(rows))
            for each in rows:
                assert told_of(each.counts) == slow.calls(each.start, each.end).told
            for a, b, tallies in found.tallies_by(*time, Dimension.URGENCY, grain):
                expected = slow.tallies(a, b).get("URGENCY", {})
                assert {each.key: (each.count, each.total_ms) for each in tallies} == expected
        clock = found.calls(*time, Grain.WEEKDAY_HOUR)
        told_by_clock = {(each.weekday, each.hour): each.counts.offered for each in clock}
        assert told_by_clock == slow.by_clock(*time)


def _plain(found: dict[Dimension, Any]) -> dict[str, dict[str, tuple[int, int]]]:
    return _some(
        {
            str(dimension): {each.key: (each.count, each.total_ms) for each in tallies}
            for dimension, tallies in found.items()
        }
    )


def _some(found: dict[str, dict[str, tuple[int, int]]]) -> dict[str, dict[str, tuple[int, int]]]:
    return {dimension: keys for dimension, keys in sorted(found.items()) if keys}


def _wrap(engine: Engine, time: tuple[datetime, datetime]) -> int:
    with engine.begin() as connection:
        (whole,) = SqlFigures(Unit(connection)).calls(*time)
    return whole.counts.wrap_ms


def _offered(engine: Engine, time: tuple[datetime, datetime]) -> int:
    with engine.begin() as connection:
        (whole,) = SqlFigures(Unit(connection)).calls(*time)
    return whole.counts.offered
