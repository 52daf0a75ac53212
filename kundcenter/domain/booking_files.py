"""Booked times, or free times, in a table of text: rows become values, or faults with their line.

The first line names the columns, in Swedish or English, in any order; docs/bookings.md tells them
all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from kundcenter.domain.booking_cells import (
    OF_BOOKINGS,
    TIME_COLUMNS,
    BookingColumn,
    booking_columns,
)
from kundcenter.domain.booking_sheets import (
    SOURCE_LIMIT,
    BookingFault,
    BookingFileTooLarge,
    BookingSheet,
    Collecting,
    Unusable,
    must_fit,
    must_follow,
)
from kundcenter.domain.bookings import BookingKind
from kundcenter.domain.calendar import local
from kundcenter.domain.imported_bookings import ImportedBooking, IncomingTime
from kundcenter.domain.records import records
from kundcenter.domain.unit_cells import unguarded
from kundcenter.domain.unit_sheets import FILE_LIMIT


def read_bookings(text: str, today: date, *, encoding: str = "") -> BookingSheet:
    """The bookings or the free times of a text with separators; its headings tell which.

    Cells are text whatever they look like.  Never raises but BookingFileTooLarge.
    """
    if len(text) > FILE_LIMIT:
        raise BookingFileTooLarge(size=len(text), limit=FILE_LIMIT)
    lines = records(text.removeprefix("\ufeff"))
    began, headings = next(lines, (1, []))
    collecting = Collecting()
    columns = _columns(began, headings, collecting, today)
    if columns is None:
        return collecting.sheet(began, encoding)
    line = began
    for line, cells in lines:
        if cells is not None and not any(cell.strip() for cell in cells):
            continue
        try:
            collecting.add(_row(line, _said(cells, columns)))
        except Unusable as wrong:
            collecting.refuse(line, wrong)
        if collecting.full:
            break
    return collecting.sheet(line, encoding)


def time_source(starts_at: datetime, time_type: str, whose: str) -> str:
    """The number of a free time whose system gives it none: its beginning, its type, and whose."""
    return f"{local(starts_at):%Y%m%d%H%M%S} {time_type} {whose}".strip()[:SOURCE_LIMIT]


def _columns(
    line: int, headings: list[str] | None, collecting: Collecting, today: date
) -> list[BookingColumn] | None:
    """What each column is; None when the headings have faults, which are then told."""
    if headings is None:
        collecting.fault(line, BookingFault.QUOTES)
        return None
    while headings and not headings[-1].strip():
        headings.pop()  # what a spreadsheet leaves behind
    words = [" ".join(heading.lower().split()) for heading in headings]
    known: Sequence[BookingColumn] = TIME_COLUMNS
    if OF_BOOKINGS & set(words):
        known = booking_columns(today)
    by_heading = {name: each for each in known for name in (each.heading, *each.also)}
    found: list[BookingColumn] = []
    sound = True
    for number, word in enumerate(words, 1):
        column = by_heading.get(word)
        if column is None:
            # Its number only: the first line of a file without headings is about a patient.
            collecting.fault(line, BookingFault.HEADING, f"#{number}")
            sound = False
        elif column in found:
            collecting.fault(line, BookingFault.HEADING_TWICE, word)
            sound = False
        else:
            found.append(column)
    for column in known:
        if column.needed and column not in found:
            collecting.fault(line, BookingFault.NO_HEADINGS, column.heading)
            sound = False
    return found if sound else None


def _said(cells: list[str] | None, columns: list[BookingColumn]) -> dict[str, Any]:
    if cells is None:
        raise Unusable(BookingFault.QUOTES)
    while len(cells) > len(columns) and not cells[-1].strip():
        cells.pop()
    if len(cells) != len(columns):
        raise Unusable(BookingFault.CELLS)
    said: dict[str, Any] = {}
    for column, cell in zip(columns, cells, strict=True):
        try:
            said[column.key] = column.read(unguarded(cell))
        except Unusable as wrong:
            raise Unusable(wrong.fault, column.heading) from None
    return said


def _row(line: int, said: dict[str, Any]) -> ImportedBooking | IncomingTime:
    if "identity" not in said:
        said.setdefault("source", "")
        said["source"] = said["source"] or time_source(
            said["starts_at"], said["time_type"], said.get("performer") or said.get("resource", "")
        )
        _together(must_follow, said["starts_at"], said["ends_at"])
        return IncomingTime(row=line, **said)
    kind = said.setdefault("kind", BookingKind.BOOKED)
    _together(must_fit, kind, said["starts_at"], said["ends_at"])
    return ImportedBooking(row=line, **said)


def _together(check: Callable[..., None], *values: object) -> None:
    """What is wrong with several cells together is told of the one that is changed for it."""
    try:
        check(*values)
    except Unusable as wrong:
        raise Unusable(wrong.fault, _COLUMN_OF[wrong.fault]) from None


_COLUMN_OF = {
    BookingFault.MISSING: "start",
    BookingFault.ORDER: "slut",
    BookingFault.KIND: "typ",
}
