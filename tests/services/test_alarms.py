"""112 on one key: the fact is kept, whoever raises it and whatever else there is."""

from __future__ import annotations

from uuid import UUID

import pytest

from kundcenter.domain.access import NotSignedIn, Role
from kundcenter.domain.alarms import AlarmNotFound, AlarmOfAnother
from kundcenter.domain.parts import PartKind
from tests.ground import NUMBER, PASSWORD, WHOLE, Ground

NOWHERE = UUID(int=7)


def test_an_alarm_without_a_call_is_kept_with_its_time(ground: Ground) -> None:
    nurse = ground.nurse()
    before = ground.clock.at
    id = ground.desk.alarms.sound().the("alarm")
    (alarm,) = ground.desk.alarms.open_of_mine()
    assert (alarm.id, alarm.call_id, alarm.operator_id) == (id, None, nurse)
    assert before < alarm.raised_at <= ground.clock.at
    assert (alarm.connected_at, alarm.failed_at, alarm.ended_at) == (None, None, None)


def test_a_nurses_alarm_leaves_a_note_to_write_in_the_part_of_the_call(ground: Ground) -> None:
    ground.nurse()
    call = ground.desk.calls.register(NUMBER).the("call")
    part = ground.desk.calls.open_part(call, PartKind.ADVICE).the("part")
    changes = ground.desk.alarms.sound(call)
    assert changes.of("part") == (part,)
    (found,) = ground.desk.calls.parts(call)
    assert (found.note_due, found.outcome, found.open) == (True, "SOS112", True)


def test_of_two_children_the_alarm_is_about_the_one_in_sight(ground: Ground) -> None:
    ground.nurse()
    calls = ground.desk.calls
    call = calls.register(NUMBER).the("call")
    first, second = (calls.open_part(call, PartKind.ADVICE).the("part") for _ in range(2))
    changes = ground.desk.alarms.sound(call, first)
    assert changes.of("part") == (first,)
    parts = {part.id: part for part in calls.parts(call)}
    assert (parts[first].note_due, parts[first].outcome) == (True, "SOS112")
    assert (parts[second].note_due, parts[second].outcome) == (False, None)


def test_without_a_word_of_what_is_in_sight_it_is_the_last_part(ground: Ground) -> None:
    ground.nurse()
    calls = ground.desk.calls
    call = calls.register(NUMBER).the("call")
    first, second = (calls.open_part(call, PartKind.ADVICE).the("part") for _ in range(2))
    ground.desk.alarms.sound(call)
    assert [part.id for part in calls.parts(call) if part.note_due] == [second]
    assert first != second


@pytest.mark.parametrize("kind", [PartKind.CANCELLATION, None])
def test_a_part_that_gets_no_note_leaves_it_to_the_one_that_does(
    ground: Ground, kind: PartKind | None
) -> None:
    ground.nurse()
    calls = ground.desk.calls
    call = calls.register(NUMBER).the("call")
    advice = calls.open_part(call, PartKind.ADVICE).the("part")
    seen = calls.open_part(call, kind).the("part") if kind else NOWHERE
    ground.desk.alarms.sound(call, seen)
    assert [part.id for part in calls.parts(call) if part.note_due] == [advice]


def test_a_part_in_sight_that_is_closed_stays_so_and_a_new_one_is_about_the_same_person(
    ground: Ground,
) -> None:
    ground.nurse()
    calls, person = ground.desk.calls, ground.person()
    call = calls.register(NUMBER).the("call")
    closed, other = (calls.open_part(call, PartKind.ADVICE).the("part") for _ in range(2))
    calls.point_part(closed, person)
    calls.close_part(closed, "INFO")
    ground.desk.alarms.sound(call, closed)
    (due,) = (part for part in calls.parts(call) if part.note_due)
    assert due.id not in {closed, other}
    assert (due.person_id, due.open) == (person, True)


def test_a_call_without_a_part_gets_one(ground: Ground) -> None:
    ground.nurse()
    call = ground.desk.calls.register(NUMBER).the("call")
    ground.desk.alarms.sound(call)
    (found,) = ground.desk.calls.parts(call)
    assert (found.kind, found.note_due, found.outcome) == (PartKind.ADVICE, True, "SOS112")


def test_the_call_can_be_closed_and_the_note_is_still_due(ground: Ground) -> None:
    ground.nurse()
    call = ground.desk.calls.register(NUMBER).the("call")
    ground.desk.alarms.sound(call)
    ground.desk.calls.close(call)
    (found,) = ground.desk.calls.parts(call)
    assert (found.note_due, found.outcome) == (True, "SOS112")
    assert ground.desk.calls.get(call).outcome == "SOS112"


def test_a_part_whose_note_is_written_gets_no_second_one(ground: Ground) -> None:
    ground.nurse()
    call = ground.desk.calls.register(NUMBER).the("call")
    part = ground.desk.calls.open_part(call, PartKind.ADVICE).the("part")
    entry = ground.desk.journal.write(ground.person(), WHOLE, call).the("entry")
    ground.desk.calls.note_part(part, entry)
    ground.desk.alarms.sound(call)
    (found,) = ground.desk.calls.parts(call)
    assert not found.note_due


def test_an_alarm_for_a_call_that_is_done_is_accepted_and_its_note_is_due(ground: Ground) -> None:
    ground.nurse()
    call = ground.desk.calls.register(NUMBER).the("call")
    ground.desk.calls.close(call, "INFO")
    ground.desk.alarms.sound(call)
    (alarm,) = ground.desk.alarms.of_call(call)
    assert alarm.call_id == call
    due = [part for part in ground.desk.calls.parts(call) if part.note_due]
    assert len(due) == 1
    assert not due[0].open


def test_an_alarm_for_a_call_that_nobody_knows_is_accepted_without_it(ground: Ground) -> None:
    ground.nurse()
    ground.desk.alarms.sound(NOWHERE)
    (alarm,) = ground.desk.alarms.open_of_mine()
    assert alarm.call_id is None


def test_the_same_call_has_one_alarm_however_often_the_key_is_pressed(ground: Ground) -> None:
    ground.nurse()
    call = ground.desk.calls.register(NUMBER).the("call")
    first = ground.desk.alarms.sound(call).the("alarm")
    assert ground.desk.alarms.sound(call).the("alarm") == first
    assert len(ground.desk.calls.parts(call)) == 1
    other = ground.desk.alarms.sound().the("alarm")
    assert other != first


def test_what_is_told_twice_stays_as_it_was_told_first(ground: Ground) -> None:
    ground.nurse()
    alarms = ground.desk.alarms
    id = alarms.sound().the("alarm")
    alarms.fail(id)
    ground.clock.pass_time(seconds=5)
    alarms.confirm(id)
    (told,) = alarms.open_of_mine()
    ground.clock.pass_time(seconds=5)
    alarms.fail(id)
    alarms.confirm(id)
    assert alarms.open_of_mine() == (told,)
    assert told.failed_at is not None
    assert told.connected_at is not None
    assert told.failed_at < told.connected_at
    alarms.end(id)
    assert alarms.open_of_mine() == ()


def test_an_alarm_is_raised_and_told_of_while_the_desk_is_locked(ground: Ground) -> None:
    ground.nurse()
    call = ground.desk.calls.register(NUMBER).the("call")
    ground.desk.sessions.lock()
    id = ground.desk.alarms.sound(call).the("alarm")
    ground.desk.alarms.confirm(id)
    assert [alarm.id for alarm in ground.desk.alarms.open_of_mine()] == [id]


def test_nobody_at_the_desk_leaves_no_alarm(ground: Ground) -> None:
    ground.nurse()
    ground.desk.sessions.sign_out()
    ground.refuses(NotSignedIn, ground.desk.alarms.sound)


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        (Role.SWITCHBOARD, PartKind.SWITCHBOARD),
        (Role.SERVICE_DESK, PartKind.SERVICE),
    ],
)
def test_who_may_not_write_in_a_record_has_no_note_to_write(
    ground: Ground, role: Role, kind: PartKind
) -> None:
    ground.begin()
    ground.operator("switch", role)
    ground.sign_in("switch")
    call = ground.desk.calls.register(NUMBER).the("call")
    ground.desk.alarms.sound(call)
    (part,) = ground.desk.calls.parts(call)
    assert (part.kind, part.note_due, part.outcome) == (kind, False, "SOS112")


@pytest.mark.parametrize("role", list(Role))
def test_every_role_may_raise_an_alarm(ground: Ground, role: Role) -> None:
    ground.begin()
    ground.operator("somebody", role)
    ground.sign_in("somebody")
    assert ground.desk.alarms.sound().of("alarm")


def test_an_alarm_that_nobody_knows(ground: Ground) -> None:
    ground.nurse()
    for verb in (ground.desk.alarms.confirm, ground.desk.alarms.fail, ground.desk.alarms.end):
        assert ground.refuses(AlarmNotFound, verb, NOWHERE) == {"id": NOWHERE}


def test_an_alarm_is_still_there_after_a_restart(ground: Ground) -> None:
    ground.nurse()
    id = ground.desk.alarms.sound().the("alarm")
    again = ground.restarted()
    again.desk.sessions.sign_in("nurse", PASSWORD)
    assert [alarm.id for alarm in again.desk.alarms.open_of_mine()] == [id]


def test_only_who_sounded_an_alarm_tells_what_came_of_it(ground: Ground) -> None:
    ground.begin()
    for name in ("nurse", "other"):
        ground.operator(name, Role.NURSE)
    ground.sign_in("nurse")
    alarms = ground.desk.alarms
    id = alarms.sound().the("alarm")
    (before,) = alarms.open_of_mine()
    ground.sign_in("other")
    for verb in (alarms.confirm, alarms.fail, alarms.end, alarms.mine):
        assert ground.refuses(AlarmOfAnother, verb, id) == {"id": id}
    ground.sign_in("nurse")
    assert alarms.open_of_mine() == (before,)
    assert alarms.mine(id) == before
