"""The exchange dies in the middle of a talk: the card stays, the hands take over, nothing doubles.

The exchange is a process of its own, and it is killed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kundcenter.adapters.exchange_simulator.process import SimulatedExchange
from kundcenter.adapters.telephony.ami import AmiLine
from kundcenter.domain.calls import CallState
from tests.adapters.telephony.simulated import QUICK, exchange
from tests.ground import Ground
from tests.ui.workstation.seat import ANSWERABLE, Seat

pytestmark = pytest.mark.loopback

STEER = "Växeln svarar inte. Styr samtalet på telefonen."


@contextmanager
def talking(ground: Ground, folder: Path) -> Iterator[tuple[Seat, SimulatedExchange]]:
    """A nurse talks over a real line and has written something."""
    with exchange() as simulated:
        line = AmiLine(simulated.settings(), simulated.secret, pace=QUICK)
        seat = Seat(ground, folder, line=line)
        line.start(seat.tasks.tell)
        try:
            seat.sign_in("nurse")
            seat.see("Växeln svarar", "Ledig")
            with simulated.control() as control:
                control.ring("0701740605", patience=600.0)
                seat.see("Ringer")
                seat.let_pass(ANSWERABLE)
                seat.press("Ctrl+Shift+S")
                seat.see("I samtal", "Kontaktorsak")
            seat.press("F4")
            seat.write("Ont i halsen")
            yield seat, simulated
        finally:
            line.stop()
            seat.leave()


@contextmanager
def back(dead: SimulatedExchange) -> Iterator[SimulatedExchange]:
    """The exchange has been started anew where it was; it knows of no call."""
    again = exchange("--port", str(dead.port))
    again.secret, again.control_secret = dead.secret, dead.control_secret
    with again:
        yield again


def kinds(ground: Ground) -> Counter[str]:
    return Counter(each.kind for each in ground.operations())


def test_the_card_stays_and_the_hands_take_over(ground: Ground, tmp_path: Path) -> None:
    with talking(ground, tmp_path) as (seat, simulated):
        simulated.kill()
        seat.see(STEER, "I samtal", "Ont i halsen", "Växeln svarar inte")
        seat.press("Ctrl+Shift+P")
        seat.see("Parkerat", STEER)
        seat.press("Ctrl+Shift+P")
        seat.see("I samtal")
        seat.write(" sedan fredag")
        seat.press("Ctrl+Shift+L")
        seat.see("Efterarbete", "Ont i halsen sedan fredag")
        assert seat.window.notices.sentences == ()
        done = kinds(ground)
        assert (done["calls.hold"], done["calls.resume"], done["calls.end"]) == (1, 1, 1)


def test_when_the_exchange_is_back_nothing_is_doubled(ground: Ground, tmp_path: Path) -> None:
    with talking(ground, tmp_path) as (seat, simulated):
        simulated.kill()
        seat.see(STEER)
        seat.press("Ctrl+Shift+L")
        seat.see("Efterarbete")
        with back(simulated) as again:
            seat.see_no_more("Växeln svarar inte")
            with again.control() as control:
                control.ring("0701740606", patience=600.0)
                seat.let_pass(300)
                seat.see("Efterarbete")  # the exchange has heard that the desk is not ready
                seat.press("Shift+F5")
                seat.see("Ringer")
            seat.see("Ont i halsen")
            done = kinds(ground)
            assert (done["calls.ring"], done["calls.answer"], done["calls.end"]) == (2, 1, 1)
            assert seat.window.notices.sentences == ()


def test_a_talk_that_nobody_ended_by_hand_is_ended_once_by_the_exchange(
    ground: Ground, tmp_path: Path
) -> None:
    with talking(ground, tmp_path) as (seat, simulated):
        simulated.kill()
        seat.see(STEER)
        with back(simulated):
            seat.see("Efterarbete", "Ont i halsen")
            assert kinds(ground)["calls.end"] == 1
            (call,) = seat.workstation.in_hand.calls
            assert call.state is CallState.WRAP_UP
