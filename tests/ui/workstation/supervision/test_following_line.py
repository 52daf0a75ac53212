"""The same over a real line: the exchange is a process of its own, and it is killed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from kundcenter.adapters.exchange_simulator.process import SimulatedExchange
from kundcenter.adapters.telephony.ami import AmiLine
from tests.adapters.telephony.simulated import QUICK, exchange
from tests.ground import Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.supervision.test_following import close, leader, table
from tests.ui.workstation.test_line_dies import back

pytestmark = [pytest.mark.loopback, pytest.mark.usefixtures("leader")]

__all__ = ["leader"]

CALLER = "0701740605"
ENTRY = (("Family", "kundcenter"), ("Key", "closed-1177"))


@contextmanager
def led(ground: Ground, folder: Path) -> Iterator[tuple[Seat, SimulatedExchange]]:
    """A supervisor sits at a real line, and nothing takes its time."""
    with exchange() as simulated:
        line = AmiLine(simulated.settings(), simulated.secret, pace=QUICK)
        seat = Seat(ground, folder, line=line)
        following = seat.workstation.following
        following.left.delays = (1, 1)
        following.outages.line.after = timedelta(milliseconds=1)
        line.start(seat.tasks.tell)
        try:
            seat.sign_in("lead")
            seat.see("Växeln svarar", "Ledig")
            yield seat, simulated
        finally:
            line.stop()
            seat.leave()


def test_a_caller_who_gave_up_is_one_in_both_tables(ground: Ground, tmp_path: Path) -> None:
    with led(ground, tmp_path) as (seat, simulated), simulated.control() as control:
        control.ring(CALLER, patience=0.3)
        seat.until(lambda: bool(table(ground, "queue_calls")), "the caller who left")
        seat.settle()
        (left,) = table(ground, "queue_calls")
        (rang,) = table(ground, "calls")
        assert (left["line_call"], left["queue"]) == (rang["line_call"], rang["queue"])
        assert rang["state"] == "AVBRUTET_I_KO"
        control.ring(CALLER, patience=0.3)
        seat.until(lambda: len(table(ground, "queue_calls")) == 2, "the other caller")


def test_what_is_closed_stays_closed_at_an_exchange_that_has_forgotten_it(
    ground: Ground, tmp_path: Path
) -> None:
    with led(ground, tmp_path) as (seat, simulated):
        close(seat)
        seat.settle()
        with simulated.control() as control:
            assert control.act("DBGet", *ENTRY).get("Response") == "Success"
            control.ring(CALLER)
            seat.let_pass(300)
            assert table(ground, "calls") == []
        simulated.kill()
        seat.until(lambda: bool(table(ground, "incidents")), "the outage")
        with back(simulated) as again:
            seat.until(lambda: table(ground, "incidents")[0]["ends_at"] is not None, "its end")
            seat.settle()
            with again.control() as control:
                assert control.act("DBGet", *ENTRY).get("Response") == "Success"
                control.ring(CALLER)
                seat.let_pass(300)
                assert table(ground, "calls") == []
