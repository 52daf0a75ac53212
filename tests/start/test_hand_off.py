"""Handed in from another process to the one that listens, by the real socket."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from kundcenter.adapters.hand_off import deliver, make_way
from kundcenter.domain.switchboard.handed import HandedReply, NobodyHears
from kundcenter.start.hand_off import AT_ONCE, BURST, EVERY_MS, SILENT_MS

ROOT = Path(__file__).parents[2]
NUMBER = "070-174 06 05"
RING = "kundcenter://ring?from=0701740605&to=1177"
PATIENCE = 40.0  # seconds, on a machine that has much to do

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there the way is a pipe")


class Ear:
    """The listening process, and all that it has said."""

    def __init__(self, profile: Path, program: str = "ear_process") -> None:
        self.profile = profile
        self.way = Path(make_way(profile))
        command = (sys.executable, "-m", f"tests.start.{program}", str(profile))
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        self._log = profile.with_suffix(".log")
        with self._log.open("w") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=log, text=True
            )
        self.lines: list[str] = []
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()
        self.hears("ready")

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.strip())

    def until(self, true: Callable[[], bool]) -> None:
        ends = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < ends, self.lines
            assert self.process.poll() is None, self.lines
            time.sleep(0.01)

    def hears(self, line: str) -> None:
        self.until(lambda: line in self.lines)

    def worked(self) -> int:
        """Milliseconds of the processor's time, by now."""
        told = len(self.lines)
        self.until(lambda: any(line.startswith("worked") for line in self.lines[told:]))
        return int([line for line in self.lines if line.startswith("worked")][-1].split()[1])

    @property
    def taken(self) -> list[str]:
        return [line for line in self.lines if line.startswith(("ring", "dial"))]

    def end(self, how: signal.Signals = signal.SIGTERM) -> str:
        """Stop it; what it has logged."""
        self.process.send_signal(how)
        self.process.wait()
        self._reader.join()
        assert self.process.stdout is not None
        self.process.stdout.close()
        return self._log.read_text()


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[Ear]:
    made = Ear(tmp_path / "profil")
    yield made
    if made.process.poll() is None:
        made.end()
    made.way.unlink(missing_ok=True)


def kundcenter(
    profile: Path, *arguments: str, locale: str = "sv_SE.UTF-8"
) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "kundcenter", "--profile", str(profile), *arguments)
    environment = {**os.environ, "LC_ALL": locale}
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def said(way: Path, *parts: bytes) -> bytes:
    """What is answered to bytes that no program of ours would send."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(PATIENCE)
        connection.connect(str(way))
        try:
            for part in parts:
                connection.sendall(part)
            return connection.recv(64)
        except ConnectionError:
            return b""


# -- what is handed in ------------------------------------------------------------------------


def test_an_exchange_of_any_make_hands_in_a_ring(ear: Ear) -> None:
    done = kundcenter(
        ear.profile, "ring", "--from", NUMBER, "--to", "11 77", "--id", "191212121212",
        "--queue", "Växel 1",
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    ear.until(lambda: ear.taken == ["ring +46701740605 1177 Växel 1 191212121212 rings"])


@pytest.mark.parametrize(
    ("url", "heard"),
    [
        ("kundcenter://ring?from=0701740605&to=1177", "ring +46701740605 1177 None None rings"),
        ("kundcenter://ring/?from=&to=77&queue=V%C3%A4xel", "ring None 77 Växel None rings"),
        ("KUNDCENTER://dial?number=08-465%20004%2000", "dial +46846500400"),
        ("tel:+46-8-465-004-00", "dial +46846500400"),
        ("tel:112", "dial 112"),
    ],
)
def test_a_link_is_handed_in_alone_and_by_its_command(ear: Ear, url: str, heard: str) -> None:
    assert kundcenter(ear.profile, url).returncode == 0
    assert kundcenter(ear.profile, "open", url).returncode == 0
    ear.until(lambda: ear.taken == [heard, heard])


def test_what_has_not_rung_cannot_end(ear: Ear) -> None:
    done = kundcenter(ear.profile, "ring", "--from", NUMBER, "--to", "1177", "--ended")
    assert (done.returncode, done.stderr) == (3, "Inget sådant samtal ringer.\n")


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("sv_SE.UTF-8", "Ingen arbetsstation är i gång på profilen.\n"),
        ("en_GB.UTF-8", "No workstation runs on the profile.\n"),
    ],
)
def test_it_says_so_when_no_workstation_runs(tmp_path: Path, locale: str, words: str) -> None:
    done = kundcenter(tmp_path, "ring", "--from", NUMBER, "--to", "1177", locale=locale)
    assert (done.returncode, done.stderr) == (3, words)


def test_another_profile_hears_nothing_of_it(ear: Ear, tmp_path: Path) -> None:
    assert kundcenter(tmp_path / "annan", "open", RING).returncode == 3
    assert ear.taken == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("open", "kundcenter://ring?from=0701740605&to=1177&to=1178"),
        ("open", "javascript:alert(1)"),
        ("ring", "--from", "0701740605 ankn 12", "--to", "1177"),
        ("ring", "--from", "0701740605", "--to", "1177", "--id", "1; DROP TABLE calls"),
        ("open", "tel:" + "0" * 600),
        ("open", "kundcenter://ringåfrom=0701740605&to=1177"),  # no letter becomes a sign
        ("open", "kundcenter://ring?from=0701740605&to=1177&queue=Växel"),
        ("open", "tel:112\ntel:113"),
    ],
)
def test_what_cannot_be_read_is_refused_and_not_repeated(ear: Ear, arguments: tuple[str]) -> None:
    done = kundcenter(ear.profile, *arguments)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert not any(part in done.stderr for part in ("0701740605", "DROP", "alert", "1178"))
    assert ear.taken == []


def test_the_sender_imports_nothing_that_takes_time(tmp_path: Path) -> None:
    program = (
        "import sys; from kundcenter.__main__ import main;"
        f"sys.argv = ['kundcenter', '--profile', {str(tmp_path)!r}, 'open', 'tel:112'];"
        "code = main(); heavy = {'PySide6', 'sqlalchemy', 'phonenumbers', 'msgspec'};"
        "print(heavy & sys.modules.keys(), file=sys.stderr) if heavy & sys.modules.keys() else 0;"
        "sys.exit(code)"
    )
    done = subprocess.run(
        (sys.executable, "-c", program), cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.count("\n")) == (3, 1), done.stderr


# -- whoever means ill ------------------------------------------------------------------------

HOSTILE = (
    b"\n",
    b"\0" * 64 + b"\n",
    b"\xff\xfe" * 100 + b"\n",
    "kundcenter://ring?from=0701740605&to=1177\u202e\n".encode(),
    RING.encode() + b"\r\n",
    RING.encode() + b"\n" + RING.encode() + b"\n",
    RING.encode() + b"&x=1\n",
    RING.encode() + b"&to=112\n",
    b"kundcenter://ring?from=0701740605&to=%31%31%37%37%00\n",
    b"kundcenter://ring?from=0701740605&to=%2531177\n",
    b"kundcenter://ring@example.com?from=0701740605&to=1177\n",
    b"kundcenter://ring/../dial?number=112\n",
    b"http://ring?from=0701740605&to=1177\n",
    b"GET / HTTP/1.1\r\n\r\n",
    b"x" * 100_000,
    b"x" * 100_000 + b"\n",
)


@pytest.mark.parametrize("sent", HOSTILE, ids=range(len(HOSTILE)))
def test_what_no_program_of_ours_would_send_is_refused(ear: Ear, sent: bytes) -> None:
    assert said(ear.way, sent) in {b"refused\n", b""}
    assert deliver(ear.profile, "tel:112") is HandedReply.TAKEN
    ear.until(lambda: ear.taken == ["dial 112"])
    logged = ear.end()
    assert not any(part in logged for part in ("0701740605", "1177", "DROP", "xxx"))


def test_a_line_may_come_in_pieces(ear: Ear) -> None:
    line = RING.encode() + b"\n"
    assert said(ear.way, line[:5], line[5:]) == b"taken\n"


def test_ten_thousand_a_second_cost_the_listener_little(ear: Ear) -> None:
    """So many are heard as a second has room for, the rest wait at whoever sends."""
    assert deliver(ear.profile, "tel:1177") is HandedReply.TAKEN  # what is imported once is
    before = ear.worked()
    seconds, tried = 3, 0
    ends = time.monotonic() + seconds

    def flood() -> None:
        nonlocal tried
        while time.monotonic() < ends:
            with socket.socket(socket.AF_UNIX) as connection:
                connection.setblocking(False)
                tried += 1
                try:
                    connection.connect(str(ear.way))
                    connection.sendall(RING.encode() + b"\n")
                except OSError:
                    continue

    flooding = [Thread(target=flood) for _ in range(4)]
    for each in flooding:
        each.start()
    for each in flooding:
        each.join()
    assert tried > 10_000
    assert ear.worked() - before < seconds * 1_000 / 4  # ms of the processor's time
    assert len(ear.taken) <= BURST + (seconds + 2) * 1_000 / EVERY_MS
    again = time.monotonic() + PATIENCE
    while deliver_or_none(ear.profile, "tel:112") is not HandedReply.TAKEN:
        assert time.monotonic() < again
    assert ear.process.poll() is None


def deliver_or_none(profile: Path, url: str) -> HandedReply | None:
    from kundcenter.domain.switchboard.handed import NoReply

    try:
        return deliver(profile, url)
    except NoReply:
        return None


def test_who_says_nothing_is_dropped_and_keeps_nobody_out(ear: Ear) -> None:
    silent = [socket.socket(socket.AF_UNIX) for _ in range(AT_ONCE)]
    for each in silent:
        each.connect(str(ear.way))
        each.sendall(b"kundcenter://")
    began = time.monotonic()
    assert deliver(ear.profile, "tel:112", PATIENCE) is HandedReply.TAKEN
    assert time.monotonic() - began < PATIENCE / 2
    time.sleep(2 * SILENT_MS / 1_000)
    for each in silent:
        each.settimeout(PATIENCE)
        assert each.recv(1) == b""
        each.close()


# -- whose it is ------------------------------------------------------------------------------


def test_nobody_else_may_enter(ear: Ear) -> None:
    assert stat.S_IMODE(ear.way.stat().st_mode) & 0o077 == 0
    assert stat.S_IMODE(ear.way.parent.stat().st_mode) == 0o700


@pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() != 0 or shutil.which("setpriv") is None,
    reason="only root can be somebody else",
)
def test_another_user_is_kept_out_by_the_folder_and_by_the_listener(ear: Ear) -> None:
    stranger = (
        "import socket, sys; c = socket.socket(socket.AF_UNIX); c.settimeout(10);"
        f"c.connect({str(ear.way)!r}); c.sendall(b'{RING}\\n'); sys.exit(len(c.recv(9)))"
    )
    python = shutil.which("python3", path="/usr/bin:/bin") or sys.executable
    as_nobody = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", python, "-c")
    out = subprocess.run((*as_nobody, stranger), capture_output=True, text=True, check=False)
    assert out.returncode == 1 and "PermissionError" in out.stderr
    folder = ear.way.parent
    folder.chmod(0o711)
    ear.way.chmod(0o777)  # somebody has opened both: whoever listens still asks who it is
    try:
        out = subprocess.run((*as_nobody, stranger), capture_output=True, text=True, check=False)
        with pytest.raises(NobodyHears):  # nor does the sender trust such a place
            deliver(ear.profile, RING)
    finally:
        folder.chmod(0o700)
    assert out.returncode == 0 or "ConnectionResetError" in out.stderr or "BrokenPipe" in out.stderr
    assert ear.taken == []
    assert deliver(ear.profile, "tel:112") is HandedReply.TAKEN


# -- when it dies -----------------------------------------------------------------------------


def test_what_was_killed_leaves_a_socket_that_the_next_takes_over(ear: Ear) -> None:
    ear.end(signal.SIGKILL)
    assert ear.way.is_socket()
    with pytest.raises(NobodyHears):
        deliver(ear.profile, RING)
    following = Ear(ear.profile)
    try:
        assert deliver(ear.profile, "tel:112") is HandedReply.TAKEN
        following.until(lambda: following.taken == ["dial 112"])
    finally:
        following.end()


def test_the_whole_workstation_hears_and_its_successor_too(tmp_path: Path) -> None:
    profile = tmp_path / "profil"
    ring = ("ring", "--from", NUMBER, "--to", "08-465 004 00")
    for ending in (signal.SIGKILL, signal.SIGTERM):
        window = Ear(profile, "workstation_process")
        try:
            done = kundcenter(profile, *ring)
            assert (done.returncode, done.stderr) == (0, "")
            window.hears("rang +46701740605 +46846500400")
            assert kundcenter(profile, *ring, "--ended").returncode == 0
            assert kundcenter(profile, "tel:112").returncode == 0
        finally:
            window.end(ending)
    window.way.unlink(missing_ok=True)


def test_a_place_that_is_not_ours_is_not_listened_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link where the folder should be leads somewhere else."""
    from kundcenter.adapters import hand_off

    elsewhere = tmp_path / "någon annans"
    elsewhere.mkdir(mode=0o700)
    (tmp_path / "länk").symlink_to(elsewhere)
    monkeypatch.setattr(hand_off, "_folders", lambda: (tmp_path / "länk",))
    with pytest.raises(hand_off.WayNotOwn):
        make_way(tmp_path)
    with pytest.raises(NobodyHears):
        deliver(tmp_path, RING)
