"""Read a file of units.  Opens no store, so it may run beside the store lane."""

from __future__ import annotations

from collections.abc import Callable

from kundcenter.domain.triage import CodeSet
from kundcenter.domain.unit_sheets import UnitSheet
from kundcenter.domain.units import UnitKind

ReadFile = Callable[[str, UnitKind | None, CodeSet | None], UnitSheet]


class UnitFiles:
    """`read_file` gives the units of a file by its path; `codes` are those in force."""

    def __init__(self, read_file: ReadFile, codes: CodeSet) -> None:
        self._read_file, self._codes = read_file, codes

    def read(self, path: str, kind: UnitKind | None = None) -> UnitSheet:
        """What the file holds, CSV or HSA's XML; `kind` is of units that do not tell their own.

        Raises UnitFileTooLarge and what `read_file` raises.
        """
        return self._read_file(path, kind, self._codes)
