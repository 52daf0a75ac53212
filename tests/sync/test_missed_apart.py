"""A missed call is seen to at two desks at once: both have done right, and the first is told."""

from __future__ import annotations

from uuid import UUID

from kundcenter.domain.feed import Verdict
from kundcenter.domain.lines import EndReason
from kundcenter.services.calls import Ring
from tests.ground import NUMBER
from tests.sync.ground import Side
from tests.sync.test_two_at_once import Three, agree, both


def missed(side: Side, line: str) -> UUID:
    call = side.desk.calls.ring(Ring(line, number=NUMBER)).the("call")
    side.desk.calls.end(call, EndReason.ABANDONED)
    return call


def listed(side: Side) -> list[UUID]:
    return [call.id for call in side.desk.calls.missed()]


def test_who_marks_what_is_marked_is_not_refused_and_changes_nothing(three: Three) -> None:
    centre, one, other = three
    both(three)
    first, second = missed(one, "line-1"), missed(one, "line-2")
    agree(three)
    assert listed(other) == [second, first]
    one.desk.calls.mark_handled((first,))
    centre.clock.pass_time(minutes=1)
    other.desk.calls.mark_handled((first, second))
    anna, bo = (side.desk.seat.actor.operator_id for side in (one, other))
    agree(three)
    for side in (one, other):
        calls = side.desk.calls
        assert (calls.get(first).handled_by, calls.get(second).handled_by) == (anna, bo)
        assert listed(side) == []
    assert set(centre.central.counts()) == {Verdict.APPLIED}


def test_a_call_that_is_answered_at_another_desk_is_missed_at_none(three: Three) -> None:
    _, one, other = three
    both(three)
    rang_on = one.desk.calls.ring(Ring("line-1", number=NUMBER)).the("call")
    one.desk.calls.end(rang_on, EndReason.ELSEWHERE)
    there = other.desk.calls.ring(Ring("line-1", number=NUMBER)).the("call")
    assert listed(one) == [rang_on]
    other.desk.calls.answer(there)
    agree(three)
    assert listed(one) == listed(other) == []
