"""Who is promised a call, when, and what is shown of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from kundcenter.domain.access import Role
from kundcenter.domain.access_log import Activity
from kundcenter.domain.blocks import BlockKind
from kundcenter.domain.callback_queues import MenuCategory, QueueHasNoSuchTime
from kundcenter.domain.callbacks import (
    CallbackEntryOfAnother,
    CallbackKind,
    CallbackNeedsNumber,
    CallbackNotFound,
    CallbackState,
    Promise,
    StepKind,
)
from kundcenter.domain.capacity import TimeslotClosed, TimeslotFull, TimeslotLate, read_times
from kundcenter.domain.people import PersonNotFound
from kundcenter.domain.triage import CodeUnknown
from tests.ground import ASKED, CARE_UNIT, CHILD, MAN, NUMBER, PASSWORD, WHOLE, Ground
from tests.services.callback_ground import (
    HOUR,
    OTHER_NUMBER,
    OTHER_STORED,
    SATURDAY,
    SUNDAY,
    Floor,
    floor,
)

MINUTE = timedelta(minutes=1)


def test_a_patient_is_promised_a_call_in_an_interval(ground: Ground) -> None:
    on = floor(ground)
    known = len(ground.accesses())
    id = on.place(SATURDAY[1], urgency="U3", reason=" Hosta  sedan i går ", language="so")
    (told,) = ground.desk.callbacks.open()
    assert (told.promised_from, told.promised_to) == (SATURDAY[1], SATURDAY[2])
    assert (told.state, told.seat, told.unit_id) == (CallbackState.TIME_TOLD, 1, on.unit)
    assert told.promise(SATURDAY[0]) is Promise.BEFORE
    assert told.promise(SATURDAY[1]) is Promise.NOW
    assert told.promise(SATURDAY[2]) is Promise.AFTER
    whole = on.now(id)
    assert (whole.number, whole.reason, whole.language) == (NUMBER, "Hosta sedan i går", "so")
    assert on.steps(id) == [StepKind.PLACED]
    assert on.free() == [2, 1, 2]
    written, opened, *_ = ground.accesses(known)
    assert (written.activity, written.object_kind, written.object_id) == (
        Activity.WRITE, "callback", id,
    )  # fmt: skip
    assert (opened.activity, opened.person_id) == (Activity.READ, on.person)


def test_a_list_of_many_patients_has_no_word_of_any_and_leaves_no_record(ground: Ground) -> None:
    on = floor(ground)
    on.place(reason="Hosta")
    on.ground.desk.callbacks.promise(
        CallbackKind.SAFETY, SATURDAY[2], on.promised(criteria="Om andningen blir tyngre")
    )
    known = len(ground.accesses())
    lists = ground.desk.callbacks.open(), ground.desk.callbacks.mine()
    for each in (callback for listed in lists for callback in listed):
        assert (each.number, each.reason, each.criteria) == ("", "", "")
    assert [len(listed) for listed in lists] == [2, 1]
    assert ground.desk.callbacks.open(uuid4()) == ()
    assert len(ground.desk.callbacks.open(on.unit)) == 1
    assert len(ground.accesses()) == known


def test_a_full_interval_says_what_is_free_instead(ground: Ground) -> None:
    on = floor(ground)
    on.place()
    on.place(person_id=ground.person(MAN))
    child = ground.person(CHILD)
    with pytest.raises(TimeslotFull) as refused:
        on.place(person_id=child)
    instead = read_times(str(refused.value.facts["times"]))
    assert instead == (SATURDAY[1], SATURDAY[2], SUNDAY)  # and the next day's first
    assert on.free() == [0, 2, 2]
    next_day = on.now(on.place(SUNDAY, person_id=child))
    assert next_day.breaks_same_day()  # it is told, though the guarantee is broken (DOMAIN §5)


def test_the_same_day_guarantee_ends_with_the_swedish_day(ground: Ground) -> None:
    on = floor(ground)
    told = on.now(on.place())
    assert told.guaranteed_by is not None
    assert told.guaranteed_by.isoformat() == "2026-11-21T22:59:59+00:00"
    assert not told.breaks_same_day()


def test_an_interval_takes_nobody_when_it_is_closed_over_or_not_there(ground: Ground) -> None:
    on = floor(ground)
    queues = ground.desk.callback_queues
    ground.sign_in("eva")
    queues.close(on.queue, SATURDAY[0])
    ground.sign_in("anna")
    with pytest.raises(TimeslotClosed) as refused:
        on.place()
    assert read_times(str(refused.value.facts["times"]))[0] == SATURDAY[1]
    for never in (SATURDAY[0] + MINUTE, SATURDAY[0] - 2 * HOUR, SUNDAY + timedelta(days=21)):
        with pytest.raises(QueueHasNoSuchTime):
            on.place(never)
    ground.clock.at = SATURDAY[2] - MINUTE
    on.place(SATURDAY[1])  # until it ends
    ground.clock.at = SATURDAY[2]
    with pytest.raises(TimeslotLate):
        on.place(SATURDAY[1], person_id=ground.person(MAN))


def test_somebody_placed_again_keeps_one_call_back_and_the_earliest_promise(
    ground: Ground,
) -> None:
    on = floor(ground)
    id = on.place(SATURDAY[1], reason="Hosta")
    assert on.place(SATURDAY[2], number=OTHER_NUMBER) == id
    later = on.now(id)
    assert (later.promised_from, later.number, later.merged) == (SATURDAY[1], OTHER_STORED, 1)
    assert later.reason == "Hosta"
    assert on.free() == [2, 1, 2]
    assert on.place(SATURDAY[0]) == id
    earlier = on.now(id)
    assert (earlier.promised_from, earlier.promised_to) == (SATURDAY[0], SATURDAY[1])
    assert earlier.merged == 2
    assert on.free() == [1, 2, 2]  # the seat that it had is free
    assert on.steps(id) == [StepKind.PLACED, StepKind.MERGED, StepKind.MERGED]
    assert len(ground.desk.callbacks.open()) == 1


def test_somebody_placed_again_when_the_promised_time_has_passed_is_promised_the_new_one(
    ground: Ground,
) -> None:
    on = floor(ground)
    id = on.place()
    ground.clock.at = SATURDAY[1]
    assert on.place(SATURDAY[2]) == id
    told = on.now(id)
    assert (told.promised_from, told.state) == (SATURDAY[2], CallbackState.TIME_TOLD)
    assert on.free() == [2, 2, 1]  # the seat that it had is free
    step = on.get(id).steps[-1]
    assert (step.kind, step.promised_from) == (StepKind.MERGED, SATURDAY[2])


def test_who_did_not_answer_and_is_placed_again_is_promised_what_is_said_then(
    ground: Ground,
) -> None:
    on = floor(ground)
    id = on.place()
    ground.clock.at = SATURDAY[0]
    ground.desk.callbacks.tried(id)
    on.place(SATURDAY[2])
    told = on.now(id)
    assert (told.promised_from, told.due_at) == (SATURDAY[2], SATURDAY[2])
    assert (told.state, told.attempts) == (CallbackState.TIME_TOLD, 1)
    ground.desk.callbacks.tried(id)
    on.place(SATURDAY[2])  # the same time again: the seat is theirs already
    again = on.now(id)
    assert (again.try_at, again.state) == (None, CallbackState.TIME_TOLD)
    assert on.free() == [2, 2, 1]


def test_who_rings_goes_on_ringing_when_another_time_is_said_meanwhile(ground: Ground) -> None:
    on = floor(ground)
    id = on.place()
    ground.clock.at = SATURDAY[0]
    ground.desk.callbacks.tried(id)
    ground.desk.callbacks.take(id)
    ground.sign_in("bo")
    on.place(SATURDAY[2])
    told = on.now(id)
    assert (told.state, told.leased_by) == (CallbackState.RINGING, on.staff["anna"])
    assert (told.promised_from, told.due_at) == (SATURDAY[2], SATURDAY[2])


def test_the_same_patient_by_a_merge_has_one_call_back_in_a_queue(ground: Ground) -> None:
    on = floor(ground)
    other = ground.person(MAN)
    ground.desk.people.merge(on.person, other, "Samma person")
    id = on.place()
    assert on.place(SATURDAY[1], person_id=other) == id
    found = ground.desk.callbacks.same(on.unit, MenuCategory.ADVICE, other)
    assert found is not None
    assert (found.id, found.number) == (id, "")
    assert ground.desk.callbacks.same(on.unit, MenuCategory.BOOK, other) is None


def test_what_is_told_without_a_record_is_what_was_promised(ground: Ground) -> None:
    on = floor(ground)
    id = on.place(SATURDAY[1], urgency="U2", reason="Hosta", language="so")
    ground.desk.callbacks.take(id)
    known = len(ground.accesses())
    found = ground.desk.callbacks.same(on.unit, MenuCategory.ADVICE, on.person)
    assert found is not None
    assert (found.id, found.promised_from, found.promised_to, found.kind, found.state) == (
        id, SATURDAY[1], SATURDAY[2], CallbackKind.QUEUE, CallbackState.RINGING,
    )  # fmt: skip
    assert (found.urgency, found.language, found.reason, found.number) == ("", "", "", "")
    assert (found.person_id, found.leased_by) == (None, None)
    assert len(ground.accesses()) == known


def test_that_a_number_waits_already_is_told_without_whose_it_is(ground: Ground) -> None:
    on = floor(ground)
    asked = ground.desk.callbacks.same_number
    other = ground.person(MAN)
    id = on.place(SATURDAY[1], number=NUMBER, reason="Hosta")
    known = len(ground.accesses())
    found = asked(on.unit, MenuCategory.ADVICE, NUMBER, other)
    assert found is not None
    assert (found.id, found.promised_from, found.number) == (id, SATURDAY[1], "")
    assert (found.person_id, found.reason) == (None, "")
    assert asked(on.unit, MenuCategory.ADVICE, f"tel:{NUMBER}", other) == found
    assert asked(on.unit, MenuCategory.ADVICE, NUMBER, on.person) is None  # one's own is told
    assert asked(on.unit, MenuCategory.BOOK, NUMBER, other) is None
    assert asked(on.unit, MenuCategory.ADVICE, "+46701740699", other) is None
    assert len(ground.accesses()) == known
    ground.desk.callbacks.cancel(id)
    assert asked(on.unit, MenuCategory.ADVICE, NUMBER, other) is None


def test_every_registration_whose_call_backs_are_shown_has_a_record(ground: Ground) -> None:
    on = floor(ground)
    other = ground.person(MAN)
    id = on.place(person_id=other)
    ground.desk.people.merge(on.person, other, "Samma person")
    known = len(ground.accesses())
    (told,) = ground.desk.callbacks.of_person(on.person, ASKED)
    assert told.callback.id == id
    assert {record.person_id for record in ground.accesses(known)} == {on.person, other}


def test_an_earlier_time_that_is_full_is_refused_and_the_promise_stands(ground: Ground) -> None:
    on = floor(ground)
    id = on.place(SATURDAY[1])
    for number in (MAN, CHILD):
        on.place(SATURDAY[0], person_id=ground.person(number))
    with pytest.raises(TimeslotFull):
        on.place(SATURDAY[0])
    assert on.now(id).promised_from == SATURDAY[1]


def test_another_time_is_told_and_the_old_seat_is_free(ground: Ground) -> None:
    on = floor(ground)
    id = on.place()
    ground.desk.callbacks.move(id, SATURDAY[2])
    assert on.now(id).promised_from == SATURDAY[2]
    assert on.free() == [2, 2, 1]
    ground.desk.callbacks.move(id, SATURDAY[2])  # said again: the same seat
    assert on.free() == [2, 2, 1]
    last = ground.desk.callbacks.get(id).steps[-1]
    assert (last.kind, last.promised_from) == (StepKind.MOVED, SATURDAY[2])


def test_what_is_named_has_to_be_there(ground: Ground) -> None:
    on = floor(ground)
    for number in ("", "okänt", "12", "070-174 06 0"):
        with pytest.raises(CallbackNeedsNumber):
            on.place(number="" if number == "12" else number)
    with pytest.raises(PersonNotFound):
        on.place(person_id=uuid4())
    with pytest.raises(CodeUnknown):
        on.place(urgency="U99")
    entry = ground.desk.journal.write(ground.person(MAN), WHOLE).the("entry")
    with pytest.raises(CallbackEntryOfAnother):
        on.place(entry_id=entry)
    ground.refuses(CallbackNotFound, ground.desk.callbacks.get, uuid4())
    ground.refuses(CallbackNotFound, ground.desk.callbacks.take, uuid4())


def test_the_card_shows_every_call_back_of_the_patient(ground: Ground) -> None:
    on = floor(ground)
    callbacks = ground.desk.callbacks
    first = on.place()
    callbacks.done(first, "")
    second = on.place(SATURDAY[1])
    on.place(SATURDAY[1], person_id=ground.person(MAN))
    known = len(ground.accesses())
    told = callbacks.of_person(on.person, ASKED)
    assert [each.callback.id for each in told] == [second, first]
    assert [step.kind for step in told[1].steps] == [StepKind.PLACED, StepKind.DONE]
    assert {record.person_id for record in ground.accesses(known)} == {on.person}


def test_of_a_blocked_note_nothing_is_told(ground: Ground) -> None:
    on = floor(ground)
    desk = ground.desk
    entry = desk.journal.write(on.person, WHOLE).the("entry")
    id = on.place(reason="Feber", entry_id=entry)
    assert on.now(id).reason == "Feber"
    desk.blocks.set(on.person, BlockKind.INNER, CARE_UNIT)
    ground.sign_in("admin")
    other = desk.operators.add(
        "cia", "Test Cia", roles=frozenset({Role.NURSE}), care_unit="SE0000000001-DEMO2"
    )
    desk.operators.give_password(other.the("operator"), PASSWORD)
    ground.sign_in("cia")
    seen = desk.callbacks.get(id)
    assert (seen.callback.reason, seen.callback.state) == ("", CallbackState.TIME_TOLD)


def test_those_in_danger_are_rung_first(ground: Ground) -> None:
    on: Floor = floor(ground)
    callbacks = ground.desk.callbacks
    soon = on.place(SATURDAY[0], urgency="U5")
    urgent = on.place(SATURDAY[0], person_id=ground.person(MAN), urgency="U2")
    later = on.place(SATURDAY[2], person_id=ground.person(CHILD), urgency="U1")
    assert [each.id for each in callbacks.open()] == [urgent, soon, later]
    ground.clock.at = SATURDAY[0]
    said = replace(on.promised(criteria="Om han blir sämre"), urgency="U5")
    safety = callbacks.promise(CallbackKind.SAFETY, SATURDAY[0] + MINUTE, said).the("callback")
    ground.clock.at = SATURDAY[0] + 2 * MINUTE
    assert [each.id for each in callbacks.open()] == [safety, urgent, soon, later]
    ground.clock.at = SATURDAY[1]
    assert [each.id for each in callbacks.open()] == [safety, urgent, soon, later]
