"""A call from ring to done, at the desk, at the centre and in replay."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kundcenter.domain.access import DeskLocked, NotPermitted, NotSignedIn, Role
from kundcenter.domain.calls import CallNeedsOutcome, CallState, CallStateWrong
from kundcenter.domain.lines import EndReason
from kundcenter.services.calls import Ring
from tests.ground import Ground

NUMBER = "+46701740605"


def test_a_call_is_answered_ended_and_closed(ground: Ground) -> None:
    nurse = ground.nurse()
    calls = ground.desk.calls
    id = calls.ring(Ring("line-1", number=NUMBER, waited=timedelta(seconds=42))).the("call")
    ground.clock.pass_time(seconds=3)
    calls.answer(id)
    ground.clock.pass_time(minutes=5)
    calls.end(id, EndReason.CALLER)
    calls.close(id, "INFO")
    call = calls.get(id)
    assert (call.state, call.operator_id, call.outcome) == (CallState.DONE, nurse, "INFO")
    assert timedelta(seconds=45) <= call.waited < timedelta(seconds=46)


@pytest.mark.parametrize("waited", [timedelta(seconds=1e11), timedelta(days=2)])
def test_nobody_has_waited_for_more_than_a_day(ground: Ground, waited: timedelta) -> None:
    ground.nurse()
    id = ground.desk.calls.ring(Ring("line-1", waited=waited)).the("call")
    call = ground.desk.calls.get(id)
    assert call.rang_at - call.queued_at == timedelta(hours=24)


def test_a_caller_who_gives_up_is_abandoned_and_has_waited(ground: Ground) -> None:
    ground.nurse()
    id = ground.desk.calls.ring(Ring("line-1", waited=timedelta(minutes=2))).the("call")
    ground.desk.calls.end(id, EndReason.ABANDONED)
    assert ground.desk.calls.get(id).state is CallState.ABANDONED


def test_a_call_that_rings_out_here_is_passed_on_not_abandoned(ground: Ground) -> None:
    ground.nurse()
    id = ground.desk.calls.ring(Ring("line-1")).the("call")
    ground.desk.calls.end(id, EndReason.NO_ANSWER)
    assert ground.desk.calls.get(id).state is CallState.PASSED_ON


def test_the_end_may_be_told_twice(ground: Ground) -> None:
    ground.nurse()
    id = ground.desk.calls.register().the("call")
    ground.desk.calls.end(id)
    ended = ground.desk.calls.get(id)
    assert not ground.desk.calls.end(id)
    assert ground.desk.calls.get(id) == ended


def test_a_call_that_a_colleague_has_cannot_be_answered_too(ground: Ground) -> None:
    ground.begin()
    ground.operator("anna", Role.NURSE)
    ground.operator("bo", Role.NURSE)
    ground.sign_in("anna")
    id = ground.desk.calls.ring(Ring("line-1")).the("call")
    ground.desk.calls.answer(id)
    ground.sign_in("bo")
    with pytest.raises(CallStateWrong):
        ground.desk.calls.answer(id)


def test_a_call_without_an_outcome_cannot_be_closed(ground: Ground) -> None:
    ground.nurse()
    id = ground.desk.calls.register().the("call")
    with pytest.raises(CallNeedsOutcome):
        ground.desk.calls.close(id)
    assert ground.desk.calls.get(id).state is CallState.TALKING


def test_open_calls_are_found_again_after_a_restart(ground: Ground) -> None:
    ground.nurse()
    id = ground.desk.calls.register().the("call")
    assert [call.id for call in ground.desk.calls.mine()] == [id]


def test_nobody_signed_in_sees_no_call(ground: Ground) -> None:
    with pytest.raises(NotSignedIn):
        ground.desk.calls.latest()


def test_an_administrator_takes_no_calls(ground: Ground) -> None:
    ground.begin()
    with pytest.raises(NotPermitted):
        ground.desk.calls.register()


def test_the_telephone_is_followed_behind_the_lock_and_nothing_is_read(ground: Ground) -> None:
    ground.nurse()
    ground.desk.sessions.lock()
    id = ground.desk.calls.ring(Ring("line-1")).the("call")
    with pytest.raises(DeskLocked):
        ground.desk.calls.get(id)


def test_a_switchboard_operator_answers_too(ground: Ground) -> None:
    ground.begin()
    ground.operator("vx", Role.SWITCHBOARD, position="Telefonist")
    ground.sign_in("vx")
    id = ground.desk.calls.ring(Ring("line-1")).the("call")
    ground.desk.calls.answer(id)
    assert ground.desk.calls.get(id).state is CallState.TALKING


def test_a_call_that_the_exchange_tells_of_again_stays_the_same_call(ground: Ground) -> None:
    ground.nurse()
    calls = ground.desk.calls
    id = calls.ring(Ring("line-1", number=NUMBER)).the("call")
    calls.answer(id)
    answered = calls.get(id)
    assert calls.ring(Ring("line-1", number=NUMBER)).the("call") == id
    calls.answer(id)
    assert calls.get(id) == answered


def test_a_caller_who_rings_again_after_hanging_up_is_a_new_call(ground: Ground) -> None:
    ground.nurse()
    calls = ground.desk.calls
    first = calls.ring(Ring("line-1")).the("call")
    calls.end(first, EndReason.NO_ANSWER)
    assert calls.ring(Ring("line-1")).the("call") != first


@pytest.mark.parametrize("spelling", ["070-174 06 05", "0701740605", "0046701740605"])
def test_a_number_is_kept_as_e164_however_the_exchange_wrote_it(
    ground: Ground, spelling: str
) -> None:
    ground.nurse()
    id = ground.desk.calls.ring(Ring("line-1", number=spelling)).the("call")
    assert ground.desk.calls.get(id).number == NUMBER
