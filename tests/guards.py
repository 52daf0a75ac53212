"""What every test is guarded against: the network, the user's own folders, leaks of any kind."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
from collections.abc import Iterable
from pathlib import Path

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
PINNED = {
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    "TZ": "UTC",
}
UNSET = ("DBUS_SESSION_BUS_ADDRESS", "KUNDCENTER_PROFILE", "LANGUAGE")
FOLDERS = {
    "HOME": "home",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_RUNTIME_DIR": "run",
    "XDG_STATE_HOME": "state",
}


def surround(root: Path) -> None:
    """Give this process and its children a home of their own, one language and one time zone.

    Must run before Qt and keyring are imported: both read these once.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in UNSET:
        os.environ.pop(name, None)
    os.environ.update(PINNED)
    for name, folder in FOLDERS.items():
        (root / folder).mkdir(mode=0o700)
        os.environ[name] = str(root / folder)
    time.tzset()


class NetworkGuard:
    """An audit hook that refuses every socket but local ones, and remembers who tried.

    It sees what Python's own `socket` does in this process; a child process and the network code
    inside libpq and Qt are out of its sight.
    """

    def __init__(self) -> None:
        self.loopback = False
        self.tried: list[str] = []

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        if event in {"socket.connect", "socket.sendto", "socket.bind"}:
            endpoint, address = args[0], args[1]
            if getattr(endpoint, "family", None) == socket.AF_UNIX:
                return
            host = address[0] if isinstance(address, tuple) else None
        elif event in {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}:
            host = args[0]
        else:
            return
        if not (self.loopback and host in LOOPBACK):
            self.tried.append(f"{event} {host}")
            raise ConnectionRefusedError(f"no network in tests: {event} {host}")


def threads_left(before: Iterable[threading.Thread], *, patience: float = 1.0) -> list[str]:
    """The names of threads that were started after `before` and do not end within `patience` s."""
    known = set(before)
    until = time.monotonic() + patience
    left = []
    for thread in threading.enumerate():
        if thread not in known:
            thread.join(max(0.0, until - time.monotonic()))
            if thread.is_alive():
                left.append(thread.name)
    return left


def windows_left() -> list[str]:
    """The visible top-level widgets, closed here so that the next test does not inherit them."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets else None
    if application is None or not hasattr(application, "topLevelWidgets"):
        return []
    left = [widget for widget in application.topLevelWidgets() if widget.isVisible()]
    names = [f"{type(widget).__name__} {widget.objectName()!r}" for widget in left]
    for widget in left:
        widget.close()
    return names


def unexpected(said: list[str], expected: tuple[str, ...]) -> list[str]:
    """What was said but contains no expected phrase, and what was expected but never said."""
    surprises = [f"said: {line}" for line in said if not any(part in line for part in expected)]
    missing = [f"never said: {p}" for p in expected if not any(p in line for line in said)]
    return surprises + missing
