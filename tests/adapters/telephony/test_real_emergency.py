"""112 through a real Asterisk: sipp is the caller and 112, baresip our telephone.

Nothing here leaves loopback: the context that is dialled knows one endpoint, which is sipp.
Skipped where the programs are not installed; see `real_exchange` for where they are sought.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kundcenter.adapters.telephony.ami import AmiLine
from kundcenter.adapters.telephony.pace import Pace
from kundcenter.domain.lines import (
    Answered,
    EmergencyAnswered,
    EmergencyEnded,
    EmergencyFailed,
    EmergencyFailure,
    EndReason,
    ExchangeRefused,
    HungUp,
    LineDown,
    LineUp,
    Rang,
)
from tests.adapters.telephony.heard import Heard, listening
from tests.adapters.telephony.real_exchange import SECRET, RealExchange, find_programs
from tests.adapters.telephony.test_real_exchange import went_well

PROGRAMS = find_programs()
SOON = Pace(emergency=2.5)  # s of patience; the dial plan itself gives up after 6
SOS = "112@kc-112"
BUSY = {EmergencyFailure.BUSY, EmergencyFailure.REFUSED}
UNKNOWN = {EmergencyFailure.REFUSED, EmergencyFailure.OTHER}

pytestmark = [
    pytest.mark.loopback,
    pytest.mark.skipif(
        PROGRAMS is None,
        reason="asterisk, sipp or baresip is neither on PATH nor below KUNDCENTER_ASTERISK_ROOT",
    ),
]


@contextmanager
def running(home: Path) -> Iterator[RealExchange]:
    assert PROGRAMS is not None
    exchange = RealExchange(PROGRAMS, home)
    try:
        exchange.start()
        yield exchange
    finally:
        exchange.stop()


@pytest.fixture
def exchange(tmp_path: Path) -> Iterator[RealExchange]:
    """One for each test: one of them kills it."""
    with running(tmp_path) as made:
        yield made


def line_of(exchange: RealExchange, *, user: str = "desk", emergency: str = SOS) -> AmiLine:
    settings = exchange.settings("201", user=user, obeys=False, emergency=emergency)
    return AmiLine(settings, SECRET, pace=SOON)


def talk(exchange: RealExchange, heard: Heard) -> str:
    """A caller is on our telephone; the name of the call."""
    heard.next(LineUp)
    exchange.call("caller_listens", "1177")
    call = heard.next(Rang).line_call
    exchange.hand("accept")
    heard.next(Answered)
    return call


def channels_in_one_bridge(exchange: RealExchange) -> int:
    """The most channels that hear one another just now."""
    rows = exchange.asked("bridge show all").splitlines()[1:]
    return max((int(row.split()[1]) for row in rows if row.split()), default=0)


def test_112_joins_caller_and_desk_and_leaves_them_talking(exchange: RealExchange) -> None:
    sos = exchange.sos("sos_answers")
    line = line_of(exchange)
    with listening(line) as heard:
        call = talk(exchange, heard)
        line.call_emergency(call)
        assert heard.next(EmergencyAnswered) == EmergencyAnswered(call)
        assert channels_in_one_bridge(exchange) == 3
        assert heard.next(EmergencyEnded) == EmergencyEnded(call)
        assert went_well(sos)
        time.sleep(0.3)
        assert channels_in_one_bridge(exchange) == 2
        line.hang_up(call)
        assert heard.next(HungUp) == HungUp(call, EndReason.OPERATOR)


def test_without_a_caller_our_own_telephone_is_rung_and_joined(exchange: RealExchange) -> None:
    sos = exchange.sos("sos_answers")
    line = line_of(exchange)
    with listening(line) as heard:
        heard.next(LineUp)
        line.call_emergency(None)
        exchange.hand("accept")
        assert heard.later(EmergencyAnswered) == EmergencyAnswered(None)
        assert channels_in_one_bridge(exchange) == 2
        assert heard.later(EmergencyEnded) == EmergencyEnded(None)
        assert went_well(sos)


def test_engaged_is_told_at_once_and_the_caller_is_still_there(exchange: RealExchange) -> None:
    sos = exchange.sos("sos_busy")
    line = line_of(exchange)
    with listening(line) as heard:
        call = talk(exchange, heard)
        line.call_emergency(call)
        failed = heard.next(EmergencyFailed)
        # Why is as good as what Asterisk tells first: the dial's end, or that its request failed.
        assert (failed.line_call, failed.reason in BUSY) == (call, True)
        assert went_well(sos)
        assert channels_in_one_bridge(exchange) == 2
        assert heard.nothing()
        line.hang_up(call)
        assert heard.next(HungUp).reason is EndReason.OPERATOR


def test_nobody_answers_within_our_patience_and_the_caller_is_still_there(
    exchange: RealExchange,
) -> None:
    sos = exchange.sos("sos_rings")
    line = line_of(exchange)
    with listening(line) as heard:
        call = talk(exchange, heard)
        began = time.monotonic()
        line.call_emergency(call)
        assert heard.next(EmergencyFailed) == EmergencyFailed(call, EmergencyFailure.NO_ANSWER)
        assert 2.0 < time.monotonic() - began < 5.0
        assert channels_in_one_bridge(exchange) == 2
        assert went_well(sos)  # the exchange gives it up a little later: told once, not twice
        assert heard.nothing(0.5)
        line.hang_up(call)
        assert heard.next(HungUp).reason is EndReason.OPERATOR


def test_a_number_that_the_exchange_does_not_know_is_told(exchange: RealExchange) -> None:
    line = line_of(exchange, emergency="113@kc-112")
    with listening(line) as heard:
        call = talk(exchange, heard)
        line.call_emergency(call)
        failed = heard.next(EmergencyFailed)
        assert (failed.line_call, failed.reason in UNKNOWN) == (call, True)
        assert channels_in_one_bridge(exchange) == 2


def test_an_account_that_may_not_originate_is_told_so(exchange: RealExchange) -> None:
    line = line_of(exchange, user="no-112")
    with listening(line) as heard:
        call = talk(exchange, heard)
        with pytest.raises(ExchangeRefused):
            line.call_emergency(call)
        assert channels_in_one_bridge(exchange) == 2


def test_an_exchange_that_dies_while_it_dials_is_told_at_once(exchange: RealExchange) -> None:
    exchange.sos("sos_rings")
    line = line_of(exchange)
    with listening(line) as heard:
        call = talk(exchange, heard)
        line.call_emergency(call)
        time.sleep(0.5)
        exchange.die()
        assert heard.next(EmergencyFailed) == EmergencyFailed(call, EmergencyFailure.LOST)
        heard.later(LineDown)


def test_a_caller_who_hangs_up_takes_112_along_and_that_is_told(exchange: RealExchange) -> None:
    """Asterisk dissolves the bridge of a queue with its caller: so callers are told to stay."""
    exchange.sos("sos_answers")
    line = line_of(exchange)
    with listening(line) as heard:
        heard.next(LineUp)
        exchange.call("caller_talks", "1177")  # hangs up after a second
        call = heard.next(Rang).line_call
        exchange.hand("accept")
        heard.next(Answered)
        line.call_emergency(call)
        assert heard.next(EmergencyAnswered) == EmergencyAnswered(call)
        told = {heard.next(object) for _ in range(2)}
        assert told == {EmergencyEnded(call), HungUp(call, EndReason.CALLER)}
