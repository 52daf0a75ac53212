"""The program that was landed before this one, as it stands in git, to be run beside it.

What a wheel of it would hold (the packages that pyproject.toml names) is taken out of git and put
on PYTHONPATH.  The environment is this one's: a program and the one before it need the same.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

from tests.rig.processes import ROOT

# The last landed commit whose desks and centres are still at work somewhere.  When a new one is
# landed it is named here, and nowhere else.
PREVIOUS = "d5ea8e68d7e1cc17b2e86d309f562b6f187a1ee4"
PACKAGES = ("kundcenter", "db", "resources", "ui")


def why_not() -> str:
    """Why the previous program cannot be had here; empty when it can."""
    try:
        _git("cat-file", "-e", f"{PREVIOUS}^{{commit}}")
    except (OSError, subprocess.CalledProcessError):
        return f"{PREVIOUS[:12]} is not in this history: git fetch --unshallow"
    return ""


def taken_out(folder: Path) -> Path:
    """The previous program, in the folder; returns what belongs on PYTHONPATH."""
    held = _git("archive", PREVIOUS, *PACKAGES)
    with tarfile.open(fileobj=io.BytesIO(held)) as packed:
        packed.extractall(folder, filter="data")
    return folder


def _git(*arguments: str) -> bytes:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=True)
    return done.stdout
