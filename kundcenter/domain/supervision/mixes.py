"""Notes by two things at once: a row's care levels side by side (FEATURES row 85).

For distribution small counts are hidden (DOMAIN §15).  Rows, columns and their sums are all shown,
so one hidden count could be had back from its row or its column, and even from several of them one
after the other: what is hidden is a graph of rows and columns, and an entry can be had back exactly
when it is the only way between two parts of it.  Then a neighbour is hidden too, until no entry is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kundcenter.domain.supervision.dimensions import PairCount
from kundcenter.domain.supervision.exploring import Line, Point
from kundcenter.domain.supervision.masks import DOT, is_small

Place = tuple[int, int]  # row and column; the last of each are the sums


@dataclass(frozen=True, slots=True)
class Mix:
    """Counts by rows and columns, in the order in which they are shown."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]

    def summed(self) -> tuple[tuple[int, ...], ...]:
        """With a sum after each row, and a row of sums."""
        below = [sum(row[at] for row in self.counts) for at in range(len(self.columns))]
        return tuple((*row, sum(row)) for row in (*self.counts, below))


def mix_of(
    pairs: Iterable[PairCount], order: Sequence[str], rows: Sequence[str] | None = None
) -> Mix:
    """Columns as `order` has them, those it does not know after it; those of nothing are left out.

    `rows` in their order; without it the largest first, then by key.
    """
    counts: dict[str, dict[str, int]] = {key: {} for key in rows or ()}
    there: set[str] = set()
    for pair in pairs:
        row = counts.setdefault(pair.key, {})
        row[pair.other] = row.get(pair.other, 0) + pair.count
        there.add(pair.other)
    columns = (*(each for each in order if each in there), *sorted(there - set(order)))
    keys = rows if rows is not None else sorted(counts, key=lambda k: (-_sum(counts[k]), k))
    return Mix(
        tuple(keys),
        columns,
        tuple(tuple(counts[key].get(column, 0) for column in columns) for key in keys),
    )


def mix_lines(mix: Mix, *, share: bool, limit: int = 0) -> tuple[tuple[Line, ...], Line]:
    """The rows and the row of sums; `limit` hides what is less, 0 nothing.

    A share is of its row; where the sum of the row is hidden its shares are too.
    """
    table = mix.summed()
    hidden = hidden_places(table, limit) if limit else {}
    every = tuple(_line(mix, table, at, hidden, share=share) for at in range(len(table)))
    return every[:-1], every[-1]


def hidden_places(table: Sequence[Sequence[int]], limit: int) -> Mapping[Place, str]:
    """Where a count is hidden, and what stands there: "<5", or a dot for another's sake.

    The last of each row is its sum, and the last row is that of the columns.
    """
    small = {
        (row, column)
        for row, counts in enumerate(table)
        for column, count in enumerate(counts)
        if is_small(count, limit)
    }
    hidden = set(small)
    while more := _more(table, hidden, limit):
        hidden |= more
    return {at: f"<{limit}" if at in small else DOT for at in hidden}


def _more(table: Sequence[Sequence[int]], hidden: set[Place], limit: int) -> set[Place]:
    """What has to be hidden too, the smallest that will do; none when nothing can be had back.

    At most one of each row at once: it may be what the next one needs.
    """
    rows, columns = range(len(table)), range(len(table[0]))
    across = [[(row, column) for column in columns] for row in rows]
    down = [[(row, column) for row in rows] for column in columns]
    asking: list[tuple[list[Place], ...]] = [
        (line,) for line in (*across, *down) if _few_together(table, hidden, line, limit)
    ]
    asking += [(across[row], down[column]) for row, column in sorted(_only_ways(hidden))]
    found: dict[int, Place] = {}
    for lines in asking:
        for line in lines:
            near = [at for at in line if at not in hidden and table[at[0]][at[1]]]
            if near:
                least = min(near, key=lambda at: (table[at[0]][at[1]], at))
                found.setdefault(least[0], least)
                break
    return set(found.values())


def _few_together(
    table: Sequence[Sequence[int]], hidden: set[Place], line: Sequence[Place], limit: int
) -> bool:
    """Whether what is hidden of it is so little that its sum, which stands there, tells it."""
    *parts, whole = line
    some = [table[row][column] for row, column in parts if (row, column) in hidden]
    return bool(some) and whole not in hidden and sum(some) < limit


def _only_ways(hidden: set[Place]) -> set[Place]:
    """The entries without which their row and column would not hang together (Tarjan's bridges)."""
    ways: dict[Place, list[Place]] = {}
    for row, column in sorted(hidden):
        one, other = (0, row), (1, column)
        ways.setdefault(one, []).append(other)
        ways.setdefault(other, []).append(one)
    seen: dict[Place, int] = {}  # in which order
    back: dict[Place, int] = {}  # the first that can be reached another way
    found: set[Place] = set()
    # A node is (0, row) or (1, column).
    for root, first in ways.items():
        if root in seen:
            continue
        seen[root] = back[root] = len(seen)
        walk = [(root, root, iter(first))]
        while walk:
            at, came, left = walk[-1]
            to = next(left, None)
            if to is None:
                walk.pop()
                if walk:
                    back[came] = min(back[came], back[at])
                    if back[at] > seen[came]:
                        found.add((came[1], at[1]) if came[0] == 0 else (at[1], came[1]))
            elif to not in seen:
                seen[to] = back[to] = len(seen)
                walk.append((to, at, iter(ways[to])))
            elif to != came:
                back[at] = min(back[at], seen[to])
    return found


def _line(
    mix: Mix,
    table: Sequence[Sequence[int]],
    row: int,
    hidden: Mapping[Place, str],
    *,
    share: bool,
) -> Line:
    *counts, total = table[row]
    last = len(counts)
    key = mix.rows[row] if row < len(mix.rows) else ""
    parts: list[Point] = []
    for column, count in enumerate(counts):
        stands = hidden.get((row, column), "")
        if not stands and share and (row, last) in hidden and count:
            stands = DOT
        if stands:
            parts.append(Point(None, hidden=stands))
        elif share:
            parts.append(Point(100 * count / total if total else None, count, total))
        else:
            parts.append(Point(float(count), count, None if (row, last) in hidden else total))
    stands = hidden.get((row, last), "")
    whole = Point(None, hidden=stands) if stands else Point(float(total), total)
    return Line(key, whole, parts=tuple(parts))


def _sum(row: Mapping[str, int]) -> int:
    return sum(row.values())
