"""Which libraries and tools of the system are missing, and how they are installed.

Runs on the system's own Python and says what is wrong even on one that is too old.
Packages are installed only when CI=true, and never in a way that touches package sources, users
or services of the machine: none of the packages named here has any, and what is already installed
is neither upgraded nor removed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

# What Qt's own files were seen to need on a bare Debian 12; Ubuntu knows the same names.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# Programs that a command of the Makefile needs beside Qt's libraries.
XVFB = {"Xvfb": "xvfb"}
TOOLS: dict[str, dict[str, str]] = {
    "setup": {},
    "run": {},
    "tour": XVFB,
    "test": {**XVFB, "pdftotext": "poppler-utils", "pdftoppm": "poppler-utils"},
}
QT_FILES = (
    "QtCore.abi3.so",
    "QtGui.abi3.so",
    "QtWidgets.abi3.so",
    "QtNetwork.abi3.so",
    "QtPrintSupport.abi3.so",
    "QtSvg.abi3.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqxcb.so",
)
# The real thing: every module the program imports, a painted window, and the plugin for X11.
LOADS_QT = """
import ctypes, pathlib, PySide6
from PySide6 import QtNetwork, QtPrintSupport, QtSvg, QtWidgets
ctypes.CDLL(str(pathlib.Path(PySide6.__file__).parent / "Qt/plugins/platforms/libqxcb.so"))
application = QtWidgets.QApplication(["probe"])
QtWidgets.QLabel("probe").grab()
"""
# No service is started, whatever a package would like to: the first is read by init scripts'
# starter, the second by systemctl.
NO_SERVICES = {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1", "SYSTEMD_OFFLINE": "1"}
INSTALL = ("-o", "DPkg::Lock::Timeout=300", "install", "-y", "--no-install-recommends")
GENTLY = ("--no-upgrade", "--no-remove")


class NotReady(Exception):
    """A sentence for whoever ran the command, with the command that helps."""


def qt_loads(python: Path) -> str:
    """Load Qt for real in a process of its own; returns what went wrong, "" when nothing did."""
    said = subprocess.run(
        [str(python), "-c", LOADS_QT],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return "" if said.returncode == 0 else said.stdout.decode(errors="replace").strip()


def missing_libraries(python: Path) -> list[str]:
    """The names of the shared libraries that Qt's files ask for and the machine does not have."""
    where = (
        "import importlib.util as u; print(u.find_spec('PySide6').submodule_search_locations[0])"
    )
    folder = Path(subprocess.check_output([str(python), "-c", where]).decode().strip())
    files = [str(folder / name) for name in QT_FILES]
    said = subprocess.run(["ldd", *files], stdout=subprocess.PIPE, check=False)
    return sorted({*not_found(said.stdout.decode())})


def not_found(ldd: str) -> list[str]:
    """The libraries that ldd's output calls "not found"."""
    return [line.split()[0] for line in ldd.splitlines() if line.endswith("=> not found")]


def missing_tools(command: str) -> list[str]:
    """The programs that `command` needs and the machine does not have."""
    return [tool for tool in TOOLS[command] if shutil.which(tool) is None]


def packages_for(missing: list[str], command: str) -> list[str]:
    """The Debian packages that hold `missing`; what is not known comes along with them, or not."""
    known = {**LIBRARIES, **TOOLS[command]}
    return sorted({known[name] for name in missing if name in known})


def install(packages: list[str], why: str) -> None:
    """Install `packages` when CI=true; otherwise raise NotReady with the command that does."""
    by_hand = f"sudo apt-get install --no-install-recommends {' '.join(packages)}"
    if os.environ.get("CI") != "true" or shutil.which("apt-get") is None:
        raise NotReady(f"{why}:\n\n    {by_hand}\n")
    settings = [f"{name}={value}" for name, value in NO_SERVICES.items()]
    asker = [] if os.geteuid() == 0 else ["sudo", "-n"]
    apt = [*asker, "env", *settings, "apt-get"]
    wanted = [*apt, *INSTALL, *GENTLY, *packages]
    if subprocess.call(wanted, stdin=subprocess.DEVNULL) != 0:
        subprocess.call([*apt, "update"], stdin=subprocess.DEVNULL)  # the lists may be old or none
        if subprocess.call(wanted, stdin=subprocess.DEVNULL) != 0:
            raise NotReady(f"{why}, and this failed:\n\n    {by_hand}\n")


def require(python: Path, command: str) -> None:
    """See to it that Qt loads and the tools of `command` are there, or raise NotReady."""
    trouble = qt_loads(python)
    missing = missing_tools(command) + (missing_libraries(python) if trouble else [])
    packages = packages_for(missing, command)
    if packages:
        named = ", ".join(missing[:3]) + (f" and {len(missing) - 3} more" if missing[3:] else "")
        install(packages, f"This machine lacks {named}")
        trouble = qt_loads(python)
    if trouble:
        lacking = ", ".join(missing_libraries(python)) or "nothing that ldd can name"
        raise NotReady(f"Qt does not load on this machine; it lacks {lacking}.\n{trouble}")
