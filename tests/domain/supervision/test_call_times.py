"""How long a caller was parked, and a call worked on after it (DOMAIN §13.1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from kundcenter.domain.calls import Call, Channel
from kundcenter.domain.lines import EndReason

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
NURSE = UUID(int=2)
NOTHING = timedelta()


def s(seconds: float) -> timedelta:
    return timedelta(seconds=seconds)


def talking() -> Call:
    return Call(UUID(int=1), Channel.LINE, NOON, NOON).answered(NOON + s(10), NURSE)


def test_parking_is_counted_in_all() -> None:
    call = talking().held(NOON + s(20)).resumed(NOON + s(25)).held(NOON + s(40))
    assert (call.held_ms, call.held_since) == (5_000, NOON + s(40))
    over = call.ended(NOON + s(70), EndReason.CALLER)
    assert (over.held_ms, over.held_since) == (35_000, None)
    assert over.parked == s(35)


def test_a_call_that_is_closed_while_it_is_parked_counts_the_parking() -> None:
    done = talking().held(NOON + s(20)).closed(NOON + s(50), "INFO")
    assert done.parked == s(30)


def test_while_it_goes_on_only_what_is_over_counts() -> None:
    call = talking().held(NOON + s(20)).resumed(NOON + s(25))
    assert (call.parked, call.wrapped_for) == (s(5), NOTHING)


def test_a_clock_that_is_set_back_makes_no_time_less_than_nothing() -> None:
    call = talking().held(NOON + s(20)).resumed(NOON + s(12))
    assert call.held_ms == 0
    over = replace(call, held_ms=99_000).ended(NOON + s(30), EndReason.CALLER)
    assert over.parked == s(20)  # never more than the talk
    assert replace(call, held_ms=9).ended(NOON, EndReason.CALLER).parked == NOTHING


def test_a_call_from_before_parking_was_counted_has_none() -> None:
    over = replace(talking().held(NOON + s(20)), held_since=None).resumed(NOON + s(25))
    assert over.ended(NOON + s(30), EndReason.CALLER).parked == NOTHING


def test_the_work_after_a_talk_lasts_until_the_operator_is_ready() -> None:
    ended = talking().ended(NOON + s(100), EndReason.CALLER, 120)
    assert ended.wrapped_for == s(120)
    assert ended.wrap_up_over(NOON + s(130)).wrapped_for == s(30)
    assert ended.wrap_up_extended(NOON + s(200), 60).wrapped_for == s(180)
    assert ended.closed(NOON + s(110), "INFO").wrapped_for == s(10)  # closed, and rung at once
    assert ended.closed(NOON + s(900), "INFO").wrapped_for == s(120)  # rung meanwhile
    assert ended.closed(NOON, "INFO").wrapped_for == NOTHING  # the clock was set back
    assert ended.passed_to(UUID(int=3)).wrapped_for == NOTHING


def test_nobody_works_on_after_their_next_answer() -> None:
    ended = talking().ended(NOON + s(100), EndReason.CALLER, 120)
    assert ended.wrapped_before(None) == s(120)
    assert ended.wrapped_before(NOON + s(150)) == s(50)
    assert ended.wrapped_before(NOON + s(900)) == s(120)
    assert ended.wrapped_before(NOON + s(90)) == NOTHING


def test_a_call_that_nobody_answered_has_no_times_of_work() -> None:
    left = Call(UUID(int=1), Channel.LINE, NOON, NOON).ended(NOON + s(9), EndReason.ABANDONED, 120)
    assert (left.parked, left.wrapped_for) == (NOTHING, NOTHING)
