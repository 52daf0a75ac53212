"""Run one seed: a world, what happens in it, the healing, and all checkers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

from kundcenter.sync.exchange import Path as Where
from kundcenter.sync.wire import Push, Sent, pack
from tests.sync import checkers
from tests.sync.simulator.evidence import living
from tests.sync.simulator.hall import Hall
from tests.sync.simulator.places import Place
from tests.sync.simulator.world import World, a_world

LONG = 10  # every so many seeds
SAMPLED = 3  # every so many pulls a desk is looked at, and whenever it has work on top


def steps_of(seed: int) -> int:
    """Mostly a short world, for there are more of them; every so often a long one."""
    return 25 if seed % LONG == 0 else Random(seed).choice([3, 4, 6, 8])


def simulate(
    hall: Hall, seed: int, *, steps: int | None = None, done: Counter[str] | None = None
) -> str:
    """What is broken after the seed, with its history; empty when all is well.

    What was done is counted in `done`.
    """
    found, world = outcome(hall, seed, steps_of(seed) if steps is None else steps)
    if done is not None:
        done.update(world.done)
    if not found:
        return ""
    told = [f"{name}: {text}" for name, texts in found.items() for text in texts]
    return "\n".join([*told, "it went:", *world.history])


def outcome(
    hall: Hall, seed: int, steps: int, first: Sequence[str] = ()
) -> tuple[dict[str, list[str]], World]:
    """By checker, what it has found when all was healed.

    `first` are acts that are tried at every desk before chance has its way.
    """
    with a_world(seed, hall, _sampled) as world:
        for place in world.places:
            for name in first:
                world.acts.perform(place, name)
        world.run(steps)
        world.drain()
        repeat(world)
        return checkers.broken(world), world


def repeat(world: World) -> None:
    """Everything once more: it changes nothing, and meets the same verdicts."""
    before = world.centre.rows("SELECT id, seq FROM centre_buckets ORDER BY id")
    for place in living(world):
        sent = tuple(map(Sent.of, place.local.operations(0, 100)))
        world.centre.answer(place.device_id, Where.PUSH, pack(Push(sent)))
    if world.centre.rows("SELECT id, seq FROM centre_buckets ORDER BY id") != before:
        world.centre.contradictions.append("what was sent again was carried out again")


def _sampled(world: World, place: Place) -> None:
    if place.local.waiting().count or place.applied % SAMPLED == 1:
        checkers.look(world, place)
