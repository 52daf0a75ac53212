"""Somebody at the switchboard brought into one state, who waits to be killed in it.

The state is told on the standard output when it is reached.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from threading import main_thread

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kundcenter.start.opening import OpeningTerms
from tests.ground import CHEAP, Clock, Ground
from tests.profiles import opened
from tests.ui.workstation.messaged import CURATOR, message_of
from tests.ui.workstation.seat import Seat
from ui.kept_form import KEEP_WITHIN_MS
from ui.switchboard.board_keeper import BoardKeeper
from ui.theme.fonts import load_fonts

WORDS, CALLER = "Ring upp om en leverans till matsalen.", "Test Chaufför"
WHY = "Strömavbrott på sjukhuset"


def half_message(seat: Seat) -> None:
    """A message to somebody, urgent, not read back."""
    board = BoardKeeper.of(seat.tasks, seat.workstation._services)
    seat.until(lambda: bool(board.find(CURATOR)), "the directories")
    seat.press("Ctrl+Shift+Ö")
    seat.write("anna testsson")
    seat.until(lambda: message_of(seat).to.receiver is not None, "the receiver")
    seat.press("Return")
    seat.write(WORDS)
    seat.press("Tab")
    seat.write(CALLER)
    message_of(seat).urgent.click()
    message_of(seat).channel.strike("3")


def read_back(seat: Seat) -> None:
    """The same, when it is being read to the caller."""
    half_message(seat)
    seat.press("Return")
    seat.see("Läs upp och fråga")


def half_order(seat: Seat) -> None:
    """A mode that is not ordered yet."""
    seat.press("Ctrl+F8")
    seat.see("Vilket läge ska gälla från nu?")
    seat.write("3")
    seat.press("Tab")
    seat.write(WHY)


STATES: dict[str, tuple[str, Callable[[Seat], None]]] = {
    "half_message": ("switch", half_message),
    "read_back": ("switch", read_back),
    "half_order": ("leader", half_order),
}


def live(folder: Path, state: str) -> None:
    """Sign in, come into the state, keep what is typed, and wait for the end."""
    app = QApplication(["kundcenter"])
    load_fonts()
    app.setQuitOnLastWindowClosed(False)
    desk = opened(folder, OpeningTerms(cost=CHEAP, gui=main_thread()))
    seat = Seat(Ground(desk.desk, Clock(), desk.engine), folder.parent)
    who, come_into = STATES[state]
    seat.sign_in(who)
    seat.settle()
    come_into(seat)
    seat.let_pass(KEEP_WITHIN_MS + 200)
    seat.settle()
    sys.stdout.write(f"{state}\n")
    sys.stdout.flush()
    QTest.qWait(600_000)


if __name__ == "__main__":
    live(Path(sys.argv[1]), sys.argv[2])
