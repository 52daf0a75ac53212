"""The real program in a process of its own, worked by keys and by what the line tells.

Nothing heavy is imported before it is needed: the program's own start is measured here too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path
from time import monotonic, monotonic_ns
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kundcenter.start.program import Program
    from ui.panels.card import CallCard
    from ui.workstation import Workstation

PATIENCE = 60.0  # s; what takes longer is a fault and no measurement
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
NO_ENTRY = "EGENVARD"  # what came of a call about which nothing was written
# An exchange that is never there: the benchmark says itself what the line tells.
SETTINGS = """idle_minutes = 30.0
[exchange]
host = "127.0.0.1"
port = 9
user = "none"
extension = "none"
"""


def child(module: str, *arguments: str, stores: Path, screen: Mapping[str, str] = OFFSCREEN) -> Any:
    """Run a module in a process with a home of its own; what it told on its last line.

    Raises CalledProcessError, TimeoutExpired.
    """
    # The parent may know these; the child would have to import half the program for them.
    from kundcenter.start.demo_region import PASSPHRASE, PASSWORD
    from tests.benchmarks.stores import NURSE

    home = stores / "home"
    home.mkdir(parents=True, exist_ok=True)
    environment = {
        **{name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        **screen,
        # An installed program has its bytecode; the first child makes it.
        "PYTHONPYCACHEPREFIX": str(home / "bytecode"),
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "LC_ALL": "C.UTF-8",
        "BENCH_SECRETS": json.dumps((PASSPHRASE, NURSE, PASSWORD)),
        "BENCH_BEGAN": str(monotonic_ns()),
    }
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
        timeout=7_200,
    )
    return json.loads(done.stdout.splitlines()[-1])


def tell(measured: object) -> None:
    """What a child has measured, for `child` to read."""
    sys.stdout.write(json.dumps(measured) + "\n")


def since_began() -> float:
    """Milliseconds since the parent began to start this process."""
    return (monotonic_ns() - int(os.environ["BENCH_BEGAN"])) / 1e6


def pss() -> float:
    """The process's share of memory in megabytes, shared pages divided; 0 where unknown."""
    return _memory("Pss")


def own() -> float:
    """The memory in megabytes that no file lies behind; 0 where unknown.

    Its share of the libraries changes whenever another program that has them comes or goes.
    """
    return _memory("Anonymous")


def _memory(name: str) -> float:
    try:
        text = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return int(text.split(f"\n{name}:")[1].split()[0]) / 1024


def pass_time(milliseconds: int) -> None:
    """Let the program run.  The event loop never sleeps meanwhile, as QTest's own waiting does."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    # To the millisecond, as long as it is short.  Without the loop as its context Qt for Python
    # never gives back half a kilobyte of it, and a call waits some hundred times.
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()


def until(holds: Callable[[], object], what: str) -> None:
    """Let the program run until it holds.  Raises TimeoutError."""
    end = monotonic() + PATIENCE
    while not holds():
        if monotonic() > end:
            raise TimeoutError(what)
        pass_time(1)


def painted(widget: QWidget) -> None:
    """Let the program run until the widget has been painted once more."""
    from tests.benchmarks.eye import Eye

    eye = Eye()
    widget.installEventFilter(eye)
    widget.update()
    until(lambda: eye.saw, "the paint")
    widget.removeEventFilter(eye)


@dataclass(slots=True)
class Seat:
    """An open program with an operator's hands."""

    program: Program
    _line_calls: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def workstation(self) -> Workstation:
        from ui.workstation import Workstation

        there = self.program.workstation
        assert isinstance(there, Workstation)
        return there

    @property
    def card(self) -> CallCard | None:
        return self.workstation.cards.current

    def press(self, keys: str) -> None:
        """One chord into the window."""
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest

        self._come_forward()
        window = self.program.window.windowHandle()
        assert window is not None
        QTest.keySequence(window, QKeySequence(keys))

    def write(self, text: str, *, pause: int = 0) -> None:
        """Letters into what has the focus; the program runs at least `pause` ms after each."""
        from PySide6.QtWidgets import QApplication

        from tests.ui.keys import type_text

        self._come_forward()
        for letter in text:
            focus = QApplication.focusWidget()
            assert focus is not None, "nobody listens"
            type_text(focus, letter)
            pass_time(pause)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        until(lambda: self.program.tasks.idle, "the end of what is under way")

    def until_gate(self) -> None:
        """Until the passphrase can be written: the store is not open yet."""
        from ui.panels.gate import PassphraseGate

        window = self.program.window
        until(lambda: window.findChildren(PassphraseGate), "the gate")

    def open_gate(self) -> None:
        self.until_gate()
        self.write(_secrets()[0])
        self.press("Return")

    def _come_forward(self) -> None:
        """Where nobody manages windows, a window has to ask for the keys itself."""
        window = self.program.window
        if not window.isActiveWindow():
            window.activateWindow()
            until(window.isActiveWindow, "the keys")

    def until_door(self) -> None:
        """Until the operator can sign in."""
        from ui.panels.sign_in import SignIn

        window = self.program.window
        until(lambda: any(door.isVisible() for door in window.findChildren(SignIn)), "the door")
        painted(window)

    def fill_in_door(self) -> None:
        from ui.panels.sign_in import SignIn

        self.until_door()
        self.settle()
        (door,) = (d for d in self.program.window.findChildren(SignIn) if d.isVisible())
        _, user, password = _secrets()
        door.user.set_text(user)
        door.password.set_text(password)
        door.password.edit.setFocus()
        pass_time(20)

    def until_at_desk(self) -> None:
        """Until the door is gone and the cards are in sight."""
        until(self.workstation.cards.isVisible, "the desk")
        painted(self.program.window)

    def until_card(self, line_call: str | None = None) -> None:
        """Until a card can be written in: the call's, or that of a call by hand."""

        def ready() -> bool:
            card = self.card
            return (
                card is not None
                and card.isVisible()
                and card.call.line_call == line_call
                and card.isAncestorOf(self.program.window.focusWidget())
            )

        until(ready, "the card")
        card = self.card
        assert card is not None
        painted(card)

    def put_away(self) -> None:
        """Close the call of the card in sight, so that the next start finds nothing in hand."""
        card, desk = self.card, self.program.desk
        assert card is not None
        assert desk is not None
        verb = partial(desk.desk.calls.close, card.call.id, NO_ENTRY)
        self.program.tasks.run(self.program.window, verb)
        self.settle()

    def sign_in(self) -> None:
        """From the gate to the desk."""
        self.open_gate()
        self.fill_in_door()
        self.press("Return")
        self.until_at_desk()
        self.settle()

    def ring(self, number: str) -> str:
        """The line tells of a call; the line's name of it."""
        from kundcenter.domain.lines import Rang

        line_call = f"bench-{next(self._line_calls)}"
        self.program.tasks.tell(
            Rang(line_call, number=number, queue="1177", waited=timedelta(seconds=40))
        )
        return line_call


@contextmanager
def seated(folder: Path) -> Iterator[Seat]:
    """The program begun on a profile, as `kundcenter` begins it."""
    from kundcenter.start.program import Program, application
    from ui.widgets.focus import FocusRings

    app = application()
    rings = FocusRings(app)
    program = Program(app, folder)
    program.window.resize(1280, 800)
    program.begin()
    try:
        yield Seat(program)
    finally:
        program.window.close()
        program.close()
        del rings


def _secrets() -> tuple[str, str, str]:
    """The passphrase, the user, the password."""
    passphrase, user, password = json.loads(os.environ["BENCH_SECRETS"])
    return passphrase, user, password
