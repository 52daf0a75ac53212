"""The network goes while somebody is asked about a call; the exchange goes on with the talk."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

import pytest

from kundcenter.adapters.exchange_simulator.control import Control
from kundcenter.adapters.telephony.ami import AmiLine
from kundcenter.domain.lines import (
    Answered,
    ConsultEnd,
    ConsultEnded,
    Consulting,
    EndReason,
    HungUp,
    LineDown,
    LineUp,
    Rang,
)
from tests.adapters.telephony.heard import Heard, listening
from tests.adapters.telephony.simulated import QUICK, exchange
from tests.adapters.telephony.switching import CALLER, FAST, PERSON, REFERENCE, phone

pytestmark = pytest.mark.loopback


class Cable:
    """Carries bytes both ways until it is cut, and then for whoever comes next."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        self._ends: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._begin(self._serve)

    def cut(self) -> None:
        ends, self._ends = self._ends, []
        for end in ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def close(self) -> None:
        self._door.shutdown(socket.SHUT_RDWR)  # wakes who waits at it
        self._door.close()
        self.cut()
        for thread in self._threads:
            thread.join(5)

    def _begin(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._door.accept()
                far = socket.create_connection(("127.0.0.1", self._target))
                self._ends += [near, far]
                for one, other in ((near, far), (far, near)):
                    self._begin(partial(self._carry, one, other))

    def _carry(self, one: socket.socket, other: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := one.recv(65536):
                other.sendall(data)


@contextmanager
def asking() -> Iterator[tuple[AmiLine, Heard, Cable, Control, str]]:
    """Over a cable: a caller waits while somebody is talked with."""
    with exchange(*FAST) as simulated, simulated.control() as control:
        cable = Cable(simulated.port)
        settings = replace(simulated.settings(), port=cable.port)
        line = AmiLine(settings, simulated.secret, pace=QUICK)
        try:
            with listening(line) as heard:
                heard.next(LineUp)
                control.ring(CALLER)
                call = heard.next(Rang).line_call
                line.answer(call)
                heard.next(Answered)
                line.consult(call, phone(PERSON), REFERENCE)
                assert heard.later(Consulting) == Consulting(call)
                assert heard.later(Consulting).answered
                yield line, heard, cable, control, call
        finally:
            cable.close()


def other_end(control: Control) -> str:
    (name,) = [c.get("Channel") for c in control.channels() if c.get("Channel").endswith(";1")]
    return name


def test_the_talk_goes_on_and_the_two_can_still_be_left_with_each_other() -> None:
    with asking() as (line, heard, cable, control, call):
        cable.cut()
        heard.next(LineDown)
        heard.next(LineUp)
        assert heard.nothing(0.3)
        line.complete(call)
        assert heard.next(HungUp) == HungUp(call, EndReason.PASSED)
        left = {c.get("BridgeID") for c in control.channels() if c.get("Channel").endswith(";1")}
        callers = {c.get("BridgeID") for c in control.channels() if c.get("Uniqueid") == call}
        assert left == callers
        assert "" not in left


def test_who_was_asked_hung_up_meanwhile_and_the_caller_is_fetched() -> None:
    with asking() as (line, heard, cable, control, call):
        cable.cut()
        control.act("Hangup", ("Channel", other_end(control)))
        heard.next(LineDown)
        assert heard.later(ConsultEnded) == ConsultEnded(call, ConsultEnd.HUNG_UP)
        line.hang_up(call)
        assert heard.next(HungUp) == HungUp(call, EndReason.OPERATOR)


def test_the_caller_hung_up_meanwhile_and_everybody_is_let_go() -> None:
    with asking() as (_, heard, cable, control, call):
        cable.cut()
        control.act("Hangup", ("Channel", call))
        heard.next(LineDown)
        assert heard.later(HungUp) == HungUp(call, EndReason.CALLER)
        assert heard.nothing()
        assert control.channels() == ()
