"""Tables as a workbook of Office Open XML.  Words stay words: nothing is read as a formula."""

from __future__ import annotations

import io
import math
import re
from datetime import UTC, datetime
from typing import Any

from kundcenter.domain.supervision.books import Book, Sheet, fitting

LONGEST_NAME = 31  # characters of a sheet's name
WIDEST = 60  # characters of a column
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_ABOUT = "Om"
_SAFE = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def workbook(book: Book, made_at: datetime) -> bytes:
    """The book as an .xlsx file: one sheet for each table, then one that says what it all is.

    The same book at the same time gives the same bytes.
    """
    import xlsxwriter  # two tenths of a second that no start shall wait for

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _SAFE) as file:
        file.set_properties(
            {"title": book.title, "created": made_at.astimezone(UTC).replace(tzinfo=None)}
        )
        head = file.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        names: set[str] = set()
        for sheet in book.sheets:
            _put(file, sheet, _name(sheet.name, names), head)
        about = tuple((name, text) for name, text in book.about)
        _put(file, Sheet(_ABOUT, ("", book.title), about), _name(_ABOUT, names), head)
    return out.getvalue()


def _put(file: Any, sheet: Sheet, name: str, head: Any) -> None:
    page = file.add_worksheet(name)
    formats = [
        file.add_format({"num_format": _pattern(sheet.decimals_of(column))})
        for column in range(len(sheet.headings))
    ]
    words = file.add_format({"text_wrap": True, "valign": "top"})
    for column, heading in enumerate(sheet.headings):
        page.write_string(0, column, heading, head)
        page.set_column(column, column, _width(sheet, column))
    for number, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                page.write_string(number, column, fitting(cell), words)
            elif cell is not None and math.isfinite(cell):
                page.write_number(number, column, cell, formats[column])
    page.freeze_panes(1, 0)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.headings) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _pattern(decimals: int) -> str:
    return "0." + "0" * decimals if decimals else "0"


def _width(sheet: Sheet, column: int) -> int:
    texts = [sheet.headings[column], *(str(row[column] or "") for row in sheet.rows)]
    return min(WIDEST, max(8, 2 + max(map(len, texts))))


def _name(wanted: str, taken: set[str]) -> str:
    """A name that a workbook takes, and that no other sheet of it has."""
    clean = _FORBIDDEN.sub(" ", wanted).strip().strip("'") or _ABOUT
    name, n = clean[:LONGEST_NAME], 1
    while name.casefold() in taken:
        n += 1
        name = f"{clean[: LONGEST_NAME - len(str(n)) - 1]} {n}"
    taken.add(name.casefold())
    return name
