"""Small counts that are hidden when a page is handed on (DOMAIN §15): 1–4 become "<5".

The sum of a breakdown is told beside it, so one hidden count, or several that are few together,
could be had back.  So the smallest of the others is always hidden too, as "•", and more of them
until each small count could as well be another: one more there and one less at another that is
hidden beside it, and everything that is told would still be told.  Where the rows are too few for
that the breakdown may not be told at all.  Nought stays nought, for it tells of nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from kundcenter.domain.supervision.counts import Tally

SMALL = 5
DOT = "•"  # what is hidden for another's sake


@dataclass(frozen=True, slots=True)
class Masked:
    """A row of a breakdown as it may be handed on.  `count` None is hidden.

    `small`: it is less than the limit; else it is hidden so that another cannot be had back.
    """

    key: str
    count: int | None
    small: bool = False

    def shown(self, limit: int = SMALL) -> str:
        """As it is printed: a number, "<5", or a dot for what is hidden for another's sake."""
        if self.count is not None:
            return str(self.count)
        return f"<{limit}" if self.small else DOT


def masked(
    tallies: Iterable[Tally],
    limit: int = SMALL,
    part: Callable[[str], str] = lambda _key: "",
) -> tuple[Masked, ...] | None:
    """The rows in their order, with what is small hidden; None when they may not be told at all.

    `part` says which rows have a sum that is told elsewhere: that of each part is known.
    """
    rows = tuple(tallies)
    whole = sum(each.count for each in rows)
    if is_small(whole, limit):  # then the sum is hidden as well, wherever it stands
        few = sum(each.count > 0 for each in rows) < limit - 1
        return tuple(_whole(each, limit) for each in rows) if few else None
    parts: dict[str, list[int]] = {}
    for at, each in enumerate(rows):
        if each.count:
            parts.setdefault(part(each.key), []).append(at)
    signs: dict[int, bool] = {}  # what is hidden, and whether it says that it is small
    for places in parts.values():
        found = _signs({at: rows[at].count for at in places}, limit)
        if found is None:
            return None
        signs.update(found)
    return tuple(
        Masked(each.key, None, small=signs[at]) if at in signs else Masked(each.key, each.count)
        for at, each in enumerate(rows)
    )


def veiled(tallies: Iterable[Tally], limit: int = SMALL) -> tuple[Masked, ...]:
    """The same where every row has to be there: what may not be told is a dot in each of them."""
    rows = tuple(tallies)
    return masked(rows, limit) or tuple(Masked(each.key, None) for each in rows)


def hidden_last(rows: Iterable[Masked]) -> tuple[Masked, ...]:
    """Rows that were ordered by their counts: a hidden one's place would tell what is about it."""
    every = tuple(rows)
    hidden = sorted((each for each in every if each.count is None), key=lambda each: each.key)
    return (*(each for each in every if each.count is not None), *hidden)


def _whole(tally: Tally, limit: int) -> Masked:
    small = is_small(tally.count, limit)
    return Masked(tally.key, None if small else tally.count, small)


def is_small(count: float | None, limit: int = SMALL) -> bool:
    return count is not None and 0 < count < limit


def _signs(counts: Mapping[int, int], limit: int) -> dict[int, bool] | None:
    """Which of the counts, whose sum is known, are hidden and whether each says that it is small.

    None when not even all of them hidden would help.
    """
    small = {at for at, count in counts.items() if is_small(count, limit)}
    if not small:
        return {}
    others = sorted((at for at in counts if at not in small), key=lambda at: (counts[at], at))
    for more in range(min(1, len(others)), len(others) + 1):
        beside, open_ = others[:more], others[more:]
        least = min((counts[at] for at in open_), default=inf)  # a dot is never more than that
        bounds = dict.fromkeys(small, (1.0, limit - 1.0)) | dict.fromkeys(beside, (limit, least))
        if _could_be_another(counts, bounds, small):
            return {at: at in small for at in bounds}
    return None


def _could_be_another(
    counts: Mapping[int, int],
    bounds: Mapping[int, tuple[float, float]],
    small: Iterable[int],
) -> bool:
    """Whether one can be moved from or to every small count within the bounds of all."""

    def room(at: int, step: int) -> bool:
        least, most = bounds[at]
        return least <= counts[at] + step <= most

    more = [at for at in bounds if room(at, 1)]
    less = [at for at in bounds if room(at, -1)]

    def moves(at: int) -> bool:
        return (room(at, 1) and _any_other(less, at)) or (room(at, -1) and _any_other(more, at))

    return all(moves(at) for at in small)


def _any_other(places: Sequence[int], at: int) -> bool:
    return any(each != at for each in places[:2])
