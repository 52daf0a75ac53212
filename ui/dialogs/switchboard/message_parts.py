"""Small parts of the dialog in which a message is taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import SignalInstance

from kundcenter.domain.switchboard.board import Board, LineKind
from ui.switchboard.receivers import Receiver, of_line


@dataclass(frozen=True, slots=True)
class Choices:
    """A choice as a text that lasts: how it stands, how it is made again, when it is another."""

    text: Callable[[], str]
    put: Callable[[str], object]
    changed: SignalInstance


def receiver_of(key: str, board: Board) -> Receiver | None:
    """The receiver with that key, as the directories have them now; None when they have not."""
    kind, _, id = key.partition(" ")
    try:
        return of_line(board.line((LineKind(kind), UUID(id))))
    except ValueError:
        return None
