"""Older copies of a desk's file, put back or put to use at a second machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sync.simulator.places import Place

if TYPE_CHECKING:
    from tests.sync.simulator.world import World

MOST_DESKS = 6  # in a world, when one more may come


def keep_copy(world: World, place: Place) -> None:
    """A snapshot of the machine is taken."""
    to = world.hall.folder / f"{place.name}-{world.step_no}.copy"
    place.copy_file(to)
    world.copies[place.device_id] = [(to, world.step_no)]


def roll_back(world: World, place: Place) -> None:
    """The machine is put back to how it was before, if a snapshot of it was taken."""
    found = world.copies.get(place.device_id)
    if not found or place.stopped:
        return
    path, _ = found[-1]
    place.machine.put(path)
    place.open()
    world.rolled.add(place.device_id)
    head = place.local.heads().operation.n
    place.lost |= {op.id for n, op in place.saved.items() if n > head}
    place.saved = {n: op for n, op in place.saved.items() if n <= head}
    place.cursors, place.shown = {}, {}


def clone(world: World, place: Place) -> None:
    """A second computer with the same profile."""
    if place.stopped or len(world.places) > MOST_DESKS or place.device_id in world.rolled:
        return
    file = world.hall.folder / f"{place.name}.clone"
    place.copy_file(file)
    machine = world.hall.machine(len(world.places))
    machine.put(file)
    name = f"{place.name}'"
    twin = Place(name, machine, place.device_id, place.care_unit, place.clock, place.ids)
    twin.open()
    twin.saved, twin.damaged = dict(place.saved), place.damaged
    world.rolled.add(place.device_id)
    world.places.append(twin)
