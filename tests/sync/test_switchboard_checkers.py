"""The checker of the switchboard is seen to name what is planted for it, each of its rules."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from tests.ground import fill_local
from tests.postgres import PostgresServer
from tests.sync.simulator.hall import Hall, a_hall
from tests.sync.simulator.run import outcome
from tests.sync.simulator.world import World
from tests.sync.switchboard_checkers import (
    BOTH,
    GAPS,
    LOST,
    RULES,
    STRANGE,
    TRIED,
    TWICE,
    UNTOLD,
    c22_switchboard,
)

SEEDS = range(1, 25)
STEPS = 30
TABLES = ("contacts", "absences", "messages", "mode_orders", "topics", "topic_versions")
DEEDS = {
    LOST: "DELETE FROM absences",
    UNTOLD: "UPDATE messages SET state = 'ATERTAGET' WHERE id NOT IN "
    "(SELECT message_id FROM message_steps WHERE kind = 'WITHDRAWN')",
    TRIED: "UPDATE messages SET tries = tries + 1",
    STRANGE: "UPDATE topics SET text = 'Ingens'",
    GAPS: "DELETE FROM topic_versions WHERE number = 1 AND topic_id IN "
    "(SELECT topic_id FROM topic_versions WHERE number = 2)",
    BOTH: "UPDATE mode_orders SET lifted_at = NULL, ends_at = NULL WHERE starts_at < "
    "(SELECT max(starts_at) FROM mode_orders)",
    TWICE: "INSERT INTO contacts (SELECT gen_random_uuid(), directory, name, kind, title, unit_id,"
    " workplace, municipality, numbers, extension, email, words, comment, key, number, changed_at,"
    " changed_by, retired_at FROM contacts)",
}


@pytest.fixture(scope="module")
def hall(
    postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Hall]:
    folder = tmp_path_factory.mktemp("switchboard")
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


@pytest.mark.parametrize("rule", sorted(DEEDS))
def test_each_rule_names_what_is_planted_for_it(hall: Hall, rule: str) -> None:
    for seed in SEEDS:
        found, world = outcome(hall, seed, STEPS)
        assert not found
        with done(world, DEEDS[rule]) as count:
            told = list(c22_switchboard(world))
        if count:
            assert any(rule in each for each in told)
            assert list(c22_switchboard(world)) == []
            return
    pytest.fail("there was nothing to do it to")


def test_there_is_a_deed_for_each_rule() -> None:
    assert DEEDS.keys() == {*RULES}
