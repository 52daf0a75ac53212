"""What must hold of the centre's feed and its buckets, also after rows have become past."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from db.sync.images import TABLES
from db.sync.kin import KIN
from tests.sync.simulator.evidence import Key, Rows, first

if TYPE_CHECKING:
    from tests.sync.simulator.world import World


def dense(world: World) -> Iterator[str]:
    """Every number was given once; above the oldest all are there, below it those in force."""
    world.centre.note()
    for row in world.centre.rows("SELECT id, seq, oldest FROM centre_buckets"):
        told = [each.seq for each in world.centre.feed[row.id]]
        if told != list(range(1, row.seq + 1)):
            yield f"the feed of {row.id} is not dense up to {row.seq}"
        there = {
            each.seq
            for each in world.centre.rows(
                "SELECT seq FROM centre_feed WHERE bucket = :bucket", bucket=row.id
            )
        }
        wanted = set(range(row.oldest + 1, row.seq + 1)) | {
            each.seq
            for each in world.centre.rows(
                "SELECT seq FROM centre_current WHERE bucket = :bucket AND past_at IS NULL",
                bucket=row.id,
            )
        }
        yield from first(
            (str(seq) for seq in sorted(wanted - there)), f"the feed of {row.id} has lost"
        )


def members_of(world: World) -> tuple[dict[str, set[Key]], dict[str, set[Key]]]:
    """By bucket, the rows that are in it, and those that were."""
    here: dict[str, set[Key]] = defaultdict(set)
    past: dict[str, set[Key]] = defaultdict(set)
    for row in world.centre.rows("SELECT bucket, entity, key, past_at FROM centre_current"):
        (here if row.past_at is None else past)[row.bucket].add((row.entity, row.key))
    return here, past


def together(
    its: Rows, here: Mapping[str, set[Key]], past: Mapping[str, set[Key]]
) -> Iterator[str]:
    """Where a person is, all is that the person is found by, and nothing of them is past alone."""
    for bucket, keys in here.items():
        lacking = [
            str(key)
            for key, body in its.items()
            if key[0] in {"name_words", "identities"}
            and ("people", body["person_id"]) in keys
            and key not in keys
        ]
        yield from first(lacking, f"{bucket} has persons without all that is known of them")
        orphans = [
            f"{key} without {parent}"
            for key in keys
            if key in its
            for parent in pointed(key[0], its[key])
            if parent not in keys and parent in its
        ]
        yield from first(orphans, f"{bucket} has rows without what they point to")
        left = [
            f"{key} without {parent}"
            for key in past.get(bucket, ())
            if key in its
            for parent in _of(key[0], its[key])
            if parent in keys
        ]
        yield from first(left, f"{bucket} has rows whose kin is past")


def pointed(entity: str, body: Mapping[str, Any]) -> Iterator[Key]:
    """The rows that a row points to."""
    for key in TABLES[entity].foreign_keys:
        if body.get(key.parent.name) is not None:
            yield key.column.table.name, str(body[key.parent.name])
    if entity == "people" and body["merged_into"] is not None:
        yield "people", body["merged_into"]


def _of(entity: str, body: Mapping[str, Any]) -> Iterator[Key]:
    """The rows to whose kin a row belongs."""
    for parent, kin in KIN.items():
        for name, column in kin:
            if name == entity and body.get(column) is not None:
                yield parent, str(body[column])


def versions_told(world: World) -> Iterator[Any]:
    """What the feed has said of versions; that they are past is nothing about them."""
    world.centre.note()
    for _, rows in sorted(world.centre.feed.items()):
        yield from (row for row in rows if row.entity == "entry_versions" and not row.past)
