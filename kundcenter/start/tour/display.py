"""Where the tour is shown: the screen there is, else one of our own, else in memory only."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

DECIDED = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
SIZE = (1920, 1080)  # pixels: the largest picture is of the whole of it


@contextmanager
def screen() -> Iterator[bool]:
    """Sees to it that Qt finds a screen while it lasts; to be entered before Qt is started.

    Gives whether the screen is our own.  QT_QPA_PLATFORM decides when it is set.
    """
    if any(os.environ.get(name) for name in DECIDED):
        yield False
    elif shutil.which("Xvfb"):
        with _virtual() as display:
            os.environ.update(DISPLAY=display, QT_QPA_PLATFORM="xcb")
            try:
                yield True
            finally:
                del os.environ["DISPLAY"], os.environ["QT_QPA_PLATFORM"]
    else:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        try:
            yield False
        finally:
            del os.environ["QT_QPA_PLATFORM"]


@contextmanager
def _virtual() -> Iterator[str]:
    """A virtual screen that chooses its own free number; its name, ":99"."""
    reading, writing = os.pipe()
    size = f"{SIZE[0]}x{SIZE[1]}x24"
    server = subprocess.Popen(  # noqa: S603 - found on the PATH, no shell
        ("Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp", "-noreset"),  # noqa: S607
        pass_fds=(writing,),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        # It writes its number when it is ready, and nothing when it dies.
        with os.fdopen(reading, encoding="ascii") as told:
            number = told.readline().strip()
        if not number:
            raise OSError("Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        try:
            server.wait(5.0)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
