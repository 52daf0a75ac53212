"""The parts of a call: each its own outcome; a call without parts is as it always was."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from kundcenter.domain.access import Role
from kundcenter.domain.calls import CallNeedsOutcome, CallOfAnother, CallState, CallStateWrong
from kundcenter.domain.lines import EndReason
from kundcenter.domain.parts import (
    EntryElsewhere,
    PartClosed,
    PartKind,
    PartNeedsNote,
    PartNotEmpty,
    PartOfAnotherPerson,
)
from kundcenter.domain.people import Protection
from kundcenter.services.calls import Calls, Ring
from tests.ground import CHILD, MAN, NUMBER, WHOLE, Ground


def begun(calls: Calls, *kinds: PartKind) -> tuple[UUID, list[UUID]]:
    """A call by hand with parts."""
    call = calls.register(NUMBER).the("call")
    return call, [calls.open_part(call, kind).the("part") for kind in kinds]


def test_two_children_in_one_call_are_two_parts_with_two_notes(ground: Ground) -> None:
    ground.nurse()
    calls, journal = ground.desk.calls, ground.desk.journal
    call, (one, two) = begun(calls, PartKind.ADVICE, PartKind.ADVICE)
    for part, person, outcome in ((one, CHILD, "EGENVARD"), (two, MAN, "INFO")):
        id = ground.person(person)
        calls.point_part(part, id)
        entry = journal.write(id, replace(WHOLE, outcome=outcome), call).the("entry")
        calls.note_part(part, entry)
    calls.close(call)
    assert [(part.id, part.outcome, part.open) for part in calls.parts(call)] == [
        (one, "EGENVARD", False),
        (two, "INFO", False),
    ]
    assert (calls.get(call).state, calls.get(call).outcome) == (CallState.DONE, "INFO")


def test_a_call_is_not_closed_before_every_part_says_what_came_of_it(ground: Ground) -> None:
    ground.nurse()
    calls = ground.desk.calls
    call, (one, two, three) = begun(calls, *[PartKind.SWITCHBOARD] * 3)
    calls.close_part(one, "INFO")
    assert ground.refuses(CallNeedsOutcome, calls.close, call) == {
        "id": call,
        "parts": (two, three),
    }
    calls.drop_part(three)
    calls.close(call, "WEBB")
    assert [part.outcome for part in calls.parts(call)] == ["INFO", "WEBB"]
    assert calls.get(call).outcome == "WEBB"


def test_a_given_outcome_never_wins_over_that_of_a_note(ground: Ground) -> None:
    ground.nurse()
    calls = ground.desk.calls
    call, (noted, _) = begun(calls, PartKind.ADVICE, PartKind.SERVICE)
    entry = ground.desk.journal.write(ground.person(), WHOLE, call).the("entry")
    calls.note_part(noted, entry)
    calls.close(call, "INFO")
    assert [part.outcome for part in calls.parts(call)] == ["EGENVARD", "INFO"]


def test_the_outcome_is_that_of_the_latest_version_of_the_note(ground: Ground) -> None:
    ground.nurse()
    calls, journal = ground.desk.calls, ground.desk.journal
    call, (part,) = begun(calls, PartKind.ADVICE)
    entry = journal.write(ground.person(), WHOLE, call).the("entry")
    calls.note_part(part, entry)
    journal.save(entry, replace(WHOLE, outcome="INFO"), upon=1)
    calls.close_part(part, "WEBB")
    assert calls.parts(call)[0].outcome == "INFO"


def test_a_note_of_the_call_that_lies_in_no_part_counts_for_its_person(ground: Ground) -> None:
    ground.nurse()
    calls = ground.desk.calls
    call, (hers, his) = begun(calls, PartKind.ADVICE, PartKind.ADVICE)
    woman = ground.person()
    calls.point_part(hers, woman)
    calls.point_part(his, ground.person(MAN))
    ground.desk.journal.write(woman, WHOLE, call)
    assert ground.refuses(CallNeedsOutcome, calls.close, call)["parts"] == (his,)


def test_only_an_empty_part_is_dropped(ground: Ground) -> None:
    ground.nurse()
    calls = ground.desk.calls
    call, (part, closed) = begun(calls, PartKind.ADVICE, PartKind.SERVICE)
    calls.point_part(part, ground.person())
    ground.refuses(PartNotEmpty, calls.drop_part, part)
    calls.close_part(closed, "INFO")
    ground.refuses(PartNotEmpty, calls.drop_part, closed)
    assert len(calls.parts(call)) == 2


def test_a_part_that_is_done_or_has_a_note_stays_whose_it_is(ground: Ground) -> None:
    ground.nurse()
    calls = ground.desk.calls
    woman, man = ground.person(), ground.person(MAN)
    call, (noted, closed) = begun(calls, PartKind.ADVICE, PartKind.SERVICE)
    entry = ground.desk.journal.write(woman, WHOLE, call).the("entry")
    calls.note_part(noted, entry)
    calls.note_part(noted, entry)  # told twice
    ground.refuses(PartOfAnotherPerson, calls.point_part, noted, man)
    calls.close_part(closed, "INFO")
    ground.refuses(PartClosed, calls.point_part, closed, man)
    ground.refuses(PartClosed, calls.close_part, closed, "INFO")
    ground.refuses(EntryElsewhere, calls.note_part, closed, entry)
    elsewhere = ground.desk.journal.write(man, WHOLE).the("entry")
    part = calls.open_part(call, PartKind.ADVICE).the("part")
    ground.refuses(EntryElsewhere, calls.note_part, part, elsewhere)


def test_only_who_has_the_call_works_on_its_parts(ground: Ground) -> None:
    ground.begin()
    ground.operator("anna", Role.NURSE)
    ground.operator("bo", Role.NURSE)
    ground.sign_in("anna")
    calls = ground.desk.calls
    call, (part,) = begun(calls, PartKind.ADVICE)
    ground.sign_in("bo")
    ground.refuses(CallOfAnother, calls.open_part, call, PartKind.ADVICE)
    ground.refuses(CallOfAnother, calls.close_part, part, "INFO")
    ground.refuses(CallOfAnother, calls.drop_part, part)
    ground.sign_in("anna")
    calls.close(call, "INFO")
    ground.refuses(CallStateWrong, calls.open_part, call, PartKind.ADVICE)


def test_a_note_that_is_due_after_an_emergency_outlives_the_call(ground: Ground) -> None:
    ground.nurse()
    calls = ground.desk.calls
    call, (part,) = begun(calls, PartKind.ADVICE)
    ground.desk.alarms.sound(call)
    calls.close(call)
    assert [each.id for each in calls.parts_due()] == [part]
    assert calls.get(call).outcome == "SOS112"
    entry = ground.desk.journal.write(ground.person(), WHOLE, call).the("entry")
    calls.note_part(part, entry)
    assert calls.parts_due() == ()
    assert (calls.parts(call)[0].entry_id, calls.parts(call)[0].outcome) == (entry, "SOS112")


def test_a_note_that_a_colleague_left_due_comes_with_its_text_and_not_afterwards(
    ground: Ground,
) -> None:
    ground.begin()
    ground.operator("anna", Role.NURSE)
    bo = ground.operator("bo", Role.NURSE)
    ground.sign_in("anna")
    desk, calls = ground.desk, ground.desk.calls
    call, (part,) = begun(calls, PartKind.ADVICE)
    desk.alarms.sound(call)
    calls.hand_over(call, bo)
    ground.sign_in("bo")
    calls.take(call)
    calls.close(call)
    child = ground.person(CHILD)
    beside = desk.journal.write(child, WHOLE, call).the("entry")
    ground.refuses(CallStateWrong, calls.note_part, part, beside)
    entry = desk.journal.write(child, WHOLE, call, part).the("entry")
    assert (calls.parts(call)[0].entry_id, calls.parts(call)[0].note_due) == (entry, False)


def test_a_hidden_number_is_shown_to_who_has_the_open_call_and_gone_with_it(
    ground: Ground,
) -> None:
    ground.begin()
    ground.operator("anna", Role.NURSE)
    ground.operator("bo", Role.NURSE)
    ground.sign_in("anna")
    desk, calls = ground.desk, ground.desk.calls
    call = calls.ring(Ring("line-1", number=NUMBER, keyed_id=MAN)).the("call")
    calls.answer(call)
    man = ground.person(MAN)
    desk.people.protect(man, Protection.CONFIDENTIAL)
    calls.point_part(calls.open_part(call, PartKind.ADVICE).the("part"), man)
    assert (calls.get(call).number, calls.get(call).number_hidden) == (NUMBER, True)
    assert calls.mine()[0].number == NUMBER
    assert calls.latest()[0].number is None
    assert calls.logged()[0].call.keyed_id is None
    ground.sign_in("bo")
    assert calls.get(call).number is None
    ground.sign_in("anna")
    calls.end(call, EndReason.CALLER)
    calls.close(call, "INFO")
    assert (calls.get(call).number, calls.get(call).keyed_id) == (None, None)
    with ground.engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT number, keyed_id FROM calls").all()
    assert [tuple(row) for row in found] == [(None, None)]


def test_the_call_log_shows_the_parts_of_each_call(ground: Ground) -> None:
    ground.nurse()
    calls = ground.desk.calls
    begun(calls, PartKind.SWITCHBOARD, PartKind.ADVICE)
    begun(calls)
    assert [[part.kind for part in each.parts] for each in calls.logged()] == [
        [],
        [PartKind.SWITCHBOARD, PartKind.ADVICE],
    ]


def test_a_part_of_nothing_is_not_found(ground: Ground) -> None:
    ground.nurse()
    with pytest.raises(Exception, match=r"part\.not_found"):
        ground.desk.calls.drop_part(uuid4())


def test_advice_to_a_patient_is_not_closed_without_a_note(ground: Ground) -> None:
    ground.nurse()
    desk, calls = ground.desk, ground.desk.calls
    woman = ground.person()
    call = calls.register().the("call")
    part = calls.open_part(call, PartKind.ADVICE).the("part")
    calls.point_part(part, woman)
    for outcome in ("EGENVARD", "AKUT"):
        facts = ground.refuses(PartNeedsNote, calls.close, call, outcome)
        assert facts == {"id": call, "parts": (part,)}
        ground.refuses(PartNeedsNote, calls.close_part, part, outcome)
    other = calls.register().the("call")
    cut_off = calls.open_part(other, PartKind.ADVICE).the("part")
    calls.point_part(cut_off, woman)
    calls.close(other, "AVBRUTET")  # which asks for no note
    entry = desk.journal.write(woman, WHOLE, call).the("entry")
    calls.note_part(part, entry)
    calls.close(call)
    assert [calls.get(id).outcome for id in (call, other)] == [WHOLE.outcome, "AVBRUTET"]


def test_advice_to_a_caller_who_stays_unknown_needs_an_outcome_only(ground: Ground) -> None:
    ground.nurse()
    calls = ground.desk.calls
    call = calls.register().the("call")
    calls.open_part(call, PartKind.ADVICE)
    calls.close(call, "EGENVARD")
    assert calls.get(call).outcome == "EGENVARD"
