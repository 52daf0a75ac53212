"""The simulated exchange in its own time: queues, telephones and what it tells."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kundcenter.adapters.exchange_simulator.callers import Caller
from kundcenter.adapters.exchange_simulator.calls import RING_SECONDS, NoSuchChannel
from kundcenter.adapters.exchange_simulator.exchange import MOST_CALLS, RETRY_SECONDS, Exchange
from kundcenter.adapters.exchange_simulator.options import ExchangeOptions, build
from kundcenter.adapters.telephony.desk_calls import DeskCalls
from kundcenter.adapters.telephony.frames import Frame, serialise
from kundcenter.domain.calendar import local
from kundcenter.domain.lines import (
    Answered,
    EndReason,
    Held,
    HungUp,
    LineEvent,
    Rang,
    Resumed,
)

MONDAY = local(datetime(2026, 11, 23, 7, 0, tzinfo=UTC))


def quiet(*desks: tuple[str, str], wrap_up: float = 0.0, colleagues: int = 0) -> Exchange:
    """An exchange where only the test lets calls arrive."""
    return build(
        ExchangeOptions(
            clock=MONDAY,
            desks=desks or (("201", "1177"),),
            arrivals=False,
            colleagues=colleagues,
            wrap_up=wrap_up,
        )
    )


def caller(queue: str = "1177", patience: float = 600.0, talk: float = 60.0) -> Caller:
    return Caller(
        queue=queue,
        called="1177",
        number="0701740605",
        keyed_id="191212121212",
        patience=patience,
        talk=talk,
    )


class Desk:
    """What the real adapter makes of the exchange's events for one extension."""

    def __init__(self, exchange: Exchange, extension: str = "201") -> None:
        self.exchange = exchange
        self.calls = DeskCalls(extension)

    def after(self, seconds: float = 0.0) -> list[LineEvent]:
        self.exchange.advance(self.exchange.now + seconds)
        return [
            heard
            for told in self.exchange.take_events()
            for heard in self.calls.received(Frame(told.fields), self.exchange.now)
        ]


def test_a_call_from_ring_to_the_callers_good_bye() -> None:
    exchange = quiet()
    desk = Desk(exchange)
    exchange.arrive(caller(talk=60.0))
    (rang,) = desk.after()
    assert isinstance(rang, Rang)
    assert (rang.number, rang.queue, rang.keyed_id) == ("0701740605", "1177", "191212121212")
    channel = desk.calls.channel_of(rang.line_call)
    exchange.talk(channel)
    assert desk.after() == [Answered(rang.line_call)]
    exchange.hold(channel)
    exchange.hold(channel)
    exchange.talk(channel)
    assert desk.after() == [Held(rang.line_call), Resumed(rang.line_call)]
    assert desk.after(59.0) == []
    assert desk.after(1.0) == [HungUp(rang.line_call, EndReason.CALLER)]
    assert exchange.channels() == []


def test_nobody_answers_and_it_rings_again_until_the_caller_gives_up() -> None:
    exchange = quiet()
    desk = Desk(exchange)
    exchange.arrive(caller(patience=30.0))
    events = desk.after(RING_SECONDS + RETRY_SECONDS)
    assert [type(event) for event in events] == [Rang, HungUp, Rang]
    assert isinstance(events[1], HungUp)
    assert events[1].reason is EndReason.NO_ANSWER
    (ended,) = desk.after(60.0)
    assert isinstance(ended, HungUp)
    assert ended.reason is EndReason.ABANDONED
    assert exchange.channels() == []


def test_the_operator_hangs_up_or_sends_the_call_back() -> None:
    exchange = quiet()
    desk = Desk(exchange)
    exchange.arrive(caller())
    (rang,) = desk.after()
    assert isinstance(rang, Rang)
    exchange.hang_up(desk.calls.channel_of(rang.line_call, ending=True))
    assert desk.after() == [HungUp(rang.line_call, EndReason.OPERATOR)]
    (again,) = desk.after(RETRY_SECONDS)
    assert isinstance(again, Rang)
    assert again.line_call == rang.line_call
    exchange.talk(desk.calls.channel_of(again.line_call))
    exchange.hang_up(desk.calls.channel_of(again.line_call, ending=True))
    assert desk.after()[1:] == [HungUp(rang.line_call, EndReason.OPERATOR)]
    assert exchange.channels() == []


def test_every_ring_has_its_full_time() -> None:
    exchange = quiet()
    desk = Desk(exchange)
    exchange.arrive(caller())
    (rang,) = desk.after(5.0)
    assert isinstance(rang, Rang)
    exchange.hang_up(desk.calls.channel_of(rang.line_call))
    sent_back, again = desk.after(RETRY_SECONDS)
    assert isinstance(sent_back, HungUp)
    assert isinstance(again, Rang)
    assert desk.after(RING_SECONDS - 0.1) == []
    (ended,) = desk.after(0.1)
    assert isinstance(ended, HungUp)
    assert ended.reason is EndReason.NO_ANSWER


def test_the_caller_can_be_made_to_hang_up() -> None:
    exchange = quiet()
    desk = Desk(exchange)
    exchange.arrive(caller())
    (rang,) = desk.after()
    exchange.hang_up(exchange.channels()[0].name)
    assert isinstance(rang, Rang)
    assert desk.after() == [HungUp(rang.line_call, EndReason.ABANDONED)]


def test_a_busy_telephone_is_left_in_peace_until_its_wrap_up_is_over() -> None:
    exchange = quiet(wrap_up=40.0)
    desk = Desk(exchange)
    exchange.arrive(caller(talk=10.0))
    exchange.arrive(caller())
    (first,) = desk.after()
    assert isinstance(first, Rang)
    exchange.talk(desk.calls.channel_of(first.line_call))
    assert [type(event) for event in desk.after(49.0)] == [Answered, HungUp]
    (second,) = desk.after(1.0)
    assert isinstance(second, Rang)
    assert second.line_call != first.line_call
    assert second.waited == timedelta(seconds=50)


def test_a_queue_rings_only_at_its_own_desks() -> None:
    exchange = quiet(("201", "1177"), ("202", "vaxel"))
    telephonist = Desk(exchange, "202")
    exchange.arrive(caller("1177"))
    assert telephonist.after() == []
    exchange.arrive(caller("vaxel"))
    assert [type(event) for event in telephonist.after()] == [Rang]


def test_the_desk_that_has_waited_longest_is_rung() -> None:
    exchange = quiet(("201", "1177"), ("202", "1177"))
    rung: list[str] = []
    for _ in range(4):
        exchange.arrive(caller(talk=1.0))
        leg = exchange.channels()[-1].name
        rung.append(leg[6:9])
        exchange.talk(leg)
        exchange.advance(exchange.now + 2.0)
    assert rung == ["201", "202", "201", "202"]


def test_colleagues_take_their_share_and_their_calls_are_not_ours() -> None:
    exchange = quiet(colleagues=3)
    desk = Desk(exchange)
    for _ in range(4):
        exchange.arrive(caller(talk=30.0))
    assert [type(event) for event in desk.after(10.0)] == [Rang]
    talking = [channel for channel in exchange.channels() if channel.bridge]
    assert len(talking) == 6


def test_a_flooded_exchange_gives_the_busy_tone() -> None:
    exchange = quiet()
    for _ in range(MOST_CALLS + 20):
        exchange.arrive(caller())
    assert len(exchange.channels()) == MOST_CALLS + 1


@pytest.mark.parametrize("act", ["talk", "hold", "hang_up"])
def test_an_act_on_a_channel_that_is_not_there(act: str) -> None:
    with pytest.raises(NoSuchChannel):
        getattr(quiet(), act)("PJSIP/201-00000001")


def played(seed: int, hours: float = 3.0) -> list[bytes]:
    exchange = build(ExchangeOptions(clock=MONDAY, seed=seed))
    exchange.advance(hours * 3600)
    return [serialise(told.fields) for told in exchange.take_events()]


def test_the_same_seed_plays_the_same_day_to_the_letter() -> None:
    assert played(11) == played(11)
    assert played(11) != played(12)


def test_small_steps_in_time_and_large_ones_play_the_same_day() -> None:
    exchange = build(ExchangeOptions(clock=MONDAY, seed=11))
    told: list[bytes] = []
    for step in range(3 * 60):
        exchange.advance((step + 1) * 60.0)
        told += [serialise(event.fields) for event in exchange.take_events()]
    assert told == played(11)


def test_a_weekday_goes_as_a_weekday_does() -> None:
    """Colleagues follow the curve, so most calls are answered though nobody sits at the desk."""
    exchange = build(ExchangeOptions(clock=MONDAY, seed=5))
    exchange.advance(10 * 3600.0)
    told = [Frame(event.fields) for event in exchange.take_events()]
    counts = Counter(frame.get("Event") for frame in told)
    offered, answered = counts["QueueCallerJoin"], counts["AgentConnect"]
    abandoned = counts["QueueCallerAbandon"]
    assert 200 < offered < 400
    assert 0.8 < answered / offered < 0.99
    assert 0.01 < abandoned / offered < 0.2
    assert counts["AgentRingNoAnswer"] > 50, "the desk's own telephone rings unheard"
    waits = [int(frame.get("HoldTime")) for frame in told if frame.get("Event") == "AgentConnect"]
    assert 1 <= sum(waits) / len(waits) < 240


ACTS = st.lists(
    st.tuples(st.sampled_from(["arrive", "talk", "hold", "hang_up", "wait"]), st.integers(0, 50)),
    max_size=80,
)


@settings(max_examples=60)
@given(ACTS, st.integers(0, 1000))
def test_whatever_is_asked_every_call_ends_and_nothing_is_left(
    acts: list[tuple[str, int]], seed: int
) -> None:
    exchange = quiet(("201", "1177"), ("202", "1177"), colleagues=1)
    chance = random.Random(seed)
    lives: Counter[str] = Counter()
    for act, number in acts:
        if act == "arrive":
            exchange.arrive(caller(patience=number, talk=number))
        elif act == "wait":
            exchange.advance(exchange.now + number)
        else:
            channels = exchange.channels()
            try:
                getattr(exchange, act)(chance.choice(channels).name if channels else "nobody")
            except NoSuchChannel:
                continue
    exchange.advance(exchange.now + 10_000)
    for told in exchange.take_events():
        frame = Frame(told.fields)
        lives["begun"] += frame.get("Event") == "Newchannel"
        lives["ended"] += frame.get("Event") == "Hangup"
    assert exchange.channels() == []
    assert lives["begun"] == lives["ended"]
