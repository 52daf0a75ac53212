"""The roster: who works when, and what becomes of a turn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.calendar import day_bounds
from kundcenter.domain.operators import OperatorDisabled, OperatorNotFound
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.roster_terms import PATTERNS, PlannedBreak
from kundcenter.domain.supervision.work_turns import (
    IMPORT_LIMIT,
    TurnPlan,
    WorkTurn,
    WorkTurnInvalid,
    WorkTurnNotFound,
    WorkTurnStale,
    WorkTurnsTooMany,
    WorkTurnTaken,
    planned,
)
from kundcenter.domain.text import TextInvalid
from tests.ground import MORNING, Ground

DAY, EVENING, NIGHT = PATTERNS
MONDAY = date(2026, 11, 23)
HOUR = timedelta(hours=1)


def lead(ground: Ground) -> tuple[UUID, UUID]:
    """Somebody who leads is signed in; there are a nurse and a leading nurse."""
    ground.begin()
    ground.operator("leader", Role.SUPERVISOR_SWITCHBOARD)
    nurse = ground.operator("nurse", Role.NURSE)
    both = ground.operator("both", Role.NURSE, Role.SUPERVISOR_NURSE)
    ground.sign_in("leader")
    return nurse, both


def of(who: UUID, day: date = MONDAY, at: int = 0, role: Role = Role.NURSE) -> TurnPlan:
    return planned(PATTERNS[at], day, who, role)


def put(ground: Ground, plan: TurnPlan) -> UUID:
    return ground.desk.roster.put(None, plan).the("work_turn")


def week(ground: Ground) -> tuple[WorkTurn, ...]:
    start = day_bounds(MONDAY)[0]
    return ground.desk.roster.between(start, start + timedelta(days=7))


def test_turns_come_by_their_beginning_and_everybody_sees_them(ground: Ground) -> None:
    nurse, both = lead(ground)
    night = put(ground, of(nurse, at=2))
    day = put(ground, of(both))
    ground.sign_in("nurse")
    assert [each.id for each in week(ground)] == [day, night]
    start, end = NIGHT.bounds(MONDAY)
    assert [each.id for each in ground.desk.roster.between(end - HOUR, end)] == [night]
    assert ground.desk.roster.between(end, end + HOUR) == ()
    assert [each.id for each in ground.desk.roster.between(start - HOUR, start)] == []
    told = {each.user_name: each.roles for each in ground.desk.roster.colleagues()}
    assert told == {
        "admin": (),  # whoever only administers has no turns, but may have had
        "leader": (Role.SUPERVISOR_SWITCHBOARD,),
        "nurse": (Role.NURSE,),
        "both": (Role.NURSE, Role.SUPERVISOR_NURSE),
    }


def test_a_night_on_which_clocks_go_back_is_kept_whole(ground: Ground) -> None:
    nurse, _ = lead(ground)
    plan = of(nurse, date(2026, 10, 24), 2)
    put(ground, plan)
    start, end = day_bounds(date(2026, 10, 24))
    (turn,) = ground.desk.roster.between(start, end)
    assert turn.plan == plan
    assert turn.ends_at - turn.starts_at == 11 * HOUR
    assert turn.breaks == NIGHT.breaks_on(date(2026, 10, 24))


def test_a_turn_is_changed_upon_its_latest_version(ground: Ground) -> None:
    nurse, both = lead(ground)
    id = put(ground, of(nurse))
    roster = ground.desk.roster
    other = replace(of(both, at=1), comment=" byter  med")
    roster.put(id, other, upon=1)
    (turn,) = week(ground)
    assert (turn.id, turn.number, turn.operator_id, turn.comment) == (id, 2, both, "byter med")
    stale = {"id": id, "number": 2}
    assert ground.refuses(WorkTurnStale, roster.put, id, other, upon=1) == stale
    assert ground.refuses(WorkTurnStale, roster.remove, id, upon=1) == stale
    ground.refuses(WorkTurnStale, roster.put, None, other, upon=1)
    ground.refuses(WorkTurnNotFound, roster.put, uuid4(), other, upon=1)


def test_a_removed_turn_is_off_the_roster(ground: Ground) -> None:
    nurse, _ = lead(ground)
    id = put(ground, of(nurse))
    roster = ground.desk.roster
    roster.remove(id, upon=1)
    assert week(ground) == ()
    ground.refuses(WorkTurnNotFound, roster.put, id, of(nurse), upon=2)
    ground.refuses(WorkTurnNotFound, roster.remove, id, upon=2)
    put(ground, of(nurse))


def test_nobody_works_twice_at_a_time(ground: Ground) -> None:
    nurse, both = lead(ground)
    id = put(ground, of(nurse))
    roster = ground.desk.roster
    evening = of(nurse, at=1)
    assert ground.refuses(WorkTurnTaken, roster.put, None, evening) == {"id": id}
    other = put(ground, of(both, at=1))
    ground.refuses(WorkTurnTaken, roster.put, other, evening, upon=1)
    roster.put(id, replace(of(nurse), ends_at=evening.starts_at, breaks=()), upon=1)
    put(ground, evening)


def test_a_turn_is_refused_with_what_is_wrong(ground: Ground) -> None:
    nurse, _ = lead(ground)
    plan = of(nurse)
    put_ = ground.desk.roster.put
    late = PlannedBreak(BreakKind.PAUSE, plan.ends_at, plan.ends_at + HOUR)
    lunch = PlannedBreak(BreakKind.LUNCH, plan.starts_at, plan.ends_at)
    for wrong, field in (
        (replace(plan, starts_at=datetime(2026, 11, 23)), "starts_at"),  # noqa: DTZ001
        (replace(plan, starts_at=plan.starts_at + timedelta(seconds=1)), "starts_at"),
        (replace(plan, ends_at=plan.starts_at), "ends_at"),
        (replace(plan, ends_at=plan.starts_at + 24 * HOUR + timedelta(minutes=1)), "ends_at"),
        (replace(plan, pattern="för lång kod"), "pattern"),
        (replace(plan, role=Role.LOG_REVIEWER), "role"),
        (replace(plan, role=Role.SWITCHBOARD), "role"),  # not the nurse's
        (replace(plan, breaks=(late,)), "breaks"),
        (replace(plan, breaks=(lunch,)), "breaks"),  # nothing is left to work
        (replace(plan, breaks=plan.breaks[::-1]), "breaks"),
    ):
        assert ground.refuses(WorkTurnInvalid, put_, None, wrong)["field"] == field
    ground.refuses(TextInvalid, put_, None, replace(plan, comment="x" * 301))
    ground.refuses(OperatorNotFound, put_, None, replace(plan, operator_id=uuid4()))
    between = ground.desk.roster.between
    ground.refuses(WorkTurnInvalid, between, MORNING, MORNING)
    ground.refuses(WorkTurnInvalid, between, MORNING, MORNING + timedelta(days=367))


def test_whoever_has_left_gets_no_new_turns_and_keeps_the_old(ground: Ground) -> None:
    nurse, _ = lead(ground)
    put(ground, of(nurse))
    ground.sign_in("admin")
    ground.desk.operators.disable(nurse)
    ground.sign_in("leader")
    tomorrow = of(nurse, MONDAY + timedelta(days=1))
    assert ground.refuses(OperatorDisabled, ground.desk.roster.put, None, tomorrow) == {"id": nurse}
    told = ground.refuses(OperatorDisabled, ground.desk.roster.import_, (tomorrow,))
    assert told == {"id": nurse, "row": 1}
    assert not ground.desk.roster.import_((of(nurse),))  # what stays as it is stays
    assert len(week(ground)) == 1
    assert [each.left for each in ground.desk.roster.colleagues() if each.id == nurse] == [True]


def test_a_roster_comes_in_whole_or_not_at_all_and_twice_is_once(ground: Ground) -> None:
    nurse, both = lead(ground)
    roster = ground.desk.roster
    there = put(ground, of(nurse))
    longer = replace(of(nurse), ends_at=of(nurse).ends_at + HOUR)
    rows = (longer, of(both, at=2))
    broken = (*rows, replace(of(both), role=Role.SWITCHBOARD))
    assert ground.refuses(WorkTurnInvalid, roster.import_, broken)["row"] == 3
    worse = (*rows, replace(of(both), comment="x" * 301))
    assert ground.refuses(TextInvalid, roster.import_, worse)["row"] == 3
    crossed = (*rows, of(nurse, at=1))
    assert ground.refuses(WorkTurnTaken, roster.import_, crossed) == {"id": None, "row": 3}
    ground.refuses(WorkTurnsTooMany, roster.import_, (longer,) * (IMPORT_LIMIT + 1))
    assert [each.number for each in week(ground)] == [1]
    change = roster.plan(rows)
    assert (change.new, change.changed, change.same) == (1, 1, 0)
    roster.import_(rows)
    assert [(each.id == there, each.plan, each.number) for each in week(ground)] == [
        (True, longer, 2),
        (False, rows[1], 1),
    ]
    assert not roster.import_(rows)
    assert roster.plan(rows).same == 2


def test_the_whole_roster_of_some_days_takes_away_what_it_lacks(ground: Ground) -> None:
    nurse, both = lead(ground)
    roster = ground.desk.roster
    put(ground, of(nurse))
    sick = put(ground, of(both, at=2))
    leading = put(ground, of(both, MONDAY + timedelta(days=1), role=Role.SUPERVISOR_NURSE))
    later = put(ground, of(nurse, MONDAY + timedelta(days=2)))
    start, end = day_bounds(MONDAY)[0], day_bounds(MONDAY + timedelta(days=1))[1]
    evening = of(nurse, at=1)
    ground.refuses(WorkTurnTaken, roster.import_, (evening,))
    assert len(roster.plan((evening,), start=start, end=end).gone) == 2
    roster.import_((evening,), start=start, end=end)
    left = {each.id for each in week(ground)}
    assert sick not in left
    assert {leading, later} < left  # another role, another day
    assert [each.plan for each in week(ground) if each.starts_at == evening.starts_at] == [evening]
    ground.refuses(WorkTurnInvalid, roster.import_, (evening,), start=end, end=start)


def test_a_nurse_changes_nothing_and_whoever_reviews_the_log_sees_nothing(ground: Ground) -> None:
    nurse, _ = lead(ground)
    id = put(ground, of(nurse))
    ground.sign_in("admin")
    ground.operator("reviewer", Role.LOG_REVIEWER)
    ground.sign_in("nurse")
    roster = ground.desk.roster
    ground.refuses(NotPermitted, roster.put, None, of(nurse, at=1))
    ground.refuses(NotPermitted, roster.remove, id, upon=1)
    ground.refuses(NotPermitted, roster.import_, ())
    ground.refuses(NotPermitted, roster.plan, ())
    ground.sign_in("reviewer")
    ground.refuses(NotPermitted, roster.between, MORNING, MORNING + HOUR)
    ground.refuses(NotPermitted, roster.colleagues)
