"""The centre's database is put back to an earlier copy of itself, and somebody says so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from db.sync.refounding import refound
from db.tables import metadata
from tests.sync.simulator.first_morning import enrol

if TYPE_CHECKING:
    from tests.sync.simulator.places import Judged, Seat
    from tests.sync.simulator.world import World

NAMES = tuple(table.name for table in metadata.sorted_tables)
AT_FIRST = "begun"  # the schema in which every world's beginning lies
COPY = "kept"


@dataclass(slots=True)
class Copy:
    """What the witness beside the centre had noted when the copy was made."""

    schema: str
    log: list[Judged]
    said: dict[tuple[UUID, int], bytes]
    driven: list[tuple[UUID, int, int]]
    feed: dict[str, list[Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, schema: str, centre: Seat) -> Copy:
        feed = {bucket: list(rows) for bucket, rows in centre.feed.items()}
        return cls(schema, list(centre.log), dict(centre.said), list(centre.driven), feed)


def another_time(world: World) -> str:
    """A copy is made, or the centre is put back to the last one: to its first hour, if need be."""
    centre = world.centre
    centre.note()
    if world.rng.random() < 0.35:
        _fill(world, COPY, "public")
        world.copy = Copy.of(COPY, centre)
        return "a copy is made"
    copy = world.copy
    _fill(world, "public", copy.schema)
    centre.log, centre.said, centre.driven = list(copy.log), dict(copy.said), list(copy.driven)
    centre.feed = {bucket: list(rows) for bucket, rows in copy.feed.items()}
    with centre.engine.begin() as connection:
        connection.exec_driver_sql("SET LOCAL application_name = 'whoever puts it back'")
        made = refound(connection, world.epochs)  # whoever does it has written down each of them
    world.epochs.append(made.epoch)
    centre.restart()
    known = {device.id for device in centre.central.devices()}
    for place in world.places:
        if place.device_id not in known:  # it came later than the copy, and is let in again
            known.add(place.device_id)
            enrol(centre, place)
    centre.note()
    world.put_back = True
    return f"the centre is put back to {len(copy.log)} verdicts"


def _fill(world: World, schema: str, source: str) -> None:
    """Beneath the guards, as nobody else could."""
    world.centre.engine.dispose()
    with world.centre.engine.begin() as connection:
        statements = [
            f"CREATE SCHEMA IF NOT EXISTS {schema};",
            "SET LOCAL session_replication_role = replica;",
        ]
        for name in NAMES:
            if schema != "public":
                statements.append(
                    f"CREATE TABLE IF NOT EXISTS {schema}.{name} (LIKE public.{name});"
                )
            statements += [
                f"DELETE FROM {schema}.{name};",
                f"INSERT INTO {schema}.{name} SELECT * FROM {source}.{name};",
            ]
        connection.exec_driver_sql("\n".join(statements))
