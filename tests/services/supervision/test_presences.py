"""Who is at a desk and who takes a break, also when a desk loses its power."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from kundcenter.domain.access import NotPermitted, NotSignedIn, Role
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.presences import (
    SILENCE,
    Presence,
    PresenceKind,
    PresenceNoBreak,
    PresenceNotFound,
    PresenceOfAnother,
)
from tests.ground import Ground, rows

HERE, BREAK = PresenceKind.SIGNED_IN, PresenceKind.PAUSE


def mine(ground: Ground) -> list[Presence]:
    now = ground.clock.at
    return list(ground.desk.presences.mine(now - timedelta(days=2), now + timedelta(days=2)))


def said(ground: Ground) -> list[tuple[PresenceKind, BreakKind | None, bool]]:
    """Kind, why, and whether it goes on."""
    return [(each.kind, each.why, each.ends_at is None) for each in mine(ground)]


def test_they_sit_down_and_what_is_said_again_is_only_a_sign_of_life(ground: Ground) -> None:
    me = ground.nurse()
    presences = ground.desk.presences
    id = presences.begin().the("presence")
    (first,) = mine(ground)
    assert (first.id, first.operator_id, first.kind, first.why) == (id, me, HERE, None)
    assert first.seen_at == first.starts_at
    ground.clock.pass_time(minutes=10)
    assert presences.begin().of("presence") == (id,)
    ground.clock.pass_time(minutes=10)
    presences.seen()
    (later,) = mine(ground)
    assert later.starts_at == first.starts_at
    assert later.seen_at - first.seen_at >= timedelta(minutes=20)


def test_a_break_begins_with_one_word_and_is_explained_afterwards(ground: Ground) -> None:
    ground.nurse()
    presences = ground.desk.presences
    presences.begin()
    ground.clock.pass_time(minutes=60)
    id = presences.begin(BREAK).the("presence")
    taken = presences.my_break()
    assert taken is not None
    assert (taken.id, taken.why) == (id, BreakKind.PAUSE)
    presences.explain(id, BreakKind.LUNCH)
    ground.clock.pass_time(minutes=30)
    assert presences.end().of("presence") == (id,)
    assert presences.my_break() is None
    assert said(ground) == [(HERE, None, True), (BREAK, BreakKind.LUNCH, False)]
    presences.explain(id, BreakKind.OTHER)
    assert said(ground)[1] == (BREAK, BreakKind.OTHER, False)


def test_a_break_of_a_kind_may_be_said_at_once(ground: Ground) -> None:
    ground.nurse()
    ground.desk.presences.begin(BREAK, BreakKind.LUNCH)
    ground.desk.presences.begin(HERE, BreakKind.LUNCH)
    assert said(ground) == [(BREAK, BreakKind.LUNCH, True), (HERE, None, True)]


def test_a_sign_of_life_is_of_the_break_too(ground: Ground) -> None:
    ground.nurse()
    presences = ground.desk.presences
    presences.begin()
    presences.begin(BREAK)
    ground.clock.pass_time(minutes=10)
    presences.seen()
    assert all(ground.clock.at - each.seen_at < timedelta(seconds=1) for each in mine(ground))


def test_signing_out_ends_all_that_goes_on_in_the_session(ground: Ground) -> None:
    ground.nurse()
    ground.desk.presences.begin()
    ground.desk.presences.begin(BREAK)
    ground.clock.pass_time(minutes=5)
    ground.desk.sessions.sign_out()
    ended = [row["ends_at"] for row in rows(ground.engine, "presences")["presences"]]
    closed = [row["closed_at"] for row in rows(ground.engine, "sessions")["sessions"]]
    assert ended == [closed[-1]] * 2
    assert closed[-1] is not None


def test_leaving_ends_the_break_and_a_break_ends_alone(ground: Ground) -> None:
    ground.nurse()
    presences = ground.desk.presences
    presences.begin()
    presences.begin(BREAK)
    presences.end(HERE)
    assert [each[2] for each in said(ground)] == [False, False]
    assert not presences.end(HERE).of("presence")


def test_who_was_there_when_the_power_went_was_there_until_the_last_sign(ground: Ground) -> None:
    ground.nurse()
    ground.desk.presences.begin()
    ground.clock.pass_time(minutes=10)
    ground.desk.presences.seen()
    (open_,) = mine(ground)
    ground.clock.pass_time(hours=3)  # kill -9, and nobody starts the desk for long
    again = ground.restarted()
    again.desk.sessions.sign_in("nurse", "tolv gröna krukor")
    again.desk.presences.begin()
    first, second = mine(again)
    assert (first.id, first.ends_at) == (open_.id, open_.seen_at)
    assert second.ends_at is None
    assert second.starts_at > open_.seen_at + timedelta(hours=2)


def test_a_machine_that_slept_has_nobody_at_it_meanwhile(ground: Ground) -> None:
    ground.nurse()
    presences = ground.desk.presences
    presences.begin()
    presences.begin(BREAK, BreakKind.LUNCH)
    start = ground.clock.at
    ground.clock.pass_time(seconds=SILENCE.total_seconds() + 60)
    presences.seen()
    ground.clock.pass_time(minutes=1)
    presences.end()
    before, lunch, after = mine(ground)
    assert before.ends_at == before.starts_at
    assert after.ends_at is None
    assert after.starts_at > start + SILENCE
    assert lunch.ends_at is not None
    assert lunch.ends_at > start + SILENCE
    ground.clock.pass_time(hours=9)
    ground.desk.sessions.sign_out()
    left = rows(ground.engine, "presences")["presences"]
    assert [row["ends_at"] for row in left if row["id"] == after.id] == [after.seen_at]


def test_a_desk_whose_operator_was_taken_for_gone_begins_again(ground: Ground) -> None:
    ground.nurse()
    ground.desk.presences.begin()
    ground.desk.presences.end(HERE)
    ground.clock.pass_time(minutes=1)
    ground.desk.presences.seen()
    assert said(ground) == [(HERE, None, False), (HERE, None, True)]


def test_supervisors_see_who_is_there_and_nurses_only_themselves(ground: Ground) -> None:
    ground.begin()
    ground.operator("leader", Role.SUPERVISOR_NURSE)
    nurse = ground.operator("nurse", Role.NURSE)
    ground.sign_in("nurse")
    ground.desk.presences.begin()
    now = ground.clock.at
    span = (now - timedelta(hours=1), now + timedelta(hours=1))
    for look in (ground.desk.presences.now, lambda: ground.desk.presences.between(*span)):
        with pytest.raises(NotPermitted):
            look()
    other = ground.restarted()
    other.desk.sessions.sign_in("leader", "tolv gröna krukor")
    other.desk.presences.begin()
    there = {each.operator_id for each in other.desk.presences.now()}
    assert nurse in there
    assert len(there) == 2
    assert len(other.desk.presences.between(*span)) == 2
    ground.clock.pass_time(seconds=SILENCE.total_seconds() + 1)
    assert other.desk.presences.now() == ()


def test_everybody_notes_their_own_also_behind_the_lock(ground: Ground) -> None:
    ground.begin()
    ground.desk.presences.begin()  # an administrator
    ground.operator("nurse", Role.NURSE)
    ground.sign_in("nurse")
    presences = ground.desk.presences
    presences.begin()
    ground.desk.sessions.lock()
    presences.seen()
    id = presences.begin(BREAK).the("presence")
    presences.end()
    presences.explain(id, BreakKind.LUNCH)
    ground.desk.sessions.unlock("tolv gröna krukor")
    ground.desk.sessions.sign_out()
    for verb in (presences.begin, presences.seen, presences.end):
        ground.refuses(NotSignedIn, verb)


def test_only_ones_own_break_is_explained(ground: Ground) -> None:
    ground.begin()
    ground.operator("other", Role.NURSE)
    ground.operator("nurse", Role.NURSE)
    ground.sign_in("other")
    theirs = ground.desk.presences.begin(BREAK).the("presence")
    ground.sign_in("nurse")
    presences = ground.desk.presences
    here = presences.begin().the("presence")
    explain = presences.explain
    assert ground.refuses(PresenceOfAnother, explain, theirs, BreakKind.LUNCH) == {"id": theirs}
    assert ground.refuses(PresenceNoBreak, explain, here, BreakKind.LUNCH) == {"id": here}
    unknown = uuid4()
    facts = ground.refuses(PresenceNotFound, explain, unknown, BreakKind.LUNCH)
    assert facts == {"id": unknown}


def test_presences_are_found_where_they_overlap_a_time(ground: Ground) -> None:
    ground.begin()
    ground.operator("leader", Role.SUPERVISOR_NURSE)
    ground.sign_in("leader")
    presences = ground.desk.presences
    presences.begin()
    start = ground.clock.at
    ground.clock.pass_time(minutes=20)
    presences.end(HERE)
    end = ground.clock.at

    def found(first: float, last: float) -> tuple[UUID, ...]:
        span = start + timedelta(minutes=first), start + timedelta(minutes=last)
        return tuple(each.id for each in presences.between(*span))

    assert len(found(-10, 5)) == len(found(10, 15)) == len(found(19, 90)) == 1
    assert found(-10, -5) == found(21, 90) == ()
    assert presences.between(end, end + timedelta(hours=1)) == ()
