"""Hears from a Linux desktop that its session is locked, sent to sleep, or left for another user.

Where there is no message bus nothing is heard; `SessionWatch` notices sleep everywhere.
"""

from __future__ import annotations

import logging
import os

from PySide6.QtCore import SLOT, QObject, Signal, Slot

log = logging.getLogger(__name__)
SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
LOGIN = "org.freedesktop.login1"


class SystemLock(QObject):
    """`locked` when the desk ought to be locked.  Whoever sends it can do no more than that."""

    locked = Signal()

    def listen(self) -> bool:
        """Begin to listen; whether there was anything to listen to."""
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:
            return False
        heard = False
        session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
        path = session_path(os.environ.get("XDG_SESSION_ID", ""))
        turned, told = SLOT("turned(bool)"), SLOT("told()")
        for bus, there, interface, name, slot in (
            *((session, "", saver, "ActiveChanged", turned) for saver in SAVERS),
            (system, "", f"{LOGIN}.Manager", "PrepareForSleep", turned),
            (system, path, f"{LOGIN}.Session", "Lock", told),
        ):
            # Without a path it would be the lock of everybody's session.  The stubs want the
            # slot as bytes, which the library itself refuses.
            if bus.isConnected() and (path or slot is not told):
                heard |= bus.connect("", there, interface, name, self, slot)  # type: ignore[call-overload]
        log.info("listening for the lock of the desktop: %s", heard)
        return heard

    @Slot(bool)
    def turned(self, on: bool) -> None:
        """A screen saver came on, or the machine goes to sleep."""
        if on:
            self.locked.emit()

    @Slot()
    def told(self) -> None:
        self.locked.emit()


def session_path(session: str) -> str:
    """Where logind has the session: `2` is `_32`, for a path may not begin with a figure."""
    if not session:
        return ""
    spelt = "".join(
        sign if sign.isascii() and sign.isalnum() and not (at == 0 and sign.isdecimal())
        else f"_{ord(sign):02x}"
        for at, sign in enumerate(session)
    )  # fmt: skip
    return f"/org/freedesktop/login1/session/{spelt}"
