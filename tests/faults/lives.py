"""Lives of the program in processes of their own, which tell what they were told is saved."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from kundcenter.start.opening import OpenDesk
from tests.faults.checks import Acknowledged
from tests.profiles import Shift, opened

Acknowledge = Callable[[str, str], None]
Life = Callable[[OpenDesk, Acknowledge], None]


def working(desk: OpenDesk, acknowledge: Acknowledge) -> None:
    """Type, save and sign, call after call, for as long as one is let."""
    shift = Shift(desk.desk)
    shift.resume()
    number = 0
    while True:
        number += 1
        for what, id in shift.steps(f"Samtal {number}"):
            acknowledge(what, id)


def lived(folder: Path, life: Life, *, seconds: float) -> list[Acknowledged]:
    """Let somebody live on the profile and kill them; returns what they had been told is saved.

    The process is a fork of this one: starting a new interpreter would take most of the time.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            life(opened(folder), lambda what, id: _told(writing, what, id))
        finally:
            os._exit(1)  # whatever went wrong, the tests go on in one process only
    os.close(writing)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading) as told:
        acknowledged = [line.split() for line in told]
    if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
        raise RuntimeError("the life ended by itself")
    return [(what, UUID(id)) for what, id in acknowledged]


def _told(writing: int, what: str, id: str) -> None:
    os.write(writing, f"{what} {id}\n".encode())
