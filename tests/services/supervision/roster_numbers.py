"""The numbers, times and days of shifts and turns, for the tests of odd ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kundcenter.domain.access import Role
from kundcenter.domain.calendar import local
from kundcenter.domain.supervision.roster_terms import (
    LIMITS,
    PATTERNS,
    Pattern,
    RosterTermsInvalid,
    RosterTermsStale,
)
from kundcenter.domain.supervision.work_turns import WorkTurnStale, planned
from kundcenter.errors import KundcenterError
from tests.ground import Ground

Put = Callable[[Any], object]
_PLAN = ("starts_at", "ends_at", "breaks.starts_at", "breaks.ends_at")
# In test_roster_odd_times.
TIMES = (
    {f"roster.put.plan.{name}" for name in _PLAN}
    | {f"roster.{verb}.plans.{name}" for verb in ("plan", "import_") for name in _PLAN}
    | {
        f"roster.{verb}.{end}"
        for verb in ("plan", "import_", "between")
        for end in ("start", "end")
    }
    | {"roster.shift.at"}
)


def roster_numbers(ground: Ground) -> dict[str, tuple[type[KundcenterError], Put]]:
    """Every number that is refused unless it is right, with how it is refused."""
    roster, book = ground.desk.roster, ground.desk.roster_terms
    book.publish(PATTERNS, LIMITS, upon=0)
    me = ground.desk.seat.actor.operator_id
    plan = planned(PATTERNS[0], local(ground.clock.at).date(), me, Role.SUPERVISOR_NURSE)
    id = roster.put(None, plan).the("work_turn")
    first = PATTERNS[0]

    def limits(name: str) -> Put:
        def put(number: int) -> object:
            changed: dict[str, Any] = {name: number or -1}
            return book.publish(PATTERNS, replace(LIMITS, **changed), upon=1)

        return put

    def minutes(number: int) -> object:
        each: Pattern = replace(first, breaks=(replace(first.breaks[0], minutes=number),))
        return book.publish((each, *PATTERNS[1:]), LIMITS, upon=1)

    return {
        **{
            f"roster_terms.publish.limits.{name}": (RosterTermsInvalid, limits(name))
            for name in ("warn_percent", "most_percent", "weeks")
        },
        "roster_terms.publish.patterns.breaks.minutes": (RosterTermsInvalid, minutes),
        "roster_terms.publish.upon": (
            RosterTermsStale,
            lambda n: book.publish(PATTERNS, LIMITS, upon=n),
        ),
        "roster.put.upon": (WorkTurnStale, lambda n: roster.put(id, plan, upon=n)),
        "roster.remove.upon": (WorkTurnStale, lambda n: roster.remove(id, upon=n)),
    }
