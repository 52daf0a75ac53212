"""Somebody is at the rows of a desk, beneath the program: it has to find out by itself."""

from __future__ import annotations

from random import Random

from sqlalchemy import select

from db.exchange_tables import held
from db.sync.images import TABLES
from tests.sync.damage import added, beneath, changed, deleted, there, wrong_sum
from tests.sync.simulator.places import Place

DEEDS = {"change": changed, "delete": deleted, "add": added}


def damage(rng: Random, place: Place) -> str:
    """A few rows are changed, deleted or put in, or the sum of one; returns which."""
    told = []
    with beneath(place.engine) as connection:
        for _ in range(rng.randrange(1, 5)):
            kind = rng.choice([*DEEDS, "sum"])
            entity = rng.choice(sorted(TABLES))
            rows = there(connection, entity)
            if kind == "sum" and connection.execute(select(held).limit(1)).first():
                told.append(f"sum of {wrong_sum(connection, rng)[0]}")
            elif kind != "sum" and rows:
                DEEDS[kind](connection, entity, rng.choice(rows))
                told.append(f"{kind} {entity}")
    place.damaged = place.damaged or bool(told)
    return ", ".join(told)


def look_over(place: Place) -> None:
    """What the program does once a day, when there is nothing else to do."""
    if place.damaged and not place.stopped:
        place.local.look_over_all()
