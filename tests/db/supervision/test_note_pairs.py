"""Notes by two things, and the calls behind a count, are those of every row in plain Python."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from itertools import chain, product
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, func, select

from db.base import Unit
from db.calls import calls
from db.journal import entries, entry_versions
from db.supervision.cells import SqlFigures
from kundcenter.domain.supervision.dimensions import Dimension
from tests.db.supervision.figure_rows import Rows, row, write

TIME = datetime(2026, 10, 23, 20, tzinfo=UTC), datetime(2026, 10, 27, 3, tzinfo=UTC)
INNER = datetime(2026, 10, 24, 20, 17, tzinfo=UTC), datetime(2026, 10, 26, 3, 59, tzinfo=UTC)
NAMES = {
    Dimension.REASON: "reason",
    Dimension.UNIT: "unit_id",
    Dimension.OUTCOME: "outcome",
    Dimension.URGENCY: "urgency",
}


@pytest.fixture
def noted(engine: Engine) -> Engine:
    """Notes of four days, some of them written anew, one of them in two versions more."""
    made = Rows(85, *TIME)
    with engine.begin() as connection:
        write(connection, chain(made.parents(), made.of_calls(60), made.notes(300)))
        some = connection.execute(select(entry_versions).limit(20)).mappings().all()
        later = [
            {**one, "id": made.id(), "number": one["number"] + 5, "outcome": "112", "unit_id": None}
            for one in some
        ]
        write(connection, ((entry_versions, row(entry_versions, **each)) for each in later))
    return engine


def newest(connection: Connection) -> list[tuple[datetime, Any, dict[str, Any]]]:
    """When, of which call, and the latest version of every note."""
    versions: dict[Any, dict[str, Any]] = {}
    for version in connection.execute(select(entry_versions)).mappings():
        held = versions.get(version["entry_id"])
        if held is None or held["number"] < version["number"]:
            versions[version["entry_id"]] = dict(version)
    return [
        (entry["contact_at"], entry["call_id"], versions[entry["id"]])
        for entry in connection.execute(select(entries)).mappings()
        if entry["id"] in versions
    ]


@pytest.mark.parametrize("time", [TIME, INNER], ids=["all", "between hours"])
def test_pairs_are_those_of_the_latest_versions(
    noted: Engine, time: tuple[datetime, datetime]
) -> None:
    with noted.begin() as connection:
        every = newest(connection)
        figures = SqlFigures(Unit(connection))
        for first, second in product(
            (Dimension.REASON, Dimension.UNIT), (Dimension.OUTCOME, Dimension.URGENCY)
        ):
            slow = Counter(
                (str(note[NAMES[first]]), str(note[NAMES[second]]))
                for at, _, note in every
                if time[0] <= at < time[1] and note[NAMES[first]] is not None
            )
            found = figures.pairs(*time, first, second)
            assert {(each.key, each.other): each.count for each in found} == slow
            assert sum(slow.values()) > 20
            tallied = {each.key: each.count for each in figures.tallies(*time, first)}
            rows = Counter[str]()
            for each in found:
                rows[each.key] += each.count
            assert rows == tallied
    assert any(note["outcome"] == "112" for _, _, note in every)


def test_all_calls_behind_a_count_come_in_order_and_once(noted: Engine) -> None:
    with noted.begin() as connection:
        every = newest(connection)
        figures = SqlFigures(Unit(connection))
        for keys in (("EGENVARD",), ("EGENVARD", "112"), None):
            first: dict[Any, datetime] = {}
            for at, call, note in every:
                if call and INNER[0] <= at < INNER[1] and (not keys or note["outcome"] in keys):
                    first[call] = min(at, first.get(call, at))
            found = figures.behind(*INNER, Dimension.OUTCOME, keys)
            assert {id: at for at, id in found} == first
            assert list(found) == sorted(found)
            assert first
        queued = select(calls.c.queued_at, calls.c.id).where(calls.c.queue.is_not(None))
        offered = {(at, id) for at, id in connection.execute(queued) if INNER[0] <= at < INNER[1]}
        assert set(figures.behind(*INNER, Dimension.QUEUE, None)) == offered
        vaxel = select(func.count()).where(calls.c.queue == "vaxel")
        assert len(figures.behind(*TIME, Dimension.QUEUE, ("vaxel",))) == (
            connection.execute(vaxel).scalar()
        )


def test_no_pair_reads_a_whole_table(local: Engine) -> None:
    heard: list[str] = []
    with local.begin() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.set_trace_callback(heard.append)
        figures = SqlFigures(Unit(connection))
        figures.pairs(*TIME, Dimension.REASON, Dimension.OUTCOME)
        figures.pairs(*TIME, Dimension.UNIT, Dimension.URGENCY)
        figures.behind(*TIME, Dimension.QUEUE, None)
        figures.behind(*TIME, Dimension.REASON, ("FEBER",))
        raw.set_trace_callback(None)
        looks = [each for each in heard if each.startswith("SELECT")]
        assert len(looks) == 4
        for look in looks:
            for plan in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {look}"):
                assert not plan[3].startswith("SCAN"), (look, plan)
