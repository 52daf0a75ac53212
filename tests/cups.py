"""A CUPS of the tests' own: the real scheduler with one queue that prints into a file.

Nothing of the machine is touched: it listens on a socket in the test's folder, and its queue is
there alone.  Where CUPS is not installed the tests are skipped.  KUNDCENTER_CUPS may name a folder
into which the packages cups-daemon and cups-client have been unpacked.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

QUEUE = "Kundcenter_prov"
PATIENCE = 30.0
FILES = """
ServerRoot {folder}/etc
ServerBin {folder}/bin
DataDir {root}/usr/share/cups
StateDir {folder}/state
CacheDir {folder}/cache
RequestRoot {folder}/spool
TempDir {folder}/temp
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
Printcap {folder}/state/printcap
SystemGroup root
"""
# A printer as far as CUPS can see: what comes is a file when the whole of it has come.
BACKEND = """#!/bin/sh
[ $# = 0 ] && { echo 'direct keep "Unknown" "Keep"'; exit 0; }
cat ${6:+"$6"} > OUT.part && mv OUT.part OUT
"""
SCHEDULER = """
LogLevel debug
Listen {folder}/cups.sock
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""


@dataclass(frozen=True, slots=True)
class Cups:
    """`printed` is what came out of the queue, once something has."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs in order to find this CUPS, and no other."""
        return {**os.environ, "CUPS_SERVER": str(self.folder / "cups.sock")}

    @property
    def jobs(self) -> str:
        """What the scheduler noted of the jobs, their names too."""
        return (self.folder / "error.log").read_text(encoding="utf-8", errors="replace")

    def printed(self) -> bytes:
        """Wait for what was printed; it is there whole or not at all."""
        out, end = self.folder / "out" / "printed.pdf", time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if out.exists():
                return out.read_bytes()
            time.sleep(0.05)
        raise AssertionError(f"nothing was printed:\n{self.jobs[-3000:]}")


def tools() -> tuple[Path, str, str]:
    """The root that CUPS lies under, its scheduler and its administration; or skip."""
    root = Path(os.environ.get("KUNDCENTER_CUPS", "/"))
    path = os.pathsep.join(str(root / each) for each in ("usr/sbin", "usr/bin", "sbin", "bin"))
    found = tuple(shutil.which(name, path=path) for name in ("cupsd", "lpadmin"))
    daemon, admin = found
    if daemon is None or admin is None:
        pytest.skip("CUPS is not installed here (cups-daemon, cups-client)")
    return root, daemon, admin


@contextmanager
def cups() -> Iterator[Cups]:
    """The scheduler with its queue; the folder goes with it."""
    root, daemon, admin = tools()
    # The path of a socket may be no longer than 107 bytes: pytest's own folders are.
    with tempfile.TemporaryDirectory(prefix="kc-cups-") as name:
        folder = Path(name)
        for each in ("etc", "state", "cache", "spool", "temp", "out", "bin/backend"):
            (folder / each).mkdir(parents=True)
        folder.chmod(0o755)  # who is root prints as lp
        (folder / "out").chmod(0o777)
        _make_backend(folder, root / "usr/lib/cups")
        files, scheduler = folder / "etc" / "cups-files.conf", folder / "etc" / "cupsd.conf"
        files.write_text(FILES.format(folder=folder, root=str(root).rstrip("/")))
        scheduler.write_text(SCHEDULER.format(folder=folder))
        process = subprocess.Popen(
            [daemon, "-f", "-c", scheduler, "-s", files],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            found = Cups(folder)
            _wait(folder / "cups.sock", process)
            _make_queue(found, admin)
            yield found
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def _make_backend(folder: Path, installed: Path) -> None:
    """The installed programs, and beside them a printer that keeps what it is given."""
    for each in ("daemon", "filter", "notifier"):
        (folder / "bin" / each).symlink_to(installed / each)
    backend = folder / "bin" / "backend" / "keep"
    backend.write_text(BACKEND.replace("OUT", str(folder / "out" / "printed.pdf")))
    backend.chmod(0o755)


def _wait(socket: Path, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while not socket.exists():
        assert process.poll() is None, "the scheduler ended"
        assert time.monotonic() < end, "the scheduler does not listen"
        time.sleep(0.05)


def _make_queue(found: Cups, admin: str) -> None:
    subprocess.run(
        [admin, "-p", QUEUE, "-E", "-v", "keep:/printed.pdf", "-m", "raw"],
        env=found.environment,
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )
