"""The line against a real Asterisk: sipp calls, baresip and sipp are the telephones.

Skipped where the three programs are not installed; see `real_exchange` for where they are sought.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kundcenter.adapters.telephony.ami import AmiLine
from kundcenter.domain.lines import (
    Answered,
    EndReason,
    ExchangeRefused,
    Held,
    HungUp,
    LineUp,
    PhoneByHand,
    Rang,
    Resumed,
)
from tests.adapters.telephony.heard import listening
from tests.adapters.telephony.real_exchange import (
    CALLER,
    KEYED_ID,
    SECRET,
    RealExchange,
    find_programs,
)

PROGRAMS = find_programs()

pytestmark = [
    pytest.mark.loopback,
    pytest.mark.skipif(
        PROGRAMS is None,
        reason="asterisk, sipp or baresip is neither on PATH nor below KUNDCENTER_ASTERISK_ROOT",
    ),
]


@pytest.fixture(scope="module")
def exchange(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealExchange]:
    assert PROGRAMS is not None
    home = Path(tmp_path_factory.mktemp("ast"))
    exchange = RealExchange(PROGRAMS, home)
    try:
        exchange.start()
        yield exchange
    finally:
        exchange.stop()


def line_of(exchange: RealExchange, extension: str, *, obeys: bool = False) -> AmiLine:
    return AmiLine(exchange.settings(extension, obeys=obeys), SECRET)


def went_well(process: subprocess.Popen[bytes]) -> bool:
    return process.wait(15) == 0


def test_a_handset_lifted_by_hand_and_a_caller_who_hangs_up(exchange: RealExchange) -> None:
    with listening(line_of(exchange, "201")) as heard:
        heard.next(LineUp)
        caller = exchange.call("caller_talks", "1177")
        rang = heard.next(Rang)
        assert (rang.number, rang.called, rang.queue) == (CALLER, "1177", "radgivning")
        assert (rang.name, rang.keyed_id) == ("Testsamtal Åäö", KEYED_ID)
        assert rang.waited is not None
        assert rang.waited < timedelta(seconds=1)
        exchange.hand("accept")
        assert heard.next(Answered).line_call == rang.line_call
        assert heard.next(HungUp) == HungUp(rang.line_call, EndReason.CALLER)
        assert went_well(caller)


def test_a_phone_that_obeys_is_lifted_parked_and_taken_up_by_the_desk(
    exchange: RealExchange,
) -> None:
    phone = exchange.desk_phone("phone_obeys")
    line = line_of(exchange, "202", obeys=True)
    with listening(line) as heard:
        heard.next(LineUp)
        caller = exchange.call("caller_listens", "0980319200")
        call = heard.next(Rang).line_call
        time.sleep(0.4)  # no desk answers sooner; a channel that is being made cannot be notified
        line.answer(call)
        assert heard.next(Answered).line_call == call
        line.hold(call)
        assert heard.next(Held).line_call == call
        line.resume(call)
        assert heard.next(Resumed).line_call == call
        line.hang_up(call)
        assert heard.next(HungUp) == HungUp(call, EndReason.OPERATOR)
        assert went_well(caller)
        assert went_well(phone)


def test_the_desk_hangs_up_for_a_phone_that_does_not_obey(exchange: RealExchange) -> None:
    line = line_of(exchange, "201")
    with listening(line) as heard:
        heard.next(LineUp)
        caller = exchange.call("caller_listens", "1177")
        call = heard.next(Rang).line_call
        with pytest.raises(PhoneByHand):
            line.answer(call)
        exchange.hand("accept")
        heard.next(Answered)
        line.hang_up(call)
        assert heard.next(HungUp).reason is EndReason.OPERATOR
        assert went_well(caller)


def test_the_handset_is_laid_down_by_hand(exchange: RealExchange) -> None:
    with listening(line_of(exchange, "201")) as heard:
        heard.next(LineUp)
        caller = exchange.call("caller_listens", "1177")
        heard.next(Rang)
        exchange.hand("accept")
        heard.next(Answered)
        exchange.hand("hangup")
        assert heard.next(HungUp).reason is EndReason.OPERATOR
        assert went_well(caller)


def test_a_caller_who_gives_up_while_it_rings(exchange: RealExchange) -> None:
    with listening(line_of(exchange, "201")) as heard:
        heard.next(LineUp)
        caller = exchange.call("caller_gives_up", "1177")
        heard.next(Rang)
        assert heard.next(HungUp).reason is EndReason.ABANDONED
        assert went_well(caller)


def test_a_call_that_nobody_answers_rings_again(exchange: RealExchange) -> None:
    with listening(line_of(exchange, "201")) as heard:
        heard.next(LineUp)
        caller = exchange.call("caller_talks", "1177")
        first = heard.next(Rang)
        assert heard.next(HungUp).reason is EndReason.NO_ANSWER
        again = heard.next(Rang)
        assert again.line_call == first.line_call
        assert again.waited is not None
        assert again.waited > timedelta(seconds=2)
        exchange.hand("accept")
        heard.next(Answered)
        assert heard.next(HungUp).reason is EndReason.CALLER
        assert went_well(caller)


def test_a_call_that_a_colleague_answers(exchange: RealExchange) -> None:
    phone = exchange.desk_phone("phone_rings")
    with listening(line_of(exchange, "202")) as heard:
        heard.next(LineUp)
        caller = exchange.call("caller_talks", "0980319202")
        heard.next(Rang)
        exchange.hand("accept")
        assert heard.next(HungUp).reason is EndReason.ELSEWHERE
        assert went_well(caller)
        assert went_well(phone)


def test_a_call_without_a_queue_has_the_queue_that_the_dial_plan_says(
    exchange: RealExchange,
) -> None:
    with listening(line_of(exchange, "201")) as heard:
        heard.next(LineUp)
        caller = exchange.call("caller_gives_up", "0980319201", number="anonymous")
        rang = heard.next(Rang)
        assert (rang.queue, rang.number, rang.waited) == ("direkt", None, None)
        assert heard.next(HungUp).reason is EndReason.ABANDONED
        assert went_well(caller)


def test_a_desk_that_starts_in_the_middle_of_a_talk_learns_of_it(exchange: RealExchange) -> None:
    with listening(line_of(exchange, "201")) as before:
        before.next(LineUp)
        caller = exchange.call("caller_listens", "1177")
        call = before.next(Rang).line_call
        exchange.hand("accept")
        before.next(Answered)
    line = line_of(exchange, "201")
    with listening(line) as heard:
        heard.next(LineUp)
        rang = heard.next(Rang)
        assert (rang.line_call, rang.number, rang.called) == (call, CALLER, "1177")
        assert (rang.queue, rang.keyed_id) == ("radgivning", KEYED_ID)
        assert heard.next(Answered).line_call == call
        line.hang_up(call)
        assert heard.next(HungUp).reason is EndReason.OPERATOR
        assert went_well(caller)


def test_a_desk_whose_account_may_not_notify_is_told_so(exchange: RealExchange) -> None:
    line = AmiLine(exchange.settings("201", user="listener", obeys=True), SECRET)
    with listening(line) as heard:
        heard.next(LineUp)
        caller = exchange.call("caller_gives_up", "1177")
        call = heard.next(Rang).line_call
        with pytest.raises(ExchangeRefused):
            line.answer(call)
        heard.next(HungUp)
        assert went_well(caller)
