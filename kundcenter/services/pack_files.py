"""Read a file with a content pack.  Opens no store, so it may run beside the store lane."""

from __future__ import annotations

from collections.abc import Callable

from kundcenter.domain.packs import Content
from kundcenter.domain.packs.files import read_pack
from kundcenter.domain.triage import CodeSet


class PackFiles:
    """`read_text` gives the text of a file by its path; `codes` is the set in force."""

    def __init__(self, read_text: Callable[[str], str], codes: CodeSet) -> None:
        self._read_text = read_text
        self._codes = codes

    def read(self, path: str) -> Content:
        """The pack in the file.

        Raises PackFileTooLarge, PackFaulty, whose `faults` are all of them with their places, and
        what `read_text` raises.
        """
        return read_pack(self._read_text(path), self._codes)
