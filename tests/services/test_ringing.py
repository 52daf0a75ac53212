"""Ringing: who has it, when nobody answers, and what ends a promised call."""

from __future__ import annotations

from datetime import timedelta

from kundcenter.domain.access import NotPermitted
from kundcenter.domain.callbacks import (
    LEASE,
    CallbackDueInvalid,
    CallbackKind,
    CallbackKindWrong,
    CallbackNeedsCriteria,
    CallbackNeedsOutcome,
    CallbackOfAnother,
    CallbackState,
    CallbackStateWrong,
    Promise,
    StepKind,
)
from kundcenter.domain.hand_overs import ReceiverUnfit
from kundcenter.domain.people import Protection
from tests.ground import MAN, NUMBER, Ground
from tests.services.callback_ground import (
    HOUR,
    OTHER_NUMBER,
    OTHER_STORED,
    SATURDAY,
    floor,
)

MINUTE = timedelta(minutes=1)


def test_one_operator_has_it_and_everybody_sees_that(ground: Ground) -> None:
    on = floor(ground)
    id = on.place()
    callbacks = ground.desk.callbacks
    callbacks.take(id)
    ground.sign_in("bo")
    (listed,) = callbacks.open()
    assert listed.state is CallbackState.RINGING
    assert listed.holds(ground.clock.at) == on.staff["anna"]
    for act in (
        lambda: callbacks.take(id),
        lambda: callbacks.done(id, "Klar"),
        lambda: callbacks.tried(id),
        lambda: callbacks.cancel(id),
        lambda: callbacks.release(id),
        lambda: callbacks.move(id, SATURDAY[2]),
    ):
        facts = ground.refuses(CallbackOfAnother, act)
        assert facts == {"id": id, "until": listed.leased_until}
    callbacks.set_number(id, OTHER_NUMBER, True)  # the patient rings about it meanwhile
    ground.sign_in("eva")
    callbacks.release(id)
    assert on.now(id).state is CallbackState.TIME_TOLD
    assert ground.refuses(CallbackStateWrong, callbacks.release, id)["state"] == "UTLAMNAD_TID"
    ground.sign_in("bo")
    callbacks.take(id)
    assert on.now(id).leased_by == on.staff["bo"]


def test_a_lease_ends_by_itself(ground: Ground) -> None:
    on = floor(ground)
    id = on.place()
    callbacks = ground.desk.callbacks
    callbacks.take(id)
    ground.sign_in("bo")
    ground.clock.at += LEASE - timedelta(seconds=1)
    ground.refuses(CallbackOfAnother, callbacks.take, id)
    ground.clock.at += timedelta(seconds=2)
    (listed,) = callbacks.open()
    assert listed.stands(ground.clock.at) is CallbackState.TIME_TOLD
    assert listed.holds(ground.clock.at) is None
    callbacks.take(id)
    callbacks.done(id, "")
    assert on.now(id).state is CallbackState.DONE


def test_a_lease_that_is_taken_again_lasts_from_then(ground: Ground) -> None:
    on = floor(ground)
    id = on.place()
    ground.desk.callbacks.take(id)
    first = on.now(id)
    ground.clock.at += timedelta(minutes=10)
    ground.desk.callbacks.take(id)
    again = on.now(id)
    assert first.leased_until is not None
    assert again.leased_until is not None
    assert again.leased_until - first.leased_until >= timedelta(minutes=10)
    assert again.state_at == first.state_at


def test_the_third_time_nobody_answers_it_is_closed(ground: Ground) -> None:
    on = floor(ground)
    id = on.place(number=OTHER_NUMBER, number_is_temporary=True)
    callbacks = ground.desk.callbacks
    for attempt in (1, 2):
        callbacks.take(id)
        callbacks.tried(id)
        told = on.now(id)
        assert (told.state, told.attempts) == (CallbackState.NO_ANSWER, attempt)
        assert told.holds(ground.clock.at) is None
        assert told.try_at is not None
        assert timedelta(minutes=29) < told.try_at - ground.clock.at <= timedelta(minutes=30)
        assert told.number == OTHER_STORED
    at = ground.clock.at + HOUR
    callbacks.tried(id, try_at=at, text="Röstbrevlåda")
    over = on.now(id)
    assert (over.state, over.attempts, over.try_at) == (CallbackState.NOT_REACHED, 3, None)
    assert over.number == ""
    assert on.steps(id)[-2:] == [StepKind.NO_ANSWER, StepKind.NOT_REACHED]
    assert callbacks.open() == ()
    ground.refuses(CallbackStateWrong, callbacks.tried, id)
    ground.refuses(CallbackStateWrong, callbacks.take, id)


def test_the_next_try_is_what_the_list_goes_by(ground: Ground) -> None:
    on = floor(ground)
    id = on.place()
    ground.clock.at = SATURDAY[0]
    callbacks = ground.desk.callbacks
    for wrong in (ground.clock.at - MINUTE, ground.clock.at + timedelta(days=400)):
        ground.refuses(CallbackDueInvalid, callbacks.tried, id, try_at=wrong)
    at = SATURDAY[0] + 3 * HOUR
    callbacks.tried(id, try_at=at)
    told = on.now(id)
    assert told.due_at == at
    assert told.promise(at - MINUTE) is Promise.BEFORE
    assert told.promise(at) is Promise.NOW
    assert told.promise(at + timedelta(minutes=15)) is Promise.AFTER


def test_a_temporary_number_is_gone_when_the_call_back_is_over(ground: Ground) -> None:
    on = floor(ground)
    callbacks = ground.desk.callbacks
    kept, gone = on.place(), on.place(SATURDAY[0], person_id=ground.person(MAN))
    callbacks.set_number(gone, OTHER_NUMBER, True)
    for id in (kept, gone):
        callbacks.done(id, "Fick råd")
    assert (on.now(kept).number, on.now(gone).number) == (NUMBER, "")
    ground.refuses(CallbackStateWrong, callbacks.set_number, gone, NUMBER, False)


def test_a_number_of_somebody_protected_is_kept_no_longer_than_it_is_open(ground: Ground) -> None:
    on = floor(ground)
    ground.desk.people.protect(on.person, Protection.CONFIDENTIAL)
    id = on.place()
    assert on.now(id).number == NUMBER  # or nobody could ring
    ground.desk.callbacks.done(id, "Fick råd")
    assert on.now(id).number == ""


def test_a_number_of_somebody_who_was_protected_since_is_shown_no_more(ground: Ground) -> None:
    on = floor(ground)
    id = on.place()
    ground.desk.callbacks.done(id, "Fick råd")
    assert on.now(id).number == NUMBER
    ground.desk.people.protect(on.person, Protection.CONFIDENTIAL)
    assert on.now(id).number == ""


def test_a_seat_is_free_when_the_patient_takes_the_call_back_back(ground: Ground) -> None:
    on = floor(ground)
    id = on.place()
    callbacks = ground.desk.callbacks
    callbacks.take(id)
    wrong = ground.refuses(CallbackStateWrong, callbacks.cancel, id)
    assert wrong == {"id": id, "state": CallbackState.RINGING}  # then it ends by being done
    callbacks.release(id)
    callbacks.cancel(id, "Mår bättre")
    assert on.now(id).state is CallbackState.CANCELLED
    assert on.free() == [2, 2, 2]
    assert on.place() != id  # a new one: the old is over


def test_a_broken_promise_stays_until_somebody_says_what_came_of_it(ground: Ground) -> None:
    on = floor(ground)
    id = on.place(number=OTHER_NUMBER, number_is_temporary=True)
    callbacks = ground.desk.callbacks
    ground.clock.at = SATURDAY[1] - timedelta(seconds=1)
    ground.refuses(CallbackStateWrong, callbacks.expire, id)
    ground.clock.at = SATURDAY[1]
    callbacks.expire(id)
    assert [each.state for each in callbacks.open()] == [CallbackState.EXPIRED]
    assert on.now(id).number == OTHER_STORED  # somebody has to ring
    fresh = on.place(SATURDAY[1])  # the patient rings again, and is placed anew
    assert fresh != id
    callbacks.take(id)
    callbacks.tried(id)
    assert on.now(id).state is CallbackState.EXPIRED
    ground.refuses(CallbackStateWrong, callbacks.move, id, SATURDAY[2])
    ground.refuses(CallbackNeedsOutcome, callbacks.done, id, " ")
    ground.refuses(CallbackNeedsOutcome, callbacks.cancel, id)
    callbacks.done(id, "Ringde patienten och bad om ursäkt")
    assert [each.id for each in callbacks.open()] == [fresh]
    assert on.now(id).number == ""


def test_the_safety_clock_does_not_disappear_without_an_outcome(ground: Ground) -> None:
    on = floor(ground)
    callbacks = ground.desk.callbacks
    at = ground.clock.at + HOUR
    ground.refuses(CallbackNeedsCriteria, callbacks.promise, CallbackKind.SAFETY, at, on.promised())
    said = on.promised(criteria="Om febern stiger över 40", urgency="U2")
    id = callbacks.promise(CallbackKind.SAFETY, at, said).the("callback")
    assert on.now(id).criteria == "Om febern stiger över 40"
    ground.clock.at = at + timedelta(days=2)
    ground.refuses(CallbackStateWrong, callbacks.expire, id)
    ground.refuses(CallbackNeedsOutcome, callbacks.done, id, "")
    ground.refuses(CallbackNeedsOutcome, callbacks.cancel, id, "  ")
    for attempts in range(1, 6):
        callbacks.tried(id)
        assert (on.now(id).state, on.now(id).attempts) == (CallbackState.NO_ANSWER, attempts)
    callbacks.tried(id, text="Polisen gör ett hembesök")
    assert on.now(id).state is CallbackState.NOT_REACHED


def test_the_safety_clock_survives_the_shift(ground: Ground) -> None:
    on = floor(ground)
    callbacks = ground.desk.callbacks
    at = ground.clock.at + HOUR
    said = on.promised(criteria="Om febern stiger")
    id = callbacks.promise(CallbackKind.SAFETY, at, said).the("callback")
    own = callbacks.promise(CallbackKind.OWN, at, on.promised()).the("callback")
    ground.sign_in("bo")
    assert callbacks.mine() == ()
    ground.clock.at = at  # nobody has handed it on, and anna has gone home
    assert [each.id for each in callbacks.mine()] == [id]
    callbacks.hand_on(own, None)
    assert [each.id for each in callbacks.mine()] == [id, own]
    callbacks.take(own)
    callbacks.hand_on(own, on.staff["bo"])
    callbacks.done(id, "Mår bättre")
    callbacks.done(own, "Klart")
    assert callbacks.mine() == ()
    assert on.steps(own)[-3:] == [StepKind.TAKEN, StepKind.HANDED_ON, StepKind.DONE]


def test_the_safety_clock_is_for_those_who_take_part_in_the_care(ground: Ground) -> None:
    on = floor(ground)
    callbacks = ground.desk.callbacks
    at = ground.clock.at + HOUR
    said = on.promised(criteria="Om febern stiger", reason="Feber")
    id = callbacks.promise(CallbackKind.SAFETY, at, said).the("callback")
    callbacks.tried(id, text="Upptaget")
    ground.refuses(ReceiverUnfit, callbacks.hand_on, id, on.staff["vera"])
    ground.sign_in("vera")
    for act in (
        lambda: callbacks.take(id),
        lambda: callbacks.done(id, "Klar"),
        lambda: callbacks.promise(CallbackKind.SAFETY, at, said),
    ):
        ground.refuses(NotPermitted, act)
    seen = callbacks.get(id)
    assert (seen.callback.criteria, seen.callback.reason) == ("", "")
    assert {step.text for step in seen.steps} == {""}
    callbacks.promise(CallbackKind.OWN, at, on.promised())  # that anybody may


def test_what_one_promises_oneself_is_due_in_the_future(ground: Ground) -> None:
    on = floor(ground)
    promise = ground.desk.callbacks.promise
    at = ground.clock.at + HOUR
    for due, until in (
        (ground.clock.at - MINUTE, None),
        (at + timedelta(days=400), None),
        (at, at),
        (at, at + timedelta(days=2)),
    ):
        ground.refuses(CallbackDueInvalid, promise, CallbackKind.OWN, due, on.promised(until=until))
    ground.refuses(CallbackKindWrong, promise, CallbackKind.QUEUE, at, on.promised())
    id = promise(CallbackKind.OWN, at, on.promised(until=at + HOUR)).the("callback")
    assert on.now(id).promised_to == at + HOUR
    ground.desk.callbacks.move(id, at + 2 * HOUR)
    moved = on.now(id)
    assert (moved.promised_from, moved.promised_to) == (at + 2 * HOUR, at + 3 * HOUR)
    assert moved.state is CallbackState.WAITING
    ground.refuses(CallbackDueInvalid, ground.desk.callbacks.move, id, ground.clock.at - MINUTE)
    ground.refuses(CallbackKindWrong, ground.desk.callbacks.hand_on, on.place(), None)
