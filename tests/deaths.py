"""End the process, as by kill -9, at a chosen one of the things it does to files."""

from __future__ import annotations

import os
from pathlib import Path

KILLED = 137
_EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.link", "sqlite3.connect"}
_WRITING = os.O_WRONLY | os.O_RDWR


class Death:
    """An audit hook: the process dies just before the file event of the given number.

    Counted are files opened for writing, renamed, removed or made below the folder.
    """

    def __init__(self, step: int, below: Path) -> None:
        self._left = step
        self._below = str(below)

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if event not in _EVENTS:
            return
        if event == "open":
            path, _, flags = arguments
            if not (str(path).startswith(self._below) and int(str(flags)) & _WRITING):
                return
        self._left -= 1
        if self._left < 0:
            os._exit(KILLED)
