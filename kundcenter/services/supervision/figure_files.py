"""Write figures to a file.  Opens no store, so it may run beside the store lane."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from kundcenter.domain.supervision.books import Book, written_sheet


class Writing(Protocol):
    def __call__(self, path: str, name: str, content: bytes, *, replace: bool = False) -> str:
        """Write a whole file or none, in the folder `path` one called `name`; returns its path."""
        ...


class FileKind(StrEnum):
    """As what figures leave the program."""

    CSV = "csv"
    EXCEL = "xlsx"


class FigureFiles:
    """`writing` writes a file whole or not at all; `workbook` makes one for a spreadsheet."""

    def __init__(self, writing: Writing, workbook: Callable[[Book, datetime], bytes]) -> None:
        self._writing, self._workbook = writing, workbook

    def write(self, path: str, name: str, book: Book, kind: FileKind, made_at: datetime) -> str:
        """Write the file, or one called `name` in the folder `path`; returns its path.

        A table of text has the first sheet only.  Raises BookTooLarge, and what `writing`
        raises.
        """
        book = book.checked()
        if kind is FileKind.EXCEL:
            content = self._workbook(book, made_at)
        else:
            content = written_sheet(book.sheets[0], book.about).encode("utf-8-sig")
        return self._writing(path, name, content, replace=True)
