"""The checkers of limited room are seen to name what is planted for it, each of its rules."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from tests.ground import fill_local
from tests.postgres import PostgresServer
from tests.sync.capacity_checkers import RULES, c4_as_many_as_there_is_room_for, c5_offered_to_one
from tests.sync.simulator.hall import Hall, a_hall
from tests.sync.simulator.run import outcome
from tests.sync.simulator.world import World

SEEDS = range(1, 25)
STEPS = 30
OPEN = "state IN ('VANTAR', 'UTLAMNAD_TID', 'RINGS', 'EJ_SVAR')"
PUT = "UPDATE {table} SET {change} WHERE id = (SELECT id FROM {table} WHERE {where} LIMIT 1)"


def put(table: str, change: str, where: str) -> str:
    return PUT.format(table=table, change=change, where=where)


def copied(table: str, change: str, where: str) -> str:
    """A second row like the first one that there is, but for what is changed."""
    return (
        f"INSERT INTO {table} SELECT (jsonb_populate_record(t, {change} || "
        f"jsonb_build_object('id', gen_random_uuid()))).* FROM {table} t WHERE {where} LIMIT 1"
    )


NONE = "'{}'::jsonb"
HELD = "held_by IS NOT NULL"
# A seat stays with whoever was called, and nobody misses it then: only these would.
HELD_NOW = (
    f"(held_by IN (SELECT id FROM callbacks WHERE {OPEN}) "
    "OR held_by IN (SELECT id FROM bookings WHERE state = 'STAENDE'))"
)
DEEDS = {
    "seats that two have": copied("callbacks", NONE, f"{OPEN} AND seat > 0"),
    "seats with two rows": copied("timeslot_seats", NONE, HELD),
    "seats that their holder has not": put("timeslot_seats", "held_by = NULL", HELD_NOW),
    "seats that somebody holds who has let go": put(
        "timeslot_seats",
        "held_by = (SELECT id FROM bookings WHERE state = 'AVBOKAD' LIMIT 1)",
        "held_by IS NULL AND EXISTS (SELECT 1 FROM bookings WHERE state = 'AVBOKAD')",
    ),
    "patients who are placed twice": copied(
        "callbacks", "'{\"seat\": 0}'::jsonb", f"{OPEN} AND kind = 'KO'"
    ),
    "times that are offered to two": copied(
        "offers", "jsonb_build_object('number', number + 1)", "state = 'ERBJUDEN'"
    ),
    "offers with one number": copied("offers", '\'{"state": "EJ_SVAR"}\'::jsonb', "true"),
    "times that are filled, and free": put("freed_times", "state = 'FYLLD'", "state = 'LEDIG'"),
    "seats that nobody made": put("timeslot_seats", "number = 77", HELD),
}
INDEXES = (
    *("uq_callbacks_open_of_person", "uq_callbacks_seat", "uq_bookings_seat"),
    *("uq_offers_number", "uq_offers_open"),
)


@pytest.fixture(scope="module")
def hall(
    postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Hall]:
    folder = tmp_path_factory.mktemp("capacity")
    fill_local(folder / "empty")
    with a_hall(postgres_server, folder / "empty", folder) as found:
        yield found


@contextmanager
def done(world: World, deed: str) -> Iterator[int]:
    """How many rows the deed has touched; afterwards all is as it was, its indexes too."""
    engine = world.centre.engine
    tables = ("callbacks", "timeslot_seats", "bookings", "freed_times", "offers")
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        indexes = [
            connection.execute(text(f"SELECT pg_get_indexdef('{name}'::regclass)")).scalar_one()
            for name in INDEXES
        ]
        for name in INDEXES:
            connection.execute(text(f"DROP INDEX {name}"))
        for table in tables:
            connection.execute(text(f"CREATE TABLE kept_{table} AS TABLE {table}"))
        count = connection.execute(text(deed)).rowcount
    try:
        yield count
    finally:
        with engine.begin() as connection:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
            for table in tables:
                connection.execute(text(f"DELETE FROM {table}"))
                connection.execute(text(f"INSERT INTO {table} TABLE kept_{table}"))
                connection.execute(text(f"DROP TABLE kept_{table}"))
            for statement in indexes:
                connection.execute(text(statement))


def seen(world: World) -> list[str]:
    return [*c4_as_many_as_there_is_room_for(world), *c5_offered_to_one(world)]


@pytest.mark.parametrize("rule", sorted(DEEDS))
def test_each_rule_names_what_is_planted_for_it(hall: Hall, rule: str) -> None:
    for seed in SEEDS:
        found, world = outcome(hall, seed, STEPS)
        assert not found
        with done(world, DEEDS[rule]) as count:
            told = seen(world)
        if count:
            assert any(rule in each for each in told)
            assert seen(world) == []
            return
    pytest.fail("there was nothing to do it to")


def test_there_is_a_deed_for_each_rule() -> None:
    assert DEEDS.keys() == {*RULES}
