"""The time after the talk: it is stored, so a restart finds it; and it never closes a card."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kundcenter.domain.access import Role
from kundcenter.domain.calls import CallOfAnother, CallState, CallStateWrong, WrapUpOutside
from kundcenter.domain.lines import EndReason
from kundcenter.services.calls import Ring
from tests.ground import PASSWORD, Ground


def left(ground: Ground) -> float:
    """Seconds until the operator is ready, as of the clock's last look."""
    (call,) = ground.desk.calls.mine()
    return round(call.wrap_up_left(ground.clock.at).total_seconds(), 1)


def test_the_wrap_up_runs_out_and_the_card_stays_open(ground: Ground) -> None:
    ground.nurse()
    calls = ground.desk.calls
    call = calls.register().the("call")
    assert left(ground) == 0
    calls.end(call, EndReason.CALLER, 120)
    assert left(ground) == 120
    ground.clock.pass_time(seconds=50)
    again = ground.restarted()
    again.desk.sessions.sign_in("nurse", PASSWORD)
    assert left(again) == 70
    ground.clock.pass_time(seconds=71)
    assert left(ground) == 0
    assert calls.mine()[0].state is CallState.WRAP_UP
    calls.close(call, "INFO")


def test_more_time_is_added_to_what_is_left_or_to_now(ground: Ground) -> None:
    ground.nurse()
    calls = ground.desk.calls
    call = calls.register().the("call")
    calls.end(call, EndReason.CALLER, 120)
    calls.extend_wrap_up(call, 60)
    assert left(ground) == 180
    ground.clock.pass_time(seconds=600)
    calls.extend_wrap_up(call, 60)
    assert left(ground) == 60
    calls.ready(call)
    assert left(ground) == 0
    calls.ready(call)  # told twice
    assert calls.mine()[0].id == call


@pytest.mark.parametrize("seconds", [-1, 3_601, 10**12])
def test_a_wrap_up_has_a_limit(ground: Ground, seconds: int) -> None:
    ground.nurse()
    calls = ground.desk.calls
    call = calls.register().the("call")
    ground.refuses(WrapUpOutside, calls.end, call, EndReason.CALLER, seconds)
    calls.end(call, EndReason.CALLER, 3_600)
    ground.refuses(WrapUpOutside, calls.extend_wrap_up, call, seconds if seconds < 0 else 60)


def test_a_caller_who_gave_up_leaves_no_work(ground: Ground) -> None:
    ground.nurse()
    calls = ground.desk.calls
    call = calls.ring(Ring("line-1")).the("call")
    calls.end(call, EndReason.ABANDONED, 120)
    assert calls.get(call).wrap_up_until is None
    ground.refuses(CallStateWrong, calls.ready, call)
    ground.refuses(CallStateWrong, calls.extend_wrap_up, call, 60)


def test_the_wrap_up_is_its_operators_own(ground: Ground) -> None:
    ground.begin()
    ground.operator("anna", Role.NURSE)
    ground.operator("bo", Role.NURSE)
    ground.sign_in("anna")
    calls = ground.desk.calls
    call = calls.register().the("call")
    calls.end(call, EndReason.CALLER, 120)
    until = calls.get(call).wrap_up_until
    assert until is not None
    assert until - ground.clock.at < timedelta(seconds=120)
    ground.sign_in("bo")
    ground.refuses(CallOfAnother, calls.ready, call)
    ground.refuses(CallOfAnother, calls.extend_wrap_up, call, 60)
