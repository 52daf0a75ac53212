"""The workstation's ear for other programs: what they hand in is read, checked and passed on.

It lies in the window's own event loop and never waits.  Whatever comes is bounded: so many
connections at once and so many a second, so many bytes and so long a silence each.  What is beyond
waits at the system, at whoever sends, and costs the window nothing.  No word of it is ever logged.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from kundcenter.adapters.hand_off import guarded, is_own, make_way
from kundcenter.domain.switchboard.handed import (
    MOST,
    HandedDial,
    HandedInvalid,
    HandedReply,
    HandedRing,
    read_url,
)
from kundcenter.errors import KundcenterError

log = logging.getLogger(__name__)

AT_ONCE = 16  # connections
BURST, EVERY_MS = 20, 50  # so many connections in a row, then one each so many milliseconds
SILENT_MS = 500  # a program on this computer has nothing to wait for
TOLD_EVERY_MS = 60_000  # refusals are counted in the log no oftener

Take = Callable[[HandedRing | HandedDial], HandedReply]


class HandOffEar(QObject):
    """`take` is given what could be read, and says what to answer."""

    def __init__(self, profile: Path, take: Take, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profile, self._take = profile, take
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(AT_ONCE)
        self._server.newConnection.connect(self._admit)
        self._open: set[_Talk] = set()
        self._tokens = BURST
        self._refill = QTimer(self)
        self._refill.setInterval(EVERY_MS)
        self._refill.timeout.connect(self._on_refill)
        self._refused = 0
        self._told: QElapsedTimer | None = None

    @property
    def open(self) -> bool:
        return self._server.isListening()

    def listen(self) -> bool:
        """Begin; False, with a line in the log, where that cannot be done safely.

        What a workstation that was killed has left is taken over: the profile is locked, so
        nobody else can be listening for it.
        """
        try:
            way = make_way(self._profile)
        except (OSError, KundcenterError) as error:
            log.warning("no hand-off from other programs: %s", type(error).__name__)
            return False
        if not self._server.listen(way):
            log.warning("no hand-off from other programs: %s", self._server.serverError().name)
            return False
        if not guarded(way):
            self._server.close()
            log.warning("no hand-off from other programs: others could reach it")
            return False
        return True

    def close(self) -> None:
        self._refill.stop()
        self._server.close()
        for talk in tuple(self._open):
            talk.drop()

    def _admit(self) -> None:
        """Hear those who wait, as many as may be heard now."""
        server = self._server
        while self._tokens and len(self._open) < AT_ONCE and server.hasPendingConnections():
            socket = server.nextPendingConnection()
            self._tokens -= 1
            if is_own(int(socket.socketDescriptor())):
                talk = _Talk(socket, self)
                self._open.add(talk)
                talk.begin()
            else:
                self._count_refused()
                socket.abort()
                socket.deleteLater()
        if not self._refill.isActive() and self._server.isListening():
            self._refill.start()

    def _on_refill(self) -> None:
        self._tokens = min(self._tokens + 1, BURST)
        if self._server.hasPendingConnections():
            self._admit()
        elif self._tokens == BURST:
            self._refill.stop()

    def hear(self, line: bytes) -> HandedReply:
        """What is answered to one line."""
        try:
            handed = read_url(line.decode("ascii"))
        except (UnicodeDecodeError, HandedInvalid):
            self._count_refused()
            return HandedReply.REFUSED
        return self._take(handed)

    def forget(self, talk: _Talk) -> None:
        """It is over."""
        self._open.discard(talk)
        if self._server.hasPendingConnections():
            self._admit()

    def _count_refused(self) -> None:
        self._refused += 1
        if self._told is None or self._told.elapsed() > TOLD_EVERY_MS:
            self._told = self._told or QElapsedTimer()
            self._told.start()
            log.info("hand-offs refused so far: %d", self._refused)


class _Talk(QObject):
    """One program that hands something in: one line, one word back."""

    def __init__(self, socket: QLocalSocket, ear: HandOffEar) -> None:
        super().__init__(ear)
        self._socket, self._ear, self._heard = socket, ear, b""
        self._answered = self._gone = False
        socket.setParent(self)
        socket.setReadBufferSize(MOST + 2)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self._over)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(self.drop)

    def begin(self) -> None:
        self._silence.start(SILENT_MS)
        self._read()  # it may have said everything already

    def drop(self) -> None:
        self._socket.abort()
        self._over()

    def _read(self) -> None:
        if self._answered:
            self._socket.readAll()
            return
        self._heard += self._socket.readAll().data()
        line, ended, rest = self._heard.partition(b"\n")
        if not ended and len(line) <= MOST:
            return
        self._answered = True
        whole = ended and not rest and len(line) <= MOST
        reply = self._ear.hear(line if whole else b"")
        self._heard = b""
        self._socket.write(f"{reply}\n".encode())
        self._socket.disconnectFromServer()

    def _over(self) -> None:
        if self._gone:
            return
        self._gone = True
        self._silence.stop()
        self._ear.forget(self)
        self.deleteLater()
