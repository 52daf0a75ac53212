"""A shift without its pauses: how much memory the program has at its end, and whether it grows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.benchmarks.frame import Row, Terms, slope, value
from tests.benchmarks.seat import SETTINGS, child
from tests.benchmarks.stores import copied

NAME = "memory"
SHIFT, LONG_SHIFT = 200, 5_000  # calls
BEGINNING, END = 120, 160  # megabytes
SLOPE = 1.0  # megabyte for each thousand calls, from the middle of the shift on


def rows(terms: Terms) -> Iterator[Row]:
    """Memory at the shift's beginning and end at the largest size; each call also looks one up."""
    calls = LONG_SHIFT if terms.long else min(SHIFT, terms.samples)
    size = terms.sizes[-1]
    with copied(terms.stores, size) as folder:
        (folder / "settings.toml").write_text(SETTINGS, encoding="utf-8")
        looks: Sequence[tuple[int, float, float]] = child(
            "memory_child", str(folder), str(calls), stores=terms.stores
        )
    if not looks[0][1]:
        return  # this system does not tell
    # Not of the PSS: that changes with whoever else has the libraries open.
    settled = [(done, own) for done, _, own in looks if done >= calls // 2]
    yield value(NAME, "PSS after signing in", looks[0][1], "MB", size=size, most=BEGINNING)
    yield value(NAME, f"PSS after {calls} calls", looks[-1][1], "MB", size=size, most=END)
    yield value(NAME, "most PSS", max(look[1] for look in looks), "MB", size=size)
    yield value(NAME, "own memory after signing in", looks[0][2], "MB", size=size)
    yield value(NAME, f"own memory after {calls} calls", looks[-1][2], "MB", size=size)
    grown = 1_000 * slope(settled)
    yield value(NAME, "own memory's growth in 1 000 calls", grown, "MB", size=size, most=SLOPE)
