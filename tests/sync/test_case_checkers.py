"""The checker of cases is seen to name what is planted for it, each of its rules."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from tests.ground import fill_local
from tests.postgres import PostgresServer
from tests.sync.case_checkers import COUNTED, LOST, NOBODY, RULES, TIMED, c21_cases
from tests.sync.simulator.hall import Hall, a_hall
from tests.sync.simulator.run import outcome
from tests.sync.simulator.world import World

SEEDS = range(1, 25)
STEPS = 30
TABLES = ("cases", "case_edits")
DEEDS = {
    COUNTED: "UPDATE cases SET conflicts = conflicts + 1",
    LOST: "DELETE FROM case_edits WHERE id IN (SELECT id FROM case_edits WHERE outcome = 'GALLER')",
    NOBODY: "UPDATE cases SET summary = 'Ingens' "
    "WHERE id IN (SELECT case_id FROM case_edits WHERE name = 'summary')",
    TIMED: "UPDATE cases SET due_at = due_at + interval '1 day' WHERE due_at IS NOT NULL",
}


@pytest.fixture(scope="module")
def hall(
    postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Hall]:
    folder = tmp_path_factory.mktemp("cases")
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
            told = list(c21_cases(world))
        if count:
            assert any(rule in each for each in told)
            assert list(c21_cases(world)) == []
            return
    pytest.fail("there was nothing to do it to")


def test_there_is_a_deed_for_each_rule() -> None:
    assert DEEDS.keys() == {*RULES}
