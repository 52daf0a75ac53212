"""How it stands now, one's own shift and the team's shares: what is read, and who may read it."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from kundcenter.domain.access import DeskLocked, NotPermitted, Role
from kundcenter.domain.lines import EndReason
from kundcenter.domain.rings import Ring
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.incidents import IncidentKind
from kundcenter.domain.supervision.live_now import LiveNow
from kundcenter.domain.supervision.own_shift import Advice, Heavy, OwnShift
from kundcenter.domain.supervision.periods import own
from kundcenter.domain.supervision.presences import PresenceKind
from kundcenter.domain.supervision.roster_terms import PATTERNS
from kundcenter.domain.supervision.work_turns import planned
from kundcenter.domain.supervision.working_time import Base
from tests.ground import Ground

MINUTE = timedelta(minutes=1)


def begin(ground: Ground) -> dict[str, UUID]:
    """Two nurses, somebody who leads them and a telephonist; the first nurse is signed in."""
    ground.begin()
    made = {
        "nurse": ground.operator("nurse", Role.NURSE),
        "berit": ground.operator("berit", Role.NURSE),
        "lead": ground.operator("lead", Role.SUPERVISOR_NURSE),
        "switch": ground.operator("switch", Role.SWITCHBOARD),
        "admin2": ground.operator("admin2", Role.ADMINISTRATOR),
    }
    ground.sign_in("nurse")
    return made


def rings(ground: Ground, queue: str, waited: float) -> UUID:
    line_call = f"line-{ground.clock().timestamp():.3f}"
    rang = Ring(line_call, "+46701740605", queue=queue, waited=timedelta(seconds=waited))
    return ground.desk.calls.ring(rang).the("call")


def talk(
    ground: Ground, minutes: float, *, queue: str = "1177", waited: float = 30, wrap: int = 0
) -> None:
    """A call that was answered, talked in and closed; the clock stands after the wrap-up."""
    calls, clock = ground.desk.calls, ground.clock
    id = rings(ground, queue, waited)
    calls.answer(id)
    clock.pass_time(minutes=minutes)
    calls.end(id, EndReason.CALLER, wrap_up_seconds=wrap)
    clock.pass_time(seconds=wrap)
    calls.close(id, "INFO")


def passes(ground: Ground, minutes: float) -> None:
    """Time in which the desk says now and then that its operator is there."""
    while minutes > 0:
        ground.clock.pass_time(minutes=min(10, minutes))
        ground.desk.presences.seen()
        minutes -= 10


def work(ground: Ground, minutes: float, *, wrap: int = 0) -> None:
    """As talk, of somebody whose desk says that they are there."""
    id = rings(ground, "1177", 20)
    ground.desk.calls.answer(id)
    passes(ground, minutes)
    ground.desk.calls.end(id, EndReason.CALLER, wrap_up_seconds=wrap)
    passes(ground, wrap / 60)
    ground.desk.calls.close(id, "INFO")


def live(ground: Ground) -> LiveNow:
    return ground.desk.figures.live()


def mine(ground: Ground) -> OwnShift:
    return ground.desk.figures.mine()


def close(found: timedelta, minutes: float) -> bool:
    """Within what the clock moves at each look."""
    return abs(found - minutes * MINUTE) < timedelta(seconds=1)


def test_the_calls_of_today_stand_by_queue_against_the_targets(ground: Ground) -> None:
    begin(ground)
    talk(ground, 5, waited=10)
    talk(ground, 5, waited=50)
    gone = rings(ground, "1177", 40)
    ground.desk.calls.end(gone, EndReason.ABANDONED)
    talk(ground, 2, queue="vaxel", waited=4)
    seen = live(ground)
    assert [each.queue for each in seen.queues] == ["1177", "vaxel"]
    advice = seen.queue("1177").counts
    assert (advice.offered, advice.answered.count, advice.abandoned.count) == (3, 2, 1)
    assert advice.answered.mean == pytest.approx(30, abs=0.1)
    assert seen.whole.counts.offered == 4
    assert seen.whole.share(5) == pytest.approx(75.0)
    assert (seen.whole.answered.value, seen.whole.mean.value) == ("missed", "kept")
    ground.clock.pass_time(days=1)
    assert live(ground).whole.counts.offered == 0  # a new day begins with nothing


def test_what_is_not_as_usual_stands_as_long_as_it_is_so_and_names_nobody(ground: Ground) -> None:
    begin(ground)
    desk = ground.desk
    assert live(ground).nurses is None  # nobody has said that they are there
    desk.presences.begin()
    talk(ground, 5)
    assert live(ground).alone
    words = repr(live(ground))
    assert "Test Nurse" not in words
    assert "46701740605" not in words
    ground.sign_in("lead")
    desk.presences.begin()
    closure = desk.queue_closures.close("vaxel", "Utrymning").the("queue_closure")
    incident = desk.incidents.note(IncidentKind.RECORD, "Svarar inte").the("incident")
    before = len(ground.operations()), len(ground.accesses())
    seen = live(ground)
    assert [each.id for each in seen.closed.values()] == [closure]
    assert [each.id for each in seen.incidents] == [incident]
    assert seen.alone  # who leads nurses is one; the other's session has ended
    desk.figures.mine()
    free = desk.seat.actor
    desk.seat.take(free.behind_lock())  # a screen in the room goes on
    assert [each.reason for each in live(ground).closures] == [""]
    assert [each.text for each in live(ground).incidents] == [""]
    with pytest.raises(DeskLocked):
        mine(ground)
    desk.seat.take(free)
    assert [each.text for each in live(ground).incidents] == ["Svarar inte"]
    assert (len(ground.operations()), len(ground.accesses())) == before
    desk.queue_closures.open(closure)
    desk.incidents.end(incident)
    assert (live(ground).closed, live(ground).incidents) == ({}, ())
    ground.sign_in("switch")
    desk.presences.begin()
    assert live(ground).nurses == 0


def test_ones_own_shift_begins_when_one_signed_in_and_holds_ones_own_calls(
    ground: Ground,
) -> None:
    begin(ground)
    talk(ground, 3)  # of whom nobody noted that they were there
    ground.sign_in("berit")
    ground.desk.presences.begin()
    began = ground.clock.at
    assert mine(ground).calls == ()  # another's calls are never among one's own
    work(ground, 10, wrap=120)
    work(ground, 18)
    ground.desk.presences.begin(PresenceKind.PAUSE, BreakKind.LUNCH)
    passes(ground, 30)
    ground.desk.presences.end()
    work(ground, 6)
    own_shift = mine(ground)
    assert not own_shift.planned
    assert abs(own_shift.start - began) < timedelta(seconds=1)
    assert [each.heavy for each in own_shift.calls] == [None, Heavy.LONG, None]
    assert close(own_shift.talk, 34)
    assert close(own_shift.wrap, 2)
    assert [each.why for each in own_shift.breaks] == [BreakKind.LUNCH]
    assert own_shift.base is Base.PRESENCE
    assert close(own_shift.share.active, 36)
    assert close(own_shift.share.worked, 36)  # the rast is no working time
    assert own_shift.advice is None  # less than an hour of work says nothing
    work(ground, 40)
    assert mine(ground).advice is Advice.SHARE


def test_a_turn_on_the_roster_is_the_shift_and_the_base(ground: Ground) -> None:
    made = begin(ground)
    ground.sign_in("lead")
    day = PATTERNS[0]
    plan = planned(day, date(2026, 11, 21), made["nurse"], Role.NURSE)
    ground.desk.roster.put(None, plan)
    ground.sign_in("nurse")
    ground.desk.presences.begin()
    talk(ground, 15)
    own_shift = mine(ground)
    assert own_shift.planned
    assert (own_shift.start, own_shift.end) == day.bounds(date(2026, 11, 21))
    assert own_shift.base is Base.ROSTER
    assert close(own_shift.share.active, 15)
    assert own_shift.share.worked <= own_shift.now - own_shift.start


def test_a_call_that_lost_its_power_kept_nobody_at_work_over_the_night(ground: Ground) -> None:
    begin(ground)
    ground.desk.presences.begin()
    began = ground.clock.at
    passes(ground, 20)
    torn = rings(ground, "1177", 20)
    ground.desk.calls.answer(torn)
    passes(ground, 10)
    ground.clock.pass_time(minutes=4)  # the power goes in the talk
    seen = ground.clock.at - 4 * MINUTE
    span = own(began, began + timedelta(hours=9))
    for later, active, there in ((2, 16, 36), (90, 10, 30), (14 * 60, 10, 30)):
        leading = ground.restarted()
        leading.clock.at = seen + later * MINUTE + 4 * MINUTE
        leading.sign_in("lead")
        (share,) = (each for each in leading.desk.figures.operators(span) if each.share.worked)
        assert (share.name, close(share.share.active, active)) == ("Test Nurse", True), later
        assert close(share.share.worked, there), later
    morning = ground.restarted()
    morning.sign_in("nurse")
    morning.desk.presences.begin()
    morning.desk.calls.end(torn, EndReason.LOST)
    morning.desk.calls.close(torn, "INFO")
    passes(morning, 30)
    day = mine(morning)
    assert day.calls == ()
    assert day.share.active == timedelta()
    assert close(day.share.worked, 30)
    assert close(day.weeks.active, 10)


def test_one_looks_back_at_ones_own_shifts_and_at_nobody_elses(ground: Ground) -> None:
    begin(ground)
    ground.desk.presences.begin()
    work(ground, 10)
    ground.desk.sessions.sign_out()
    ground.sign_in("berit")
    ground.desk.presences.begin()
    work(ground, 20)
    ground.desk.sessions.sign_out()
    ground.clock.pass_time(days=1)
    ground.sign_in("nurse")
    ground.desk.presences.begin()
    (before,) = ground.desk.figures.my_shifts()
    assert close(before.end - before.start, 10)
    seen = ground.desk.figures.mine(before)
    assert (seen.past, seen.planned, len(seen.calls)) == (True, False, 1)
    assert close(seen.share.active, 10)
    assert not mine(ground).past
    ground.sign_in("admin2")
    ground.refuses(NotPermitted, ground.desk.figures.my_shifts)


def test_who_leads_sees_each_share_by_name_and_nobody_else_does(ground: Ground) -> None:
    begin(ground)
    ground.desk.presences.begin()
    talk(ground, 20)
    ground.desk.sessions.sign_out()
    ground.clock.pass_time(days=10)
    began = ground.clock.at
    ground.sign_in("nurse")
    ground.desk.presences.begin()
    work(ground, 10)
    assert close(mine(ground).share.active, 10)
    assert close(mine(ground).weeks.active, 30)  # and of the four weeks more than of the shift
    ground.sign_in("berit")
    ground.desk.presences.begin()
    work(ground, 5)
    span = own(began, ground.clock.at + MINUTE)
    ground.refuses(NotPermitted, ground.desk.figures.operators, span)
    ground.sign_in("lead")
    found = ground.desk.figures.operators(span)
    assert [each.name for each in found] == ["Test Berit", "Test Nurse"]  # not by figure
    assert [round(each.share.active / MINUTE) for each in found] == [5, 10]
    assert [round(each.weeks.active / MINUTE) for each in found] == [5, 30]
    ground.sign_in("admin2")
    ground.refuses(NotPermitted, ground.desk.figures.live)
    ground.refuses(NotPermitted, ground.desk.figures.mine)
