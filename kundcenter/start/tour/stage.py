"""What the scenes are played on: the program itself, opened on a profile and closed again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from kundcenter.adapters.exchange_simulator.control import Control
from kundcenter.adapters.exchange_simulator.process import SimulatedExchange
from kundcenter.adapters.key_sources import KeySource
from kundcenter.start.furnish import EXCHANGE, Exchange
from kundcenter.start.program import Program
from kundcenter.start.tour.eyes import shown_windows
from kundcenter.start.tour.player import Missed, Player
from ui.language import install

SIZE = (1280, 800)
# Nobody calls but those whom a scene lets call, and nobody else answers them.
QUIET = ("--arrivals", "none", "--colleagues", "0", "--wrap-up", "0")


class Switchboard:
    """The simulated exchange behind an open program: it rings, dies and comes back."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def ring(
        self, number: str | None, *, keyed_id: str | None = None, talk: float = 3600.0
    ) -> None:
        """Let somebody call who waits, and talks, longer than any scene lasts."""
        with self._control() as control:
            control.ring(number, keyed_id=keyed_id, talk=talk, patience=3600.0)

    def die(self) -> None:
        self._simulated.kill()

    def come_back(self) -> None:
        """The same exchange at the same place, without the calls it had."""
        gone = self._simulated
        again = SimulatedExchange(EXCHANGE, (*QUIET, "--port", str(gone.port)))
        again.secret, again.control_secret = gone.secret, gone.control_secret
        again.start()
        exchange = self._exchange
        self._program.exchange = Exchange(exchange.line, exchange.there, again)

    @property
    def _exchange(self) -> Exchange:
        assert self._program.exchange is not None
        return self._program.exchange

    @property
    def _simulated(self) -> SimulatedExchange:
        assert self._exchange.simulated is not None
        return self._exchange.simulated

    def _control(self) -> Control:
        return self._simulated.control()


@dataclass(frozen=True, slots=True)
class Stage:
    """The application and the folder for what is thrown away afterwards."""

    app: QApplication
    folder: Path

    @contextmanager
    def as_large(self, wide: int, high: int) -> Iterator[None]:
        """The open window in another size, for a while."""
        window = shown_windows()[0]
        before = window.geometry()
        window.setGeometry(0, 0, wide, high)
        yield
        window.setGeometry(before)

    @contextmanager
    def in_english(self) -> Iterator[None]:
        """What is opened inside speaks English."""
        install(self.app, QLocale(QLocale.Language.English))
        yield
        install(self.app, QLocale(QLocale.Language.Swedish))

    @contextmanager
    def opened(
        self,
        player: Player,
        profile: Path,
        source: KeySource | None,
        *,
        size: tuple[int, int] = SIZE,
        now: Callable[[], datetime] | None = None,
    ) -> Iterator[Program]:
        """The program on a profile, its window at the upper left of the screen.

        `now` in place of the machine's clock.
        """
        program = Program(self.app, profile, source=source, callers=QUIET, now=now)
        window = program.window
        window.setGeometry(0, 0, *size)
        QCursor.setPos(self.app.primaryScreen().geometry().bottomRight())  # it points at nothing
        player.busy = lambda: not program.tasks.idle
        program.begin()
        window.activateWindow()
        try:
            yield program
        except Missed:
            player.show_trouble()
            raise
        finally:
            player.busy = lambda: False
            window.close()
            program.close()
            window.deleteLater()
            program.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
