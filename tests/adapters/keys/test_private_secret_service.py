"""A Secret Service of our own comes, keeps its secrets to itself, and goes without a trace."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from uuid import uuid4

import pytest

from kundcenter.adapters.key_errors import KeyringLocked
from kundcenter.adapters.keyring_store import KeyringStore
from kundcenter.adapters.private_secret_service import private_secret_service

pytestmark = pytest.mark.usefixtures("needs_gnome_keyring")

ROOT = Path(__file__).parents[3]
PASSWORD = "kanariefågel i köket"


def running(phrase: str) -> list[str]:
    """The command lines and surroundings of all processes that have the phrase in them."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            told = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
        except (FileNotFoundError, PermissionError, ProcessLookupError):
            continue
        if phrase.encode() in told:
            found.append(told.decode(errors="replace"))
    return found


def sockets_of(environment: object) -> str:
    """The folder of the private bus, which is in the command line of both daemons."""
    assert isinstance(environment, dict)
    return str(Path(environment["DBUS_SESSION_BUS_ADDRESS"].removeprefix("unix:path=")).parent)


def test_it_opens_again_with_its_password_and_with_no_other(tmp_path: Path) -> None:
    profile = uuid4()
    with private_secret_service(tmp_path, PASSWORD) as environment:
        KeyringStore(environment=environment).keep(profile, bytes(range(32)))
    with (
        pytest.raises(KeyringLocked),
        private_secret_service(tmp_path, "en annan fågel") as environment,
    ):
        pytest.fail("it opened with another password")
    with private_secret_service(tmp_path, PASSWORD) as environment:
        store = KeyringStore(environment=environment)
        assert store.usable()
        assert store.fetch(profile) == bytes(range(32))


def test_the_keyring_on_the_disk_shows_no_key(tmp_path: Path) -> None:
    key = bytes(range(32))
    with private_secret_service(tmp_path, PASSWORD) as environment:
        KeyringStore(environment=environment).keep(uuid4(), key)
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert written
    assert key not in written
    assert key.hex().encode() not in written


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_the_password_is_no_argument_and_no_variable_of_any_process(tmp_path: Path) -> None:
    with private_secret_service(tmp_path, PASSWORD) as environment:
        assert running(sockets_of(environment))
        assert running(PASSWORD) == []


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_nothing_is_left_when_it_ends(tmp_path: Path) -> None:
    before = dict(os.environ)
    with private_secret_service(tmp_path, PASSWORD) as environment:
        sockets = sockets_of(environment)
        assert dict(os.environ) == before, "the program's own environment is not touched"
    assert running(sockets) == []
    assert not Path(sockets).exists()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_nothing_runs_on_when_the_program_is_killed(tmp_path: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path\n"
        "from kundcenter.adapters.private_secret_service import private_secret_service\n"
        f"with private_secret_service(Path({str(tmp_path)!r}), 'tio små hus') as environment:\n"
        "    print(environment['DBUS_SESSION_BUS_ADDRESS'], flush=True); time.sleep(60)\n"
    )
    owner = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert owner.stdout is not None
    with owner:
        address = owner.stdout.readline().strip()
        owner.kill()
    sockets = str(Path(address.removeprefix("unix:path=")).parent)
    assert Path(sockets).parent == Path(tempfile.gettempdir())
    until = time.monotonic() + 10
    while running(sockets) and time.monotonic() < until:
        time.sleep(0.05)
    assert running(sockets) == []


@pytest.mark.parametrize("password", ["", "två\nrader"])
def test_a_password_is_one_line(password: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError), private_secret_service(tmp_path, password):
        pytest.fail("it started")
