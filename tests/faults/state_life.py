"""A nurse brought into one state of the work, who then waits to be killed in it.

The state is told on the standard output when it is reached, with what must be there again.
"""

from __future__ import annotations

import json
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
from ui.kept_form import KEEP_WITHIN_MS
from ui.theme.fonts import load_fonts

TEXTS = ("Hosta i tre dagar", "Feber sedan i går", "Ont i ett öra")


def ringing(seat: Seat) -> None:
    seat.line.ring()
    seat.see("Ringer")


def in_call(seat: Seat) -> None:
    seat.take_call(keyed_id=MAN)
    seat.see("Test Testsson")
    seat.press("F4")
    seat.write(TEXTS[0])


def held(seat: Seat) -> None:
    in_call(seat)
    seat.press("Ctrl+Shift+P")
    seat.see("Parkerat")


def wrap_up(seat: Seat) -> None:
    in_call(seat)
    seat.press("Ctrl+Shift+L")
    seat.see("Efterarbete")


def alarm(seat: Seat) -> None:
    in_call(seat)
    seat.press("F12", "Ctrl+2", "F2")
    seat.write("Testgatan 1")


def handed_over(seat: Seat) -> None:
    in_call(seat)
    seat.press("Ctrl+Shift+L")
    seat.see("Efterarbete")
    seat.press("Ctrl+Shift+O")
    seat.see("Lämna över samtalet")
    seat.write("second")
    seat.press("Tab")
    seat.write("Vill ha ny bedömning")
    seat.press("Ctrl+Return")
    seat.see("Överlämnat: kortet väntar på att kollegan tar det.")


def three_drafts(seat: Seat) -> None:
    for text in TEXTS:
        seat.call_by_hand()
        seat.press("F4")
        seat.write(text)
    seat.press("Ctrl+Tab", "Ctrl+Tab")  # the middle one in sight


def anonymous(seat: Seat) -> None:
    seat.call_by_hand()
    card = seat.workstation.cards.current
    assert card is not None
    card.who.stay_anonymous()


def paused(seat: Seat) -> None:
    seat.press("Ctrl+F5")
    seat.see("Du tar inte emot samtal")


STATES: dict[str, Callable[[Seat], None]] = {
    each.__name__: each
    for each in (
        ringing,
        in_call,
        held,
        wrap_up,
        alarm,
        handed_over,
        three_drafts,
        anonymous,
        paused,
    )
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
    places = [str(each) for each in seat.workstation.cards.places]
    sys.stdout.write(json.dumps({"places": places}) + "\n")
    sys.stdout.flush()
    QTest.qWait(600_000)


if __name__ == "__main__":
    live(Path(sys.argv[1]), sys.argv[2])
