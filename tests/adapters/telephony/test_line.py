"""The line to a simulated exchange in a process of its own, over loopback."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from kundcenter.adapters.exchange_simulator.process import SimulatedExchange
from kundcenter.adapters.telephony.ami import AmiLine
from kundcenter.adapters.telephony.desk_calls import MOST_RINGS
from kundcenter.adapters.telephony.no_line import NoLine
from kundcenter.adapters.telephony.pace import Pace
from kundcenter.domain.lines import (
    Answered,
    CallGone,
    DownReason,
    EndReason,
    ExchangeSettings,
    Held,
    HungUp,
    LineAway,
    LineDown,
    LineEvent,
    LineUp,
    PhoneByHand,
    Rang,
    Resumed,
)
from tests.adapters.telephony.heard import Heard, listening
from tests.adapters.telephony.simulated import QUICK, exchange

pytestmark = pytest.mark.loopback

NUMBER = "0701740605"
KEYED_ID = "191212121212"


@pytest.fixture(scope="module")
def shared_exchange() -> Iterator[SimulatedExchange]:
    with exchange() as simulated:
        yield simulated


@pytest.fixture
def running(shared_exchange: SimulatedExchange) -> Iterator[SimulatedExchange]:
    """One exchange for many tests; each leaves it without calls."""
    yield shared_exchange
    with shared_exchange.control() as control:
        for channel in control.channels():
            if channel.get("Uniqueid") == channel.get("Linkedid"):
                control.act("Hangup", ("Channel", channel.get("Channel")))


def line_to(simulated: SimulatedExchange, pace: Pace = QUICK) -> AmiLine:
    return AmiLine(simulated.settings(), simulated.secret, pace=pace)


def test_a_call_is_answered_held_taken_up_and_ended_by_the_operator(
    running: SimulatedExchange,
) -> None:
    line = line_to(running)
    with listening(line) as heard, running.control() as control:
        heard.next(LineUp)
        control.ring(NUMBER, keyed_id=KEYED_ID, name="Åsa")
        rang = heard.next(Rang)
        assert (rang.number, rang.called, rang.queue) == (NUMBER, "1177", "1177")
        assert (rang.name, rang.keyed_id) == ("Åsa", KEYED_ID)
        assert rang.waited is not None
        assert rang.waited < timedelta(seconds=1)
        line.answer(rang.line_call)
        assert heard.next(Answered) == Answered(rang.line_call)
        line.hold(rang.line_call)
        assert heard.next(Held) == Held(rang.line_call)
        line.resume(rang.line_call)
        assert heard.next(Resumed) == Resumed(rang.line_call)
        line.hang_up(rang.line_call)
        assert heard.next(HungUp) == HungUp(rang.line_call, EndReason.OPERATOR)
        with pytest.raises(CallGone):
            line.answer(rang.line_call)


def test_the_caller_ends_the_talk(running: SimulatedExchange) -> None:
    line = line_to(running)
    with listening(line) as heard, running.control() as control:
        heard.next(LineUp)
        control.ring(None, talk=0.1)
        rang = heard.next(Rang)
        assert (rang.number, rang.keyed_id) == (None, None)
        line.answer(rang.line_call)
        heard.next(Answered)
        assert heard.next(HungUp).reason is EndReason.CALLER


def test_the_handset_is_lifted_by_hand(running: SimulatedExchange) -> None:
    with listening(line_to(running)) as heard, running.control() as control:
        heard.next(LineUp)
        control.ring(NUMBER, talk=0.1)
        call = heard.next(Rang).line_call
        (_, leg) = control.channels()
        hand = (("Channel", leg.get("Channel")), ("Variable", "Event=talk"))
        control.act("PJSIPNotify", *hand)
        assert heard.next(Answered).line_call == call
        heard.next(HungUp)


def test_the_caller_gives_up_while_it_rings(running: SimulatedExchange) -> None:
    with listening(line_to(running)) as heard, running.control() as control:
        heard.next(LineUp)
        control.ring(NUMBER, patience=0.1)
        heard.next(Rang)
        assert heard.next(HungUp).reason is EndReason.ABANDONED


def test_a_wrong_secret_is_told_and_tried_again_with_patience(running: SimulatedExchange) -> None:
    wrong = AmiLine(running.settings(), "fel hemlighet", pace=QUICK)
    with listening(wrong) as heard:
        assert heard.next(LineDown).reason is DownReason.LOGIN_REFUSED
        with pytest.raises(LineAway):
            wrong.hang_up("1.1")
        assert heard.nothing(), "the same reason is told once"


def test_the_exchange_dies_in_the_middle_of_a_talk_and_comes_back() -> None:
    first = exchange()
    with first:
        line = line_to(first)
        with listening(line) as heard:
            heard.next(LineUp)
            with first.control() as control:
                control.ring(NUMBER)
                call = heard.next(Rang).line_call
                line.answer(call)
                heard.next(Answered)
            first.kill()
            assert heard.next(LineDown).reason in {DownReason.CLOSED, DownReason.UNREACHABLE}
            with pytest.raises(LineAway):
                line.hang_up(call)
            second = exchange("--port", str(first.port))
            second.secret = first.secret
            with second:
                heard.later(LineUp)
                assert heard.next(HungUp) == HungUp(call, EndReason.LOST)
                with second.control() as control:
                    control.ring(NUMBER)
                    assert heard.next(Rang).number == NUMBER


def test_a_desk_that_starts_in_the_middle_of_a_talk_learns_of_it(
    running: SimulatedExchange,
) -> None:
    before = line_to(running)
    with listening(before) as heard, running.control() as control:
        heard.next(LineUp)
        control.ring(NUMBER, keyed_id=KEYED_ID)
        call = heard.next(Rang).line_call
        before.answer(call)
        heard.next(Answered)
    after = line_to(running)
    with listening(after) as heard:
        heard.next(LineUp)
        rang = heard.next(Rang)
        assert (rang.line_call, rang.number, rang.keyed_id) == (call, NUMBER, KEYED_ID)
        assert rang.queue == "1177"
        heard.next(Answered)
        after.hang_up(call)
        heard.next(HungUp)


def test_two_hundred_rings_are_heard_in_order_and_soon(running: SimulatedExchange) -> None:
    line = line_to(running)
    delays: list[float] = []
    with listening(line) as heard, running.control() as control:
        heard.next(LineUp)
        for number in range(200):
            rung = time.monotonic()
            control.ring(f"07017406{5 + number % 95:02d}", talk=0.0)
            rang = heard.next(Rang)
            delays.append(time.monotonic() - rung)
            assert rang.number == f"07017406{5 + number % 95:02d}"
            line.answer(rang.line_call)
            heard.next(Answered)
            heard.next(HungUp)
            time.sleep(max(0.0, rung + 1.1 / MOST_RINGS - time.monotonic()))  # no flood
    assert sorted(delays)[100] < 0.1


@pytest.mark.logs("the listener of the line failed")
def test_a_listener_that_fails_does_not_make_the_desk_deaf(running: SimulatedExchange) -> None:
    told = Heard()

    def listener(event: LineEvent) -> None:
        told.told(event)
        if isinstance(event, LineUp):
            raise RuntimeError(NUMBER)

    line = line_to(running)
    line.start(listener)
    try:
        told.next(LineUp)
        with running.control() as control:
            control.ring(NUMBER, patience=0.1)
            told.next(Rang)
            told.next(HungUp)
    finally:
        line.stop()


@pytest.mark.logs("the listener of the line failed")
def test_the_log_knows_neither_numbers_nor_secrets(
    running: SimulatedExchange, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    def fails(event: LineEvent) -> None:
        told.told(event)
        raise ValueError(f"{event} {NUMBER}")

    told = Heard()
    line = line_to(running)
    line.start(fails)
    try:
        with running.control() as control:
            told.next(LineUp)
            control.ring(NUMBER, keyed_id=KEYED_ID, name="Åsa", patience=0.1)
            told.next(Rang)
            told.next(HungUp)
    finally:
        line.stop()
    said = caplog.text
    assert "ValueError" in said
    for secret in (NUMBER, KEYED_ID, "Åsa", running.secret):
        assert secret not in said


def test_a_phone_that_does_not_obey_is_left_alone(running: SimulatedExchange) -> None:
    settings = running.settings()
    by_hand = ExchangeSettings(
        host=settings.host, port=settings.port, user=settings.user, extension="201"
    )
    line = AmiLine(by_hand, running.secret, pace=QUICK)
    with listening(line) as heard, running.control() as control:
        heard.next(LineUp)
        control.ring(NUMBER)
        call = heard.next(Rang).line_call
        for act in (line.answer, line.hold, line.resume):
            with pytest.raises(PhoneByHand):
                act(call)
        control.act("Hangup", ("Channel", control.channels()[0].get("Channel")))
        heard.next(HungUp)


def test_after_stop_nothing_is_told_and_no_thread_is_left(running: SimulatedExchange) -> None:
    line = line_to(running)
    with listening(line) as heard:
        heard.next(LineUp)
        line.stop()
        line.stop()
        with running.control() as control:
            control.ring(NUMBER, patience=0.1)
        assert heard.nothing()
        with pytest.raises(LineAway):
            line.hang_up("1.1")
    assert "kundcenter-line" not in {thread.name for thread in threading.enumerate()}


def test_a_line_is_started_once(running: SimulatedExchange) -> None:
    line = line_to(running)
    with listening(line), pytest.raises(RuntimeError):
        line.start(lambda event: None)


def test_the_lines_own_thread_does_not_wait_for_itself(running: SimulatedExchange) -> None:
    refused: list[str] = []
    done = threading.Event()
    line = line_to(running)

    def listener(event: LineEvent) -> None:
        try:
            line.hang_up("1.1")
        except RuntimeError as error:
            refused.append(str(error))
        done.set()

    line.start(listener)
    assert done.wait(5)
    line.stop()
    assert len(refused) == 1


def test_manual_mode_is_a_line_that_never_rings() -> None:
    line = NoLine()
    heard = Heard()
    line.start(heard.told)
    for act in (line.answer, line.hang_up, line.hold, line.resume):
        with pytest.raises(LineAway):
            act("1.1")
    line.stop()
    assert heard.nothing(0.01)
