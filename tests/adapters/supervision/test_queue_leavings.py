"""What a desk tells of callers who left a queue, and of which queues."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kundcenter.adapters.exchange_simulator.callers import Caller
from kundcenter.adapters.exchange_simulator.calls import RING_SECONDS
from kundcenter.adapters.exchange_simulator.exchange import Exchange
from kundcenter.adapters.exchange_simulator.options import ExchangeOptions, build
from kundcenter.adapters.telephony.ami import AmiLine
from kundcenter.adapters.telephony.frames import Frame
from kundcenter.adapters.telephony.leavings import MOST_SERVED, MOST_TOLD, Leavings
from kundcenter.domain.calendar import local
from kundcenter.domain.lines import CallerLeft, EndReason, HungUp, LineUp, Rang
from tests.adapters.telephony.heard import listening
from tests.adapters.telephony.simulated import QUICK, exchange
from tests.adapters.telephony.switching import CALLER, house
from tests.adapters.telephony.told import CALL, event

OURS, OTHERS = "PJSIP/201", "PJSIP/202"


def left(queue: str = "1177", waited: str = "75", **more: str) -> Frame:
    return event("QueueCallerAbandon", Queue=queue, Linkedid=CALL, HoldTime=waited, **more)


def serving(*queues: str) -> Leavings:
    return Leavings("201", queues)


def test_a_caller_who_gives_up_is_told_with_the_whole_seconds_that_all_desks_hear() -> None:
    assert serving("1177").received(left(), 10.0) == [
        CallerLeft(CALL, "1177", timedelta(seconds=75))
    ]


@pytest.mark.parametrize("waited", ["", "-1", "1.5", "9999999", "soon"])
def test_a_time_that_is_none_counts_as_nothing(waited: str) -> None:
    (told,) = serving("1177").received(left(waited=waited), 10.0)
    assert told == CallerLeft(CALL, "1177", timedelta())


def test_the_number_of_the_caller_is_not_told() -> None:
    (told,) = serving("1177").received(left(CallerIDNum=CALLER, CallerIDName="Åsa"), 10.0)
    assert CALLER not in repr(told)
    assert "Åsa" not in repr(told)


def test_a_queue_may_have_another_name_than_the_exchange_gives_it() -> None:
    named = left("kc-7", ChanVariable="KUNDCENTER_QUEUE=1177")
    (told,) = serving("kc-7").received(named, 10.0)
    assert told == CallerLeft(CALL, "1177", timedelta(seconds=75))


def test_queues_that_this_telephone_does_not_serve_are_not_told() -> None:
    leavings = serving()
    assert leavings.received(left(), 10.0) == []
    leavings.received(event("AgentCalled", Queue="1177", Interface=OTHERS), 10.0)
    leavings.received(event("AgentCalled", Queue="1177", Interface="PJSIP/2011"), 10.0)
    assert leavings.received(left(), 10.0) == []


@pytest.mark.parametrize(
    "name", ["AgentCalled", "QueueMemberStatus", "QueueMemberPause", "QueueMemberAdded"]
)
def test_what_the_exchange_says_of_our_telephone_names_the_queues(name: str) -> None:
    leavings = serving()
    assert leavings.received(event(name, Queue="1177", Interface=OURS), 10.0) == []
    assert len(leavings.received(left(), 10.0)) == 1
    assert leavings.received(left("vaxel"), 10.0) == []
    leavings.received(event("QueueMemberRemoved", Queue="1177", Interface=OURS), 11.0)
    assert leavings.received(left(), 11.0) == []


def test_a_member_by_way_of_the_dial_plan_is_ours_by_the_telephone_whose_state_counts() -> None:
    leavings = serving()
    way = event(
        "QueueMemberStatus", Queue="1177", Interface="Local/201@desks/n", StateInterface=OURS
    )
    leavings.received(way, 10.0)
    assert len(leavings.received(left(), 10.0)) == 1


def test_a_flood_is_not_passed_on() -> None:
    leavings = serving("1177")
    told = [leavings.received(left(), 10.0 + n / 10_000) for n in range(3 * MOST_TOLD)]
    assert sum(map(len, told)) == MOST_TOLD
    assert len(leavings.received(left(), 12.0)) == 1


def test_all_who_wait_are_told_of_when_a_trunk_breaks() -> None:
    leavings = serving("1177")
    gone = [event("QueueCallerAbandon", Queue="1177", Linkedid=f"17.{n}") for n in range(300)]
    told = [each for frame in gone for each in leavings.received(frame, 10.0)]
    assert len({each.line_call for each in told if isinstance(each, CallerLeft)}) == 300


def test_an_answer_at_a_telephone_of_a_queue_that_is_not_served_is_not_told() -> None:
    connected = event("AgentConnect", Queue="1177", Linkedid=CALL, HoldTime="9", Interface=OTHERS)
    assert serving().received(connected, 10.0) == []
    assert serving("1177").received(connected, 10.0) == [
        CallerLeft(CALL, "1177", timedelta(seconds=9), reached=True)
    ]


def test_an_exchange_cannot_name_queues_without_end() -> None:
    leavings = serving()
    for n in range(MOST_SERVED + 5):
        leavings.received(event("AgentCalled", Queue=f"q{n}", Interface=OURS), 10.0)
    assert len(leavings.received(left(f"q{MOST_SERVED - 1}"), 10.0)) == 1
    assert leavings.received(left(f"q{MOST_SERVED}"), 10.0) == []


# -- the simulated exchange tells the same ---------------------------------------------------------


def quiet(*desks: tuple[str, str]) -> Exchange:
    clock = local(datetime(2026, 11, 23, 7, 0, tzinfo=UTC))
    return build(
        ExchangeOptions(clock=clock, desks=desks, arrivals=False, colleagues=0, wrap_up=0.0)
    )


def heard(switch: Exchange, leavings: Leavings, seconds: float) -> list[CallerLeft]:
    switch.advance(switch.now + seconds)
    told = [
        each
        for frame in switch.take_events()
        for each in leavings.received(Frame(frame.fields), switch.now)
    ]
    assert all(isinstance(each, CallerLeft) for each in told)
    return [each for each in told if isinstance(each, CallerLeft)]


def caller(patience: float, queue: str = "1177") -> Caller:
    return Caller(queue, queue, CALLER, None, patience=patience, talk=60.0)


@pytest.mark.parametrize("patience", [3.0, RING_SECONDS + 2.0])
def test_a_caller_who_leaves_while_it_rings_or_between_is_told_once(patience: float) -> None:
    switch, leavings = quiet(("201", "1177")), serving()
    switch.arrive(caller(patience))
    assert heard(switch, leavings, patience - 1.0) == []
    (told,) = heard(switch, leavings, 2.0)
    assert (told.queue, told.waited) == ("1177", timedelta(seconds=patience))


def test_who_was_answered_here_has_not_left_the_queue_and_elsewhere_was_reached() -> None:
    switch, leavings = quiet(("201", "1177")), serving("1177")
    colleague = Leavings("202", ("1177",))
    switch.arrive(caller(600.0))
    switch.advance(1.0)
    (leg,) = [each for each in switch.channels() if each.name.startswith("PJSIP/201")]
    switch.talk(leg.name)
    switch.advance(switch.now + 120.0)
    frames = [Frame(frame.fields) for frame in switch.take_events()]
    assert [told for each in frames for told in leavings.received(each, switch.now)] == []
    (told,) = [told for each in frames for told in colleague.received(each, switch.now)]
    assert isinstance(told, CallerLeft)
    assert (told.queue, told.waited, told.reached) == ("1177", timedelta(seconds=1), True)
    assert switch.channels() == []


@pytest.mark.loopback
def test_two_desks_are_told_the_same_of_a_caller_whom_neither_answered() -> None:
    with house("201:1177", "202:1177", options=("--speed", "20")) as there:
        there.control.ring(CALLER, patience=40.0)
        told = [desk.heard.later(CallerLeft) for desk in there.desks]
        assert told[0] == told[1]
        assert told[0].queue == "1177"
        assert told[0].waited == timedelta(seconds=40)


@pytest.mark.loopback
def test_the_desk_where_it_rang_hears_both() -> None:
    with house("201:1177") as there:
        (desk,) = there.desks
        there.control.ring(CALLER, patience=0.3)
        call = desk.heard.next(Rang).line_call
        assert desk.heard.next(HungUp) == HungUp(call, EndReason.ABANDONED)
        assert desk.heard.later(CallerLeft).line_call == call


@pytest.mark.loopback
def test_the_queues_of_the_settings_are_served_before_anything_has_rung() -> None:
    with exchange("--extension", "201:1177", "--extension", "202:vaxel") as simulated:
        settings = replace(simulated.settings("201"), queues=("vaxel",))
        line = AmiLine(settings, simulated.secret, pace=QUICK)
        with listening(line) as told, simulated.control() as control:
            told.next(LineUp)
            control.ring(CALLER, queue="vaxel", patience=0.2)
            assert told.later(CallerLeft).queue == "vaxel"
