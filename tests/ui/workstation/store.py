"""Asking the store what it holds, beside the screen and never on the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from kundcenter.start.desk import Desk
from tests.ui.workstation.seat import Seat

T = TypeVar("T")


def asked(seat: Seat, question: Callable[[Desk], T]) -> T:
    """The answer to a question, when nothing else is under way."""
    seat.settle()
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(question, seat.ground.desk).result()
