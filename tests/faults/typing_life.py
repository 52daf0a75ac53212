"""A nurse who writes by real keys in the real window, letter after letter, until they are killed.

Each letter is told on the standard output with the instant at which its key had been given.
"""

from __future__ import annotations

import sys
import time
from itertools import count
from pathlib import Path
from threading import main_thread

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kundcenter.start.opening import OpeningTerms
from tests.ground import CHEAP, Clock, Ground
from tests.profiles import opened
from tests.ui.workstation.seat import Seat
from ui.theme.fonts import load_fonts

EVERY_MS = 20


def letters(canary: str, life: str) -> str:
    """What this life writes: the canary first, then numbers that tell every letter's place."""
    return f"{life} {canary} " + " ".join(str(number) for number in range(20_000))


def live(folder: Path, canary: str, life: str) -> None:
    """Sign in, go on with the card that comes back or open one, and write for ever."""
    app = QApplication(["kundcenter"])
    load_fonts()
    app.setQuitOnLastWindowClosed(False)
    desk = opened(folder, OpeningTerms(cost=CHEAP, gui=main_thread()))
    seat = Seat(Ground(desk.desk, Clock(), desk.engine), folder.parent)
    seat.sign_in("nurse")
    seat.settle()
    if seat.workstation.cards.current is None:
        seat.call_by_hand()
    seat.press("F4", "Ctrl+End")
    text = letters(canary, life)
    for at in count():
        seat.hands.write(text[at])
        sys.stdout.write(f"{time.monotonic()}\n")
        sys.stdout.flush()
        QTest.qWait(EVERY_MS)


if __name__ == "__main__":
    live(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
