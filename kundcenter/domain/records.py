"""A table of text as records: what separates its cells, and where each record begins."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

DELIMITERS = (";", "\t", ",")


def records(text: str) -> Iterator[tuple[int, list[str] | None]]:
    """Each record with the line it begins on; None for one whose quotation marks are wrong.

    The first line tells what separates the cells.
    """
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)  # of equals the first
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        began = reader.line_num + 1
        try:
            yield began, next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield began, None
            return  # where the next record begins is anybody's guess


def written_table(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """The rows with semicolons between their cells, as a spreadsheet in Sweden opens them."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows(rows)
    return out.getvalue()
