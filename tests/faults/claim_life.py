"""A nurse brought into one state of promising somebody a call, who waits to be killed in it.

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
from tests.ground import CHEAP, MAN, Clock, Ground
from tests.profiles import opened
from tests.ui.workstation.seat import Seat
from ui.dialogs.place import PlaceDialog
from ui.dialogs.promise import PromiseDialog
from ui.kept_form import KEEP_WITHIN_MS
from ui.theme.fonts import load_fonts

UNIT = "Demo vårdcentral"
DUE, CRITERIA = "23:59", "Svårt att andas, eller sämre"
NUMBER, REASON, WRITTEN = "070-174 06 33", "Hosta sedan i går", "Ringde, ombads vänta"


def half_net(seat: Seat) -> None:
    """All of the net is written, and not yet promised."""
    seat.take_call(keyed_id=MAN)
    seat.see("Test Testsson")
    seat.press("Ctrl+G")
    seat.see("Lova att ringa upp")
    seat.settle()
    seat.write(DUE)
    seat.press("Shift+Tab", "2")
    seat.see("Ring tidigare om")
    (dialog,) = (each for each in seat.window.findChildren(PromiseDialog) if each.isVisible())
    for field, text in ((dialog.number, NUMBER), (dialog.criteria, CRITERIA)):
        field.setFocus()
        seat.press("Ctrl+A")
        seat.write(text)


def netted(seat: Seat) -> None:
    half_net(seat)
    seat.press("Return")
    seat.see("Löftet är gett")


def half_place(seat: Seat) -> None:
    """A queue is chosen, and what it is about is written."""
    seat.take_call(keyed_id=MAN)
    seat.see("Test Testsson")
    to_queue(seat)
    (dialog,) = (each for each in seat.window.findChildren(PlaceDialog) if each.isVisible())
    for field, text in ((dialog.number, NUMBER), (dialog.reason, REASON)):
        field.setFocus()
        seat.press("Ctrl+A")
        seat.write(text)


def to_queue(seat: Seat) -> None:
    seat.press("Ctrl+Shift+K")
    seat.see("Skriv en del av namnet")
    seat.write("demo")
    seat.see(UNIT)
    seat.press("Return")
    seat.see(f"Ärende hos {UNIT}")
    seat.settle()


def placed(seat: Seat) -> None:
    half_place(seat)
    seat.press("Return")
    seat.see("Platsen är given")


def ringing(seat: Seat) -> None:
    """A place is taken to be rung, and what came of it is half written."""
    placed(seat)
    seat.press("Return")
    seat.settle()
    seat.press("Ctrl+M")
    seat.see("I enheternas köer", "Rådgivning")
    seat.settle()
    while "köer" not in seat.focus().accessibleName():
        seat.press("Tab")
    seat.press("Return")
    seat.see("Test Testsson", "Inget svar: ring igen")
    seat.settle()
    seat.write(WRITTEN)


STATES: dict[str, Callable[[Seat], None]] = {
    each.__name__: each for each in (half_net, netted, half_place, placed, ringing)
}


def live(folder: Path, state: str) -> None:
    """Sign in, come into the state, keep what is typed, and wait for the end."""
    app = QApplication(["kundcenter"])
    load_fonts()
    app.setQuitOnLastWindowClosed(False)
    desk = opened(folder, OpeningTerms(cost=CHEAP, gui=main_thread()))
    seat = Seat(Ground(desk.desk, Clock(), desk.engine), folder.parent)
    seat.sign_in("nurse")
    seat.see("Inget samtal pågår")
    STATES[state](seat)
    seat.let_pass(KEEP_WITHIN_MS + 200)
    seat.settle()
    sys.stdout.write(f"{state}\n")
    sys.stdout.flush()
    QTest.qWait(600_000)


if __name__ == "__main__":
    live(Path(sys.argv[1]), sys.argv[2])
