"""Months go by in a simulated world; what would be wrong then is seen by the checkers."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from sqlalchemy import Connection, text

from db.sync import ageing, feed
from kundcenter.domain.feed import BucketRows
from tests.ground import fill_local
from tests.postgres import PostgresServer
from tests.sync import checkers
from tests.sync.simulator.hall import Hall, a_hall
from tests.sync.simulator.months import months_pass
from tests.sync.simulator.run import repeat
from tests.sync.simulator.world import a_world

SEEDS = range(1, 7)  # one of them shows each bug
MORE = range(50, 80) if os.environ.get("KUNDCENTER_FAULTS") == "full" else ()

Plant = Callable[[pytest.MonkeyPatch], None]


@pytest.fixture(scope="module")
def hall(
    postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Hall]:
    folder = tmp_path_factory.mktemp("months")
    fill_local(folder / "empty")
    with a_hall(postgres_server, folder / "empty", folder) as found:
        yield found


@pytest.fixture(autouse=True)
def quiet_worlds() -> Iterator[None]:
    """What befalls a world stands in its history."""
    loggers = [logging.getLogger(name) for name in ("db.sync", "kundcenter.sync")]
    heard = [each.level for each in loggers]
    for each in loggers:
        each.setLevel(logging.CRITICAL)
    yield
    for each, level in zip(loggers, heard, strict=True):
        each.setLevel(level)


def a_year(hall: Hall, seed: int) -> tuple[dict[str, list[str]], list[str]]:
    """What the checkers find, and how it went."""
    with a_world(seed, hall, checkers.look) as world:
        for steps, days in ((4, 95), (6, 30), (3, 200), (5, 95)):
            world.run(steps)
            world.history.append(months_pass(world, days))
        world.drain()
        repeat(world)
        return checkers.broken(world), world.history


@pytest.mark.parametrize("seed", [*SEEDS[:4], *MORE])
def test_whatever_happens_in_a_year_all_agree_in_the_end(hall: Hall, seed: int) -> None:
    found, history = a_year(hall, seed)
    assert not found, "\n".join([str(found), *history])


def kin_is_left_behind(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ageing, "KIN", {})


def a_leaving_is_not_told(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ageing, "_LEAVE", text("SELECT :bucket || :seq || :now"))


def what_left_is_still_in_the_sum(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ageing, "MODULO", 3)


def what_is_in_force_is_deleted(patch: pytest.MonkeyPatch) -> None:
    careless = str(ageing._COMPACT).replace("AND c.past_at IS NULL", "AND c.seq < 0")
    patch.setattr(ageing, "_COMPACT", text(careless))


def nobody_is_told_that_the_feed_is_shorter(patch: pytest.MonkeyPatch) -> None:
    whole = str(ageing._COMPACT).replace("max(seq)", "0")
    patch.setattr(ageing, "_COMPACT", text(whole))


def what_is_past_counts_as_there(patch: pytest.MonkeyPatch) -> None:
    where = feed.where

    def blind(connection: Connection, keys: Sequence[Any], bucket: str | None = None) -> Any:
        found = where(connection, keys, bucket)
        for key, past in found.past.items():
            found.here[key].update(dict.fromkeys(past, 0))
        return found

    patch.setattr(feed, "where", blind)


def what_left_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    following = feed.following

    def silent(*args: Any, **named: Any) -> BucketRows:
        part = following(*args, **named)
        if part.mark is None:
            return part
        return BucketRows(part.bucket, part.after, part.through, part.rows, None, part.whole)

    patch.setattr(feed, "following", silent)
    patch.setattr(ageing, "_PAST", text("DELETE FROM centre_current c USING ageing a "
                  "WHERE c.bucket = :bucket AND c.entity = a.entity AND c.key = a.key "
                  "AND :seq > 0 AND :now IS NOT NULL"))  # fmt: skip


BUGS: list[tuple[Plant, str]] = [
    (kin_is_left_behind, "C7"),
    (a_leaving_is_not_told, "C6"),
    (what_left_is_still_in_the_sum, "C7"),
    (what_is_in_force_is_deleted, "C6"),
    (nobody_is_told_that_the_feed_is_shorter, "C6"),
    (what_is_past_counts_as_there, "C7"),
    (what_left_is_forgotten, "C7"),
]


@pytest.mark.parametrize(("plant", "checker"), BUGS, ids=lambda each: getattr(each, "__name__", ""))
def test_a_planted_bug_is_named(
    hall: Hall, monkeypatch: pytest.MonkeyPatch, plant: Plant, checker: str
) -> None:
    plant(monkeypatch)
    named: set[str] = set()
    for seed in SEEDS:
        try:
            found, _ = a_year(hall, seed)
        except Exception as error:  # the oracle's own assertion, or the chore's
            named.add(type(error).__name__)
            continue
        named |= found.keys()
        if checker in named:
            return
    pytest.fail(f"{checker} did not see it; seen by {sorted(named)}")
