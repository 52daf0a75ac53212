"""Sets of operations that have to do with one another."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping


def connected(
    touches: Mapping[int, Collection[Hashable]], seeds: Collection[Hashable]
) -> frozenset[int]:
    """The operations that touch a seed, or touch what such an operation touches, and so on.

    `touches` are the things that each operation read or wrote; a number in `seeds` is an
    operation itself.
    """
    by_thing: dict[Hashable, list[int]] = {}
    for n, things in touches.items():
        for thing in things:
            by_thing.setdefault(thing, []).append(n)
    waiting: list[Hashable] = list(seeds)
    seen_things: set[Hashable] = set()
    found: set[int] = set()
    while waiting:
        thing = waiting.pop()
        numbers = [thing] if isinstance(thing, int) else by_thing.get(thing, [])
        if thing in seen_things:
            continue
        seen_things.add(thing)
        for n in numbers:
            if n in touches and n not in found:
                found.add(n)
                waiting.extend(touches[n])
    return frozenset(found)
