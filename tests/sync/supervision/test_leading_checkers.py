"""The checker of what leaders do is seen to name what is planted for it, each of its rules."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from kundcenter.domain.supervision.roster_terms import LIMITS, PATTERNS
from tests.ground import fill_local
from tests.postgres import PostgresServer
from tests.sync.checkers import broken, look
from tests.sync.simulator.hall import Hall, a_hall
from tests.sync.simulator.world import World, a_world
from tests.sync.supervision.leading_checkers import (
    ANSWERS,
    EDITIONS,
    LOST,
    RULES,
    TWO_AIMS,
    TWO_ORDERS,
    TWO_SURVEYS,
    TWO_TURNS,
    c23_leading,
)

TABLES = (
    *("incidents", "work_turns", "queue_closures", "roster_terms", "targets", "surveys"),
    "feedback",
)


def twice(table: str, where: str) -> str:
    """Each such row once more, under another id."""
    same = {
        "work_turns": "operator_id, role, pattern, starts_at, ends_at, breaks, number, removed_at,"
        " comment",
        "queue_closures": "queue, reason, starts_at, ends_at, closed_by, lifted_at, lifted_by",
        "targets": "figure, queue, value, at_least, valid_from, valid_to, set_by, set_at, number,"
        " removed_at, kind, source, year",
        "surveys": "figure, period_from, period_to, value, answers, source, noted_by, noted_at,"
        " number, removed_at, area, asked, comment",
    }[table]
    return (
        f"INSERT INTO {table} (id, {same}) (SELECT gen_random_uuid(), {same} FROM {table} "
        f"WHERE {where})"
    )


DEEDS = {
    LOST: "DELETE FROM incidents",
    TWO_TURNS: twice("work_turns", "removed_at IS NULL"),
    TWO_ORDERS: twice("queue_closures", "lifted_at IS NULL AND ends_at IS NULL"),
    EDITIONS: "UPDATE roster_terms SET number = number + 1",
    TWO_AIMS: twice("targets", "removed_at IS NULL"),
    TWO_SURVEYS: twice("surveys", "removed_at IS NULL"),
    ANSWERS: "UPDATE feedback SET state = 'declined' WHERE answers = '[]'",
}


@pytest.fixture(scope="module")
def hall(
    postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Hall]:
    folder = tmp_path_factory.mktemp("leading")
    fill_local(folder / "empty")
    with a_hall(postgres_server, folder / "empty", folder) as found:
        yield found


@contextmanager
def done(world: World, deed: str) -> Iterator[int]:
    """How many rows the deed has touched; afterwards all is as it was."""
    engine = world.centre.engine
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        for table in TABLES:
            connection.execute(text(f"CREATE TABLE kept_{table} AS TABLE {table}"))
        count = connection.execute(text(deed)).rowcount
    try:
        yield count
    finally:
        with engine.begin() as connection:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
            for table in TABLES:
                connection.execute(text(f"DELETE FROM {table}"))
                connection.execute(text(f"INSERT INTO {table} TABLE kept_{table}"))
                connection.execute(text(f"DROP TABLE kept_{table}"))


def test_each_rule_names_what_is_planted_for_it(hall: Hall) -> None:
    """In a world that has what each deed is done to: the first morning's, and shifts."""
    with a_world(1, hall, look) as world:
        place = world.places[0]
        place.take_seat(place.ids_of("operators", "user_name = 'anna'")[0])
        place.desk.roster_terms.publish(PATTERNS, LIMITS, upon=0)
        world.drain()
        assert not broken(world)
        for rule, deed in DEEDS.items():
            with done(world, deed) as count:
                told = list(c23_leading(world))
            assert count, f"there was nothing to do this to: {rule}"
            assert any(rule in each for each in told), rule
            assert list(c23_leading(world)) == []


def test_there_is_a_deed_for_each_rule() -> None:
    assert DEEDS.keys() == {*RULES}
