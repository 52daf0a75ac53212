"""A Secret Service of our own for machines that have none: demonstrations and tests.

It is a real gnome-keyring on a message bus of its own, so the keyring policy stays as it is.
Nothing of the machine is changed and the program's own environment neither: only what is asked of
the keyring sees the private bus, or the input method and the screen reader would look for their
services there.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from kundcenter.adapters.key_errors import KeyringAway, KeyringLocked
from kundcenter.adapters.keyring_backends import DBUS_SECRETS, KeyringState
from kundcenter.adapters.keyring_store import KeyringStore

PROGRAMS = ("sh", "dbus-daemon", "gnome-keyring-daemon")

# Without service files the bus starts nothing on its own: no prompter, so nothing ever prompts.
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="false"/>
    <allow eavesdrop="false"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

# The shell holds the other end of a pipe: when this program ends in whatever way, the pipe
# closes and both daemons go.  The password comes through it and is no argument of anything.
_SCRIPT = """
IFS= read -r password
dbus-daemon --config-file="$1/bus.conf" --nofork --nopidfile &
bus=$!
tries=0
while [ ! -S "$1/bus" ] && [ "$tries" -lt 200 ]; do sleep 0.05; tries=$((tries + 1)); done
printf %s "$password" | gnome-keyring-daemon --foreground --unlock --components=secrets \
  --control-directory="$1/control" &
ring=$!
unset password
cat > /dev/null
kill "$ring" "$bus"
wait
"""


def installed() -> bool:
    """Whether this machine has what a private Secret Service is made of."""
    return all(shutil.which(program) for program in PROGRAMS)


@contextmanager
def private_secret_service(
    folder: Path, password: str, *, patience: float = 20.0
) -> Iterator[Mapping[str, str]]:
    """The environment for a KeyringStore while the service runs; at the end all of it is gone.

    The keyring's encrypted file stays in `folder` and opens next time with the same password.
    Raises KeyringAway when it does not start, KeyringLocked when the password is another one.
    """
    if "\n" in password or not password:
        raise ValueError("one line of text")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # a socket's path has room for 107 characters, so it does not lie in the folder
    with tempfile.TemporaryDirectory(prefix="kc-") as sockets:
        bus = Path(sockets, "bus")
        Path(sockets, "bus.conf").write_text(_BUS.format(socket=bus), encoding="ascii")
        environment = {
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={bus}",
            "PYTHON_KEYRING_BACKEND": DBUS_SECRETS,
        }
        daemons = _start(Path(sockets), folder, environment)
        try:
            _unlock(daemons, password)
            _wait_for(daemons, KeyringStore(environment=environment, patience=patience), patience)
            yield environment
        finally:
            _stop(daemons)


def _start(sockets: Path, folder: Path, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    surroundings = {**os.environ, **environment, "XDG_DATA_HOME": str(folder)}
    surroundings["XDG_RUNTIME_DIR"] = str(sockets)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        surroundings.pop(name, None)
    try:
        return subprocess.Popen(  # noqa: S603  our own script
            ["sh", "-c", _SCRIPT, "sh", str(sockets)],  # noqa: S607  wherever the system has it
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=surroundings,
            start_new_session=True,
        )
    except OSError as error:
        raise KeyringAway(reason="not_started", errno=error.errno) from None


def _unlock(daemons: subprocess.Popen[bytes], password: str) -> None:
    assert daemons.stdin is not None
    daemons.stdin.write(password.encode() + b"\n")
    daemons.stdin.flush()


def _wait_for(daemons: subprocess.Popen[bytes], store: KeyringStore, patience: float) -> None:
    until = time.monotonic() + patience
    found_locked = 0
    while time.monotonic() < until and daemons.poll() is None:
        state = store.state()
        if state is KeyringState.OPEN:
            return
        found_locked += state is KeyringState.LOCKED
        if found_locked == 3:  # it is on the bus before it has tried the password
            raise KeyringLocked(backend=DBUS_SECRETS)
        time.sleep(0.05)
    raise KeyringAway(reason="not_started", backend=DBUS_SECRETS)


def _stop(daemons: subprocess.Popen[bytes]) -> None:
    assert daemons.stdin is not None
    with suppress(OSError):
        daemons.stdin.close()
    try:
        tidy = daemons.wait(5) >= 0  # the shell ended its children and waited for them
    except subprocess.TimeoutExpired:
        tidy = False
    if not tidy:
        with suppress(ProcessLookupError):
            os.killpg(daemons.pid, signal.SIGKILL)
        daemons.wait()
