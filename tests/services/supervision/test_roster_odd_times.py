"""Odd instants and clocks in turns and shifts: kept to the minute, or refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from kundcenter.domain.access import Role
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.roster_terms import (
    LIMITS,
    PATTERNS,
    PlannedBreak,
    RosterTermsInvalid,
)
from kundcenter.domain.supervision.work_turns import (
    TurnPlan,
    WorkTurnInvalid,
    WorkTurnTaken,
    is_minute,
)
from tests.ground import Ground, rows
from tests.services.test_bad_numbers_and_times import NO_TIMES, TIMES

HOUR = timedelta(hours=1)
MORE = (
    datetime(2026, 3, 29, 0, 30, tzinfo=UTC),
    datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
    datetime(2026, 10, 25, 1, 30, tzinfo=UTC),  # the same by the clock, once more
    datetime(2099, 12, 31, 22, 59, tzinfo=UTC),
    datetime(9999, 12, 30, 22, 59, tzinfo=UTC),
    datetime(1, 1, 1, tzinfo=UTC),
)


def test_a_turn_begins_at_a_minute_of_these_years_or_is_refused(ground: Ground) -> None:
    ground.begin()
    me = ground.operator("leader", Role.SUPERVISOR_NURSE)
    ground.sign_in("leader")
    roster, kept = ground.desk.roster, []
    plain = TurnPlan(me, Role.SUPERVISOR_NURSE, "", TIMES[0], TIMES[0])
    for at in (*TIMES, *MORE):
        plan = replace(plain, starts_at=at, ends_at=at + HOUR / 2)
        if is_minute(at) and 2000 <= at.year < 2100:
            assert roster.plan((plan,)).new == 1
            roster.put(None, plan)
            assert not roster.import_((plan,))
            kept.append(at)
        else:
            ground.refuses(WorkTurnInvalid, roster.put, None, plan)
            ground.refuses(WorkTurnInvalid, roster.plan, (plan,))
            ground.refuses(WorkTurnInvalid, roster.import_, (plan,))
    assert [row["starts_at"] for row in rows(ground.engine)["work_turns"]] == kept
    assert len(kept) >= 6
    good = replace(plain, starts_at=MORE[1], ends_at=MORE[1] + HOUR)
    ground.refuses(WorkTurnTaken, roster.put, None, good)
    for at in NO_TIMES:
        none = PlannedBreak(BreakKind.PAUSE, at, at)
        for wrong in (
            replace(good, starts_at=at),
            replace(good, ends_at=at),
            replace(good, breaks=(none,)),
        ):
            ground.refuses(WorkTurnInvalid, roster.put, None, wrong)
            ground.refuses(WorkTurnInvalid, roster.plan, (wrong,))
            ground.refuses(WorkTurnInvalid, roster.import_, (wrong,))
        for start, end in ((at, MORE[1]), (MORE[1], at)):
            ground.refuses(WorkTurnInvalid, roster.between, start, end)
            ground.refuses(WorkTurnInvalid, roster.plan, (good,), start=start, end=end)
            ground.refuses(WorkTurnInvalid, roster.import_, (good,), start=start, end=end)


def test_a_shift_begins_on_a_whole_minute_by_the_clock(ground: Ground) -> None:
    ground.begin()
    ground.operator("leader", Role.SUPERVISOR_NURSE)
    ground.sign_in("leader")
    publish = ground.desk.roster_terms.publish
    first = replace(PATTERNS[0], breaks=())
    for clock in (time(7, 0, 1), time(7, 0, 0, 1), time(7, tzinfo=UTC), time.max):
        for wrong in (
            replace(first, starts=clock),
            replace(first, ends=clock),
            replace(first, breaks=(replace(PATTERNS[0].breaks[0], starts=clock),)),
        ):
            ground.refuses(RosterTermsInvalid, publish, (wrong,), LIMITS, upon=0)
    odd = replace(first, starts=time(23, 59), ends=time(0))
    publish((odd,), LIMITS, upon=0)
    current = ground.desk.roster_terms.current()
    assert current is not None
    assert current.patterns == (odd,)


def test_a_shift_is_asked_for_at_an_instant_of_these_years(ground: Ground) -> None:
    ground.begin()
    ground.sign_in("admin")
    roster = ground.desk.roster
    for at in NO_TIMES:
        ground.refuses(WorkTurnInvalid, roster.shift, at)
    for day in (date.min, date.max):
        ground.refuses(WorkTurnInvalid, roster.shift, day=day)
