"""Read a file of snippets.  Opens no store, so it may run beside the store lane."""

from __future__ import annotations

from collections.abc import Callable

from kundcenter.domain.snippet_files import Sheet, read_sheet
from kundcenter.domain.snippets import Scope


class SnippetFiles:
    """`read_text` gives the text of a file by its path."""

    def __init__(self, read_text: Callable[[str], str]) -> None:
        self._read_text = read_text

    def read(self, path: str, scope: Scope) -> Sheet:
        """What the file holds, row by row; `scope` is of rows that do not say their own.

        Raises SnippetFileTooLarge and what `read_text` raises.
        """
        return read_sheet(self._read_text(path), scope)
