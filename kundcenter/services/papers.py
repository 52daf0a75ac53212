"""Pages of what was taken to print.  Opens no store, so it may run beside the store lane."""

from __future__ import annotations

from collections.abc import Callable

from kundcenter.domain.papers import PrintedEntry


class Papers:
    """`entry_page` sets one entry as a PDF."""

    def __init__(self, entry_page: Callable[[PrintedEntry], bytes]) -> None:
        self._entry_page = entry_page

    def entry(self, printed: PrintedEntry) -> bytes:
        """A PDF of A4 pages."""
        return self._entry_page(printed)
