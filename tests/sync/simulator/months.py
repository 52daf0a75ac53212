"""Months go by in a world: what is old becomes past, and the feed is made shorter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.sync.ageing import SqlAgeing
from kundcenter.domain.ageing import KeepTerms
from tests.sync.simulator.places import Crash

if TYPE_CHECKING:
    from tests.sync.simulator.world import World

TERMS = KeepTerms()


def months_pass(world: World, days: int | None = None) -> str:
    """Every clock goes on, and the centre does its chores; it may die in the middle of them."""
    rng, centre = world.rng, world.centre
    days = rng.choice([3, 10, 95, 95, 200]) if days is None else days
    clocks = [centre.clock, *(place.clock for place in world.places)]
    for clock in {id(each): each for each in clocks}.values():
        clock.pass_time(days=days)
    centre.note()
    if rng.random() < world.weather.crash:
        centre.fuse.light(rng.randrange(1, 60))
    try:
        left, gone = _chores(world)
    except Crash:
        centre.restart()
        return f"{days} days, and the centre died"
    finally:
        centre.fuse.left = 0
        centre.note()
    return f"{days} days, {left} rows left and {gone} are gone"


def _chores(world: World) -> tuple[int, int]:
    centre = world.centre
    ageing = SqlAgeing(centre.engine, TERMS)
    gone = 0

    def noted() -> bool:
        """Each bucket is a moment of its own."""
        centre.note()
        return False

    left = ageing.age(centre.clock(), noted)
    if world.rng.random() < 0.7:
        gone = ageing.compact(centre.clock(), noted)
    return left, gone
