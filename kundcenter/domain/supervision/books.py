"""Figures that leave the program: tables as a spreadsheet keeps them, or as text.

Every table says what its figure means, of what time it is, and of how many rows each number is
made: numerator and denominator stand beside it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from kundcenter.domain.records import written_table
from kundcenter.domain.unit_cells import guarded
from kundcenter.errors import Refused

Cell = str | int | float | None  # None is no number at all, which is not nought
MOST_ROWS = 20_000
LONGEST_CELL = 32_767  # characters: a spreadsheet keeps no more


class BookTooLarge(Refused):
    """A table has more rows than one reads.  Facts: count, limit."""

    code = "book.too_large"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table; every row has as many cells as there are headings.

    `decimals` of each column's numbers, by its place; whole numbers where nothing is said.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    decimals: tuple[int, ...] = ()

    def decimals_of(self, column: int) -> int:
        """How many decimals the numbers of the column are written with."""
        return self.decimals[column] if column < len(self.decimals) else 0


@dataclass(frozen=True, slots=True)
class Book:
    """What is exported at one time.  `about` are headings and what they say, in their order."""

    title: str
    about: tuple[tuple[str, str], ...]
    sheets: tuple[Sheet, ...]

    def checked(self) -> Book:
        """The same, if it is a table that one can read.  Raises BookTooLarge."""
        longest = max((len(each.rows) for each in self.sheets), default=0)
        if longest > MOST_ROWS:
            raise BookTooLarge(count=longest, limit=MOST_ROWS)
        return self


def written_sheet(sheet: Sheet, about: tuple[tuple[str, str], ...] = ()) -> str:
    """The table as text, as a spreadsheet in Sweden opens it.

    `about` comes as columns that say the same in every row: a file that is opened by itself still
    tells what it is.
    """
    headings = sheet.headings + tuple(name for name, _ in about)
    said = tuple(guarded(text) for _, text in about)
    return written_table(headings, (row + said for row in _texts(sheet)))


def number_text(value: float, decimals: int) -> str:
    """The number with a decimal comma: 82,5."""
    return f"{value:.{decimals}f}".replace(".", ",")


def _texts(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    for row in sheet.rows:
        yield tuple(cell_text(cell, sheet.decimals_of(column)) for column, cell in enumerate(row))


def cell_text(cell: Cell, decimals: int) -> str:
    """The cell as a file of text has it; words are no formula to any spreadsheet."""
    if cell is None or (isinstance(cell, float) and not math.isfinite(cell)):
        return ""
    if isinstance(cell, str):
        return guarded(fitting(cell))
    return number_text(cell, decimals)


def fitting(text: str) -> str:
    """What a cell has room for; that it goes on is seen."""
    return text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 1]}…"
