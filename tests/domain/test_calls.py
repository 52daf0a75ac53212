"""A call from ring to done: what may follow what (DOMAIN §3.8), and what the times say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kundcenter.domain.calls import (
    LONGEST_WRAP_UP,
    Call,
    CallNeedsOutcome,
    CallOfAnother,
    CallState,
    CallStateWrong,
    Channel,
    WrapUpOutside,
)
from kundcenter.domain.lines import EndReason

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
ID, NURSE = UUID(int=1), UUID(int=2)
NUMBER, KEYED = "+46701740605", "8807022382"
RINGING = Call(
    id=ID, channel=Channel.LINE, rang_at=NOON, queued_at=NOON, number=NUMBER, keyed_id=KEYED
)
TALKING = RINGING.answered(NOON, NURSE)
IN_STATE: dict[CallState, Call] = {
    CallState.RINGING: RINGING,
    CallState.TALKING: TALKING,
    CallState.HELD: TALKING.held(NOON),
    CallState.WRAP_UP: TALKING.ended(NOON, EndReason.CALLER),
    CallState.DONE: TALKING.closed(NOON, "INFO"),
    CallState.ABANDONED: RINGING.ended(NOON, EndReason.ABANDONED),
    CallState.PASSED_ON: RINGING.ended(NOON, EndReason.NO_ANSWER),
}
ACTS: dict[str, Callable[[Call], Call]] = {
    "answered": lambda call: call.answered(NOON, NURSE),
    "held": lambda call: call.held(NOON),
    "resumed": lambda call: call.resumed(NOON),
    "closed": lambda call: call.closed(NOON, "INFO"),
}
MAY_FOLLOW: dict[tuple[CallState, str], CallState] = {
    (CallState.RINGING, "answered"): CallState.TALKING,
    (CallState.TALKING, "held"): CallState.HELD,
    (CallState.TALKING, "closed"): CallState.DONE,
    (CallState.HELD, "resumed"): CallState.TALKING,
    (CallState.HELD, "closed"): CallState.DONE,
    (CallState.WRAP_UP, "closed"): CallState.DONE,
}
GAVE_UP = {EndReason.ABANDONED, EndReason.CALLER}
OPEN = {CallState.TALKING, CallState.HELD, CallState.WRAP_UP}
OVER = {CallState.DONE, CallState.ABANDONED, CallState.PASSED_ON}


def test_there_is_a_call_in_every_state() -> None:
    assert {state: call.state for state, call in IN_STATE.items()} == {s: s for s in CallState}


@pytest.mark.parametrize("state", CallState)
def test_only_what_the_states_allow_may_follow(state: CallState) -> None:
    call = IN_STATE[state]
    for name, act in ACTS.items():
        wanted = MAY_FOLLOW.get((state, name))
        if wanted is not None:
            assert act(call).state is wanted
        else:
            with pytest.raises(CallStateWrong) as caught:
                act(call)
            assert caught.value.facts == {"state": state}
    assert call.open is (state in OPEN)


@pytest.mark.parametrize("state", CallState)
def test_work_with_a_call_is_for_who_has_it_and_while_it_is_open(state: CallState) -> None:
    call = IN_STATE[state]
    if state not in OPEN:
        with pytest.raises(CallStateWrong) as wrong:
            call.must_be_of(NURSE)
        assert wrong.value.facts == {"state": state}
        return
    call.must_be_of(NURSE)
    with pytest.raises(CallOfAnother) as anothers:
        call.must_be_of(ID)
    assert anothers.value.facts == {"id": ID}


@pytest.mark.parametrize("reason", EndReason)
def test_the_line_goes_down_before_the_answer_or_after_it(reason: EndReason) -> None:
    before = RINGING.ended(NOON, reason)
    assert before.state is (CallState.ABANDONED if reason in GAVE_UP else CallState.PASSED_ON)
    assert before.ended_at == before.closed_at == NOON
    for state in (CallState.TALKING, CallState.HELD):
        assert IN_STATE[state].ended(NOON, reason).state is CallState.WRAP_UP
    for state in OVER | {CallState.WRAP_UP}:
        with pytest.raises(CallStateWrong):
            IN_STATE[state].ended(NOON, reason)


def test_a_call_that_is_closed_on_the_line_ends_at_the_same_instant() -> None:
    later = NOON + timedelta(minutes=5)
    assert TALKING.closed(later, "INFO").ended_at == later
    wrap_up = IN_STATE[CallState.WRAP_UP]
    assert wrap_up.closed(later, "INFO").ended_at == wrap_up.ended_at == NOON
    for nothing in (None, ""):
        with pytest.raises(CallNeedsOutcome) as caught:
            wrap_up.closed(later, nothing)
        assert caught.value.facts == {"id": ID}


def test_the_wait_is_counted_from_the_queue_to_the_answer_or_the_hang_up() -> None:
    queued = replace(RINGING, queued_at=NOON - timedelta(seconds=40))
    assert queued.waited == timedelta()
    at = NOON + timedelta(seconds=3)
    answered = queued.answered(at, NURSE)
    assert answered.waited == queued.ended(at, EndReason.ABANDONED).waited == timedelta(seconds=43)
    talked = answered.ended(at + timedelta(minutes=9), EndReason.CALLER)
    assert talked.waited == timedelta(seconds=43)


def test_a_hidden_number_lasts_as_long_as_the_call() -> None:
    hidden = TALKING.hiding_number()
    assert (hidden.number, hidden.keyed_id) == (NUMBER, KEYED)
    assert hidden.without_number().number is None
    assert TALKING.without_number() == TALKING
    over = (
        hidden.closed(NOON, "INFO"),
        TALKING.closed(NOON, "INFO").hiding_number(),
        RINGING.hiding_number().ended(NOON, EndReason.ABANDONED),
    )
    assert {(call.number, call.keyed_id) for call in over} == {(None, None)}


def test_the_wrap_up_keeps_the_operator_and_never_the_call() -> None:
    later = NOON + timedelta(seconds=50)
    call = TALKING.ended(NOON, EndReason.CALLER, 120)
    assert call.wrap_up_left(later) == timedelta(seconds=70)
    assert call.wrap_up_extended(later, 60).wrap_up_left(later) == timedelta(seconds=130)
    over = call.wrap_up_over(later)
    assert (over.wrap_up_left(later), over.state) == (timedelta(), CallState.WRAP_UP)
    assert over.wrap_up_over(later + timedelta(hours=1)) is over
    assert over.wrap_up_extended(later, 60).wrap_up_left(later) == timedelta(seconds=60)
    assert call.closed(later, "INFO").wrap_up_left(later) == timedelta()
    assert call.passed_to(UUID(int=3)).wrap_up_left(later) == timedelta()
    for wrong in (-1, LONGEST_WRAP_UP + 1):
        with pytest.raises(WrapUpOutside):
            TALKING.ended(NOON, EndReason.CALLER, wrong)
    with pytest.raises(WrapUpOutside):
        call.wrap_up_extended(NOON, LONGEST_WRAP_UP)


def test_a_call_tells_no_log_whose_it_is() -> None:
    told = repr(replace(RINGING, called="+46701740606"))
    assert not [secret for secret in (NUMBER, KEYED, "+46701740606") if secret in told]


class AnyCall(RuleBasedStateMachine):
    """Whatever is done to a call, allowed or not, what it says stays true."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NOON
        self.call = RINGING
        self.was_over: Call | None = None

    def attempt(self, act: Callable[[Call], Call]) -> None:
        try:
            self.call = act(self.call)
        except (CallStateWrong, CallNeedsOutcome):
            return

    @rule(seconds=st.integers(0, 10_000))
    def time_passes(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(by=st.sampled_from((NURSE, UUID(int=3))))
    def answer(self, by: UUID) -> None:
        self.attempt(lambda call: call.answered(self.now, by))

    @rule()
    def hold(self) -> None:
        self.attempt(lambda call: call.held(self.now))

    @rule()
    def resume(self) -> None:
        self.attempt(lambda call: call.resumed(self.now))

    @rule(reason=st.sampled_from(EndReason))
    def end(self, reason: EndReason) -> None:
        self.attempt(lambda call: call.ended(self.now, reason))

    @rule(outcome=st.sampled_from((None, "", "INFO", "SOS112")))
    def close(self, outcome: str | None) -> None:
        self.attempt(lambda call: call.closed(self.now, outcome))

    @precondition(lambda self: self.call.state in OVER)
    @rule()
    def it_is_over(self) -> None:
        self.was_over = self.was_over or self.call

    @invariant()
    def it_is_the_same_call(self) -> None:
        call = self.call
        assert (call.id, call.channel, call.rang_at, call.number) == (
            ID, Channel.LINE, NOON, NUMBER,
        )  # fmt: skip

    @invariant()
    def times_are_in_order_and_there_when_they_must_be(self) -> None:
        call = self.call
        known = [t for t in (call.rang_at, call.answered_at, call.ended_at, call.closed_at) if t]
        assert known == sorted(known)
        assert (call.answered_at is None) == (call.operator_id is None)
        assert (call.closed_at is not None) == (call.state in OVER)
        assert (call.outcome is not None) == (call.state is CallState.DONE)
        assert (call.ended_at is not None) == (call.state in OVER | {CallState.WRAP_UP})
        assert call.open == (call.answered_at is not None and call.closed_at is None)
        assert call.waited >= timedelta()

    @invariant()
    def what_is_over_stays_as_it_was(self) -> None:
        assert self.was_over in (None, self.call)


TestAnyCall = AnyCall.TestCase
