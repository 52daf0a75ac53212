"""Calls that nobody answered: listed once, marked once, by whoever works calls."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from kundcenter.domain.calls import CallNotFound, CallState, CallStateWrong
from kundcenter.domain.lines import EndReason
from kundcenter.domain.switchboard.missed import once_each
from kundcenter.services.calls import Ring
from tests.ground import NUMBER, Ground


def missed(ground: Ground, line: str = "line-1", reason: EndReason = EndReason.ABANDONED) -> UUID:
    call = ground.desk.calls.ring(Ring(line, number=NUMBER)).the("call")
    ground.clock.pass_time(seconds=20)
    ground.desk.calls.end(call, reason)
    return call


def listed(ground: Ground) -> list[UUID]:
    return [call.id for call in ground.desk.calls.missed()]


def test_who_gave_up_and_who_rang_on_are_missed_the_newest_first(ground: Ground) -> None:
    ground.nurse()
    gave_up, rang_on = missed(ground), missed(ground, "line-2", EndReason.NO_ANSWER)
    answered = ground.desk.calls.ring(Ring("line-3")).the("call")
    ground.desk.calls.answer(answered)
    ringing = ground.desk.calls.ring(Ring("line-4")).the("call")
    assert listed(ground) == [rang_on, gave_up]
    assert not {answered, ringing} & set(listed(ground))


def test_what_rang_again_is_there_once_and_not_at_all_when_answered(ground: Ground) -> None:
    ground.nurse()
    first = missed(ground, reason=EndReason.NO_ANSWER)
    again = missed(ground, reason=EndReason.NO_ANSWER)
    other = missed(ground, "line-2")
    told = once_each(ground.desk.calls.missed())
    assert [(each.call.id, each.call_ids) for each in told] == [
        (other, (other,)),
        (again, (again, first)),
    ]
    ground.desk.calls.mark_handled(told[0].call_ids)
    third = ground.desk.calls.ring(Ring("line-1", number=NUMBER)).the("call")
    ground.desk.calls.answer(third)
    assert listed(ground) == []


def test_a_call_of_long_ago_is_no_longer_listed(ground: Ground) -> None:
    ground.nurse()
    call = missed(ground)
    ground.clock.pass_time(days=2, hours=23)
    assert listed(ground) == [call]
    ground.clock.pass_time(hours=2)
    assert listed(ground) == []


def test_whoever_marks_it_is_told_and_stays_told(ground: Ground) -> None:
    nurse = ground.nurse()
    first, second = missed(ground), missed(ground, "line-2")
    changes = ground.desk.calls.mark_handled((first, second))
    assert set(changes.of("call")) == {first, second}
    call = ground.desk.calls.get(first)
    at = call.handled_at
    assert at is not None and (call.handled_by, call.state) == (nurse, CallState.ABANDONED)
    assert listed(ground) == []
    ground.clock.pass_time(minutes=5)
    assert not ground.desk.calls.mark_handled((first,))
    assert ground.desk.calls.get(first).handled_at == at


def test_the_same_call_named_twice_is_marked_once(ground: Ground) -> None:
    ground.nurse()
    call = missed(ground)
    assert set(ground.desk.calls.mark_handled((call, call)).of("call")) == {call}
    assert listed(ground) == []


def test_only_a_missed_call_can_be_marked_and_all_or_none_is(ground: Ground) -> None:
    ground.nurse()
    call = missed(ground)
    answered = ground.desk.calls.register(NUMBER).the("call")
    facts = ground.refuses(CallStateWrong, ground.desk.calls.mark_handled, (call, answered))
    assert facts["state"] is CallState.TALKING
    assert listed(ground) == [call]
    ground.refuses(CallNotFound, ground.desk.calls.mark_handled, (UUID(int=9),))


def test_nothing_to_mark_is_no_fault(ground: Ground) -> None:
    ground.nurse()
    assert not ground.desk.calls.mark_handled(())


def test_the_list_has_no_more_than_is_asked_for(ground: Ground) -> None:
    ground.nurse()
    calls = [missed(ground, f"line-{n}") for n in range(4)]
    assert [call.id for call in ground.desk.calls.missed(2)] == calls[:1:-1]
    assert ground.desk.calls.missed()[0].waited >= timedelta(seconds=20)
