"""Files of what was taken to export.  Opens no store, so it may run beside the store lane."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from kundcenter.domain.exports import ExportedNotes


class Writing(Protocol):
    """Writes a whole file or none; in a folder one called `name`.  Returns where it lies."""

    def __call__(self, path: str, name: str, content: bytes, *, replace: bool = False) -> str: ...


class Exports:
    """`document` makes the file's content, `faults` names what is wrong with it, if anything."""

    def __init__(
        self,
        document: Callable[[ExportedNotes], bytes],
        faults: Callable[[bytes], tuple[str, ...]],
        write: Writing,
    ) -> None:
        self._document = document
        self._faults = faults
        self._write = write

    def write(self, exported: ExportedNotes, path: str, *, replace: bool = False) -> str:
        """Write the notes as GetCareDocumentation 3.0; returns where the file lies.

        In a folder it gets a name that tells nothing of the patient.  A file that is there is
        only overwritten when it may be.  Raises what the writer raises (FileThere, FileUnwritten).
        """
        content = self._document(exported)
        broken = self._faults(content)
        assert not broken, broken  # rules of the contract, which no note can break
        return self._write(path, exported.file_name, content, replace=replace)
