"""Read a file of an e-service's cases, write one of figures.

Opens no store, so it may run beside the store lane.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from kundcenter.domain.case_sheets import CaseSheet

ReadFile = Callable[[str, datetime], CaseSheet]


class Writing(Protocol):
    def __call__(self, path: str, name: str, content: bytes, *, replace: bool = False) -> str:
        """Write a whole file or none, in the folder `path` one called `name`; returns its path."""
        ...


class CaseFiles:
    """`read_file` gives the cases of a file by its path; `clock` tells what has not come in yet."""

    def __init__(
        self, read_file: ReadFile, writing: Writing, clock: Callable[[], datetime]
    ) -> None:
        self._read_file, self._writing, self._clock = read_file, writing, clock

    def read(self, path: str) -> CaseSheet:
        """What the file holds, CSV or JSON.  Raises CaseFileTooLarge and what `read_file` does."""
        return self._read_file(path, self._clock())

    def write(self, path: str, name: str, text: str, *, replace: bool = False) -> str:
        """Write a table, marked as UTF-8 for a spreadsheet; returns the file's path.

        Raises what `writing` raises.
        """
        return self._writing(path, name, text.encode("utf-8-sig"), replace=replace)
