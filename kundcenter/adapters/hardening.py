"""Keep keys out of core dumps, out of reach of debuggers, and no longer than needed.

Honest limit: whoever owns the machine, or runs programs as the same user with the right to look
into others, can still read keys; and Python makes copies that nobody can wipe.  This closes the
doors that stand open by accident: crash reports, `gdb -p`, a forgotten core file.
"""

from __future__ import annotations

import ctypes
import signal
import sys

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4


def harden() -> None:
    """No core dumps and, on Linux, no other process of the same user may look into this one.

    Call it first in every process that holds a key: a new program starts dumpable again.
    """
    if sys.platform != "win32":
        import resource  # does not exist on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _prctl(_PR_SET_DUMPABLE, 0)


def end_with_parent() -> None:
    """On Linux, kill this process when the thread that started it ends."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def wipe(key: bytearray) -> None:
    """Overwrite a key in place.  Copies that Python or a library made stay where they are."""
    key[:] = bytes(len(key))


def _prctl(option: int, value: int) -> None:
    if sys.platform == "linux":
        words = [ctypes.c_ulong(word) for word in (value, 0, 0, 0)]
        ctypes.CDLL(None).prctl(option, *words)
