"""What a copy for distribution does not tell: one place that decides for the whole page.

The tables, the boxes, the charts and the figures of a page tell of the same patients.  What one of
them hides could be had back from another: notes less referrals are what is no referral, and a share
of 2 in 88 has its row among the care levels.  So each breakdown is masked by the sums that stand
elsewhere (`masks`), and where that cannot be done the figures that tell those sums are withheld.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kundcenter.domain.referrals import ReferralState
from kundcenter.domain.supervision.counts import Tally
from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.dimensions import ABOUT_PATIENTS, Dimension
from kundcenter.domain.supervision.figures import NO_REFERRAL, PRIMARY_CARE, SELF_CARE, Tallies
from kundcenter.domain.supervision.masks import Masked, hidden_last, masked

Part = Callable[[str], str]
Rows = tuple[Masked, ...] | None  # None: too little to be told at all
_C = FigureCode
_GROUP_SHARES = {SELF_CARE: _C.EGENV, PRIMARY_CARE: _C.PRIM}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a breakdown as a page has it; `others` > 0: that many together."""

    key: str
    count: int | None
    small: bool = False
    others: int = 0

    def shown(self, limit: int) -> str:
        return Masked(self.key, self.count, self.small).shown(limit)


@dataclass(frozen=True, slots=True)
class Withheld:
    """The breakdowns as they may be handed on, and the figures that may not be."""

    rows: Mapping[Dimension, Rows] = field(default_factory=dict)
    figures: frozenset[FigureCode] = frozenset()

    def folded(
        self, dimension: Dimension, tallies: Sequence[Tally], most: int
    ) -> tuple[Row, ...] | None:
        """The first rows and the others together; None where nothing of it may be told.

        One row is not folded alone.  The sum of the others is hidden with any of them: it would be
        another sum from which they could be had.
        """
        if dimension in self.rows:
            found = self.rows[dimension]
            if found is None:
                return None
            rows = tuple(Row(each.key, each.count, each.small) for each in found)
        else:
            rows = tuple(Row(each.key, each.count) for each in tallies)
        if len(rows) <= most + 1:
            return rows
        rest = rows[most:]
        some = [each.count for each in rows if each.count is not None]
        whole = len(some) == len(rows)
        count = sum(each.count or 0 for each in rest) if whole else None
        return (*rows[:most], Row("", count, others=len(rest)))


def withheld(
    tallies: Tallies,
    groups: Sequence[Tally],
    group: Callable[[str], str],
    small: frozenset[FigureCode],
    limit: int,
) -> Withheld:
    """What a page of these counts does not tell.

    `group` is that of an outcome; `small` are the figures that are hidden for their own sake.
    """
    codes = set(small)
    rows: dict[Dimension, Rows] = {}

    def mask(dimension: Dimension, counts: Sequence[Tally]) -> None:
        for part, telling in _attempts(dimension):
            if telling <= codes and telling:
                continue  # nobody is told those sums
            rows[dimension] = _masked(counts, limit, part)
            if rows[dimension] is not None:
                return
            codes.update(telling)

    mask(Dimension.GROUP, groups)
    levels = rows[Dimension.GROUP]
    told = {each.key for each in levels or () if each.count is not None}
    there = {each.key for each in groups if each.count}
    codes |= {code for key, code in _GROUP_SHARES.items() if key in there - told}
    for dimension in sorted(ABOUT_PATIENTS & tallies.keys()):
        if dimension is Dimension.OUTCOME:
            rows[dimension] = _outcomes(tallies[dimension], group, told, limit)
        elif dimension is not Dimension.GROUP:
            mask(dimension, tallies[dimension])
    return Withheld(rows, frozenset(codes))


def _outcomes(
    outcomes: Sequence[Tally], group: Callable[[str], str], told: set[str], limit: int
) -> Rows:
    """Those of the groups that are told; each of these groups is the sum of its own."""
    rows = [each for each in outcomes if group(each.key) in told]
    return _masked(rows, limit, group)


def _masked(counts: Sequence[Tally], limit: int, part: Part) -> Rows:
    found = masked(counts, limit, part)
    return None if found is None else hidden_last(found)


def _attempts(dimension: Dimension) -> Iterator[tuple[Part, frozenset[FigureCode]]]:
    """How it may be divided by sums that figures tell, and which figures those are; then whole."""
    match dimension:
        case Dimension.GROUP:
            yield _sent, frozenset({_C.REFERRED, _C.EGENV, _C.PRIM, _C.DEVIATIONS})
        case Dimension.INTERPRETER:
            yield _named, frozenset({_C.INTERPRETED})
        case Dimension.DEVIATION:
            yield _named, frozenset({_C.DEVIATIONS})
        case Dimension.FOLLOW_UP:
            yield _followed, frozenset({_C.FOLLOWED})
        case Dimension.CALLBACK:
            steps = frozenset({_C.CALLBACKS_REACHED, _C.CALLBACKS_WAIT, _C.CALLBACKS_LATE})
            yield _step_and_time, frozenset({_C.CALLBACKS_LATE})
            yield _step, steps | {_C.CALLBACKS_PLACED, _C.CALLBACKS_NOT_REACHED}
    yield _whole, frozenset()


def _whole(_key: str) -> str:
    return ""


def _sent(key: str) -> str:
    return "" if not key or key in NO_REFERRAL else "sent"


def _named(key: str) -> str:
    return "named" if key else ""


def _followed(key: str) -> str:
    return key if key in {ReferralState.MADE, ReferralState.REACHED} else "other"


def _step(key: str) -> str:
    return key.split("/")[1]


def _step_and_time(key: str) -> str:
    return "/".join(key.split("/")[1:])
