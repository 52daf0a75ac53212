"""What the databases of a world hold, in plain values, and how two of them differ."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from db.exchange_tables import before
from db.sync import restoring
from db.sync.images import body_of, key_of
from db.tables import SYNCED

if TYPE_CHECKING:
    from tests.sync.simulator.places import Place
    from tests.sync.simulator.world import World

Key = tuple[str, str]
Rows = dict[Key, dict[str, Any]]

SHOWN = 5  # of many differences


def rows_of(connection: Connection, only: str = "") -> Rows:
    """Every shared row of a database, or of one table, in plain values."""
    return {
        (table.name, key_of(table.name, dict(row))): body_of(table.name, dict(row))
        for table in SYNCED
        if only in {"", table.name}
        for row in connection.execute(select(table)).mappings()
    }


def given_rows(connection: Connection, only: str = "") -> Rows:
    """A desk's rows without what its unsettled operations have made of them."""
    found = rows_of(connection, only)
    for each in connection.execute(select(before)).all():
        if only not in {"", each.entity}:
            continue
        kept = each.row and restoring.as_kept(connection, each.entity, each.row)
        found.pop((each.entity, each.key), None)
        if kept:
            found[each.entity, each.key] = body_of(each.entity, kept)
    return found


def feed_at(world: World, cursors: Mapping[str, int]) -> Rows:
    """What the centre's feed said that the buckets held when they had come so far."""
    found: dict[Key, str] = {}
    for _, last in sorted(_last(world, cursors).items()):
        found |= {key: row.body for key, row in last.items() if row.body is not None}
    return {key: json.loads(body) for key, body in found.items()}


def past_at(world: World, cursors: Mapping[str, int]) -> set[Key]:
    """The rows that have left one of the buckets because they were old."""
    return {
        key
        for last in _last(world, cursors).values()
        for key, row in last.items()
        if row.past and row.body is None
    }


def _last(world: World, cursors: Mapping[str, int]) -> dict[str, dict[Key, Any]]:
    """Of each bucket, the last that was said of every row in it."""
    world.centre.note()
    return {
        bucket: {(row.entity, row.key): row for row in rows if row.seq <= cursors.get(bucket, -1)}
        for bucket, rows in world.centre.feed.items()
    }


def living(world: World) -> list[Place]:
    """The desks that may exchange."""
    return [place for place in world.places if not place.stopped]


def differences(mine: Rows, its: Rows) -> list[str]:
    """Which rows are not the same, without a word of what is in them."""
    told = []
    for key in sorted(mine.keys() | its.keys()):
        here, there = mine.get(key), its.get(key)
        if here is None:
            told.append(f"{key} is missing")
        elif there is None:
            told.append(f"{key} is too many")
        elif here != there:
            names = [name for name in here if here[name] != there.get(name)]
            told.append(f"{key} differs in {names}")
    return told


def first(found: Iterable[str], says: str) -> Iterator[str]:
    every = list(found)
    if every:
        more = f" … and {len(every) - SHOWN} more" if len(every) > SHOWN else ""
        yield f"{says}: " + "; ".join(every[:SHOWN]) + more
