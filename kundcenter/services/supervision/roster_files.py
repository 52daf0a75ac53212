"""Read a file of a roster.  Opens no store, so it may run beside the store lane."""

from __future__ import annotations

from collections.abc import Callable

from kundcenter.domain.supervision.roster_sheets import RosterSheet

ReadFile = Callable[[str], RosterSheet]


class RosterFiles:
    """`read_file` gives the rows of a file by its path."""

    def __init__(self, read_file: ReadFile) -> None:
        self._read_file = read_file

    def read(self, path: str) -> RosterSheet:
        """What the file holds.  Raises RosterFileTooLarge and what `read_file` raises."""
        return self._read_file(path)
