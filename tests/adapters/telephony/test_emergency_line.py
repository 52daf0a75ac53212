"""The pause in the queues and 112, over TCP to the process of the simulated exchange."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from kundcenter.adapters.exchange_simulator.control import Control
from kundcenter.adapters.exchange_simulator.process import SimulatedExchange
from kundcenter.adapters.telephony.ami import AmiLine
from kundcenter.adapters.telephony.no_line import NoLine
from kundcenter.adapters.telephony.pace import Pace
from kundcenter.domain.lines import (
    Answered,
    CallGone,
    EmergencyAnswered,
    EmergencyEnded,
    EmergencyFailed,
    EmergencyFailure,
    HungUp,
    LineAway,
    LineDown,
    LineUp,
    NoEmergencyLine,
    Rang,
)
from kundcenter.services.telephone import Telephone
from tests.adapters.telephony.heard import Heard, listening
from tests.adapters.telephony.simulated import exchange

pytestmark = pytest.mark.loopback

NUMBER = "0701740605"
QUICK = Pace(first_wait=0.02, longest_wait=0.1, emergency=1.0)


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk's line to an exchange of its own, and whoever calls there."""

    line: AmiLine
    heard: Heard
    control: Control
    exchange: SimulatedExchange

    def talk(self) -> str:
        """A caller is on the line; the name of the call."""
        self.control.ring(NUMBER)
        call = self.heard.next(Rang).line_call
        self.line.answer(call)
        self.heard.next(Answered)
        return call


@contextmanager
def desk(*options: str, emergency: str = "112@kundcenter") -> Iterator[Desk]:
    with exchange("--emergency-after", "0.2", *options) as simulated:
        settings = simulated.settings(emergency=emergency)
        line = AmiLine(settings, simulated.secret, pace=QUICK)
        with listening(line) as heard, simulated.control() as control:
            heard.next(LineUp)
            yield Desk(line, heard, control, simulated)


def test_a_paused_telephone_is_not_rung_and_its_callers_wait() -> None:
    with desk() as here:
        here.line.ready(False)
        here.control.ring(NUMBER)
        assert here.heard.nothing(0.5)
        here.line.ready(True)
        rang = here.heard.next(Rang)
        assert rang.waited is not None
        assert rang.waited.total_seconds() >= 0.4


def test_a_talk_goes_on_while_the_telephone_is_paused() -> None:
    with desk() as here:
        call = here.talk()
        here.line.ready(False)
        here.control.ring(NUMBER)
        assert here.heard.nothing(0.3)
        here.line.hang_up(call)
        assert here.heard.next(HungUp).line_call == call
        assert here.heard.nothing(0.3)


def test_a_pause_wished_while_the_exchange_was_away_is_told_when_it_is_there() -> None:
    with exchange() as simulated:
        line = AmiLine(simulated.settings(), simulated.secret, pace=QUICK)
        with pytest.raises(LineAway):
            line.ready(False)
        with listening(line) as heard, simulated.control() as control:
            heard.next(LineUp)
            control.ring(NUMBER)
            assert heard.nothing(0.5)


def test_112_answers_and_is_joined_to_the_talk() -> None:
    with desk() as here:
        call = here.talk()
        assert here.line.reaches_emergency
        here.line.call_emergency(call)
        assert here.heard.next(EmergencyAnswered) == EmergencyAnswered(call)
        here.line.hang_up(call)
        assert here.heard.later(EmergencyEnded) == EmergencyEnded(call)


def test_112_without_a_call_rings_our_own_telephone_first() -> None:
    with desk() as here:
        here.line.call_emergency(None)
        assert here.heard.next(EmergencyAnswered) == EmergencyAnswered(None)
        far = next(c for c in here.control.channels() if "sos" in c.get("Channel"))
        here.control.act("Hangup", ("Channel", far.get("Channel")))
        assert here.heard.next(EmergencyEnded) == EmergencyEnded(None)


def test_112_is_busy() -> None:
    with desk("--emergency", "busy") as here:
        call = here.talk()
        here.line.call_emergency(call)
        failed = here.heard.next(EmergencyFailed)
        assert failed == EmergencyFailed(call, EmergencyFailure.BUSY)
        assert here.heard.nothing()


def test_112_that_nobody_lifts_is_given_up_in_time_and_the_caller_is_still_there() -> None:
    with desk("--emergency", "silent") as here:
        call = here.talk()
        here.line.call_emergency(call)
        failed = here.heard.next(EmergencyFailed)
        assert failed == EmergencyFailed(call, EmergencyFailure.NO_ANSWER)
        here.line.hang_up(call)
        assert here.heard.next(HungUp).line_call == call


def test_an_answer_that_comes_late_is_told() -> None:
    with desk("--emergency-after", "1.5") as here:
        call = here.talk()
        here.line.call_emergency(call)
        assert here.heard.next(EmergencyFailed).reason is EmergencyFailure.NO_ANSWER
        assert here.heard.next(EmergencyAnswered) == EmergencyAnswered(call)


def test_an_exchange_that_dies_while_it_dials_is_a_failure_at_once() -> None:
    with desk("--emergency", "silent") as here:
        call = here.talk()
        here.line.call_emergency(call)
        here.exchange.kill()
        assert here.heard.next(EmergencyFailed).reason is EmergencyFailure.LOST
        here.heard.later(LineDown)
        assert not here.line.reaches_emergency
        with pytest.raises(LineAway):
            here.line.call_emergency(None)


def test_a_call_that_is_gone_or_only_rings_cannot_be_joined() -> None:
    with desk() as here:
        with pytest.raises(CallGone):
            here.line.call_emergency("1.1")
        here.control.ring(NUMBER)
        ringing = here.heard.next(Rang).line_call
        with pytest.raises(CallGone):
            here.line.call_emergency(ringing)


def test_an_exchange_that_is_not_set_up_for_112_says_so_at_once() -> None:
    with desk(emergency="") as here:
        assert not here.line.reaches_emergency
        with pytest.raises(NoEmergencyLine):
            here.line.call_emergency(None)


def test_without_an_exchange_there_is_neither_pause_nor_112() -> None:
    telephone = Telephone(NoLine())
    assert not telephone.reaches_emergency
    with pytest.raises(LineAway):
        telephone.ready(False)
    with pytest.raises(LineAway):
        telephone.call_emergency()
