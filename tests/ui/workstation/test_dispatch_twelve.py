"""Twelve callers in ten minutes, by keys only, over TCP to the simulated exchange."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kundcenter.adapters.exchange_simulator.control import Control
from kundcenter.adapters.telephony.ami import AmiLine
from kundcenter.domain.calls import Call, CallState
from kundcenter.domain.switchboard.transfers import Transfer, TransferState
from tests.adapters.telephony.simulated import QUICK, exchange
from tests.ground import Ground
from tests.ui.workstation.dispatching import furnish_board, sit_at_switchboard
from tests.ui.workstation.seat import ANSWERABLE, Seat
from tests.ui.workstation.test_people import beside
from ui.theme.fonts import load_fonts

pytestmark = pytest.mark.loopback

CALLS, MINUTES, MOST_KEYS = 12, 10, 4
EXCHANGE = (
    *("--queue", "service", "--answers-after", "0.3"),
    *(option for each in ("3103:busy", "3101:answer") for option in ("--answers", each)),
)


class Switchboard:
    """A seat whose strokes after each name are counted."""

    def __init__(self, seat: Seat, control: Control) -> None:
        self.seat, self.control = seat, control
        self.strokes: list[int] = []

    def take(self, number: str) -> None:
        self.control.ring(number, patience=600.0, talk=600.0)
        self.answer()

    def answer(self) -> None:
        self.seat.see("Ringer")
        self.seat.let_pass(ANSWERABLE)
        self.seat.press("Ctrl+Shift+S")
        self.seat.see("I samtal")

    def find(self, name: str) -> None:
        self.seat.write(name)
        self.seat.settle()
        self.strokes.append(0)

    def press(self, *keys: str) -> None:
        self.seat.press(*keys)
        self.strokes[-1] += len(keys)

    def gone(self, name: str) -> None:
        self.seat.see(f"Kopplat till {name}.", "Ledig")


@contextmanager
def at_exchange(ground: Ground, folder: Path) -> Iterator[Switchboard]:
    load_fonts()
    furnish_board(ground)
    with exchange(*EXCHANGE) as simulated:
        line = AmiLine(simulated.settings(), simulated.secret, pace=QUICK)
        seat = Seat(ground, folder, line=line)
        line.start(seat.tasks.tell)
        try:
            sit_at_switchboard(seat)
            seat.see("Växeln svarar", "Ledig")
            with simulated.control() as control:
                yield Switchboard(seat, control)
        finally:
            line.stop()
            seat.leave()


def plain(board: Switchboard, number: str, name: str, called: str) -> None:
    """A name, Enter."""
    board.take(number)
    board.find(name)
    board.press("Return")
    board.gone(called)


def twelve(board: Switchboard) -> None:
    """What a switchboard hears in ten minutes."""
    seat = board.seat
    plain(board, "0701740605", "gun testvik", "Gun Testvik")
    plain(board, "0701740606", "vårdcentralen test", "Vårdcentralen Test")
    plain(board, "0701740607", "medicinjour", "Medicinjouren")
    plain(board, "0701740608", "doris", "Doris Testgren")  # whose number is hidden
    board.take("0701740609")  # a group, when it is seen that somebody is there
    board.find("service")
    seat.see("2 av 2 lediga")
    board.press("Return")
    board.gone("Servicedisken")
    plain(board, "0701740611", "08-465 004 10", "08-465 004 10")
    board.take("0701740612")  # away: whoever stands in
    board.find("anna test")
    board.press("Return")
    seat.see("Samma tangent igen kopplar ändå.")
    board.press("Ctrl+D", "Return")
    board.gone("Bo Testlund")
    board.take("0701740613")  # away, and all the same
    board.find("anna test")
    board.press("Return", "Return")
    board.gone("Anna Testsson")
    board.take("0701740614")  # asked first
    board.find("hans")
    board.press("Shift+Return")
    seat.see("Du talar med Hans Teståker")
    board.press("Return")
    board.gone("Hans Teståker")
    board.take("0701740615")  # busy: it comes back, and goes to the mailbox
    board.find("testby")
    seat.see("Upptagen")
    board.press("Return")
    seat.see("Upptagen. Samma tangent igen kopplar ändå.")
    board.press("Return")
    seat.see("Kommer tillbaka från Fia Testby: upptaget")
    board.answer()
    seat.see("Kom tillbaka från Fia Testby: upptaget")
    board.press("Ctrl+B")
    seat.see("Kopplat till röstbrevlådan hos Fia Testby.", "Ledig")
    board.take("0701740616")  # asked first, busy: the caller is told, and wants somebody else
    board.find("testby")
    seat.see("Upptagen")
    board.press("Shift+Return", "Shift+Return")
    seat.see("Fia Testby: upptaget. Du har inringaren igen.")
    board.find("biståndskontoret")
    board.press("Return")
    board.gone("Biståndskontoret Test")
    board.take("0701740617")  # only wanted to know something
    board.find("vårdcentralen")
    board.press("Ctrl+Shift+L")
    seat.see("Ledig")


def test_twelve_callers_in_ten_minutes_by_keys_only(
    ground: Ground, tmp_path: Path, qtbot: QtBot
) -> None:
    began = time.monotonic()
    with at_exchange(ground, tmp_path) as board:
        twelve(board)
        took = time.monotonic() - began
        assert max(board.strokes) <= MOST_KEYS
        board.seat.until(lambda: not board.seat.workstation.in_hand.calls, "every call put away")
        assert board.seat.failed == []
    assert took < MINUTES * 60
    calls, transfers = beside(partial(came_of_it, ground))
    assert len(calls) == CALLS + 1  # one of them came twice
    assert {call.state for call in calls} == {CallState.DONE}
    states = Counter(each.state for each in transfers)
    assert states == {TransferState.PASSED: CALLS - 1, TransferState.RETURNED: 2}


def came_of_it(ground: Ground) -> tuple[tuple[Call, ...], list[Transfer]]:
    """Every call, and wherever it was passed on to."""
    calls = ground.desk.calls.latest()
    return calls, [each for call in calls for each in ground.desk.transfers.of_call(call.id)]
