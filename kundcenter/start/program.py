"""Start the workstation: the window first, everything that takes time behind it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import main_thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSettings, Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QApplication

from kundcenter.errors import KundcenterError
from kundcenter.logs import log_to
from ui.collecting import Collector
from ui.language import install
from ui.panels.gate import PassphraseGate, StartGate, StopGate
from ui.system_lock import SystemLock
from ui.tasks import Lane, Tasks
from ui.texts import sentence
from ui.theme.fonts import cut_strong, load_fonts
from ui.theme.look import Look
from ui.theme.wear import refresh, wear
from ui.widgets.focus import FocusRings
from ui.window import Window

if TYPE_CHECKING:
    from db.mirror.outbox import MirrorBehind
    from kundcenter.adapters.key_sources import KeySource
    from kundcenter.settings import CentreSettings
    from kundcenter.start.entrance import Entrance, PassphraseNeeded
    from kundcenter.start.furnish import Exchange
    from kundcenter.start.hand_off import HandOffEar, Take
    from kundcenter.start.link import Link
    from kundcenter.start.opening import OpenDesk
    from ui.link import LinkView

log = logging.getLogger(__name__)


class Program(QObject):
    """One run of the workstation on one profile folder.

    `callers` are options for the simulated exchange of a demonstration.
    """

    mirror_told = Signal(bool)  # whether the mirror holds everything; from any thread

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        *,
        source: KeySource | None = None,
        callers: Sequence[str] = (),
        now: Callable[[], datetime] | None = None,
    ) -> None:
        """`now` in place of the machine's clock."""
        super().__init__()
        self._app, self._folder, self._source = app, folder, source
        self._now = now
        self._callers = tuple(callers)
        self._cache = cache_folder()
        self._entrance: Entrance | None = None
        self._mail_password = ""
        self.desk: OpenDesk | None = None
        self.exchange: Exchange | None = None
        self.link: Link | None = None
        self.tasks = Tasks(self)
        self.window = Window()
        self._place_window()
        self.workstation: QObject | None = None
        self.ear: HandOffEar | None = None
        self._log: logging.Handler | None = None
        self.tasks.failed.connect(self._on_failed)
        self.window.closing.connect(app.quit)
        app.aboutToQuit.connect(self.close)

    def begin(self) -> None:
        """Show the window, then open the profile behind it."""
        self.window.show_door(StartGate())
        self.window.show()
        self.tasks.run(self, partial(cut_strong, self._cache), self._set_type, lane=Lane.OUTSIDE)
        self._knock()

    def _place_window(self) -> None:
        """Where it stood the last time, or large enough for a card without scrolling."""
        kept = QSettings("kundcenter", "kundcenter").value("window")
        if not (isinstance(kept, QByteArray) and self.window.restoreGeometry(kept)):
            room = self._app.primaryScreen().availableSize()
            self.window.resize(min(1440, room.width()), min(940, room.height()))

    def close(self) -> None:
        """Stop the line, let work that has begun finish, and let go of the profile."""
        QSettings("kundcenter", "kundcenter").setValue("window", self.window.saveGeometry())
        if self.ear is not None:
            self.ear.close()
        if self.exchange is not None:
            self.exchange.stop()
            self.exchange = None
        if self._entrance is not None:
            self._entrance.close()
        if self.desk is not None:
            self.tasks.run(self, self.desk.desk.sessions.sign_out, refused=_forgive)
        self.tasks.close()
        if self.link is not None:
            self.link.stop()
            self.link = None
        if self.desk is not None:
            self.desk.close()
            self.desk = None
        if self._log is not None:
            logging.getLogger().removeHandler(self._log)
            self._log.close()

    def _set_type(self, _: object) -> None:
        load_fonts(self._cache)
        refresh(self._app)

    def _knock(self) -> None:
        self.window.show_door(StartGate())
        announce = partial(_tell, self.mirror_told)
        work = partial(_knock, self._folder, self._source, announce, self._now)
        self.tasks.run(self, work, self._answered, self._stopped)

    def _answered(self, answer: tuple[Entrance, OpenDesk | PassphraseNeeded]) -> None:
        from kundcenter.start.entrance import PassphraseNeeded

        self._entrance, opened = answer
        if isinstance(opened, PassphraseNeeded):
            self._ask_passphrase(opened.new)
        else:
            self._opened(opened)

    def _ask_passphrase(self, new: bool) -> None:
        words = self.tr("Datorn har ingen nyckelring. En lösenfras låser databasen i stället.")
        if not new:
            words = self.tr("Databasen är låst med en lösenfras.")
        gate = PassphraseGate(self.tr("Lås upp databasen"), words, new=new)
        gate.submitted.connect(partial(self._try_passphrase, gate))
        self.window.show_door(gate)

    def _try_passphrase(self, gate: PassphraseGate, passphrase: str) -> None:
        assert self._entrance is not None
        work = partial(self._entrance.open_with, passphrase)
        self.tasks.run(self, work, self._opened, lambda error: gate.show_error(sentence(error)))

    def _opened(self, desk: OpenDesk) -> None:
        self.desk = desk
        if self._log is None:
            self._log = log_to(desk.profile.logs)
        self.tasks.run(self, partial(_secrets, desk), self._join_exchange, self._stopped)

    def _join_exchange(self, secrets: tuple[str, str]) -> None:
        assert self.desk is not None
        assert self._entrance is not None
        secret, self._mail_password = secrets
        demo = self.desk.profile.demo
        work = partial(_exchange, self._entrance, secret, demo=demo, callers=self._callers)
        self.tasks.run(self, work, self._furnish, self._stopped, lane=Lane.OUTSIDE)

    def _furnish(self, exchange: Exchange) -> None:
        from kundcenter.start.furnish import furnish
        from ui.link import LinkView
        from ui.workstation import Workstation

        assert self.desk is not None
        assert self._entrance is not None
        self.exchange = exchange
        settings = self._entrance.settings()
        view = LinkView(self) if self.desk.local is not None else None
        services = furnish(
            self.desk.desk,
            exchange.line,
            self._cache,
            settings=settings,
            demo=self.desk.profile.demo,
            mail_password=self._mail_password,
        )
        workstation = Workstation(
            self.tasks,
            services,
            self.window,
            place=settings.place,
            demo=self.desk.profile.demo,
            line_expected=exchange.there,
            idle_minutes=settings.idle_minutes,
            link=view,
        )
        self.workstation = workstation
        workstation.show_store(whole=self.desk.mirror.trouble is None)
        self.mirror_told.connect(lambda whole: workstation.show_store(whole=whole))
        exchange.line.start(self.tasks.tell)
        self.ear = _ear(self._folder, workstation.handed.take, self)
        if view is not None and settings.centre is not None:
            view.erased.connect(self._erase, Qt.ConnectionType.QueuedConnection)
            self.link = _linked(self.desk, settings.centre, view, self.tasks)
        elif view is not None:
            _unlinked(self.desk, view, self.tasks)
        system = SystemLock(self)
        system.locked.connect(workstation.lock)
        system.listen()
        workstation.open()

    @Slot()
    def _erase(self) -> None:
        """The centre has all that was done here, and wants it gone from this machine."""
        centre = self._entrance.settings().centre if self._entrance is not None else None
        desk, self.desk = self.desk, None
        link, self.link = self.link, None
        if self.ear is not None:
            self.ear.close()
        if desk is not None and centre is not None:
            self.window.show_door(StartGate())
            self.tasks.run(self, partial(_erase, desk, centre, link), refused=self._stopped)

    def _on_failed(self, number: str) -> None:
        """Something unforeseen before there is a desk to say it at."""
        if self.workstation is None:
            words = self.tr("Något gick fel i programmet. Felet är antecknat med nummer {number}.")
            self._stop(words.format(number=number))

    def _stopped(self, error: KundcenterError) -> None:
        self._stop(sentence(error))

    def _stop(self, words: str) -> None:
        if self.desk is not None:  # or trying again would find its own profile in use
            self.desk.close()
            self.desk = None
        gate = StopGate(self.tr("Arbetsstationen kunde inte öppnas"), words)
        gate.retried.connect(self._knock)
        gate.left.connect(self.window.close)
        self.window.show_door(gate)


def _forgive(_: KundcenterError) -> None:
    """The session could not be closed; the next sign-in closes it."""


def _tell(whole: SignalInstance, behind: MirrorBehind | None) -> None:
    whole.emit(behind is None)


def _knock(
    folder: Path,
    source: KeySource | None,
    announce: Callable[[MirrorBehind | None], None],
    now: Callable[[], datetime] | None,
) -> tuple[Entrance, OpenDesk | PassphraseNeeded]:
    """Runs on the store lane, where SQLAlchemy is first imported, behind the painted window."""
    from kundcenter.start.entrance import Entrance

    entrance = Entrance(folder, source=source, gui=main_thread(), announce=announce, now=now)
    return entrance, entrance.knock()


def _secrets(desk: OpenDesk) -> tuple[str, str]:
    """Of the desk at the exchange, and of its account at the mail server."""
    from kundcenter.start.desk_secrets import Secret, kept

    return kept(desk.engine, Secret.LINE), kept(desk.engine, Secret.MAIL)


def _exchange(entrance: Entrance, secret: str, *, demo: bool, callers: Sequence[str]) -> Exchange:
    from kundcenter.start.furnish import exchange_for

    return exchange_for(entrance.settings(), secret, demo=demo, callers=callers)


def _ear(folder: Path, take: Take, parent: QObject) -> HandOffEar:
    """What other programs hand in to this profile is heard from now on, where that is safe."""
    from kundcenter.start.hand_off import HandOffEar

    ear = HandOffEar(folder, take, parent)
    ear.listen()
    return ear


def _linked(desk: OpenDesk, centre: CentreSettings, view: LinkView, tasks: Tasks) -> Link:
    """The link of a desk that has a centre, begun.  Only such a desk imports any of it."""
    from kundcenter.start.joining import begin_link

    return begin_link(
        desk,
        centre,
        tell=view.tell,
        announce=tasks.announce,
        ended=view.ended.emit,
        erase=view.erased.emit,
    )


def _unlinked(desk: OpenDesk, view: LinkView, tasks: Tasks) -> None:
    from kundcenter.start.unlinked import tell_unlinked

    tell_unlinked(desk, tasks, view)


def _erase(desk: OpenDesk, centre: CentreSettings, link: Link | None) -> None:
    from kundcenter.start.erasing import erase_desk

    erase_desk(desk, centre, link)


def cache_folder() -> Path:
    """Where the cut typeface is kept: nothing in it is about anybody."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("kundcenter", appauthor=False))


def application() -> QApplication:
    """The application in its plain look and the user's language."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("kundcenter")
    app.setApplicationDisplayName("Kundcenter")
    install(app)
    load_fonts(cache_folder())
    wear(app, Look())
    return app


def run(folder: Path, *, source: KeySource | None = None, callers: Sequence[str] = ()) -> int:
    """Run the workstation until its window closes; returns the exit code."""
    from kundcenter.adapters.hardening import harden

    harden()
    app = application()
    rings = FocusRings(app)
    Collector(app)
    program = Program(app, folder, source=source, callers=callers)
    program.begin()
    code = app.exec()
    del rings
    return code
