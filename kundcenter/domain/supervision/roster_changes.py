"""What becomes of the roster when turns come in together: all of them or none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kundcenter.domain.supervision.work_turns import TurnPlan, WorkTurn


@dataclass(frozen=True, slots=True)
class Whole:
    """A time of which the plans are the whole roster, for their roles: a turn that begins in it
    and is not among them goes.
    """

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Clash:
    """Two turns of one operator at a time.  `row` (from 1) is of the later of the plans.

    `turn_id` is the turn's that is there already; None when both come in.
    """

    row: int
    turn_id: UUID | None


@dataclass(frozen=True, slots=True)
class RosterChange:
    """`rows` are each plan and the turn that it is the next version of, which may be the same.

    `gone` are the turns that are taken off, `clashes` what speaks against it, by row.
    """

    rows: tuple[tuple[TurnPlan, WorkTurn | None], ...]
    gone: tuple[WorkTurn, ...]
    clashes: tuple[Clash, ...]

    @property
    def moved(self) -> tuple[tuple[int, TurnPlan], ...]:
        """The plans that are new or change something, with their rows (from 1)."""
        every = enumerate(self.rows, start=1)
        return tuple((row, p) for row, (p, older) in every if older is None or older.plan != p)

    @property
    def new(self) -> int:
        return sum(older is None for _, older in self.rows)

    @property
    def changed(self) -> int:
        return sum(older is not None and older.plan != plan for plan, older in self.rows)

    @property
    def same(self) -> int:
        return len(self.rows) - self.new - self.changed


def weighed(
    plans: Iterable[TurnPlan], there: Iterable[WorkTurn], whole: Whole | None = None
) -> RosterChange:
    """What the plans do to the turns that are there, which are all that lie in their time.

    One of the same operator that begins at the same time is the next version of what is there.
    """
    plans = tuple(plans)
    standing = [each for each in there if each.removed_at is None]
    at_start = {(each.operator_id, each.starts_at): each for each in standing}
    rows = tuple((plan, at_start.get((plan.operator_id, plan.starts_at))) for plan in plans)
    taken_up = {older.id for _, older in rows if older is not None}
    roles = {plan.role for plan in plans}
    gone = tuple(
        each
        for each in standing
        if whole is not None
        and whole.start <= each.starts_at < whole.end
        and each.role in roles
        and each.id not in taken_up
    )
    off = taken_up | {each.id for each in gone}
    stay = [each for each in standing if each.id not in off]
    return RosterChange(rows, gone, _clashes(plans, stay))


def _clashes(plans: tuple[TurnPlan, ...], stay: list[WorkTurn]) -> tuple[Clash, ...]:
    theirs: dict[UUID, list[tuple[TurnPlan, int, UUID | None]]] = {}
    for row, plan in enumerate(plans, start=1):
        theirs.setdefault(plan.operator_id, []).append((plan, row, None))
    for turn in stay:
        theirs.setdefault(turn.operator_id, []).append((turn.plan, 0, turn.id))
    found: dict[int, Clash] = {}
    for own in theirs.values():
        own.sort(key=lambda each: (each[0].starts_at, each[1]))
        longest = own[0]
        for each in own[1:]:
            row = max(each[1], longest[1])
            if row and each[0].starts_at < longest[0].ends_at:
                found.setdefault(row, Clash(row, each[2] or longest[2]))
            longest = max(longest, each, key=lambda one: one[0].ends_at)
    return tuple(found[row] for row in sorted(found))
