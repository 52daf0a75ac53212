"""The desktop's own lock is heard on a message bus of the test's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ui.system_lock import session_path

ROOT = Path(__file__).parents[2]
HEARING = """
import subprocess, sys
from PySide6.QtCore import QCoreApplication, QTimer
from ui.system_lock import SystemLock

app = QCoreApplication([])
lock = SystemLock()
heard = []
lock.locked.connect(lambda: heard.append(1))
assert lock.listen()

def emit(bus, path, name, *said):
    subprocess.run(["gdbus", "emit", bus, "--object-path", path, "--signal", name, *said])

def act():
    bus, path, name, *said = sys.argv[1:]
    emit(bus, path, name, *said)
    QTimer.singleShot(300, app.quit)

QTimer.singleShot(0, act)
app.exec()
print(len(heard))
"""
LOGIN = "/org/freedesktop/login1"


def heard(*signal: str) -> str:
    """How often the lock was told of, when the signal was sent on the bus."""
    whole = 'DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS" exec "$@"'
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", whole, "sh", sys.executable, "-c", HEARING, *signal],
        cwd=ROOT,
        env={**os.environ, "XDG_SESSION_ID": "2", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gdbus")), reason="needs a message bus"
)
@pytest.mark.parametrize(
    ("signal", "times"),
    [
        (("--session", "/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged", "true"), "1"),
        (("--session", "/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", "true"), "1"),
        (("--session", "/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged", "false"), "0"),
        (("--system", LOGIN, "org.freedesktop.login1.Manager.PrepareForSleep", "true"), "1"),
        (("--system", LOGIN, "org.freedesktop.login1.Manager.PrepareForSleep", "false"), "0"),
        (("--system", f"{LOGIN}/session/_32", "org.freedesktop.login1.Session.Lock"), "1"),
        (("--system", f"{LOGIN}/session/_33", "org.freedesktop.login1.Session.Lock"), "0"),
    ],
)
def test_the_lock_of_the_desktop_and_sleep_are_heard(signal: tuple[str, ...], times: str) -> None:
    assert heard(*signal) == times


@pytest.mark.parametrize(
    ("session", "path"),
    [
        ("2", f"{LOGIN}/session/_32"),
        ("c1", f"{LOGIN}/session/c1"),
        ("12", f"{LOGIN}/session/_312"),
        ("a-b", f"{LOGIN}/session/a_2db"),
        ("", ""),
    ],
)
def test_the_path_of_a_session_is_spelt_as_logind_spells_it(session: str, path: str) -> None:
    assert session_path(session) == path
