"""The child of `start`: a bare window, or the program from the first line to an open card."""

from __future__ import annotations

import sys
from pathlib import Path
from time import process_time

from tests.benchmarks.seat import painted, pss, seated, since_began, tell


def bare() -> None:
    """The least that PySide can show: a window with a word in it."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1280, 800)
    window.setCentralWidget(QLabel("Hello"))
    window.show()
    painted(window)
    tell({"painted": since_began(), "cpu": process_time() * 1000, "pss": pss()})
    window.close()
    del app


def ours(folder: Path) -> None:
    """The program: window, gate, door, desk, card; milliseconds since the process was begun."""
    with seated(folder) as seat:
        painted(seat.program.window)
        told = {"painted": since_began(), "cpu": process_time() * 1000, "pss": pss()}
        seat.until_gate()
        told["gate"] = since_began()
        seat.open_gate()
        seat.until_door()
        told["door"], told["door cpu"] = since_began(), process_time() * 1000
        seat.fill_in_door()
        entered = since_began()
        seat.press("Return")
        seat.until_at_desk()
        told["desk"] = since_began() - entered
        seat.settle()
        asked = since_began()
        seat.press("Ctrl+N")
        seat.until_card()
        told["card"] = since_began() - asked
        told["usable"] = told["desk"] + told["card"]
        seat.settle()
        told["pss usable"] = pss()
        seat.put_away()
    tell(told)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        ours(Path(sys.argv[1]))
    else:
        bare()
