"""Read a file of a telephone directory.  Opens no store, so it may run beside the store lane."""

from __future__ import annotations

from collections.abc import Callable

from kundcenter.domain.switchboard.contact_sheets import ContactSheet

ReadFile = Callable[[str], ContactSheet]


class ContactFiles:
    """`read_file` gives the rows of a file by its path."""

    def __init__(self, read_file: ReadFile) -> None:
        self._read_file = read_file

    def read(self, path: str) -> ContactSheet:
        """What the file holds, a table or JSON.

        Raises ContactFileTooLarge and what `read_file` raises.
        """
        return self._read_file(path)
