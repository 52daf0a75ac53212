"""A shift's work on the roster: editions of shifts, turns by hand and from a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.calendar import day_bounds
from kundcenter.domain.supervision.roster_terms import LIMITS, PATTERNS, Pattern
from kundcenter.domain.supervision.work_turns import planned
from tests.ground import Ground

FALL_BACK = date(2026, 10, 24)  # the night that begins then has eleven hours
EARLY = Pattern("M", "Mellan 😀", time(10), time(18, 30))


def roster(ground: Ground, who: UUID, role: Role) -> UUID:
    """For somebody of the role, by whoever may edit the roster.  Returns a turn that stands."""
    book, roster = ground.desk.roster_terms, ground.desk.roster
    book.publish(PATTERNS, LIMITS, upon=0, demonstration=True)
    ended = replace(EARLY, ended=True)
    book.publish((*PATTERNS, ended), replace(LIMITS, weeks=8), upon=1, comment="Mellan slutar.")
    night = planned(PATTERNS[2], FALL_BACK, who, role)
    one = roster.put(None, night).the("work_turn")
    roster.put(one, replace(night, comment="Byter med någon."), upon=1)
    later = [FALL_BACK + timedelta(days=each) for each in range(7, 10)]
    gone = roster.put(None, planned(PATTERNS[0], later[0], who, role)).the("work_turn")
    roster.remove(gone, upon=1)
    plans = tuple(planned(PATTERNS[0], day, who, role) for day in later)
    roster.import_(plans)
    start, end = day_bounds(later[0])[0], day_bounds(later[-1])[1]
    evening = replace(planned(PATTERNS[1], later[1], who, role), comment="Kväll i stället.")
    roster.import_((plans[0], evening), start=start, end=end)
    return one
