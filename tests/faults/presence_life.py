"""A nurse at work, whose desk gives signs of life, and who is then killed in a talk.

What the test must find again is told on the standard output: when they came, when the desk last
said that they were there, and when it was killed.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime, timedelta
from pathlib import Path
from threading import main_thread

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kundcenter.domain.supervision.presences import Presence
from kundcenter.start.opening import OpeningTerms
from tests.ground import CHEAP, Clock, Ground
from tests.profiles import opened
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from ui.theme.fonts import load_fonts

QUIET, OFTEN = 600_000, 100  # milliseconds between two signs
BEFORE, TALKED, AFTER = 9, 11, 4  # minutes until the call, of talk, and since the last sign


def presence(seat: Seat) -> Presence:
    """That of the nurse at the desk, who has but one."""
    at = seat.ground.clock.at
    around = (at - timedelta(days=1), at + timedelta(days=1))
    (found,) = asked(seat, lambda desk: desk.presences.mine(*around))
    return found


def signed(seat: Seat) -> datetime:
    """The desk's own timer gives a sign of life; when it did."""
    told = presence(seat).seen_at
    signs = seat.workstation.following.presence._signs
    signs.start(OFTEN)
    seat.until(lambda: presence(seat).seen_at > told, "a sign of life")
    signs.start(QUIET)
    return presence(seat).seen_at


def live(folder: Path) -> None:
    """Sign in, take a call, and wait in it for the end."""
    app = QApplication(["kundcenter"])
    load_fonts()
    app.setQuitOnLastWindowClosed(False)
    clock = Clock()
    desk = opened(folder, OpeningTerms(cost=CHEAP, gui=main_thread(), now=clock))
    seat = Seat(Ground(desk.desk, clock, desk.engine), folder.parent)
    seat.sign_in("nurse")
    seat.settle()
    came = presence(seat).starts_at
    clock.pass_time(minutes=BEFORE)
    signed(seat)
    seat.take_call()
    clock.pass_time(minutes=TALKED)
    seen = signed(seat)
    clock.pass_time(minutes=AFTER)
    told = {"came": came, "seen": seen, "killed": clock.at}
    sys.stdout.write(json.dumps({key: at.isoformat() for key, at in told.items()}) + "\n")
    sys.stdout.flush()
    QTest.qWait(600_000)


if __name__ == "__main__":
    live(Path(sys.argv[1]))
