"""Make .venv ready for the Makefile's commands: environment, dependencies, system libraries.

    python3 packaging/prepare.py [setup | run | tour | test]

Needs nothing but the standard library.  Installs exactly what requirements.lock names, by hash,
and remembers that it did: a second run takes a moment.  Written so that a Python which is too old
can still read it and say so.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import libraries
import translations

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
SCRIPT = """#!/bin/sh
exec "$(dirname "$0")/python" -m kundcenter "$@"
"""
TOO_OLD = """Kundcenter needs Python 3.11 or later, and {python} is {version}.
Install a newer one and name it:

    sudo apt-get install python3.12 python3.12-venv
    make {command} PYTHON=python3.12
"""


def say(sentence: str) -> None:
    print("==> " + sentence, flush=True)


def check_python(version: tuple[int, int], command: str) -> None:
    """Raise NotReady when this Python is too old to run the program."""
    if version < OLDEST:
        found = f"{version[0]}.{version[1]}"
        raise libraries.NotReady(
            TOO_OLD.format(python=sys.executable, version=found, command=command)
        )


def check_venv() -> None:
    """Debian keeps what makes an environment in a package of its own; see that it is there."""
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        libraries.install([f"python{VERSION}-venv"], f"This Python lacks {' and '.join(missing)}")


def release(root: Path) -> str:
    """The version of Kundcenter itself."""
    package = (root / "kundcenter" / "__init__.py").read_text(encoding="utf-8")
    version: str = re.findall(r'^VERSION = "(.+)"$', package, flags=re.MULTILINE)[0]
    return version


def fingerprint(root: Path) -> str:
    """What the environment depends on: the lock, our version, this Python, where the tree lies."""
    lock = (root / "requirements.lock").read_bytes()
    parts = [lock, release(root).encode(), VERSION.encode(), os.fsencode(root)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def healthy(python: Path) -> bool:
    """Whether `python` runs, is of this version, and can install."""
    ask = "import pip, sys; print(*sys.version_info[:2], sep='.')"
    try:
        said = subprocess.run([str(python), "-c", ask], stdout=subprocess.PIPE, check=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    return said.stdout.decode().strip() == VERSION


def build(root: Path, python: Path) -> None:
    """Make the environment if there is no healthy one, and install the locked dependencies."""
    if not healthy(python):
        check_venv()
        say(f"Making .venv with Python {VERSION}")
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(root / ".venv")], check=True)
    say("Installing what requirements.lock names (half a minute or so)")
    pip = [str(python), "-m", "pip", "install", "-qq", "--no-input", "--no-compile"]
    locked = ["--require-hashes", "--no-deps", "-r", str(root / "requirements.lock")]
    subprocess.run([*pip, *locked], stdin=subprocess.DEVNULL, check=True)


def link(root: Path, python: Path) -> None:
    """Let the environment find the tree, know its version, and have the command `kundcenter`.

    By hand, because an editable install would need a build tool from the network.
    """
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(subprocess.check_output([str(python), "-c", ask]).decode().strip())
    (packages / "kundcenter.pth").write_text(str(root) + "\n", encoding="utf-8")
    for old in packages.glob("kundcenter-*.dist-info"):
        shutil.rmtree(old)
    about = packages / f"kundcenter-{release(root)}.dist-info" / "METADATA"
    about.parent.mkdir()
    about.write_text(f"Metadata-Version: 2.1\nName: kundcenter\nVersion: {release(root)}\n")
    script = python.parent / "kundcenter"
    script.write_text(SCRIPT)
    script.chmod(0o755)


def prepare(root: Path, command: str) -> None:
    """Bring .venv to what `command` needs; raises NotReady with a sentence when it cannot."""
    check_python((sys.version_info[0], sys.version_info[1]), command)
    python = root / ".venv" / "bin" / "python"
    note = root / ".venv" / "prepared"
    wanted = fingerprint(root)
    ready = note.read_text().split() if note.exists() else []
    if wanted not in ready:
        build(root, python)
        link(root, python)
        ready = [wanted]
        note.write_text(wanted)
    if command not in ready or libraries.missing_tools(command):
        libraries.require(python, command)
        ready.append(command)
        note.write_text("\n".join(ready))
    translations.compile_all(root, python.parent)


def main(arguments: list[str]) -> int:
    command = arguments[0] if arguments else "setup"
    if command == "run" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        command = "tour"  # which is what the program plays where there is no screen
    if command not in libraries.TOOLS:
        print(__doc__)
        return 2
    try:
        prepare(ROOT, command)
    except libraries.NotReady as reason:
        print(f"\n{reason}", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as failed:
        print(f"\nThis failed: {' '.join(map(str, failed.cmd))}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
