"""A nurse who writes a brief in the dialog for handing over a card, until they are killed."""

from __future__ import annotations

import sys
import time
from itertools import count
from pathlib import Path
from threading import main_thread

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kundcenter.start.opening import OpeningTerms
from tests.faults.typing_life import EVERY_MS, letters
from tests.ground import CHEAP, Clock, Ground
from tests.profiles import opened
from tests.ui.workstation.seat import Seat
from ui.theme.fonts import load_fonts


def live(folder: Path, canary: str, life: str) -> None:
    """Sign in, go on with the brief that comes back or begin one, and write for ever."""
    app = QApplication(["kundcenter"])
    load_fonts()
    app.setQuitOnLastWindowClosed(False)
    desk = opened(folder, OpeningTerms(cost=CHEAP, gui=main_thread()))
    seat = Seat(Ground(desk.desk, Clock(), desk.engine), folder.parent)
    seat.sign_in("nurse")
    seat.settle()
    if seat.workstation.cards.current is None:
        seat.call_by_hand()
    seat.press("Ctrl+Shift+O")
    seat.see("Det viktigaste")
    seat.press("Tab", "Ctrl+End")
    text = letters(canary, life)
    for at in count():
        seat.hands.write(text[at])
        sys.stdout.write(f"{time.monotonic()}\n")
        sys.stdout.flush()
        QTest.qWait(EVERY_MS)


if __name__ == "__main__":
    live(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
